# Part of the client's runtime, the same in every client. Do not edit.
"""What carries requests to the server. No transport follows redirects.

Whatever has the two methods of `Transport` or `AsyncTransport` can be passed to a
client. The defaults send by httpx2, which they import when they are first used.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from .errors import APIConnectionError, APITimeoutError
from .response import AsyncStreamedResponse, Headers, StreamedResponse

if TYPE_CHECKING:
    import httpx2


class Request(Struct, frozen=True):
    """A request to be sent. Its repr shows nothing that may be secret."""

    operation: str
    """Method and path template, for messages."""

    method: str
    url: str
    """Absolute and percent-encoded."""

    headers: dict[str, str]
    """By name in lower case. `host` and `content-length` are left to the transport."""

    content: bytes | None
    timeout: float | None
    """Seconds for the connection and for each read and write; None waits for ever."""

    def __repr__(self) -> str:
        return f"<Request {self.operation}>"


class Transport(Protocol):
    """What sends requests, from several threads at once."""

    def send(self, request: Request, /) -> StreamedResponse:
        """Send a request; the body of the answer is read and closed by the caller.

        Raises:
            APIConnectionError: No answer. `sent=False` if the server saw nothing of it.
            APITimeoutError: No answer in time.
        """
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


class AsyncTransport(Protocol):
    """Asynchronous twin of `Transport`."""

    async def send(self, request: Request, /) -> AsyncStreamedResponse:
        """See `Transport.send`."""
        ...

    async def close(self) -> None:
        """Close all connections."""
        ...


class HTTPTransport:
    """Sends by the pool of httpx2, but not by its client: that one logs whole URLs.

    The proxy is what HTTPS_PROXY and NO_PROXY say of the first request's URL.
    """

    def __init__(self) -> None:
        self._pool: httpx2.HTTPTransport | None = None
        self._lock = Lock()
        self._closed = False

    def send(self, request: Request, /) -> StreamedResponse:
        """See `Transport.send`."""
        import httpx2

        def iter_bytes() -> Iterator[bytes]:
            with _own_errors(request):
                yield from response.iter_bytes()

        if self._closed:
            raise RuntimeError("The client is closed.")
        message = _message(request)
        pool = self._pool
        if pool is None:
            with self._lock:
                pool = self._pool or httpx2.HTTPTransport(proxy=_proxy(message.url))
                self._pool = pool
        with _own_errors(request):
            response = pool.handle_request(message)
        head = response.status_code, _headers(response)
        return StreamedResponse(*head, iter_bytes, response.close)

    def close(self) -> None:
        """Close all connections."""
        self._closed = True
        if self._pool is not None:
            self._pool.close()


class AsyncHTTPTransport:
    """Asynchronous twin of `HTTPTransport`."""

    def __init__(self) -> None:
        self._pool: httpx2.AsyncHTTPTransport | None = None
        self._closed = False

    async def send(self, request: Request, /) -> AsyncStreamedResponse:
        """See `Transport.send`."""
        import httpx2

        async def iter_bytes() -> AsyncIterator[bytes]:
            with _own_errors(request):
                async for piece in response.aiter_bytes():
                    yield piece

        if self._closed:
            raise RuntimeError("The client is closed.")
        message = _message(request)
        if self._pool is None:
            self._pool = httpx2.AsyncHTTPTransport(proxy=_proxy(message.url))
        with _own_errors(request):
            response = await self._pool.handle_async_request(message)
        head = response.status_code, _headers(response)
        return AsyncStreamedResponse(*head, iter_bytes, response.aclose)

    async def close(self) -> None:
        """Close all connections."""
        self._closed = True
        if self._pool is not None:
            await self._pool.aclose()


def _proxy(url: httpx2.URL) -> str | None:
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    if not proxies or proxy_bypass(url.netloc.decode()):
        return None
    return proxies.get(url.scheme, proxies.get("all"))


def _message(request: Request) -> httpx2.Request:
    import httpx2

    url = httpx2.URL(request.url)
    content = request.content or b""
    named = {"accept-encoding": "gzip, deflate", **request.headers}
    headers = [(name.encode(), value.encode()) for name, value in named.items()]
    headers.append((b"host", url.netloc))
    if request.content is not None or request.method in ("POST", "PUT", "PATCH"):
        headers.append((b"content-length", b"%d" % len(content)))
    timeout = dict.fromkeys(("connect", "read", "write", "pool"), request.timeout)
    return httpx2.Request(
        request.method,
        url,
        headers=headers,
        stream=httpx2.ByteStream(content),
        extensions={"timeout": timeout},
    )


def _headers(response: httpx2.Response) -> Headers:
    pairs = response.headers.raw
    return Headers([(k.decode("latin-1"), v.decode("latin-1")) for k, v in pairs])


@contextmanager
def _own_errors(request: Request) -> Generator[None]:
    """Raise errors of the client's own family in place of httpx2's."""
    import httpx2

    try:
        yield
    except httpx2.TimeoutException as error:
        sent = not isinstance(error, (httpx2.ConnectTimeout, httpx2.PoolTimeout))
        message = f"{request.operation}: no answer within {request.timeout} s"
        raise APITimeoutError(message, sent=sent) from error
    except httpx2.HTTPError as error:
        sent = not isinstance(error, (httpx2.ConnectError, httpx2.ProxyError))
        reason = str(error) or type(error).__name__
        raise APIConnectionError(f"{request.operation}: {reason}", sent=sent) from error
