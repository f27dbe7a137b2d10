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
SPRING = an_object(content=ITEMS, totalElements=NUMBER, totalPages=NUMBER, number=NUMBER)
PAGEABLE = an_object(page=NUMBER, size=NUMBER, sort=ITEMS)
STRAPI = an_object(data=ITEMS, meta=an_object(pagination=an_object(page=NUMBER, pageCount=NUMBER, total=NUMBER)))
LINK = {"anyOf": [TEXT, an_object(href=TEXT, meta={"type": "object"}), {"type": "null"}]}
LINKS = {"type": "object", "additionalProperties": LINK}
HITS = an_object(hits=an_object(total=an_object(value=NUMBER, relation=TEXT), hits=ITEMS))
DEEP = {"style": "deepObject", "schema": an_object(offset=NUMBER, limit=NUMBER)}
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
    "pageable": (
        SPRING,
        {"pageable": PAGEABLE},
        [
            {"content": ["a", "b"], "totalElements": 3, "totalPages": 2, "number": 0},
            {"content": ["c"], "totalElements": 3, "totalPages": 2, "number": 1},
        ],
        ["", "page=1"],
    ),
    "deep_offset": (
        an_object(data=ITEMS, meta=an_object(total=NUMBER)),
        {"page": DEEP},
        [{"data": ["a", "b"], "meta": {"total": 3}}, {"data": ["c"], "meta": {"total": 3}}],
        ["", "page%5Boffset%5D=2"],
    ),
    "page_count": (
        STRAPI,
        {"pagination[page]": NUMBER, "pagination[pageSize]": NUMBER},
        [
            {"data": ["a", "b"], "meta": {"pagination": {"page": 1, "pageCount": 2, "total": 3}}},
            {"data": ["c"], "meta": {"pagination": {"page": 2, "pageCount": 2, "total": 3}}},
        ],
        ["", "pagination%5Bpage%5D=2"],
    ),
    "links_map": (
        an_object(data=ITEMS, links=LINKS),
        {"page[number]": NUMBER},
        [
            {"data": ["a"], "links": {"self": "links", "next": "?page%5Bnumber%5D=2"}},
            {"data": ["b"], "links": {"next": {"href": "/links_map?page%5Bnumber%5D=3", "meta": {}}}},
            {"data": ["c"], "links": {"next": None}},
        ],
        ["", "page%5Bnumber%5D=2", "page%5Bnumber%5D=3"],
    ),
    "link": (
        an_object(data=ITEMS, links=an_object(next=LINK)),
        {"page[cursor]": TEXT},
        [{"data": ["a", "b"], "links": {"next": "?page%5Bcursor%5D=x"}}, {"data": ["c"], "links": {}}],
        ["", "page%5Bcursor%5D=x"],
    ),
    "from_size": (
        HITS,
        {"from": NUMBER, "size": NUMBER},
        [
            {"hits": {"total": {"value": 2, "relation": "gte"}, "hits": ["a", "b"]}},
            {"hits": {"total": {"value": 3, "relation": "eq"}, "hits": ["c"]}},
        ],
        ["", "from=2"],
    ),
    "start_at": (
        an_object(issues=ITEMS, startAt=NUMBER, maxResults=NUMBER, total=NUMBER),
        {"startAt": NUMBER, "maxResults": NUMBER},
        [{"issues": ["a", "b"], "startAt": 0, "total": 3}, {"issues": ["c"], "startAt": 2, "total": 3}],
        ["", "startAt=2"],
    ),
    "marker": (
        an_object(Users=ITEMS, IsTruncated=FLAG, Marker=TEXT),
        {"Marker": TEXT},
        [{"Users": ["a", "b"], "IsTruncated": True, "Marker": "x"}, {"Users": ["c"], "IsTruncated": False}],
        ["", "Marker=x"],
    ),
    "records_url": (
        an_object(records=ITEMS, done=FLAG, nextRecordsUrl=TEXT),
        {"q": TEXT},
        [{"records": ["a", "b"], "done": False, "nextRecordsUrl": "records_url?x=1"}, {"records": ["c"], "done": True}],
        ["", "x=1"],
    ),
    "hydra": (
        an_object(**{"hydra:member": ITEMS, "hydra:view": an_object(**{"hydra:next": TEXT})}),
        {"q": TEXT},
        [{"hydra:member": ["a", "b"], "hydra:view": {"hydra:next": "/hydra?page=2"}}, {"hydra:member": ["c"]}],
        ["", "page=2"],
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
        "parameters": [
            {"name": each, "in": "query", **(sent if "schema" in sent else {"schema": sent})}
            for each, sent in parameters.items()
        ],
        "responses": {"200": {"description": "d", "content": {"application/json": {"schema": page}}}},
    }


# Likewise, but searches by POST: their bodies.
HIT = an_object(_id=TEXT, sort={"type": "array", "items": {}})
SEARCHES: dict[str, tuple[Any, dict[str, Any], list[Any], list[Any]]] = {
    "search_after": (
        an_object(hits=an_object(hits={"type": "array", "items": HIT})),
        an_object(size=NUMBER, search_after={"type": "array", "items": {}}),
        [{"hits": {"hits": [{"_id": "a", "sort": [1, "x"]}]}}, {"hits": {"hits": []}}],
        [{"size": 1}, {"size": 1, "search_after": [1, "x"]}],
    ),
    "search_page": (
        an_object(items=ITEMS, total=NUMBER),
        an_object(size=NUMBER, page=an_object(number=NUMBER, perPage=NUMBER)),
        [{"items": ["a"], "total": 2}, {"items": ["b"], "total": 2}],
        [{"size": 1}, {"size": 1, "page": {"number": 2}}],
    ),
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder: Path = tmp_path_factory.mktemp("packages")
    paths = {f"/{name}": {"get": operation(name, page, sent)} for name, (page, sent, *_) in LISTS.items()}
    for name, (page, sent, *_) in SEARCHES.items():
        body = {"requestBody": {"content": {"application/json": {"schema": sent}}}}
        paths[f"/{name}/search"] = {"post": {**operation(name, page, {}), **body}}
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


@pytest.mark.parametrize("name", SEARCHES)
def test_searches_go_on_in_their_bodies(api: Api, server: Server, package: ModuleType, name: str) -> None:
    """By the sort values of the last hit, and by a number in an object; the rest of the body stays."""
    *_, responses, bodies = SEARCHES[name]
    for each in responses:
        server.answer(200, each)
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    api.listed(getattr(client.lists, f"get_{name}")(size=1))
    assert [seen.json for seen in server.seen] == bodies
    api.run(client.close())


@pytest.mark.parametrize("passed", [{"page": 1, "size": 2, "sort": ["a", "b"]}, "model"])
def test_an_object_of_parameters_stays_as_it_was_passed(
    api: Api, server: Server, package: ModuleType, passed: Any
) -> None:
    """A dict or a model: only the number changes. An array in it repeats its name, as Spring reads it."""
    whole = package.models.GetPageablePageable(page=1, size=2, sort=["a", "b"]) if passed == "model" else passed
    for number, items in ((1, ["a"]), (2, ["b"])):
        server.answer(200, {"content": items, "totalElements": 6, "totalPages": 3, "number": number})
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    assert api.listed(client.lists.get_pageable(pageable=whole)) == ["a", "b"]
    assert [seen.query for seen in server.seen] == [f"page={n}&size=2&sort=a&sort=b" for n in (1, 2)]
    api.run(client.close())
