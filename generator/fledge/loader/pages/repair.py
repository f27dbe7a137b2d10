"""Blocks that something damaged on their way, in a spelling that parses; each line stays on its line."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import combinations

_QUOTED_LINE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_TYPOGRAPHIC = {ord(quote): '"' for quote in "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"}
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/|,(?=(?:\s|//[^\n]*\n|/\*.*?\*/)*[}\]])', re.DOTALL)
_ENTITY_IN_YAML = re.compile(r"^[ \t-]*[^\n\"']*?(?::[ \t]*|- )&(?:quot|apos|#34|#39|#x22|#x27);", re.MULTILINE)
SPACES = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff"
"""What looks like space, or like nothing: editors and browsers put some of it into copied text."""
_INVISIBLE = SPACES[4:]
_TEXT_OR_INVISIBLE = re.compile(rf'"(?:[^"\\]|\\.)*"|[{_INVISIBLE}]', re.DOTALL)
_LEADING_INVISIBLE = re.compile(rf"^[ \t]*[{_INVISIBLE}][ \t{_INVISIBLE}]*", re.MULTILINE)
_LEADING_TABS = re.compile(r"^[ ]*\t[ \t]*", re.MULTILINE)


def _unescape(text: str) -> str:
    return html.unescape(text) if "&" in text else text


def _straighten(text: str) -> str:
    return text.translate(_TYPOGRAPHIC)


def _without_comments(text: str) -> str:
    """JSON without comments and trailing commas, which become spaces."""

    def blank(match: re.Match[str]) -> str:
        token = match[0]
        return token if token[0] == '"' else re.sub(r"[^\n]", " ", token)

    return _TOKEN.sub(blank, text)


def _with_spaces(text: str) -> str:
    """JSON with spaces in place of invisible characters outside of strings."""
    return _TEXT_OR_INVISIBLE.sub(lambda match: match[0] if match[0][0] == '"' else " ", text)


_REPAIRS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("comments or trailing commas", _without_comments),
    ("HTML entities", _unescape),
    ("typographic quotes", _straighten),
    ("invisible characters", _with_spaces),
)


def unquote(text: str) -> str:
    """A block without the marks of a Markdown quote, if each line has one; they become spaces."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or not all(_QUOTED_LINE.match(line) for line in lines):
        return text
    return _QUOTED_LINE.sub(lambda match: " " * len(match[0]), text)


def spellings(text: str, syntax: str) -> Iterator[tuple[str, str]]:
    """The text, and then each repaired one that differs, with what was repaired: try them in this order."""
    if syntax == "yaml":
        text = _LEADING_TABS.sub(lambda match: match[0].expandtabs(2), text)
        if _LEADING_INVISIBLE.search(text):  # it parses, as keys that begin with these
            yield _LEADING_INVISIBLE.sub(lambda match: " " * len(match[0]), text), "invisible characters"
            return
        if _ENTITY_IN_YAML.search(text):  # it parses, as anchors
            yield html.unescape(text), "HTML entities"
            return
        yield text, ""
        return
    yield text, ""
    for count in range(1, len(_REPAIRS) + 1):
        for chosen in combinations(reversed(_REPAIRS), count):
            repaired = text
            for _, repair in chosen:
                repaired = repair(repaired)
            if (
                all(repair(text) != text for _, repair in chosen if repair is not _without_comments)
                and repaired != text
            ):
                yield repaired, " and ".join(name for name, _ in chosen)
