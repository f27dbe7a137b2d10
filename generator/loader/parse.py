"""Text in, plain values out: JSON and YAML with the place of every fault, and no surprise of YAML 1.1.

What comes out is a tree (no node is shared, none contains itself) of dict, list, str, int, finite float, bool, None.
A float that was written in another way than Python's remembers how: see `Written`.
"""

from __future__ import annotations

import importlib
import json
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Document, Origin, Report, Severity
from generator.loader.spec import JSON

DEPTH = 200
"""How deep a description may nest. Real ones stay below 60; every later stage may recurse that deep."""

_ALIASED = 1_000_000
"""How many nodes the aliases of one YAML text may add: ten short lines can ask for more than a machine holds."""


class Unparsable(Exception):
    """A text that is not what it should be: what is wrong, in words, and at which character of the file."""

    def __init__(self, code: str, message: str, offset: int, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.offset = offset
        self.hint = hint

    def tell(self, document: Document, report: Report) -> None:
        """Report it as an error of `document`."""
        report.error(self.code, self.message, origin=Origin(document=document.name, offset=self.offset), hint=self.hint)


def parse(document: Document, report: Report) -> JSON:
    """The value of a document. Raises Unparsable; what is odd and can be read is reported as a warning."""
    text = document.text[document.start : document.end]
    if document.syntax == "json":
        value = _json(text, document, report)
    else:
        value = _yaml(text, document, report)
    return value


def is_json(text: str) -> bool:
    """Whether a text is JSON: in a YAML file it is parsed fifty times faster as what it is."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


class Written(float):
    """A number that was written otherwise than Python writes it: `1.10` is a version in one place, 1.1 in another."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, value: float, text: str = "") -> Written:
        number = super().__new__(cls, value)
        number.text = text
        return number


def _float(value: float, text: str) -> float:
    return value if repr(value) == text else Written(value, text)


# JSON (RFC 8259)


def _json(text: str, document: Document, report: Report) -> JSON:
    odd: list[str] = []
    repeated: list[None] = []

    def members(pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
        found = dict(pairs)
        if len(found) != len(pairs):
            repeated.append(None)
        return found

    def number(literal: str) -> float | str:
        value = float(literal)
        if math.isfinite(value):
            return _float(value, literal)
        odd.append(literal)
        return literal

    try:
        value = json.loads(text, object_pairs_hook=members, parse_float=number, parse_constant=number)
    except json.JSONDecodeError as error:
        raise Unparsable(
            "invalid-json",
            f"This is not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}.",
            document.start + min(error.pos, max(len(text) - 1, 0)),
            "Correct the text at this place, or fetch the page again.",
        ) from None
    except RecursionError:
        raise _too_deep(document.start) from None
    except ValueError:  # an integer of more digits than Python converts
        raise Unparsable(
            "invalid-json", "A number has too many digits.", document.start, "Write it as a string."
        ) from None
    for literal in odd:
        _not_finite(literal, document.start + text.find(literal), document, report)
    if repeated:
        for key, first, again in _repeated_keys(text):
            _duplicate(key, document.start + first, document.start + again, document, report)
    if _SURROGATE.search(text):
        value = _without_surrogates(value, document, text, report)
    return value


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]', re.DOTALL)


def _repeated_keys(text: str) -> Iterator[tuple[str, int, int]]:
    """Each key that an object holds twice, with the offsets of both; read a second time, as it is seldom needed."""
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


_SURROGATE = re.compile(r"\\u[dD][89abAB]|\\u[dD][c-fC-F]")


def _without_surrogates(value: JSON, document: Document, text: str, report: Report) -> JSON:
    """Half a character that an escape wrote cannot be written to any file: the replacement character stands for it."""
    found: list[str] = []

    def mended(text: str) -> str:
        try:
            text.encode()
        except UnicodeEncodeError:
            found.append(text)
            return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return text

    value = _map_strings(value, mended)
    if found:
        match = _SURROGATE.search(text)
        report.warning(
            "lone-surrogate",
            "An escape writes half of a character (a lone surrogate); U+FFFD stands for it.",
            origin=Origin(document=document.name, offset=document.start + (match.start() if match else 0)),
            hint="Write both halves, or the character itself.",
        )
    return value


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


# YAML 1.2: libyaml's events, and the scalars of the JSON schema that OpenAPI asks for (3.1.1, 4.3) with the core
# schema's spellings of null and the booleans. `no`, `on`, dates, 017, 0o17 and 1:30 are strings.

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]*)?([eE][-+]?[0-9]+)?|[-+]?(\.[0-9]+)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS: dict[str, JSON] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_TYPED = (
    "tag:yaml.org,2002:int",
    "tag:yaml.org,2002:float",
    "tag:yaml.org,2002:bool",
    "tag:yaml.org,2002:null",
)


class _Merge:
    """The key `<<`."""


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end was not read yet."""

    value: dict[str, JSON] | list[JSON]
    anchor: str | None
    key: str | type[_Merge] | None = None
    keys: dict[str, int] | None = None
    merged: list[JSON] | None = None


def _yaml(text: str, document: Document, report: Report) -> JSON:
    yaml: Any = importlib.import_module("yaml")  # here: JSON needs none; and its stubs are a package apart
    try:
        return _build(yaml, text, document, report)
    except yaml.reader.ReaderError as error:
        character = chr(error.character) if isinstance(error.character, int) else str(error.character)
        offset = max(text.find(character), 0)
        message, offset = f"the character {character!r} may not stand in YAML", document.start + offset
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or error.context or "it cannot be read"
        if error.context and error.problem:
            message += f" ({error.context})"
        offset = document.start + (min(mark.index, max(len(text) - 1, 0)) if mark else 0)
    except yaml.YAMLError as error:
        message, offset = str(error), document.start
    raise Unparsable(
        "invalid-yaml",
        f"This is not valid YAML: {message}.",
        offset,
        "Correct the text at this place (indentation, quotes, a colon in a text), or fetch the page again.",
    )


def _build(yaml: Any, text: str, document: Document, report: Report) -> JSON:
    """One tree from the events of one YAML document; written without recursion, as texts may nest without bound."""
    loader: Any = yaml.CSafeLoader(text) if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader(text)
    stack: list[_Open] = []
    anchors: dict[str, JSON] = {}
    budget = _ALIASED
    result: JSON = None
    documents = 0
    scalar, alias = yaml.events.ScalarEvent, yaml.events.AliasEvent
    mapping, sequence = yaml.events.MappingStartEvent, yaml.events.SequenceStartEvent
    ends = (yaml.events.MappingEndEvent, yaml.events.SequenceEndEvent)
    try:
        while loader.check_event():
            event = loader.get_event()
            at = document.start + event.start_mark.index
            kind = type(event)
            top = stack[-1] if stack else None
            wants_key = top is not None and top.keys is not None and top.key is None
            if kind is scalar:
                if wants_key and top is not None and top.keys is not None:
                    name = str(event.value)
                    if name == "<<" and event.implicit[0]:
                        top.key = _Merge
                    else:
                        if name in top.keys:
                            _duplicate(name, top.keys[name], at, document, report)
                        top.keys.setdefault(name, at)
                        top.key = name
                    if event.anchor:
                        anchors[event.anchor] = name
                    continue
                value = _scalar(event, at, document, report)
                if event.anchor:
                    anchors[event.anchor] = value
            elif kind is mapping or kind is sequence:
                if wants_key:
                    raise Unparsable("invalid-yaml", "A key of a mapping is not a string.", at, "Write a plain key.")
                if len(stack) >= DEPTH:
                    raise _too_deep(at)
                opened = _Open({}, event.anchor, keys={}) if kind is mapping else _Open([], event.anchor)
                stack.append(opened)
                if event.anchor:
                    anchors[event.anchor] = opened  # not to be used before its end
                continue
            elif kind in ends:
                closed = stack.pop()
                value = _merged(closed, at) if closed.merged is not None else closed.value
                if closed.anchor:
                    anchors[closed.anchor] = value
                top = stack[-1] if stack else None
            elif kind is alias:
                if event.anchor not in anchors:
                    raise Unparsable(
                        "invalid-yaml",
                        f"There is no anchor &{event.anchor} before this alias.",
                        at,
                        "Check its name.",
                    )
                value = anchors[event.anchor]
                if isinstance(value, _Open):
                    raise Unparsable(
                        "invalid-yaml",
                        f"The alias *{event.anchor} stands inside of what it names.",
                        at,
                        "Use a $ref for a recursive schema.",
                    )
                value, budget = _copy(value, budget)
                if budget <= 0:
                    raise Unparsable(
                        "invalid-yaml",
                        f"The aliases of this text expand to more than {_ALIASED:,} nodes.",
                        at,
                        "Use $ref instead of aliases.",
                    )
                if wants_key and top is not None:
                    if not isinstance(value, str):
                        raise Unparsable("invalid-yaml", "A key is not a string.", at, "Write a plain key.")
                    top.key = value
                    continue
            elif kind is yaml.events.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise Unparsable(
                        "invalid-yaml",
                        "A second YAML document begins here, and a file holds one description.",
                        at,
                        "Split the file at the line `---`.",
                    )
                continue
            else:
                continue
            if top is None:
                result = value
            elif isinstance(top.value, list):
                top.value.append(value)
            elif top.key is _Merge:
                top.merged = [*(top.merged or ()), value]
                top.key = None
            else:
                top.value[str(top.key)] = value
                top.key = None
    finally:
        loader.dispose()
    return result


def _scalar(event: Any, at: int, document: Document, report: Report) -> JSON:
    literal = str(event.value)
    if not event.implicit[0] and event.tag not in _TYPED:
        return literal
    if literal in _WORDS:
        return _WORDS[literal]
    if match := _NUMBER.fullmatch(literal):
        try:
            if match[1] is None and match[2] is None and match[3] is None:
                return int(literal)
            number = float(literal)
        except ValueError:  # more digits than Python converts
            return literal
        if math.isfinite(number):
            return _float(number, literal)
    if match or _NOT_FINITE.fullmatch(literal):
        _not_finite(literal, at, document, report)
    return literal


def _merged(closed: _Open, at: int) -> dict[str, JSON]:
    """`<<`: the mapping's own keys win, then the merged mappings in their order (YAML 1.1's merge type)."""
    value: dict[str, JSON] = {}
    for merged in closed.merged or ():
        for one in merged if isinstance(merged, list) else [merged]:
            if not isinstance(one, dict):
                raise Unparsable("invalid-yaml", "`<<` merges something that is not a mapping.", at, "Name a mapping.")
            value = {**one, **value}
    assert isinstance(closed.value, dict)
    return {**value, **closed.value}


def _copy(value: JSON, budget: int) -> tuple[JSON, int]:
    if budget <= 0:
        return None, 0
    if isinstance(value, dict):
        members: dict[str, JSON] = {}
        for key, member in value.items():
            members[key], budget = _copy(member, budget)
        return members, budget - 1
    if isinstance(value, list):
        items: list[JSON] = []
        for item in value:
            copied, budget = _copy(item, budget)
            items.append(copied)
        return items, budget - 1
    return value, budget - 1


_CONTAINERS = frozenset({dict, list})


def too_deep(value: JSON) -> bool:
    """Whether a value nests deeper than DEPTH."""
    level = [value]
    for _ in range(DEPTH):
        level = [
            member
            for node in level
            for member in (node.values() if type(node) is dict else node)
            if type(member) in _CONTAINERS  # a parser makes no others, and there are a million members
        ]
        if not level:
            return False
    return True


def _too_deep(offset: int) -> Unparsable:
    return Unparsable(
        "too-deep",
        f"The description nests deeper than {DEPTH} levels.",
        offset,
        "Move the inner parts to components, and refer to them.",
    )


def _not_finite(literal: str, offset: int, document: Document, report: Report) -> None:
    report.warning(
        "number-not-finite",
        f"{literal} is no number of JSON; it is read as a text.",
        origin=Origin(document=document.name, offset=offset),
        hint="Leave a bound that is infinite out.",
    )


def _duplicate(key: str, first: int, again: int, document: Document, report: Report) -> None:
    report.add(
        Severity.WARNING,
        "duplicate-key",
        f"The key {key!r} stands twice in one object; the last one counts.",
        origin=Origin(document=document.name, offset=again),
        hint="Remove or rename one of the two.",
        related=(("first here", Origin(document=document.name, offset=first)),),
    )
