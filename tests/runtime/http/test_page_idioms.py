"""Lists as well-known APIs page them: each item comes once, and the list ends quietly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import document, imported, put, understand
from tests.runtime.http.conftest import Api, Server

TEXT, NUMBER, FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
ITEMS = {"type": "array", "items": TEXT}


def an_object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


SLICE = an_object(content=ITEMS, first=FLAG, last=FLAG, number=NUMBER, size=NUMBER, numberOfElements=NUMBER)
HAL = an_object(
    _embedded=an_object(orders=ITEMS),
    page=an_object(size=NUMBER, totalElements=NUMBER, totalPages=NUMBER, number=NUMBER),
)
CURSOR = an_object(tickets=ITEMS, meta=an_object(has_more=FLAG, after_cursor=TEXT), links=an_object(next=TEXT))
OFFSET = an_object(tickets=ITEMS, count=NUMBER, next_page=TEXT, previous_page=TEXT)
LINKED = an_object(things=ITEMS, next_url=TEXT, has_more=FLAG)
TWEETS = an_object(data=ITEMS, meta=an_object(next_token=TEXT, result_count=NUMBER))
ODATA = an_object(**{"value": ITEMS, "@odata.count": NUMBER})

# By name: the page, the parameters, the responses in turn, and the queries that they are requested by.
LISTS: dict[str, tuple[Any, dict[str, Any], list[Any], list[str]]] = {
    "slice": (
        SLICE,
        {"page": NUMBER, "size": NUMBER},
        [{"content": ["a", "b"], "number": 0, "last": False}, {"content": ["c"], "number": 1, "last": True}],
        ["", "page=1"],
    ),
    "hal": (
        HAL,
        {"page": NUMBER, "size": NUMBER},
        [
            {"_embedded": {"orders": ["a", "b"]}, "page": {"totalPages": 2, "totalElements": 3, "number": 0}},
            {"_embedded": {"orders": ["c"]}, "page": {"totalPages": 2, "totalElements": 3, "number": 1}},
        ],
        ["", "page=1"],
    ),
    "cursor_page": (
        CURSOR,
        {"page[size]": NUMBER, "page[after]": TEXT},
        [
            {"tickets": ["a", "b"], "meta": {"has_more": True, "after_cursor": "x"}, "links": {"next": "/elsewhere"}},
            {"tickets": ["c"], "meta": {"has_more": False, "after_cursor": "y"}, "links": {"next": "/elsewhere"}},
        ],
        ["", "page%5Bafter%5D=x"],
    ),
    "next_page": (
        OFFSET,
        {"page": NUMBER, "per_page": NUMBER},
        [
            {"tickets": ["a", "b"], "count": 3, "next_page": "next_page?page=2", "previous_page": None},
            {"tickets": ["c"], "count": 3, "next_page": None, "previous_page": "next_page?page=1"},
        ],
        ["", "page=2"],
    ),
    "url_and_more": (
        LINKED,
        {},
        [
            {"things": ["a", "b"], "next_url": "?after=b", "has_more": True},
            {"things": ["c"], "next_url": "?after=c", "has_more": False},
        ],
        ["", "after=b"],
    ),
    "pagination_token": (
        TWEETS,
        {"max_results": NUMBER, "pagination_token": TEXT},
        [
            {"data": ["a", "b"], "meta": {"next_token": "x", "result_count": 2}},
            {"data": ["c"], "meta": {"result_count": 1}},
        ],
        ["", "pagination_token=x"],
    ),
    "odata": (
        ODATA,
        {"$top": NUMBER, "$skip": NUMBER},
        [{"value": ["a", "b"], "@odata.count": 3}, {"value": ["c"], "@odata.count": 3}],
        ["", "%24skip=2"],
    ),
}


def operation(name: str, page: Any, parameters: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": f"get_{name}",
        "tags": ["lists"],
        "parameters": [{"name": each, "in": "query", "schema": schema} for each, schema in parameters.items()],
        "responses": {"200": {"description": "d", "content": {"application/json": {"schema": page}}}},
    }


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder: Path = tmp_path_factory.mktemp("packages")
    paths = {f"/{name}": {"get": operation(name, page, sent)} for name, (page, sent, *_) in LISTS.items()}
    (folder / "openapi.json").write_text(json.dumps(document(paths)), encoding="utf-8")
    put(emit(understand(folder / "openapi.json")[0]), folder / "page_idioms")
    with imported(folder, "page_idioms") as module:
        yield module


@pytest.mark.parametrize("name", LISTS)
def test_each_item_comes_once(api: Api, server: Server, package: ModuleType, name: str) -> None:
    """The queries are those that the API asks for, and no page is requested behind the last one."""
    *_, responses, queries = LISTS[name]
    for each in responses:
        server.answer(200, each)
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    method = getattr(client.lists, f"get_{name}")
    assert api.listed(method()) == ["a", "b", "c"]
    assert [seen.query for seen in server.seen] == queries
    api.run(client.close())
