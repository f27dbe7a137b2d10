"""Where in a file a JSON pointer points: the text is scanned again when a message is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from json import JSONDecoder
from typing import Any, TypeAlias

from fledge.diagnostics.source import SourcePointer, SourceText, StoredText
from fledge.openapi.pointer import split


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRange:
    """A stretch of a file that a message points at. Lines and columns count characters, from 1.

    `start` and `end` are offsets into the text of the whole file.
    """

    document: SourceText
    start: int
    end: int
    line: int
    column: int


Span: TypeAlias = tuple[int, int]
Trie: TypeAlias = dict[str, "Trie"]
"""The pointers to locate, token by token."""


def resolve_ranges(
    origins: Iterable[SourcePointer], documents: Mapping[str, StoredText]
) -> dict[SourcePointer, SourceRange]:
    """Return the ranges of all pointers whose text is in `documents`; each text is scanned at most once."""
    targets: dict[str, list[SourcePointer]] = {}
    for origin in dict.fromkeys(origins):
        if origin.source in documents:
            targets.setdefault(origin.source, []).append(origin)
    return {
        origin: source_range
        for name, group in targets.items()
        for origin, source_range in _locate(documents[name].open(), group)
    }


def _locate(document: SourceText, origins: list[SourcePointer]) -> Iterator[tuple[SourcePointer, SourceRange]]:
    pointers = [_tokens(origin.pointer) for origin in origins if origin.offset is None]
    spans = _scan(document, pointers) if any(pointers) else {}
    placed: list[tuple[Span, SourcePointer]] = []
    for origin in origins:
        if origin.offset is not None:
            span = (origin.offset, origin.offset + 1)
        else:
            tokens = _tokens(origin.pointer)
            # What the text does not have (the loader added it) is at the nearest node around it.
            while tokens and tokens not in spans:
                tokens = tokens[:-1]
            span = spans.get(tokens) or _first(document)
        placed.append((_inside(document.text, span), origin))
    # From front to back, so that each line of a large document is counted once.
    line, counted = 1, 0
    for (start, end), origin in sorted(placed, key=lambda one: one[0]):
        line += document.text.count("\n", counted, start)
        counted = start
        column = start - document.text.rfind("\n", 0, start)
        yield origin, SourceRange(document=document, start=start, end=end, line=line, column=column)


def _inside(text: str, span: Span) -> Span:
    start = min(max(span[0], 0), len(text))
    if start == len(text):
        # The end of a file is best shown as the end of its last line with something on it.
        start = len(text.rstrip())
    return start, max(span[1], start + 1)


def _first(document: SourceText) -> Span:
    """The first character of a document that is not white space."""
    end = len(document.text) if document.end is None else document.end
    match = re.compile(r"[^\s\ufeff]").search(document.text, document.start, end)
    start = match.start() if match else document.start
    return start, start + 1


def _tokens(pointer: str) -> tuple[str, ...]:
    return tuple(split(pointer))


def _scan(document: SourceText, pointers: list[tuple[str, ...]]) -> dict[tuple[str, ...], Span]:
    """The spans of the pointers, and of all nodes on the way to them, as far as the text has them."""
    root: Trie = {}
    for tokens in pointers:
        node = root
        for token in tokens:
            node = node.setdefault(token, {})
    spans: dict[tuple[str, ...], Span] = {}
    # A text that is broken further on still has the ranges before.
    if document.syntax == "json":
        end = len(document.text) if document.end is None else document.end
        try:
            _JSON(document.text[:end], spans).value(document.start, root, ())
        except (ValueError, IndexError, RecursionError):
            pass
    elif document.syntax == "yaml":
        _scan_yaml(document, root, spans)
    return spans


# --- JSON


_SPACE = re.compile(r"[ \t\n\r\ufeff]*")


class _JSON:
    """A scanner that looks into values on the way to a pointer and leaps over the others at the speed of C."""

    def __init__(self, text: str, spans: dict[tuple[str, ...], Span]) -> None:
        self.text = text
        self.spans = spans
        # Numbers are not looked at: a long one may even be refused.
        self.leap = JSONDecoder(strict=False, parse_int=len, parse_float=len).raw_decode

    def skip(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def value(self, at: int, targets: Trie, path: tuple[str, ...]) -> int:
        """Scan one value that starts at or after `at`; its end."""
        at = self.skip(at)
        if targets and self.text[at] == "{":
            return self.object(at, targets, path)
        if targets and self.text[at] == "[":
            return self.array(at, targets, path)
        return self.leap(self.text, at)[1]

    def object(self, at: int, targets: Trie, path: tuple[str, ...]) -> int:
        at = self.skip(at + 1)
        while self.text[at] != "}":
            start = at
            key, end = self.leap(self.text, at)
            at = self.skip(end)
            _expect(self.text[at] == ":")
            at = self.skip(at + 1)
            if key in targets:
                # A container is named by its key; of a scalar, it is the value that is right or wrong.
                inside = (*path, key)
                compound = self.text[at] in "{["
                self.spans[inside] = (start, end) if compound else (at, at + 1)
                value = at
                at = self.value(at, targets[key], inside)
                if not compound:
                    self.spans[inside] = (value, at)
            else:
                at = self.leap(self.text, at)[1]
            at = self.next(at, "}")
        return at + 1

    def array(self, at: int, targets: Trie, path: tuple[str, ...]) -> int:
        at = self.skip(at + 1)
        index = 0
        while self.text[at] != "]":
            key = str(index)
            if key in targets:
                inside = (*path, key)
                value = at
                self.spans[inside] = (at, at + 1)
                at = self.value(at, targets[key], inside)
                if self.text[value] not in "{[":
                    self.spans[inside] = (value, at)
            else:
                at = self.leap(self.text, at)[1]
            at = self.next(at, "]")
            index += 1
        return at + 1

    def next(self, at: int, closing: str) -> int:
        """Over a comma to the next member, or to the closing bracket."""
        at = self.skip(at)
        if self.text[at] == ",":
            return self.skip(at + 1)
        _expect(self.text[at] == closing)
        return at


def _expect(condition: bool) -> None:
    if not condition:
        raise ValueError


# --- YAML


_DEPTH = 1000
"""No description nests as deep; libyaml takes quadratic time for texts that do."""


@dataclass(slots=True)
class _Node:
    """A node with what is needed to find the way: no more than libyaml's own nodes, and made without recursion."""

    scalar: bool
    start: int
    end: int
    text: str = ""
    keys: list[_Node] | None = None
    values: list[_Node] = field(default_factory=list["_Node"])
    pending: _Node | None = None

    @property
    def awaits_key(self) -> bool:
        """Whether the node that comes next is a key."""
        return self.keys is not None and self.pending is None

    @property
    def next_token(self) -> str:
        """The token of a pointer that leads to the value or item that comes next."""
        if self.keys is None:
            return str(len(self.values))
        return self.pending.text if self.pending is not None else ""

    def add(self, node: _Node) -> None:
        if self.keys is None:
            self.values.append(node)
        elif self.pending is None:
            self.pending = node
        else:
            self.keys.append(self.pending)
            self.values.append(node)
            self.pending = None


def _scan_yaml(document: SourceText, root: Trie, spans: dict[tuple[str, ...], Span]) -> None:
    # libyaml counts characters, but leaves a byte order mark out of it.
    text = document.text[document.start : document.end]
    base = document.start + text.startswith("\ufeff")
    stack: list[tuple[_Node, Trie, tuple[str, ...]]] = [(node, root, ()) for node in _compose(text, root)]
    while stack:
        node, targets, path = stack.pop()
        for token, below in targets.items():
            key, value = _member(node, token)
            if value is None:
                continue
            marked = value if key is None or value.scalar else key
            inside = (*path, token)
            spans[inside] = (base + marked.start, base + (marked.end if marked.scalar else marked.start + 1))
            stack.append((value, below, inside))


def _compose(text: str, targets: Trie | None) -> list[_Node]:
    """The first YAML document of a text as far as it can be read; `yaml.compose` recurses, and can crash.

    With `targets`, nodes that do not lead to one are empty: that are most nodes of a text. An alias or `<<` beside the
    others may stand for any node; then, all are composed.
    """
    yaml: Any = import_module("yaml")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    scalar, alias = yaml.events.ScalarEvent, yaml.events.AliasEvent
    mapping, sequence = yaml.events.MappingStartEvent, yaml.events.SequenceStartEvent
    ends = (yaml.events.MappingEndEvent, yaml.events.SequenceEndEvent)
    top = _Node(scalar=False, start=0, end=0)
    stack: list[tuple[_Node, Trie | None]] = [(top, targets)]
    anchors: dict[str, _Node] = {}
    passed = 0  # how many nodes around the next one are on the way to nothing
    try:
        while len(stack) + passed < _DEPTH and loader.check_event():
            event = loader.get_event()
            kind = type(event)
            if passed:
                if kind is mapping or kind is sequence:
                    passed += 1
                elif kind in ends:
                    passed -= 1
                continue
            above, ways = stack[-1]
            if kind is scalar:
                if ways is not None and event.value == "<<" and above.awaits_key:
                    return _compose(text, None)
                node = _Node(True, event.start_mark.index, event.end_mark.index, event.value)
            elif kind is mapping or kind is sequence:
                node = _Node(False, event.start_mark.index, 0, keys=[] if kind is mapping else None)
            elif kind is alias:
                if ways is not None:
                    return _compose(text, None)
                above.add(anchors.get(event.anchor, top))
                continue
            elif kind in ends:
                stack.pop()
                continue
            elif kind is yaml.events.DocumentEndEvent:
                break
            else:
                continue
            if event.anchor:
                anchors[event.anchor] = node
            below = ways if above is top or ways is None else ways.get(above.next_token, {})
            above.add(node)
            if not node.scalar:
                if below is None or below:
                    stack.append((node, below))
                else:
                    passed = 1
    except yaml.YAMLError:
        pass
    finally:
        loader.dispose()
    return top.values[:1]


def _member(node: _Node, token: str) -> tuple[_Node | None, _Node | None]:
    """The key and value nodes of a member, also of what is merged (`<<`); an item of a list has no key."""
    if node.keys is None:
        if not node.scalar and token.isdecimal() and int(token) < len(node.values):
            return None, node.values[int(token)]
        return None, None
    merging = [node]
    visited: set[int] = set()
    while merging:
        one = merging.pop(0)
        if one.keys is None or id(one) in visited:
            continue
        visited.add(id(one))
        # Of two equal keys the last one counts.
        for key, value in zip(reversed(one.keys), reversed(one.values), strict=False):
            if key.scalar and key.text == token:
                return key, value
        for key, value in zip(one.keys, one.values, strict=False):
            if key.text == "<<":
                merging += value.values if value.keys is None else [value]
    return None, None
