"""Nothing is generated again where nothing can have changed; and whatever may change something is noticed."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fledge import version
from fledge.workflows import load
from tests.cli.conftest import CONFIGURATION, DESCRIPTION, Project


@pytest.fixture
def quick(generated: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in which the description must not be read."""

    def fail(*arguments: object, **options: object) -> None:
        raise AssertionError("the description was read")

    monkeypatch.setattr(load, "load_spec", fail)
    return generated


def test_generate_reads_nothing(quick: Project) -> None:
    """A package that this machine generated from the same inputs is not generated again."""
    assert quick.run("generate").out == "generated 1 operation, 1 model into generated/pets: nothing changed\n"


def test_check_believes_no_lock(quick: Project) -> None:
    """A check compares contents: it reads the description, whatever the lock says."""
    with pytest.raises(AssertionError, match="the description was read"):
        quick.run("check")


def test_lock_of_another_machine_is_not_believed(
    quick: Project, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where no run has proved the lock, the package is generated again."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("another")))
    with pytest.raises(AssertionError, match="the description was read"):
        quick.run("generate")


def test_generate_without_a_cache(generated: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that cannot be written costs time, and nothing else."""
    (generated.folder / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(generated.folder / "file"))
    outcome = generated.run("generate")
    assert (outcome.code, outcome.out) == (0, "generated 1 operation, 1 model into generated/pets: nothing changed\n")


def test_from_another_folder(quick: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock's paths are relative to the package, so it does not matter where one stands."""
    monkeypatch.chdir(quick.folder / "specs")
    assert quick.run("generate").out.endswith(": nothing changed\n")


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
        quick.run("generate")


def test_another_fledge_generates_again(quick: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its code may make something else of the same description."""
    monkeypatch.setattr(version, "code", lambda: "another")
    with pytest.raises(AssertionError):
        quick.run("generate")


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


OVERLAY = """\
overlay: 1.0.0
info: {title: Fixes, version: "1"}
actions:
  - target: $.components.schemas.Pet.properties
    update: {age: {type: integer}}
"""


@pytest.fixture
def corrected(project: Project) -> Project:
    """A generated project with an overlay."""
    (project.folder / "fix.yaml").write_text(OVERLAY)
    (project.folder / "pyproject.toml").write_text(f'{CONFIGURATION}overlays = ["fix*.yaml"]\n')
    outcome = project.run("generate")
    assert outcome.code == 0, outcome.err
    assert "age: int" in (project.package / "models" / "pet.py").read_text()
    return project


def test_overlays_are_part_of_the_source(corrected: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """An overlay that did not change is not read again; one that did is, and so is another one that comes to it."""
    path = corrected.folder / "fix.yaml"
    with monkeypatch.context() as patch:
        patch.setattr(load, "load_spec", lambda *arguments, **options: pytest.fail("the description was read"))
        assert corrected.run("generate").code == 0
        patch.chdir(corrected.folder / "specs")
        assert corrected.run("generate").code == 0
    path.write_text(OVERLAY.replace("age", "years"))
    assert corrected.run("check").code == 1
    path.write_text(OVERLAY)
    assert corrected.run("check").code == 0
    (corrected.folder / "fix2.yaml").write_text(OVERLAY.replace("age", "years"))
    assert corrected.run("check").code == 1


@pytest.mark.parametrize("setting", ["", 'overlays = ["fix.yaml"]\nexclude = { schemas = ["Pet"] }\n'])
def test_other_settings_generate_again(corrected: Project, setting: str) -> None:
    """An overlay that is no longer named, and a filter, count."""
    (corrected.folder / "pyproject.toml").write_text(CONFIGURATION + setting)
    assert corrected.run("check").code == 1


def test_every_command_sees_overlays_and_filters(corrected: Project) -> None:
    """What is validated and inspected is what is generated."""
    (corrected.folder / "fix.yaml").write_text(f"{OVERLAY}  - {{target: $.nothing, remove: true}}\n")
    for command in ("generate", "check", "validate", "inspect"):
        outcome = corrected.run(command, "pets")
        assert outcome.code == 2, command
        assert "error[overlay-target-not-found]" in outcome.err and "--> fix.yaml:6:" in outcome.err, outcome.err
    settings = 'exclude = { operations = ["*Pet"] }\ninclude = { schemas = ["Pet"] }\n'
    (corrected.folder / "pyproject.toml").write_text(CONFIGURATION + settings)
    assert corrected.run("validate", "pets").out == "pets: 0 operations, 1 model, no problems\n"
    assert [model["name"] for model in corrected.run("inspect", "pets", "--json").json["models"]] == ["Pet"]


def test_the_lock_is_the_same_everywhere(generated: Project, tmp_path: Path) -> None:
    """It names no folder of this machine."""
    assert str(tmp_path) not in (generated.package / "fledge.lock").read_text()
    assert list(json.loads((generated.package / "fledge.lock").read_text())["sources"]) == ["../../specs/pets.json"]
