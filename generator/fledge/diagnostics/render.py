"""Diagnostics as text for people, as JSON for programs, and as annotations for GitHub."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from fledge.diagnostics.diagnostic import Diagnostic, DiagnosticCollector, Diagnostics, Severity
from fledge.diagnostics.plural import pluralize
from fledge.diagnostics.positions import SourceRange, resolve_ranges
from fledge.diagnostics.source import SourcePointer

Report: TypeAlias = DiagnosticCollector | Diagnostics

WIDTH = 100
"""How wide a message is at most, unless a terminal is narrower; pages hold JSON in one line of 10,000 characters."""

BEFORE = 28
"""How many columns before a fault are shown at least."""

_USER = re.compile(r"(?:(?<=://)|[^/\s\"'<>@:]+:)[^/\s\"'<>@]+(?=@)")
"""A user and a password before the host of a URL, also of one without its scheme: no excerpt shows them."""

_FILES = 100
"""How many files are named of diagnostics that are counted: no file that was skipped goes without a word."""

SHOWN = 3
"""How many warnings or notes of one code have a place as text; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A diagnostic with the ranges that it points at."""

    diagnostic: Diagnostic
    source_range: SourceRange | None
    related: tuple[tuple[str, SourceRange], ...]


def located(report: Report) -> tuple[Located, ...]:
    """Return all diagnostics, sorted by file, position and code; those about the whole run come last."""
    pointers: list[SourcePointer] = []
    for diagnostic in report:
        if diagnostic.source is not None:
            pointers.append(diagnostic.source)
        pointers += [origin for _, origin in diagnostic.related]
    ranges = resolve_ranges(pointers, report.sources)
    diagnostics = [
        Located(
            diagnostic=diagnostic,
            source_range=None if diagnostic.source is None else ranges.get(diagnostic.source),
            related=tuple((label, ranges[origin]) for label, origin in diagnostic.related if origin in ranges),
        )
        for diagnostic in report
    ]
    return tuple(sorted(diagnostics, key=_order))


def _order(one: Located) -> tuple[bool, str, int, str, str]:
    at = (True, "", 0) if one.source_range is None else (False, one.source_range.document.path, one.source_range.start)
    return (*at, one.diagnostic.code, one.diagnostic.message)


def count(report: Report) -> str:
    """`2 errors, 1 warning`, or nothing where there is nothing to count."""
    counts = Counter(diagnostic.severity for diagnostic in report)
    return ", ".join(pluralize(counts[severity], severity) for severity in Severity if counts[severity])


# --- text, in the manner of rustc and ruff


def render_text(
    report: Report, *, notes: bool = True, every: bool = False, color: bool = False, width: int = WIDTH
) -> str:
    """All messages with their excerpts, which are not wider than `width` columns. Without `notes`, those about the
    description are left out.

    More warnings or notes of one code than a few are one block with the first places, unless `every` one is wanted.
    """
    report = report if notes else without_description_notes(report)
    return render_located(located(report), every=every, color=color, width=width)


def render_located(
    diagnostics: Iterable[Located], *, every: bool = False, color: bool = False, width: int = WIDTH
) -> str:
    """The same of diagnostics whose ranges are known."""
    groups: dict[tuple[Severity, str, int], list[Located]] = {}
    for index, one in enumerate(diagnostics):
        severity, code = one.diagnostic.severity, one.diagnostic.code
        is_alone = every or severity is Severity.ERROR or one.diagnostic.names_files
        groups.setdefault((severity, code, index if is_alone else -1), []).append(one)
    blocks: list[list[Located]] = []
    for group in groups.values():
        blocks += [group] if len(group) > SHOWN else [[one] for one in group]
    paint = Paint(color)
    return "".join(
        f"{line}\n" for block in sorted(blocks, key=_order_of_block) for line in (*_block(block, paint, width), "")
    )


def without_description_notes(report: Report) -> Diagnostics:
    """The diagnostics but for notes about the description; what Fledge does not read is none of it."""
    worse = (one for one in report if one.severity is not Severity.NOTE or one.source is None or one.names_files)
    return Diagnostics(sources=report.sources, items=tuple(worse))


def _order_of_block(block: list[Located]) -> tuple[bool, str, int, str, str]:
    return _order(block[0])


class Paint:
    """Escape sequences around parts of a text (ECMA-48, 8.3.117), or nothing around them."""

    def __init__(self, is_on: bool) -> None:
        self._is_on = is_on

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._is_on else text


_BOLD, _BLUE = "1", "1;34"
STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


def _block(group: list[Located], paint: Paint, width: int) -> Iterator[str]:
    """The lines of one diagnostic, or of the first of many with places of the next ones."""
    one = group[0]
    diagnostic, source_range = one.diagnostic, one.source_range
    style = STYLES[diagnostic.severity]
    first, *rest = diagnostic.message.splitlines() or [""]
    label = paint(f"{diagnostic.severity}[{diagnostic.code}]", style)
    yield f"{label}: {paint(escape_control_characters(first), _BOLD)}"
    yield from (f"  {escape_control_characters(line)}" for line in rest)
    gutter = " " * (len(str(source_range.line)) if source_range else 1)
    bar = paint("|", _BLUE)
    if source_range is not None:
        yield f"{gutter}{paint('-->', _BLUE)} {_at(source_range)}"
        excerpt = _excerpt(source_range, width - len(gutter) - 3)
        if excerpt is not None:
            line, marks = excerpt
            yield f"{gutter} {bar}"
            yield f"{paint(str(source_range.line), _BLUE)} {bar} {line}"
            yield f"{gutter} {bar} {paint(marks, style)}"
            yield f"{gutter} {bar}"
    for name, other in one.related:
        yield f"{gutter}{paint(':::', _BLUE)} {_at(other)}: {escape_control_characters(name)}"
    if source_range is not None and diagnostic.source is not None and diagnostic.source.pointer:
        yield f"{gutter} = at {escape_control_characters(diagnostic.source.pointer)}"
    if diagnostic.hint:
        yield f"{gutter} = {paint('help', _BOLD)}: {escape_control_characters(diagnostic.hint)}"
    for other_one in group[1:SHOWN]:
        yield f"{gutter} = {_place_and_message(other_one)}"
    if len(group) > SHOWN:
        yield f"{gutter} = ... and {len(group) - SHOWN} more like this{_in_other_files(group)}"


def _in_other_files(group: Sequence[Located]) -> str:
    names = other_files(group)
    return f" in {names}" if names else ""


def other_files(group: Sequence[Located]) -> str:
    """The files of diagnostics that are only counted, if no line has their names: `a.md, b.md`."""
    paths = [each.source_range.document.path if each.source_range else "" for each in group]
    others = [path for path in dict.fromkeys(paths[SHOWN:]) if path and path not in paths[:SHOWN]]
    more = f", and {len(others) - _FILES} more files" if len(others) > _FILES else ""
    return f"{', '.join(map(escape_control_characters, others[:_FILES]))}{more}"


def _place_and_message(one: Located) -> str:
    """One more diagnostic of a group, in one line."""
    message = escape_control_characters(one.diagnostic.message.partition("\n")[0])
    if len(message) > WIDTH:
        message = f"{message[: WIDTH - 1]}…"
    return message if one.source_range is None else f"also {_at(one.source_range)}: {message}"


def _at(source_range: SourceRange) -> str:
    return f"{escape_control_characters(source_range.document.path)}:{source_range.line}:{source_range.column}"


def escape_control_characters(line: str) -> str:
    """A line as it can be shown: nothing in it moves the cursor, turns the text around or is not printed."""
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


def _excerpt(source_range: SourceRange, width: int) -> tuple[str, str] | None:
    """The line of a range, cut to `width` columns around it, and the marks below it; None of an empty line."""
    whole = source_range.document.text
    first = source_range.start - source_range.column + 1
    last = whole.find("\n", source_range.start)
    last = len(whole) if last < 0 else last
    # Characters far away are never shown, so that a line of a megabyte costs no more than a short one.
    left = max(first, source_range.start - width)
    right = min(last, source_range.start + width)
    text = _USER.sub(lambda user: "*" * len(user[0]), whole[left:right].removesuffix("\r"))
    cells = [_shown(char) for char in text]
    if not any(cell.strip() for cell in cells):
        return None
    widths = [_columns(cell) for cell in cells]
    at = source_range.start - left
    start, end = _window(widths, at, width - 2)
    start_cut = start > 0 or left > first
    end_cut = end < len(cells) or right < last
    if not start_cut:
        # What every line of a block is indented by tells nothing.
        while start < at and not cells[start].strip():
            start += 1
    lead = "…" if start_cut else ""
    line = f"{lead}{''.join(cells[start:end])}".rstrip() + ("…" if end_cut else "")
    marked = sum(widths[at : min(source_range.end - left, end)])
    return line, " " * (len(lead) + sum(widths[start:at])) + "^" * max(marked, 1)


def _window(widths: list[int], at: int, room: int) -> tuple[int, int]:
    """Which cells to show: some before the range, then as many after it as fit, then more before it."""
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


def to_json(report: Report) -> list[dict[str, object]]:
    """All messages as JSON values: the form of `--format json`, version 1."""
    return [
        {
            "code": one.diagnostic.code,
            "severity": str(one.diagnostic.severity),
            "message": one.diagnostic.message,
            "hint": one.diagnostic.hint,
            "location": None if one.source_range is None else _location(one.source_range, one.diagnostic.source),
            "related": [
                {"label": label, "location": _location(source_range, None)} for label, source_range in one.related
            ],
        }
        for one in located(report)
    ]


def _location(source_range: SourceRange, origin: SourcePointer | None) -> dict[str, object]:
    location: dict[str, object] = {
        "file": source_range.document.path,
        "line": source_range.line,
        "column": source_range.column,
    }
    if origin is not None:
        location["pointer"] = origin.pointer if origin.offset is None else None
    return location


def render_github(report: Report, client: str = "") -> str:
    """All messages as workflow commands, which GitHub shows beside the lines of a pull request; titles name `client`."""
    return "".join(f"{line}\n" for line in _commands(located(report), client))


def _commands(all_of_them: Iterable[Located], client: str) -> Iterator[str]:
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    for one in all_of_them:
        where = {}
        if one.source_range is not None:
            where = {
                "file": one.source_range.document.path,
                "line": one.source_range.line,
                "col": one.source_range.column,
            }
        lines = [one.diagnostic.message]
        lines += [f"{label}: {_at(source_range)}" for label, source_range in one.related]
        lines += [f"help: {one.diagnostic.hint}"] if one.diagnostic.hint else []
        title = f"{client}: {one.diagnostic.code}" if client else one.diagnostic.code
        yield workflow_command(kinds[one.diagnostic.severity], "\n".join(lines), **where, title=title)


def workflow_command(kind: str, message: str, **properties: object) -> str:
    """One workflow command, escaped as GitHub's own toolkit does it."""
    message = "\n".join(map(escape_control_characters, message.split("\n")))
    inside = ",".join(
        f"{key}={_escaped(escape_control_characters(str(value)), ':,')}" for key, value in properties.items()
    )
    return f"::{kind} {inside}::{_escaped(message, '')}"


def _escaped(value: str, also: str) -> str:
    for char in "%\r\n" + also:
        value = value.replace(char, f"%{ord(char):02X}")
    return value
