"""Asking one host for many texts, politely: few at once, each only if it changed, and never without end."""

from __future__ import annotations

import hashlib
import json
import os
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.fault import Fault
from generator.loader.remote import Answer, Elsewhere, Unfetched, allowed, ask, shown

AT_ONCE = 4
"""Connections."""

PAGES = 3_000
BYTES = 256 * 1024 * 1024
"""The most that one pull takes."""

_WAITS = (1.0, 4.0)
"""Seconds before a text is asked for again, where the host may only be busy."""

_PATIENCE = 30.0
"""The longest wait that a host may ask for, in seconds."""

_BUSY = (408, 429, 500, 502, 503, 504)
_GONE = (404, 410)
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_NOT_FOUND = re.compile(r"\A(?:---\n.*?\n---\n)?(?:\s|>[^\n]*\n)*# Page Not Found\s*$", re.DOTALL | re.MULTILINE)


class Missing(Unfetched):
    """A text that the host does not have, or has something else in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A text, where redirects led to."""

    url: str
    data: bytes
    text: str


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

    def get(self, url: str) -> Fetched:
        """The text at a URL. Raises Missing where there is none, Unfetched where that cannot be known."""
        if not self.allows(url):
            raise Elsewhere("its host is not allowed", url)
        key, kept = self._kept(url)
        conditions = {
            name: kept[0][said]
            for name, said in (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
            if kept and kept[0].get(said)
        }
        answer = self._ask(url, conditions)
        if answer.status == 304 and kept:
            return _text(kept[0].get("url", url), kept[1])
        if answer.status in _GONE:
            raise Missing(f"the server answers {answer.status}")
        if 300 <= answer.status < 400 and "location" in answer.headers:
            raise Unfetched("it redirects without end")
        if answer.status != 200:
            raise Unfetched(f"the server answers {answer.status}{_advice(answer.status)}")
        found = _text(answer.url, answer.data)
        self._keep(key, answer)
        return found

    def all(
        self, urls: Sequence[str], progress: Callable[[int, int], None]
    ) -> Iterator[tuple[str, Fetched | Unfetched]]:
        """The texts at many URLs in their order, or why they could not be had; none is asked for if they are too many."""
        if self.pages + len(urls) > PAGES:
            raise _too_much(f"{PAGES:,} pages")
        with ThreadPoolExecutor(AT_ONCE) as pool:
            waiting = [pool.submit(self._try, url) for url in urls]
            try:
                for count, (url, answer) in enumerate(zip(urls, waiting, strict=True), start=1):
                    yield url, answer.result()
                    progress(count, len(urls))
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _try(self, url: str) -> Fetched | Unfetched:
        try:
            return self.get(url)
        except Unfetched as fault:
            return fault

    def _ask(self, url: str, conditions: Mapping[str, str]) -> Answer:
        self._count(pages=1)
        secrets = self.headers if urlsplit(url)[:2] == self.origin else {}
        for pause in (*_WAITS, None):
            try:
                answer = ask(url, self.hosts, headers=conditions, secrets=secrets)
            except Unfetched as fault:
                if pause is None or isinstance(fault, Elsewhere):
                    raise
            else:
                if pause is None or answer.status not in _BUSY:
                    self._count(size=len(answer.data))
                    return answer
                asked = answer.headers.get("retry-after", "")
                pause = min(float(asked), _PATIENCE) if asked.isdecimal() else pause
            self.wait(pause)
        raise AssertionError("the last attempt returns or raises")

    def _count(self, *, pages: int = 0, size: int = 0) -> None:
        with self.counting:
            self.pages += pages
            self.bytes += size
            too_many = f"{PAGES:,} pages" if self.pages > PAGES else f"{BYTES >> 20} MB" if self.bytes > BYTES else ""
        if too_many:
            raise _too_much(too_many)

    def _kept(self, url: str) -> tuple[Path | None, tuple[dict[str, str], bytes] | None]:
        """Where an answer is kept, and what is kept there: its headers, and its body."""
        if self.cache is None:
            return None, None
        secrets = json.dumps(sorted(self.headers.items()))
        path = self.cache / hashlib.sha256(f"{url}\n{secrets}".encode()).hexdigest()
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            found = json.loads(head)
            return path, (found, body) if found["sha256"] == hashlib.sha256(body).hexdigest() else None
        except (OSError, ValueError, KeyError, TypeError):
            return path, None

    def _keep(self, path: Path | None, answer: Answer) -> None:
        head = {name: answer.headers[name] for name in ("etag", "last-modified") if name in answer.headers}
        if path is None or not head:
            return
        head |= {"url": answer.url, "sha256": hashlib.sha256(answer.data).hexdigest()}
        with suppress(OSError):  # without it, the next pull takes longer
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = path.with_name(f"{path.name}.{os.urandom(4).hex()}")
            beside.write_bytes(json.dumps(head).encode() + b"\n" + answer.data)
            os.replace(beside, path)


def cache_folder() -> Path | None:
    """Where answers are kept between pulls, on this machine only."""
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return Path(root or Path.home() / ".cache") / "fledge" / "pull"
    except RuntimeError:
        return None


def _too_much(what: str) -> Fault:
    return Fault(
        "upstream-limit",
        f"there are more than {what}; nothing was written",
        hint="name a part of the site, such as https://docs.example.com/api-reference",
    )


def _text(url: str, data: bytes) -> Fetched:
    """What was fetched as a text, if it is one that can hold a description."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Missing("it is no text in UTF-8") from None
    if not text.strip():
        raise Missing("it is empty")
    if _HTML.match(data):
        raise Missing("it is an HTML page")
    if _NOT_FOUND.match(text):
        raise Missing("it is a page that says `Page Not Found`")
    return Fetched(url=url, data=data, text=text)


def _advice(status: int) -> str:
    return ", so that it may need `headers`" if status in (401, 403) else ""


def _from_environment(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers with the values of environment variables for `env:NAME`."""

    def value(match: re.Match[str]) -> str:
        found = os.environ.get(match[1], "").strip()
        if not found or not found.isprintable():
            what = "not one line of text" if found else "not set"
            raise Fault(
                "upstream-secret",
                f"the environment variable {match[1]} is {what}",
                hint=f"it is named by `headers` of `upstream`: set it, such as {match[1]}=…",
            )
        return found

    return {name: re.sub(r"env:([A-Za-z_]\w*)", value, text) for name, text in headers.items()}


__all__ = ["Elsewhere", "Fetched", "Fetcher", "Missing", "Unfetched", "cache_folder", "shown"]
