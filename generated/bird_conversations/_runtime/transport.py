# Part of the client's runtime, the same in every client. Do not edit.
"""What carries requests to the server, and what comes back.

Whatever has the two methods of `Transport` or `AsyncTransport` can be passed to a
client. The defaults use httpx2's pools: its clients log whole URLs, and keep cookies.
"""

from __future__ import annotations

import re
import time
import zlib
from collections import UserDict
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from email.utils import parsedate_to_datetime
from functools import partial
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar
from urllib.parse import urlsplit

from msgspec import Struct, structs

from .compression import ACCEPTED, Decompressor
from .downloads import Progress, counted, written
from .errors import APIConnectionError, APIError, APITimeoutError

if TYPE_CHECKING:
    from ssl import SSLContext

T = TypeVar("T")
IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
HARMLESS = frozenset(
    "accept accept-encoding accept-language content-type range user-agent".split()
)  # headers that are no secret


class Content(Protocol):
    """What is sent in pieces; `length` is the number of its bytes, if that is known."""

    length: int | None
    replayable: bool  # it can be sent again, from its beginning
    progress: Callable[[int, int | None], object]  # to be told of each piece

    def __iter__(self) -> Generator[bytes]: ...

    def __aiter__(self) -> AsyncGenerator[bytes]: ...


class Request(Struct, frozen=True):
    """A request to be sent. Its repr shows nothing that may be secret."""

    operation: str  # method and path template, for messages
    method: str
    url: str  # absolute and percent-encoded
    public_url: str  # the same without credentials
    headers: dict[str, str]  # by name in lower case; `host` is left to the transport
    content: bytes | Content | None
    timeout: float | None  # see RequestOptions
    repeatable: bool = False  # sending it twice does no more than sending it once

    def public(self) -> Request:
        """The same without content, and with nothing that may be secret."""
        headers = {k: v if k in HARMLESS else "..." for k, v in self.headers.items()}
        url = self.public_url
        return structs.replace(self, url=url, headers=headers, content=None)

    def __repr__(self) -> str:
        return f"<Request {self.operation}>"


class Headers(UserDict[str, str]):
    """Values by name, in any case."""

    def __setitem__(self, name: str, value: str) -> None:
        self.data[name.lower()] = value

    def __getitem__(self, name: str) -> str:
        return self.data[name.lower()]

    def __contains__(self, name: object) -> bool:
        return str(name).lower() in self.data


class Head(Struct, frozen=True):
    """What comes first in every answer."""

    status_code: int
    headers: Headers

    @property
    def is_success(self) -> bool:
        return 200 <= self.status_code < 300

    @property
    def request_id(self) -> str | None:
        """What the server calls this request, if it says so."""
        names = "x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id"
        return next((self.headers[n] for n in names if n in self.headers), None)

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait, by a number or a date (RFC 9110 section 10.2.3)."""
        value = self.headers.get("retry-after", "")
        with suppress(ValueError):
            if re.fullmatch(r"\d{1,9}(\.\d+)?", value):
                return float(value)
            return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
        return None


class Response(Head, Generic[T], frozen=True):
    """A whole answer, and what the call itself would have returned."""

    content: bytes  # as it came, without its content encoding
    body: T
    method: str = ""
    url: str = ""  # the request's, without credentials

    @property
    def text(self) -> str:
        """The content by its charset; UTF-8 where it has none that is known."""
        media_type = self.headers.get("content-type", "")
        charset = re.search(r"charset=\"?([\w.-]+)", media_type)
        with suppress(LookupError):
            return self.content.decode(charset[1] if charset else "utf-8", "replace")
        return self.content.decode("utf-8", "replace")


class StreamedResponse(Head, frozen=True):
    """An answer whose body has not been read; a context manager that closes it.

    The body can be read once. Reading raises APIConnectionError where it breaks off.
    """

    pieces: Callable[[], Iterator[bytes]]  # of the body, as they arrive
    close: Callable[[], None]
    request: Request | None = None  # without what may be secret
    failed: Callable[[APIError], None] | None = None  # to be told where it breaks off

    def iter_bytes(self, progress: Progress | None = None) -> Iterator[bytes]:
        """The pieces in which the body arrives; `progress` is told of each."""
        return map(counted(self.headers, progress), self.pieces())

    def save(self, path: str | PathLike[str], progress: Progress | None = None) -> Path:
        """Write the body to a file, which is there once it is whole; closes the answer.

        OSError: it cannot be written; folders are not made.
        """
        with self, written(Path(path), self.headers) as file:
            for piece in self.iter_bytes(progress):
                file.write(piece)
        return Path(path)

    def read(self, within: float | None = None) -> bytes:
        """The whole body, which may take so many seconds; closes the answer."""
        in_time = _limit(within)
        with self:
            return b"".join(in_time(piece) for piece in self.pieces())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.close()
        if isinstance(error, APIConnectionError) and not error.request and self.failed:
            self.failed(error)


class AsyncStreamedResponse(Head, frozen=True):
    """Asynchronous twin of `StreamedResponse`."""

    pieces: Callable[[], AsyncIterator[bytes]]
    close: Callable[[], Awaitable[None]]
    request: Request | None = None
    failed: Callable[[APIError], Awaitable[None]] | None = None

    def iter_bytes(self, progress: Progress | None = None) -> AsyncIterator[bytes]:
        count = counted(self.headers, progress)
        return (count(piece) async for piece in self.pieces())

    async def save(
        self, path: str | PathLike[str], progress: Progress | None = None
    ) -> Path:
        async with self:
            with written(Path(path), self.headers) as file:
                async for piece in self.iter_bytes(progress):
                    file.write(piece)  # into the system's memory: it hardly waits
        return Path(path)

    async def read(self, within: float | None = None) -> bytes:
        in_time = _limit(within)
        async with self:
            return b"".join([in_time(piece) async for piece in self.pieces()])

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: object, error: object, trace: object) -> None:
        await self.close()
        if isinstance(error, APIConnectionError) and not error.request and self.failed:
            await self.failed(error)


class Transport(Protocol):
    """What sends requests, from several threads at once."""

    def send(self, request: Request, /) -> StreamedResponse:
        """Send a request, whose answer the caller reads and closes.

        APIConnectionError: none came; `sent=False` if the server saw nothing.
        """
        ...

    def close(self) -> None: ...


class AsyncTransport(Protocol):
    """Asynchronous twin of `Transport`."""

    async def send(self, request: Request, /) -> AsyncStreamedResponse: ...

    async def close(self) -> None: ...


class _HTTPX2:
    """What the default transports share: a pool of connections for each proxy."""

    _kind: str  # of httpx2

    def __init__(
        self,
        *,
        proxy: str | None = None,
        ssl_context: SSLContext | None = None,
        http2: bool = False,
        max_connections: int | None = 100,
    ) -> None:
        import httpx2

        if http2 and find_spec("h2") is None:
            raise ImportError("HTTP/2 needs another package: pip install h2")
        self._open = partial[Any](
            getattr(httpx2, self._kind),
            verify=ssl_context or httpx2.create_ssl_context(),
            http2=http2,
            limits=httpx2.Limits(max_connections=max_connections),
        )
        self._routes = Routes(proxy)
        self._pools = {proxy: self._open(proxy=proxy)}

    def _pool(self, url: str) -> Any:
        proxy = self._routes.proxy(url)
        if proxy not in self._pools:  # of two threads, the first one's
            self._pools.setdefault(proxy, self._open(proxy=proxy))
        return self._pools[proxy]


class HTTPTransport(_HTTPX2):
    """The default `Transport`.

    Args:
        proxy: The URL of a proxy. Without it, the environment says which one to use.
        ssl_context: What certificates are trusted, and the client's own.
        http2: Whether HTTP/2 may be used, which needs the package h2.
        max_connections: How many there may be at once; None: as many as are needed.
    """

    _kind = "HTTPTransport"

    def send(self, request: Request, /) -> StreamedResponse:
        content = request.content
        sent = iter(content) if content and not isinstance(content, bytes) else None
        try:
            with _own_errors(request):
                pool = self._pool(request.url)
                response = pool.handle_request(_message(request, sent))
        finally:
            if sent:
                sent.close()

        head = response.status_code, Headers(response.headers.items())

        def pieces() -> Iterator[bytes]:
            body = Decompressor(head[1])
            with _own_errors(request):
                for piece in response.iter_raw():
                    yield from body.pieces(piece)
                body.end()

        return StreamedResponse(*head, pieces, response.close)

    def close(self) -> None:
        for pool in self._pools.values():
            pool.close()


class AsyncHTTPTransport(_HTTPX2):
    """Asynchronous twin of `HTTPTransport`."""

    _kind = "AsyncHTTPTransport"

    async def send(self, request: Request, /) -> AsyncStreamedResponse:
        content = request.content
        sent = aiter(content) if content and not isinstance(content, bytes) else None
        try:
            with _own_errors(request):
                pool, message = self._pool(request.url), _message(request, sent)
                response = await pool.handle_async_request(message)
        finally:
            if sent:
                await sent.aclose()

        head = response.status_code, Headers(response.headers.items())

        async def pieces() -> AsyncIterator[bytes]:
            body = Decompressor(head[1])
            with _own_errors(request):
                async for raw in response.aiter_raw():
                    for piece in body.pieces(raw):
                        yield piece
                body.end()

        return AsyncStreamedResponse(*head, pieces, response.aclose)

    async def close(self) -> None:
        for pool in self._pools.values():
            await pool.aclose()


class Routes:
    """Which proxy leads to a URL: the given one, else the environment's."""

    def __init__(self, proxy: str | None) -> None:
        self._given = proxy
        self._known: dict[tuple[str, ...], str | None] = {}

    def proxy(self, url: str) -> str | None:
        if self._given:
            return self._given
        to = urlsplit(url)
        if to[:2] not in self._known:
            from urllib.request import getproxies, proxy_bypass

            proxies = {} if proxy_bypass(to.netloc) else getproxies()
            self._known[to[:2]] = proxies.get(to.scheme, proxies.get("all"))
        return self._known[to[:2]]


def _limit(seconds: float | None) -> Callable[[bytes], bytes]:
    """Passes on what comes in so many seconds from now; then raises APITimeoutError."""
    end = None if seconds is None else time.monotonic() + seconds

    def in_time(piece: bytes) -> bytes:
        if end is not None and time.monotonic() > end:
            raise APITimeoutError(f"the answer was not complete within {seconds} s")
        return piece

    return in_time


def _message(request: Request, pieces: Any) -> Any:
    import httpx2

    named = {"accept-encoding": ACCEPTED, **request.headers}
    length = getattr(request.content, "length", None)
    if length is not None:
        named["content-length"] = str(length)
    return httpx2.Request(
        request.method,
        request.url,
        headers=[(name.encode(), value.encode()) for name, value in named.items()],
        content=pieces or request.content,
        extensions={"timeout": httpx2.Timeout(request.timeout).as_dict()},
    )


@contextmanager
def _own_errors(request: Request) -> Generator[None]:
    """Raise errors of the client's own family in place of httpx2's."""
    from ssl import SSLError

    import httpx2

    try:
        yield
    except httpx2.TimeoutException as error:
        sent = not isinstance(error, (httpx2.ConnectTimeout, httpx2.PoolTimeout))
        message = f"{request.operation}: no answer within {request.timeout} s"
        raise APITimeoutError(message, sent=sent) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, SSLError, zlib.error) as error:
        early = httpx2.ConnectError, httpx2.ProxyError, httpx2.InvalidURL
        said = str(error) or type(error).__name__
        message = with_advice(f"{request.operation}: {said}")
        raise APIConnectionError(message, sent=not isinstance(error, early)) from error


def with_advice(message: str) -> str:
    """What OpenSSL says, and what to do about it."""
    said = message.lower().replace("_", " ")
    if "certificate verify failed" in said:
        return f"{message}; a transport's ssl_context says what is trusted"
    if "alert" in said and ("certificate" in said or "handshake" in said):
        return f"{message}; a certificate of yours goes into a transport's ssl_context"
    return message
