"""Stoplight Elements: the address or the document of `<elements-api>`."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.loader.pages.html import HtmlPage
from fledge.loader.pages.html_platform import HtmlPlatform, PageDocument, from_value

_ELEMENT = "elements-api"


def recognise(page: HtmlPage) -> bool:
    """Its element."""
    return any(each.tag == _ELEMENT for each in page.elements)


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """The element's address, the document in an attribute, or the one that a script sets."""
    for name in ("apidescriptionurl", "apidescriptiondocument"):
        for attributes in page.attributes(name, _ELEMENT):
            yield from from_value(attributes[name])
    for value in page.assigned("apiDescriptionDocument"):
        yield from from_value(value)
    for value in page.assigned("apiDescriptionUrl"):
        yield from from_value(value)


PLATFORM = HtmlPlatform(name="Stoplight Elements", recognise=recognise, read=read)
