# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Credentials go to the origin of the call's own server (RFC 6454): all ask here."""

from __future__ import annotations

from collections.abc import Container
from urllib.parse import unquote_plus, urlsplit

_PORTS = {"http": 80, "https": 443}


def is_same_origin(url: str, other: str) -> bool:
    """Whether scheme, host and port are equal; False if a URL is not a valid one."""
    try:
        return _origin(url) == _origin(other)
    except ValueError:
        return False


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
        raise ValueError("The URL has no origin.")
    return parts.scheme, parts.hostname, parts.port or _PORTS[parts.scheme]


def redact(url: str, names: Container[str]) -> str:
    """The URL without its user, and without the query parameters of these names."""
    address, mark, rest = url.partition("?")
    query, fragment_mark, fragment = rest.partition("#")
    scheme, slashes, target = address.partition("://")
    host, slash, path = target.partition("/")
    host = host.rpartition("@")[2]
    pairs = query.split("&")
    shown = [pair for pair in pairs if query_name(pair) not in names]
    if shown != pairs:
        mark, query = mark * any(shown), "&".join(shown)
    return f"{scheme}{slashes}{host}{slash}{path}{mark}{query}{fragment_mark}{fragment}"


def query_name(pair: str) -> str:
    """The decoded name of a `name=value` of a query."""
    return unquote_plus(pair.partition("=")[0])
