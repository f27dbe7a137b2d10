"""Merges of branches in Git that both change generated packages; `fledge generate` is the way out of all of them."""

from __future__ import annotations

import copy
import json
import os
import random
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from fledge.workflows.init_files import MERGE_DRIVER
from fledge.diagnostics.conflict_marks import has_conflicts
from tests.cli.conftest import DESCRIPTION, Project

CLIENTS = ("pets", "birds", "fish")


class Repository:
    """A repository with several clients, committed on `main`."""

    def __init__(self, project: Project, attributes: str, clients: Sequence[str] = CLIENTS) -> None:
        self.project, self.folder = project, project.folder
        tables = [
            f'[tool.fledge.clients.{name}]\nsource = "specs/{name}.json"\noutput = "generated"\n' for name in clients
        ]
        (self.folder / "pyproject.toml").write_text("\n".join(tables))
        self.git("init", "-q", "-b", "main")
        for key, value in (("user.name", "A"), ("user.email", "a@example.com"), ("commit.gpgsign", "false")):
            self.git("config", key, value)
        if attributes:
            (self.folder / ".gitattributes").write_text(f"fledge.lock {attributes}\n")
        if attributes == "merge=fledge":
            driver = shlex.split(MERGE_DRIVER)[-1].replace("fledge", f"{shlex.quote(sys.executable)} -m fledge", 1)
            self.git("config", "merge.fledge.driver", driver)
        for name in clients:
            self.describe(name, DESCRIPTION)
        self.generate()
        self.commit("first")

    def git(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=False, env={**os.environ}
        )
        assert done.returncode == 0 or not check, f"{arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "--no-edit", "-m", message)

    def generate(self, *arguments: str) -> str:
        outcome = self.project.run("generate", *arguments)
        assert outcome.code == 0, outcome.err
        return outcome.out

    def description(self, name: str) -> Any:
        return json.loads((self.folder / "specs" / f"{name}.json").read_text())

    def describe(self, name: str, description: Any) -> None:
        (self.folder / "specs" / f"{name}.json").write_text(json.dumps(description, indent=1))

    def lock(self, name: str) -> Any:
        return json.loads((self.folder / "generated" / name / "fledge.lock").read_text())

    def branch(self, name: str, edits: dict[str, Any]) -> None:
        """Generate and commit descriptions on a branch of `main`."""
        self.git("checkout", "-q", "-b", name, "main")
        for client, description in edits.items():
            self.describe(client, description)
        self.generate()
        self.commit(name)

    def merge(self, ours: str, theirs: str, merged: dict[str, Any]) -> None:
        """Merge a branch into another; who merges resolves the descriptions, and nothing else."""
        self.git("checkout", "-q", ours)
        self.git("merge", "-q", "--no-edit", theirs, check=False)
        for client, description in merged.items():
            self.describe(client, description)

    def check(self) -> None:
        outcome = self.project.run("check")
        assert outcome.code == 0, outcome.out
        for path in (self.folder / "generated").rglob("*"):
            assert not path.is_file() or not has_conflicts(path.read_text(encoding="utf-8")), path


def edited(description: Any, seed: int) -> Any:
    """A description with a few random edits, each of which changes several files of the package."""
    pick = random.Random(seed)
    changed = copy.deepcopy(description)
    schemas, paths = changed["components"]["schemas"], changed["paths"]
    for number in range(pick.randint(1, 4)):
        name = pick.choice(("age", "color", "owner", "weight", "zip"))
        match pick.randrange(5):
            case 0:
                schemas["Pet"]["properties"][name] = {"type": pick.choice(("string", "integer"))}
            case 1:
                schemas["Pet"]["properties"].pop(name, None)
                schemas["Pet"]["description"] = f"Text {seed} {number}."
            case 2:
                schemas[f"Part{name}"] = {"type": "object", "properties": {"id": {"type": "string"}, name: {}}}
                schemas["Pet"]["properties"][f"part_{name}"] = {"$ref": f"#/components/schemas/Part{name}"}
            case 3:
                paths[f"/pets/{{petId}}/{name}"] = copy.deepcopy(paths["/pets/{petId}"])
                paths[f"/pets/{{petId}}/{name}"]["get"]["operationId"] = f"get{name.title()}{seed}"
            case _:
                paths["/pets/{petId}"]["get"].setdefault("responses", {})[str(pick.randint(400, 409))] = {
                    "description": "An error."
                }
    return changed


NINE = ("pets", "birds", "fish", "cats", "dogs", "cows", "bees", "goats", "toads")


@pytest.mark.slow
@pytest.mark.parametrize(("attributes", "merges"), [("merge=fledge", 21), ("-merge", 10), ("", 10)])
def test_a_history_of_merges_of_nine_clients(project: Project, attributes: str, merges: int) -> None:
    """41 merges, each on top of the one before: what both branches edited is merged by hand, to anything."""
    repository = Repository(project, attributes, NINE)
    pick = random.Random(merges)
    for number in range(merges):
        edits = [
            {name: edited(repository.description(name), pick.randrange(10**6)) for name in NINE if pick.random() < 0.5}
            for _ in (1, 2)
        ]
        for side, changed in enumerate(edits):
            repository.branch(f"side{number}.{side}", changed)
        both = [name for name in NINE if name in edits[0] and name in edits[1]]
        merged = {name: edited(edits[pick.randrange(2)][name], number) for name in both}
        repository.merge(f"side{number}.0", f"side{number}.1", merged)
        if pick.random() < 0.3:
            repository.commit("merged, and not generated")
        repository.generate()
        repository.check()
        repository.commit(f"merge {number}")
        repository.git("branch", "-f", "main", "HEAD")
    assert repository.generate().count("nothing changed") == len(NINE)


ATTRIBUTES = pytest.mark.parametrize("attributes", ["merge=fledge", "-merge", ""])


@ATTRIBUTES
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 6))])
def test_random_merges(project: Project, attributes: str, seed: int) -> None:
    """Whatever two branches changed in several clients, `fledge generate` ends the merge, with nobody blamed."""
    repository = Repository(project, attributes)
    pick = random.Random(seed)
    changed = [
        {name: edited(DESCRIPTION, pick.randrange(10**6)) for name in CLIENTS if pick.random() < 0.8} for _ in (1, 2)
    ]
    for name, edits in zip(("one", "two"), changed):
        repository.branch(name, edits)
    both = set(changed[0]) | set(changed[1])
    # Not the union: what is merged by hand may be anything.
    merged = {name: edited(changed[pick.randrange(2)].get(name, DESCRIPTION), seed) for name in sorted(both)}
    repository.merge("two", "one", merged)
    repository.generate()
    repository.check()
    repository.commit("merged")
    assert repository.generate().count("nothing changed") == len(CLIENTS)


@ATTRIBUTES
def test_a_merge_that_was_committed_as_it_was(project: Project, attributes: str) -> None:
    """After `git commit`, too, what Git merged is nobody's edit."""
    repository = Repository(project, attributes)
    one, two = edited(DESCRIPTION, 3), edited(DESCRIPTION, 4)
    repository.branch("one", {"pets": one, "birds": two})
    repository.branch("two", {"pets": two, "birds": one, "fish": one})
    repository.merge("one", "two", {"pets": one, "birds": two, "fish": one})
    repository.commit("merged, and not generated")
    repository.generate()
    repository.check()


@ATTRIBUTES
def test_a_rebase(project: Project, attributes: str) -> None:
    """During a rebase and after it, `fledge generate` is all that it takes."""
    repository = Repository(project, attributes)
    repository.branch("one", {"pets": edited(DESCRIPTION, 5), "birds": edited(DESCRIPTION, 6)})
    repository.branch("two", {"pets": edited(DESCRIPTION, 7), "fish": edited(DESCRIPTION, 8)})
    repository.git("rebase", "-q", "one", check=False)
    if (repository.folder / ".git" / "REBASE_HEAD").exists():
        repository.describe("pets", edited(DESCRIPTION, 7))
        repository.generate()
        repository.git("add", "-A")
        repository.git("-c", "core.editor=true", "rebase", "--continue")
    repository.describe("pets", edited(DESCRIPTION, 9))
    repository.generate()
    repository.check()


@ATTRIBUTES
@pytest.mark.parametrize("committed", [False, True])
def test_the_names_of_both_sides_stay(project: Project, attributes: str, committed: bool) -> None:
    """A name that a branch keeps in its lock, against what would be chosen today, is kept by the merge."""
    repository = Repository(project, attributes)
    names = {"Alpha": "First", "Omega": "Last"}
    for branch, schema in (("one", "Alpha"), ("two", "Omega")):
        description = copy.deepcopy(DESCRIPTION)
        description["components"]["schemas"][schema] = {"type": "object", "properties": {"id": {"type": "string"}}}
        description["components"]["schemas"]["Pet"]["properties"]["x"] = {"$ref": f"#/components/schemas/{schema}"}
        table = repository.folder / "pyproject.toml"
        repository.git("checkout", "-q", "-b", branch, "main")
        before = table.read_text()
        table.write_text(
            f'{before}\n[tool.fledge.clients.pets.names]\n"#/components/schemas/{schema}" = "{names[schema]}"\n'
        )
        repository.describe("pets", description)
        repository.generate()
        table.write_text(before)
        repository.generate()
        repository.commit(branch)
    both = copy.deepcopy(description)
    both["components"]["schemas"]["Alpha"] = both["components"]["schemas"]["Omega"]
    both["components"]["schemas"]["Pet"]["properties"]["y"] = {"$ref": "#/components/schemas/Alpha"}
    repository.merge("two", "one", {"pets": both})
    if committed:
        repository.commit("merged")
    repository.generate()
    repository.check()
    kept = repository.lock("pets")["names"]
    assert {name for key, name in kept.items() if "Alpha" in key or "Omega" in key} == {"First", "Last"}


@pytest.mark.parametrize("is_committed", [False, True])
def test_what_a_person_wrote_is_kept(project: Project, is_committed: bool) -> None:
    """A line that neither side generated is an edit, whether Git left marks in the file or not."""
    repository = Repository(project, "merge=fledge")
    one, two = (copy.deepcopy(DESCRIPTION) for _ in (1, 2))
    one["components"]["schemas"]["Pet"]["properties"]["age"] = {"type": "integer"}
    two["components"]["schemas"]["Pet"]["properties"]["bark"] = {"type": "integer"}
    repository.branch("one", {"pets": one})
    repository.branch("two", {"pets": two})
    repository.merge("one", "two", {"pets": one})
    path = repository.folder / "generated" / "pets" / "models" / "pet.py"
    assert has_conflicts(path.read_text())
    path.write_text(path.read_text().replace("<<<<<<<", "# mine\n<<<<<<<", 1))
    if is_committed:
        repository.commit("with marks")
    outcome = project.run("generate")
    assert outcome.code == 2 and "unresolved conflict: models/pet.py" in outcome.err
    assert outcome.err.count("models/pet.py") == 1 and "edited by hand" not in outcome.err
    assert "# mine" in path.read_text()
    assert "unresolved conflict: generated/pets/models/pet.py" in project.run("check").out
    repository.generate("--force")
    repository.check()


def test_what_check_says_of_a_merge(project: Project) -> None:
    """`check` calls merged files what they are, and does not advise to discard edits."""
    repository = Repository(project, "-merge")
    one, two = edited(DESCRIPTION, 3), edited(DESCRIPTION, 4)
    repository.branch("one", {"pets": one})
    repository.branch("two", {"pets": two})
    repository.merge("one", "two", {"pets": one})
    out = project.run("check", "pets").out
    assert "merged by git: generated/pets/" in out and "edited by hand" not in out and "--force" not in out


def test_the_driver_fails_where_a_lock_is_none(tmp_path: Path, project: Project) -> None:
    """Git then keeps our side, and reports a conflict."""
    for name in ("base", "ours", "theirs"):
        (tmp_path / name).write_text("{}")
    outcome = project.run("merge", *(str(tmp_path / name) for name in ("base", "ours", "theirs")))
    assert outcome.code == 2 and "error[lock-invalid]" in outcome.err
    assert (tmp_path / "ours").read_text() == "{}"


def test_errors_name_their_client(project: Project) -> None:
    """In a run over several clients, what failed says of which it is; a run over one client need not."""
    Repository(project, "")
    repository_source = project.folder / "specs" / "birds.json"
    repository_source.write_text('{"openapi": "3.1.0"')
    for command in ("generate", "check", "validate", "diff"):
        assert "\nbirds: 1 error" in project.run(command).err, command
        assert "birds: 1 error" not in project.run(command, "birds").err
    annotations = project.run("check", "--format", "github").out
    assert "title=birds: " in annotations or "title=birds%3A " in annotations


def test_a_reference_that_leads_nowhere_keeps_the_digests(project: Project) -> None:
    """Nothing outside of a document can mend its reference to itself: what changed is told as ever."""
    repository = Repository(project, "")
    broken = copy.deepcopy(DESCRIPTION)
    broken["components"]["schemas"]["Pet"]["properties"]["x"] = {"$ref": "#/components/schemas/Nowhere"}
    repository.describe("pets", broken)
    repository.generate("pets")
    repository.commit("broken")
    assert list(repository.lock("pets")["sources"]) == ["../../specs/pets.json"]
    assert "nothing changed" in repository.generate("pets")
    broken["components"]["schemas"]["Pet"]["properties"]["age"] = {"type": "integer"}
    repository.describe("pets", broken)
    assert "`Pet.age` was added" in repository.generate("pets")
    missing = copy.deepcopy(broken)
    missing["components"]["schemas"]["Pet"]["properties"]["x"] = {"$ref": "missing.json#/X"}
    repository.describe("pets", missing)
    repository.generate("pets")
    assert repository.lock("pets")["sources"] == {}  # the file may come
    assert "a file of them was missing" in project.run("diff", "pets").err
