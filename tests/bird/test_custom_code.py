"""docs/custom-code.md: its module is a user's, beside the package, and its calls reach a server."""

from __future__ import annotations

import asyncio
import importlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT
from tests.snippets import blocks

from . import examples
from .examples import ACCESS_KEY, CONVERSATION, WORKSPACE
from .server import Bird, running

MODULE, USE = blocks((ROOT / "docs" / "custom-code.md").read_text(encoding="utf-8"))
SENT = {
    "participantId": ACCESS_KEY,
    "participantType": "accessKey",
    "addMissingParticipants": True,
    "body": {"type": "text", "text": {"text": "Your order is on its way."}},
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the package, vendored under its own name, and the module of the page beside it."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "generated" / "bird_conversations", folder / "bird_conversations")
    (folder / "shop").mkdir()
    (folder / "shop" / "bird.py").write_text(MODULE, encoding="utf-8")
    names = ("workspace_id", "conversation_id", "access_key_id")
    (folder / "use.py").write_text("".join(f'{name} = ""\n' for name in names) + USE, encoding="utf-8")
    return folder


@pytest.fixture
def shop(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module, imported."""
    monkeypatch.syspath_prepend(str(project))
    yield importlib.import_module("shop.bird")
    for name in [name for name in sys.modules if name.partition(".")[0] in ("shop", "bird_conversations")]:
        del sys.modules[name]


@pytest.fixture
def server() -> Iterator[Bird]:
    with running() as bird:
        yield bird


def test_the_example_of_the_page_runs(
    shop: ModuleType, server: Bird, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the page shows sends the message that it speaks of, and prints what came of it."""
    monkeypatch.setenv("BIRD_ACCESS_KEY", "key")
    monkeypatch.setenv("BIRD_BASE_URL", server.url)
    exec(USE, {"workspace_id": WORKSPACE, "conversation_id": CONVERSATION, "access_key_id": ACCESS_KEY})
    assert server.last.path == f"/workspaces/{WORKSPACE}/conversations/{CONVERSATION}/messages"
    assert server.last.json == SENT
    assert capsys.readouterr().out.split()[0] == examples.MESSAGE


def test_with_options_and_async(shop: ModuleType, server: Bird) -> None:
    """Copies of a client are of the user's class, and so are their resources; the asynchronous client is alike."""
    options = {"access_key": "key", "base_url": server.url}
    with shop.Bird(**options) as bird:
        assert bird.messages is bird.messages
        copied = bird.with_options(headers={"X-Copy": "1"})
        copied.messages.send_text(WORKSPACE, CONVERSATION, "a", sender=ACCESS_KEY)
        assert server.last.headers["x-copy"] == "1"

    async def send() -> None:
        async with shop.AsyncBird(**options) as bird:
            await bird.messages.send_text(WORKSPACE, CONVERSATION, "Your order is on its way.", sender=ACCESS_KEY)

    asyncio.run(send())
    assert server.last.json == SENT


@pytest.mark.types
def test_the_example_type_checks(project: Path) -> None:
    """mypy --strict has nothing to say about the module and its use."""
    command = [sys.executable, "-m", "mypy", "--strict", "-p", "shop", "-m", "use"]
    result = subprocess.run(command, cwd=project, env={"PATH": ""}, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
