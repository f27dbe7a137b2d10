"""Redoc: its element or call, and the document inside of pages that `redocly build-docs` makes."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.loader.pages.html import HtmlPage
from fledge.loader.pages.html_platform import HtmlPlatform, PageDocument, from_value, is_document
from fledge.openapi.json_values import as_object

_CALLS = ("Redoc.init", "Redoc.hydrate", "hydrate")
_STATE = ("__redoc_state", "__redoc_definition")


def recognise(page: HtmlPage) -> bool:
    """A Redoc element, its script, or a call of it."""
    return (
        page.has(r"\bredoc\b|redoc[-.]")
        or any(each.tag == "redoc" for each in page.elements)
        or any(script.reads("redoc") or script.reads("Redoc.") for script in page.scripts)
    )


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """The element's address, the call's first argument, or the state of a static page."""
    documents: list[PageDocument] = []
    for attributes in page.attributes("spec-url", "redoc"):
        documents += from_value(attributes["spec-url"])
    values = [each[0] for each in page.calls(*_CALLS) if each]
    for value in (*values, *([] if any(map(is_document, values)) else page.last_assigned(*_STATE))):
        state = as_object(as_object(value).get("spec")).get("data")
        documents += [*from_value(value)] or [*from_value(state)]
        if any(each.content for each in documents):
            break
    for settings in page.json("redoc-settings"):
        documents += [*from_value(as_object(settings).get("url"))] or [PageDocument(address="?format=openapi")]
    yield from documents


PLATFORM = HtmlPlatform(name="Redoc", recognise=recognise, read=read)
