"""Texts from the network: only from hosts that the user named, and never without end."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from generator.version import FLEDGE

TIMEOUT = 30.0
"""Seconds that a host may be silent."""

DEADLINE = 300.0
"""Seconds that one text may take."""

LIMIT = 64 * 1024 * 1024
"""The most bytes of one text: five times the largest description that is known."""

_ACCEPT = "text/markdown, application/json, application/yaml, text/yaml, text/plain, */*;q=0.5"
_CHUNK = 64 * 1024


class Unfetched(Exception):
    """A text that could not be fetched, and why, in words that end a sentence."""


class Elsewhere(Unfetched):
    """A text on a host that is not allowed, by itself or by a redirect; asking again does not change that."""

    def __init__(self, message: str, url: str) -> None:
        super().__init__(message)
        self.host = urlsplit(url).netloc.rpartition("@")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host answers. `url` is where redirects led; of errors and of 304 there is no data."""

    url: str
    status: int
    data: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """By names in lower case."""


def is_remote(address: str) -> bool:
    """Whether an address is a URL of the web."""
    return address.startswith(("http://", "https://"))


def allowed(url: str, hosts: Sequence[str]) -> bool:
    """Whether a host of the list (`example.com` or `localhost:8000`) is that of the URL."""
    try:
        parts = urlsplit(url)
        names = (parts.hostname or "", parts.netloc.rpartition("@")[2].lower())
    except ValueError:
        return False
    return any(host.lower() in names for host in hosts)


def shown(url: str) -> str:
    """A URL as messages may show it: without a password, and without the values of its query."""
    try:
        parts = urlsplit(url)
        query = "&".join(f"{key}=…" for key, _ in parse_qsl(parts.query, keep_blank_values=True))
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, query, ""))
    except ValueError:
        return "the address"


def fetch(url: str, hosts: Sequence[str], *, timeout: float = TIMEOUT, limit: int = LIMIT) -> bytes:
    """What stands at a URL of an allowed host. Raises Unfetched."""
    answer = ask(url, hosts, timeout=timeout, limit=limit)
    if answer.status != 200:
        raise Unfetched(f"the server answers {answer.status}")
    return answer.data


def ask(
    url: str,
    hosts: Sequence[str],
    *,
    headers: Mapping[str, str] | None = None,
    secrets: Mapping[str, str] | None = None,
    timeout: float = TIMEOUT,
    limit: int = LIMIT,
) -> Answer:
    """Ask an allowed host for a URL. `secrets` are headers that no other origin gets. Raises Unfetched."""
    try:
        request = urllib.request.Request(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), headers={"Accept": _ACCEPT})
        for name, value in {"User-Agent": f"fledge/{FLEDGE}", **(headers or {})}.items():
            request.add_header(name, value)
        for name, value in (secrets or {}).items():
            request.add_unredirected_header(name, value)
        with urllib.request.build_opener(_Redirects(hosts)).open(request, timeout=timeout) as response:
            found = {name.lower(): value for name, value in response.headers.items()}
            data = _read(response, found.get("content-length", ""), limit)
            if found.get("content-encoding", "").lower() in ("gzip", "x-gzip"):  # not asked for, and sent all the same
                data = _inflated(data, limit)
            return Answer(url=response.url, status=response.status, data=data, headers=found)
    except urllib.error.HTTPError as error:
        error.close()
        return Answer(
            url=url, status=error.code, headers={name.lower(): value for name, value in error.headers.items()}
        )
    except urllib.error.URLError as error:
        raise Unfetched(str(error.reason)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unfetched(str(error) or type(error).__name__) from None


def _read(response: http.client.HTTPResponse, length: str, limit: int) -> bytes:
    """The whole body: one that breaks off looks like a shorter one, and one that trickles never ends."""
    end = time.monotonic() + DEADLINE
    parts: list[bytes] = []
    size = 0
    while part := response.read1(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > limit:
            raise Unfetched(f"it is larger than {limit // (1024 * 1024) or 1} MB")
        if time.monotonic() > end:
            raise Unfetched(f"it takes longer than {DEADLINE:.0f} seconds")
    if length.isdecimal() and size != int(length):
        raise Unfetched(f"the answer breaks off after {size} of {length} bytes")
    return b"".join(parts)


def _inflated(data: bytes, limit: int) -> bytes:
    """What gzip made smaller."""
    inflating = zlib.decompressobj(wbits=31)
    try:
        text = inflating.decompress(data, limit + 1)
    except zlib.error:
        raise Unfetched("its compression is broken") from None
    if len(text) > limit:
        raise Unfetched(f"it is larger than {limit // (1024 * 1024) or 1} MB")
    if not inflating.eof:
        raise Unfetched("its compression breaks off")
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
            raise Elsewhere(f"it redirects to {shown(newurl)}, and that host is not allowed", newurl)
        followed = super().redirect_request(req, fp, code, msg, headers, newurl)
        if followed is not None and urlsplit(newurl)[:2] == urlsplit(req.full_url)[:2]:
            followed.unredirected_hdrs = {**req.unredirected_hdrs}
            followed.unredirected_hdrs.pop("Host", None)
        return followed
