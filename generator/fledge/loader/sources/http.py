"""Texts from the network: only from hosts that the user named, and never without end."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import field
from typing import IO, Any
from urllib.parse import urlsplit

from fledge.loader.sources.urls import (
    FetchError,
    HostNotAllowed,
    Unreachable,
    allowed,
    ascii_url,
    is_remote,
    redact_url,
    without_user,
)
from fledge.quick_dataclass import quick_dataclass
from fledge.version import FLEDGE

UNTRUSTED = "its certificate is not trusted"

TIMEOUT = 30.0
"""Seconds that a host may be silent."""

CONNECT_TIMEOUT = 4.0
"""Seconds that a connection may take: a dead host is named soon."""

DEADLINE = 300.0
"""Seconds that one text may take."""

LIMIT = 64 * 1024 * 1024
"""The most bytes of one text: five times the largest description that is known."""

_ACCEPT = "text/markdown, application/json, application/yaml, text/yaml, text/plain, */*;q=0.5"
_CHUNK = 64 * 1024


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class HttpResponse:
    """What a host answers. `url` is where redirects led; of errors and of 304 there is no data."""

    url: str
    status: int
    data: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """By names in lower case."""


def fetch(url: str, hosts: Sequence[str], *, timeout: float = TIMEOUT, limit: int = LIMIT) -> bytes:
    """What stands at a URL of an allowed host. Raises Unfetched."""
    response = request(url, hosts, timeout=timeout, limit=limit)
    if response.status != 200:
        raise FetchError(f"the server responds {response.status}")
    return response.data


def request(
    url: str,
    hosts: Sequence[str],
    *,
    headers: Mapping[str, str] | None = None,
    secrets: Mapping[str, str] | None = None,
    timeout: float = TIMEOUT,
    limit: int = LIMIT,
) -> HttpResponse:
    """Ask an allowed host for a URL. `secrets` are headers that no other origin gets. Raises Unfetched."""
    try:
        request = urllib.request.Request(ascii_url(url), headers={"Accept": _ACCEPT})
        for name, value in {"User-Agent": f"fledge/{FLEDGE}", **(headers or {})}.items():
            request.add_header(name, value)
        for name, value in (secrets or {}).items():
            request.add_unredirected_header(name, value)
        opener = urllib.request.build_opener(_Redirects(hosts), _Http, _Https)
        with _Watch(DEADLINE), opener.open(request, timeout=timeout) as response:
            fields = {name.lower(): value for name, value in response.headers.items()}
            data = _read(response, fields.get("content-length", ""), limit)
            encoding = fields.get("content-encoding", "").lower()  # not asked for, and sent all the same
            if encoding in ("gzip", "x-gzip", "deflate"):
                data = _inflated(data, limit)
            elif encoding not in ("", "identity"):
                raise FetchError(f"the server compresses it by `{encoding}`, which Fledge does not ask for")
            return HttpResponse(url=response.url, status=response.status, data=data, headers=fields)
    except urllib.error.HTTPError as error:
        error.close()
        return HttpResponse(
            url=url, status=error.code, headers={name.lower(): value for name, value in error.headers.items()}
        )
    except urllib.error.URLError as error:
        dead = isinstance(error.reason, _DEAD)
        raise (Unreachable if dead else FetchError)(_reason(error.reason)) from None
    except http.client.BadStatusLine as error:  # its text is what the server sent
        is_closed = isinstance(error, http.client.RemoteDisconnected)
        raise FetchError("the server ends the connection" if is_closed else "it does not answer in HTTP") from None
    except (OSError, http.client.HTTPException, ValueError, OverflowError) as error:
        problem = error.strerror if isinstance(error, OSError) else None
        raise FetchError(problem or str(error) or type(error).__name__) from None


_DEAD = (ConnectionRefusedError, socket.gaierror, ssl.SSLCertVerificationError, TimeoutError)
"""Why connections fail that would fail again."""


def _reason(reason: str | BaseException) -> str:
    """Why a connection failed, in words."""
    if isinstance(reason, socket.gaierror):
        return "there is no such host"
    if isinstance(reason, ConnectionRefusedError):
        return "the host refuses the connection"
    if isinstance(reason, TimeoutError):
        return "the host does not respond"
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"{UNTRUSTED}: {reason.verify_message}"
    if isinstance(reason, ssl.SSLError):
        return "it does not answer in TLS, which https:// needs"
    return (reason.strerror if isinstance(reason, OSError) else None) or str(reason)


class _Watch:
    """Ends the connections of a request when its time is over: each byte that drips in begins a timeout anew."""

    def __init__(self, seconds: float) -> None:
        self._sockets: list[socket.socket] = []
        """Copies, since TLS takes the socket itself over: ending one ends the connection, also in a handshake."""

        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self._message = f"it takes longer than {seconds:.0f} seconds"
        self._is_over = False

    def connect(self, *arguments: Any, **options: Any) -> socket.socket:
        """Open a connection that ends with the time."""
        connection = socket.create_connection(*arguments, **options)
        self._sockets.append(connection.dup())
        if self._is_over:
            connection.close()
            raise FetchError(self._message)
        return connection

    def _end(self) -> None:
        self._is_over = True
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> None:
        self._timer.start()
        _watch.set(self)

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._timer.cancel()
        for each in self._sockets:
            each.close()
        if self._is_over:
            raise FetchError(self._message) from None


_watch: ContextVar[_Watch] = ContextVar("watch")
"""The watch of the request that is under way in this thread."""


class _Connection(http.client.HTTPConnection):
    """A connection that is given up sooner than a response."""

    def connect(self) -> None:
        silent, self.timeout = self.timeout, min(CONNECT_TIMEOUT, self.timeout or CONNECT_TIMEOUT)
        setattr(self, "_create_connection", _watch.get().connect)
        super().connect()
        self.sock.settimeout(silent)


class _SecureConnection(http.client.HTTPSConnection):
    """The same over TLS."""

    def connect(self) -> None:
        silent, self.timeout = self.timeout, min(CONNECT_TIMEOUT, self.timeout or CONNECT_TIMEOUT)
        setattr(self, "_create_connection", _watch.get().connect)
        super().connect()
        self.sock.settimeout(silent)


class _Http(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Connection, req)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_SecureConnection, req)


def _read(response: http.client.HTTPResponse, length: str, limit: int) -> bytes:
    """The whole body: one that breaks off looks like a shorter one, and one that trickles never ends."""
    end = time.monotonic() + DEADLINE
    parts: list[bytes] = []
    size = 0
    while part := response.read1(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise FetchError(f"it is larger than {limit // (1024 * 1024) or 1} MB")
        if time.monotonic() > end:
            raise FetchError(f"it takes longer than {DEADLINE:.0f} seconds")
    if length.isdecimal() and size != int(length):
        raise FetchError(f"the response breaks off after {size} of {length} bytes")
    return b"".join(parts)


def _inflated(data: bytes, limit: int) -> bytes:
    """What gzip or zlib made smaller."""
    inflating = zlib.decompressobj(wbits=32 + zlib.MAX_WBITS)
    try:
        text = inflating.decompress(data, limit + 1)
    except zlib.error:
        raise FetchError("its compression is broken") from None
    if len(text) > limit:
        raise FetchError(f"it is larger than {limit // (1024 * 1024) or 1} MB")
    if not inflating.eof:
        raise FetchError("its compression breaks off")
    return text


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect to a host that is allowed, and no other; secrets go to the same origin only."""

    def __init__(self, hosts: Sequence[str]) -> None:
        self.hosts = hosts

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not is_remote(newurl) or not allowed(newurl, self.hosts):
            raise HostNotAllowed(f"it redirects to {redact_url(newurl)}, and that host is not allowed", newurl)
        newurl = without_user(newurl)
        followed = super().redirect_request(req, fp, code, msg, headers, newurl)
        if followed is not None and urlsplit(newurl)[:2] == urlsplit(req.full_url)[:2]:
            followed.unredirected_hdrs = {**req.unredirected_hdrs}
            followed.unredirected_hdrs.pop("Host", None)
        return followed
