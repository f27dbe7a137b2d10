"""A comparison as text for a terminal, and the phrases that all texts of it have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diff.placing import Shown, condensed
from generator.diff.summary import verdict
from generator.diff.values import Change, Diff, Level
from generator.places import Place
from generator.render import visible

WIDTH = 72
"""How much of a text of before and after is shown in a line."""

CALLS = 3
"""How many calls that a change reaches, or other subjects of it, are named."""

TITLES = {Level.MAJOR: "Breaking", Level.MINOR: "Compatible", Level.PATCH: "Documentation"}


def text(diff: Diff, changes: Sequence[Shown], old: str, new: str, *, name: str = "") -> str:
    """All changes but those of prose, which are counted; the verdict is last. `name` is that of one of many clients."""
    return "".join(f"{visible(line)}\n" for line in _lines(diff, changes, old, new, name))


def _lines(diff: Diff, changes: Sequence[Shown], old: str, new: str, name: str) -> Iterator[str]:
    told = [one for one in condensed(changes) if one.change.code != "docs-changed"]
    if name and told:
        yield f"{name}:"
        yield ""
    for level in Level:
        group = [one for one in told if one.change.level is level]
        if group:
            yield f"{TITLES[level]}:"
            for one in group:
                yield f"  {subject(one)}: {one.change.sentence}{broken(one.change)}"
                if values := _values(one.change):
                    yield f"      {values}"
                yield f"      {places(one)}"
                if one.also:
                    yield f"      also {first_of(one.also)}"
            yield ""
    yield f"{f'{name}: ' if name else ''}{old} -> {new}: {verdict(diff)}"


def subject(one: Shown) -> str:
    """What changed: in Python, and how many others changed with it."""
    return f"{one.change.subject}{f' and {len(one.also)} more' if one.also else ''}"


def broken(change: Change) -> str:
    """What breaks, in brackets: ` [types, wire; response]`."""
    what = [name for name, breaks in (("types", change.types), ("wire", change.wire_breaks)) if breaks]
    where = [str(direction) for direction in change.directions if str(direction) != "client"]
    return f" [{', '.join(what)}{'; ' if where else ''}{' and '.join(where)}]" if what else ""


def places(one: Shown) -> str:
    """Where it is in both documents: `old.yaml:12:3 -> new.yaml:14:3`."""
    before = at(one.old) if one.change.old else "(not there)"
    after = at(one.new) if one.change.new else "(not there)"
    return f"{before} -> {after}"


def at(place: Place | None) -> str:
    """`specs/pets.yaml:12:3`."""
    return "(unknown)" if place is None else f"{place.document.path}:{place.line}:{place.column}"


def reached(one: Shown) -> str:
    """The calls that a change of a model reaches; empty where the subject is a call itself."""
    if one.change.subject.startswith(("client", "Client", "webhooks.")) or not one.change.calls:
        return ""
    return first_of(one.change.calls)


def first_of(names: Sequence[str]) -> str:
    """The first names, and how many there are more."""
    more = len(names) - CALLS
    return ", ".join(names[:CALLS]) + (f" and {more} more" if more > 0 else "")


def _values(change: Change) -> str:
    if not (change.before and change.after) and not change.code.startswith(("default-", "constraint-")):
        return ""  # what is new or gone stands in the sentence
    return f"{short(change.before) or 'nothing'} -> {short(change.after) or 'nothing'}"


def short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"
