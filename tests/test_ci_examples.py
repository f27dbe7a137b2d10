"""docs/ci.md: each example is what its tool reads, and its commands do in a repository what the page says."""

from __future__ import annotations

import os
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import DESCRIPTION, Project, generated, project
from tests.conftest import ROOT

__all__ = ["generated", "project"]

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
PRE_COMMIT, GITHUB, SCANNING, GITLAB = (
    yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
)
[LOCAL] = PRE_COMMIT["repos"][0]["hooks"]
[OWN] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
COMMANDS: dict[str, list[str]] = {
    "pre-commit": [LOCAL["entry"]],
    "own hook": [OWN["entry"]],
    "github": [step["run"] for step in GITHUB["jobs"]["clients"]["steps"] if "run" in step],
    "gitlab": GITLAB["clients"]["script"],
}


def run(project: Project, commands: list[str]) -> list[subprocess.CompletedProcess[str]]:
    """Run commands as a job does: in a shell, one after the other until one fails. Nothing is installed."""
    tools = project.folder / ".tools"
    tools.mkdir(exist_ok=True)
    for name, line in (("fledge", f'exec {shlex.quote(sys.executable)} -m fledge "$@"'), ("pip", "true")):
        (tools / name).write_text(f"#!/bin/sh\n{line}\n")
        (tools / name).chmod(0o755)
    env = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "generator")}
    done: list[subprocess.CompletedProcess[str]] = []
    for command in commands:
        done.append(
            subprocess.run(command, shell=True, cwd=project.folder, env=env, capture_output=True, encoding="utf-8")
        )
        if done[-1].returncode:
            break
    return done


def git(folder: Path, *arguments: str) -> str:
    """What git says."""
    identity = ("-c", "user.name=a", "-c", "user.email=a@b.c")
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout


@pytest.fixture
def repository(generated: Project) -> Project:
    """A repository in which all is committed."""
    (generated.folder / ".gitignore").write_text(".tools/\n")
    git(generated.folder, "init", "-q")
    git(generated.folder, "add", "--all")
    git(generated.folder, "commit", "-q", "-m", "all")
    return generated


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize("name", COMMANDS)
def test_commands(repository: Project, name: str) -> None:
    """They pass where all is as generated, change nothing, and fail where the description is ahead of the package."""
    commands = COMMANDS[name]
    assert any(command.startswith("fledge check") for command in commands)
    done = run(repository, commands)
    assert [each.returncode for each in done] == [0] * len(commands), done[-1].stderr
    assert git(repository.folder, "status", "--porcelain") == ""
    changed: dict[str, Any] = {**DESCRIPTION, "components": {"schemas": {"Pet": {"type": "string"}}}}
    repository.describe(changed)
    *before, last = run(repository, commands)
    assert [each.returncode for each in before] == [0] * (len(commands) - 1)
    assert last.returncode == 1
    assert ("::error" if name == "github" else "run `fledge generate`") in last.stdout


def test_the_hooks_are_the_same() -> None:
    """The hook of the repository differs from the local one only in who installs Fledge."""
    assert {**LOCAL, "language": "python"} == OWN


def test_the_attributes_are_those_of_init(project: Project) -> None:
    """The lines of the page are those that are written."""
    (project.folder / "pyproject.toml").write_text("")
    assert project.run("init", "specs/pets.json", "--gitattributes").code == 0
    assert f"```text\n{(project.folder / '.gitattributes').read_text()}```" in PAGE


def test_code_scanning(project: Project) -> None:
    """The step of code scanning writes a log of SARIF into the file that the next step uploads."""
    validate, upload = SCANNING
    [done] = run(project, [validate["run"]])
    assert done.returncode == 0, done.stderr
    log = json.loads((project.folder / upload["with"]["sarif_file"]).read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0"
