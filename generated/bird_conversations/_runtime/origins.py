# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Credentials go to the origin of the call's own server (RFC 6454): all ask here."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from html import escape
from urllib.parse import quote, unquote_plus, urlsplit

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
    port = _PORTS[parts.scheme] if parts.port is None else parts.port
    return parts.scheme, parts.hostname, port


def redact(url: str, names: Container[str]) -> str:
    """The URL without its user, and without the parameters of these names behind it."""
    bare = re.sub("^([^/?#]*//)[^/?#]*@", r"\1", url) if "@" in url else url
    shown, *parts = re.split("([?#])", bare)
    for mark, text in zip(parts[::2], parts[1::2]):
        kept = [each for each in text.split("&") if query_name(each) not in names]
        shown += mark * bool(kept) + "&".join(kept)
    return shown


def hide(text: str, secrets: Iterable[str]) -> str:
    """A server's text without secrets of four characters or more, plain or encoded."""
    for plain in [part for each in secrets for part in (each, each.partition(" ")[2])]:
        forms = [quote(plain, safe, errors="replace") for safe in ("/", "")]
        forms += [plain, escape(plain), *(f.replace("%20", "+") for f in forms)]
        forms += [re.sub("%..", lambda octet: octet[0].lower(), f) for f in forms]
        for form in sorted(forms, key=len, reverse=True):
            text = text.replace(form, "...") if len(form) > 3 else text
    return text


def query_name(pair: str) -> str:
    """The decoded name of a `name=value` of a query."""
    return unquote_plus(pair.partition("=")[0])
