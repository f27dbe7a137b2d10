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

from fledge.runtime import views
from fledge.runtime.aiohttp_transport import AIOHTTPTransport
from fledge.runtime.bodies import JSONBody
from fledge.runtime.client import AsyncBaseClient, BaseClient, Resource
from fledge.runtime.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ResponseDecodeError,
)
from fledge.runtime.json_streams import LinesOperation
from fledge.runtime.model import Model
from fledge.runtime.operation import Operation
from fledge.runtime.retry import RetryPolicy
from fledge.runtime.status_errors import APIStatusError
from tests.faults.conftest import Connection, Face, Script, Server
from tests.runtime.http.operations import STATUS_ERRORS

pytestmark = pytest.mark.usefixtures("nothing_left")


class Item(Model):
    id: str


GET: Operation[Item] = Operation("GET /things/{id}", success={200: Item})
POST: Operation[Item] = Operation("POST /things", body=JSONBody(), success={200: Item})
LINES: LinesOperation[Item] = LinesOperation("GET /things", accept="application/jsonl", success={200: Item})
TEXT: Operation[str] = Operation("GET /text", accept="text/plain", success={200: str})

GOOD = b'{"id":"1"}'
HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
QUICK: dict[str, Any] = {"retry_policy": RetryPolicy(initial_delay=0.001), "timeout": 20.0}
NEVER: dict[str, Any] = {"max_retries": 0, "timeout": 20.0}


def responding(body: bytes = GOOD, *headers: str) -> Script:
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
            return lambda **options: BaseClient(base_url=server.url, errors=STATUS_ERRORS, **options)
        transport: Any = AIOHTTPTransport if kind == "aiohttp" else lambda: None
        return lambda **options: AsyncBaseClient(
            base_url=server.url, errors=STATUS_ERRORS, transport=transport(), **options
        )

    return Face(request.param, make)


@pytest.mark.parametrize("script", BROKEN)
def test_a_broken_get_is_retried(face: Face, server: Server, script: Script) -> None:
    """What broke before or within the answer to a GET is sent again."""
    server.plays(script, script, responding())
    assert face.run(lambda client: client.call(GET({}, "1")), **QUICK).id == "1"
    assert len(server.requests) == 3


@pytest.mark.parametrize("script", BROKEN)
def test_a_get_that_stays_broken_raises_a_connection_error(face: Face, server: Server, script: Script) -> None:
    """Where it stays broken, the call ends with an error of the family, after as many attempts as it has."""
    server.plays(script)
    with pytest.raises(APIConnectionError) as caught:
        face.run(lambda client: client.call(GET({}, "1")), **QUICK)
    assert len(server.requests) == 3
    assert caught.value.sent
    assert str(caught.value).startswith("GET /things/{id}: ")


@pytest.mark.parametrize("script", BROKEN)
def test_a_broken_post_is_not_retried(face: Face, server: Server, script: Script) -> None:
    """A POST whose answer broke off was perhaps carried out."""
    server.plays(script, responding())
    with pytest.raises(APIConnectionError):
        face.run(lambda client: client.call(POST({}), body={}), **QUICK)
    assert len(server.requests) == 1


def test_a_refused_connection_is_retried_with_any_method(face: Face, server: Server) -> None:
    """What never reached a server is tried again with any method, and says so."""
    pauses: list[float] = []
    with pytest.raises(APIConnectionError) as caught:
        face.run(
            lambda client: client.call(POST({"base_url": "http://127.0.0.1:9"}), body={}),
            **{**QUICK, "hooks": _retries(pauses)},
        )
    assert not caught.value.sent
    assert len(pauses) == 2


def _retries(pauses: list[float]) -> Any:
    from fledge.runtime.hooks import Hooks

    return Hooks(retry=lambda request, outcome, pause: pauses.append(pause))


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
def test_a_slow_server_is_a_timeout(face: Face, server: Server, script: Script) -> None:
    """No answer in time, and none that is whole in time: a time-out, and not much later than it."""
    server.plays(script)
    begun = time.monotonic()
    with pytest.raises(APITimeoutError):
        face.run(lambda client: client.call(GET({}, "1")), max_retries=0, timeout=0.3)
    assert time.monotonic() - begun < 3


def test_bytes_beyond_the_content_length_are_ignored(face: Face, server: Server) -> None:
    """Bytes beyond the content length are no part of this answer, nor of the next one.

    aiohttp may see them in time to refuse the answer, so that the question is asked again.
    """

    def longer(connection: Connection) -> None:
        connection.say(HEAD, f"Content-Length: {len(GOOD)}\r\n\r\n", GOOD, b"garbage")

    server.plays(longer, responding(b'{"id":"2"}'))

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
def test_wrong_framing_is_a_connection_error(face: Face, server: Server, header: str) -> None:
    """A length that is none, or that contradicts itself, makes an error of the family."""
    server.plays(lambda connection: connection.say(HEAD, f"{header}\r\n\r\n", GOOD))
    with pytest.raises(APIConnectionError):
        face.run(lambda client: client.call(GET({}, "1")), max_retries=0, timeout=2.0)  # one transport waits for more


def test_a_body_without_a_length_ends_with_the_connection(face: Face, server: Server) -> None:
    """Without a length the answer ends with the connection (RFC 9112 6.3)."""

    def until_the_end(connection: Connection) -> None:
        connection.say(HEAD, "Connection: close\r\n\r\n", GOOD)
        connection.socket.close()

    server.plays(until_the_end)
    assert face.run(lambda client: client.call(GET({}, "1")), **NEVER).id == "1"


@pytest.mark.parametrize("media_type", ["text/html", "application/octet-stream", "nonsense", ""])
def test_json_is_decoded_under_any_media_type(face: Face, server: Server, media_type: str) -> None:
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
def test_invalid_utf_8_and_broken_json_are_decode_errors(face: Face, server: Server, body: bytes) -> None:
    """Invalid UTF-8 and broken JSON: an error with the bytes as they came."""
    server.plays(responding(body))
    with pytest.raises(ResponseDecodeError) as caught:
        face.run(lambda client: client.call(GET({}, "1")), **NEVER)
    assert caught.value.content == body


def test_invalid_utf_8_of_a_text_is_replaced(face: Face, server: Server) -> None:
    """In what says that it is text, what is no UTF-8 is replaced."""
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\n"
    server.plays(lambda connection: connection.say(head, b"a\xffb"))
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
def test_broken_compression_is_a_connection_error(face: Face, server: Server, lie: str) -> None:
    """What says that it is compressed and is not, or not whole, is no answer, whatever could be made out of it."""
    encoding, body = LIES[lie]
    server.plays(responding(body, f"Content-Encoding: {encoding}"))
    with pytest.raises(APIConnectionError, match="GET /things/{id}: "):
        face.run(lambda client: client.call(GET({}, "1")), **NEVER)
    server.requests.clear()
    third = len(body) // 3 + 1
    pieces = [body[start : start + third] for start in range(0, len(body), third)]
    server.plays(chunked(*pieces, headers=f"Content-Encoding: {encoding}\r\n"), responding())
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
def test_each_form_of_gzip_and_deflate_is_decompressed(face: Face, server: Server, name: str) -> None:
    """gzip and deflate are understood, in each form and in pieces of any size."""
    encoding, body = TRUE[name]
    for size in (len(body), 1):
        cut = [body[start : start + size] for start in range(0, len(body), size)]
        server.plays(chunked(*cut, headers=f"Content-Encoding: {encoding}\r\n"))
        assert face.run(lambda client: client.call(GET({}, "1")), **NEVER).id == "1"


def test_an_empty_body_may_declare_an_encoding(face: Face, server: Server) -> None:
    """An answer without a body may have an encoding all the same."""
    server.plays(responding(b"", "Content-Encoding: gzip"))
    assert face.run(lambda client: client.call(GET({}, "1")), **NEVER) is None


def test_an_unsupported_encoding_is_left_as_it_is(face: Face, server: Server) -> None:
    """What only a caller can have asked for comes as it is, with the header that says so."""
    server.plays(responding(b"\x0b\x02\x80{}\x03", "Content-Encoding: br"))
    with pytest.raises(ResponseDecodeError) as caught:
        face.run(lambda client: client.call(GET({}, "1")), **NEVER)
    assert caught.value.content == b"\x0b\x02\x80{}\x03"
    assert caught.value.headers["content-encoding"] == "br"


class Kept(Resource[Any]):
    """A resource whose one method is a download."""

    def get(self) -> Any:
        return self._client.call(GET({}, "1"))

    async def aget(self) -> Any:
        return await self._client.call(GET({}, "1"))


def streamed(face: Face, use: Callable[[Any], Any], **options: Any) -> Any:
    """What `use` gives of an answer that it reads itself."""

    def call(client: Any) -> Any:
        if not face.asynchronous:
            with views.streamed(Kept(client)._returning("stream").get)() as response:
                return use(response)

        async def asynchronously() -> Any:
            async with views.async_streamed(Kept(client)._returning("stream").aget)() as response:
                return await use(response)

        return asynchronously()

    return face.run(call, **options)


def test_a_download_with_broken_compression_leaves_no_file(face: Face, server: Server, tmp_path: Path) -> None:
    """No file is left of it, though all of its bytes came."""
    server.plays(responding(zipped(b"x" * 100_000)[:-8], "Content-Encoding: gzip"))
    with pytest.raises(APIConnectionError) as caught:
        streamed(face, lambda response: response.save(tmp_path / "file"), **NEVER)
    assert caught.value.request is not None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("whole", [True, False])
def test_a_stream_with_broken_compression_ends_with_an_error(face: Face, server: Server, whole: bool) -> None:
    """Its items are given, and then it ends as it should, or by an error."""
    body = zipped(b'{"id":"1"}\n{"id":"2"}\n')
    server.plays(chunked(body if whole else body[:-8], headers="Content-Encoding: gzip\r\n"))
    found: list[str] = []

    def read(client: Any) -> Any:
        if not face.asynchronous:
            found.extend(item.id for item in LINES.open(client, {}))
            return None

        async def asynchronously() -> None:
            async for item in await LINES.async_open(client, {}):
                found.append(item.id)

        return asynchronously()

    with nullcontext() if whole else pytest.raises(APIConnectionError, match="ends too early"):
        face.run(read, **NEVER)
    assert found == ["1", "2"]


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_decompression_bomb_is_read_in_pieces(face: Face, server: Server, encoding: str) -> None:
    """It comes in pieces of at most a MiB, however much of it comes at once, and all of it comes."""
    plain = b"\0" * (40 << 20)
    server.plays(
        responding(zipped(plain) if encoding == "gzip" else zlib.compress(plain), f"Content-Encoding: {encoding}")
    )

    def sizes(response: Any) -> Any:
        if not face.asynchronous:
            return [len(piece) for piece in response.iter_bytes()]

        async def asynchronously() -> list[int]:
            return [len(piece) async for piece in response.iter_bytes()]

        return asynchronously()

    found = streamed(face, sizes, **NEVER)
    assert sum(found) == len(plain)
    assert 0 < min(found) <= max(found) <= 1 << 20


def test_interim_responses_are_skipped(face: Face, server: Server) -> None:
    """1xx come before the answer, and are not it (RFC 9110 15.2)."""

    def early(connection: Connection) -> None:
        connection.say("HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
        responding()(connection)

    server.plays(early)
    assert face.run(lambda client: client.call(GET({}, "1")), **NEVER).id == "1"


def test_an_unrequested_protocol_switch_is_an_error(face: Face, server: Server) -> None:
    """101 without an Upgrade is an error, not a success."""
    server.plays(lambda connection: connection.say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"))
    with pytest.raises(APIError):
        face.run(lambda client: client.call(GET({}, "1")), **{**NEVER, "timeout": 0.5})


@pytest.mark.parametrize("location", ["", "/\x00", "http://[", "http://:0/", "//", "http://a b/", "\xff"])
def test_redirects_to_invalid_locations_are_errors(face: Face, server: Server, location: str) -> None:
    """A place that is none ends the call by an error of the family."""

    def script(connection: Connection) -> None:
        connection.say("HTTP/1.1 302 Found\r\nLocation: ", location.encode("latin-1"), "\r\nContent-Length: 0\r\n\r\n")

    server.plays(script)
    with pytest.raises(APIError):
        face.run(lambda client: client.call(GET({}, "1")), **NEVER)


def test_a_connection_closed_by_the_server_is_not_reused(face: Face, server: Server) -> None:
    """A pooled connection that the server has closed since is replaced, also for a POST."""

    closed = threading.Event()

    def then_closed(connection: Connection) -> None:
        responding()(connection)
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


def test_an_unread_stream_is_closed_with_its_block(face: Face, server: Server) -> None:
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


def test_an_error_status_with_a_broken_body_is_an_api_error(face: Face, server: Server) -> None:
    """A failure with an endless, broken or lying body is still one of the family."""
    for script in (
        lambda c: c.say("HTTP/1.1 500 No\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"),
        lambda c: c.say("HTTP/1.1 404 No\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{]"),
    ):
        server.plays(script)
        with pytest.raises((APIStatusError, APIConnectionError)):
            face.run(lambda client: client.call(GET({}, "1")), **NEVER)


@pytest.mark.parametrize("script", [silent, drip, half])
def test_a_cancelled_task_leaves_no_connection(server: Server, script: Script) -> None:
    """A task that is cancelled while it waits leaves no connection and no task."""
    server.plays(script, responding())

    async def main() -> None:
        async with AsyncBaseClient(base_url=server.url, errors=STATUS_ERRORS, timeout=10) as client:
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


def test_a_call_is_cancelled_between_attempts(server: Server) -> None:
    """Also between two attempts."""
    server.plays(lambda connection: connection.say("HTTP/1.1 503 No\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n"))

    async def main() -> None:
        async with AsyncBaseClient(base_url=server.url, errors=STATUS_ERRORS) as client:
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
            responding(b'{"id":"%s"}' % number)(connection)

    server.plays(echo)

    async def main() -> list[Any]:
        async with AsyncBaseClient(base_url=server.url, errors=STATUS_ERRORS, max_retries=0) as client:
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
    client = BaseClient(base_url=server.url, errors=STATUS_ERRORS, max_retries=0, timeout=1)
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
