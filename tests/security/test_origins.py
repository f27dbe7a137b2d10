"""Credentials leave for the origin of the call's own server only: 2,400 ways to lead them elsewhere.

Each credential kind, redirect status, form of the next page and transport: a server of another origin records all
that arrives.
"""

from __future__ import annotations

import asyncio
import json
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpx2
import pytest
from msgspec import structs

from fledge.runtime.aiohttp_transport import AIOHTTPTransport
from fledge.runtime.auth import APIKeyAuth
from fledge.runtime.basic_auth import BasicAuth
from fledge.runtime.client import AsyncBaseClient, BaseClient
from fledge.runtime.cookies import Cookie
from fledge.runtime.errors import APIError
from fledge.runtime.event_streams import EventsOperation
from fledge.runtime.hooks import Hooks
from fledge.runtime.http_auth import HTTPAuth
from fledge.runtime.link_pagination import LinkPagination, URLPagination
from fledge.runtime.messages import Request
from fledge.runtime.oauth2 import OAuth2
from fledge.runtime.operation import Operation
from fledge.runtime.origins import is_same_origin, redact
from fledge.runtime.pagination import PagedOperation
from fledge.runtime.parameters import Header, Query
from tests.runtime.http.operations import STATUS_ERRORS

pytestmark = pytest.mark.slow

SECRET = "s3cret"
MARKS = (SECRET, "dXNlcjpzM2NyZXQ")  # also as basic authentication has it


@dataclass
class Site:
    """A server of one origin: what arrived, and what it sends by path."""

    url: str = ""
    arrived: list[str] = field(default_factory=list)
    pages: dict[str, Callable[[], tuple[int, dict[str, str], bytes]]] = field(default_factory=dict)


def _serve(site: Site) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            site.arrived.append(f"{self.path}\n{self.headers}\n{body!r}")
            page = site.pages.get(self.path.partition("?")[0], lambda: (200, {}, b"{}"))
            status, headers, content = page()
            self.send_response(status)
            for name, value in {"Content-Length": str(len(content)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server


@pytest.fixture(scope="module")
def sites() -> Iterator[tuple[Site, Site]]:
    own, other = Site(), Site()
    servers = [_serve(own), _serve(other)]
    yield own, other
    for server in servers:
        server.shutdown()
        server.server_close()


def _credentials(own: Site) -> dict[str, Callable[[], dict[str, Any]]]:
    token = lambda: (200, {"Content-Type": "application/json"}, json.dumps({"access_token": SECRET}).encode())
    own.pages["/token"] = token
    each: dict[str, Callable[[], Any]] = {
        "bearer": lambda: HTTPAuth("Bearer", SECRET),
        "basic": lambda: BasicAuth("user", SECRET),
        "header": lambda: APIKeyAuth(Header("X-Key"), SECRET),
        "query": lambda: APIKeyAuth(Query("api key"), SECRET),
        "cookie": lambda: APIKeyAuth(Cookie("sid"), SECRET),
        "oauth2": lambda: OAuth2(
            None, token_urls={"client_credentials": "/token"}, client_id="id", client_secret=SECRET
        ),
    }
    made = {name: lambda make=make: {"schemes": {"k": make()}, "security": (("k",),)} for name, make in each.items()}
    made["headers="] = lambda: {"headers": {"Authorization": f"Bearer {SECRET}", "X-Other": SECRET}}
    made["hook"] = lambda: {
        "hooks": Hooks(request=lambda r: structs.replace(r, headers={**r.headers, "x-signature": SECRET}))
    }
    return made


KINDS = ["bearer", "basic", "header", "query", "cookie", "oauth2", "headers=", "hook"]
STATUSES = [301, 302, 303, 307, 308]
NEXT = [
    "/next",
    "next",
    "//{other}/next",
    "http://{own}@{other}/next",
    "HTTP://{other}/next",
    "http://{own}\\@{other}/next",
]
TRANSPORTS = ["httpx2", "async httpx2", "aiohttp", "http_client", "async http_client"]


def _steps(own: Site, other: Site) -> Iterator[tuple[str, PagedOperation[Any]]]:
    """Prepares each attack, and gives its name with the operation to call."""
    hosts = {"own": own.url.removeprefix("http://"), "other": other.url.removeprefix("http://")}
    for status in STATUSES:
        own.pages["/things"] = lambda status=status: (status, {"Location": f"{other.url}/things"}, b"")
        for form in NEXT:
            url = form.format(**hosts)
            body = json.dumps({"data": [{"id": 1}], "next": url}).encode()
            link = {"Content-Type": "application/json", "Link": f'<{url}>; rel="next"'}
            other.pages["/things"] = other.pages["/next"] = lambda link=link, body=body: (200, link, body)
            for by in (URLPagination("data", "next"), LinkPagination("data")):
                own.arrived.clear()
                other.arrived.clear()
                yield f"{status} {form} {by}", PagedOperation[Any]("GET /things", success={200: Any}, pagination=by)


def _shown(error: APIError) -> str:
    return f"{error!r} {pickle.dumps(error)!r} {error.request and structs.asdict(error.request)}"


def _check(own: Site, other: Site, attack: str, page: object, error: str) -> None:
    assert any(mark in each for mark in MARKS for each in own.arrived), attack
    assert len(other.arrived) == 1, attack
    for text in (*other.arrived, repr(page), error):
        assert not any(mark in text for mark in MARKS), attack


@pytest.mark.parametrize("transport", TRANSPORTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_redirect_and_a_next_page_lead_no_credentials_away(
    sites: tuple[Site, Site], kind: str, transport: str
) -> None:
    """A redirect to another origin, whose page names a next one in any form: no request there has the credential."""
    own, other = sites
    options = {"base_url": own.url, "errors": STATUS_ERRORS, "max_retries": 0, **_credentials(own)[kind]()}
    if transport in ("httpx2", "http_client"):
        theirs = httpx2.Client() if transport == "http_client" else None
        with BaseClient(**options, http_client=theirs) as client:
            for attack, operation in _steps(own, other):
                page = operation.pages(client, {})
                with pytest.raises(APIError, match="another origin") as caught:
                    page.next_page()
                _check(own, other, attack, page, _shown(caught.value))
        return

    async def walk() -> None:
        chosen = AIOHTTPTransport() if transport == "aiohttp" else None
        theirs = httpx2.AsyncClient() if transport == "async http_client" else None
        async with AsyncBaseClient(**options, transport=chosen, http_client=theirs) as client:
            for attack, operation in _steps(own, other):
                page = await operation.async_pages(client, {})
                with pytest.raises(APIError, match="another origin") as caught:
                    await page.next_page()
                _check(own, other, attack, page, _shown(caught.value))

    asyncio.run(walk())


@pytest.mark.parametrize("path", ["@{other}/x", ".evil.example/x", ":1@{other}/x", ":99999/x", "\\@{other}/x"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_path_chooses_no_host(sites: tuple[Site, Site], kind: str, path: str) -> None:
    """A path without a leading slash that would become a part of the host is an error, and nothing is sent."""
    own, other = sites
    other.arrived.clear()
    operation = Operation[Any](f"GET {path.format(other=other.url.removeprefix('http://'))}", success={200: Any})
    with BaseClient(base_url=own.url, errors=STATUS_ERRORS, max_retries=0, **_credentials(own)[kind]()) as client:
        with pytest.raises((APIError, ValueError), match="origin|base_url"):
            client.call(operation({}))
    assert other.arrived == []


def test_a_hook_signs_no_request_to_another_origin(sites: tuple[Site, Site]) -> None:
    """`request` is called for each attempt at the own origin, and for none at another one."""
    own, other = sites
    urls: list[str] = []
    own.pages["/a"] = lambda: (302, {"Location": "/b"}, b"")
    own.pages["/b"] = lambda: (302, {"Location": f"{other.url}/c"}, b"")
    other.pages["/c"] = lambda: (302, {"Location": f"{own.url}/d"}, b"")
    own.pages.pop("/d", None)
    with BaseClient(
        base_url=own.url, errors=STATUS_ERRORS, hooks=Hooks(request=lambda r: urls.append(r.url))
    ) as client:
        client.call(Operation[Any]("GET /a", success={200: Any})({}))
    assert urls == [f"{own.url}/a", f"{own.url}/b"]


@pytest.mark.parametrize("is_async", [False, True])
def test_what_a_user_s_own_client_adds_goes_to_no_other_origin(sites: tuple[Site, Site], is_async: bool) -> None:
    """Its headers, cookies, auth, query and event hooks are for the server alone, also behind a redirect."""
    own, other = sites
    own.arrived.clear()
    other.arrived.clear()
    own.pages["/a"] = lambda: (302, {"Location": f"{other.url}/c", "Set-Cookie": f"sid={SECRET}; Path=/"}, b"")
    other.pages["/c"] = lambda: (200, {"Content-Type": "application/json"}, b"{}")

    def sign(request: Any) -> None:
        request.headers["X-Signature"] = SECRET

    async def sign_async(request: Any) -> None:
        sign(request)

    theirs: Any = {
        "headers": {"X-Key": SECRET},
        "cookies": {"c": SECRET},
        "auth": ("user", SECRET),
        "params": {"k": SECRET},
        "event_hooks": {"request": [sign_async if is_async else sign]},
    }
    call = Operation[Any]("GET /a", success={200: Any})({})
    options: Any = {"base_url": own.url, "errors": STATUS_ERRORS}

    async def main() -> None:
        async with httpx2.AsyncClient(**theirs) as http_client:
            assert await AsyncBaseClient(**options, http_client=http_client).call(call) == {}

    if is_async:
        asyncio.run(main())
    else:
        with httpx2.Client(**theirs) as http_client:
            assert BaseClient(**options, http_client=http_client).call(call) == {}
    assert len(other.arrived) == 1 and SECRET not in other.arrived[0] and "x-signature" not in other.arrived[0].lower()
    assert own.arrived[0].count(SECRET) >= 4


def test_a_stream_that_reconnects_leads_no_credentials_away(sites: tuple[Site, Site]) -> None:
    """Each connection begins at the own server, and what a redirect leads to gets no credential."""
    own, other = sites
    other.arrived.clear()
    own.pages["/events"] = lambda: (307, {"Location": f"{other.url}/events"}, b"")
    stream_type = {"Content-Type": "text/event-stream"}
    other.pages["/events"] = lambda: (200, stream_type, b"retry: 1\nid: 7\ndata: {}\n\n")
    operation = EventsOperation[Any]("GET /events", success={200: Any})
    with BaseClient(base_url=own.url, errors=STATUS_ERRORS, **_credentials(own)["bearer"]()) as client:
        stream = operation.open(client, {}).reconnecting(2)
        assert [next(stream), next(stream)] == [{}, {}]
        stream.close()
    assert len(other.arrived) >= 2
    assert not any(SECRET in each for each in other.arrived)


@pytest.mark.parametrize(
    "place",
    [
        "/b?api+key={0}&x=1",
        "/b?api%20key={0}",
        "/b?x=1&%61pi%20key={0}#top",
        "http://user:{0}@{1}/b",
        "/b?x=1&api+key={0}&api+key={0}",
    ],
)
def test_a_key_in_a_query_is_shown_nowhere(sites: tuple[Site, Site], place: str) -> None:
    """A server that repeats the key in `Location` and in next pages: no URL that is kept or shown has it."""
    own, _ = sites
    url = place.format(SECRET, own.url.removeprefix("http://"))
    own.pages["/things"] = lambda: (302, {"Location": url}, b"")
    own.pages["/b"] = lambda: (
        200,
        {"Content-Type": "application/json"},
        json.dumps({"data": [1], "next": url}).encode(),
    )
    shown: list[str] = []
    hooks = Hooks(response=lambda request, response: shown.append(request.public().url))
    operation = PagedOperation[Any]("GET /things", success={200: Any}, pagination=URLPagination("data", "next"))
    with BaseClient(base_url=own.url, errors=STATUS_ERRORS, hooks=hooks, **_credentials(own)["query"]()) as client:
        page = operation.pages(client, {})
        shown += [page.raw_response.url, str(page.next_token), repr(page)]
        own.pages["/b"] = lambda: (418, {}, b"")
        with pytest.raises(APIError) as caught:
            page.next_page()
        error = caught.value
        shown += [repr(error), str(error.request and error.request.url), repr(pickle.dumps(error))]
    assert len(shown) >= 6
    for each in shown:
        # The body that the server sent is the user's; what the client itself shows is clean.
        assert SECRET not in each.partition("body=")[0]


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("https://a.example", "https://A.example:443/x", True),
        ("http://a.example:80", "http://a.example", True),
        ("https://a.example", "http://a.example", False),
        ("https://a.example", "https://a.example:444", False),
        ("https://a.example", "https://a.example.", False),
        ("https://a.example", "https://user@a.example", False),
        ("https://a.example", "https://a.example:x", False),
        ("https://a.example", "https://a.example:0", False),
        ("https://a.example", "https://a.example:99999", False),
        ("https://a.example", "https://a.example\\@b.example", False),
        ("https://a.example", "//a.example", False),
        ("https://[::1]", "https://[::1", False),
        ("ftp://a.example", "ftp://a.example", False),
    ],
)
def test_origins(one: str, other: str, equal: bool) -> None:
    """Scheme, host and port, with the usual ports (RFC 6454 section 4); a URL with a user is none of an API."""
    assert is_same_origin(one, other) is equal
    assert is_same_origin(other, one) is equal


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/x?key=1", "https://a.example/x"),
        ("https://a.example/x?a=1&k%65y=1&b=2#c", "https://a.example/x?a=1&b=2#c"),
        ("https://a.example/x?key=1#key=2&a=1", "https://a.example/x#a=1"),
        ("https://a.example/#/route?key=1", "https://a.example/#/route"),
        ("//u:p@a.example/x", "//a.example/x"),
        ("//u:p@a.example?key=1", "//a.example"),
        ("/x//u:p@y", "/x//u:p@y"),
        ("https://u:p@a.example/x@y?z=/@", "https://a.example/x@y?z=/@"),
        ("https://a.example/x", "https://a.example/x"),
        ("/x?key=1", "/x"),
        ("", ""),
    ],
)
def test_urls_without_secrets(url: str, shown: str) -> None:
    """Names are compared as the server decodes them; all else stays as it is."""
    assert redact(url, {"key"}) == shown
    request = Request("GET /x", "GET", url, {}, None, None, False, frozenset({"key"}))
    assert request.public().url == request.public_url == shown
