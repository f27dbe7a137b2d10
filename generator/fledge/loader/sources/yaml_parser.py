"""YAML 1.2 in, plain values out: with the place of every error, and no surprise of YAML 1.1.

libyaml reads the events. Scalars are those of the JSON schema that OpenAPI asks for (3.1.1, 4.3), with the core
schema's spellings of null and the booleans: `no`, `on`, dates, +1, 017, 0o17 and 1:30 are strings.
"""

from __future__ import annotations

import importlib
import math
import re
from collections.abc import Callable
from typing import Any

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.sources.depth import DEPTH, too_deep_error
from fledge.loader.sources.parse_errors import ParseError, fetch_again, report_duplicate_key, report_not_finite
from fledge.openapi.json_values import JSON, literal_float

_ALIASED = 1_000_000
"""How many nodes the aliases of one text may add: ten short lines can ask for more than a machine holds."""

_CHARACTERS = 64
"""How many characters of a string count as one more node: a long string can be repeated as well."""

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]*)?([eE][-+]?[0-9]+)?|[-+]?(\.[0-9]+)([eE][-+]?[0-9]+)?")
_NUMERIC = frozenset("+-.0123456789")
"""What a number begins with, also one that is not finite: most texts need no look at the expressions."""

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

_STANDARD_TAGS = frozenset(
    ("!", *_TYPED, *(f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq", "timestamp")))
)
"""The tags that change nothing here: a string, also one that is a date to YAML 1.1, is a string in JSON."""

_LISTS = frozenset(("enum", "required", "tags"))
"""The keys whose values are lists of words: no such word has two lines."""


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
            start = error.context_mark
            line = document.text.count("\n", 0, document.start + start.index) + 1 if start else 0
            is_above = start and mark and start.line < mark.line
            message += f" ({error.context}{f', which begins in line {line}' if is_above else ''})"
        offset = document.start + (min(mark.index, max(len(text) - 1, 0)) if mark else 0)
        if character_error := _character_error(document.text[offset : offset + 1], message, offset):
            raise character_error from None
    except yaml.YAMLError as error:
        message, offset = str(error), document.start
    raise ParseError(
        "yaml-invalid",
        f"This is not valid YAML: {message}.",
        offset,
        f"Correct it here (indentation, quotes, a colon in a string), or {fetch_again(document)}.",
    )


def _character_error(character: str, message: str, offset: int) -> ParseError | None:
    """The error of a tab, an unknown escape, or a text that begins with a character that means something; None of others."""
    if message.startswith("found unknown escape character"):
        problem = "A backslash begins an escape between double quotes, and YAML has no such escape."
        hint = "Put the text into single quotes, where a backslash is itself; or write it twice."
        return ParseError("yaml-invalid", problem, offset, hint)
    if not message.startswith("found character that cannot start any token"):
        return None
    if character == "\t":
        return ParseError("yaml-invalid", "YAML does not allow a tab here.", offset, "Indent with spaces.")
    problem = f"A text without quotes cannot begin with `{character}` in YAML."
    return ParseError("yaml-invalid", problem, offset, "Put the text into quotes.")


class _Open:
    """Stands for a mapping or sequence whose end is still to come."""


class _Parser:
    """One tree from the events of one YAML document; it recurses, and no further than DEPTH."""

    def __init__(self, yaml: Any, text: str, document: SourceText, report: DiagnosticCollector) -> None:
        self.yaml = yaml
        self.text = text
        self.document = document
        self.report = report
        self.depth = 0
        self.anchors: dict[str, JSON] = {}
        self.budget = _ALIASED
        self.continued: list[tuple[str, int]] = []
        events = yaml.events
        self.scalar, self.alias = events.ScalarEvent, events.AliasEvent
        self.mapping, self.mapping_end = events.MappingStartEvent, events.MappingEndEvent
        self.sequence, self.sequence_end = events.SequenceStartEvent, events.SequenceEndEvent
        self.loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        self.get_event: Callable[[], Any] = self.loader.get_event
        self.event: Any = None
        """The latest one."""

    def parse(self) -> JSON:
        try:
            value = self._document()
            for text, offset in self.continued:
                self.report.warning(
                    "yaml-continued",
                    f"This value goes on in the next line, so that it is one text: {text[:60]!r}.",
                    origin=SourcePointer(source=self.document.name, offset=offset),
                    hint="Begin each value with `- `, all in the same column; or put quotes around a long text.",
                )
            return value
        except self.yaml.MarkedYAMLError:
            read = self.event.end_mark.index if self.event else 0
            deep = _deep_ahead(self.yaml, self.text[read : read + _AHEAD], DEPTH - self.depth)
            if deep is None:
                raise
            raise too_deep_error(self.document.start + read + deep) from None
        finally:
            self.loader.dispose()

    def _document(self) -> JSON:
        value: JSON = None
        self._next()  # the start of the stream
        documents = 0
        while type(event := self._next()) is self.yaml.events.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise ParseError(
                    "yaml-invalid",
                    "A second YAML document begins here; a file holds one description.",
                    self._offset(event),
                    "Split the file at the line `---`.",
                )
            value = self._value(self._next())
            self._next()  # the end of the document
        return value

    def _next(self) -> Any:
        self.event = self.get_event()
        return self.event

    def _offset(self, event: Any) -> int:
        return self.document.start + int(event.start_mark.index)

    def _value(self, event: Any) -> JSON:
        kind = type(event)
        if kind is self.scalar:
            value = self._scalar(event)
        elif kind is self.alias:
            return self._target(event)
        else:
            if self.depth >= DEPTH:
                raise too_deep_error(self._offset(event))
            self.depth += 1
            if event.anchor:
                self.anchors[event.anchor] = _Open
            if event.tag is not None:
                self._check_tag(event)
            value = self._mapping() if kind is self.mapping else self._sequence()
            self.depth -= 1
        if event.anchor:
            self.anchors[event.anchor] = value
        return value

    def _sequence(self) -> list[JSON]:
        items: list[JSON] = []
        end, get_event = self.sequence_end, self.get_event
        while True:
            event = self.event = get_event()
            if type(event) is end:
                return items
            if type(event) is self.scalar:
                self._check_line(event)
            items.append(self._value(event))

    def _mapping(self) -> dict[str, JSON]:
        members: dict[str, JSON] = {}
        marks: dict[str, Any] = {}  # of the keys that are written out
        merged: list[JSON] = []
        scalar, end, get_event = self.scalar, self.mapping_end, self.get_event
        while True:
            key = self.event = get_event()
            if type(key) is scalar:
                name: str = key.value
                if key.anchor:
                    self.anchors[key.anchor] = name
                if name == "<<" and key.implicit[0]:
                    self.event = get_event()
                    merged.append(self._value(self.event))
                    continue
                if name in marks:
                    first = self.document.start + int(marks[name].index)
                    report_duplicate_key(name, first, self._offset(key), self.document, self.report)
                else:
                    marks[name] = key.start_mark
            elif type(key) is end:
                return _merge(merged, members, self._offset(key)) if merged else members
            else:
                name = self._alias_key(key)
            event = self.event = get_event()
            if type(event) is scalar and not event.anchor:  # as most values are
                members[name] = self._scalar(event)
                if name in _LISTS:
                    self._check_line(event)
            else:
                members[name] = self._value(event)

    def _check_line(self, event: Any) -> None:
        """Remember an item that goes on in the next line: a dash is missing there, or stands too far to the right."""
        start, end = int(event.start_mark.index), int(event.end_mark.index)
        if event.style or event.end_mark.line == event.start_mark.line or "\n" not in self.text[start:end].rstrip():
            return
        self.continued.append((event.value, self._offset(event)))

    def _alias_key(self, event: Any) -> str:
        if type(event) is not self.alias:
            raise ParseError(
                "yaml-invalid", "A key of a mapping is not a string.", self._offset(event), "Write a plain key."
            )
        value = self._target(event)
        if not isinstance(value, str):
            raise ParseError("yaml-invalid", "A key is not a string.", self._offset(event), "Write a plain key.")
        return value

    def _scalar(self, event: Any) -> JSON:
        literal: str = event.value
        if event.tag is not None:
            self._check_tag(event)
        if not event.implicit[0] and event.tag not in _TYPED:
            return literal
        if literal in _WORDS:
            return _WORDS[literal]
        if literal[0] not in _NUMERIC:
            return literal
        if match := _NUMBER.fullmatch(literal):
            try:
                if match[1] is None and match[2] is None and match[3] is None:
                    return literal if literal[0] == "+" else int(literal)  # JSON has none, and `+1` may be a name
                number = float(literal)
            except ValueError:  # more digits than Python converts
                return literal
            if math.isfinite(number):
                return literal_float(number, literal)
        if match or _NOT_FINITE.fullmatch(literal):
            report_not_finite(literal, self._offset(event), self.document, self.report)
        return literal

    def _check_tag(self, event: Any) -> None:
        """Warn of a tag of some other tool, such as `!include`: it gives the value a meaning that Fledge does not know."""
        if event.tag not in _STANDARD_TAGS:
            self.report.warning(
                "yaml-tag",
                f"YAML's tag `{event.tag}` means nothing to Fledge, which reads the value without it.",
                origin=SourcePointer(source=self.document.name, offset=self._offset(event)),
                hint="Refer to another file by `$ref`; or put a text that begins with `!` into quotes.",
            )

    def _target(self, event: Any) -> JSON:
        """A copy of what an alias stands for."""
        anchor, at = event.anchor, self._offset(event)
        if anchor not in self.anchors:
            raise ParseError(
                "yaml-invalid", f"The alias *{anchor} has no anchor &{anchor} before it.", at, "Check its name."
            )
        value = self.anchors[anchor]
        if value is _Open:
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


def _merge(all_merged: list[JSON], members: dict[str, JSON], at: int) -> dict[str, JSON]:
    """`<<`: the mapping's own keys win, then the merged mappings in their order (YAML 1.1's merge type)."""
    value: dict[str, JSON] = {}
    for merged in all_merged:
        for part in merged if isinstance(merged, list) else [merged]:
            if not isinstance(part, dict):
                raise ParseError("yaml-invalid", "`<<` merges something that is not a mapping.", at, "Name a mapping.")
            value = {**part, **value}
    return {**value, **members}


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
