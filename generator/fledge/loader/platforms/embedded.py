"""Pages of any framework that carry the description in their scripts, as Next.js and Nuxt do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from fledge.loader.pages.html import HtmlPage, parse_json_text
from fledge.loader.pages.html_platform import HtmlPlatform, PageDocument, from_value, is_document
from fledge.openapi.json_values import JSON

_LEVELS = 6
_ATTEMPTS = 20
_FIRST_KEY = re.compile(r'\{\s*"(?:openapi|swagger|info)"\s*:')
_IN_STRING = re.compile(r'\\"(?:openapi|swagger)\\"\s*:')
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*+"')
_DECODER = json.JSONDecoder(strict=False)


def recognise(page: HtmlPage) -> bool:
    """A page with a script."""
    return any(each.tag == "script" for each in page.elements)


def read(page: HtmlPage) -> Iterator[PageDocument]:
    """The descriptions in JSON, not deeper than a few levels; else those that a script spells in JSON, or in YAML."""
    texts = [each[0] for each in page.calls("JSON.parse") if each and isinstance(each[0], str)]
    documents = list(_within([*page.json(), *map(parse_json_text, texts)]))
    scripts = [each for each in page.elements if each.tag == "script" and each.text.strip()]
    if not documents:
        documents = [value for script in scripts for value in _spelled(script.text)]
    yield from (PageDocument(content=value) for value in documents)
    for script in scripts:
        if "yaml" in script.attributes.get("type", "").lower():
            yield from from_value(script.text)


def _within(level: list[JSON]) -> Iterator[JSON]:
    """The descriptions among values and what they hold."""
    for _ in range(_LEVELS + 1):
        yield from (value for value in level if is_document(value))
        level = [
            member
            for value in level
            if not is_document(value)
            for member in (value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
        ]


def _spelled(text: str) -> Iterator[JSON]:
    """The descriptions that a script spells in JSON, as such or in a string of JSON."""
    strings = map(parse_json_text, _strings(text))
    for source in (text, *(each for each in strings if isinstance(each, str))):
        end = 0
        for match, _ in zip(_FIRST_KEY.finditer(source), range(_ATTEMPTS)):
            if match.start() < end:
                continue
            try:
                value, end = _DECODER.raw_decode(source, match.start())
            except (ValueError, RecursionError):
                continue
            if is_document(value):
                yield value


def _strings(text: str) -> Iterator[str]:
    """The strings of a script that hold a description: from the quote before its version that no backslash escapes."""
    end = 0
    for key, _ in zip(_IN_STRING.finditer(text), range(_ATTEMPTS)):
        start = text.rfind('"', end, key.start())
        while start > end and text[start - 1] == "\\":
            start = text.rfind('"', end, start)
        if start >= 0 and (string := _STRING.match(text, start)):
            end = string.end()
            yield string[0]


PLATFORM = HtmlPlatform(name="JSON in the page", recognise=recognise, read=read, is_fallback=True)
