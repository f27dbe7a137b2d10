"""The transport by aiohttp does as the default one: the same tests, once more."""

from __future__ import annotations

import asyncio
import gc
import gzip
import socket
import struct
import time
import traceback
from collections.abc import AsyncIterator, Iterator
from http.server import BaseHTTPRequestHandler
from threading import Thread
from typing import Any

import httpx2
import pytest

from fledge.runtime.aiohttp_transport import AIOHTTPTransport
from fledge.runtime.client import AsyncBaseClient
from fledge.runtime.errors import APIConnectionError, APITimeoutError
from fledge.runtime.bodies import JSONBody
from fledge.runtime.operation import Operation
from fledge.runtime.messages import Request

from . import operations as op
from .conftest import Api, Server
from .test_answers import *
from .test_auth import *
from .test_errors import *
from .test_redirects import *
from .test_requests import *
from .test_retries import *

del test_the_streaming_view  # it counts pieces, which aiohttp joins


class AIOHTTPApi(Api):
    def new(self, **options: Any) -> Any:
        return super().new(**{"transport": AIOHTTPTransport(), **options})


@pytest.fixture
def api(server: Server) -> Iterator[Api]:
    api = AIOHTTPApi("async", server)
    yield api
    api.end()


class Stream:
    """A content that comes in pieces, such as a file does."""

    def __init__(self, *pieces: bytes, length: int | None = None, pause: float = 0.0) -> None:
        self.pieces, self.length, self.pause = pieces, length, pause

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            await asyncio.sleep(self.pause)
            yield piece


def send(server: Server, content: Any, *, timeout: float | None = 2.0, headers: dict[str, str] | None = None) -> Any:
    """The whole answer to a POST with this content."""

    async def main() -> Any:
        transport = AIOHTTPTransport()
        try:
            request = Request("POST /", "POST", server.url + "/", headers or {}, content, timeout)
            answer = await transport.send(request)
            return answer, await answer.read()
        finally:
            await transport.close()

    return asyncio.run(main())


def test_contents(server: Server) -> None:
    """Bytes, however many, and streams arrive as they are; nothing is said about them that the request does not say."""
    large = bytes(range(256)) * 8192
    for content, arrives in ((b"abc", b"abc"), (large, large), (Stream(b"ab", b"c", length=3), b"abc")):
        send(server, content)
        assert (server.last.body, server.last.headers["content-length"]) == (arrives, str(len(arrives)))
        assert "content-type" not in server.last.headers
    send(server, None)
    assert (server.last.body, server.last.headers["content-length"]) == (b"", "0")


def test_a_stream_without_a_length_is_chunked(server: Server) -> None:
    """Nobody knows how long it will be."""
    send(server, Stream(b"ab", b"c"))
    assert (server.last.body, server.last.headers["transfer-encoding"]) == (b"abc", "chunked")
    assert "content-length" not in server.last.headers


def test_a_content_that_fails(server: Server) -> None:
    """What a source raises is raised by the call, as it is; a source that was not read to its end is closed."""
    closed: list[bool] = []

    class Broken(Stream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            try:
                yield b"x" * 100_000
                if self.pause:
                    await asyncio.sleep(self.pause)
                raise FileNotFoundError("mine")
            finally:
                closed.append(True)

    with pytest.raises(FileNotFoundError, match="^mine$"):
        send(server, Broken())
    server.answer(hang=True)
    with pytest.raises(APITimeoutError):
        send(server, Stream(b"x", length=1), timeout=0.1)
    assert closed == [True]


def test_time_counts_for_what_is_written(server: Server) -> None:
    """A source may take its time; an answer that does not come, or a server that does not read, may not."""
    assert send(server, Stream(b"a", b"b", length=2, pause=0.7), timeout=0.5)[0].status_code == 200

    async def main() -> None:
        async def idle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            reader._transport.pause_reading()
            await asyncio.sleep(3)
            writer.close()

        deaf = await asyncio.start_server(idle, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{deaf.sockets[0].getsockname()[1]}"
        async with AsyncBaseClient(base_url=url, timeout=0.2, max_retries=0, transport=AIOHTTPTransport()) as client:
            for body in ("x", "x" * 50_000_000):
                with pytest.raises(APITimeoutError, match="no answer within 0.2 s") as caught:
                    await asyncio.wait_for(client.call(Operation[Any]("POST /", body=JSONBody())({}), body=body), 2.5)
                assert caught.value.sent
        deaf.close()

    asyncio.run(main())


def test_answers_are_decompressed(server: Server) -> None:
    """As they are by the default transport."""
    server.answer(200, gzip.compress(b"text" * 100), headers={"Content-Encoding": "gzip"})
    assert send(server, None)[1] == b"text" * 100
    assert server.last.headers["accept-encoding"] == "gzip, deflate"


def test_headers_that_come_several_times(server: Server) -> None:
    """They are one list, as with the default transport (RFC 9110 5.3): none of the links is lost."""
    links = ["<a>; rel=first", "<b>; rel=next"]
    server.answer(200, b"", headers={"Link": f"{links[0]}\r\nLink: {links[1]}"})
    answer, _ = send(server, None)
    assert answer.headers["link"] == ", ".join(links)


def test_no_cookies_are_kept(api: Api, server: Server) -> None:
    """What one call is given is nothing to the next one."""
    server.answer(200, {"id": "1"}, headers={"Set-Cookie": "a=b"})
    api.call(op.GET, "1")
    server.answer(200, {"id": "1"})
    api.call(op.GET, "1")
    assert "cookie" not in server.last.headers


def test_urls_are_sent_as_they_are(server: Server) -> None:
    """What is percent-encoded stays so, and in the same case."""

    async def main() -> None:
        transport = AIOHTTPTransport()
        for path in ("/a%2Fb%c3%a9/%7E?q=%20+%2B&r=a%26b", "/x;y=1,2?z=%5B%5D[]"):
            request = Request("GET /", "GET", server.url + path, {}, None, 2.0)
            await (await transport.send(request)).read()
            assert server.last.target == path
        await transport.close()

    asyncio.run(main())


def test_messages_have_no_address(server: Server) -> None:
    """aiohttp's own texts may hold the whole URL, with a key in its query."""

    class Odd(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: no number\r\n\r\n")

        def log_message(self, *args: object) -> None:
            pass

    from .test_transports import Quiet, serving

    async def main(port: int) -> None:
        transport = AIOHTTPTransport()
        for url in (f"http://127.0.0.1:{port}/?key=hush", "http://127.0.0.1:1/?key=hush", "http:///?key=hush"):
            with pytest.raises(APIConnectionError) as caught:
                await transport.send(Request("GET /", "GET", url, {}, None, 2.0))
            assert "hush" not in f"{caught.value} {caught.value.__cause__!r} {caught.value.__cause__}"
        await transport.close()

    with serving(Quiet(("127.0.0.1", 0), Odd)) as port:
        asyncio.run(main(port))


@pytest.mark.parametrize("content", [b"x" * 2**23, b"x" * 2**20], ids=len)
def test_an_upload_that_breaks_off_tells_no_key(content: bytes) -> None:
    """aiohttp says which URL it could not write to: neither the message, nor its cause, nor a traceback has it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def reset() -> None:
            connection, _ = listening.accept()
            connection.recv(1)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()

        async def main() -> None:
            transport = AIOHTTPTransport()
            url = f"http://127.0.0.1:{listening.getsockname()[1]}/?key=hush"
            with pytest.raises(APIConnectionError) as caught:
                await transport.send(Request("POST /", "POST", url, {}, content, 2.0))
            assert "hush" not in "".join(traceback.format_exception(caught.value))
            await transport.close()

        thread = Thread(target=reset)
        thread.start()
        asyncio.run(main())
        thread.join()


@pytest.mark.parametrize("timeout", [httpx2.Timeout(5, connect=0.05), 0.05], ids=["phases", "deadline"])
def test_a_connection_that_is_late_tells_no_key(timeout: Any) -> None:
    """aiohttp says which URL it could not connect to: no traceback has it."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        address = full.getsockname()
        others = [socket.socket() for _ in range(3)]
        for each in others:
            each.setblocking(False)
            each.connect_ex(address)

        async def main() -> None:
            transport = AIOHTTPTransport()
            url = f"http://127.0.0.1:{address[1]}/?key=hush"
            with pytest.raises(APITimeoutError) as caught:
                await transport.send(Request("GET /", "GET", url, {}, None, timeout))
            assert "hush" not in "".join(traceback.format_exception(caught.value))
            await transport.close()

        asyncio.run(main())
        for each in others:
            each.close()


@pytest.mark.parametrize(
    ("sent", "value"),
    [
        ("caf\xe9".encode("latin-1"), "café"),
        ("café".encode(), "café"),
        (b"a" * 60_000, "a" * 60_000),
        (b"\r\n".join([b"1", *(b"x-%d: 2" % number for number in range(300))]), "1"),
    ],
    ids=["Latin-1", "UTF-8", "long", "many"],
)
def test_headers_of_a_response(server: Server, sent: bytes, value: str) -> None:
    """They are read as by the default transport, whose limit is 100 KiB: a link to the next page may be long."""
    server.answer(200, b"", headers={"x-name": sent.decode("latin-1")})
    answer, _ = send(server, None)
    assert answer.headers["x-name"] == value


def test_cancelled_calls_leave_nothing(server: Server) -> None:
    """A connection in use is closed, and no task stays behind."""

    async def main() -> None:
        async with AsyncBaseClient(base_url=server.url, transport=AIOHTTPTransport()) as client:
            for _ in range(3):
                server.answer(hang=True)
                task = asyncio.create_task(client.call(op.GET({}, "1")))
                await asyncio.sleep(0.05)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
            server.answers.clear()
            server.answer(200, {"id": "1"})
            assert (await client.call(op.GET({}, "1"))).id == "1"
        await asyncio.sleep(0)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


@pytest.mark.parametrize("broken", [True, False])
def test_a_body_that_ends_with_its_connection(broken: bool, caplog: pytest.LogCaptureFixture) -> None:
    """Without a length, it is whole if the server closes the connection, and not if that breaks (RFC 9112 8)."""
    gc.collect()
    caplog.clear()  # of what other tests left
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            for _ in range(2):
                connection, _ = listening.accept()
                connection.recv(9999)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhalf")
                time.sleep(0.1)
                if broken:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.close()

        async def main() -> Any:
            url = f"http://127.0.0.1:{listening.getsockname()[1]}"
            async with AsyncBaseClient(base_url=url, transport=AIOHTTPTransport(), max_retries=0) as client:
                async with await client.request("GET", "/", stream=True) as unread:
                    async for _ in unread.iter_bytes():
                        break  # who stops reading is told of nothing
                return await client.call(Operation[Any]("GET /", success={200: str})({}))

        thread = Thread(target=serve)
        thread.start()
        if broken:
            with pytest.raises(APIConnectionError, match=r"GET /: \[Errno \d+\] Connection reset"):
                asyncio.run(main())
        else:
            assert asyncio.run(main()) == "half"
        thread.join()
    gc.collect()
    assert caplog.messages == []


def test_a_tunnel_that_breaks_tells_no_password() -> None:
    """aiohttp's error holds the proxy's URL: what error trackers print of the cause is the system's error."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            connection.recv(9999)
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            connection.recv(1)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()

        async def main() -> None:
            transport = AIOHTTPTransport(proxy=f"http://me:hush@127.0.0.1:{listening.getsockname()[1]}")
            async with AsyncBaseClient(base_url="https://localhost", transport=transport, max_retries=0) as client:
                with pytest.raises(APIConnectionError) as caught:
                    await client.call(Operation[Any]("GET /")({}))
            cause = caught.value.__cause__
            assert isinstance(cause, OSError)
            shown = [repr(cause), str(vars(cause)), *traceback.format_exception(caught.value)]
            assert "hush" not in "".join(shown)

        thread = Thread(target=serve)
        thread.start()
        asyncio.run(main())
        thread.join()
