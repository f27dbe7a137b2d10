"""Diagnostics as text for people, as JSON for programs, and as annotations for GitHub."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.counts import many
from generator.diagnostics import Diagnostic, Origin, Report, Severity
from generator.places import Place, locate

WIDTH = 100
"""How wide a message is at most; pages hold JSON in one line of 10,000 characters and more."""

BEFORE = 28
"""How many columns of what stands before a fault are shown at least, if there are so many."""

SHOWN = 5
"""How many notes of one code are shown as text; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A diagnostic and the places in files that it speaks of."""

    diagnostic: Diagnostic
    place: Place | None
    related: tuple[tuple[str, Place], ...]


def located(report: Report) -> tuple[Located, ...]:
    """All diagnostics, sorted by document, place and code; those about the whole run come last."""
    wanted: list[Origin] = []
    for diagnostic in report:
        if diagnostic.origin is not None:
            wanted.append(diagnostic.origin)
        wanted += [origin for _, origin in diagnostic.related]
    places = locate(wanted, report.documents)
    found = [
        Located(
            diagnostic=diagnostic,
            place=None if diagnostic.origin is None else places.get(diagnostic.origin),
            related=tuple((label, places[origin]) for label, origin in diagnostic.related if origin in places),
        )
        for diagnostic in report
    ]
    return tuple(sorted(found, key=_order))


def _order(one: Located) -> tuple[bool, str, int, str, str]:
    at = (True, "", 0) if one.place is None else (False, one.place.document.path, one.place.start)
    return (*at, one.diagnostic.code, one.diagnostic.message)


def count(report: Report) -> str:
    """`2 errors, 1 warning`, or nothing where there is nothing to count."""
    counts = Counter(diagnostic.severity for diagnostic in report)
    return ", ".join(many(counts[severity], severity) for severity in Severity if counts[severity])


# --- text, in the manner of rustc and ruff


def text(report: Report, *, notes: bool = True) -> str:
    """All messages with their excerpts; many notes of one kind are cut short. Without `notes`, there are none."""
    if not notes:
        worse = {one: None for one in report if one.severity is not Severity.NOTE}
        report = Report(documents=report.documents, diagnostics=worse)
    total = Counter(one.code for one in report if one.severity is Severity.NOTE)
    seen: Counter[str] = Counter()
    blocks: list[str] = []
    for one in located(report):
        more = 0
        if one.diagnostic.severity is Severity.NOTE:
            code = one.diagnostic.code
            seen[code] += 1
            if seen[code] > SHOWN:
                continue
            if seen[code] == SHOWN:
                more = total[code] - SHOWN
        blocks.append("\n".join(_block(one, more)))
    return "".join(f"{block}\n\n" for block in blocks)


def _block(one: Located, more: int) -> Iterator[str]:
    diagnostic, place = one.diagnostic, one.place
    first, *rest = diagnostic.message.splitlines() or [""]
    yield f"{diagnostic.severity}[{diagnostic.code}]: {visible(first)}"
    yield from (f"  {visible(line)}" for line in rest)
    gutter = " " * (len(str(place.line)) if place else 1)
    if place is not None:
        yield f"{gutter}--> {_at(place)}"
        excerpt = _excerpt(place, WIDTH - len(gutter) - 3)
        if excerpt is not None:
            line, marks = excerpt
            yield f"{gutter} |"
            yield f"{place.line} | {line}"
            yield f"{gutter} | {marks}"
            yield f"{gutter} |"
    for label, other in one.related:
        yield f"{gutter}::: {_at(other)}: {visible(label)}"
    if place is not None and diagnostic.origin is not None and diagnostic.origin.pointer:
        yield f"{gutter} = at {visible(diagnostic.origin.pointer)}"
    if diagnostic.hint:
        yield f"{gutter} = help: {visible(diagnostic.hint)}"
    if more > 0:
        yield f"{gutter} = ... and {more} more like this"


def _at(place: Place) -> str:
    return f"{visible(place.document.path)}:{place.line}:{place.column}"


def visible(line: str) -> str:
    """A line as it can be shown: nothing in it moves the cursor, turns the text around or is not seen."""
    return line if line.isascii() and line.isprintable() else "".join(_shown(char) for char in line)


def _shown(char: str) -> str:
    if char == "\t":
        return "    "
    if char.isprintable():
        return char
    number = ord(char)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _columns(shown: str) -> int:
    """How many columns of a terminal a text takes: combining accents none, wide characters two."""
    if shown.isascii():
        return len(shown)
    from unicodedata import category, east_asian_width

    return sum(0 if category(char) in ("Mn", "Me") else 2 if east_asian_width(char) in "WF" else 1 for char in shown)


def _excerpt(place: Place, width: int) -> tuple[str, str] | None:
    """The line of a place, cut to `width` columns around it, and the marks below it; None of an empty line."""
    whole = place.document.text
    first = place.start - place.column + 1
    last = whole.find("\n", place.start)
    last = len(whole) if last < 0 else last
    # Characters far away are never shown, so that a line of a megabyte costs no more than a short one.
    left = max(first, place.start - width)
    right = min(last, place.start + width)
    cells = [_shown(char) for char in whole[left:right].removesuffix("\r")]
    if not any(cell.strip() for cell in cells):
        return None
    widths = [_columns(cell) for cell in cells]
    at = place.start - left
    start, end = _window(widths, at, width - 2)
    start_cut = start > 0 or left > first
    end_cut = end < len(cells) or right < last
    if not start_cut:
        # What every line of a block is indented by tells nothing.
        while start < at and not cells[start].strip():
            start += 1
    lead = "…" if start_cut else ""
    line = f"{lead}{''.join(cells[start:end])}".rstrip() + ("…" if end_cut else "")
    marked = sum(widths[at : min(place.end - left, end)])
    return line, " " * (len(lead) + sum(widths[start:at])) + "^" * max(marked, 1)


def _window(widths: list[int], at: int, room: int) -> tuple[int, int]:
    """Which cells to show: some before the place, then as many after it as fit, then more before it."""
    start = end = min(at, len(widths))
    used = 0
    while start > 0 and used + widths[start - 1] <= BEFORE:
        start -= 1
        used += widths[start]
    while end < len(widths) and used + widths[end] <= room:
        used += widths[end]
        end += 1
    while start > 0 and used + widths[start - 1] <= room:
        start -= 1
        used += widths[start]
    return start, end


# --- machines


def records(report: Report) -> list[dict[str, Any]]:
    """All messages as JSON values: the form of `--format json`, version 1."""
    return [
        {
            "code": one.diagnostic.code,
            "severity": str(one.diagnostic.severity),
            "message": one.diagnostic.message,
            "hint": one.diagnostic.hint,
            "location": None if one.place is None else _location(one.place, one.diagnostic.origin),
            "related": [{"label": label, "location": _location(place, None)} for label, place in one.related],
        }
        for one in located(report)
    ]


def _location(place: Place, origin: Origin | None) -> dict[str, Any]:
    location: dict[str, Any] = {"file": place.document.path, "line": place.line, "column": place.column}
    if origin is not None:
        location["pointer"] = origin.pointer if origin.offset is None else None
    return location


def github(report: Report) -> str:
    """All messages as workflow commands, which GitHub shows beside the lines of a pull request."""
    return "".join(f"{line}\n" for line in _commands(located(report)))


def _commands(all_of_them: Iterable[Located]) -> Iterator[str]:
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    for one in all_of_them:
        where = {}
        if one.place is not None:
            where = {"file": one.place.document.path, "line": one.place.line, "col": one.place.column}
        lines = [one.diagnostic.message]
        lines += [f"{label}: {_at(place)}" for label, place in one.related]
        lines += [f"help: {one.diagnostic.hint}"] if one.diagnostic.hint else []
        yield command(kinds[one.diagnostic.severity], "\n".join(lines), **where, title=one.diagnostic.code)


def command(kind: str, message: str, **properties: object) -> str:
    """One workflow command, escaped as GitHub's own toolkit does it."""
    inside = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    return f"::{kind} {inside}::{_escaped(message, '')}"


def _escaped(value: str, also: str) -> str:
    for char in "%\r\n" + also:
        value = value.replace(char, f"%{ord(char):02X}")
    return value
