"""Methods that stream what others return as a whole: they have the signatures of these, which stand once."""

from __future__ import annotations

import ast
import asyncio
import importlib
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from fledge.emitter.package import Package
from tests.client import document, imported, put, understand
from tests.corpus.checkers import mypy_errors, pyright_errors

TEXT = {"type": "string"}
WORD = {"type": "object", "required": ["word"], "properties": {"word": {"type": "string"}}}
ITEM = {"$ref": "#/components/schemas/Word"}
REPLY = {"type": "object", "required": ["words"], "properties": {"words": {"type": "array", "items": TEXT}}}
BODY = {
    "type": "object",
    "required": ["prompt"],
    "properties": {
        "prompt": {"type": "string", "description": "What to say."},
        "n": {"type": "integer", "description": "How many choices."},
        "stream": {"type": "boolean"},
    },
}
EVENTS = "text/event-stream"
CHAT = {"name": "room", "in": "path", "required": True, "schema": TEXT}
SSE = b'data: {"word": "Hi"}\n\ndata: {"word": "you"}\n\n'


def both(whole: Any, item: Any, media_type: str = EVENTS) -> dict[str, Any]:
    content = {"application/json": {"schema": whole}, media_type: {"schema": item}}
    return {"200": {"description": "", "content": content}}


def operation(id: str, **more: Any) -> dict[str, Any]:
    return {"tags": ["chat"], "operationId": id, "responses": both(REPLY, ITEM), **more}


PAGE = {
    "type": "object",
    "required": ["data", "next"],
    "properties": {"data": {"type": "array", "items": ITEM}, "next": {"type": ["string", "null"]}},
}
SENDS = {"requestBody": {"required": True, "content": {"application/json": {"schema": BODY}}}}
PATHS = {
    "/rooms/{room}/chat": {"post": operation("createChat", parameters=[CHAT], **SENDS)},
    "/old": {"post": operation("oldChat", deprecated=True, **SENDS)},
    "/words": {
        "get": operation(
            "listWords",
            parameters=[{"name": "cursor", "in": "query", "schema": TEXT}],
            responses=both(PAGE, ITEM, "application/jsonl"),
        )
    },
}
NAMES = {"POST /rooms/{room}/chat stream": "chat.begin", "tag chat": "chat"}
USE = """\
import asyncio
from typing import assert_type

from client import AsyncClient, Client, Response
from client.models import Word
from client._runtime.event_streams import AsyncEventStream, EventStream


def call(client: Client) -> None:
    assert_type(client.chat.begin("a", prompt="b", n=1, timeout=2.0), EventStream[Word])
    raw = client.chat.with_raw_response.begin("a", prompt="b")
    assert_type(raw, Response[EventStream[Word]])


async def wait(client: AsyncClient) -> None:
    assert_type(await client.chat.begin("a", prompt="b"), AsyncEventStream[Word])
    await asyncio.create_task(client.chat.begin("a", prompt="b"))
"""
WRONG = """\
from client import Client


def call(client: Client) -> None:
    client.chat.begin("a", prompt=1)
    client.chat.begin("a", promt="b", prompt="c")
    client.chat.begin(prompt="b")
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    source = tmp_path_factory.mktemp("document") / "openapi.json"
    source.write_text(json.dumps(document(PATHS, Word=WORD)), encoding="utf-8")
    return emit(understand(source, names=NAMES)[0], testing=True)


@pytest.fixture
def client(package: Package, tmp_path: Path) -> Iterator[ModuleType]:
    put(package, tmp_path / "client")
    with imported(tmp_path, "client") as module:
        yield module


def test_no_signature_stands_for_a_stream_again(package: Package) -> None:
    """But for deprecated methods, which need a decorator. A method stands behind the one whose signature it has."""
    classes = [node for node in ast.parse(package.files["resources/chat.py"]).body if isinstance(node, ast.ClassDef)]
    for each in classes[::3]:
        methods = [node for node in each.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)][:6]
        spelled = [node.name for node in methods if any(arg.arg == "prompt" for arg in node.args.kwonlyargs)]
        derived = [node.name for node in methods if node.args.vararg]
        assert [node.name for node in methods] == [
            "create",
            "begin",
            "list_words",
            "list_words_stream",
            "old",
            "old_stream",
        ]
        assert (spelled, derived) == (["create", "old", "old_stream"], ["begin", "list_words_stream"])


def test_a_stream_is_asked_for_with_the_arguments_of_the_whole(client: ModuleType) -> None:
    """Path variables, the body, `stream` set to true, and the options of the call arrive; each view works."""
    fake = importlib.import_module("client.testing").FakeTransport()
    made = client.Client(transport=fake, base_url="https://a.test")
    fake.on(made.chat.begin).responds(200, SSE, {"content-type": EVENTS})
    with made.chat.begin("a", prompt="b", extra_headers={"x": "y"}) as stream:
        assert [each.word for each in stream] == ["Hi", "you"]
    sent = fake.calls[0]
    assert (sent.path, sent.body, sent.headers["x"]) == ({"room": "a"}, {"prompt": "b", "stream": True}, "y")
    assert sent.headers["accept"] == EVENTS
    assert [each.word for each in made.chat.with_raw_response.begin("a", prompt="b").body] == ["Hi", "you"]
    with made.chat.with_streaming_response.begin("a", prompt="b") as response:
        assert b"".join(response.iter_bytes()) == SSE
    fake.on(made.chat.create).returns({"words": []})
    assert made.chat.create("a", prompt="b").words == []
    assert fake.calls[-1].body == {"prompt": "b", "stream": False}
    with pytest.raises(TypeError, match="prompt"):
        made.chat.begin("a")


def test_an_asynchronous_stream_is_awaited(client: ModuleType) -> None:
    """Of a list as well, whose own method is no coroutine."""
    fake = importlib.import_module("client.testing").AsyncFakeTransport()

    async def run() -> None:
        async with client.AsyncClient(transport=fake, base_url="https://a.test") as made:
            fake.on(made.chat.begin).responds(200, SSE, {"content-type": EVENTS})
            assert inspect.iscoroutinefunction(made.chat.begin)
            async with await made.chat.begin("a", prompt="b") as stream:
                assert [each.word async for each in stream] == ["Hi", "you"]
            lines = b'{"word": "Hi"}\n{"word": "you"}\n'
            fake.on(made.chat.list_words_stream).responds(200, lines, {"content-type": "application/jsonl"})
            async with await made.chat.list_words_stream(cursor="c") as stream:
                assert [each.word async for each in stream] == ["Hi", "you"]

    asyncio.run(run())


def test_help_knows_the_arguments(client: ModuleType) -> None:
    """Editors read the docs in the file; `help()`, notebooks and debuggers read them when the program runs."""
    for each in (client.Client().chat, client.AsyncClient().chat):
        assert [*inspect.signature(each.begin).parameters] == ["room", "prompt", "n", "options"]
        docs = inspect.getdoc(each.begin) or ""
        assert docs.startswith("`create`, with a streamed response") and "prompt: What to say." in docs


@pytest.mark.slow
@pytest.mark.types
def test_type_checkers_know_the_arguments_and_the_result(package: Package, tmp_path: Path) -> None:
    """Both accept the package and right calls of it in strict mode, and report wrong ones."""
    put(package, tmp_path / "client")
    for name, text in (("__init__", ""), ("right", USE), ("wrong", WRONG)):
        (tmp_path / "uses").mkdir(exist_ok=True)
        (tmp_path / "uses" / f"{name}.py").write_text(text, encoding="utf-8")
    for errors in (
        mypy_errors(tmp_path, "client", "uses", cache=tmp_path / "cache"),
        pyright_errors(tmp_path, "client", "uses"),
    ):
        assert sorted({each.split(": ")[0] for each in errors}) == [f"uses/wrong.py:{line}" for line in (5, 6, 7)]
