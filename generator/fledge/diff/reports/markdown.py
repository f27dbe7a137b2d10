"""Renders a comparison as Markdown for a pull request: a screen of sentences, and the rest folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fledge.diagnostics.plural import pluralize
from fledge.diff.changes import Diff, Level
from fledge.diff.locations import LocatedChange
from fledge.diff.reports.changelog import PROSE, Section, sections
from fledge.diff.reports.prose import code
from fledge.diff.reports.summary import verdict

SCREEN = 15
"""The number of breaking changes that are not folded."""

SHOWN = 200
"""The number of changes of a kind that are listed: GitHub allows 65,536 characters in a pull request."""


def render_markdown(
    diff: Diff, changes: Sequence[LocatedChange], old: str, new: str, *, name: str = "", command: str = ""
) -> str:
    """Return the verdict and the changes by call; what breaks nothing is folded.

    `name` is the client's, and `command` the one that shows all changes with their locations.
    """
    return "".join(f"{line}\n" for line in _markdown(diff, changes, old, new, name, command))


def _markdown(
    diff: Diff, changes: Sequence[LocatedChange], old: str, new: str, name: str, command: str
) -> Iterator[str]:
    yield f"## API changes{f' of {code(name)}' if name else ''}: {verdict(diff)}"
    yield ""
    yield f"{code(old)} → {code(new)}"
    open_ones = [each for each in changes if each.change.level is Level.MAJOR and not each.change.allowed]
    allowed = [each for each in changes if each.change.level is Level.MAJOR and each.change.allowed]
    others = [each for each in changes if each.change.level is not Level.MAJOR and each.change.code != PROSE]
    breaking = sections(diff, open_ones)
    shown, rest = _split(breaking, SCREEN)
    if shown:
        yield ""
        yield "### Breaking changes"
        yield from _sections(shown)
    for title, group in (
        (f"{pluralize(_count(rest), 'more breaking change')}", rest),
        ("Breaking changes that are allowed", sections(diff, allowed)),
        ("Other changes", sections(diff, others)),
    ):
        listed, left = _split(group, SHOWN)
        if listed:
            yield ""
            yield f"<details><summary>{title}</summary>"
            yield from _sections(listed)
            if left:
                yield ""
                yield f"… and {_count(left)} more."
            yield ""
            yield "</details>"
    if command and diff.changes:
        yield ""
        yield f"All changes with their locations: {code(command)}"


def _sections(group: Sequence[Section]) -> Iterator[str]:
    for section in group:
        yield ""
        yield f"**{section.heading}**"
        yield ""
        yield from section.entries


def _split(group: Sequence[Section], limit: int) -> tuple[list[Section], list[Section]]:
    """Return the first entries and the others, each with its heading."""
    first: list[Section] = []
    others: list[Section] = []
    for section in group:
        head, tail = section.entries[: max(limit, 0)], section.entries[max(limit, 0) :]
        limit -= len(section.entries)
        first += [Section(heading=section.heading, entries=head)] if head else []
        others += [Section(heading=section.heading, entries=tail)] if tail else []
    return first, others


def _count(group: Sequence[Section]) -> int:
    return sum(len(section.entries) for section in group)
