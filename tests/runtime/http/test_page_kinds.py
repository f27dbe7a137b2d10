"""Lists whose pages are found by a cursor, a number, an offset, a URL or a Link header."""

from __future__ import annotations

import gc
import pickle
from typing import Any

import pytest

from fledge.runtime.auth import APIKeyAuth
from fledge.runtime.cursor_pagination import CursorPagination, TokenPagination
from fledge.runtime.errors import APIError
from fledge.runtime.link_pagination import LinkPagination, URLPagination, next_link
from fledge.runtime.number_pagination import NumberPagination, OffsetPagination
from fledge.runtime.pagination import AsyncPage, Page, PagedOperation
from fledge.runtime.parameters import Header, Query

from . import operations as op
from .conftest import Api, Server

QUERY = {name: Query(name) for name in ("after", "page", "offset", "limit")}


def paged(pagination: Any, **facts: Any) -> PagedOperation[Any]:
    return PagedOperation("GET /v1/things", parameters=QUERY, pagination=pagination, **facts)


def data(*ids: object, **more: object) -> dict[str, object]:
    return {"data": [{"id": each} for each in ids], **more}


def ids(api: Api, operation: PagedOperation[Any], **given: Any) -> list[Any]:
    return [each["id"] for each in api.listed(api.things.pages(operation, **given))]


def queries(server: Server) -> list[str]:
    return [seen.query for seen in server.seen]


# --- cursors


def test_a_cursor_as_long_as_there_are_more(api: Api, server: Server) -> None:
    """A cursor that the last page has, too, is not used there."""
    by = CursorPagination("data", "last_id", "after", more="has_more")
    server.answer(200, data(1, 2, last_id="2", has_more=True))
    server.answer(200, data(3, last_id="3", has_more=False))
    assert ids(api, paged(by), limit=2) == [1, 2, 3]
    assert queries(server) == ["limit=2", "limit=2&after=2"]


@pytest.mark.parametrize("end", [{"has_more": False}, {"has_more": None}, {}])
def test_the_last_item_as_a_cursor(api: Api, server: Server, end: dict[str, object]) -> None:
    """The last item's id asks for what comes after it."""
    by = CursorPagination("data", "id", "after", more="has_more", last=True)
    server.answer(200, data("a", "b", has_more=True))
    server.answer(200, data("c", **end))
    assert ids(api, paged(by)) == ["a", "b", "c"]
    assert queries(server) == ["", "after=b"]


def test_an_empty_page_has_no_last_item(api: Api, server: Server) -> None:
    """Without a field that says so, and where that field is wrong, the list ends with an empty page."""
    for more in ({}, {"more": "has_more"}):
        by = CursorPagination("data", "id", "after", last=True, **more)
        server.answer(200, data("a", has_more=True))
        server.answer(200, data(has_more=True))
        assert ids(api, paged(by)) == ["a"]
    assert queries(server) == ["", "after=a"] * 2


# --- numbers


@pytest.mark.parametrize(
    "by, pages",
    [
        (NumberPagination("data", "page"), [data(1), data(2), data()]),
        (NumberPagination("data", "page", more="more"), [data(1, more=True), data(2, more=False)]),
        (
            NumberPagination("data", "page", pages="meta.pages"),
            [data(1, meta={"pages": 2}), data(2, meta={"pages": 2})],
        ),
        (NumberPagination("data", "page", pages="meta.pages"), [data(1), data(2, meta=None), data()]),
    ],
)
def test_numbers(api: Api, server: Server, by: NumberPagination, pages: list[object]) -> None:
    """Pages are counted until one is empty, says that there are no more, or is the last of all."""
    for page in pages:
        server.answer(200, page)
    assert ids(api, paged(by), limit=1) == [1, 2]
    assert queries(server) == ["limit=1", "limit=1&page=2", "limit=1&page=3"][: len(pages)]


@pytest.mark.parametrize(
    "given, first, own, asked",
    [
        ({}, 1, None, "2"),
        ({}, 0, None, "1"),
        ({}, 1, 0, "1"),
        ({"page": 5}, 1, 0, "6"),
        ({"page": "5"}, 0, None, "6"),
        ({}, 1, 3.0, "4"),
    ],
)
def test_the_first_number(
    api: Api, server: Server, given: dict[str, Any], first: int, own: float | None, asked: str
) -> None:
    """The number of a page is the argument, else what the page itself says, else that of the first page."""
    server.answer(200, data(1, number=own))
    by = NumberPagination("data", "page", page="number", first=first)
    assert api.pages(paged(by), **given).next_token == asked


def test_all_pages_of_numbers_from_0(api: Api, server: Server) -> None:
    """Two pages are 0 and 1."""
    by = NumberPagination("data", "page", pages="pages", first=0)
    server.answer(200, data(1, pages=2))
    server.answer(200, data(2, pages=2))
    assert ids(api, paged(by)) == [1, 2]
    assert queries(server) == ["", "page=1"]


def test_numbers_obey_a_link_header(api: Api, server: Server) -> None:
    """Where the server names pages by Link, a page without a next one is the last, however full it is."""
    server.answer(200, data(1), headers={"Link": '</x?page=2>; rel="next", </x?page=2>; rel="last"'})
    server.answer(200, data(2), headers={"Link": '</x?page=1>; rel="prev", </x?page=1>; rel="first"'})
    assert ids(api, paged(NumberPagination("data", "page"))) == [1, 2]


# --- offsets


@pytest.mark.parametrize(
    "by, pages",
    [
        (OffsetPagination("data", "offset"), [data(1, 2), data(3), data()]),
        (OffsetPagination("data", "offset", total="total"), [data(1, 2, total=3), data(3, total=3)]),
        (OffsetPagination("data", "offset", more="next"), [data(1, 2, next="/x"), data(3, next=None)]),
    ],
)
def test_offsets(api: Api, server: Server, by: OffsetPagination, pages: list[object]) -> None:
    """As many items as came are passed over, until none come, all have come, or there are no more."""
    for page in pages:
        server.answer(200, page)
    assert ids(api, paged(by)) == [1, 2, 3]
    assert queries(server) == ["", "offset=2", "offset=3"][: len(pages)]


@pytest.mark.parametrize(
    "given, first, total, asked", [({"offset": 10}, 0, 12, "11"), ({}, 1, 2, "2"), ({}, 1, 1, None)]
)
def test_where_offsets_begin(
    api: Api, server: Server, given: dict[str, Any], first: int, total: int, asked: str | None
) -> None:
    """Counting goes on from the argument, and from 1 where the first item has that number (RFC 7644 3.4.2.4)."""
    server.answer(200, data("x", total=total))
    by = OffsetPagination("data", "offset", total="total", first=first)
    assert api.pages(paged(by), **given).next_token == asked


def test_arrays(api: Api, server: Server) -> None:
    """The page may be the list itself."""
    for page in ([1, 2], [3], []):
        server.answer(200, page)
    assert api.listed(api.things.pages(paged(OffsetPagination("", "offset")))) == [1, 2, 3]
    assert queries(server) == ["", "offset=2", "offset=3"]


# --- URLs


@pytest.mark.parametrize(
    "form",
    [
        "{url}/v1/things?page=b%20b&limit=9",
        "{upper}/v1/things?page=b%20b&limit=9",
        "/v1/things?page=b%20b&limit=9",
        "//{host}/v1/things?page=b%20b&limit=9",
        "things?page=b%20b&limit=9",
        "./things?page=b%20b&limit=9",
        "../v1/things?page=b%20b&limit=9",
        "?page=b b&limit=9#x",
    ],
)
def test_urls(api: Api, server: Server, form: str) -> None:
    """The query of the next page's URL stands in for that of the call; the URL may be relative to this page's."""
    host = server.url.removeprefix("http://")
    url = form.format(url=server.url, upper=f"HTTP://{host}", host=host)
    server.answer(200, data(1, links={"next": url}))
    server.answer(200, data(2, links={}))
    options = {"extra_query": {"x": "y"}, "extra_headers": {"X-A": "b"}}
    assert ids(api, paged(URLPagination("data", "links.next")), limit=1, options=options) == [1, 2]
    assert [seen.target for seen in server.seen] == [
        "/v1/things?limit=1&x=y",
        "/v1/things?page=b%20b&limit=9",
    ]
    assert [seen.headers["x-a"] for seen in server.seen] == ["b", "b"]


FOREIGN = [
    "https://evil.example/v1/things?page=2",
    "//evil.example/",
    "http://127.0.0.1:1/",
    "{url}.evil.example/",
    "http://user@{host}/",
    "{url}@evil.example/",
    "http://[/",
    "http://127.0.0.1:99999999/",
    "ftp://{host}/",
    "javascript:alert(1)",
    "mailto:a@b",
    "http:things",
    "http:\\\\evil.example",
]


@pytest.mark.parametrize("form", FOREIGN)
def test_a_url_of_another_origin(api: Api, server: Server, form: str) -> None:
    """Credentials go to no other origin: this page is there, and the next one is an error."""
    url = form.format(url=server.url, host=server.url.removeprefix("http://"))
    client = api.new(schemes={"k": APIKeyAuth(Header("X-Key"), "secret")}, security=(("k",),))
    other = api.use(client)
    for by, headers in (
        (URLPagination("data", "next"), {}),
        (LinkPagination("data"), {"Link": f'<{url}>; rel="next"'}),
    ):
        server.answer(200, data(1, next=url), headers=headers)
        page = other.pages(paged(by))
        assert [each["id"] for each in page.items] == [1] and page.has_next
        with pytest.raises(
            APIError, match="GET /v1/things: the (URL has another origin than the server|next page has no valid URL)"
        ):
            other.run(page.next_page())
    assert len(server.seen) == 2
    other.close()


@pytest.mark.parametrize(
    ("form", "target"),
    [
        ("links?page=2", "/v1/links?page=2"),
        (" links?page=2 ", "/v1/links?page=2"),
        ("./x", "/v1/x"),
        ("../x", "/x"),
        ("?page=2", "/v1/things?page=2"),
        ("//{host}/x", "/x"),
        ("HTTP://{host}/x?page=2#top", "/x?page=2"),
    ],
)
def test_a_url_may_have_every_relative_form(api: Api, server: Server, form: str, target: str) -> None:
    """RFC 3986 section 5 and RFC 8288 section 3.1: the next URL is relative to that of this page."""
    url = form.format(host=server.url.removeprefix("http://"))
    for by, headers in (
        (URLPagination("data", "next"), {}),
        (LinkPagination("data"), {"Link": f'<{url}>; rel="next"'}),
    ):
        server.answer(200, data(1, next=url), headers=headers)
        server.answer(200, data(2))
        page = api.run(api.pages(paged(by)).next_page())
        assert [each["id"] for each in page.items] == [2]
        assert server.last.target == target


def test_urls_go_with_credentials(api: Api, server: Server) -> None:
    """Later pages have the client's key once, also where the URL of the next repeats it; no answer shows it."""
    auth = {"h": APIKeyAuth(Header("X-Key"), "secret"), "q": APIKeyAuth(Query("key"), "s cret")}
    other = api.use(api.new(schemes=auth, security=(("h", "q"),)))
    server.answer(200, data(1, next="/v1/things?page=2&key=s%20cret"))
    server.answer(200, data(2, next=""))
    page = other.run(other.pages(paged(URLPagination("data", "next"))).next_page())
    assert [seen.headers["x-key"] for seen in server.seen] == ["secret", "secret"]
    assert queries(server) == ["key=s%20cret", "key=s%20cret&page=2"]
    assert page.raw_response.url == f"{server.url}/v1/things?page=2"
    other.close()


@pytest.mark.parametrize("names", [["/a", "/a"], ["/a", "/b", "/a"], ["/a", "/b", "/c", "/d", "/b"]])
def test_urls_in_a_circle(api: Api, server: Server, names: list[str]) -> None:
    """A circle of any length is found before it is gone through three times."""
    circle = names[names.index(names[-1]) :]
    for name in names + circle[1:] * 9:
        server.answer(200, data(name, next=f"/v1{name}"))
    with pytest.raises(APIError, match="GET /v1/things: the list goes round in a circle"):
        ids(api, paged(URLPagination("data", "next")))
    assert len(server.seen) <= 3 * len(names)


# --- the header Link


def test_links(api: Api, server: Server) -> None:
    """The next page is that of the relation `next`, for lists that are arrays or parts of an object."""
    for items, pages in (("", [[1], [2]]), ("data", [{"data": [1]}, {"data": [2]}])):
        server.answer(200, pages[0], headers={"Link": '</v1/things?page=2>; rel="next", </v1/things?page=9>; rel=last'})
        server.answer(200, pages[1], headers={"Link": "</v1/things?page=1>; rel=first"})
        assert api.listed(api.things.pages(paged(LinkPagination(items)), limit=1)) == [1, 2]
    assert queries(server) == ["limit=1", "page=2"] * 2


@pytest.mark.parametrize(
    "header, target",
    [
        ('<https://a.b/?c=1,2;3>; rel="next"', "https://a.b/?c=1,2;3"),
        ("</a>;rel=prev,</b>;rel=next", "/b"),
        ('</a>; title="x, <y>; rel=next"; rel="prev", </b> ; REL = "last NEXT"', "/b"),
        ('</a>; title="rel=next"', None),
        ("</a>; rel=prev; rel=next", None),
        ('</a>; rel="next"; anchor="#x"', None),
        ("</a>; rel=nextish, </b>; rel=x-next", None),
        ("</a>; foo; rel=next", "/a"),
        ("<>; rel=next", ""),
        ("", None),
        ("next", None),
    ],
)
def test_link_headers(header: str, target: str | None) -> None:
    """RFC 8288 section 3: quoted commas, several relations, the first rel counts, other contexts do not."""
    assert next_link(header) == target


# --- all kinds


KINDS = {
    "token": (TokenPagination("data", "next", "after"), {}),
    "cursor": (CursorPagination("data", "next", "after"), {}),
    "number": (NumberPagination("data", "page"), {}),
    "offset": (OffsetPagination("data", "offset"), {}),
    "url": (URLPagination("data", "next"), {}),
    "link": (LinkPagination("data"), {"Link": "</v1/things?page={}>; rel=next"}),
}
each_kind = pytest.mark.parametrize("by, header", KINDS.values(), ids=KINDS)


def fill(server: Server, count: int, header: dict[str, str]) -> None:
    for number in range(1, count + 1):
        headers = {name: value.format(number) for name, value in header.items()}
        server.answer(200, data(number, next=f"/v1/things?page={number}"), headers=headers)
    server.answer(200, data())


@each_kind
def test_the_raw_response(api: Api, server: Server, by: Any, header: dict[str, str]) -> None:
    """Each page has the answer that it came by, which can be compared and kept; the raw view has the page."""
    fill(server, 2, header)
    page = api.run(api.pages(paged(by)).next_page())
    raw = page.raw_response
    assert (raw.status_code, raw.body, raw.content[:8]) == (200, page.body, b'{"data":')
    assert raw.headers["content-type"] == "application/json"
    assert pickle.loads(pickle.dumps(raw)) == raw
    response = api.run(api.things._returning("raw").pages(paged(by)))
    assert response.status_code == 200
    assert response.body.items == [] and response.body.raw_response.body == data()


@pytest.mark.slow
@each_kind
def test_earlier_pages_do_not_stay(api: Api, server: Server, by: Any, header: dict[str, str]) -> None:
    """While a list is read, no more than the page at hand and the one before are in memory."""
    fill(server, 9, header)

    def alive() -> int:
        gc.collect()
        return sum(isinstance(each, (Page, AsyncPage)) for each in gc.get_objects())

    before, counts = alive(), []
    if api.runner is None:
        for _ in api.things.pages(paged(by)):
            counts.append(alive() - before)
    else:

        async def walk() -> None:
            async for _ in api.things.pages(paged(by)):
                counts.append(alive() - before)

        api.runner.run(walk())
    assert len(counts) == 9 and max(counts) <= 2


@each_kind
def test_the_last_page(api: Api, server: Server, by: Any, header: dict[str, str]) -> None:
    """It has no next one, and says how that is asked."""
    server.answer(200, {"data": None})
    page = api.pages(paged(by))
    assert page.items == [] and page.next_token is None and not page.has_next
    with pytest.raises(ValueError, match="has_next"):
        api.run(page.next_page())


def test_decoded_pages(api: Api, server: Server) -> None:
    """Fields are found in models as in plain JSON, and later pages are decoded like the first."""
    operation: PagedOperation[op.Things] = PagedOperation(
        "GET /things", success={200: op.Things}, pagination=URLPagination("results", "next_page_token")
    )
    server.answer(200, {"results": [{"id": "1"}], "nextPageToken": "/things?b=c"})
    server.answer(200, {"results": [{"id": "2"}]})
    assert api.listed(api.things.pages(operation)) == [op.Thing(id="1"), op.Thing(id="2")]


def test_the_same_page_twice(api: Api, server: Server) -> None:
    """A page may be gone on from more than once."""
    fill(server, 1, {})
    page = api.pages(paged(TokenPagination("data", "next", "after")))
    server.answers.clear()
    for _ in range(2):
        server.answer(200, data(2))
        assert api.run(page.next_page()).items == [{"id": 2}]
