"""YAML 1.2 in, plain values out: with the place of every error, and no surprise of YAML 1.1.

libyaml reads the events. Scalars are those of the JSON schema that OpenAPI asks for (3.1.1, 4.3), with the core schema's
spellings of null and the booleans: `no`, `on`, dates, 017, 0o17 and 1:30 are strings.
"""

from __future__ import annotations

import importlib
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourceText
from fledge.loader.sources.depth import DEPTH, too_deep_error
from fledge.loader.sources.parse_errors import ParseError, report_duplicate_key, report_not_finite
from fledge.openapi.json_values import JSON, literal_float

_ALIASED = 1_000_000
"""How many nodes the aliases of one text may add: ten short lines can ask for more than a machine holds."""

_CHARACTERS = 64
"""How many characters of a string count as one more node: a long string can be repeated as well."""

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


def parse_yaml(text: str, document: SourceText, report: DiagnosticCollector) -> JSON:
    """The value of a text of YAML, which is `document.text[document.start : document.end]`.

    Raise ParseError if it is not one YAML document, nests or expands too far, or has keys that are not strings.
    Repeated keys and numbers that are not finite are warnings.
    """
    yaml: Any = importlib.import_module("yaml")  # here: JSON needs none; and its stubs are a package apart
    try:
        return _Parser(yaml, text, document, report).parse()
    except yaml.reader.ReaderError as error:
        character = chr(error.character) if isinstance(error.character, int) else str(error.character)
        offset = max(text.find(character), 0)
        message, offset = f"YAML does not allow the character {character!r}", document.start + offset
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or error.context or "it cannot be read"
        if error.context and error.problem:
            message += f" ({error.context})"
        offset = document.start + (min(mark.index, max(len(text) - 1, 0)) if mark else 0)
    except yaml.YAMLError as error:
        message, offset = str(error), document.start
    raise ParseError(
        "yaml-invalid",
        f"This is not valid YAML: {message}.",
        offset,
        "Correct it here (indentation, quotes, a colon in a string), or fetch the page again.",
    )


class _Merge:
    """The key `<<`."""


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end is still to come. `keys` are a mapping's keys, by their offsets."""

    value: dict[str, JSON] | list[JSON]
    anchor: str | None
    keys: dict[str, int] | None = None
    key: str | type[_Merge] | None = None
    merged: list[JSON] | None = None

    @property
    def needs_key(self) -> bool:
        return self.keys is not None and self.key is None

    def add(self, value: JSON) -> None:
        """Add an item, or the value of the current key."""
        if isinstance(self.value, list):
            self.value.append(value)
        elif isinstance(self.key, str):
            self.value[self.key] = value
            self.key = None
        else:
            self.merged = [*(self.merged or ()), value]
            self.key = None


class _Parser:
    """One tree from the events of one YAML document; without recursion, as texts may nest without bound."""

    def __init__(self, yaml: Any, text: str, document: SourceText, report: DiagnosticCollector) -> None:
        self.yaml = yaml
        self.text = text
        self.document = document
        self.report = report
        self.stack: list[_Open] = []
        self.anchors: dict[str, JSON] = {}
        self.budget = _ALIASED
        self.documents = 0
        self.result: JSON = None

    def parse(self) -> JSON:
        events = self.yaml.events
        start = self.document.start
        steps: dict[type[Any], Callable[[Any, int], None]] = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._open,
            events.SequenceStartEvent: self._open,
            events.MappingEndEvent: self._close,
            events.SequenceEndEvent: self._close,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._begin,
        }
        loader = getattr(self.yaml, "CSafeLoader", self.yaml.SafeLoader)(self.text)
        event: Any = None
        try:
            while loader.check_event():
                event = loader.get_event()
                step = steps.get(type(event))
                if step is not None:
                    step(event, start + event.start_mark.index)
        except self.yaml.MarkedYAMLError:
            read = event.end_mark.index if event else 0
            deep = _deep_ahead(self.yaml, self.text[read : read + _AHEAD], DEPTH - len(self.stack))
            if deep is None:
                raise
            raise too_deep_error(self.document.start + read + deep) from None
        finally:
            loader.dispose()
        return self.result

    def _add(self, value: JSON) -> None:
        if self.stack:
            self.stack[-1].add(value)
        else:
            self.result = value

    def _begin(self, event: Any, at: int) -> None:
        self.documents += 1
        if self.documents > 1:
            raise ParseError(
                "yaml-invalid",
                "A second YAML document begins here; a file holds one description.",
                at,
                "Split the file at the line `---`.",
            )

    def _scalar(self, event: Any, at: int) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and top.key is None and top.keys is not None:
            self._key(top, top.keys, event, at)
            return
        value = _scalar(event, at, self.document, self.report)
        if event.anchor:
            self.anchors[event.anchor] = value
        self._add(value)

    def _key(self, top: _Open, keys: dict[str, int], event: Any, at: int) -> None:
        name: str = event.value
        if event.anchor:
            self.anchors[event.anchor] = name
        if name == "<<" and event.implicit[0]:
            top.key = _Merge
            return
        if name in keys:
            report_duplicate_key(name, keys[name], at, self.document, self.report)
        else:
            keys[name] = at
        top.key = name

    def _open(self, event: Any, at: int) -> None:
        if self.stack and self.stack[-1].needs_key:
            raise ParseError("yaml-invalid", "A key of a mapping is not a string.", at, "Write a plain key.")
        if len(self.stack) >= DEPTH:
            raise too_deep_error(at)
        mapping = isinstance(event, self.yaml.events.MappingStartEvent)
        opened = _Open({}, event.anchor, keys={}) if mapping else _Open([], event.anchor)
        self.stack.append(opened)
        if event.anchor:
            self.anchors[event.anchor] = opened  # not to be used before its end

    def _close(self, event: Any, at: int) -> None:
        closed = self.stack.pop()
        value = _merge(closed, at) if closed.merged is not None else closed.value
        if closed.anchor:
            self.anchors[closed.anchor] = value
        self._add(value)

    def _alias(self, event: Any, at: int) -> None:
        value = self._target(event.anchor, at)
        top = self.stack[-1] if self.stack else None
        if top is None or not top.needs_key:
            self._add(value)
        elif isinstance(value, str):
            top.key = value
        else:
            raise ParseError("yaml-invalid", "A key is not a string.", at, "Write a plain key.")

    def _target(self, anchor: str, at: int) -> JSON:
        """A copy of what an alias stands for."""
        if anchor not in self.anchors:
            raise ParseError(
                "yaml-invalid", f"The alias *{anchor} has no anchor &{anchor} before it.", at, "Check its name."
            )
        value = self.anchors[anchor]
        if isinstance(value, _Open):
            raise ParseError(
                "yaml-invalid",
                f"The alias *{anchor} is inside of its own anchor.",
                at,
                "Use a $ref for a recursive schema.",
            )
        value, self.budget = _copy(value, self.budget)
        if self.budget <= 0:
            raise ParseError(
                "yaml-invalid",
                f"The aliases of this text expand to more than {_ALIASED:,} nodes; long strings count as several.",
                at,
                "Use $ref instead of aliases.",
            )
        return value


_AHEAD = 4096
"""How much text to look at behind the last event: scanners read 1,024 characters ahead, as `[` may begin a key."""


def _deep_ahead(yaml: Any, text: str, levels: int) -> int | None:
    """Return the offset of the bracket that opens one level more than `levels`, if `text` nests as deep.

    libyaml 0.2.6 ends at 1,000 levels with an error of its own, and its scanner can find 1,000 brackets before it gives
    the first event. Count the brackets, whatever the error says: other releases have other limits and other words.
    The scanner of PyYAML itself has no limit.
    """
    opening = (yaml.tokens.FlowSequenceStartToken, yaml.tokens.FlowMappingStartToken)
    closing = (yaml.tokens.FlowSequenceEndToken, yaml.tokens.FlowMappingEndToken)
    level = 0
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            level += isinstance(token, opening) - isinstance(token, closing)
            if level > levels:
                return int(token.start_mark.index)
    except yaml.YAMLError:
        pass
    return None


def _scalar(event: Any, at: int, document: SourceText, report: DiagnosticCollector) -> JSON:
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
            return literal_float(number, literal)
    if match or _NOT_FINITE.fullmatch(literal):
        report_not_finite(literal, at, document, report)
    return literal


def _merge(closed: _Open, at: int) -> dict[str, JSON]:
    """`<<`: the mapping's own keys win, then the merged mappings in their order (YAML 1.1's merge type)."""
    value: dict[str, JSON] = {}
    for merged in closed.merged or ():
        for part in merged if isinstance(merged, list) else [merged]:
            if not isinstance(part, dict):
                raise ParseError("yaml-invalid", "`<<` merges something that is not a mapping.", at, "Name a mapping.")
            value = {**part, **value}
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
    return value, budget - 1 - (len(value) // _CHARACTERS if isinstance(value, str) else 0)
