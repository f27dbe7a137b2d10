"""Blocks that something damaged on their way, in a spelling that parses; each line stays on its line."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

_QUOTED_LINE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_TYPOGRAPHIC = {ord(quote): '"' for quote in "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"}
_COMMENT = r"//[^\n]*|\#[^\n]*|/\*.*?(?:\*/|\Z)"
_TEXT = r'"(?:[^"\\]|\\.)*+(?:"|\Z)'
"""Comments and strings of JSON; what nothing ends goes to the end, so that a text is read once."""

_TOKEN = re.compile(rf"{_TEXT}|{_COMMENT}|,(?=(?>\s+|{_COMMENT})*+[}}\]])", re.DOTALL)
_SCRIPT_TOKEN = re.compile(
    rf"{_TEXT}|{_COMMENT}|'(?P<text>(?:[^'\\\n]|\\[^\n])*+)(?P<end>'?)|(?P<key>[A-Za-z_$][\w$]*|\d+)(?=\s*:)", re.DOTALL
)
_ENTITY_IN_YAML = re.compile(r"^[ \t-]*(?:[^\n\"']*?(?::[ \t]*|- ))?&(?:quot|apos|#34|#39|#x22|#x27);", re.MULTILINE)
_TYPOGRAPHIC_IN_YAML = re.compile(
    r"^(?P<before>[ \t]*(?:- +)*)[\u2018-\u201f](?P<key>[^\u2018-\u201f\n\"\\]*)[\u2018-\u201f](?=[ \t]*:(?:[ \t]|\r?$))",
    re.MULTILINE,
)
_TYPOGRAPHIC_VALUE = re.compile(
    r"(?<=[:-] )[\u2018-\u201f](?P<value>[^\u2018-\u201f\n\"\\]*)[\u2018-\u201f](?=[ \t]*\r?$)", re.MULTILINE
)
SPACES = " \t\r\n\u00a0\u00ad\u200b\u200c\u200d\u2028\u2029\u202f\u2060\u3000\ufeff"
"""What looks like space, or like nothing: editors and browsers put some of it into copied text."""
_INVISIBLE = SPACES[4:]
_TEXT_OR_INVISIBLE = re.compile(rf"{_TEXT}|[{_INVISIBLE}]", re.DOTALL)
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


def _as_json(text: str) -> str:
    """JSON in place of an object of JavaScript: its single quotes and bare keys become what JSON has."""

    def quote(match: re.Match[str]) -> str:
        if match["key"]:
            return f'"{match["key"]}"'
        if not match["end"]:
            return match[0]
        return '"{}"'.format(match["text"].replace("\\'", "'").replace('"', '\\"'))

    return _SCRIPT_TOKEN.sub(quote, text)


_REPAIRS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("HTML entities", _unescape),
    ("typographic quotes", _straighten),
    ("invisible characters", _with_spaces),
    ("quotes or keys of JavaScript", _as_json),
    ("comments or trailing commas", _without_comments),
)
"""In the order in which they are made: what an entity stands for may be a quote."""


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
        if _TYPOGRAPHIC_IN_YAML.search(text):  # it parses, as keys with these around them
            text = _TYPOGRAPHIC_IN_YAML.sub(r'\g<before>"\g<key>"', text)
            yield _TYPOGRAPHIC_VALUE.sub(r'"\g<value>"', text), "typographic quotes"
            return
        yield text, ""
        return
    yield text, ""
    for count in range(1, len(_REPAIRS) + 1):
        for chosen in combinations(_REPAIRS, count):
            repaired = _repaired(text, [repair for _, repair in chosen])
            if repaired is not None:
                yield repaired, " and ".join(name for name, _ in chosen)


def _repaired(text: str, repairs: Iterable[Callable[[str], str]]) -> str | None:
    """The text after repairs, one after another; None if one of them has nothing to repair."""
    for repair in repairs:
        before, text = text, repair(text)
        if text == before:
            return None
    return text
