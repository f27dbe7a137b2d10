"""Hostile responses end in an exception of the `APIError` family, or in a value: 40 of them, by each transport."""

from __future__ import annotations

import asyncio
import gzip
import multiprocessing
import os
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from fledge.runtime import json_streams, streams
from fledge.runtime.aiohttp_transport import AIOHTTPTransport
from fledge.runtime.client import AsyncBaseClient, BaseClient
from fledge.runtime.errors import APIError, APITimeoutError
from fledge.runtime.event_streams import EventParser
from fledge.runtime.json_streams import SequenceOperation
from fledge.runtime.oauth2 import OAuth2
from fledge.runtime.operation import Operation
from tests.runtime.http.operations import STATUS_ERRORS

GET = Operation[Any]("GET /x", success={200: Any})
DEEP = b"[" * 100_000 + b"]" * 100_000
JSON = {"Content-Type": "application/json"}
LOCATIONS = [
    "http://a:99999/",
    "http://a:0/",
    "http://a:x/",
    f"http://{'a' * 64}.com/",
    "http://a..b/",
    "http://[::1",
    "http://[v1.x]/",
    "http://xn--/",
    "http://\xe9/",
    "http://a b/",
    "http://%00/",
    "http://a\\b/",
    "http://*/",
    "http:///x",
    "https://:80/",
    "http://127.0.0.1:1/",
    "//",
    f"http://{'a.' * 200}/",
]
RESPONSES: list[tuple[int, dict[str, str], bytes]] = [
    (200, JSON, DEEP),
    (500, JSON, DEEP),
    (200, JSON, b"{" * 5_000),
    (200, JSON, b"9" * 10_000),
    *(
        (500, {"Content-Type": f"text/plain; charset={name}"}, b"\xff\xfe")
        for name in ("hex", "idna", "undefined", "punycode", "utf-7")
    ),
    *(
        (503, {"Retry-After": value}, b"")
        for value in (
            "9" * 400,
            "-1",
            "Mon, 01 Jan 0001 00:00:00 -0000",
            "Fri, 31 Dec 9999 23:59:59 -9999",
            "Fri, 31 Dec 99999 99:99:99",
        )
    ),
    *((302, {"Location": location}, b"") for location in LOCATIONS),
    (200, {"Content-Encoding": "gzip"}, b"\x1f\x8bzz"),
    (200, {"Content-Encoding": "deflate"}, b"zz"),
    (200, {"Content-Length": "9" * 30}, b""),
]


class State:
    response: tuple[int, dict[str, str], bytes] = (200, {}, b"{}")
    pieces: Any = None
    url = ""


@pytest.fixture(scope="module")
def state() -> Iterator[type[State]]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/token":
                status, headers, body = 200, JSON, b'{"access_token": "t", "expires_in": 1%s}' % (b"0" * 400)
            else:
                status, headers, body = State.response if self.path == "/x" else (200, {}, b"{}")
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(body)
                for piece in State.pieces or ():
                    self.wfile.write(piece)
                    time.sleep(0.05)
            except ConnectionError:
                pass

        do_POST = do_GET

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    State.url = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield State
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("transport", ["httpx2", "async httpx2", "aiohttp"])
def test_nothing_but_api_errors(state: type[State], transport: str) -> None:
    """Whatever comes, a call ends in a value or an `APIError`, and that can be shown."""
    options: dict[str, Any] = {"base_url": state.url, "errors": STATUS_ERRORS, "max_retries": 0, "timeout": 5.0}
    if transport == "httpx2":
        with BaseClient(**options) as client:
            for state.response in RESPONSES:
                try:
                    client.call(GET({}))
                except APIError as error:
                    assert str(error)
        return

    async def walk() -> None:
        chosen = AIOHTTPTransport() if transport == "aiohttp" else None
        async with AsyncBaseClient(**options, transport=chosen) as client:
            for state.response in RESPONSES:
                try:
                    await client.call(GET({}))
                except APIError as error:
                    assert str(error)

    asyncio.run(walk())


def test_a_token_that_never_expires(state: type[State]) -> None:
    """An `expires_in` that no float can hold is none."""
    state.response = (200, JSON, b"{}")
    auth = {"o": OAuth2(None, token_urls={"client_credentials": "/token"}, client_id="i", client_secret="s")}
    with BaseClient(base_url=state.url, errors=STATUS_ERRORS, schemes=auth, security=(("o",),)) as client:
        assert client.call(GET({})) == {}


@pytest.mark.parametrize("transport", ["httpx2", "async httpx2", "aiohttp"])
def test_a_compressed_body_that_gives_no_byte_runs_into_the_timeout(state: type[State], transport: str) -> None:
    """Empty deflate blocks without an end: the time counts, though nothing comes out."""
    state.response = (200, {"Content-Encoding": "deflate", "Content-Length": "1000000"}, b"\x78\x9c")
    state.pieces = [b"\x00\x00\x00\xff\xff"] * 100
    options: dict[str, Any] = {"base_url": state.url, "errors": STATUS_ERRORS, "max_retries": 0, "timeout": 0.5}
    begun = time.monotonic()
    try:
        with pytest.raises(APITimeoutError):
            if transport == "httpx2":
                with BaseClient(**options) as client:
                    client.call(GET({}))
            else:

                async def call() -> None:
                    chosen = AIOHTTPTransport() if transport == "aiohttp" else None
                    async with AsyncBaseClient(**options, transport=chosen) as client:
                        await client.call(GET({}))

                asyncio.run(call())
    finally:
        state.pieces = None
    assert time.monotonic() - begun < 3


def test_reconnecting_sends_the_id_of_the_last_whole_event() -> None:
    """The id of an event that was cut is not the last one (WHATWG HTML 9.2.6)."""
    parser = EventParser()
    assert [each.id for each in parser.feed(b"id: 1\ndata: a\n\nid: 2\ndata: b\n")] == ["1"]
    assert parser.last_id == "1"
    parser.restart()
    assert [each.id for each in parser.feed(b"data: c\n\nid: 3\n\n")] == ["1"]
    assert parser.last_id == "3"  # an event without data sets it, too


@pytest.mark.parametrize("transport", ["httpx2", "async httpx2", "aiohttp"])
def test_a_large_response_is_an_error(state: type[State], transport: str) -> None:
    """The limit counts decompressed bytes, is set for a client or a call, and causes no retry."""
    bomb = gzip.compress(b" " * 10_000_000)
    state.response = (200, {"Content-Encoding": "gzip", **JSON}, bomb)
    options: dict[str, Any] = {"base_url": state.url, "errors": STATUS_ERRORS, "max_response_bytes": 1_000_000}
    allowed = gzip.compress(b"1" + b" " * 2_000_000)
    if transport == "httpx2":
        with BaseClient(**options) as client:
            with pytest.raises(APIError, match="more than 1000000 bytes"):
                client.call(GET({}))
            state.response = (200, {"Content-Encoding": "gzip", **JSON}, allowed)
            assert client.call(GET({"max_response_bytes": None})) == 1
            assert client.with_options(max_response_bytes=3_000_000).call(GET({})) == 1
        return

    async def walk() -> None:
        chosen = AIOHTTPTransport() if transport == "aiohttp" else None
        async with AsyncBaseClient(**options, transport=chosen) as client:
            with pytest.raises(APIError, match="more than 1000000 bytes"):
                await client.call(GET({}))
            state.response = (200, {"Content-Encoding": "gzip", **JSON}, allowed)
            assert await client.call(GET({"max_response_bytes": None})) == 1

    asyncio.run(walk())


def test_streams_count_all_that_they_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    """Data lines without text are kept, and so counted."""
    monkeypatch.setattr(streams, "_LONGEST", 1000)
    parser = EventParser()
    with pytest.raises(ValueError, match="more than 1000 bytes"):
        for _ in range(2000):
            parser.feed(b"data\n")


def test_a_json_sequence_takes_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece ends like a text that is complete: no piece is read again and again."""
    decoder = SequenceOperation.decoder()
    read = 0

    def is_json(text: bytes) -> bool:
        nonlocal read
        read += len(text)
        return False

    monkeypatch.setattr(json_streams, "_is_json", is_json)
    size = 0
    for piece in (b"\x1e[", *[b"{},\n"] * 40_000):
        assert decoder.feed(piece) == []
        size += len(piece)
    assert read <= 10 * size + 100_000


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork a process")
def test_a_client_after_a_fork(state: type[State]) -> None:
    """The child opens connections of its own, and the parent's goes on."""
    state.response = (200, JSON, b'{"a": 1}')
    with BaseClient(base_url=state.url, errors=STATUS_ERRORS) as client:
        assert client.call(GET({})) == {"a": 1}
        before = client._transport._pools
        context = multiprocessing.get_context("fork")
        results = context.SimpleQueue()

        def child() -> None:
            results.put((client.call(GET({})), client._transport._pools is before))

        process = context.Process(target=child)
        process.start()
        process.join(20)
        assert results.get() == ({"a": 1}, False)
        assert client.call(GET({})) == {"a": 1}
        assert client._transport._pools is before
