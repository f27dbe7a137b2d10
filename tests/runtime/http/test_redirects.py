"""Which redirects are followed, and what goes with them."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import quote_plus

import pytest

from fledge.runtime.auth import APIKeyAuth
from fledge.runtime.http_auth import HTTPAuth
from fledge.runtime.status_errors import APIStatusError
from fledge.runtime.retry import redirected
from fledge.runtime.messages import Headers, Request, ResponseHead
from fledge.runtime.parameters import Query

from . import operations as op
from .conftest import Api, Server

THING = {"id": "1"}
TOKEN = {"schemes": {"token": HTTPAuth("Bearer", "secret")}, "security": (("token",),)}


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Another origin, and the headers of the requests that come there."""
    seen: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append({"method": self.command, **{k.lower(): v for k, v in self.headers.items()}})
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"id":"there"}')

        do_POST = do_GET

        def log_message(self, *args: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{http.server_port}", seen
    http.shutdown()
    http.server_close()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_reading_goes_on_elsewhere(api: Api, server: Server, status: int) -> None:
    """A redirect within the origin is followed, credentials and all."""
    client = api.use(api.new(**TOKEN))
    server.answer(status, headers={"Location": "/moved/1?a=b"})
    server.answer(200, THING)
    assert client.call(op.GET, "1").id == "1"
    assert [seen.target for seen in server.seen] == ["/things/1", "/moved/1?a=b"]
    assert server.last.headers["authorization"] == "Bearer secret"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_credentials_stay(api: Api, server: Server, elsewhere: tuple[str, list[dict[str, str]]], status: int) -> None:
    """Another origin gets no credential, nor any header that may be one."""
    url, seen = elsewhere
    client = api.use(api.new(**TOKEN, headers={"X-Whatever": "mine", "Cookie": "a=b"}))
    server.answer(status, headers={"Location": f"{url}/there"})
    assert client.call(op.GET, "1").id == "there"
    assert not {"authorization", "cookie", "x-whatever"} & seen[0].keys()
    assert seen[0]["accept"] == "application/json"


@pytest.mark.parametrize("status", [307, 308])
def test_what_changes_something_is_repeated_when_told(api: Api, server: Server, status: int) -> None:
    """307 and 308 ask for the same request at another place of the origin."""
    server.answer(status, headers={"Location": "/moved"})
    server.answer(201, THING)
    assert api.call(op.CREATE, body={"a": 1}).id == "1"
    assert (server.last.method, server.last.path, server.last.json) == ("POST", "/moved", {"a": 1})


def test_a_body_does_not_travel(api: Api, server: Server, elsewhere: tuple[str, list[dict[str, str]]]) -> None:
    """A content is not sent to another origin: the call fails, and says where it was to go."""
    url, seen = elsewhere
    server.answer(307, headers={"Location": f"{url}/there?token=t"})
    with pytest.raises(APIStatusError, match="moved to http.*/there, which is not followed") as caught:
        api.call(op.CREATE, body={"a": 1})
    assert caught.value.status_code == 307
    assert "token=t" not in str(caught.value)
    assert seen == []


@pytest.mark.parametrize("status", [301, 302])
def test_a_post_does_not_become_a_get(api: Api, server: Server, status: int) -> None:
    """Browsers read after 301 and 302; a client that did would lose the body without a word."""
    server.answer(status, headers={"Location": "/moved"})
    with pytest.raises(APIStatusError):
        api.call(op.CREATE, body={"a": 1})
    assert len(server.seen) == 1


def test_see_other(api: Api, server: Server) -> None:
    """303 after a POST: the result is read from another place."""
    server.answer(303, headers={"Location": "/things/7"})
    server.answer(200, THING)
    assert api.call(op.CREATE, body={"a": 1}).id == "1"
    assert (server.last.method, server.last.path, server.last.body) == ("GET", "/things/7", b"")
    assert "content-type" not in server.last.headers


def test_a_circle_of_redirects(api: Api, server: Server) -> None:
    """It ends, with an error of the family."""
    for _ in range(12):
        server.answer(302, headers={"Location": "/things/1"})
    with pytest.raises(APIStatusError):
        api.call(op.GET, "1")
    assert len(server.seen) == 11


def test_documented_redirects(api: Api, server: Server) -> None:
    """One that is not followed is a result where it is documented as one, also by its range."""
    server.answer(302, headers={"Location": "/moved"})
    raw = api.raw(op.LOCATE)
    assert (raw.status_code, raw.headers["location"], raw.body) == (302, "/moved", None)
    server.answer(303, headers={"Location": "/moved"})
    server.answer(200, b"content")
    assert api.stream(lambda answer: answer.read(), op.LOCATE) == b"content"


@pytest.mark.parametrize(
    ("place", "followed"),
    [
        ("https://other.example/a", True),
        ("//other.example/a", True),
        ("../b", True),
        ("http://api.example/a", False),
        ("http://other.example/a", False),
        ("ftp://api.example/a", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https:///a", True),
        ("https://api.example:0/a", False),
        ("https://api.example:99999/a", False),
        ("https://[api.example/a", False),
        ("", False),
    ],
)
def test_places(place: str, followed: bool) -> None:
    """Never from HTTPS to plain HTTP, and to nothing but HTTP."""
    url = "https://api.example/v1/things"
    headers: dict[str, Any] = {"authorization": "secret", "accept": "*/*"}
    request = Request("GET /things", "GET", url, headers, None, None)
    target = redirected(request, ResponseHead(302, Headers({"location": place})))
    assert (target is not None) == followed
    if target:
        assert ("authorization" in target.headers) == target.url.startswith("https://api.example/")


@pytest.mark.parametrize(
    ("place", "target"),
    [
        ("/caf\u00e9", "/caf%C3%A9"),
        ("/a b?c d", "/a%20b?c%20d"),
        ('/{id}|"<x>^`\\?q={id}', "/%7Bid%7D%7C%22%3Cx%3E%5E%60%5C?q=%7Bid%7D"),
        ("/a%2Fb%c3?q=%zz+1#top", "/a%2Fb%c3?q=%zz+1"),
        ("?only=query", "/things/1?only=query"),
    ],
)
def test_places_that_are_not_encoded(api: Api, server: Server, place: str, target: str) -> None:
    """They are encoded as a browser does it, so that each transport asks for the same; the rest stays as it is."""
    server.answer(302, headers={"Location": place.encode().decode("latin-1")})
    server.answer(200, {"id": "1"})
    api.call(op.GET, "1")
    assert server.last.target == target


def test_the_user_of_a_place(api: Api, server: Server) -> None:
    """What a server puts before the `@` is sent to nobody."""
    server.answer(302, headers={"Location": server.url.replace("//", "//user:password@") + "/moved"})
    server.answer(200, {"id": "1"})
    api.call(op.GET, "1")
    assert server.last.target == "/moved" and "authorization" not in server.last.headers


@pytest.mark.parametrize(
    "place",
    [
        "/items?key={0}",
        "/items?x=1&other={0}",
        "/login?next=https%3A%2F%2Fapi.example%2Fitems%3Fkey%3D{1}",
        "/{0}",
    ],
)
def test_a_key_that_a_place_repeats(
    api: Api, server: Server, elsewhere: tuple[str, list[dict[str, str]]], place: str
) -> None:
    """A server may repeat the query, and with it the key: another origin does not get it, and the error says where."""
    url, came = elsewhere
    schemes, security = {"k": APIKeyAuth(Query("key"), "s3/cr et")}, (("k",),)
    keyed = api.use(api.new(schemes=schemes, security=security))
    twice = quote_plus("s3%2Fcr%20et")
    server.answer(302, headers={"Location": url + place.format("s3%2Fcr+et", twice)})
    with pytest.raises(APIStatusError, match="which is not followed by itself") as caught:
        keyed.call(op.GET, "1")
    assert came == [] and "s3" not in repr(caught.value)
    server.answer(302, headers={"Location": f"{url}/items?key=its-own"})
    keyed.call(op.GET, "1")
    assert len(came) == 1
    keyed.close()
