"""What all commands have in common."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from fledge import cli
from fledge.version import FLEDGE, black
from tests.cli.conftest import ROOT, Project, process


def test_version(project: Project) -> None:
    """The version is that of the distribution."""
    assert project.run("--version").out == f"fledge {FLEDGE}\n"
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["version"] == FLEDGE


def test_version_of_black() -> None:
    """The version of Black is found without importing it."""
    from importlib.metadata import version

    assert black() == version("black")


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("check", "--nonsense"), ("generate", "--format", "xml")])
def test_usage(project: Project, arguments: tuple[str, ...]) -> None:
    """Wrong usage is said by the parser, with exit code 2."""
    outcome = project.run(*arguments)
    assert outcome.code == 2
    assert outcome.err.startswith("usage: fledge")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("generate", "pts"), "did you mean `pets`?"),
        (("check", "zoo"), "the clients are: pets"),
        (("generate", "specs/pets.json"), "specs/pets.json --output DIR"),
        (("generate", "--output", "x"), "--output needs a source"),
        (("generate", "--package", "x"), "--package needs --output"),
        (("validate", "pts"), "did you mean `pets`?"),
        (("inspect", "pets", "specs/pets.json"), "no client `specs/pets.json`"),
    ],
)
def test_names(project: Project, arguments: tuple[str, ...], said: str) -> None:
    """A name that is none is answered with what may have been meant."""
    outcome = project.run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_process(project: Project) -> None:
    """As a process of its own, the command does the same."""
    ran = process(project.folder, "generate")
    assert ran.returncode == 0, ran.stderr
    assert process(project.folder, "check").returncode == 0
    ran = process(project.folder, "check", "zoo")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Traceback" not in ran.stderr


def test_reader_that_stops(generated: Project) -> None:
    """A reader that has seen enough is no error to speak of."""
    command = f'"{sys.executable}" -m fledge inspect --json | true; exit ${{PIPESTATUS[0]}}'
    ran = subprocess.run(
        ["bash", "-c", command],
        cwd=generated.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        text=True,
    )
    assert ran.returncode in (0, 141)
    assert ran.stderr == ""


def test_full_output(generated: Project) -> None:
    """Output that cannot be written is an error and no traceback."""
    if not Path("/dev/full").exists():
        return
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "fledge", "check"],
            cwd=generated.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert ran.returncode == 2
    assert ran.stderr.startswith("error[system]: ") and "Traceback" not in ran.stderr


def test_terminal_without_characters(project: Project) -> None:
    """A terminal that lacks a character gets an escape."""
    project.describe('{"openapi": "3.1.0", "漢字": ]')
    ran = process(project.folder, "validate", env={"PYTHONIOENCODING": "ascii"})
    assert ran.returncode == 2
    assert "\\u6f22" in ran.stderr and "Traceback" not in ran.stderr


def test_modules_of_the_project_hide_none_of_fledge(project: Project) -> None:
    """A project may have modules that are called as those of Fledge are: `python -m` finds them first."""
    for name in ("generator", "cli", "config", "openapi", "loader", "builder", "emitter", "writer", "runtime"):
        (project.folder / f"{name}.py").write_text("raise SystemExit('the wrong module')")
    ran = process(project.folder, "generate")
    assert ran.returncode == 0, ran.stderr
    assert project.package.is_dir()


def test_interrupted(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt ends a run without noise."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("fledge.workflows.load.load_spec", interrupt)
    outcome = project.run("generate")
    assert (outcome.code, outcome.err) == (128 + signal.SIGINT, "fledge: interrupted\n")


def test_bug(project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A bug of ours is called one, and a traceback is shown to who asks for it."""

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("what\nnever happens")

    monkeypatch.setattr("fledge.workflows.load.load_spec", fail)
    assert cli.main(["generate"]) == 2
    err = capsys.readouterr().err
    assert "error[internal]: AssertionError" in err and "bug of Fledge" in err and "Traceback" not in err
    monkeypatch.setenv("FLEDGE_TRACEBACK", "1")
    assert cli.main(["generate"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_generating_what_is_up_to_date_imports_little(generated: Project) -> None:
    """It imports neither the stages, Black nor the validator, nor what comes with them."""
    code = (
        "import sys; from fledge.cli import main; main(['generate']); "
        "print(sorted({'black', 'blib2to3', 'jinja2', 'fledge.builder.build', 'openapi_spec_validator', 'jsonschema', 'ctypes', 'asyncio', "
        "'multiprocessing', 'concurrent', 'httpx2', 'msgspec'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=generated.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        text=True,
    )
    assert ran.stdout.splitlines()[-1] == "[]", ran.stderr
