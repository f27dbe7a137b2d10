"""Asking one host for many texts, politely: few at once, each only if it changed, and never without end."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from fledge.diagnostics.errors import DiagnosticError
from fledge.loader.pages.html import is_html
from fledge.loader.sources.files import binary_kind
from fledge.loader.sources.http import HttpResponse, request
from fledge.loader.sources.urls import FetchError, HostNotAllowed, Unreachable, allowed, is_remote, join_url, redact_url

MAX_CONCURRENCY = 4
"""Connections."""

MAX_PAGES = 3_000
MAX_BYTES = 256 * 1024 * 1024
"""The most that one pull takes."""

_WAITS = (1.0, 4.0)
"""Seconds before a text is asked for again, where the host may only be busy."""

_PATIENCE = 30.0
"""The longest wait that a host may ask for, in seconds."""

_BUSY = (408, 429, 500, 502, 503, 504)
_GONE = (404, 410)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_NOT_FOUND = re.compile(r"\A(?:---\r?\n.*?\n---\r?\n)?(?:\s|>[^\n]*\n)*# Page Not Found\s*$", re.DOTALL | re.MULTILINE)


class NotFound(FetchError):
    """A text that the host does not have, or has something else in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A text, and the URL that it came from after redirects."""

    url: str
    data: bytes
    text: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_html(self) -> bool:
        """Whether it is an HTML page."""
        return self.text.lstrip()[:1] == "<" and (is_html(self.text) or "html" in self.headers.get("content-type", ""))


class Fetcher:
    """One pull's requests. `headers` go to the host of `start` only; `cache` keeps what hosts may answer with 304."""

    def __init__(
        self,
        start: str,
        *,
        hosts: Sequence[str] = (),
        headers: Mapping[str, str] | None = None,
        cache: Path | None = None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self.origin = urlsplit(start)[:2]
        self.hosts = (self.origin[1].lower(), *hosts)
        self.headers = _from_environment(headers or {})
        self.cache = cache
        self.wait = wait
        self.pages = 0
        self.bytes = 0
        self.counting = threading.Lock()

    def allows(self, url: str) -> bool:
        """Whether the configuration names the URL's host."""
        return allowed(url, self.hosts)

    def get(self, url: str, *, html: bool = False, retries: bool = True) -> Fetched:
        """The text at a URL. Raise NotFound if there is none, and FetchError if that is unknown.

        An HTML page is no description, and is there only for whoever wants one. Without `retries`, a host that is busy
        is asked once.
        """
        if not self.allows(url):
            raise HostNotAllowed("its host is not allowed", url)
        key, cached = self._kept(url)
        conditions = {
            name: cached[0][condition]
            for name, condition in (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
            if cached and cached[0].get(condition)
        }
        response = self._ask(url, conditions, retries)
        if response.status == 304 and cached:
            return _text(cached[0].get("url", url), cached[1], cached[0], html)
        if response.status in _GONE:
            raise NotFound(f"the server responds {response.status}")
        if 300 <= response.status < 400 and "location" in response.headers:
            target = join_url(response.url, response.headers["location"])
            raise FetchError("it redirects too often" if is_remote(target) else "it redirects to no URL of the web")
        if response.status != 200:
            raise FetchError(f"the server responds {response.status}{_advice(response.status)}")
        fetched = _text(response.url, response.data, response.headers, html)
        self._keep(key, response)
        return fetched

    def all(
        self, urls: Sequence[str], progress: Callable[[int, int], None]
    ) -> Iterator[tuple[str, Fetched | FetchError]]:
        """The texts at many URLs in their order, or why one cannot be fetched; no request if they are too many."""
        if self.pages + len(urls) > MAX_PAGES:
            raise _too_much(f"{MAX_PAGES:,} pages")
        with ThreadPoolExecutor(MAX_CONCURRENCY) as pool:
            results = [pool.submit(self._try, url) for url in urls]
            try:
                for count, (url, response) in enumerate(zip(urls, results, strict=True), start=1):
                    yield url, response.result()
                    progress(count, len(urls))
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _try(self, url: str) -> Fetched | FetchError:
        try:
            return self.get(url)
        except FetchError as error:
            return error

    def _ask(self, url: str, conditions: Mapping[str, str], retries: bool) -> HttpResponse:
        self._count(pages=1)
        secrets = self.headers if urlsplit(url)[:2] == self.origin else {}
        for pause in (*(_WAITS if retries else ()), None):
            try:
                response = request(url, self.hosts, headers=conditions, secrets=secrets)
            except FetchError as error:
                if pause is None or isinstance(error, (HostNotAllowed, Unreachable)):
                    raise
            else:
                if pause is None or response.status not in _BUSY:
                    self._count(size=len(response.data))
                    return response
                retry_after = response.headers.get("retry-after", "")
                pause = min(float(retry_after), _PATIENCE) if retry_after.isdecimal() else pause
            self.wait(pause)
        raise AssertionError("the last attempt returns or raises")

    def _count(self, *, pages: int = 0, size: int = 0) -> None:
        with self.counting:
            self.pages += pages
            self.bytes += size
            too_many = (
                f"{MAX_PAGES:,} pages"
                if self.pages > MAX_PAGES
                else f"{MAX_BYTES >> 20} MB" if self.bytes > MAX_BYTES else ""
            )
        if too_many:
            raise _too_much(too_many)

    def _kept(self, url: str) -> tuple[Path | None, tuple[dict[str, str], bytes] | None]:
        """The file of a cached response, and its headers and body if there are any."""
        if self.cache is None:
            return None, None
        secrets = json.dumps(sorted(self.headers.items()))
        path = self.cache / hashlib.sha256(f"{url}\n{secrets}".encode(errors="backslashreplace")).hexdigest()
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            stored = json.loads(head)
            return path, (stored, body) if stored["sha256"] == hashlib.sha256(body).hexdigest() else None
        except (OSError, ValueError, KeyError, TypeError):
            return path, None

    def _keep(self, path: Path | None, response: HttpResponse) -> None:
        head = {
            name: response.headers[name]
            for name in ("etag", "last-modified", "content-type", "link")
            if name in response.headers
        }
        if path is None or head.keys().isdisjoint(("etag", "last-modified")):
            return
        head |= {"url": response.url, "sha256": hashlib.sha256(response.data).hexdigest()}
        with suppress(OSError):  # without it, the next pull takes longer
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = path.with_name(f"{path.name}.{os.urandom(4).hex()}")
            beside.write_bytes(json.dumps(head).encode() + b"\n" + response.data)
            os.replace(beside, path)


def _too_much(what: str) -> DiagnosticError:
    return DiagnosticError(
        "upstream-limit",
        f"there are more than {what}; Fledge wrote nothing",
        hint="name a part of the site, such as https://docs.example.com/api-reference",
    )


def _text(url: str, data: bytes, headers: Mapping[str, str], html: bool) -> Fetched:
    """The data as text. Raise NotFound if it cannot be a description, nor, with `html`, a page."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        kind = binary_kind(data)
        declared = None if kind else _declared_text(data, headers)
        if declared is None:
            raise NotFound(f"it is {kind[0]}" if kind else "it is not UTF-8 text") from None
        text, data = declared, declared.encode()
    if not text.strip():
        raise NotFound("it is empty")
    fetched = Fetched(url=url, data=data, text=text, headers=headers)
    if fetched.is_html and not html:
        raise NotFound("it is an HTML page")
    if _NOT_FOUND.match(text):
        raise NotFound("it is a page that says `Page Not Found`")
    return fetched


def _declared_text(data: bytes, headers: Mapping[str, str]) -> str | None:
    """The text in the character set that the response or the page declares (HTML, 13.2.3.2); None if it has none."""
    page = data[:1024].decode("latin-1")
    declared = _CHARSET.search(headers.get("content-type", "")) or _CHARSET.search(page if is_html(page) else "")
    with suppress(LookupError, ValueError):  # no such set, or it is another one
        return data.decode(declared[1]) if declared else None
    return None


def _advice(status: int) -> str:
    return ", so that it may need `headers`" if status in (401, 403) else ""


def _from_environment(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers with the values of environment variables for `env:NAME`."""

    def value(match: re.Match[str]) -> str:
        text = os.environ.get(match[1], "").strip()
        if not text or not text.isprintable():
            problem = "not one line of text" if text else "not set"
            raise DiagnosticError(
                "upstream-secret",
                f"the environment variable {match[1]} is {problem}",
                hint=f"set it, since `headers` of `upstream` uses it: {match[1]}=…",
            )
        return text

    return {name: _basic(re.sub(r"env:([A-Za-z_]\w*)", value, text)) for name, text in headers.items()}


def _basic(value: str) -> str:
    """A header's value; `Basic NAME:PASSWORD` is encoded (RFC 7617), which has no colon then."""
    scheme, _, credentials = value.partition(" ")
    if scheme.lower() != "basic" or ":" not in credentials:
        return value
    return f"{scheme} {base64.b64encode(credentials.strip().encode()).decode()}"


__all__ = ["HostNotAllowed", "Fetched", "Fetcher", "NotFound", "FetchError", "redact_url"]
