"""What else people do with branches in Git: squashes, cherry-picks, stashes, octopuses; `fledge generate` ends them all."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from fledge.diagnostics.conflict_marks import has_conflicts
from tests.cli.conftest import DESCRIPTION, Project
from tests.cli.test_merges import ATTRIBUTES, Repository, edited

ONE, TWO, THREE = (edited(DESCRIPTION, seed) for seed in (3, 4, 7))
Story = Callable[[Repository], None]


def two_branches(repository: Repository) -> None:
    repository.branch("one", {"pets": ONE, "birds": TWO})
    repository.branch("two", {"pets": TWO, "fish": ONE})


def squash(repository: Repository) -> None:
    two_branches(repository)
    repository.git("merge", "-q", "--squash", "one", check=False)


def squash_committed(repository: Repository) -> None:
    squash(repository)
    repository.describe("pets", ONE)
    repository.commit("squashed")


def squash_and_forget(repository: Repository) -> None:
    """As a host's button does it: the branch is gone, and only its lines are left."""
    squash_committed(repository)
    repository.git("branch", "-D", "one")
    repository.git("reflog", "expire", "--expire=now", "--all")
    repository.git("gc", "-q", "--prune=now")


def cherry_pick(repository: Repository) -> None:
    two_branches(repository)
    repository.git("cherry-pick", "one", check=False)


def cherry_pick_without_commit(repository: Repository) -> None:
    two_branches(repository)
    repository.git("cherry-pick", "-n", "one", check=False)


def revert(repository: Repository) -> None:
    two_branches(repository)
    repository.describe("pets", THREE)
    repository.generate()
    repository.commit("three")
    repository.git("revert", "--no-edit", "HEAD~1", check=False)


def stash(repository: Repository) -> None:
    repository.branch("one", {"pets": ONE, "birds": TWO})
    repository.describe("pets", TWO)
    repository.generate()
    repository.git("stash", "-q")
    repository.git("checkout", "-q", "main")
    repository.describe("pets", THREE)
    repository.generate()
    repository.commit("three")
    repository.git("stash", "pop", "-q", check=False)


def octopus(repository: Repository) -> None:
    for name, client in zip(("one", "two", "three"), ("pets", "birds", "fish")):
        repository.branch(name, {client: ONE})
    repository.git("merge", "-q", "--no-edit", "one", "two", check=False)


def octopus_of_one_client(repository: Repository) -> None:
    for name, seed in zip(("one", "two", "three"), (3, 4, 7)):
        repository.branch(name, {"pets": edited(DESCRIPTION, seed)})
    repository.git("merge", "-q", "--no-edit", "one", "two", check=False)


def one_after_the_other(repository: Repository) -> None:
    for name, seed in zip(("one", "two", "three"), (3, 4, 7)):
        repository.branch(name, {"pets": edited(DESCRIPTION, seed)})
    for name in ("one", "two"):
        repository.git("merge", "-q", "--no-edit", name, check=False)
        repository.describe("pets", ONE)
        repository.commit(f"merged {name}, and not generated")
    repository.commit("another commit")


def zdiff3(repository: Repository) -> None:
    two_branches(repository)
    repository.git("config", "merge.conflictStyle", "zdiff3")
    repository.git("merge", "-q", "--no-edit", "one", check=False)


def strategy_theirs(repository: Repository) -> None:
    two_branches(repository)
    repository.git("merge", "-q", "--no-edit", "-X", "theirs", "one", check=False)


def strategy_ours(repository: Repository) -> None:
    two_branches(repository)
    repository.git("merge", "-q", "--no-edit", "-s", "ours", "one", check=False)


def both_sides_in_an_editor(repository: Repository) -> None:
    """Who resolves conflicts by hand may take both sides."""
    two_branches(repository)
    repository.git("merge", "-q", "--no-edit", "one", check=False)
    for path in (repository.folder / "generated").rglob("*.py"):
        lines = path.read_text().split("\n")
        path.write_text("\n".join(each for each in lines if not each.startswith(("<<<<<<<", "=======", ">>>>>>>"))))
    repository.describe("pets", ONE)
    repository.commit("merged by hand")


def rebase_of_many(repository: Repository) -> None:
    repository.branch("one", {"pets": ONE})
    repository.branch("two", {"pets": TWO})
    for seed in (7, 8):
        repository.describe("pets", edited(DESCRIPTION, seed))
        repository.generate()
        repository.commit(f"more {seed}")
    repository.git("rebase", "-q", "one", check=False)


def add_add(repository: Repository) -> None:
    """Both branches add the same client."""
    for name, description in (("one", ONE), ("two", TWO)):
        repository.git("checkout", "-q", "-b", name, "main")
        table = '\n[tool.fledge.clients.cows]\nsource = "specs/cows.json"\noutput = "generated"\n'
        (repository.folder / "pyproject.toml").open("a").write(table)
        repository.describe("cows", description)
        repository.generate()
        repository.commit(name)
    repository.git("merge", "-q", "--no-edit", "one", check=False)
    repository.describe("cows", ONE)


def deleted_here(repository: Repository) -> None:
    """One branch takes the client away, with its table; the other one changes it."""
    repository.branch("one", {"pets": ONE})
    repository.git("checkout", "-q", "-b", "two", "main")
    repository.git("rm", "-rq", "generated/pets")
    repository.git("commit", "-qm", "gone")
    repository.git("merge", "-q", "--no-edit", "one", check=False)


def moved(repository: Repository) -> None:
    """One branch renames the client and moves its folder; the other one changes it."""
    repository.branch("one", {"pets": ONE})
    repository.git("checkout", "-q", "-b", "two", "main")
    table = repository.folder / "pyproject.toml"
    table.write_text(table.read_text().replace("clients.pets]", "clients.dogs]"))
    repository.git("mv", "generated/pets", "generated/dogs")
    repository.generate()
    repository.commit("moved")
    repository.git("merge", "-q", "--no-edit", "one", check=False)


def autocrlf(repository: Repository) -> None:
    repository.git("config", "core.autocrlf", "true")
    two_branches(repository)
    repository.git("rm", "-rq", "--cached", ".")
    repository.git("reset", "-q", "--hard")
    repository.git("merge", "-q", "--no-edit", "one", check=False)


def conflicts_in_conflicts(repository: Repository) -> None:
    """Marks were committed, and merged again."""
    for name, seed in zip(("one", "two", "three", "four"), (3, 4, 7, 9)):
        repository.branch(name, {"pets": edited(DESCRIPTION, seed)})
    for name in ("one", "two", "three"):
        repository.git("merge", "-q", "--no-edit", name, check=False)
        repository.commit(f"merged {name} with marks")


def checkout_ours(repository: Repository) -> None:
    two_branches(repository)
    repository.git("merge", "-q", "--no-edit", "one", check=False)
    repository.git("checkout", "--ours", "generated", check=False)


def checkout_theirs(repository: Repository) -> None:
    two_branches(repository)
    repository.git("merge", "-q", "--no-edit", "one", check=False)
    repository.git("checkout", "--theirs", "generated", check=False)


def lock_of_one_side(repository: Repository) -> None:
    two_branches(repository)
    repository.git("merge", "-q", "--no-edit", "one", check=False)
    repository.git("checkout", "--theirs", "generated/pets/fledge.lock", check=False)
    repository.describe("pets", ONE)
    repository.commit("merged, and not generated")
    repository.commit("and another commit")


def another_description(repository: Repository) -> None:
    """The commit with marks is not the last one, and the description went on."""
    two_branches(repository)
    repository.git("merge", "-q", "--no-edit", "one", check=False)
    repository.commit("with marks")
    repository.describe("pets", THREE)
    repository.commit("another description")


STORIES: tuple[Story, ...] = (
    squash,
    squash_committed,
    squash_and_forget,
    cherry_pick,
    cherry_pick_without_commit,
    revert,
    octopus,
    octopus_of_one_client,
    one_after_the_other,
    zdiff3,
    strategy_theirs,
    strategy_ours,
    both_sides_in_an_editor,
    rebase_of_many,
    add_add,
    deleted_here,
    moved,
    autocrlf,
    checkout_ours,
    checkout_theirs,
    lock_of_one_side,
    another_description,
)


def ends(project: Project, attributes: str, story: Story) -> None:
    """Once the descriptions are resolved, `fledge generate` is all that it takes, and blames nobody."""
    repository = Repository(project, attributes)
    story(repository)
    for path in (repository.folder / "specs").glob("*.json"):
        if has_conflicts(path.read_text()):
            path.write_text(json.dumps(ONE, indent=1))
    out = project.run("check").out
    assert "edited by hand" not in out and "--force" not in out, out
    repository.generate()
    repository.check()
    repository.commit("end")


@pytest.mark.slow
@ATTRIBUTES
@pytest.mark.parametrize("story", STORIES, ids=lambda story: str(story.__name__))
def test_generate_ends_it(project: Project, attributes: str, story: Story) -> None:
    """Whatever people did, with the merge driver or without it."""
    ends(project, attributes, story)


@pytest.mark.parametrize("attributes", ["merge=fledge", pytest.param("", marks=pytest.mark.slow)])
def test_a_stash_that_conflicts(project: Project, attributes: str) -> None:
    """What was generated before `git stash` is nobody's edit after `git stash pop`."""
    ends(project, attributes, stash)


def test_conflicts_in_conflicts(project: Project) -> None:
    """Marks that were committed and merged again do not make a lock unreadable."""
    ends(project, "", conflicts_in_conflicts)


OURS, THEIRS = '"version": "1"', '"version": "2"'
SPEC = json.dumps(DESCRIPTION, indent=1).replace(OURS, f"\n<<<<<<< HEAD\n{OURS}\n=======\n{THEIRS}\n>>>>>>> one\n")
BLOCK = f"# Pets\n\n```json\n{json.dumps(DESCRIPTION)}\n```\n"
CONFLICTS = {
    "specs/pets.json": SPEC,
    "specs/pets.yaml": "openapi: 3.1.0\ninfo:\n<<<<<<< HEAD\n  title: A\n=======\n  title: B\n>>>>>>> one\npaths: {}\n",
    "specs/in-block.md": f"# Pets\n\n```json\n{SPEC}\n```\n",
    "specs/of-blocks.md": f"<<<<<<< HEAD\n{BLOCK}=======\n{BLOCK}>>>>>>> one\n",
    "overlay.yaml": "overlay: 1.0.0\n<<<<<<< HEAD\nactions: []\n=======\nactions: [ ]\n>>>>>>> one\n",
}


@pytest.mark.parametrize("path", CONFLICTS)
@pytest.mark.parametrize("command", ["generate", "check"])
def test_a_conflict_in_what_people_write(project: Project, path: str, command: str) -> None:
    """A conflict that only people can resolve is called one, at its first mark."""
    (project.folder / path).write_text(CONFLICTS[path])
    if path == "overlay.yaml":
        with (project.folder / "pyproject.toml").open("a") as file:
            file.write('overlays = ["overlay.yaml"]\n')
    else:
        configuration = project.folder / "pyproject.toml"
        configuration.write_text(configuration.read_text().replace("specs/pets.json", path))
    outcome = project.run(command)
    line = CONFLICTS[path].split("\n").index("<<<<<<< HEAD") + 1
    assert outcome.code == 2 and "unresolved merge conflict" in outcome.err
    assert f"{path}:{line}:1" in outcome.err and "source-conflict" in outcome.err


def test_a_conflict_in_the_configuration(project: Project) -> None:
    """So is one in pyproject.toml."""
    configuration = project.folder / "pyproject.toml"
    configuration.write_text(f"{configuration.read_text()}<<<<<<< HEAD\nenv_prefix = 'A'\n=======\n>>>>>>> one\n")
    err = project.run("generate").err
    assert "config-syntax" in err and "unresolved merge conflict, which begins here" in err


def test_a_page_that_shows_a_conflict(project: Project) -> None:
    """A code block about Git is no conflict."""
    shown = "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> one\n```\n"
    (project.folder / "specs" / "page.md").write_text(f"{BLOCK}\n{shown}")
    assert project.run("validate", "specs/page.md").code == 0


def test_a_lock_of_a_newer_version_on_one_side(project: Project) -> None:
    """A conflict does not hide that the other side needs a newer Fledge."""
    assert project.run("generate").code == 0
    lock = project.folder / "generated" / "pets" / "fledge.lock"
    text = lock.read_text()
    newer = text.replace('"lock": 1', '"lock": 2')
    lock.write_text(f"<<<<<<< HEAD\n{text}=======\n{newer}>>>>>>> one\n")
    outcome = project.run("generate")
    assert outcome.code == 2 and "error[lock-version]" in outcome.err


def test_a_lock_of_many_files_that_are_not_there(project: Project) -> None:
    """A lock may list what nobody has: that costs a call of the system for each, and no more."""
    assert project.run("generate").code == 0
    lock = project.folder / "generated" / "pets" / "fledge.lock"
    content = json.loads(lock.read_text())
    content["files"] |= {f"models/m{index}.py": "0" * 64 for index in range(20_000)}
    lock.write_text(json.dumps(content))
    started = time.process_time()
    assert project.run("check").code == 1
    assert time.process_time() - started < 5
