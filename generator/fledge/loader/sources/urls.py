"""URLs, and what goes wrong with them.

What a run without any does not need, `http` has: Python's clients are not imported here.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl, quote, urljoin, urlsplit, urlunsplit


class FetchError(Exception):
    """A text that could not be fetched, and why, in words that end a sentence."""


class Unreachable(FetchError):
    """Nothing answers at the address: there is no such host, or it refuses connections."""


class HostNotAllowed(FetchError):
    """A text on a host that is not allowed, by itself or by a redirect; asking again does not change that."""

    def __init__(self, message: str, url: str) -> None:
        super().__init__(message)
        self.host = urlsplit(url).netloc.rpartition("@")[2]


def is_remote(address: str) -> bool:
    """Whether an address is a URL of the web."""
    return address.startswith(("http://", "https://"))


def join_url(base: str, address: str) -> str:
    """An address relative to a URL (RFC 3986, 5.2); nothing if it is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def ascii_url(url: str) -> str:
    """A URL as requests spell it: spaces and letters that are not of ASCII are escaped (RFC 3987, 3.1)."""
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")


def host_of(url: str) -> str:
    """The host of a URL, with its port; nothing if it is none."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2]
    except ValueError:
        return ""


def without_user(url: str) -> str:
    """A URL without a user and a password: those that a page or a redirect names are not the reader's."""
    try:
        parts = urlsplit(url)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if "@" in parts.netloc else url
    except ValueError:
        return url


def allowed(url: str, hosts: Sequence[str]) -> bool:
    """Whether a host of the list (`example.com` or `localhost:8000`) is that of the URL."""
    try:
        parts = urlsplit(url)
        names = (parts.hostname or "", parts.netloc.rpartition("@")[2].lower())
    except ValueError:
        return False
    return any(host.lower() in names for host in hosts)


def redact_url(url: str) -> str:
    """A URL as messages may show it: without a password, and without the values of its query."""
    try:
        parts = urlsplit(url)
        query = "&".join(f"{key}=…" for key, _ in parse_qsl(parts.query, keep_blank_values=True))
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, query, ""))
    except ValueError:
        return "the address"
