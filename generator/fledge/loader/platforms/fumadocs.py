"""Fumadocs: sources of pages name the description of their operations: `<APIPage document="./openapi.json" …>`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fledge.loader.pages.platform import DocumentLink, Platform

_TAG = re.compile(r"""<(?:APIPage|OpenAPI)\b[^>]*?\bdocument=\{?["'](?P<address>[^"']+)["']""")


def document_links(text: str) -> Iterator[DocumentLink]:
    """The description that a page's component names."""
    for tag in _TAG.finditer(text):
        yield DocumentLink(name="", address=tag["address"], start=tag.start())


PLATFORM = Platform(name="Fumadocs", links=document_links)
