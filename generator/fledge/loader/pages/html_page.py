"""The OpenAPI descriptions that an HTML page carries: in its scripts, in its JSON, or in its code blocks."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourceText
from fledge.loader.pages.detect import Block, block_of, is_description
from fledge.loader.pages.html import HtmlPage, parse_html
from fledge.loader.pages.page import read_blocks
from fledge.loader.pages.reference import embedded_text, shown_documents
from fledge.loader.sources.depth import check_depth
from fledge.loader.sources.files import SourceFile
from fledge.loader.sources.urls import is_remote
from fledge.loader.sources.parse import parse
from fledge.loader.sources.parse_errors import ParseError
from fledge.loader.sources.roots import Roots
from fledge.openapi.json_values import JSON

_FIRST_KEY = re.compile(r'\{\s*"(?:openapi|swagger|info|components|paths|servers|tags|security|definitions|x-[\w-]+)"')
_DECODER = json.JSONDecoder(strict=False)
_ATTEMPTS = 20
_LARGEST_SCRIPT = 16 * 1024 * 1024


def read_html(
    source: SourceFile, report: DiagnosticCollector, roots: Roots
) -> list[tuple[SourceText, dict[str, JSON]]]:
    """The descriptions of a page: those that its viewer shows, else its code blocks that are OpenAPI."""
    page = parse_html(source.text, source.address if is_remote(source.address) else "")
    shown = shown_documents(page)
    if not shown.documents and not is_remote(source.address):
        shown = shown_documents(page.with_scripts(_scripts_beside(page, source, roots)))
    descriptions: list[tuple[SourceText, dict[str, JSON]]] = []
    for document in shown.documents:
        if document.content is None:
            continue
        name = f"{source.path}#{len(descriptions) + 1}" if descriptions else source.path
        text = _text_of(document.content, source, name)
        report.read(text)
        try:
            root = parse(text, report)
        except ParseError as error:
            error.add_to(text, report)
            continue
        if isinstance(root, dict) and is_description(root) and check_depth(text, root, report):
            descriptions.append((text, root))
    if descriptions or shown.documents:
        return descriptions
    return read_blocks(source, _code_blocks(page, source.text), report)


def _text_of(content: JSON, source: SourceFile, name: str) -> SourceText:
    """A description as the part of the page that spells it; else, as a script had to be read, as a text of its own."""
    for attempt, match in enumerate(_FIRST_KEY.finditer(source.text)):
        if attempt >= _ATTEMPTS:
            break
        try:
            value, end = _DECODER.raw_decode(source.text, match.start())
        except (ValueError, RecursionError):
            continue
        if value == content:
            start = match.start()
            return SourceText(name=name, path=source.path, text=source.text, syntax="json", start=start, end=end)
    syntax = "yaml" if isinstance(content, str) else "json"
    return SourceText(name=name, path=f"{source.path}#openapi", text=embedded_text(content), syntax=syntax)


def _code_blocks(page: HtmlPage, text: str) -> Iterator[tuple[Block, str]]:
    """The blocks of `<pre>` elements, each with the page's text in which its content is spelled without entities."""
    for code in page.code:
        start, end = code.block.start, code.block.end
        for block in block_of(code.block):
            plain = f"{text[:start]}{code.content}{text[end:]}"
            end = start + len(code.content)
            yield Block(
                platform=block.platform, confidence=block.confidence, fence=block.fence, start=start, end=end
            ), plain


def _scripts_beside(page: HtmlPage, source: SourceFile, roots: Roots) -> dict[str, str]:
    """The scripts that a saved page loads: where it says, or beside it; the same rule as for references."""
    folder = os.path.dirname(source.address)
    texts: dict[str, str] = {}
    for address in page.own_scripts:
        path = unquote(urlsplit(address).path).lstrip("/")
        for candidate in (path, path.rpartition("/")[2]):
            file = os.path.normpath(os.path.join(folder, candidate))
            try:
                if address not in texts and roots.allow(file) and os.path.getsize(file) <= _LARGEST_SCRIPT:
                    texts[address] = Path(file).read_bytes().decode("utf-8-sig", "replace")
            except (OSError, ValueError):
                continue
    return texts
