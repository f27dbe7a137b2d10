"""`timeout` is a deadline: 18 servers that keep a client busy for ever, by each transport."""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from threading import Event, Thread
from typing import Any

import httpx2
import pytest

from fledge.runtime.aiohttp_transport import AIOHTTPTransport
from fledge.runtime.client import AsyncBaseClient, BaseClient
from fledge.runtime.errors import APIError, APITimeoutError
from fledge.runtime.operation import Operation
from fledge.runtime.transport import AsyncHTTPTransport, HTTPTransport
from fledge.runtime.uploads import RawBody
from tests.runtime.http.operations import STATUS_ERRORS

LIMIT = 0.4
SLACK = 4.0  # of a machine that does other things as well; the servers never end
TRUST = ssl.create_default_context()
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
GET = Operation[Any]("GET /x", success={200: Any})
POST = Operation[Any]("POST /x", success={200: Any}, body=RawBody("application/octet-stream"))

Sending = Iterator[bytes | float]
"""What a server sends; a number is a pause in seconds."""


def _drip(text: bytes, pause: float = 0.03) -> Sending:
    for index in range(len(text)):
        yield text[index : index + 1]
        yield pause


def _repeat(head: bytes, part: bytes, pause: float = 0.03) -> Sending:
    yield head
    while True:
        yield part
        yield pause


def _empty_blocks(pause: float) -> Sending:
    """A gzip stream whose blocks hold nothing (RFC 1951 3.2.4)."""
    head = zlib.compressobj(wbits=31)
    begin = head.compress(b"") or b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"
    block = b"\x00\x00\x00\xff\xff" * 64
    part = b"%x\r\n%s\r\n" % (len(block), block)
    yield CHUNKED + b"Content-Encoding: gzip\r\n\r\n" + b"%x\r\n%s\r\n" % (len(begin), begin)
    while True:
        yield part
        yield pause


ATTACKS: dict[str, Callable[[], Sending]] = {
    "silence": lambda: iter([30.0]),
    "a dripped status line": lambda: _drip(b"HTTP/1.1 200 " + b"O" * 900),
    "dripped headers": lambda: _drip(b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 900),
    "a header now and then": lambda: _repeat(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
    "informational responses": lambda: _repeat(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    "a flood of informational responses": lambda: _repeat(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 50, 0.0),
    "silence after the head": lambda: iter([CHUNKED + b"\r\n", 30.0]),
    "a dripped body": lambda: _repeat(CHUNKED + b"\r\n", b"1\r\n \r\n"),
    "a flood of spaces": lambda: _repeat(CHUNKED + b"\r\n", b"1\r\n \r\n" * 99, 0.0),
    "a chunk's extension": lambda: _repeat(CHUNKED + b"\r\n1;", b"x"),
    "a chunk's size": lambda: _repeat(CHUNKED + b"\r\n", b"0"),
    "trailers": lambda: _repeat(CHUNKED + b"\r\n2\r\n{}\r\n0\r\n", b"X: y\r\n"),
    "blocks without a byte": lambda: _empty_blocks(0.03),
    "a flood of blocks without a byte": lambda: _empty_blocks(0.0),
    "a length that is never reached": lambda: _repeat(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", b" "),
    "redirects": lambda: iter([0.15, b"HTTP/1.1 302 F\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n"]),
}


@contextmanager
def _hostile(sending: Callable[[], Sending], reads: bool = True) -> Iterator[str]:
    """A server that sends this on each connection, and again for each request; gives its host and port."""
    over = Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while not over.is_set() and (not reads or connection.recv(65536)):
                for part in sending():
                    if over.is_set():
                        return
                    if isinstance(part, float):
                        over.wait(part)
                    else:
                        connection.sendall(part)

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                Thread(target=serve, args=(connection,), daemon=True).start()

    Thread(target=accept, daemon=True).start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        over.set()
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def _options(url: str, **more: Any) -> dict[str, Any]:
    return {"base_url": url, "errors": STATUS_ERRORS, "max_retries": 0, "timeout": LIMIT, **more}


Case = tuple[str, Callable[[], Sending], str, bool]
"""Name, what is sent, the scheme, and whether the server is a proxy."""


def _cases() -> list[Case]:
    cases: list[Case] = [(name, sending, "http", False) for name, sending in ATTACKS.items()]
    hello = b"\x16\x03\x03\x3f\xff\x02"
    cases.append(("a handshake", lambda: _repeat(hello, b"\x00"), "https", False))
    cases.append(("a tunnel", lambda: _drip(b"HTTP/1.1 200 " + b"O" * 900), "https", True))
    return cases


def _judge(name: str, begun: float, error: BaseException | None, faults: list[str]) -> None:
    spent = time.monotonic() - begun
    if spent > LIMIT + SLACK or not isinstance(error, APIError):
        faults.append(f"{name}: {error!r} after {spent:.2f} s")


def test_a_synchronous_call_ends_in_time() -> None:
    """Whatever a server sends, a call ends with an error of the family when its time is over."""
    faults: list[str] = []

    def attack(case: Case) -> None:
        name, sending, scheme, by = case
        with _hostile(sending) as host:
            transport = HTTPTransport(proxy=f"http://{host}" if by else None, ssl_context=TRUST)
            url = f"{scheme}://{'127.0.0.1:9' if by else host}"
            with BaseClient(**_options(url, transport=transport)) as client:
                error: BaseException | None = None
                begun = time.monotonic()
                try:
                    client.call(GET({}))
                except Exception as raised:
                    error = raised
                _judge(name, begun, error, faults)

    with ThreadPoolExecutor(len(_cases())) as pool:
        list(pool.map(attack, _cases()))
    assert not faults


@pytest.mark.parametrize("transport", [AsyncHTTPTransport, AIOHTTPTransport])
def test_an_asynchronous_call_ends_in_time(transport: Any) -> None:
    """The same, with both transports."""
    faults: list[str] = []

    async def attack(name: str, url: str, proxy: str | None) -> None:
        async with AsyncBaseClient(**_options(url, transport=transport(proxy=proxy, ssl_context=TRUST))) as client:
            error: BaseException | None = None
            begun = time.monotonic()
            try:
                await client.call(GET({}))
            except Exception as raised:
                error = raised
            _judge(name, begun, error, faults)

    async def all_at_once() -> None:
        with ExitStack() as stack:
            async with asyncio.TaskGroup() as group:
                for name, sending, scheme, by in _cases():
                    host = stack.enter_context(_hostile(sending))
                    url = f"{scheme}://{'127.0.0.1:9' if by else host}"
                    group.create_task(attack(name, url, f"http://{host}" if by else None))

    asyncio.run(all_at_once())
    assert not faults


def test_what_is_sent_ends_in_time() -> None:
    """A server that takes nothing of a large body: each piece of 64 KiB has the whole time, and not more."""
    with _hostile(lambda: iter([30.0]), reads=False) as host:
        for body in (b"x" * 30_000_000, iter([b"x" * 30_000_000])):
            with BaseClient(**_options(f"http://{host}")) as client:
                begun = time.monotonic()
                with pytest.raises(APITimeoutError):
                    client.call(POST({}), body=body)
                assert time.monotonic() - begun < LIMIT * 2 + SLACK


@pytest.mark.parametrize("transport", [AsyncHTTPTransport, AIOHTTPTransport])
def test_what_is_sent_asynchronously_ends_in_time(transport: Any) -> None:
    """The same, with both transports."""

    async def send() -> None:
        with _hostile(lambda: iter([30.0]), reads=False) as host:
            async with AsyncBaseClient(**_options(f"http://{host}", transport=transport(ssl_context=TRUST))) as client:
                begun = time.monotonic()
                with pytest.raises(APITimeoutError):
                    await client.call(POST({}), body=b"x" * 30_000_000)
                assert time.monotonic() - begun < LIMIT * 2 + SLACK

    asyncio.run(send())


def test_a_piece_of_a_stream_has_the_time_of_a_call() -> None:
    """A stream that sends a piece in time goes on; one whose pieces hold nothing ends."""
    for name, good in (("a dripped body", True), ("a chunk's extension", False), ("blocks without a byte", False)):
        with _hostile(ATTACKS[name]) as host:
            with BaseClient(**_options(f"http://{host}")) as client:
                client._view = "stream"
                begun = time.monotonic()
                with client.call(GET({})) as response:
                    pieces = response.iter_bytes()
                    if good:
                        while time.monotonic() - begun < LIMIT * 2:
                            assert next(pieces) == b" "
                        continue
                    with pytest.raises(APITimeoutError, match="no answer within 0.4 s"):
                        next(pieces)
                    assert time.monotonic() - begun < LIMIT + SLACK


def test_a_stream_that_is_read_whole_has_a_deadline() -> None:
    """`read(within=…)` counts from its beginning, whatever drips in."""
    with (
        _hostile(ATTACKS["a chunk's extension"]) as host,
        BaseClient(**_options(f"http://{host}", timeout=30)) as client,
    ):
        client._view = "stream"
        response = client.call(GET({}))
        begun = time.monotonic()
        with pytest.raises(APITimeoutError):
            response.read(within=LIMIT)
        assert time.monotonic() - begun < LIMIT + SLACK


def test_httpx2s_timeout_counts_each_read() -> None:
    """With `httpx2.Timeout`, of a client or a call, each read has its time, as users of httpx2 know it."""
    with _hostile(lambda: _drip(CHUNKED + b"\r\n2\r\n{}\r\n0\r\n\r\n", 0.01)) as host:
        with BaseClient(**_options(f"http://{host}", timeout=httpx2.Timeout(0.4))) as client:
            assert client.call(GET({})) == {}
            assert client.call(GET({"timeout": httpx2.Timeout(5.0, read=0.3)})) == {}
    with _hostile(ATTACKS["silence"]) as host:
        with BaseClient(**_options(f"http://{host}", timeout=httpx2.Timeout(9, read=0.2))) as client:
            with pytest.raises(APITimeoutError, match="Timeout"):
                client.call(GET({}))
            with pytest.raises(APITimeoutError, match="0.1 s"):
                client.with_options(timeout=0.1).call(GET({}))


@pytest.mark.parametrize("transport", [AsyncHTTPTransport, AIOHTTPTransport])
def test_httpx2s_timeout_counts_each_read_asynchronously(transport: Any) -> None:
    """The same, with both transports."""

    async def ask() -> None:
        with _hostile(lambda: _drip(CHUNKED + b"\r\n2\r\n{}\r\n0\r\n\r\n", 0.01)) as host:
            options = _options(f"http://{host}", timeout=httpx2.Timeout(0.4), transport=transport(ssl_context=TRUST))
            async with AsyncBaseClient(**options) as client:
                assert await client.call(GET({})) == {}
        with _hostile(ATTACKS["silence"]) as host:
            options = _options(
                f"http://{host}", timeout=httpx2.Timeout(9, read=0.2), transport=transport(ssl_context=TRUST)
            )
            async with AsyncBaseClient(**options) as client:
                with pytest.raises(APITimeoutError):
                    await client.call(GET({}))

    asyncio.run(ask())
