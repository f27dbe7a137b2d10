"""`fledge check`."""

from __future__ import annotations

import copy
import shlex

import pytest

from tests.cli.conftest import DESCRIPTION, Project


def test_as_generated(generated: Project) -> None:
    """A package that is what would be generated passes."""
    outcome = generated.run("check")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("generated/pets: ") and outcome.out.endswith(" files, as generated\n")


def test_nothing_there(project: Project) -> None:
    """A package that is not there is missing, in one line."""
    outcome = project.run("check")
    assert outcome.code == 1
    assert outcome.out.startswith("missing: generated/pets (")
    assert outcome.out.count("\n") == 1
    assert not project.package.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("specs/pets.json", "--output", "two words", "--package", "cats"),
        ("specs/pets.json", "--output", "out"),
        ("--config", "other.toml"),
    ],
)
def test_the_command_that_generates(project: Project, arguments: tuple[str, ...]) -> None:
    """The command that it names can be pasted, whatever the package was checked with."""
    (project.folder / "pyproject.toml").rename(project.folder / "other.toml")
    outcome = project.run("check", *arguments)
    command = shlex.split(outcome.out.rpartition("run `")[2].removesuffix("`\n"))
    assert command[:2] == ["fledge", "generate"]
    assert project.run(*command[1:]).code == 0
    assert project.run("check", *arguments).code == 0


def test_in_the_way(project: Project) -> None:
    """Of a package that was never made, what is in its way is named, and the package is not printed."""
    project.package.mkdir(parents=True)
    (project.package / "__init__.py").write_text("x = 1\n")
    outcome = project.run("check")
    assert outcome.code == 1
    first, second = outcome.out.splitlines()
    assert first == "not written by fledge: generated/pets/__init__.py"
    assert second.startswith("missing: generated/pets (") and second.endswith(" files); run `fledge generate`")


def test_without_its_lock(generated: Project) -> None:
    """A package of which only the lock is gone is there."""
    (generated.package / "fledge.lock").unlink()
    outcome = generated.run("check")
    assert outcome.code == 1
    assert outcome.out.startswith("stale: generated/pets/fledge.lock\n")


def test_stale(generated: Project) -> None:
    """A changed description makes files stale, and a diff shows how."""
    description = copy.deepcopy(DESCRIPTION)
    description["components"]["schemas"]["Pet"]["properties"]["tag"] = {"type": "string"}
    generated.describe(description)
    before = generated.snapshot()
    outcome = generated.run("check")
    assert outcome.code == 1
    assert outcome.out.startswith("stale: generated/pets/models/pet.py\n\n--- a/generated/pets/models/pet.py\n")
    assert "\n+    tag: " in outcome.out
    assert outcome.out.endswith("generated/pets: 1 file not as generated; run `fledge generate`\n")
    assert generated.snapshot() == before


def test_edited(generated: Project) -> None:
    """An edit is called one, and the diff would undo it."""
    edited = generated.package / "models" / "pet.py"
    edited.write_text(edited.read_text() + "# mine\n")
    outcome = generated.run("check")
    assert outcome.code == 1
    assert outcome.out.startswith("edited by hand: generated/pets/models/pet.py\n")
    assert "\n-# mine\n" in outcome.out
    assert "\ngenerated/pets: `fledge generate` keeps edited files; to discard the edits: --force\n" in outcome.out


def test_removed(generated: Project) -> None:
    """A file that is gone is missing."""
    (generated.package / "models" / "pet.py").unlink()
    outcome = generated.run("check")
    assert outcome.code == 1
    assert outcome.out.startswith("missing: generated/pets/models/pet.py\n")
    assert "--- /dev/null\n+++ b/generated/pets/models/pet.py\n" in outcome.out


def test_extra(generated: Project) -> None:
    """A Python file that would not be generated is extra, whoever wrote it; other files are not our business."""
    (generated.package / "models" / "mine.py").write_text("")
    (generated.package / "NOTES.md").write_text("")
    outcome = generated.run("check")
    assert outcome.code == 1
    assert outcome.out == (
        "extra: generated/pets/models/mine.py\n"
        "\n"
        "generated/pets: 1 file not written by Fledge; move your files elsewhere, delete the others\n"
    )
    assert "NOTES" not in outcome.out


def test_no_longer_wanted(generated: Project) -> None:
    """A file that was generated and no longer would be is extra, and the diff removes it."""
    description = copy.deepcopy(DESCRIPTION)
    operation = description["paths"].pop("/pets/{petId}")
    operation["get"] |= {"tags": ["animals"], "operationId": "getAnimal"}
    description["paths"]["/animals/{petId}"] = operation
    generated.describe(description)
    outcome = generated.run("check")
    assert outcome.code == 1
    assert "extra: generated/pets/resources/pets.py\n" in outcome.out
    assert "missing: generated/pets/resources/animals.py\n" in outcome.out
    assert "--- a/generated/pets/resources/pets.py\n+++ /dev/null\n" in outcome.out


def test_stale_lock(generated: Project) -> None:
    """Where only the lock would change, it is what is stale."""
    generated.describe({**DESCRIPTION, "info": {"title": "Pets", "version": "2"}})
    outcome = generated.run("check")
    assert outcome.code == 1
    assert outcome.out.startswith("stale: generated/pets/fledge.lock\n")


def test_broken_description(generated: Project) -> None:
    """A description that cannot be read is bad input, not a finding."""
    generated.describe("[")
    outcome = generated.run("check")
    assert outcome.code == 2
    assert "error[" in outcome.err


def test_json(generated: Project) -> None:
    """For programs: the verdict of each file, and the diff."""
    (generated.package / "models" / "pet.py").unlink()
    outcome = generated.run("check", "--format", "json")
    assert outcome.code == 1
    client = outcome.json["clients"][0]
    assert client["files"] == [{"path": "models/pet.py", "verdict": "missing"}]
    assert client["diff"].startswith("--- /dev/null\n")


def test_github(generated: Project) -> None:
    """For GitHub: an annotation on each file."""
    (generated.package / "models" / "pet.py").unlink()
    outcome = generated.run("check", "--format", "github")
    assert outcome.code == 1
    assert outcome.out.startswith(
        "::error file=generated/pets/models/pet.py,title=missing::models/pet.py is not what would be generated\n"
    )
    assert "--- /dev/null\n" in outcome.out
