# Part of the client's runtime, the same in every client. Do not edit.
"""An asynchronous transport that needs less CPU than the default one."""

from __future__ import annotations

import asyncio
import os
import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Generator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import aiohttp
from yarl import URL

from .deadlines import PIECE, Deadline, late, phases, seconds
from .downloads import ACCEPTED, Decompressor
from .errors import APIConnectionError, APITimeoutError
from .messages import Request, joined
from .transport import AsyncStreamedResponse, Routes, running_loop, with_advice

if TYPE_CHECKING:
    from ssl import SSLContext

_MOST_HEADERS = 100 * 2**10  # bytes, as of the default transport


class AIOHTTPTransport:
    """An `AsyncTransport` by aiohttp, for one event loop at a time.

    Args:
        proxy: The URL of a proxy. Without it, the environment says which one to use.
        ssl_context: What certificates are trusted, and the client's own.
        max_connections: How many there may be at once; None: as many as are needed.
    """

    def __init__(
        self,
        *,
        proxy: str | None = None,
        ssl_context: SSLContext | None = None,
        max_connections: int | None = 100,
    ) -> None:
        self._routes = Routes(proxy)
        self._ssl, self._most = ssl_context or True, max_connections or 0
        self._session: aiohttp.ClientSession | None = None  # it wants an event loop
        self._process = os.getpid()
        self._loop: Any = None
        self._former: list[tuple[aiohttp.ClientSession, Any]] = []  # and their loops
        self._inherited: list[Any] = []  # of a process that forked, which uses them

    async def send(self, request: Request, /) -> AsyncStreamedResponse:
        forked = self._process != os.getpid()  # from a process whose loop may run
        loop = running_loop(None if forked else self._loop)
        if self._session is None or forked or loop is not self._loop:
            if self._session is not None:
                self._former.append((self._session, self._loop))
            if forked:
                self._inherited.append(self._former)
                self._former = []
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._most),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                max_line_size=_MOST_HEADERS,
                max_field_size=_MOST_HEADERS,
                max_headers=_MOST_HEADERS // 4,  # the shortest one is "a:\r\n"
            )
            # the client's policy repeats what may be repeated
            setattr(self._session, "_retry_connection", False)
            self._process, self._loop = os.getpid(), loop
            await self._close_former()
        limit, phase = seconds(request.timeout), phases(request.timeout, None)
        deadline = Deadline(request.timeout)
        headers = {"accept-encoding": ACCEPTED, **request.headers}
        content: Any = request.content
        try:
            with _own_errors(request):
                async with asyncio.timeout(limit) as timeout:
                    length = getattr(content, "length", None)
                    if isinstance(content, bytes):
                        length = len(content)
                    if length is not None:
                        headers["content-length"] = str(length)
                    if not isinstance(content, bytes | None) or (length or 0) > PIECE:
                        content = _Timed(content, limit or phase["write"], timeout)
                    response = await self._session.request(
                        request.method,
                        _parse(request.url),
                        headers=headers,
                        skip_auto_headers=["content-type"],
                        data=content,
                        allow_redirects=False,
                        proxy=self._routes.proxy(request.url),
                        ssl=self._ssl,
                        timeout=aiohttp.ClientTimeout(
                            None, phase["pool"], phase["read"], phase["connect"]
                        ),
                    )
        except BaseException:
            if isinstance(content, _Timed):
                await content.end()
            raise

        if isinstance(content, _Timed):
            deadline.renew()
        head = response.status, joined(response.raw_headers)
        broken = _breaking(response)

        async def pieces() -> AsyncIterator[bytes]:
            body = Decompressor(head[1])
            deadline.renew()
            with _own_errors(request):
                while True:
                    async with asyncio.timeout(deadline.left):
                        raw = await response.content.readany()
                    if not raw:
                        break
                    for piece in body.pieces(raw):
                        yield piece
                        deadline.renew()
                body.end()
                if broken is not None and broken.done():
                    broken.result()  # raises how it broke

        async def close() -> None:
            response.close()

        return AsyncStreamedResponse(*head, pieces, close, deadline=deadline)

    async def close(self) -> None:
        if self._session is None or self._process != os.getpid():
            return
        await self._close_former()
        if self._loop is running_loop(self._loop) or self._loop.is_closed():
            await self._session.close()

    async def _close_former(self) -> None:
        """Close the sessions of loops that have ended; others have their connections."""
        ended = [each for each in self._former if each[1].is_closed()]
        self._former = [each for each in self._former if each not in ended]
        for session, _ in ended:
            await session.close()


class _Timed:
    """A content whose pieces may each take so many seconds to be written."""

    error: Exception | None = None  # of the content itself

    def __init__(
        self, content: Any, seconds: float | None, timeout: asyncio.Timeout
    ) -> None:
        self._seconds, self._timeout = seconds, timeout
        self._pieces: AsyncGenerator[bytes] = (
            _split(content) if isinstance(content, bytes) else aiter(content)
        )

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self._count(None)  # the connection is there
        try:
            async for piece in self._pieces:
                for _ in "12":  # what is there is read before a write fails
                    await asyncio.sleep(0)
                self._count(self._seconds)
                yield piece
                self._count(None)  # the next piece may take its time to come
        except Exception as error:
            self.error = error
            raise
        self._count(self._seconds)  # to the answer

    async def end(self) -> None:
        """Close a content that was not sent; raise what it raised."""
        with suppress(RuntimeError):  # it is being read
            await self._pieces.aclose()
        if self.error:
            raise self.error from None

    def _count(self, seconds: float | None) -> None:
        now = asyncio.get_running_loop().time()
        with suppress(RuntimeError):  # the answer is there already
            self._timeout.reschedule(None if seconds is None else now + seconds)


def _breaking(response: aiohttp.ClientResponse) -> asyncio.Future[None] | None:
    """When the connection of a body ends that has no other end; aiohttp takes any."""
    connection = response.connection
    if connection is None or connection.protocol is None:
        return None
    if {"Content-Length", "Transfer-Encoding"} & response.headers.keys():
        return None
    closed = connection.protocol.closed
    if closed is not None:  # else asyncio logs what nobody asks for
        closed.add_done_callback(lambda it: it.cancelled() or it.exception())
    return closed


def _parse(url: str) -> URL:
    try:
        return URL(url, encoded=True)
    except ValueError:
        raise aiohttp.InvalidURL(url) from None


async def _split(content: bytes) -> AsyncGenerator[bytes]:
    for start in range(0, len(content), PIECE):
        yield content[start : start + PIECE]


@contextmanager
def _own_errors(request: Request) -> Generator[None]:
    """Raise errors of the client's own family in place of aiohttp's."""
    try:
        yield
    except TimeoutError as error:
        sent = not isinstance(error, aiohttp.ConnectionTimeoutError)
        message = f"{request.operation}: {late(request.timeout)}"
        raise APITimeoutError(message, sent=sent) from None  # it may have the URL
    except (
        aiohttp.ClientResponseError,
        aiohttp.InvalidURL,
        UnicodeError,  # by a host's long label
    ) as error:
        reason = getattr(error, "message", "").partition("\n")[0] or "not a URL"
        early = isinstance(error, ValueError | aiohttp.ClientHttpProxyError)
        message = f"{request.operation}: {reason}"
        raise APIConnectionError(message, sent=not early) from None  # it has the URL
    except (aiohttp.ClientError, OSError, zlib.error) as error:
        early = isinstance(error, aiohttp.ClientConnectorError)
        # the URL is in what fails while it is sent, and a proxy's password in both
        cause = error.__cause__ or error
        reason = str(error if early else cause) or type(cause).__name__
        message = with_advice(f"{request.operation}: {reason}")
        raise APIConnectionError(message, sent=not early) from cause
