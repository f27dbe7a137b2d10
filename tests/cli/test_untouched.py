"""Nothing is generated again where nothing can have changed; and whatever may change something is noticed."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline, version
from tests.cli.conftest import CONFIGURATION, DESCRIPTION, Project


@pytest.fixture
def quick(generated: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in which the description must not be read."""

    def fail(*arguments: object, **options: object) -> None:
        raise AssertionError("the description was read")

    monkeypatch.setattr(pipeline, "load", fail)
    return generated


def test_nothing_is_read(quick: Project) -> None:
    """Neither command looks into the description."""
    assert quick.run("generate").out == "generated 1 operation, 1 model into generated/pets: nothing changed\n"
    assert quick.run("check").out == f"generated/pets: {len(quick.snapshot()) - 1} files, as generated\n"
    checked = quick.run("check", "--format", "json").json
    assert (checked["exit_code"], checked["clients"][0]["operations"], checked["clients"][0]["models"]) == (0, 1, 1)


def test_from_another_folder(quick: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock's paths are relative to the package, so it does not matter where one stands."""
    monkeypatch.chdir(quick.folder / "specs")
    assert quick.run("check").out.endswith(" files, as generated\n")


def source(project: Project) -> None:
    description = copy.deepcopy(DESCRIPTION)
    description["components"]["schemas"]["Pet"]["properties"]["age"] = {"type": "integer"}
    project.describe(description)


def configuration(project: Project) -> None:
    names = '\n[tool.fledge.clients.pets.names]\n"getPet" = "pets.fetch"\n'
    (project.folder / "pyproject.toml").write_text(CONFIGURATION + names)


def lock(project: Project) -> None:
    path = project.package / "fledge.lock"
    content = json.loads(path.read_text())
    content["names"]["GET /pets/{petId}"] = "pets.fetch"
    path.write_text(json.dumps(content))


def file(project: Project) -> None:
    (project.package / "errors.py").write_text("")


def stranger(project: Project) -> None:
    (project.package / "models" / "mine.py").write_text("")


@pytest.mark.parametrize("change", [source, configuration, lock, file, stranger])
def test_what_is_noticed(generated: Project, change: Callable[[Project], None]) -> None:
    """The description, the configuration, the names that were given, and each file of the package count."""
    change(generated)
    assert generated.run("check").code == 1


def test_what_is_said_of_pages_generates_again(quick: Project) -> None:
    """It is a setting like the others, though what it says may change nothing."""
    pages = '\n[tool.fledge.clients.pets.pagination]\n"GET /pets/{petId}" = false\n'
    (quick.folder / "pyproject.toml").write_text(CONFIGURATION + pages)
    with pytest.raises(AssertionError):
        quick.run("check")


def test_another_fledge_generates_again(quick: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its code may make something else of the same description."""
    monkeypatch.setattr(version, "code", lambda: "another")
    with pytest.raises(AssertionError):
        quick.run("check")


def test_a_new_file_in_a_folder(project: Project) -> None:
    """A folder's new page is part of the source, though no known file has changed."""
    (project.folder / "pyproject.toml").write_text(CONFIGURATION.replace("specs/pets.json", "specs"))
    assert project.run("generate").code == 0
    other = {**DESCRIPTION, "paths": {"/owners": {"get": {"operationId": "getOwners", "responses": {}}}}}
    (project.folder / "specs" / "owners.json").write_text(json.dumps(other))
    assert project.run("check").code == 1


def test_a_file_that_is_referred_to(project: Project) -> None:
    """A description is all of its files, also those that only a reference names."""
    description = copy.deepcopy(DESCRIPTION)
    pet = description["components"]["schemas"].pop("Pet")
    description["components"]["schemas"]["Pet"] = {"$ref": "parts/pet.json"}
    project.describe(description)
    part = project.folder / "specs" / "parts" / "pet.json"
    part.parent.mkdir()
    part.write_text(json.dumps(pet))
    assert project.run("generate").code == 0
    assert project.run("check").code == 0
    pet["properties"]["age"] = {"type": "integer"}
    part.write_text(json.dumps(pet))
    assert project.run("check").code == 1


def test_the_lock_is_the_same_everywhere(generated: Project, tmp_path: Path) -> None:
    """It names no folder of this machine."""
    assert str(tmp_path) not in (generated.package / "fledge.lock").read_text()
    assert list(json.loads((generated.package / "fledge.lock").read_text())["sources"]) == ["../../specs/pets.json"]
