"""What a change means for callers is found by another process if the description is large, and is the same."""

from __future__ import annotations

import copy
import multiprocessing
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from fledge import second_process
from fledge.workflows import summary
from tests.cli.conftest import DESCRIPTION, Project


@pytest.fixture
def changed(generated: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project whose package is committed, and whose description has changed since; temporary files go into `temp`."""
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", *command], cwd=generated.folder, check=True)
    description = copy.deepcopy(DESCRIPTION)
    description["components"]["schemas"]["Pet"]["properties"] = {"name": {"type": "integer"}}
    generated.describe(description)
    temp = generated.folder / "temp"
    temp.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    return generated


def begin_always(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let each description be large, on a machine with a second core; the result has what was begun there."""
    begun: list[str] = []

    def run_beside(function: Callable[[Any], Any], argument: Any, stack: ExitStack) -> Callable[[], Any]:
        begun.append(function.__name__)
        return second_process.run_beside(function, argument, stack)

    monkeypatch.setattr(summary, "_LARGE", 0)
    monkeypatch.setattr(summary, "has_second_core", lambda: True)
    monkeypatch.setattr(summary, "run_beside", run_beside)
    return begun


def left_behind(project: Project) -> list[Path]:
    return list((project.folder / "temp").iterdir())


SUMMARY = """\
  major: breaks callers (1 breaking change)
    `Pet.name` changed its type from `str` to `int`
"""


def test_two_processes(changed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = begin_always(monkeypatch)
    outcome = changed.run("generate")
    assert outcome.code == 0 and outcome.out.endswith(SUMMARY), outcome.err
    assert begun == ["_read_silently"] and left_behind(changed) == []


def test_names_that_change(changed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new description is read with the old names, too; the summary is that of one process."""
    configuration = changed.folder / "pyproject.toml"
    configuration.write_text(f"{configuration.read_text()}names = {{ Pet = 'Animal' }}\n")
    alone = changed.run("generate")
    assert alone.code == 0 and "breaking" in alone.out, alone.err
    for command in (["checkout", "-q", "generated"], ["clean", "-fdq", "generated"]):
        subprocess.run(["git", *command], cwd=changed.folder, check=True)
    begun = begin_always(monkeypatch)
    outcome = changed.run("generate")
    assert begun and (outcome.code, outcome.out, outcome.err) == (0, alone.out, alone.err)


# Windows has no SIGKILL, by which this test ends the process.
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a signal of POSIX")
def test_a_second_process_that_is_killed(changed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old description is read here, then."""
    monkeypatch.setattr(second_process, "_obey", lambda: os.kill(os.getpid(), signal.SIGKILL))
    begun = begin_always(monkeypatch)
    outcome = changed.run("generate")
    assert outcome.code == 0 and outcome.out.endswith(SUMMARY), outcome.err
    assert begun == ["_read_silently"] and left_behind(changed) == []


def test_an_old_description_that_cannot_be_read(changed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is written without a summary, as by one process."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run([*git, "rm", "-q", "--cached", "specs/pets.json"], cwd=changed.folder, check=True)
    subprocess.run([*git, "commit", "-q", "--amend", "-m", "a"], cwd=changed.folder, check=True)
    begun = begin_always(monkeypatch)
    outcome = changed.run("generate")
    assert (outcome.code, outcome.err) == (0, "") and outcome.out.count("\n") == 1
    assert begun and left_behind(changed) == []


def test_a_run_that_fails(changed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the summary, and nothing of it is left."""
    begin_always(monkeypatch)
    (changed.package / "errors.py").write_text("# edited\n")
    outcome = changed.run("generate")
    assert outcome.code == 2 and "file-modified" in outcome.err
    assert left_behind(changed) == []


def test_ctrl_c(changed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written, and nothing is left of the summary."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    begun = begin_always(monkeypatch)
    before = changed.snapshot()
    monkeypatch.setattr("fledge.workflows.plan.emit", interrupt)
    outcome = changed.run("generate")
    assert outcome.code == 130 and begun and changed.snapshot() == before
    assert left_behind(changed) == []


def test_sources_that_are_the_same(generated: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to compare, and no second process."""
    begun = begin_always(monkeypatch)
    assert generated.run("generate", "--force").code == 0
    assert begun == []


def test_a_new_description_with_an_error(changed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run ends at once, and so does the process that still reads the old description."""
    begun = begin_always(monkeypatch)
    monkeypatch.setattr("fledge.workflows.diff.read_baseline", lambda *_: time.sleep(600))
    changed.describe("{")
    outcome = changed.run("generate")
    assert outcome.code == 2 and begun == ["_read_silently"], outcome.err
    assert multiprocessing.active_children() == [] and left_behind(changed) == []
