"""The examples of Bird's README and reference pages, run against the server, and their requests judged."""

from __future__ import annotations

import ast
import asyncio
import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from fledge.config.pyproject import read_config
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.emitter import emit
from fledge.emitter.package import Package
from fledge.workflows.load import load_api
from fledge.writer import Lock
from tests.client import imported, put
from tests.conftest import ROOT
from tests.snippets import awaited, pages

from . import examples
from .server import OPERATIONS, Bird
from .wire import judge


@pytest.fixture(scope="module")
def package() -> Package:
    (client,) = [each for each in read_config(ROOT) if each.name == "bird_conversations"]
    understood = load_api(client, DiagnosticCollector(), base=ROOT, lock=Lock.read(client.package_dir), validator=False)
    assert understood
    return emit(understood.api, client.package_dir.name)


@pytest.fixture(scope="module")
def module(package: Package, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("reference")
    put(package, folder / "bird_conversations")
    with imported(folder, "bird_conversations") as module:
        yield module


@pytest.fixture(autouse=True)
def settings(bird: Bird, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIRD_BASE_URL", bird.url)
    monkeypatch.setenv("BIRD_ACCESS_KEY", "key")


def test_each_operation_has_an_example_that_bird_accepts(package: Package, module: ModuleType, bird: Bird) -> None:
    """Every page runs from its top to its end, calls each of its operations once, and the document allows all of it."""
    for path, code in pages(package.files).items():
        if path.startswith("docs/"):
            names: dict[str, Any] = {}
            for block in code:
                exec(compile(block, path, "exec"), names)
            names["client"].close()
    _judge(bird)


def test_each_example_can_be_awaited(package: Package, module: ModuleType, bird: Bird) -> None:
    """Written as the pages say, with `await` and `async for`, the examples are those of an asynchronous client."""

    async def run() -> None:
        async with module.AsyncClient() as client:
            for path, (_, *code) in pages(package.files).items():
                for block in code if path.startswith("docs/") else ():
                    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
                    waiting = eval(compile(awaited(block), path, "exec", flags), {"client": client})
                    assert inspect.isawaitable(waiting), block
                    await waiting

    asyncio.run(run())
    _judge(bird)


def _judge(bird: Bird) -> None:
    for recorded in bird.requests:
        judge(recorded)
    assert len(bird.requests) == len(OPERATIONS)
    assert {recorded.operation for recorded in bird.requests} == set(OPERATIONS)


def _readme(package: Package, marks: str) -> list[str]:
    """The blocks of the README in which some text stands."""
    result = [block for block in pages(package.files)["README.md"] if marks in block]
    assert result, marks
    return result


def test_the_readme_runs(package: Package, module: ModuleType, bird: Bird) -> None:
    """Each block of the README does something that Bird accepts, with a client made as it says."""
    code = pages(package.files)["README.md"]
    for block in code:
        before = len(bird.requests)
        with module.Client() as client:
            exec(compile(block, "README.md", "exec"), {"client": client})
        assert len(bird.requests) == before + 1, block
        judge(bird.last)
    assert len(code) == 6


def test_the_readme_catches_errors(
    package: Package, module: ModuleType, bird: Bird, capsys: pytest.CaptureFixture[str]
) -> None:
    """A documented failure is caught by its class, with its body typed; another one by the family."""
    (block,) = _readme(package, "except")
    with module.Client(max_retries=0) as client:
        bird.responds(404, examples.error("ConversationNotFound"), {"X-Request-Id": "request-7"})
        exec(block, {"client": client})
        assert capsys.readouterr().out.startswith("request-7 NotFoundErrorBody(code='ConversationNotFound'")
        bird.responds(503)
        exec(block, {"client": client})
        assert "503" in capsys.readouterr().out


def test_the_readme_walks_through_pages(
    package: Package, module: ModuleType, bird: Bird, capsys: pytest.CaptureFixture[str]
) -> None:
    """The loop of the README prints the items of all pages."""
    block = _readme(package, "for item in")[-1]
    bird.responds(200, {**examples.page(examples.conversation()), "nextPageToken": "next"})
    with module.Client() as client:
        exec(block, {"client": client})
    assert [recorded.arguments for recorded in bird.requests] == [{}, {"pageToken": "next"}]
    assert capsys.readouterr().out.count("Conversation(") == 2


def test_the_readme_has_the_whole_answer(
    package: Package, module: ModuleType, bird: Bird, capsys: pytest.CaptureFixture[str]
) -> None:
    """The status, the headers and the body are those that came; options reach the wire."""
    (raw,) = _readme(package, "with_raw_response")
    (options,) = _readme(package, "extra_headers")
    with module.Client() as client:
        exec(raw, {"client": client})
        exec(options, {"client": client})
    printed = capsys.readouterr().out
    assert printed.startswith("200 ") and "Conversation(" in printed
    assert bird.last.headers["x-trace"] == "1"
