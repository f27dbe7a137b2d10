"""Tokens that are URLs, and lists that go on by an offset or a number while they have no token."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

import pytest

from fledge.runtime.auth import APIKeyAuth
from fledge.runtime.cursor_pagination import CursorPagination, TokenPagination
from fledge.runtime.errors import APIError
from fledge.runtime.number_pagination import NumberPagination, OffsetPagination
from fledge.runtime.parameters import Header

from .conftest import Api, Server
from .test_page_kinds import data, ids, paged, queries

BY_OFFSET = OffsetPagination("data", "offset", total="total", more="")
AIRFLOW = TokenPagination("data", "next", "after", fallback=BY_OFFSET)


@pytest.mark.parametrize("form", ["{url}/v1/things?after=b&x=1", "/v1/things?after=b&x=1", "?after=b&x=1"])
@pytest.mark.parametrize(
    "by",
    [
        TokenPagination("data", "next", "after"),
        CursorPagination("data", "next", "after", more="more"),
        AIRFLOW,
    ],
)
def test_a_token_that_is_a_url_is_followed(api: Api, server: Server, by: Any, form: str) -> None:
    """It is not sent as a token, and its query stands in for that of the call; with all pages and page by page."""
    for _ in range(2):
        server.answer(200, data(1, next=form.format(url=server.url), more=True, total=9))
        server.answer(200, data(2, next=None, more=False, total=9))
    assert ids(api, paged(by), limit=1) == [1, 2]
    assert queries(server) == ["limit=1", "after=b&x=1"]
    assert [page.items for page in api.listed(api.pages(paged(by)).iter_pages())] == [[{"id": 1}], [{"id": 2}]]


def test_a_token_that_is_a_url_of_another_origin_gets_no_credentials(api: Api, server: Server) -> None:
    """Nothing is sent to another origin, nor is its URL sent as a token."""
    other = api.use(api.new(schemes={"k": APIKeyAuth(Header("X-Key"), "secret")}, security=(("k",),)))
    server.answer(200, data(1, next="https://evil.example/v1/things?after=b"))
    page = other.pages(paged(TokenPagination("data", "next", "after")))
    with pytest.raises(APIError, match="the URL has another origin than the server"):
        other.run(page.next_page())
    assert len(server.seen) == 1
    other.close()


@pytest.mark.parametrize("token", ["/9j/4AAQ+a==", "a?b=c", "https", "?", "a/b", 7, "0"])
def test_other_tokens_are_sent_as_they_are(api: Api, server: Server, token: object) -> None:
    """Base64 may begin with a slash."""
    server.answer(200, data(1, next=token))
    server.answer(200, data(2))
    assert ids(api, paged(TokenPagination("data", "next", "after"))) == [1, 2]
    assert parse_qsl(server.seen[1].query) == [("after", str(token))]


@pytest.mark.parametrize("end", [None, "", 0, False, True, {}, []])
def test_what_is_no_token_ends_the_list(api: Api, server: Server, end: object) -> None:
    """Servers say in several ways that there is none."""
    server.answer(200, data(1, next=end))
    assert ids(api, paged(TokenPagination("data", "next", "after"))) == [1]


def test_a_uuid_is_a_token() -> None:
    """As a decoded field has it."""
    from types import SimpleNamespace

    from fledge.runtime.messages import Headers, Response

    token = UUID(int=1)
    body = SimpleNamespace(next=token, data=[1])
    operation = paged(TokenPagination("data", "next", "after"))
    page = operation.pagination.following(Response(200, Headers(), b"", lambda _: body), ((operation, {}, ()), {}))
    assert page.token == str(token)


# --- a token and an offset in one operation


def test_a_list_without_tokens_goes_on_by_its_offset(api: Api, server: Server) -> None:
    """The first page has no token, and shows by its total that there are more items."""
    server.answer(200, data(1, 2, next=None, total=5))
    server.answer(200, data(3, 4, next=None, total=5))
    server.answer(200, data(5, next=None, total=5))
    assert ids(api, paged(AIRFLOW), limit=2) == [1, 2, 3, 4, 5]
    assert queries(server) == ["limit=2", "limit=2&offset=2", "limit=2&offset=4"]


@pytest.mark.parametrize("total", [{}, {"total": None}, {"total": 2}])
def test_a_list_that_shows_no_more_items_ends(api: Api, server: Server, total: dict[str, object]) -> None:
    """Without a total, a page without a token is the last."""
    server.answer(200, data(1, 2, next=None, **total))
    assert ids(api, paged(AIRFLOW)) == [1, 2]


def test_a_list_with_tokens_ends_without_one(api: Api, server: Server) -> None:
    """Its last page does not go on by the offset, whatever the total; the offset of the first call is not sent again."""
    server.answer(200, data(1, next="a", total=9))
    server.answer(200, data(2, next=None, total=9))
    assert ids(api, paged(AIRFLOW), offset=3) == [1, 2]
    assert queries(server) == ["offset=3", "after=a"]


@pytest.mark.parametrize("after", ["", "a"])
def test_a_list_that_was_asked_for_by_a_token_ends_without_one(api: Api, server: Server, after: str) -> None:
    """An empty token asks for pages by token from the first one on (Airflow)."""
    server.answer(200, data(1, next=None, total=9))
    assert ids(api, paged(AIRFLOW), after=after) == [1]


def test_a_list_without_tokens_goes_on_by_its_number(api: Api, server: Server) -> None:
    """The same with page numbers, and with a cursor that needs `more`."""
    by_number = NumberPagination("data", "page", pages="pages", more="more")
    for by in (
        TokenPagination("data", "next", "after", more="more", fallback=by_number),
        CursorPagination("data", "next", "after", more="more", fallback=by_number),
    ):
        server.answer(200, data(1, pages=2, more=True))
        server.answer(200, data(2, pages=2, more=False))
        assert ids(api, paged(by)) == [1, 2]
    assert queries(server) == ["", "page=2"] * 2
