# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Credentials go to the origin of the call's own server (RFC 6454): all ask here."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from contextlib import suppress
from html import escape
from urllib.parse import quote, unquote_plus, urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}
_SAFE = "%/:?[]@!$&'()*+,;=~"  # in a path and a query that are encoded


def is_same_origin(url: str, other: str) -> bool:
    """Whether scheme, host and port are equal; False if a URL is not a valid one."""
    return (origin := _origin(url)) is not None and origin == _origin(other)


def _origin(url: str) -> tuple[str, str, int] | None:
    with suppress(ValueError):
        parts = urlsplit(url)
        if parts.scheme in _PORTS and parts.hostname and "@" not in parts.netloc:
            port = _PORTS[parts.scheme] if parts.port is None else parts.port
            return parts.scheme, parts.hostname, port
    return None


def resolve_url(base: str, url: str) -> str | None:
    """The target of a reference (RFC 3986 5), encoded; None if there is no such place."""
    with suppress(ValueError):
        to = urlsplit(urljoin(base, url.strip()))
        rest = quote(to._replace(scheme="", netloc="", fragment="").geturl(), _SAFE)
        if to.scheme in _PORTS and to.hostname and to.port != 0:
            return f"{to.scheme}://{to.netloc}{rest}"
    return None


def repeats(url: str, former: str, names: Container[str]) -> bool:
    """Whether a URL has, at any place, a secret of the former one's query."""
    pairs = (each.partition("=") for each in re.split("[?&]", former))
    values = (unquote_plus(v) for name, _, v in pairs if unquote_plus(name) in names)
    text = f"{unquote_plus(url)} {unquote_plus(unquote_plus(url))}"
    return any(len(each) > 3 and each in text for each in values)


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
