"""Links to a description: `rel="service-desc"` (RFC 8631), downloads of Redocly, Zudoku and Scribe, names that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from fledge.loader.pages.html import HtmlPage
from fledge.loader.pages.html_platform import HtmlPlatform, PageDocument

_NAME = re.compile(
    r"(?:openapi|swagger|api-docs|/_spec/).*\.(?:json|ya?ml)$|\.openapi$|/openapi\.ya?ml$", re.IGNORECASE
)
_DOCUMENT = re.compile(r"\.(?:json|ya?ml)$", re.IGNORECASE)


def recognise(page: HtmlPage) -> bool:
    """Any page."""
    return True


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """Each address once; of one document in two forms, as JSON and YAML, the first."""
    addresses: dict[str, str] = {}
    for attributes in page.attributes("rel", "link", "a"):
        if "service-desc" in attributes["rel"].lower().split():
            addresses.setdefault(attributes.get("href", ""), attributes.get("href", ""))
    for attributes in page.attributes("href", "a"):
        address = attributes["href"]
        path = _path(address)
        if _NAME.search(path) or ("download" in attributes and _DOCUMENT.search(path)):
            addresses.setdefault(_DOCUMENT.sub("", path), address)
    yield from (PageDocument(address=address) for address in addresses.values() if address)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


PLATFORM = HtmlPlatform(name="a link", recognise=recognise, read=read, is_fallback=True)
