"""Renders a comparison as a changelog in Markdown: grouped by call, in sentences, without locations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fledge.diagnostics.plural import pluralize
from fledge.diff.changes import Change, Diff, Direction, Level
from fledge.diff.locations import LocatedChange, group_changes
from fledge.diff.reports.prose import code, format_sentence
from fledge.diff.reports.summary import verdict
from fledge.diff.reports.text import first_of

SHARED, CLIENT, MODELS = "Several operations", "Client", "Models"
PROSE = "docs-changed"
"""The rule whose changes are counted, and not listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The changes of one call, as sentences in Markdown."""

    heading: str
    entries: tuple[str, ...]


def render_changelog(diff: Diff, changes: Sequence[LocatedChange], old: str, new: str, *, name: str = "") -> str:
    """Return the breaking changes, then the others; changes of prose are left out. `name` is the client's."""
    return "".join(f"{line}\n" for line in _lines(diff, changes, old, new, name))


def _lines(diff: Diff, changes: Sequence[LocatedChange], old: str, new: str, name: str) -> Iterator[str]:
    yield f"# {f'{code(name)}: ' if name else ''}{code(old)} → {code(new)}"
    yield ""
    yield f"{verdict(diff).capitalize()}."
    for title, is_breaking in (("Breaking changes", True), ("Other changes", False)):
        group = sections(diff, [each for each in changes if (each.change.level is Level.MAJOR) is is_breaking])
        if group:
            yield ""
            yield f"## {title}"
        for section in group:
            yield ""
            yield f"### {section.heading}"
            yield ""
            yield from section.entries


def sections(diff: Diff, changes: Sequence[LocatedChange]) -> tuple[Section, ...]:
    """Return changes by call, what several calls share first, models of several calls last."""
    headings: dict[str, list[str]] = {SHARED: [], CLIENT: []}
    models: list[str] = []
    for each in group_changes(changes):
        if each.change.code != PROSE:
            heading = _heading(each, diff)
            group = models if heading == MODELS else headings.setdefault(heading, [])
            group.append(_entry(each, heading))
    return tuple(
        Section(heading=heading, entries=tuple(entries))
        for heading, entries in {**headings, MODELS: models}.items()
        if entries
    )


def _heading(one: LocatedChange, diff: Diff) -> str:
    change = one.change
    if change.endpoint:
        call = change.calls[0] if change.calls else change.subject
        return SHARED if one.also else f"{code(change.endpoint)} ({code(call)})"
    if change.subject.startswith(("client", "Client", "webhooks.")):
        return CLIENT
    if len(change.calls) == 1 and change.calls[0] in diff.endpoints:
        [call] = change.calls
        return f"{code(diff.endpoints[call])} ({code(call)})"
    return MODELS


def _entry(one: LocatedChange, heading: str) -> str:
    """One change as an item of a list; the calls of a shared one are named."""
    change = one.change
    sentence = f"{_where(change)}{format_sentence(change.sentence)}"
    sentence = sentence[:1].upper() + sentence[1:]
    calls = ""
    if one.also:
        subjects = tuple(dict.fromkeys(each.partition("(")[0] for each in (change.subject, *one.also)))
        calls = f" ({pluralize(len(subjects), 'call')}: {first_of([code(each) for each in subjects])})"
    elif heading == MODELS and change.breaks and change.calls:
        calls = f" (used by {first_of([code(each) for each in change.calls])})"
    return f"- {sentence}{calls}.{effect_text(change)}{_allowed(change)}"


def _where(change: Change) -> str:
    """Where a change of a model has its effect; a change of an operation says it by itself."""
    on_wire = [f"the {each}" for each in change.directions if each is not Direction.CLIENT]
    return f"in {' and '.join(on_wire)}, " if on_wire and not change.endpoint and change.calls else ""


def effect_text(change: Change) -> str:
    """Return what a change breaks, as a sentence after a space; empty if nothing."""
    match change.types_break, change.wire_breaks:
        case True, True:
            return " **Breaks types and the wire.**"
        case True, False:
            return " **Breaks types.**"
        case False, True:
            return " **Breaks the wire.**"
        case _:
            return ""


def _allowed(change: Change) -> str:
    return f" Allowed: {code(change.allowed)}." if change.allowed else ""
