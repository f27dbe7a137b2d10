"""A comparison in a few lines."""

from __future__ import annotations

from generator.counts import many
from generator.diff.values import Change, Diff, Level

SHOWN = 5
"""How many changes are named."""

_VERDICTS = {
    None: "nothing changed for callers",
    Level.PATCH: "patch: only documentation changed",
    Level.MINOR: "minor: nothing breaks for callers",
    Level.MAJOR: "major: callers are broken",
}


def verdict(diff: Diff) -> str:
    """What it comes down to, in a line."""
    counts = diff.counts
    told = [
        (counts[Level.MAJOR], "breaking change"),
        (counts[Level.MINOR], "compatible change"),
        (counts[Level.PATCH], "change of documentation"),
    ]
    said = ", ".join(_changes(count, noun) for count, noun in told if count)
    return f"{_VERDICTS[diff.level]}{f' ({said})' if said else ''}"


def _changes(count: int, noun: str) -> str:
    return many(count, noun) if count == 1 or "change of" not in noun else f"{count} changes of documentation"


def summary_lines(diff: Diff) -> list[str]:
    """The verdict, and the first of what breaks, or else of what is new; nothing where nothing changed."""
    if diff.level is None:
        return []
    worst = [change for change in diff.changes if change.level is diff.level is not Level.PATCH]
    lines = [verdict(diff), *(f"  {told(change)}" for change in worst[:SHOWN])]
    more = len(worst) - SHOWN
    what = "" if diff.level is Level.MINOR else " that breaks" if more == 1 else " that break"
    return [*lines, f"  ... and {more} more{what}"] if more > 0 else lines


def told(change: Change) -> str:
    """A change in a line: `client.pets.list(limit=) is gone`."""
    return f"{change.subject} {change.sentence}"
