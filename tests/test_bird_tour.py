"""docs/bird.md does what it says: its commands, its Python against a server, its output."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.bird import examples
from tests.bird.server import Bird, running
from tests.conftest import ROOT
from tests.pages import Block, blocks, commands_of, is_shown

PAGE = ROOT / "docs" / "bird.md"


BLOCKS = list(blocks(PAGE.read_text(encoding="utf-8")))


# --- Python


def _pages(bird: Bird) -> None:
    bird.responds(200, examples.page(examples.conversation(), token="next"))
    bird.responds(200, examples.page(examples.conversation(name="Where is my parcel?")))


def _not_found(bird: Bird) -> None:
    bird.responds(404, examples.error("ConversationNotFound"), {"X-Request-Id": "8f14e45f"})


ANSWERS: dict[str, Callable[[Bird], None]] = {
    "List the conversations of a participant": _pages,
    "Errors": _not_found,
}
"""What the server says to the first block below a heading, where Bird's usual answers do not do."""


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The committed client under its own name, as a user imports it."""
    monkeypatch.syspath_prepend(str(ROOT / "generated"))
    yield importlib.import_module("bird_conversations")
    for name in [name for name in sys.modules if name.partition(".")[0] == "bird_conversations"]:
        del sys.modules[name]


def test_python(package: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python blocks run one after the other, and print what the text blocks behind them say."""
    namespace: dict[str, Any] = {"__name__": "tour"}
    answers = dict(ANSWERS)
    ran = 0
    with running() as bird:
        monkeypatch.setenv("BIRD_ACCESS_KEY", "secret")
        monkeypatch.setenv("BIRD_BASE_URL", bird.url)
        for block, following in zip(BLOCKS, [*BLOCKS[1:], None]):
            if block.language != "python":
                continue
            if answer := answers.pop(block.heading, None):
                answer(bird)
            printed = io.StringIO()
            code = compile("\n" * block.line + block.text, str(PAGE), "exec")
            with contextlib.redirect_stdout(printed):
                exec(code, namespace)
            expected = following.text if following and following.language == "text" else ""
            assert printed.getvalue() == expected, f"docs/bird.md:{block.line}"
            assert not bird.queue, f"docs/bird.md:{block.line}: not all answers were asked for"
            ran += 1
        statuses = [
            recorded.body
            for recorded in bird.requests
            if recorded.path.endswith(("john.doe%40bird.com", "%2B31612345678"))
        ]
        namespace["bird"].close()
    assert ran >= 10 and not answers
    assert statuses == [b'{"status":"active"}', b'{"status":null}', b""]


@pytest.mark.types
def test_python_is_typed(tmp_path: Path) -> None:
    """mypy --strict has no complaint about the Python blocks."""
    code = "\n".join(block.text for block in BLOCKS if block.language == "python")
    (tmp_path / "tour.py").write_text(code, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "tour.py"]
    environment = {**os.environ, "MYPYPATH": str(ROOT / "generated")}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stdout


# --- the shell

CONSOLES = [block for block in BLOCKS if block.language == "console"]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the commands of the tour read and write."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name in ("specs", "generated"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    (folder / "bin").mkdir()
    script = f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT / "generator"))} exec {shlex.quote(sys.executable)} -m fledge "$@"\n'
    (folder / "bin" / "fledge").write_text(script)
    (folder / "bin" / "fledge").chmod(0o755)
    # The lock knows the code that wrote the package: in the middle of a change it is another one.
    subprocess.run([folder / "bin" / "fledge", "generate"], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("block", CONSOLES, ids=lambda block: f"line{block.line}")
def test_console(block: Block, checkout: Path, tmp_path: Path) -> None:
    """The commands print what is shown; `...` stands for any lines."""
    here = tmp_path / "checkout"
    shutil.copytree(checkout, here)
    commands, shown = commands_of(block)
    script = "status=0\n" + "".join(f"printf '\\1'\n(exit $status)\n{each}\nstatus=$?\n" for each in commands)
    environment = {**os.environ, "PATH": f"{here / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", script], cwd=here, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    printed = done.stdout.decode().split("\1")[1:]
    assert len(printed) == len(commands)
    for command, output, wanted in zip(commands, printed, shown):
        assert is_shown(output, wanted), f"$ {command}\n{output}"
