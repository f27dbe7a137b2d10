"""`client.chat.completions.create(...)`: nested resources are called, viewed, faked and loaded as others are."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest

from fledge.emitter import emit, format_package
from fledge.emitter.package import Package
from tests.client import imported, put, understand
from tests.corpus.checkers import mypy_errors, pyright_errors
from .conftest import Server

SPEC = """
openapi: 3.1.0
info: {title: Chat, version: "1"}
components: {schemas: {Chat: {type: object, required: [id], properties: {id: {type: string}}}}}
paths:
  /chat:
    get: &get
      tags: [chat]
      operationId: readChat
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Chat"}}}}}
  /chat/completions/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {<<: *get, tags: [completions], operationId: readCompletion}
  /admin/list:
    get: {<<: *get, tags: [lists], operationId: readList}
"""
NAMES = {"tag completions": "chat.completions", "tag lists": "admin.list"}
USES = """
from __future__ import annotations

from typing import assert_type

from chats import AsyncClient, AsyncStreamedResponse, Client, Response, StreamedResponse
from chats.models import Chat


def sync(client: Client) -> None:
    assert_type(client.chat.read(), Chat)
    assert_type(client.chat.completions.read("1"), Chat)
    assert_type(client.chat.completions.with_raw_response.read("1"), Response[Chat])
    assert_type(client.chat.with_raw_response.completions.read("1"), Response[Chat])
    assert_type(client.with_raw_response.chat.completions.read("1"), Response[Chat])
    assert_type(client.with_raw_response.chat.read(), Response[Chat])
    assert_type(client.with_raw_response.admin.list.read(), Response[Chat])
    assert_type(client.with_streaming_response.chat.completions.read("1"), StreamedResponse)
    assert_type(client.admin.list.read(), Chat)


async def asynchronous(client: AsyncClient) -> None:
    assert_type(await client.chat.completions.read("1"), Chat)
    assert_type(await client.chat.completions.with_raw_response.read("1"), Response[Chat])
    assert_type(await client.with_raw_response.chat.completions.read("1"), Response[Chat])
    async with client.chat.with_streaming_response.completions.read("1") as response:
        assert_type(response, AsyncStreamedResponse)
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    source = tmp_path_factory.mktemp("chats") / "openapi.yaml"
    source.write_text(SPEC, encoding="utf-8")
    package = emit(understand(source, names=NAMES)[0], "chats", testing=True)
    return format_package(package, only=set(package.files))


def test_files_and_pages(package: Package) -> None:
    """A resource is a file that its path names; pages and README show what has operations, by its whole path."""
    assert {path for path in package.files if path.startswith(("docs/", "resources/"))} == {
        "docs/admin_list.md",
        "docs/chat.md",
        "docs/chat_completions.md",
        "docs/returned-models.md",
        "resources/__init__.py",
        "resources/admin.py",
        "resources/admin_list.py",
        "resources/chat.py",
        "resources/chat_completions.py",
    }
    assert "| [`client.chat.completions`](docs/chat_completions.md) |" in package.files["README.md"]
    assert "client.chat.completions.read(" in package.files["docs/chat_completions.md"]
    assert "# `client.chat.completions`" in package.files["docs/chat_completions.md"]
    assert package.unformatted == frozenset()


@pytest.mark.types
def test_both_checkers_know_nested_resources(package: Package, tmp_path: Path) -> None:
    """mypy and pyright, at their strictest, follow the resources to the results, in the package and in its use."""
    put(package, tmp_path / "chats")
    (tmp_path / "uses").mkdir()
    (tmp_path / "uses" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "uses" / "use.py").write_text(USES, encoding="utf-8")
    for name in ("chats", "uses"):
        assert mypy_errors(tmp_path, name, cache=tmp_path / "cache") == []
        errors = pyright_errors(tmp_path, name)
        assert [
            each for each in errors if "/_runtime/" not in each
        ] == []  # test_committed_packages.py checks the runtime


@pytest.mark.parametrize("asynchronous", [False, True])
def test_calls(package: Package, server: Server, tmp_path: Path, asynchronous: bool) -> None:
    """Each resource, and each of its views, calls its own operation."""
    put(package, tmp_path / "chats")

    def use(client: Any) -> list[Any]:
        return [
            client.chat.read(),
            client.chat.completions.read("a b"),
            client.chat.completions.with_raw_response.read("2"),
            client.with_options(headers={"x-a": "b"}).admin.list.read(),
        ]

    for _ in range(4):
        server.answer(200, {"id": "1"})
    with imported(tmp_path, "chats") as module:
        if asynchronous:

            async def main() -> list[Any]:
                async with module.AsyncClient(base_url=server.url) as client:
                    return [await each for each in use(client)]

            results = asyncio.run(main())
        else:
            with module.Client(base_url=server.url) as client:
                results = use(client)
        chat = module.models.Chat(id="1")
        assert [results[0], results[1], results[2].body, results[3]] == [chat] * 4
        assert server.last.headers["x-a"] == "b"


def test_streamed_and_fake(package: Package, server: Server, tmp_path: Path) -> None:
    """The streaming view and the fake transport know nested methods."""
    put(package, tmp_path / "chats")
    with imported(tmp_path, "chats") as module:
        server.answer(200, {"id": "3"})
        with module.Client(base_url=server.url) as client:
            with client.chat.completions.with_streaming_response.read("3") as streamed:
                assert streamed.read() == b'{"id": "3"}'
        fake = module.testing.FakeTransport()
        client = module.Client(base_url="http://localhost", transport=fake)
        fake.on(client.chat.completions.read).returns(module.models.Chat(id="4"))
        assert client.chat.completions.read("9").id == "4"
        assert fake.on(client.chat.completions.read).calls[0].path == {"id": "9"}


def test_a_nested_resource_is_loaded_when_it_is_used(package: Package, tmp_path: Path) -> None:
    """A client imports no resource before it is used, and a resource none of those that it holds."""
    put(package, tmp_path / "chats")

    def loaded() -> set[str]:
        start = "chats.resources."
        return {name.removeprefix(start) for name in sys.modules if name.startswith(start)}

    with imported(tmp_path, "chats") as module, module.Client(base_url="http://localhost") as client:
        assert loaded() == set()
        assert client.chat is client.chat
        assert loaded() == {"chat"}
        assert client.chat.completions is client.chat.completions
        assert loaded() == {"chat", "chat_completions"}


def test_views_of_what_holds_resources(package: Package, server: Server, tmp_path: Path) -> None:
    """`with_raw_response` stands anywhere on the way to a method; what is not used is not loaded."""
    put(package, tmp_path / "chats")
    for _ in range(6):
        server.answer(200, {"id": "1"})
    with imported(tmp_path, "chats") as module, module.Client(base_url=server.url) as client:
        assert client.with_raw_response.chat.completions.read("1").body.id == "1"
        assert "chats.resources.admin" not in sys.modules
        assert client.chat.with_raw_response.completions.read("1").status_code == 200
        assert client.with_raw_response.admin.list.read().json() == {"id": "1"}
        assert client.chat.with_raw_response.read().body.id == "1"
        with client.with_streaming_response.chat.completions.read("1") as response:
            assert b"".join(response.iter_bytes()) == b'{"id": "1"}'
        assert client.chat.completions.read("1").id == "1"  # calls of the client itself are as before
        other = client.with_options(headers={"x-a": "b"})
        assert other.with_raw_response.chat is not client.with_raw_response.chat
        with pytest.raises(AttributeError):
            client.with_raw_response.nothing
