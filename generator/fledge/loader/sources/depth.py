"""How deep a description may nest: parsers and later steps recurse, and a text can ask for any depth."""

from __future__ import annotations

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.sources.parse_errors import ParseError
from fledge.openapi.json_values import JSON

DEPTH = 200
"""Levels of objects and arrays. Real descriptions stay below 60; every later step may recurse that deep."""

_CONTAINERS = frozenset({dict, list})


def too_deep(value: JSON) -> bool:
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


def check_depth(document: SourceText, value: JSON, report: DiagnosticCollector) -> bool:
    """Whether later steps, which recurse, can walk a value; report an error if it nests too deep."""
    if too_deep(value):
        report.error(
            "too-deep",
            f"The description nests deeper than {DEPTH} levels.",
            origin=SourcePointer(source=document.name, offset=document.start),
            hint="Move the inner parts to components, and refer to them.",
        )
        return False
    return True


def too_deep_error(offset: int) -> ParseError:
    """The error of a parser that reads one level more than DEPTH, at an offset of the file."""
    return ParseError(
        "too-deep",
        f"The description nests deeper than {DEPTH} levels.",
        offset,
        "Move the inner parts to components, and refer to them.",
    )
