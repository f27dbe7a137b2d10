"""Many warnings and notes as a screen of text: each kind with its first message, its first places, and its hint."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from fledge.diagnostics.diagnostic import Diagnostics, Severity
from fledge.diagnostics.render import (
    SHOWN,
    STYLES,
    Located,
    Paint,
    escape_control_characters,
    located,
    other_files,
    render_located,
    without_description_notes,
)

_OF_FILES = ("page-", "source-")
"""What the codes about files that Fledge skips begin with."""

_NAMED = 6
"""How many kinds the last line names."""


def render_screen(diagnostics: Diagnostics, *, notes: bool, color: bool, width: int, most_lines: int) -> str:
    """Return all messages with excerpts, but if warnings and notes take more than `most_lines`, a brief form of them.

    Without `notes`, those about the description are left out.
    """
    shown = located(diagnostics if notes else without_description_notes(diagnostics))
    whole = render_located(shown, color=color, width=width)
    errors = render_located(
        [one for one in shown if one.diagnostic.severity is Severity.ERROR], color=color, width=width
    )
    if whole.count("\n") - errors.count("\n") <= most_lines:
        return whole
    others = [one for one in shown if one.diagnostic.severity is not Severity.ERROR]
    return errors + "".join(f"{line}\n" for line in _brief_lines(others, Paint(color), width, most_lines))


def _brief_lines(diagnostics: Sequence[Located], paint: Paint, width: int, most_lines: int) -> list[str]:
    """Return at most `most_lines` lines, none wider than `width`: kinds that do not fit are named and counted.

    The names of files that Fledge skips come first, and on top of that.
    """
    kinds: dict[tuple[Severity, str], list[Located]] = {}
    for severity in Severity:
        for one in diagnostics:
            if one.diagnostic.severity is severity:
                kinds.setdefault((severity, one.diagnostic.code), []).append(one)
    lines: list[str] = []
    rest = dict(kinds)
    count = 0
    for kind, group in sorted(kinds.items(), key=lambda kind: not kind[0][1].startswith(_OF_FILES)):
        block = _kind_lines(group, paint, width)
        if count + len(block) > most_lines - 2:  # below are the rest, and an empty line
            break
        count += len(block)
        lines += block + _lines_of_files(group, width)
        del rest[kind]
    if rest:
        count = sum(map(len, rest.values()))
        named = [f"{code} ({len(group)})" for (_, code), group in rest.items()]
        more = ", …" if len(named) > _NAMED else ""
        lines.append(_cut(f"... and {count} more: {', '.join(named[:_NAMED])}{more}", width))
    return [*lines, ""]


def _kind_lines(group: Sequence[Located], paint: Paint, width: int) -> list[str]:
    first = group[0].diagnostic
    label = f"{first.severity}[{first.code}]"
    count = f" ({len(group)} like this)" if len(group) > 1 else ""
    message = escape_control_characters(first.message.partition("\n")[0])
    room = width - len(label) - 2 - len(count)
    lines = [f"{paint(label, STYLES[first.severity])}: {_cut(message, room)}{count}"]
    if places := _places(group):
        lines.append(_cut(f"  --> {places}", width))
    if first.hint:
        lines.append(_cut(f"  = help: {escape_control_characters(first.hint)}", width))
    return lines


def _lines_of_files(group: Sequence[Located], width: int) -> list[str]:
    """Return the lines with the names of the files that Fledge does not read, which the lines of a kind do not have."""
    diagnostics = [one.diagnostic for one in group]
    texts = [escape_control_characters(each.message) for each in diagnostics if each.names_files]
    if diagnostics[0].code.startswith(_OF_FILES):
        texts.append(other_files(group))
    return [
        line
        for text in texts
        for line in textwrap.wrap(
            text, width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False, break_long_words=False
        )
    ]


def _places(group: Sequence[Located]) -> str:
    """The first places of a kind; the name of a file is not repeated."""
    named: list[str] = []
    path = ""
    for one in group[:SHOWN]:
        at = one.source_range
        if at is None:
            return ""
        shown = escape_control_characters(at.document.path)
        named.append(f"{at.line}:{at.column}" if shown == path else f"{shown}:{at.line}:{at.column}")
        path = shown
    more = f", and {len(group) - SHOWN} more" if len(group) > SHOWN else ""
    return f"{', '.join(named)}{more}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: max(width - 1, 0)]}…"
