# Part of the client's runtime, the same in every client. Do not edit.
"""Lists in which a page names the URL of the next."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from .operation import AnyResponse, Complete
from .page_urls import page_at
from .pagination import NextPage, member

_LINK = re.compile(
    r'<([^<>]*)>((?:\s*;\s*[^\s=;,"]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)'
)
_PARAMETER = re.compile(r';\s*([^\s=;,"]+)(?:\s*=\s*(?:"([^"]*)"|([^\s;,"]*)))?')


class URLPagination(Struct, frozen=True):
    """The field `url` is the URL of the next page, absolute or relative to this one.

    It may be an object whose `href` is the URL (JSON:API). The last page has none, or
    its field `more` is false.
    """

    items: str
    url: str
    more: str = ""

    def following(self, response: AnyResponse, call: Complete[Any]) -> NextPage | None:
        url = member(response.body, self.url)
        url = url if isinstance(url, str) else member(url, "href")
        ended = bool(self.more) and member(response.body, self.more) is False
        if ended or not isinstance(url, str) or not url:
            return None
        return page_at(url, response, call)


class LinkPagination(Struct, frozen=True):
    """The header Link has the URL of the next page, by the relation `next`."""

    items: str = ""

    def following(self, response: AnyResponse, call: Complete[Any]) -> NextPage | None:
        url = next_link(response.headers.get("link", ""))
        return None if url is None else page_at(url, response, call)


def next_link(header: str) -> str | None:
    """The target of the link to the next page (RFC 8288 section 3)."""
    for target, parameters in _LINK.findall(header):
        attributes: dict[str, str] = {}
        for name, quoted, plain in _PARAMETER.findall(parameters):
            attributes.setdefault(name.lower(), quoted or plain)
        if (
            "next" in attributes.get("rel", "").lower().split()
            and "anchor" not in attributes
        ):
            return str(target)
    return None
