"""How deep a description may nest: parsers and later steps recurse, and a text can ask for any depth."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.sources.parse_errors import ParseError
from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import join
from fledge.openapi.source_map import lookup

DEPTH = 200
"""Levels of objects and arrays. Real descriptions stay below 60; every later step may recurse that deep."""

_AS_READ: Mapping[str, SourcePointer] = MappingProxyType({})

_CONTAINERS = frozenset({dict, list})


def deep_pointer(value: JSON) -> str | None:
    """The pointer of a node that nests deeper than DEPTH, in its value; None if there is none."""
    if not _too_deep(value):
        return None
    stack: list[tuple[str, JSON, int]] = [("", value, 1)]
    while stack:
        pointer, node, depth = stack.pop()
        if depth > DEPTH:
            return pointer
        members = node.items() if isinstance(node, dict) else enumerate(node if isinstance(node, list) else ())
        inner = [(join(pointer, key), member, depth + 1) for key, member in members if type(member) in _CONTAINERS]
        stack += reversed(inner)
    return None


def _too_deep(value: JSON) -> bool:
    """Whether a value nests deeper than DEPTH."""
    level = [value] if type(value) in _CONTAINERS else []
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


def check_depth(
    document: SourceText, value: JSON, report: DiagnosticCollector, source_map: Mapping[str, SourcePointer] = _AS_READ
) -> bool:
    """Whether later steps, which recurse, can walk a value; report an error if it nests too deep.

    `source_map` says where its parts were read, if not as they stand in it.
    """
    pointer = deep_pointer(value)
    if pointer is None:
        return True
    report.error(
        "too-deep",
        f"The description nests deeper than {DEPTH} levels.",
        origin=lookup(source_map, pointer) if source_map else SourcePointer(source=document.name, pointer=pointer),
        hint="Move the inner parts to components, and refer to them.",
    )
    return False


def too_deep_error(offset: int) -> ParseError:
    """The error of a parser that reads one level more than DEPTH, at an offset of the file."""
    return ParseError(
        "too-deep",
        f"The description nests deeper than {DEPTH} levels.",
        offset,
        "Move the inner parts to components, and refer to them.",
    )
