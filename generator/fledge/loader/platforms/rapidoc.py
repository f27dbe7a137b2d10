"""RapiDoc, RapiPDF and OpenAPI Explorer: the address in their element, or a document that a script loads into it."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.loader.pages.html import HtmlPage
from fledge.loader.pages.html_platform import HtmlPlatform, PageDocument, from_value

_TAGS = ("rapi-doc", "rapi-doc-mini", "rapi-pdf", "openapi-explorer")


def recognise(page: HtmlPage) -> bool:
    """One of their elements."""
    return any(each.tag in _TAGS for each in page.elements)


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """The element's address; else what is passed to `loadSpec`."""
    for attributes in page.attributes("spec-url", *_TAGS):
        yield from from_value(attributes["spec-url"])
    for arguments in page.calls("loadSpec"):
        yield from from_value(arguments[0] if arguments else None)


PLATFORM = HtmlPlatform(name="RapiDoc", recognise=recognise, read=read)
