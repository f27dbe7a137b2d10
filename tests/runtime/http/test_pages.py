"""Lists that come in pages."""

from __future__ import annotations

import pytest

from fledge.runtime.errors import APIError
from fledge.runtime.cursor_pagination import TokenPagination
from fledge.runtime.pagination import PagedOperation

from . import operations as op
from .conftest import Api, Server


def ids(things: list[op.Thing]) -> list[str]:
    return [thing.id for thing in things]


@pytest.mark.parametrize("last", [{}, {"nextPageToken": ""}, {"nextPageToken": None}])
def test_all_items(api: Api, server: Server, last: dict[str, str]) -> None:
    """Iterating goes on until the token is missing, null or empty."""
    server.answer(200, {"results": [{"id": "1"}, {"id": "2"}], "nextPageToken": "a="})
    server.answer(200, {"results": [], "nextPageToken": "b"})
    server.answer(200, {"results": [{"id": "3"}]} | last)
    things = api.things.pages(op.LIST, limit=2)
    assert ids(api.listed(things)) == ["1", "2", "3"]
    assert [seen.query for seen in server.seen] == [
        "limit=2",
        "limit=2&pageToken=a%3D",
        "limit=2&pageToken=b",
    ]


def test_one_page(api: Api, server: Server) -> None:
    """A page has its items, its token and its body, and gives the next page."""
    server.answer(200, {"results": [{"id": "1"}], "nextPageToken": "a"})
    page = api.pages(op.LIST)
    assert ids(page.items) == ["1"]
    assert page.next_token == "a"
    assert page.has_next
    assert page.body == op.Things(results=[op.Thing(id="1")], next_page_token="a")
    assert len(server.seen) == 1
    server.answer(200, {"results": [{"id": "2"}]})
    page = api.run(page.next_page())
    assert ids(page.items) == ["2"]
    assert not page.has_next
    with pytest.raises(ValueError, match="last page"):
        api.run(page.next_page())


def test_pages(api: Api, server: Server) -> None:
    """pages() yields this page and all later ones."""
    server.answer(200, {"results": [{"id": "1"}], "nextPageToken": "a"})
    server.answer(200, {"results": [{"id": "2"}]})
    pages = api.listed(api.pages(op.LIST).iter_pages())
    assert [ids(page.items) for page in pages] == [["1"], ["2"]]


@pytest.mark.parametrize("body", [{"results": None}, {}, {"results": {}}, [], None])
def test_lists_that_are_not_there(api: Api, server: Server, body: object) -> None:
    """Null, or something else, in place of the list is a page without items."""
    server.answer(200, body)
    assert api.pages(op.LIST).items == []


def test_a_repeated_token(api: Api, server: Server) -> None:
    """A server that repeats its token does not keep the client for ever."""
    for _ in range(5):
        server.answer(200, {"results": [{"id": "1"}], "nextPageToken": "a"})
    with pytest.raises(APIError, match="GET /things: the list goes round"):
        api.listed(api.things.pages(op.LIST))
    assert len(server.seen) == 2


def test_options_stay(api: Api, server: Server) -> None:
    """Later pages are asked for with the options of the first."""
    server.answer(200, {"results": [{"id": "1"}], "nextPageToken": "a"})
    server.answer(200, {"results": [{"id": "2"}]})
    options = {"extra_headers": {"X-A": "b"}}
    api.listed(api.things.pages(op.LIST, options=options))
    assert [seen.headers["x-a"] for seen in server.seen] == ["b", "b"]


def test_nested_names(api: Api, server: Server) -> None:
    """The list and the token may be nested, in plain JSON too."""
    operation: PagedOperation[object] = PagedOperation(
        "GET /",
        pagination=TokenPagination(items="data.items", token="data.next", parameter="page"),
    )
    server.answer(200, {"data": {"items": [1], "next": 7}})
    page = api.pages(operation)
    assert (page.items, page.next_token) == ([1], "7")


def test_the_raw_view_of_a_page(api: Api, server: Server) -> None:
    """The raw view of a list has the first page as its body."""
    server.answer(200, {"results": [{"id": "1"}], "nextPageToken": "a"})
    method = api.things._returning("raw").pages
    response = api.run(method(op.LIST))
    assert response.status_code == 200
    assert ids(response.body.items) == ["1"]
    server.answer(200, {"results": [{"id": "2"}]})
    assert ids(api.listed(response.body)) == ["1", "2"]
