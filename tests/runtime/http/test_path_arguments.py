"""Variables of the path, which callers pass by position only, against a server on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import imported, put, understand
from tests.conftest import ROOT
from tests.runtime.http.conftest import Server

CASE = "path_variable_beside_keyword"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("packages")
    api, _ = understand(ROOT / "tests" / "cases" / CASE / "openapi.yaml")
    put(emit(api), folder / CASE)
    with imported(folder, CASE) as module:
        yield module


def _update(package: ModuleType, url: str, kind: str) -> Any:
    values = {"class_query": "q", "id": "body", "class_": "c", "timeout_body": "t"}
    if kind == "sync":
        with package.Client(base_url=url) as client:
            return client.pets.update("one", "cat", **values)
    if kind == "raw":
        with package.Client(base_url=url) as client:
            return client.pets.with_raw_response.update("one", "cat", **values)

    async def call() -> Any:
        async with package.AsyncClient(base_url=url) as client:
            return await client.pets.update("one", "cat", **values)

    return asyncio.run(call())


@pytest.mark.parametrize("kind", ["sync", "raw", "async"])
def test_fields_and_query_keep_their_names(package: ModuleType, server: Server, kind: str) -> None:
    """A body field and a query parameter with the name of a path variable are sent under their own names."""
    server.answer(204)
    _update(package, server.url, kind)
    sent = server.last
    assert (sent.method, sent.target) == ("PUT", "/pets/one/cat?class=q")
    assert sent.json == {"id": "body", "class": "c", "timeout": "t"}


def test_names_of_path_variables_are_not_for_callers(package: ModuleType, server: Server) -> None:
    """Python refuses a path argument by name, before anything is sent."""
    with package.Client(base_url=server.url) as client, pytest.raises(TypeError, match="class_path"):
        client.pets.get(id="one", class_path="cat")
    assert not server.seen
