"""Generated methods that stream, called."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import imported, put, understand
from tests.conftest import ROOT
from tests.runtime.http.conftest import Api, Server


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    folder = tmp_path_factory.mktemp("packages")
    found: dict[str, ModuleType] = {}
    for case in ("events_and_json", "event_stream_items"):
        api, _ = understand(ROOT / "tests" / "cases" / case / "openapi.yaml")
        put(emit(api, testing=True), folder / f"{case}_client")
    with imported(folder, "events_and_json_client") as one, imported(folder, "event_stream_items_client") as two:
        found.update(chat=one, events=two)
        yield found


def called(package: ModuleType, server: Server, call: Any, *, asynchronous: bool) -> list[Any]:
    """What `call` of a client gives: the items of its stream, or its only result."""
    if not asynchronous:
        with package.Client(base_url=server.url) as client:
            result = call(client)
            return list(result) if hasattr(result, "__iter__") else [result]

    async def main() -> list[Any]:
        async with package.AsyncClient(base_url=server.url) as client:
            result = await call(client)
            return [item async for item in result] if hasattr(result, "__aiter__") else [result]

    return asyncio.run(main())


@pytest.mark.parametrize("asynchronous", [False, True])
def test_whole_or_as_a_stream(packages: dict[str, ModuleType], server: Server, asynchronous: bool) -> None:
    """Each of the two methods asks for what it decodes."""
    models = packages["chat"].models
    server.answer(200, {"text": "ab"})
    (whole,) = called(
        packages["chat"], server, lambda c: c.chat.create_completion(prompt="x"), asynchronous=asynchronous
    )
    assert whole == models.Completion(text="ab")
    assert server.last.json == {"prompt": "x", "stream": False}
    assert server.last.headers["accept"] == "application/json"
    server.stream(b'data: {"delta": "a"}\n\ndata: {"delta": "b"}\n\ndata: [DONE]\n\n')
    found = called(
        packages["chat"], server, lambda c: c.chat.create_completion_stream(prompt="x"), asynchronous=asynchronous
    )
    assert found == [models.Chunk(delta="a"), models.Chunk(delta="b")]
    assert server.last.json == {"prompt": "x", "stream": True}
    assert server.last.headers["accept"] == "text/event-stream"


@pytest.mark.parametrize("asynchronous", [False, True])
def test_named_events(packages: dict[str, ModuleType], server: Server, asynchronous: bool) -> None:
    """The data of each event is decoded by its name."""
    server.stream(
        b'event: added\ndata: {"name": "a"}\n\nevent: note\ndata: {"name": "a"}\n\nevent: removed\ndata: {"id": 7}\n\n'
    )
    added, note, removed = called(packages["events"], server, lambda c: c.events.named(), asynchronous=asynchronous)
    assert added == packages["events"].models.Added(name="a")
    assert note == '{"name": "a"}'
    assert removed.id == 7


@pytest.mark.parametrize("asynchronous", [False, True])
def test_events_with_other_names(packages: dict[str, ModuleType], server: Server, asynchronous: bool) -> None:
    """An event whose name is not documented, or that has none, is the first type that its data has."""
    models = packages["events"].models
    server.stream(
        b'event: ping\ndata: {}\n\ndata: {"name": "a"}\n\nevent: more\ndata: {"id": 7}\n\ndata: hello\n\ndata:\n\n'
    )
    ping, added, removed, text = called(
        packages["events"], server, lambda c: c.events.named(), asynchronous=asynchronous
    )
    assert (ping, added, removed.id, text) == ("{}", models.Added(name="a"), 7, "hello")


@pytest.mark.parametrize("strict", [False, True])
def test_events_that_no_type_fits(packages: dict[str, ModuleType], server: Server, strict: bool) -> None:
    """Without a type for text they are plain JSON or text, and an error for a strict client."""
    package = packages["events"]
    server.stream(b'event: ping\ndata: {"at": 1}\n\nevent: ping\ndata: hello\n\n')
    with package.Client(base_url=server.url, strict_responses=strict) as client:
        if strict:
            with pytest.raises(package.ResponseDecodeError, match="none of those that are documented"):
                list(client.events.objects())
        else:
            assert list(client.events.objects()) == [{"at": 1}, "hello"]


def test_events_that_are_described_as_such(packages: dict[str, ModuleType], server: Server) -> None:
    """Where a schema describes the event, what comes is its data."""
    for call in (lambda c: c.events.item(), lambda c: c.events.variants(), lambda c: c.events.listed()):
        server.stream(b'event: added\ndata: {"name": "a"}\n\n')
        found = called(packages["events"], server, call, asynchronous=False)
        assert found == [packages["events"].models.Added(name="a")]


def test_the_fake_transport_tells_them_apart(packages: dict[str, ModuleType]) -> None:
    """The two methods of one operation have answers of their own; those of a stream are given as bytes."""
    package = packages["chat"]
    importlib.import_module(f"{package.__name__}.testing")
    fake = package.testing.FakeTransport()
    client = package.Client(transport=fake, base_url="https://example.com")
    fake.on(client.chat.create_completion).returns(package.models.Completion(text="ab"))
    fake.on(client.chat.create_completion_stream).responds(200, b'data: {"delta": "a"}\n\n')
    assert client.chat.create_completion(prompt="x").text == "ab"
    assert [chunk.delta for chunk in client.chat.create_completion_stream(prompt="x")] == ["a"]
    fake.on(client.chat.create_completion_stream).assert_called_with(prompt="x")
    fake.on(client.chat.create_completion).assert_called(1)


WATCH = """
openapi: 3.1.0
info: {title: Pods, version: "1"}
components:
  schemas:
    WatchEvent: {type: object, required: [type], properties: {type: {type: string}, object: {}}}
    PodList: {type: object, required: [items], properties: {items: {type: array, items: {type: object}}}}
paths:
  /watch/pods:
    get:
      operationId: watchPods
      tags: [pods]
      responses:
        "200":
          description: ""
          content:
            application/json: &event {schema: {$ref: "#/components/schemas/WatchEvent"}}
            application/json;stream=watch: *event
            application/yaml: *event
  /pods:
    get:
      operationId: listPods
      tags: [pods]
      responses:
        "200":
          description: ""
          content:
            application/json: &list {schema: {$ref: "#/components/schemas/PodList"}}
            application/json;stream=watch: *list
  /changes:
    get:
      operationId: changes
      tags: [pods]
      responses:
        "200":
          description: ""
          content:
            application/json: *list
            application/json; Stream="on": *event
"""


def test_json_that_a_parameter_says_to_be_streamed(api: Api, server: Server, tmp_path: Path) -> None:
    """An operation that sends one kind of items is a stream; a list is none, and with other items there are both."""
    source = tmp_path / "openapi.yaml"
    source.write_text(WATCH, encoding="utf-8")
    put(emit(understand(source)[0]), tmp_path / "watching")
    lines = b'{"type": "ADDED", "object": {"a": 1}}\n{"type": "DELETED"}\n'
    with imported(tmp_path, "watching") as module:
        client = (module.AsyncClient if api.asynchronous else module.Client)(base_url=server.url)

        def types(method: Any) -> list[str]:
            server.answer(200, lines, headers={"Content-Type": "application/json"})

            async def asynchronous() -> list[str]:
                async with await method() as stream:
                    return [each.type async for each in stream]

            if api.asynchronous:
                return api.run(asynchronous())
            with method() as stream:
                return [each.type for each in stream]

        assert types(client.pods.watch) == ["ADDED", "DELETED"]
        assert server.last.headers["accept"] == "application/json;stream=watch"
        assert types(client.pods.changes_stream) == ["ADDED", "DELETED"]
        server.answer(200, {"items": []})
        assert api.run(client.pods.list()).items == []
        assert server.last.headers["accept"] == "application/json"
        assert not hasattr(client.pods, "list_stream") and not hasattr(client.pods, "watch_stream")
        api.run(client.close())
