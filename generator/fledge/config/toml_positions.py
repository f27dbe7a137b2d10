"""Where a key stands in a TOML text: a search that is good enough to point a user at the line."""

from __future__ import annotations

import re


def toml_position(text: str, table: str, key: str | None = None) -> int:
    """Return the offset of a table, or of a key in it; else of the first line that belongs to the table; else 0."""
    current = ""
    first_inside = first_around = None
    offset = 0
    name = ".".join(part for part in (table, key) if part)
    for line in text.splitlines(keepends=True):
        start = offset + len(line) - len(line.lstrip())
        offset += len(line)
        if header := re.match(r"\s*\[+([^\[\]]+)\]+\s*(?:#.*)?$", line):
            current = line_name = _plain(header[1])
        elif assignment := re.match(r"""\s*((?:"[^"]*"|'[^']*'|[^=#\[\]{}"'])+?)\s*=""", line):
            line_name = f"{current}.{_plain(assignment[1])}".removeprefix(".")
        else:
            continue
        if line_name == name:
            return start
        if first_inside is None and line_name.startswith(f"{name}."):
            first_inside = start
        if first_around is None and f"{line_name}.".startswith(f"{table}."):
            first_around = start
    return first_around or 0 if first_inside is None else first_inside


def _plain(dotted: str) -> str:
    """A dotted key without its quotes and spaces."""
    return ".".join(part.strip().strip("\"'") for part in dotted.split("."))
