"""A client in a project with linters and formatters: they report nothing in it, and leave it as it is."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "generated" / "bird_conversations"
MINE = "import sys\nimport os, json\nx = {  'a':1 }; y=lambda: 1\n"

TOOLS = {
    "ruff, its defaults": ("ruff", "check", "--isolated", "--fix", "."),
    "ruff, all rules, short lines": ("ruff", "check", "--isolated", "--fix", "--select=ALL", "--line-length=79", "."),
    "ruff, all rules": ("ruff", "check", "--isolated", "--unsafe-fixes", "--fix", "--select=ALL", "."),
    "ruff, all rules, long lines": ("ruff", "check", "--isolated", "--fix", "--select=ALL", "--line-length=120", "."),
    "ruff format": ("ruff", "format", "--isolated", "."),
    "ruff format, short lines": ("ruff", "format", "--isolated", "--line-length=79", "."),
    "ruff format, long lines": ("ruff", "format", "--isolated", "--line-length=120", "."),
    "black": ("black", "--config=/dev/null", "."),
    "black, short lines": ("black", "--config=/dev/null", "--line-length=79", "--preview", "."),
    "black, long lines": ("black", "--config=/dev/null", "--line-length=120", "."),
    "isort": ("isort", "--settings-path=/dev/null", "."),
    "isort, as Black": ("isort", "--settings-path=/dev/null", "--profile=black", "--force-single-line-imports", "."),
    "flake8": ("flake8", "--isolated", "."),
    "flake8, short lines": ("flake8", "--isolated", "--max-line-length=60", "--max-complexity=2", "."),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a client, and a module of the user's own with something to report and to rewrite."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(PACKAGE, folder / "client", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def digests(folder: Path) -> dict[str, str]:
    """The content of each file of the client."""
    files = [path for path in sorted((folder / "client").rglob("*")) if path.is_file()]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS)
def test_a_linter_reports_and_changes_nothing(project: Path, command: tuple[str, ...]) -> None:
    """Neither with the tool's defaults nor with stricter settings.

    The tool works: it reports a module of the user's.
    """
    before = digests(project)
    (project / "mine.py").write_text(MINE)
    done = subprocess.run([sys.executable, "-m", *command], cwd=project, capture_output=True, text=True)
    text = done.stdout + done.stderr
    assert "client" not in text, text
    assert "mine.py" in text or (project / "mine.py").read_text() != MINE
    assert digests(project) == before


def test_pyupgrade_changes_nothing(project: Path) -> None:
    """Pyupgrade cannot be told to leave a file alone: there is nothing in it that it knows better."""
    before = digests(project)
    files = sorted(str(path) for path in (project / "client").rglob("*.py"))
    done = subprocess.run([sys.executable, "-m", "pyupgrade", "--py311-plus", *files], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert digests(project) == before
