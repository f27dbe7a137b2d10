"""README.md is short, its set-up is what CI runs, and its example is typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pages import blocks

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = list(blocks(TEXT))


def test_the_readme_is_short() -> None:
    """At most 200 lines: the pages have the rest."""
    assert len(TEXT.splitlines()) <= 200


def test_ci_runs_the_test_command() -> None:
    """The command that the README gives for tests is a line of `.ci/run`, word for word."""
    commands = [block.text.strip() for block in BLOCKS if block.language == "sh"]
    (tests,) = [command for command in commands if "pytest" in command]
    assert tests in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_commands_install_what_was_tested() -> None:
    """Both commands of the set-up install with constraints.txt."""
    commands = [block.text for block in BLOCKS if block.language == "sh" and "pip install" in block.text]
    assert len(commands) == 2
    assert all("pip install --quiet -c constraints.txt -e" in command for command in commands)


@pytest.mark.types
def test_the_example_is_typed(tmp_path: Path) -> None:
    """mypy --strict has no complaint about the Python block."""
    code = "\n".join(block.text for block in BLOCKS if block.language == "python")
    assert "Client()" in code
    (tmp_path / "readme.py").write_text(code, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "readme.py"]
    environment = {**os.environ, "MYPYPATH": str(ROOT / "generated")}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stdout
