"""The descriptions that a page names instead of having a part of them."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.loader.pages.detect import markdown_platforms
from fledge.loader.pages.html import is_html, parse_html
from fledge.loader.pages.html_platform import LinkKind
from fledge.loader.pages.platform import DocumentLink
from fledge.loader.pages.reference import shown_documents
from fledge.loader.sources.files import HTML_SUFFIXES, SourceFile, has_suffix
from fledge.loader.sources.urls import is_remote


def document_links(source: SourceFile) -> Iterator[DocumentLink]:
    """The descriptions that a page of any platform names, in Markdown or HTML."""
    if is_html(source.text) or has_suffix(source.path, HTML_SUFFIXES):
        yield from _html_links(source)
        return
    for platform in markdown_platforms():
        yield from platform.links(source.text)


def _html_links(source: SourceFile) -> Iterator[DocumentLink]:
    """The documents that a viewer's page loads. An address from the host's root says nothing about this disk."""
    shown = shown_documents(parse_html(source.text, source.address if is_remote(source.address) else ""))
    for document in shown.documents:
        address = document.address
        if not address or document.kind is LinkKind.SITE:
            continue
        name = address.partition("?")[0].rstrip("/").rpartition("/")[2].rpartition(".")[0] or "openapi"
        start = max(source.text.find(address), 0)
        is_rooted = not is_remote(address) and not is_remote(source.address) and address.startswith(("/", "?"))
        why = f"it is at {address} of the page's host" if is_rooted else ""
        yield DocumentLink(name=name, address="" if is_rooted else address, start=start, why=why)
