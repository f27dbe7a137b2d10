"""JSON (RFC 8259) in, plain values out: with the place of every error, and warnings for what JSON readers disagree on."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.sources.depth import DEPTH, too_deep_error
from fledge.loader.sources.parse_errors import ParseError, fetch_again, report_duplicate_key, report_not_finite
from fledge.openapi.json_values import JSON, literal_float

_LAST_COMMA = re.compile(r",\s*(?=[\]}])")


def is_json(text: str) -> bool:
    """Whether a text is JSON: in a YAML file it is parsed fifty times faster as what it is."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _habit(text: str, at: int) -> tuple[str, str]:
    """What JavaScript allows at an offset and JSON does not, and what to do; two empty texts if it is nothing of that."""
    character = text[at : at + 1]
    before = text[:at].rstrip()[-1:]
    if character in ("]", "}", ",") and before == ",":
        return "a comma too many", "Remove the comma before this."
    if text[at : at + 2] in ("//", "/*"):
        return "it has no comments", "Remove the comment; or name the file `.yaml`, and begin comments with `#`."
    if character in ("'", "\u2018", "\u2019", "\u201c", "\u201d") and before in ("", "{", "[", ",", ":"):
        return f"a text is between `{character}`", 'Write `"` around keys and texts.'
    if before in ("{", ",") and (character.isalpha() or character in ("$", "_")):
        return "a key has no quotes", 'Write `"` around keys and texts; or name the file `.yaml`.'
    return "", ""


def parse_json(text: str, document: SourceText, report: DiagnosticCollector) -> JSON:
    """The value of a text of JSON (RFC 8259), which is `document.text[document.start : document.end]`.

    Raise ParseError if it is none. Repeated keys, lone surrogates and numbers that are not finite are warnings.
    """
    not_finite: list[str] = []
    repeated: list[None] = []

    def members(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
        result = dict(pairs)
        if len(result) != len(pairs):
            repeated.append(None)
        return result

    def number(literal: str) -> float | str:
        value = float(literal)
        if math.isfinite(value):
            return literal_float(value, literal)
        not_finite.append(literal)
        return literal

    try:
        value = json.loads(text, object_pairs_hook=members, parse_float=number, parse_constant=number)
    except json.JSONDecodeError as error:
        reason = "a second byte order mark" if text[:1] == "\ufeff" else re.sub("( starting)? at$", "", error.msg)
        at = min(error.pos, max(len(text) - 1, 0))
        problem, hint = _habit(text, at)
        if not problem and (comma := _LAST_COMMA.match(text, at)):  # Python 3.13 points at it, and 3.12 behind it
            at = comma.end()
            problem, hint = _habit(text, at)
        raise ParseError(
            "json-invalid",
            f"This is not valid JSON: {problem or f'{reason[:1].lower()}{reason[1:]}'}.",
            document.start + at,
            hint or f"Correct it here, or {fetch_again(document)}.",
        ) from None
    except RecursionError:
        raise too_deep_error(document.start + _deep_offset(text)) from None
    except ValueError:  # an integer of more digits than Python converts
        longest = max(_numbers(text), key=lambda number: len(number[0]))
        raise ParseError(
            "json-invalid", "A number has too many digits.", document.start + longest[1], "Write it as a string."
        ) from None
    if not_finite:
        offsets = [at for literal, at in _numbers(text) if not _is_integer(literal) and not _is_finite(literal)]
        for literal, at in zip(not_finite, offsets, strict=True):
            report_not_finite(literal, document.start + at, document, report)
    if repeated:
        for key, first, again in _repeated_keys(text):
            report_duplicate_key(key, document.start + first, document.start + again, document, report)
    if (offset := _lone_surrogate(text)) is not None:
        report.warning(
            "lone-surrogate",
            "This escape is half of a character (a lone surrogate); Fledge reads U+FFFD.",
            origin=SourcePointer(source=document.name, offset=document.start + offset),
            hint="Write both halves or the character itself.",
        )
        value = _map_strings(value, _without_surrogates)
    return value


_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|(-?Infinity|NaN|-?[0-9][0-9.eE+-]*)', re.DOTALL)


def _numbers(text: str) -> Iterator[tuple[str, int]]:
    """The numbers of a text of JSON, as they are written, with their offsets."""
    return ((match[1], match.start()) for match in _NUMBER.finditer(text) if match[1])


def _is_integer(literal: str) -> bool:
    return literal.removeprefix("-").isdecimal()


def _is_finite(literal: str) -> bool:
    return math.isfinite(float(literal))


def _deep_offset(text: str) -> int:
    """The offset of the first object or array that nests deeper than DEPTH."""
    depth = 0
    for match in _TOKEN.finditer(text):
        depth += (match[0] in "{[") - (match[0] in "}]")
        if depth > DEPTH:
            return match.start()
    return 0


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]', re.DOTALL)


def _repeated_keys(text: str) -> Iterator[tuple[str, int, int]]:
    """Each key that an object has twice, with the offsets of both. The text is read again: few texts need it."""
    stack: list[dict[str, int] | None] = []
    key: tuple[str, int] | None = None
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token == "{":
            stack.append({})
        elif token == "[":
            stack.append(None)
        elif token in "}]":
            stack.pop()
        elif token[0] == '"':
            key = (token, match.start())
            continue
        elif token == ":" and key and stack:
            keys, name = stack[-1], str(json.loads(key[0], strict=False))
            if keys is not None:
                if name in keys:
                    yield name, keys[name], key[1]
                keys.setdefault(name, key[1])
        key = None


_ESCAPE = re.compile(
    r"""
    \\ (?: \\  # an escaped backslash: no escape begins at its second one
    | u[dD][89abAB][0-9a-fA-F]{2} \\u[dD][c-fC-F][0-9a-fA-F]{2}  # both halves of a character
    | (u[dD][89a-fA-F]) )
    """,
    re.VERBOSE,
)


def _lone_surrogate(text: str) -> int | None:
    """The offset of the first escape that is half of a character, if a text of JSON has one."""
    return next((match.start() for match in _ESCAPE.finditer(text) if match[1]), None)


def _without_surrogates(text: str) -> str:
    """A text with U+FFFD in place of half characters, which escapes can write and no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _map_strings(value: JSON, change: Callable[[str], str]) -> JSON:
    match value:
        case dict():
            return {change(key): _map_strings(member, change) for key, member in value.items()}
        case list():
            return [_map_strings(member, change) for member in value]
        case str():
            return change(value)
        case _:
            return value
