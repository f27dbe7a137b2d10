"""`client.pets.with_raw_response.get(...)` and `with_streaming_response`: what they return, and what checkers know."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter.package import Package
from tests.client import imported, make_from, put
from tests.corpus.checkers import mypy_errors, pyright_errors
from .conftest import Server

_PET = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
_REF = {"$ref": "#/components/schemas/Pet"}
_PAGE = {
    "type": "object",
    "properties": {"items": {"type": "array", "items": _REF}, "next_page_token": {"type": "string"}},
}


def _answers(media_type: str, schema: object) -> dict[str, Any]:
    return {"200": {"description": "", "content": {media_type: {"schema": schema}}}}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "components": {"schemas": {"Pet": _PET}},
    "paths": {
        "/pets": {
            "get": {
                "operationId": "list",
                "tags": ["pets"],
                "parameters": [{"name": "page_token", "in": "query", "schema": {"type": "string"}}],
                "responses": _answers("application/json", _PAGE),
            }
        },
        "/pets/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "get": {"operationId": "get", "tags": ["pets"], "responses": _answers("application/json", _REF)},
            "put": {
                "operationId": "with_raw_response",
                "tags": ["pets"],
                "responses": _answers("application/json", _REF),
            },
        },
        "/events": {
            "get": {"operationId": "watch", "tags": ["pets"], "responses": _answers("text/event-stream", _REF)},
            "post": {
                "operationId": "a_method_whose_name_is_too_long_for_the_line_of_its_view",
                "tags": ["pets"],
                "responses": {"204": {"description": ""}},
            },
        },
    },
}

USES = """
from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import assert_type

from pets import AsyncClient, AsyncEventStream, AsyncPage, AsyncStreamedResponse, Client, EventStream, Page, Response
from pets import StreamedResponse
from pets.models import Pet


def sync(client: Client) -> None:
    response = client.pets.with_raw_response.get("1", timeout=2)
    assert_type(response, Response[Pet])
    assert_type(response.body.id, str)
    assert_type(client.pets.with_raw_response.list(page_token="a"), Response[Page[Pet]])
    assert_type(client.pets.with_raw_response.watch(), Response[EventStream[Pet]])
    client.pets.with_raw_response.get(1)  # wrong
    client.pets.with_raw_response.get("1", colour=2)  # wrong
    with client.pets.with_streaming_response.get("1") as streamed:
        assert_type(streamed, StreamedResponse)
    client.pets.with_streaming_response.list(page_token=1)  # wrong
    assert_type(client.pets.with_raw_response_("1"), Pet)


async def asynchronous(client: AsyncClient) -> None:
    response = await client.pets.with_raw_response.get("1", timeout=2)
    assert_type(response, Response[Pet])
    assert_type(await client.pets.with_raw_response.list(), Response[AsyncPage[Pet]])
    assert_type(await client.pets.with_raw_response.watch(), Response[AsyncEventStream[Pet]])
    await client.pets.with_raw_response.get(1)  # wrong
    assert_type(
        client.pets.with_streaming_response.get("1"),
        AbstractAsyncContextManager[AsyncStreamedResponse],
    )
    async with client.pets.with_streaming_response.list() as streamed:
        assert_type(streamed, AsyncStreamedResponse)
    async with client.pets.with_streaming_response.get(1) as streamed:  # wrong
        pass
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return make_from(DOCUMENT, tmp_path_factory.mktemp("pets"))


@pytest.mark.types
def test_both_checkers_know_the_types(package: Package, tmp_path: Path) -> None:
    """mypy and pyright, at their strictest, infer results and arguments, and find what is wrong."""
    put(package, tmp_path / "pets")
    (tmp_path / "uses").mkdir()
    (tmp_path / "uses" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "uses" / "use.py").write_text(USES, encoding="utf-8")
    wrong = {number for number, line in enumerate(USES.splitlines(), start=1) if line.endswith("# wrong")}
    for errors in (mypy_errors(tmp_path, "uses", cache=tmp_path / "cache"), pyright_errors(tmp_path, "uses")):
        lines = {int(line) for error in errors for line in re.findall(r"^uses/use\.py:(\d+)", error)}
        assert lines == wrong, errors
    assert pyright_errors(tmp_path, "pets") == []
    assert mypy_errors(tmp_path, "pets", cache=tmp_path / "cache") == []


def _call(module: ModuleType, server: Server, asynchronous: bool, use: Any) -> Any:
    if not asynchronous:
        with module.Client(base_url=server.url) as client:
            return use(client)

    async def main() -> Any:
        async with module.AsyncClient(base_url=server.url) as client:
            return await use(client)

    return asyncio.run(main())


@pytest.mark.parametrize("asynchronous", [False, True])
def test_what_views_return(package: Package, server: Server, tmp_path: Path, asynchronous: bool) -> None:
    """The raw view returns the response with the result as its body, the streaming view an unread response."""
    put(package, tmp_path / "pets")
    with imported(tmp_path, "pets") as module:
        server.answer(200, {"id": "1"}, headers={"X-Request-Id": "r"})
        response = _call(module, server, asynchronous, lambda client: client.pets.with_raw_response.get("1"))
        assert (response.status_code, response.request_id) == (200, "r")
        assert response.body == module.models.Pet(id="1")

        server.answer(200, {"items": [{"id": "2"}], "next_page_token": "n"})
        response = _call(module, server, asynchronous, lambda client: client.pets.with_raw_response.list())
        assert [pet.id for pet in response.body.items] == ["2"]
        assert response.body.has_next

        server.answer(200, {"id": "3"})
        if asynchronous:

            async def read(client: Any) -> Any:
                async with client.pets.with_streaming_response.get("3") as streamed:
                    return await streamed.read()

        else:

            def read(client: Any) -> Any:
                with client.pets.with_streaming_response.get("3") as streamed:
                    return streamed.read()

        assert _call(module, server, asynchronous, read) == b'{"id": "3"}'


def test_views_are_made_once_and_leave_the_client_as_it_is(package: Package, server: Server, tmp_path: Path) -> None:
    """A view is built when it is first used; plain calls and other options are not touched by it."""
    put(package, tmp_path / "pets")
    with imported(tmp_path, "pets") as module, module.Client(base_url=server.url) as client:
        assert client.pets.with_raw_response is client.pets.with_raw_response
        server.answer(200, {"id": "1"})
        assert client.pets.get("1") == module.models.Pet(id="1")
        other = client.with_options(headers={"x-a": "b"})
        server.answer(200, {"id": "2"})
        assert other.pets.with_raw_response.get("2").body.id == "2"
        assert server.last.headers["x-a"] == "b"
        server.answer(200, {"id": "3"})
        client.pets.with_raw_response.get("3")
        assert "x-a" not in server.last.headers
    with pytest.raises(RuntimeError, match="closed"):
        client.pets.with_raw_response.get("4")


def test_one_line_for_each_operation_and_view(package: Package) -> None:
    """A new operation costs a line in each view, and no more."""
    text = package.files["resources/pets.py"]
    for function in ("raw", "async_raw", "streamed", "async_streamed"):
        assert len(re.findall(rf"self\.\w+ = {function}\(resource\.get\)$", text, re.MULTILINE)) == 1
    assert package.unformatted == frozenset()
