"""Where a key stands in a TOML text: a search that is good enough to point a user at the line."""

from __future__ import annotations

import re


def lines_of(text: str) -> list[str]:
    """The lines of a TOML text with their ends: only a line feed ends one, not what Unicode has beside it."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def toml_position(text: str, table: str, key: str | None = None) -> int:
    """Return the offset of a table, or of a key in it; else of the first line that belongs to the table.

    Of what an inline table holds, it is that of the inline table; of what is nowhere, 0.
    """
    current = ""
    first_inside = first_around = None
    around, around_name = 0, ""
    offset = 0
    name = ".".join(part for part in (table, key) if part)
    for line in lines_of(text):
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
        if f"{name}.".startswith(f"{line_name}.") and len(line_name) > len(around_name):
            around, around_name = start, line_name
    return next((each for each in (first_inside, first_around) if each is not None), around)


def _plain(dotted: str) -> str:
    """A dotted key without its quotes and spaces."""
    return ".".join(part.strip().strip("\"'") for part in dotted.split("."))
