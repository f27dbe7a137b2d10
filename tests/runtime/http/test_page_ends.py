"""How lists end: by what a page shows, by status 404, and with an error if they go round in a circle."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.runtime.cursor_pagination import CursorPagination, TokenPagination
from fledge.runtime.errors import APIError
from fledge.runtime.status_errors import APIStatusError
from fledge.runtime.link_pagination import LinkPagination, URLPagination
from fledge.runtime.number_pagination import NumberPagination, OffsetPagination

from .conftest import Api, Server
from .test_page_kinds import data, ids, paged, queries

NEXT = {"Link": '</v1/things?page=9>; rel="next"'}


@pytest.mark.parametrize(
    "by, pages",
    [
        (NumberPagination("data", "page", total="total"), [data(1, 2, total=3), data(3, total=3)]),
        (NumberPagination("data", "page", total="total"), [data(1, 2, total=4), data(3, 4, total=4)]),
        (NumberPagination("data", "page", first=0, total="total"), [data(1, 2, total=3), data(3, total=3)]),
        (NumberPagination("data", "page"), [data(1, 2), data(3)]),
        (NumberPagination("data", "page", total="total"), [data(1, 2, total=None), data(3)]),
    ],
)
def test_numbers_end_by_the_total_or_a_short_page(
    api: Api, server: Server, by: NumberPagination, pages: list[Any]
) -> None:
    """Nothing is requested behind the page that completes the total, or that has fewer items than an earlier one."""
    for page in pages:
        server.answer(200, page)
    assert ids(api, paged(by), limit=2) == [each["id"] for page in pages for each in page["data"]]
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    "by, pages, headers",
    [
        # The first page cannot be short: the server may allow fewer items than the call asked for.
        (NumberPagination("data", "page"), [data(1), data(2), data()], {}),
        # Filtered pages are shorter, and the page itself shows that there are more.
        (NumberPagination("data", "page", more="more"), [data(1, 2, more=1), data(3, more=1), data(4, 5)], {}),
        (NumberPagination("data", "page", pages="n"), [data(1, 2, n=3), data(3, n=3), data(4, 5, n=3)], {}),
        (NumberPagination("data", "page", total="n"), [data(1, 2, n=9), data(3, n=9), data(4, n=9), data(n=9)], {}),
        # Of two fields that disagree, the one that counts pages decides.
        (NumberPagination("data", "page", pages="p", total="n"), [data(1, 2, p=2, n=2), data(3, 4, p=2, n=2)], {}),
        (NumberPagination("data", "page", more="m", total="n"), [data(1, 2, m=1, n=2), data(3, 4, m=0, n=2)], {}),
        # A number that is smaller than the page is no total.
        (NumberPagination("data", "page", total="n"), [data(1, 2, n=-1), data(3, 4, n=0), data(n=0)], {}),
        (OffsetPagination("data", "offset", total="n"), [data(1, 2, n=-1), data(3, n=0), data(n=0)], {}),
    ],
)
def test_lists_do_not_end_early(api: Api, server: Server, by: Any, pages: list[Any], headers: dict[str, str]) -> None:
    """A page ends a list only if nothing shows that there are more items."""
    for page in pages:
        server.answer(200, page, headers=headers)
    assert ids(api, paged(by), limit=50) == [each["id"] for page in pages for each in page["data"]]
    assert len(server.seen) == len(pages)


def test_a_short_page_with_a_link_to_the_next_is_not_the_last(api: Api, server: Server) -> None:
    """The header `Link` decides, where there is one."""
    for page, headers in ((data(1, 2), NEXT), (data(3), NEXT), (data(4), {"Link": "</v1/things>; rel=first"})):
        server.answer(200, page, headers=headers)
    assert ids(api, paged(NumberPagination("data", "page"))) == [1, 2, 3, 4]


def test_a_list_from_the_middle_is_not_cut_by_the_total(api: Api, server: Server) -> None:
    """The third page of five items each: eleven to twelve of twelve."""
    server.answer(200, data(11, 12, total=12))
    server.answer(404, {"detail": "Invalid page."})
    assert ids(api, paged(NumberPagination("data", "page", total="total")), page=3) == [11, 12]


BEHIND = [
    NumberPagination("data", "page"),
    NumberPagination("data", "page", total="total"),
    OffsetPagination("data", "offset"),
]


@pytest.mark.parametrize("by", BEHIND)
def test_404_behind_the_last_page_ends_the_list(api: Api, server: Server, by: Any) -> None:
    """Iteration ends without an error; no page stands for the response that is none."""
    for _ in range(2):
        server.answer(200, data(1, 2))
        server.answer(200, data(3, 4))
        server.answer(404, {"detail": "Invalid page."})
    assert ids(api, paged(by)) == [1, 2, 3, 4]
    pages = api.listed(api.pages(paged(by)).iter_pages())
    assert [page.raw_response.status_code for page in pages] == [200, 200]


@pytest.mark.parametrize("by", BEHIND)
def test_the_page_behind_the_last_is_empty(api: Api, server: Server, by: Any) -> None:
    """`next_page()` gives the 404 as a page without items, which is the last."""
    server.answer(200, data(1))
    server.answer(404, {"detail": "Invalid page."})
    page = api.run(api.pages(paged(by)).next_page())
    assert (page.items, page.body, page.has_next, page.next_token) == ([], None, False, None)
    assert page.raw_response.status_code == 404 and page.raw_response.content == b'{"detail": "Invalid page."}'
    with pytest.raises(ValueError, match="last page"):
        api.run(page.next_page())


def test_404_ends_the_raw_view_too(api: Api, server: Server) -> None:
    """The first page of the raw view goes on as any other."""
    server.answer(200, data(1))
    server.answer(404)
    response = api.run(api.things._returning("raw").pages(paged(NumberPagination("data", "page"))))
    assert [each["id"] for each in api.listed(response.body)] == [1]


@pytest.mark.parametrize(
    "by, page, headers",
    [
        (NumberPagination("data", "page", pages="pages"), data(1, pages=9), {}),
        (NumberPagination("data", "page", more="more"), data(1, more=True), {}),
        (NumberPagination("data", "page"), data(1), NEXT),
        (OffsetPagination("data", "offset", total="total"), data(1, total=9), {}),
        (TokenPagination("data", "next", "after"), data(1, next="a"), {}),
        (URLPagination("data", "next"), data(1, next="/v1/things?page=2"), {}),
        (LinkPagination("data"), data(1), NEXT),
    ],
)
def test_404_of_a_page_that_the_server_announced_is_an_error(
    api: Api, server: Server, by: Any, page: object, headers: dict[str, str]
) -> None:
    """Items are missing then, and the list does not end in silence."""
    server.answer(200, page, headers=headers)
    server.answer(404, {"detail": "Gone."})
    with pytest.raises(APIStatusError) as caught:
        ids(api, paged(by))
    assert caught.value.status_code == 404


@pytest.mark.parametrize("status", [400, 403, 410, 500])
def test_other_errors_behind_a_page_are_raised(api: Api, server: Server, status: int) -> None:
    """Only 404 says that there is no such page."""
    server.answer(200, data(1))
    for _ in range(3):
        server.answer(status)
    with pytest.raises(APIStatusError):
        ids(api, paged(NumberPagination("data", "page")), options={"max_retries": 0})


def test_404_of_the_first_page_is_an_error(api: Api, server: Server) -> None:
    """There is no such list."""
    server.answer(404)
    with pytest.raises(APIStatusError):
        ids(api, paged(NumberPagination("data", "page")))


@pytest.mark.parametrize("end", [{"has_more": False}, {"has_more": False, "next": "b"}, {"next": None}, {"next": 0}])
def test_tokens_end_by_has_more_or_without_a_token(api: Api, server: Server, end: dict[str, object]) -> None:
    """`has_more: false` ends a list though there is a token; without it the token decides."""
    by = TokenPagination("data", "next", "after", more="has_more")
    server.answer(200, data(1, next="a"))
    server.answer(200, data(2, **end))
    assert ids(api, paged(by)) == [1, 2]
    assert queries(server) == ["", "after=a"]


# --- circles


@pytest.mark.parametrize(
    "by",
    [NumberPagination("data", "page"), OffsetPagination("data", "offset"), CursorPagination("data", "id", "after")],
)
def test_equal_pages_are_no_circle(api: Api, server: Server, by: Any) -> None:
    """Different requests may have equal responses."""
    if isinstance(by, CursorPagination):
        by = LinkPagination("data")
    for number in range(3):
        link = f'</v1/things?page={number}>; rel="next"'
        server.answer(200, data(7, 7), headers={"Link": link} if isinstance(by, LinkPagination) else {})
    server.answer(200, data())
    assert ids(api, paged(by)) == [7, 7] * 3


@pytest.mark.parametrize(
    "by, page, arguments",
    [
        (TokenPagination("data", "next", "after"), data(1, next="a"), {"after": "a"}),
        (CursorPagination("data", "next", "after", more="more"), data(1, next="a", more=True), {"after": "a"}),
        (URLPagination("data", "next"), data(1, next="/v1/things?limit=2"), {"limit": 2}),
        (TokenPagination("data", "next", "after"), data(1, next="/v1/things?limit=2"), {"limit": 2}),
    ],
)
def test_the_same_request_is_a_circle_at_once(
    api: Api, server: Server, by: Any, page: object, arguments: dict[str, Any]
) -> None:
    """A page whose next one is itself is not requested again."""
    server.answer(200, page)
    with pytest.raises(APIError, match="GET /v1/things: the list goes round in a circle"):
        ids(api, paged(by), **arguments)
    assert len(server.seen) == 1


@pytest.mark.slow
@pytest.mark.parametrize("by", [NumberPagination("data", "page"), OffsetPagination("data", "offset")])
def test_a_server_that_ignores_the_number_is_a_circle(api: Api, server: Server, by: Any) -> None:
    """A hundred equal pages in a row, none of which shows that there are more, do not keep the client for ever."""
    for _ in range(200):
        server.answer(200, data(1))
    with pytest.raises(APIError, match="round in a circle"):
        ids(api, paged(by))
    assert len(server.seen) == 101
