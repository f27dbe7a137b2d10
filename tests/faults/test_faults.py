"""Servers and networks that fail, each in its way: no call hangs, none leaves anything open, each ends as it should."""

from __future__ import annotations

import asyncio
import gzip
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from generator.runtime.aiohttp_transport import AIOHTTPTransport
from generator.runtime.client import AsyncBaseClient, BaseClient
from generator.runtime.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    ResponseDecodeError,
)
from generator.runtime.json_streams import LinesOperation
from generator.runtime.model import Model
from generator.runtime.operation import JSONBody, Operation
from generator.runtime.sending import RetryPolicy
from tests.faults.conftest import Connection, Face, Script, Server

pytestmark = pytest.mark.usefixtures("nothing_left")


class Thing(Model):
    id: str


GET: Operation[Thing] = Operation("GET /things/{id}", success={200: Thing})
POST: Operation[Thing] = Operation("POST /things", body=JSONBody(), success={200: Thing})
LINES: LinesOperation[Thing] = LinesOperation("GET /things", accept="application/jsonl", success={200: Thing})
TEXT: Operation[str] = Operation("GET /text", accept="text/plain", success={200: str})

GOOD = b'{"id":"1"}'
HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
QUICK: dict[str, Any] = {"retry_policy": RetryPolicy(wait=0.001), "timeout": 2.0}
NEVER: dict[str, Any] = {"max_retries": 0, "timeout": 2.0}


def answer(body: bytes = GOOD, *headers: str) -> Script:
    lines = "".join(f"{header}\r\n" for header in headers)
    return lambda connection: connection.say(HEAD, lines, f"Content-Length: {len(body)}\r\n\r\n", body)


def reset(connection: Connection) -> None:
    connection.reset()


def reset_within(connection: Connection) -> None:
    connection.say(HEAD, "Content-Length: 100\r\n\r\n", GOOD)
    connection.wait(0.02)
    connection.reset()


def closed_within(connection: Connection) -> None:
    connection.say(HEAD, "Content-Length: 100\r\n\r\n", GOOD)
    connection.socket.close()


def closed_within_a_chunk(connection: Connection) -> None:
    connection.say(HEAD, "Transfer-Encoding: chunked\r\n\r\n", "a\r\n", GOOD[:4])
    connection.socket.close()


def closed_within_the_head(connection: Connection) -> None:
    connection.say("HTTP/1.1 200 OK\r\nContent-Ty")
    connection.socket.close()


def no_http(connection: Connection) -> None:
    connection.say("SSH-2.0-OpenSSH_9.6\r\n")
    connection.socket.close()


def header_without_end(connection: Connection) -> None:
    with connection.socket:
        connection.say("HTTP/1.1 200 OK\r\nX-A: ")
        while not connection.stopped.is_set():
            connection.say("a" * 65536)


BROKEN = [
    reset,
    reset_within,
    closed_within,
    closed_within_a_chunk,
    closed_within_the_head,
    no_http,
    header_without_end,
]


@pytest.fixture(params=["sync", "async", "aiohttp"])
def face(request: pytest.FixtureRequest, server: Server) -> Face:
    def make(kind: str) -> Callable[..., Any]:
        if kind == "sync":
            return lambda **options: BaseClient(base_url=server.url, **options)
        transport: Any = AIOHTTPTransport if kind == "aiohttp" else lambda: None
        return lambda **options: AsyncBaseClient(base_url=server.url, transport=transport(), **options)

    return Face(request.param, make)


@pytest.mark.parametrize("script", BROKEN)
def test_a_question_is_asked_again(face: Face, server: Server, script: Script) -> None:
    """What broke before or within the answer to a GET is sent again."""
    server.plays(script, script, answer())
    assert face.run(lambda client: client.call(GET({}, "1")), **QUICK).id == "1"
    assert len(server.requests) == 3


@pytest.mark.parametrize("script", BROKEN)
def test_and_fails_in_the_end(face: Face, server: Server, script: Script) -> None:
    """Where it stays broken, the call ends with an error of the family, after as many attempts as it has."""
    server.plays(script)
    with pytest.raises(APIConnectionError) as caught:
        face.run(lambda client: client.call(GET({}, "1")), **QUICK)
    assert len(server.requests) == 3
    assert caught.value.sent
    assert str(caught.value).startswith("GET /things/{id}: ")


@pytest.mark.parametrize("script", BROKEN)
def test_what_may_have_been_done_is_not_repeated(face: Face, server: Server, script: Script) -> None:
    """A POST whose answer broke off was perhaps carried out."""
    server.plays(script, answer())
    with pytest.raises(APIConnectionError):
        face.run(lambda client: client.call(POST({}), body={}), **QUICK)
    assert len(server.requests) == 1


def test_nobody_listens(face: Face, server: Server) -> None:
    """What never reached a server is tried again with any method, and says so."""
    told: list[float] = []
    with pytest.raises(APIConnectionError) as caught:
        face.run(
            lambda client: client.call(POST({"base_url": "http://127.0.0.1:9"}), body={}),
            **{**QUICK, "hooks": _retries(told)},
        )
    assert not caught.value.sent
    assert len(told) == 2


def _retries(told: list[float]) -> Any:
    from generator.runtime.sending import Hooks

    return Hooks(retry=lambda request, outcome, pause: told.append(pause))


def silent(connection: Connection) -> None:
    connection.wait(10)


def drip(connection: Connection) -> None:
    """A byte now and then: each comes in time, and the whole never does."""
    connection.say(HEAD, "Content-Length: 1000000\r\n\r\n")
    while not connection.stopped.is_set():
        connection.say("x")
        connection.wait(0.02)


def half(connection: Connection) -> None:
    connection.say(HEAD, "Content-Length: 100\r\n\r\n", GOOD)
    connection.wait(10)


@pytest.mark.parametrize("script", [silent, drip, half])
def test_slow_servers(face: Face, server: Server, script: Script) -> None:
    """No answer in time, and none that is whole in time: a time-out, and not much later than it."""
    server.plays(script)
    begun = time.monotonic()
    with pytest.raises(APITimeoutError):
        face.run(lambda client: client.call(GET({}, "1")), max_retries=0, timeout=0.3)
    assert time.monotonic() - begun < 3


def test_more_than_was_said(face: Face, server: Server) -> None:
    """Bytes beyond the content length are no part of this answer, nor of the next one.

    aiohttp may see them in time to refuse the answer, so that the question is asked again.
    """

    def longer(connection: Connection) -> None:
        connection.say(HEAD, f"Content-Length: {len(GOOD)}\r\n\r\n", GOOD, b"garbage")

    server.plays(longer, answer(b'{"id":"2"}'))

    def both(client: Any) -> Any:
        if not face.asynchronous:
            return [client.call(GET({}, "1")).id, client.call(GET({}, "2")).id]

        async def one_by_one() -> list[str]:
            return [(await client.call(GET({}, "1"))).id, (await client.call(GET({}, "2"))).id]

        return one_by_one()

    first, second = face.run(both, **QUICK)
    assert first == "1" or face.kind == "aiohttp" and len(server.requests) == 3
    assert second == "2"


@pytest.mark.parametrize(
    "header",
    ["Content-Length: ten", "Content-Length: -1", "Content-Length: 1\r\nContent-Length: 2", "Transfer-Encoding: magic"],
)
def test_framing_that_is_wrong(face: Face, server: Server, header: str) -> None:
    """A length that is none, or that contradicts itself, makes an error of the family."""
    server.plays(lambda connection: connection.say(HEAD, f"{header}\r\n\r\n", GOOD))
    with pytest.raises(APIConnectionError):
        face.run(lambda client: client.call(GET({}, "1")), **NEVER)


def test_a_body_until_the_end(face: Face, server: Server) -> None:
    """Without a length the answer ends with the connection (RFC 9112 6.3)."""

    def until_the_end(connection: Connection) -> None:
        connection.say(HEAD, "Connection: close\r\n\r\n", GOOD)
        connection.socket.close()

    server.plays(until_the_end)
    assert face.run(lambda client: client.call(GET({}, "1")), **NEVER).id == "1"


@pytest.mark.parametrize("media_type", ["text/html", "application/octet-stream", "nonsense", ""])
def test_wrong_media_types(face: Face, server: Server, media_type: str) -> None:
    """JSON by any other name is decoded; what is none is an error with the answer in it."""
    server.plays(
        lambda connection: connection.say(
            f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(GOOD)}\r\n\r\n", GOOD
        )
    )
    assert face.run(lambda client: client.call(GET({}, "1")), **NEVER).id == "1"
    server.plays(lambda connection: connection.say("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>"))
    with pytest.raises(ResponseDecodeError, match="not JSON") as caught:
        face.run(lambda client: client.call(GET({}, "1")), **NEVER)
    assert caught.value.content == b"<html>"


@pytest.mark.parametrize("body", [b'{"id":"\xff\xfe"}', b"\xef\xbb\xbf\xff", b'{"id":"\xc3"}', b'{"id":"1"', b"\x00"])
def test_text_that_is_none(face: Face, server: Server, body: bytes) -> None:
    """Invalid UTF-8 and broken JSON: an error with the bytes as they came."""
    server.plays(answer(body))
    with pytest.raises(ResponseDecodeError) as caught:
        face.run(lambda client: client.call(GET({}, "1")), **NEVER)
    assert caught.value.content == body


def test_text_with_bytes_that_are_none(face: Face, server: Server) -> None:
    """In text, what is no UTF-8 is replaced."""
    server.plays(answer(b"a\xffb"))
    assert face.run(lambda client: client.call(TEXT({})), **NEVER) == "a\ufffdb"


def zipped(*members: bytes) -> bytes:
    return b"".join(gzip.compress(member, mtime=0) for member in members)


def bare(body: bytes) -> bytes:
    """deflate without the header of zlib, which some servers send (RFC 9110 8.4.1.2)."""
    return zlib.compress(body, wbits=-15)


def chunked(*pieces: bytes, headers: str = "") -> Script:
    """A body whose chunks are all there, and say that they are."""
    body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (*pieces, b""))
    return lambda connection: connection.say(HEAD, headers, "Transfer-Encoding: chunked\r\n\r\n", body)


LIES = {
    "none": ("gzip", GOOD),
    "within": ("gzip", zipped(GOOD)[:16]),
    "broken": ("gzip", zipped(GOOD)[:12] + b"\xff" * 20),
    "without a trailer": ("gzip", zipped(GOOD)[:-8]),
    "within the trailer": ("x-gzip", zipped(GOOD)[:-1]),
    "a wrong checksum": ("gzip", zipped(GOOD)[:-8] + b"\0" * 4 + zipped(GOOD)[-4:]),
    "a wrong length": ("gzip", zipped(GOOD)[:-1] + b"\1"),
    "within the second member": ("GZIP", zipped(GOOD, b"   ")[:-8]),
    "a header alone": ("gzip", zipped(GOOD)[:10]),
    "a byte alone": ("gzip", b"\x1f"),
    "no deflate": ("deflate", GOOD),
    "deflate within": ("deflate", zlib.compress(GOOD)[:-6]),
    "deflate without a checksum": ("deflate", zlib.compress(GOOD)[:-4]),
    "deflate with a wrong one": ("deflate", zlib.compress(GOOD)[:-1] + b"\0"),
    "bare deflate within": ("deflate", bare(GOOD)[:-1]),
}


@pytest.mark.parametrize("lie", LIES)
def test_compression_that_lies(face: Face, server: Server, lie: str) -> None:
    """What says that it is compressed and is not, or not whole, is no answer, whatever could be made out of it."""
    encoding, body = LIES[lie]
    server.plays(answer(body, f"Content-Encoding: {encoding}"))
    with pytest.raises(APIConnectionError, match="GET /things/{id}: "):
        face.run(lambda client: client.call(GET({}, "1")), **NEVER)
    server.requests.clear()
    third = len(body) // 3 + 1
    pieces = [body[start : start + third] for start in range(0, len(body), third)]
    server.plays(chunked(*pieces, headers=f"Content-Encoding: {encoding}\r\n"), answer())
    assert face.run(lambda client: client.call(GET({}, "1")), **QUICK).id == "1"
    assert len(server.requests) == 2


TRUE = {
    "gzip": ("gzip", zipped(GOOD)),
    "x-gzip": ("X-GZip", zipped(GOOD)),
    "several members": ("gzip", zipped(GOOD[:4], b"", GOOD[4:])),
    "more behind it": ("gzip", zipped(GOOD) + b"\0" * 10),
    "deflate": ("deflate", zlib.compress(GOOD)),
    "bare deflate": ("deflate", bare(GOOD)),
    "beside another": ("aws-chunked, gzip", zipped(GOOD)),
    "nothing": ("identity", GOOD),
}


@pytest.mark.parametrize("name", TRUE)
def test_compression_that_does_not(face: Face, server: Server, name: str) -> None:
    """gzip and deflate are understood, in each form and in pieces of any size."""
    encoding, body = TRUE[name]
    for size in (len(body), 1):
        cut = [body[start : start + size] for start in range(0, len(body), size)]
        server.plays(chunked(*cut, headers=f"Content-Encoding: {encoding}\r\n"))
        assert face.run(lambda client: client.call(GET({}, "1")), **NEVER).id == "1"


def test_nothing_is_not_compressed(face: Face, server: Server) -> None:
    """An answer without a body may have an encoding all the same."""
    server.plays(answer(b"", "Content-Encoding: gzip"))
    assert face.run(lambda client: client.call(GET({}, "1")), **NEVER) is None


def test_other_encodings_stay(face: Face, server: Server) -> None:
    """What only a caller can have asked for comes as it is, with the header that says so."""
    server.plays(answer(b"\x0b\x02\x80{}\x03", "Content-Encoding: br"))
    with pytest.raises(ResponseDecodeError) as caught:
        face.run(lambda client: client.call(GET({}, "1")), **NEVER)
    assert caught.value.content == b"\x0b\x02\x80{}\x03"
    assert caught.value.headers["content-encoding"] == "br"


class Kept:
    """A resource whose one method is a download."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def get(self) -> Any:
        return self._client.call(GET({}, "1"))

    async def aget(self) -> Any:
        return await self._client.call(GET({}, "1"))


def streamed(face: Face, use: Callable[[Any], Any], **options: Any) -> Any:
    """What `use` gives of an answer that it reads itself."""

    def call(client: Any) -> Any:
        if not face.asynchronous:
            with client.with_streaming_response(Kept(client).get)() as response:
                return use(response)

        async def asynchronously() -> Any:
            async with client.with_streaming_response(Kept(client).aget)() as response:
                return await use(response)

        return asynchronously()

    return face.run(call, **options)


def test_a_download_whose_compression_lies(face: Face, server: Server, tmp_path: Path) -> None:
    """No file is left of it, though all of its bytes came."""
    server.plays(answer(zipped(b"x" * 100_000)[:-8], "Content-Encoding: gzip"))
    with pytest.raises(APIConnectionError) as caught:
        streamed(face, lambda response: response.save(tmp_path / "file"), **NEVER)
    assert caught.value.request is not None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("whole", [True, False])
def test_a_stream_whose_compression_lies(face: Face, server: Server, whole: bool) -> None:
    """Its items are given, and then it ends as it should, or by an error."""
    body = zipped(b'{"id":"1"}\n{"id":"2"}\n')
    server.plays(chunked(body if whole else body[:-8], headers="Content-Encoding: gzip\r\n"))
    found: list[str] = []

    def read(client: Any) -> Any:
        if not face.asynchronous:
            found.extend(thing.id for thing in LINES.open(client, {}))
            return None

        async def asynchronously() -> None:
            async for thing in await LINES.async_open(client, {}):
                found.append(thing.id)

        return asynchronously()

    with nullcontext() if whole else pytest.raises(APIConnectionError, match="ends too early"):
        face.run(read, **NEVER)
    assert found == ["1", "2"]


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_small_body_that_holds_a_vast_one(face: Face, server: Server, encoding: str) -> None:
    """It comes in pieces of at most a MiB, however much of it comes at once, and all of it comes."""
    plain = b"\0" * (40 << 20)
    server.plays(answer(zipped(plain) if encoding == "gzip" else zlib.compress(plain), f"Content-Encoding: {encoding}"))

    def sizes(response: Any) -> Any:
        if not face.asynchronous:
            return [len(piece) for piece in response.iter_bytes()]

        async def asynchronously() -> list[int]:
            return [len(piece) async for piece in response.iter_bytes()]

        return asynchronously()

    found = streamed(face, sizes, **NEVER)
    assert sum(found) == len(plain)
    assert 0 < min(found) <= max(found) <= 1 << 20


def test_interim_answers(face: Face, server: Server) -> None:
    """1xx come before the answer, and are not it (RFC 9110 15.2)."""

    def early(connection: Connection) -> None:
        connection.say("HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
        answer()(connection)

    server.plays(early)
    assert face.run(lambda client: client.call(GET({}, "1")), **NEVER).id == "1"


def test_a_protocol_that_nobody_asked_for(face: Face, server: Server) -> None:
    """101 without an Upgrade is an error, not a success."""
    server.plays(lambda connection: connection.say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"))
    with pytest.raises(APIError):
        face.run(lambda client: client.call(GET({}, "1")), **{**NEVER, "timeout": 0.5})


@pytest.mark.parametrize("place", ["", "/\x00", "http://[", "http://:0/", "//", "http://a b/", "\xff"])
def test_redirects_to_nowhere(face: Face, server: Server, place: str) -> None:
    """A place that is none ends the call by an error of the family."""

    def script(connection: Connection) -> None:
        connection.say("HTTP/1.1 302 Found\r\nLocation: ", place.encode("latin-1"), "\r\nContent-Length: 0\r\n\r\n")

    server.plays(script)
    with pytest.raises(APIError):
        face.run(lambda client: client.call(GET({}, "1")), **NEVER)


def test_the_connection_that_a_server_closed(face: Face, server: Server) -> None:
    """A pooled connection that the server has closed since is replaced, also for a POST."""

    closed = threading.Event()

    def then_closed(connection: Connection) -> None:
        answer()(connection)
        connection.socket.close()
        closed.set()

    server.plays(then_closed)

    def twice(client: Any) -> Any:
        if not face.asynchronous:
            client.call(GET({}, "1"))
            assert closed.wait(5)
            return client.call(POST({}), body={})

        async def one_by_one() -> Any:
            await client.call(GET({}, "1"))
            assert await asyncio.to_thread(closed.wait, 5)
            return await client.call(POST({}), body={})

        return one_by_one()

    assert face.run(twice, **NEVER).id == "1"


def test_streams_that_nobody_reads(face: Face, server: Server) -> None:
    """A body that is left unread is closed with its block; the client goes on."""

    def large(connection: Connection) -> None:
        connection.say(HEAD, "Content-Length: 50000000\r\n\r\n")
        while not connection.stopped.is_set():
            connection.say(b"x" * 65536)

    server.plays(large)

    def read_a_bit(response: Any) -> Any:
        if not face.asynchronous:
            return next(response.iter_bytes())[:1]

        async def asynchronously() -> bytes:
            async for piece in response.iter_bytes():
                return bytes(piece[:1])
            raise AssertionError

        return asynchronously()

    assert streamed(face, read_a_bit, **NEVER) == b"x"


def test_errors_are_errors_whatever_their_body(face: Face, server: Server) -> None:
    """A failure with an endless, broken or lying body is still one of the family."""
    for script in (
        lambda c: c.say("HTTP/1.1 500 No\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"),
        lambda c: c.say("HTTP/1.1 404 No\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{]"),
    ):
        server.plays(script)
        with pytest.raises((APIStatusError, APIConnectionError)):
            face.run(lambda client: client.call(GET({}, "1")), **NEVER)


@pytest.mark.parametrize("script", [silent, drip, half])
def test_cancellation(server: Server, script: Script) -> None:
    """A task that is cancelled while it waits leaves no connection and no task."""
    server.plays(script, answer())

    async def main() -> None:
        async with AsyncBaseClient(base_url=server.url, timeout=10) as client:
            task = asyncio.create_task(client.call(GET({}, "1")))
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert (await client.call(GET({}, "1"))).id == "1"
            with pytest.raises(TimeoutError):
                server.requests.clear()
                await asyncio.wait_for(client.call(GET({}, "1")), 0.1)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


def test_cancellation_while_waiting_for_the_next_attempt(server: Server) -> None:
    """Also between two attempts."""
    server.plays(lambda connection: connection.say("HTTP/1.1 503 No\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n"))

    async def main() -> None:
        async with AsyncBaseClient(base_url=server.url) as client:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(client.call(GET({}, "1")), 0.2)

    asyncio.run(main())
    assert len(server.requests) == 1


def test_many_tasks_share_a_client(server: Server) -> None:
    """Hundreds of calls at once, some of which break: each gets its own answer."""

    def echo(connection: Connection) -> None:
        number = connection.received.split(b" ")[1].rpartition(b"/")[2]
        if number.endswith(b"7"):
            connection.reset()
        else:
            answer(b'{"id":"%s"}' % number)(connection)

    server.plays(echo)

    async def main() -> list[Any]:
        async with AsyncBaseClient(base_url=server.url, max_retries=0) as client:
            calls = (client.call(GET({}, str(number))) for number in range(200))
            return await asyncio.gather(*calls, return_exceptions=True)

    results = asyncio.run(main())
    for number, result in enumerate(results):
        if str(number).endswith("7"):
            assert isinstance(result, APIConnectionError)
        else:
            assert result.id == str(number)


def test_closing_while_others_call(server: Server) -> None:
    """A client that is closed under its callers ends them with an error; none hangs."""
    server.plays(silent)
    client = BaseClient(base_url=server.url, max_retries=0, timeout=1)
    ended: list[BaseException] = []

    def call() -> None:
        try:
            client.call(GET({}, "1"))
        except Exception as error:
            ended.append(error)

    threads = [threading.Thread(target=call) for _ in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    client.close()
    server.stopped.set()
    for thread in threads:
        thread.join(5)
        assert not thread.is_alive()
    assert all(isinstance(error, (APIError, RuntimeError)) for error in ended)
    assert len(ended) == 4
