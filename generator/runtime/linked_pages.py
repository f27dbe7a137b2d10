# Part of the client's runtime, the same in every client. Do not edit.
"""Lists in which a page names the URL of the next."""

from __future__ import annotations

import re
from functools import partial
from typing import Any
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from msgspec import Struct

from .errors import APIError
from .operation import Answer, Complete
from .pages import Following, member
from .parameters import Query

_LINK = re.compile(
    r'<([^>]*)>((?:\s*;\s*[^\s=;,"]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)'
)
_PARAMETER = re.compile(r';\s*([^\s=;,"]+)(?:\s*=\s*(?:"([^"]*)"|([^\s;,"]*)))?')
_PORTS = {"http": ":80", "https": ":443"}


class URLPagination(Struct, frozen=True):
    """The field `url` is the URL of the next page, absolute or relative to this one."""

    items: str
    url: str

    def following(self, answer: Answer, call: Complete[Any]) -> Following | None:
        url = member(answer.body, self.url)
        if not isinstance(url, str) or not url:
            return None
        return url, partial(_turned, call, answer.url, url)


class LinkPagination(Struct, frozen=True):
    """The header Link has the URL of the next page, by the relation `next`."""

    items: str = ""

    def following(self, answer: Answer, call: Complete[Any]) -> Following | None:
        url = next_link(answer.headers.get("link", ""))
        return None if url is None else (url, partial(_turned, call, answer.url, url))


def next_link(header: str) -> str | None:
    """The target of the link to the next page (RFC 8288 section 3)."""
    for target, parameters in _LINK.findall(header):
        found: dict[str, str] = {}
        for name, quoted, plain in _PARAMETER.findall(parameters):
            found.setdefault(name.lower(), quoted or plain)
        if "next" in found.get("rel", "").lower().split() and "anchor" not in found:
            return str(target)
    return None


def _turned(call: Complete[Any], here: str, url: str) -> Complete[Any]:
    """The call for a URL, whose query stands in for that of the call before.

    It goes out with the client's credentials, and so to no other origin (RFC 6454).
    """
    (operation, options, _), given = call
    target = _absolute(here, url)
    if target is None:
        raise APIError(
            f"{operation.name}: the next page has no URL of the same origin."
        )
    later = options.copy()
    later.pop("extra_query", None)
    parameters = operation.parameters
    kept = {k: v for k, v in given.items() if not isinstance(parameters.get(k), Query)}
    return (operation, later, target), kept


def _absolute(here: str, url: str) -> str | None:
    """A URL, or a reference relative to `here`; None where it leads elsewhere."""
    try:
        target = urldefrag(quote(urljoin(here, url), safe="%/:?#[]@!$&'()*+,;=~")).url
        same = re.match(r"https?://|[/?]", url) and _origin(target) == _origin(here)
    except ValueError:
        return None
    return target if same else None


def _origin(url: str) -> tuple[str, str]:
    split = urlsplit(url)
    return split.scheme, split.netloc.lower().removesuffix(_PORTS[split.scheme])
