"""Hosted documentation sites, whose HTML has no description: their index leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fledge.loader.pages.html import HtmlPage
from fledge.loader.pages.html_platform import HtmlPlatform, LinkKind, PageDocument

_GENERATORS = re.compile(r"mintlify|gitbook|buildwithfern|fern|fumadocs|readme|bump\.sh", re.IGNORECASE)


def site_name(page: HtmlPage) -> str:
    """The platform that made a page, as its `generator` says; nothing if it is none of them."""
    for attributes in page.attributes("content", "meta"):
        if attributes.get("name", "").lower() == "generator" and _GENERATORS.search(attributes["content"]):
            return attributes["content"]
    markdown = (
        each
        for each in page.attributes("type", "link")
        if each["type"] == "text/markdown" and each.get("rel") == "alternate"
    )
    return "a site with Markdown pages" if any(markdown) else ""


def recognise(page: HtmlPage) -> bool:
    """A generator that makes an index."""
    return bool(site_name(page))


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """The site of the page."""
    yield PageDocument(address=page.url, title=site_name(page), kind=LinkKind.SITE)


PLATFORM = HtmlPlatform(name="a documentation site", recognise=recognise, read=read, is_fallback=True)
