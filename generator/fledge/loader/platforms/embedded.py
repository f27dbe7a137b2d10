"""Pages of any framework that carry the description among their JSON, as Next.js does in `__NEXT_DATA__`."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.loader.pages.html import HtmlPage, parse_json_text
from fledge.loader.pages.html_platform import HtmlPlatform, PageDocument, is_document
from fledge.openapi.json_values import JSON

_LEVELS = 6


def recognise(page: HtmlPage) -> bool:
    """A script of JSON, or one that parses a text of it."""
    return any(True for _ in page.json()) or any(script.reads("JSON.parse") for script in page.scripts)


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """The descriptions in JSON, not deeper than a few levels."""
    texts = [each[0] for each in page.calls("JSON.parse") if each and isinstance(each[0], str)]
    level: list[JSON] = [*page.json(), *map(parse_json_text, texts)]
    for _ in range(_LEVELS + 1):
        documents = [value for value in level if is_document(value)]
        yield from (PageDocument(content=value) for value in documents)
        level = [
            member
            for value in level
            if not is_document(value)
            for member in (value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
        ]


PLATFORM = HtmlPlatform(name="JSON in the page", recognise=recognise, read=read, is_fallback=True)
