"""Renders a comparison in a few lines, for the output of `fledge generate` and `fledge pull`."""

from __future__ import annotations

from fledge.diagnostics.plural import pluralize
from fledge.diff.changes import Change, Diff, Level

SHOWN = 5
"""The number of changes that are listed."""

_VERDICTS = {
    None: "nothing changed for callers",
    Level.PATCH: "patch: only documentation changed",
    Level.MINOR: "minor: nothing breaks for callers",
    Level.MAJOR: "major: breaks callers",
}


def verdict(diff: Diff) -> str:
    """Return the level and the number of changes, in one line."""
    counts = diff.counts
    nouns = [
        (counts[Level.MAJOR], "breaking change"),
        (counts[Level.MINOR], "compatible change"),
        (counts[Level.PATCH], "change of documentation"),
    ]
    numbers = ", ".join(_count(count, noun) for count, noun in nouns if count)
    return f"{_VERDICTS[diff.level]}{f' ({numbers})' if numbers else ''}"


def _count(count: int, noun: str) -> str:
    return pluralize(count, noun) if count == 1 or "change of" not in noun else f"{count} changes of documentation"


def summary_lines(diff: Diff) -> list[str]:
    """Return the verdict and the first of the worst changes; an empty list if nothing changed."""
    if diff.level is None:
        return []
    worst = [change for change in diff.changes if change.level is diff.level is not Level.PATCH]
    lines = [verdict(diff), *(f"  {change_line(change)}" for change in worst[:SHOWN])]
    more = len(worst) - SHOWN
    breaking = " breaking" if diff.level is Level.MAJOR else ""
    return [*lines, f"  ... and {pluralize(more, f'more{breaking} change')}"] if more > 0 else lines


def change_line(change: Change) -> str:
    """Return a change as one line: `client.pets.list(limit=): query parameter `limit` was removed`."""
    named = any(each.code and each.text == change.subject for each in change.sentence)
    return change.message if named or change.subject == "client" else f"{change.subject}: {change.message}"
