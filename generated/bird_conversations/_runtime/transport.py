# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Transports send requests: a client takes any object with the methods of `Transport`."""

from __future__ import annotations

import os
import re
import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeAlias
from urllib.parse import SplitResult, urlsplit

from .deadlines import Deadline, late
from .downloads import Decompressor, Progress, counted, written
from .errors import APIConnectionError, APIError, APITimeoutError
from .messages import Request, ResponseHead, joined
from .origins import is_same_origin, redact

if TYPE_CHECKING:
    from ssl import SSLContext

_Path: TypeAlias = str | os.PathLike[str]
_PROXY = "like http://host:port, or http://user:password@host:port"
_REFUSED = "ProxyError", "UnsupportedProtocol"


class StreamedResponse(ResponseHead, frozen=True):
    """An answer whose body has not been read; a context manager that closes it.

    The body can be read once. Reading raises APIConnectionError where it breaks off.
    """

    pieces: Callable[[], Iterator[bytes]]  # of the body, as they arrive
    close: Callable[[], None]
    request: Request | None = None  # without what may be secret
    failed: Callable[[APIError], None] | None = None  # to be told where it breaks off
    deadline: Deadline | None = None  # of what is still to come

    def iter_bytes(self, progress: Progress | None = None) -> Iterator[bytes]:
        """The pieces in which the body arrives; `progress` is told of each."""
        return map(counted(self.headers, progress), filter(None, self.pieces()))

    def save(self, path: _Path, progress: Progress | None = None) -> Path:
        """Write the body to a file, which is there once it is whole; closes the answer.

        OSError: it cannot be written; folders are not made.
        """
        with self, written(Path(path), self.headers) as file:
            for piece in self.iter_bytes(progress):
                file.write(piece)
        return Path(path)

    def read(self, within: float | None = None, size: int | None = None) -> bytes:
        """The whole body, in so many seconds and bytes; closes the response."""
        check = _limit(self.deadline, within, size)
        with self:
            return b"".join(check(piece) for piece in self.pieces())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            if isinstance(error, APIError) and not error.request and self.failed:
                self.failed(error)
        finally:
            self.close()


class AsyncStreamedResponse(ResponseHead, frozen=True):
    """Asynchronous twin of `StreamedResponse`."""

    pieces: Callable[[], AsyncIterator[bytes]]
    close: Callable[[], Awaitable[None]]
    request: Request | None = None
    failed: Callable[[APIError], Awaitable[None]] | None = None
    deadline: Deadline | None = None  # of what is still to come

    def iter_bytes(self, progress: Progress | None = None) -> AsyncIterator[bytes]:
        count = counted(self.headers, progress)
        return (count(piece) async for piece in self.pieces() if piece)

    async def save(self, path: _Path, progress: Progress | None = None) -> Path:
        async with self:
            with written(Path(path), self.headers) as file:
                async for piece in self.iter_bytes(progress):
                    file.write(piece)  # into the system's memory: it hardly waits
        return Path(path)

    async def read(self, within: float | None = None, size: int | None = None) -> bytes:
        check = _limit(self.deadline, within, size)
        async with self:
            return b"".join([check(piece) async for piece in self.pieces()])

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: object, error: object, trace: object) -> None:
        try:
            if isinstance(error, APIError) and not error.request and self.failed:
                await self.failed(error)
        finally:
            await self.close()


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
    """A pool for each proxy: httpx2's clients log whole URLs, keep cookies, and are slow."""

    _kind: str  # of httpx2
    _asynchronous = False

    def __init__(
        self,
        *,
        proxy: str | None = None,
        ssl_context: SSLContext | None = None,
        http2: bool = False,
        max_connections: int | None = 100,
    ) -> None:
        if http2 and find_spec("h2") is None:
            raise ImportError("HTTP/2 needs another package: pip install h2")
        self._ssl_context, self._http2 = ssl_context, http2
        self._max_connections, self._routes = max_connections, Routes(proxy)
        self._pools: dict[str | None, Any] = {}
        self._process = os.getpid()
        self._loop: Any = None  # whose connections the pools have
        self._former: list[Any] = []  # pools of processes that forked
        if proxy or self._asynchronous or os.environ.get("SSL_CERT_FILE"):
            self._pools[proxy] = self._open(proxy)  # it takes long: no loop shall wait

    def _open(self, proxy: str | None) -> Any:
        import httpx2

        from .connections import AsyncTimedBackend, TimedBackend

        try:
            self._ssl_context = self._ssl_context or httpx2.create_ssl_context()
        except OSError as error:  # of ssl, too
            about = f"{error.strerror} (SSL_CERT_FILE: {os.getenv('SSL_CERT_FILE')})"
            raise type(error)(error.errno, about) from error
        pool = getattr(httpx2, self._kind)(
            proxy=proxy,
            verify=self._ssl_context,
            http2=self._http2,
            limits=httpx2.Limits(max_connections=self._max_connections),
        )._pool
        timed = AsyncTimedBackend if self._asynchronous else TimedBackend
        pool._network_backend = timed(pool._network_backend)
        return pool

    def _here(self) -> dict[str | None, Any]:
        """This process's pools: after a fork, the parent has the sockets and the loop."""
        if self._process != os.getpid():
            self._former.append(self._pools)
            self._pools, self._loop, self._process = {}, None, os.getpid()
        return self._pools

    def _pool(self, url: str) -> Any:
        proxy, pools = self._routes.proxy(url), self._here()
        if proxy not in pools:  # of two threads, the first one's
            pools.setdefault(proxy, self._open(proxy))
        return pools[proxy]


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
        from .pool_messages import pool_request, unread

        deadline = Deadline(request.timeout)
        with deadline.sending(request.content) as sent, own_errors(request):
            message = pool_request(request, sent, deadline)
            response = self._pool(request.url).handle_request(message)
        head = response.status, joined(response.headers)
        close = response.stream.close

        def pieces() -> Iterator[bytes]:
            body = Decompressor(head[1])
            deadline.renew()
            with own_errors(request):
                for raw in unread(response):
                    for piece in body.pieces(raw):
                        yield piece
                        deadline.renew()
                close()
                body.end()

        return StreamedResponse(*head, pieces, close, deadline=deadline)

    def close(self) -> None:
        for pool in self._here().values():
            pool.close()


class AsyncHTTPTransport(_HTTPX2):
    """Asynchronous twin of `HTTPTransport`."""

    _kind, _asynchronous = "AsyncHTTPTransport", True

    async def send(self, request: Request, /) -> AsyncStreamedResponse:
        from .pool_messages import pool_request, unread

        self._here()
        if (loop := running_loop(self._loop)) is not self._loop:
            self._pools = self._pools if self._loop is None else {}
            self._loop = loop
        deadline = Deadline(request.timeout)
        async with deadline.async_sending(request.content) as sent:
            with own_errors(request):
                message = pool_request(request, sent, deadline)
                response = await self._pool(request.url).handle_async_request(message)
        head = response.status, joined(response.headers)
        close = response.stream.aclose

        async def pieces() -> AsyncIterator[bytes]:
            body = Decompressor(head[1])
            deadline.renew()
            with own_errors(request):
                async for raw in unread(response):
                    for piece in body.pieces(raw):
                        yield piece
                        deadline.renew()
                await close()
                body.end()

        return AsyncStreamedResponse(*head, pieces, close, deadline=deadline)

    async def close(self) -> None:
        pools = self._here()
        if self._loop is None or self._loop is running_loop(self._loop):
            for pool in pools.values():
                await pool.aclose()


def running_loop(former: Any) -> Any:
    """The event loop that runs; the connections of the former one are lost with it.

    RuntimeError: that one runs as well.
    """
    from asyncio import get_running_loop

    try:
        loop = get_running_loop()
    except RuntimeError:  # that of another library
        return former
    if former is not None and former is not loop and former.is_running():
        raise RuntimeError(
            "The client is in use in another event loop: make a client for each loop."
        )
    return loop


class Routes:
    """Which proxy leads to a URL: the given one, else the environment's."""

    def __init__(self, proxy: str | None) -> None:
        if proxy and not _is_proxy(proxy):
            raise ValueError(f"proxy must be {_PROXY}.")
        self._proxy = proxy
        self._proxies: dict[tuple[str, ...], str | None] = {}

    def proxy(self, url: str) -> str | None:
        if self._proxy:
            return self._proxy
        to = urlsplit(url)
        if to[:2] not in self._proxies:
            from urllib.request import getproxies

            proxies = getproxies()
            entries = proxies.get("no", "").lower().split(",")
            direct = any(_names(entry, to) for entry in entries)
            proxy = None if direct else proxies.get(to.scheme, proxies.get("all"))
            bare = proxy and "://" not in proxy  # a host and a port, as curl allows
            proxy = f"http://{proxy}" if bare else proxy
            if proxy and not _is_proxy(proxy):
                message = f"the environment's proxy for {to.scheme} must be {_PROXY}"
                raise APIConnectionError(message, sent=False)
            self._proxies[to[:2]] = proxy
        return self._proxies[to[:2]]


def _is_proxy(url: str) -> bool:
    bare = re.sub("(?i)^socks5h?:", "http:", redact(url, ()))
    return is_same_origin(bare, bare) and not re.search(r"[\s@]", bare)


def _names(entry: str, to: SplitResult) -> bool:
    """Whether an entry of NO_PROXY names a host, as httpx2 reads it."""
    scheme, _, name = entry.strip().rpartition("://")
    host = to.hostname or ""
    with suppress(ValueError):  # an address or a network
        return ip_address(host) in ip_network(name.strip("[]"), False)
    host += f":{to.port}" * (":" in name)
    below = name.removeprefix("*") if name[:1] in "*." else f".{name}"
    named = host == name or not scheme and host.endswith(below)
    return bool(name) and named and scheme in ("", "all", to.scheme)


def _limit(deadline: Any, seconds: float | None, limit: int | None) -> Any:
    """Passes on pieces; raises after so many seconds from now, or so many bytes."""
    if deadline and seconds is not None:
        deadline.finish(seconds)
    end, size = None if seconds is None else time.monotonic() + seconds, 0

    def check(piece: bytes) -> bytes:
        nonlocal size
        size += len(piece)
        if limit is not None and size > limit:
            raise APIError(f"the response has more than {limit} bytes")
        if end is not None and time.monotonic() > end:
            raise APITimeoutError(f"the answer was not complete within {seconds} s")
        return piece

    return check


@contextmanager
def own_errors(request: Request) -> Generator[None]:
    """Raise errors of the client's own family in place of httpx2's."""
    from ssl import SSLError

    import httpcore2
    import httpx2

    def errors(*names: str) -> tuple[Any, ...]:
        return tuple(getattr(m, name) for m in (httpcore2, httpx2) for name in names)

    invalid = httpx2.InvalidURL, UnicodeError  # the latter by a host's long label
    others = httpx2.RequestError, httpx2.StreamError, *invalid, SSLError, zlib.error
    try:
        yield
    except (*errors("TimeoutException"), TimeoutError) as error:  # of the event loop
        sent = not isinstance(error, errors("ConnectTimeout", "PoolTimeout"))
        timeout = f"{request.operation}: {late(request.timeout)}"
        raise APITimeoutError(timeout, sent=sent) from error
    except (*errors("NetworkError", "ProtocolError", *_REFUSED), *others) as error:
        early = *errors("ConnectError", *_REFUSED), *invalid
        reason = str(error) or type(error).__name__
        message = with_advice(f"{request.operation}: {reason}")
        raise APIConnectionError(message, sent=not isinstance(error, early)) from error


def with_advice(message: str) -> str:
    """What OpenSSL says, and what to do about it."""
    reason = message.lower().replace("_", " ")
    if "certificate verify failed" in reason:
        return f"{message}; a transport's ssl_context says what is trusted"
    if "alert" in reason and ("certificate" in reason or "handshake" in reason):
        return f"{message}; a certificate of yours goes into a transport's ssl_context"
    return message
