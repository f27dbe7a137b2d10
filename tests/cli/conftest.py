"""A project with one small description, and the commands run in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fledge.cli import main

ROOT = Path(__file__).resolve().parents[2]

DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://pets.example"}],
    "paths": {
        "/pets/{petId}": {
            "get": {
                "operationId": "getPet",
                "tags": ["pets"],
                "parameters": [{"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}}],
                "responses": {
                    "200": {
                        "description": "The pet.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {"Pet": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}
    },
}

CONFIGURATION = """\
[project]
name = "shop"

[tool.fledge.clients.pets]
source = "specs/pets.json"
output = "generated"
"""


def describe_pets(folder: Path, description: Any) -> None:
    """Write the description of the configured client."""
    text = description if isinstance(description, str) else json.dumps(description, indent=1)
    (folder / "specs").mkdir(parents=True, exist_ok=True)
    (folder / "specs" / "pets.json").write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed for programs."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder to run commands in."""

    folder: Path
    run: Callable[..., Outcome]

    @property
    def package(self) -> Path:
        """Where the client is generated."""
        return self.folder / "generated" / "pets"

    def describe(self, description: Any) -> None:
        """Replace the description."""
        describe_pets(self.folder, description)

    def snapshot(self) -> dict[str, bytes]:
        """All files of the package, which commands that fail leave as they are."""
        return {str(path): path.read_bytes() for path in sorted(self.package.rglob("*")) if path.is_file()}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Project:
    """A project with a configuration and a description, from which nothing was generated yet."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Outcome:
        capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as exit:
            code = int(str(exit.code))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err and "error[internal]" not in captured.err, captured.err
        return Outcome(code=code, out=captured.out, err=captured.err)

    made = Project(folder=tmp_path, run=run)
    made.describe(DESCRIPTION)
    return made


@pytest.fixture
def generated(project: Project) -> Project:
    """A project whose client was generated."""
    outcome = project.run("generate")
    assert outcome.code == 0, outcome.err
    return project


def process(folder: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a command as a user does, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "fledge", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator"), **options.pop("env", {})},
        capture_output=True,
        encoding="utf-8",
        **options,
    )
