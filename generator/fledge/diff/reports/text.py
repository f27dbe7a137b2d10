"""Renders a comparison as text for a terminal; other reports use its phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fledge.diagnostics.positions import SourceRange
from fledge.diagnostics.render import escape_control_characters
from fledge.diff.changes import Change, Diff, Level
from fledge.diff.locations import LocatedChange, group_changes
from fledge.diff.reports.summary import change_line, verdict

WIDTH = 72
"""The longest value that is shown in full."""

CALLS = 3
"""The number of calls or subjects that are listed."""

TITLES = {Level.MAJOR: "Breaking", Level.MINOR: "Compatible", Level.PATCH: "Documentation"}


def render_text(diff: Diff, changes: Sequence[LocatedChange], old: str, new: str, *, name: str = "") -> str:
    """Return all changes except those of descriptions, then the verdict.

    `name` is the client's if there are several.
    """
    return "".join(f"{escape_control_characters(line)}\n" for line in _lines(diff, changes, old, new, name))


def _lines(diff: Diff, changes: Sequence[LocatedChange], old: str, new: str, name: str) -> Iterator[str]:
    listed = [one for one in group_changes(changes) if one.change.code != "docs-changed"]
    if name and listed:
        yield f"{name}:"
        yield ""
    for level in Level:
        group = [one for one in listed if one.change.level is level]
        if group:
            yield f"{TITLES[level]}:"
            for one in group:
                headline = f"{subject(one)}: {one.change.message}" if one.also else change_line(one.change)
                yield f"  {headline}{breakage(one.change)}"
                if one.change.allowed:
                    yield f"      allowed: {one.change.allowed}"
                if values := _values(one.change):
                    yield f"      {values}"
                yield f"      {location_line(one)} ({one.change.code})"
                if one.also:
                    yield f"      also {first_of(one.also)}"
            yield ""
    yield f"{f'{name}: ' if name else ''}{old} -> {new}: {verdict(diff)}"


def subject(one: LocatedChange) -> str:
    """Return the Python name of what changed, and the number of equal changes."""
    return f"{one.change.subject}{f' and {len(one.also)} more' if one.also else ''}"


def breakage(change: Change) -> str:
    """Return what breaks, in brackets: ` [types, wire; response]`."""
    kinds = [name for name, breaks in (("types", change.types_break), ("wire", change.wire_breaks)) if breaks]
    where = [str(direction) for direction in change.directions if str(direction) != "client"]
    return f" [{', '.join(kinds)}{'; ' if where else ''}{' and '.join(where)}]" if kinds else ""


def location_line(one: LocatedChange) -> str:
    """Return the location in both documents: `old.yaml:12:3 -> new.yaml:14:3`."""
    before = format_location(one.old) if one.change.old else "(none)"
    after = format_location(one.new) if one.change.new else "(none)"
    return f"{before} -> {after}"


def format_location(location: SourceRange | None) -> str:
    """Return `specs/pets.yaml:12:3`."""
    return "(unknown)" if location is None else f"{location.document.path}:{location.line}:{location.column}"


def reached_calls(one: LocatedChange) -> str:
    """Return the calls that a change of a model reaches; empty if the subject is a call itself."""
    if one.change.subject.startswith(("client", "Client", "webhooks.")) or not one.change.calls:
        return ""
    return first_of(one.change.calls)


def first_of(names: Sequence[str]) -> str:
    """Return the first names, and the number of the others."""
    more = len(names) - CALLS
    return ", ".join(names[:CALLS]) + (f" and {more} more" if more > 0 else "")


def _values(change: Change) -> str:
    if not (change.before and change.after) and not change.code.startswith(("default-", "constraint-")):
        return ""  # the sentence has it
    if {change.before, change.after} <= {each.text for each in change.sentence}:
        return ""
    return f"{shorten(change.before) or 'nothing'} -> {shorten(change.after) or 'nothing'}"


def shorten(value: str) -> str:
    """Return a value as one line of limited length."""
    line = " ".join(value.split())
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"
