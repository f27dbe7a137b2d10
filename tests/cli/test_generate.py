"""`fledge generate`."""

from __future__ import annotations

import copy
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from fledge.workflows.load import load_api
from tests.cli.conftest import DESCRIPTION, Project, process


def test_configured(project: Project) -> None:
    """All configured clients are generated, and a line says what was done."""
    outcome = project.run("generate")
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("generated 1 operation, 1 model into generated/pets: ")
    assert outcome.out.splitlines()[0].endswith(" files changed, 0 removed")
    assert (project.package / "__init__.py").is_file()
    assert (project.package / "fledge.lock").is_file()
    assert sorted(path.name for path in project.package.parent.iterdir()) == ["pets"]


def test_again(generated: Project) -> None:
    """A second run changes nothing and says so."""
    before = generated.snapshot()
    outcome = generated.run("generate", "pets")
    assert outcome.out == "generated 1 operation, 1 model into generated/pets: nothing changed\n"
    assert generated.snapshot() == before


def test_version_of_the_description_changes_the_lock_only(generated: Project) -> None:
    """What the package does not show changes nothing of it but the lock."""
    before = generated.snapshot()
    generated.describe({**DESCRIPTION, "info": {"title": "Pets", "version": "2"}})
    assert generated.run("generate").out.endswith(": only the lock changed\n")
    after = generated.snapshot()
    assert [Path(path).name for path in before if before[path] != after[path]] == ["fledge.lock"]


def test_from_a_folder_below(generated: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The configuration is found from below; paths are shown as they are from there."""
    monkeypatch.chdir(generated.folder / "specs")
    outcome = generated.run("generate")
    assert outcome.out == "generated 1 operation, 1 model into ../generated/pets: nothing changed\n"


def test_source(project: Project) -> None:
    """A source can be generated from without any configuration."""
    (project.folder / "pyproject.toml").unlink()
    outcome = project.run("generate", "specs/pets.json", "--output", "out", "--package", "zoo")
    assert outcome.code == 0, outcome.err
    assert (project.folder / "out" / "zoo" / "__init__.py").is_file()
    assert project.run("generate", "specs/pets.json", "--output", "out").code == 0
    assert (project.folder / "out" / "pets" / "__init__.py").is_file()


@pytest.mark.parametrize("name", ["class", "a-b", "1a", "a.b", "../a", ""])
def test_package_name(project: Project, name: str) -> None:
    """A package has a name that can be imported."""
    outcome = project.run("generate", "specs/pets.json", "--output", "out", "--package", name)
    assert outcome.code == 2
    assert "error[package-name]" in outcome.err and "--package" in outcome.err
    assert not (project.folder / "out").exists()


def test_removed_operation(generated: Project) -> None:
    """What is no longer wanted is removed and counted."""
    description = copy.deepcopy(DESCRIPTION)
    description["paths"]["/owners"] = {
        "get": {
            "operationId": "listOwners",
            "tags": ["owners"],
            "responses": {"204": {"description": "Nothing."}},
        }
    }
    generated.describe(description)
    assert generated.run("generate").code == 0
    assert (generated.package / "resources" / "owners.py").is_file()
    generated.describe(DESCRIPTION)
    outcome = generated.run("generate")
    assert outcome.out.endswith(", 2 removed\n")
    assert not (generated.package / "resources" / "owners.py").exists()
    assert not (generated.package / "docs" / "owners.md").exists()


def test_markdown_imports_the_package_as_it_is_called(project: Project) -> None:
    """README and reference name the package, not the client; one of them edited by hand is told and kept."""
    configuration = project.folder / "pyproject.toml"
    configuration.write_text(configuration.read_text() + 'package = "zoo"\n')
    assert project.run("generate").code == 0
    package = project.folder / "generated" / "zoo"
    page = package / "docs" / "pets.md"
    for path in (package / "README.md", page):
        assert "\nfrom generated.zoo import Client\n" in path.read_text()
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert project.run("check").code == 0
    page.write_text(page.read_text() + "mine\n")
    outcome = project.run("generate")
    assert outcome.code == 2 and "docs/pets.md" in outcome.err
    assert page.read_text().endswith("mine\n")


def test_edited_by_hand(generated: Project) -> None:
    """A file that was edited by hand is named and kept, unless it is given up."""
    edited = generated.package / "_client.py"
    edited.write_text(edited.read_text() + "\n# mine\n")
    before = generated.snapshot()
    outcome = generated.run("generate")
    assert outcome.code == 2
    assert "error[file-modified]" in outcome.err and "edited by hand: _client.py" in outcome.err
    assert "--force" in outcome.err
    assert generated.snapshot() == before
    assert generated.run("generate", "--force").code == 0
    assert "# mine" not in edited.read_text()
    assert generated.run("check").code == 0


def test_file_in_the_way(project: Project) -> None:
    """A file that was there before is not ours to replace."""
    project.package.mkdir(parents=True)
    (project.package / "__init__.py").write_text("mine")
    (project.package / "own.txt").write_text("mine")
    outcome = project.run("generate")
    assert outcome.code == 2
    assert "not written by fledge: __init__.py" in outcome.err
    assert sorted(path.name for path in project.package.iterdir()) == ["__init__.py", "own.txt"]
    assert project.run("generate", "--force").code == 0
    assert (project.package / "own.txt").read_text() == "mine"


def test_errors_leave_the_package_untouched(generated: Project) -> None:
    """A description that became unreadable changes nothing of what was generated."""
    before = generated.snapshot()
    generated.describe('{"openapi": "3.1.0", ')
    outcome = generated.run("generate")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--> specs/pets.json:1:" in outcome.err
    assert outcome.err.endswith("1 error\n")
    assert generated.snapshot() == before


BROKEN = {**DESCRIPTION, "info": {"title": "Pets"}}  # the version is required


def test_strict(project: Project) -> None:
    """With --strict, warnings keep everything from being written, also when they were passed over before."""
    project.describe(BROKEN)
    outcome = project.run("generate", "--strict")
    assert outcome.code == 1
    assert "warning[" in outcome.err and "nothing was written" in outcome.err
    assert not project.package.exists()
    assert project.run("generate").code == 0
    assert project.run("generate", "--strict").code == 1


def test_broken_lock(generated: Project) -> None:
    """A lock that cannot be read is an error at its place."""
    (generated.package / "fledge.lock").write_text("{\n<<<<<<< ours\n")
    outcome = generated.run("generate")
    assert outcome.code == 2
    assert "merge conflict" in outcome.err and "fledge.lock:2:1" in outcome.err
    assert "git checkout HEAD -- generated/pets/fledge.lock\n" in outcome.err


def test_json(generated: Project) -> None:
    """For programs, one object says all of it."""
    generated.describe(BROKEN)
    (generated.package / "_client.py").unlink()
    outcome = generated.run("generate", "--format", "json")
    assert outcome.code == 0 and outcome.err == ""
    content = outcome.json
    client = content["clients"][0]
    assert (content["version"], content["command"], content["exit_code"]) == (1, "generate", 0)
    assert (client["client"], client["target"], client["written"]) == ("pets", "generated/pets", True)
    assert (client["operations"], client["models"]) == (1, 1)
    assert client["files"] == [{"path": "_client.py", "change": "missing"}]
    assert {"warning"} == {one["severity"] for one in client["diagnostics"]}
    assert client["diagnostics"][0]["location"]["file"] == "specs/pets.json"


def test_json_of_an_error(project: Project) -> None:
    """For programs, errors are in the object too, whatever they are about."""
    (project.folder / "pyproject.toml").write_text("[tool.fledge.clients.pets]\nsauce = 1\noutput = '.'\n")
    outcome = project.run("generate", "--format", "json")
    assert outcome.code == 2
    assert outcome.json["clients"] == []
    assert outcome.json["diagnostics"][0]["location"] == {
        "file": "pyproject.toml",
        "line": 2,
        "column": 1,
        "pointer": None,
    }


def test_github(project: Project) -> None:
    """For GitHub, diagnostics are annotations on stdout."""
    project.describe('{"openapi": "3.1.0",\n,}')
    outcome = project.run("generate", "--format", "github")
    assert outcome.code == 2
    assert outcome.out.startswith("::error file=specs/pets.json,line=2,col=1,title=")


def test_no_notes_for_github(project: Project) -> None:
    """A note would stand beside the same line of each pull request; whoever wants it asks for it."""
    project.describe({**DESCRIPTION, "components": {"schemas": {"Pet": {"required": ["name"]}}}})
    notes = project.run("validate", "--format", "json").json["clients"][0]["diagnostics"]
    assert {each["severity"] for each in notes} == {"note"}
    assert "::" not in project.run("validate", "--format", "github").out
    assert project.run("validate", "--format", "github", "--verbose").out.startswith("::notice ")


def test_one_client_of_two_fails(project: Project) -> None:
    """A client that fails keeps no other from being generated."""
    with (project.folder / "pyproject.toml").open("a") as file:
        file.write('[tool.fledge.clients.zoo]\nsource = "specs/zoo.json"\noutput = "generated"\n')
    outcome = project.run("generate")
    assert outcome.code == 2
    assert "specs/zoo.json" in outcome.err
    assert "into generated/pets: " in outcome.out


def test_unwritable(project: Project) -> None:
    """A folder that cannot be written is an error, not a traceback."""
    (project.folder / "generated").write_text("a file")
    outcome = project.run("generate")
    assert outcome.code == 2
    assert "generated" in outcome.err


def test_package_can_be_imported(generated: Project) -> None:
    """What was generated is a package."""
    ran = process(generated.folder, "check")
    assert (ran.returncode, ran.stderr) == (0, "")
    lock = json.loads((generated.package / "fledge.lock").read_text())
    assert sorted(lock) == [
        "black",
        "counts",
        "digest",
        "files",
        "generator",
        "lock",
        "made_with",
        "names",
        "sources",
    ]


def test_what_a_change_means_for_callers(generated: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Git has what the description was, the change is told in a few lines, in the words of callers.

    Only the old description is read for it: the new one was just generated from.
    """
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", *command], cwd=generated.folder, check=True)
    changed = copy.deepcopy(DESCRIPTION)
    changed["components"]["schemas"]["Pet"]["properties"] = {"name": {"type": "integer"}}
    generated.describe(changed)
    read: list[Path] = []
    monkeypatch.setattr(
        "fledge.workflows.diff.load_api",
        lambda *args, base, **more: read.append(base) or load_api(*args, base=base, **more),
    )
    outcome = generated.run("generate")
    assert outcome.code == 0, outcome.err
    assert "major: breaks callers (1 breaking change)" in outcome.out
    assert read != [Path.cwd()] and len(read) == 1
    assert outcome.out.splitlines()[-1] == "    `Pet.name` changed its type from `str` to `int`"
    assert "major" not in generated.run("generate", "--force").out


def test_what_is_not_told_can_be_asked_for(generated: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that shows all of it goes on to do so when the package is written, and committed; from any folder."""
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", *command], cwd=generated.folder, check=True)
    changed = copy.deepcopy(DESCRIPTION)
    changed["components"]["schemas"]["Pet"]["properties"] = {
        "name": {"type": "string", "description": "What it is called."},
        **{f"field{index}": {"type": "string"} for index in range(7)},
    }
    for folder, inside in (("specs", "HEAD:./pets.json pets.json"), (".", "HEAD:specs/pets.json specs/pets.json")):
        monkeypatch.chdir(generated.folder / folder)
        generated.describe(changed)
        outcome = generated.run("generate")
        assert outcome.code == 0, outcome.err
        lines = outcome.out.splitlines()[1:]
        assert lines[0].startswith("  minor: nothing breaks for callers (7 compatible changes")
        assert lines[1] == "    `Pet.field0` was added" and lines[-2] == "    ... and 2 more changes"
        asked = lines[-1].removeprefix("  all changes: fledge ")
        assert asked == f"diff {inside} --client pets"
        outcome = generated.run(*asked.split())
        assert outcome.code == 0 and outcome.out.count("was added") == 7, outcome.err
        subprocess.run(["git", "checkout", "-q", "."], cwd=generated.folder, check=True)


def test_notes_are_counted(project: Project) -> None:
    """They need no action, and would hide what does; a warning does not hide."""
    loose = copy.deepcopy(DESCRIPTION)
    loose["components"]["schemas"]["Pet"]["properties"] = {"any": {}}
    project.describe(loose)
    first = project.run("generate").err
    assert first == "2 notes; `fledge validate pets` shows all\n"
    loose["components"]["schemas"]["Pet"]["properties"] = {"any": {}, "other": {"$ref": "#/nowhere"}}
    project.describe(loose)
    outcome = project.run("generate")
    assert "note[" not in outcome.err and "warning[reference-unresolved]" in outcome.err
    assert re.search(r"\n1 warning, \d notes?; `fledge validate pets` shows all\n", outcome.err)
    assert "note[schema-untyped]" in project.run("validate", "pets").err


def test_a_renamed_client(generated: Project) -> None:
    """The package that it had is named, and what is to be done with it works: the names of its lock stay."""
    configuration = generated.folder / "pyproject.toml"
    configuration.write_text(configuration.read_text().replace("clients.pets", "clients.animals"))
    outcome = generated.run("generate")
    assert outcome.code == 0 and "note[package-left-behind]: generated/pets was generated from the same" in outcome.err
    assert "git mv generated/pets generated/animals && fledge generate" in outcome.err
    shutil.rmtree(generated.folder / "generated" / "animals")
    generated.package.rename(generated.folder / "generated" / "animals")
    outcome = generated.run("generate")
    assert (outcome.code, outcome.err) == (0, "")
    assert generated.run("check").code == 0


def test_without_git_a_change_is_not_told(generated: Project) -> None:
    """Then the old description is nowhere, and nothing is said of it."""
    changed = copy.deepcopy(DESCRIPTION)
    changed["paths"] = {"/cats": changed["paths"].pop("/pets/{petId}")}
    generated.describe(changed)
    outcome = generated.run("generate")
    assert outcome.code == 0
    assert "breaking" not in outcome.out


def test_the_users_own_files_stay(generated: Project) -> None:
    """What Fledge did not write is not touched, in the package and beside it; a module in it is reported by `check`."""
    own = [generated.package / "notes.txt", generated.package / "models" / "mine.py", generated.folder / "mine.py"]
    for path in own:
        path.write_text("# mine\n")
    changed = copy.deepcopy(DESCRIPTION)
    del changed["components"]["schemas"]["Pet"]["required"]
    generated.describe(changed)
    assert generated.run("generate").code == 0
    assert [path.read_text() for path in own] == ["# mine\n"] * 3
    outcome = generated.run("check")
    assert outcome.code == 1
    assert "extra: generated/pets/models/mine.py" in outcome.out
    assert "notes.txt" not in outcome.out


def test_rename(generated: Project) -> None:
    """The lock keeps names until `--rename` takes those of today, and prints a table of both."""
    description = copy.deepcopy(DESCRIPTION)
    operation = description["paths"]["/pets/{petId}"]["get"]
    operation |= {"x-fern-sdk-group-name": ["shop", "pets"], "x-fern-sdk-method-name": "read"}
    generated.describe(description)
    assert not (generated.package / "resources" / "shop_pets.py").exists()
    generated.run("generate")
    assert not (generated.package / "resources" / "shop_pets.py").exists()
    outcome = generated.run("generate", "--rename")
    assert outcome.code == 0, outcome.err
    lines = outcome.out.splitlines()
    assert lines[1].split() == ["old", "name", "new", "name", "of"]
    assert lines[2].split()[:2] == ["pets.get", "shop.pets.read"] and "GET /pets/" in lines[2]
    assert (generated.package / "resources" / "shop_pets.py").is_file()
    assert generated.run("generate").out.endswith("nothing changed\n")
    renamed = generated.run("generate", "--rename", "--format", "json").json["clients"][0]["renamings"]
    assert renamed == []
