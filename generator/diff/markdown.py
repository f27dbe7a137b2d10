"""A comparison as Markdown, for the description of a pull request or a comment on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.diff.placing import Shown, condensed
from generator.diff.summary import verdict
from generator.diff.text import TITLES, broken, first_of, places, reached, short
from generator.diff.values import Diff, Level
from generator.render import visible

SHOWN = 200
"""How many changes of a kind are listed: GitHub takes 65,536 characters for a description of a pull request."""


def markdown(diff: Diff, changes: Sequence[Shown], old: str, new: str, *, name: str = "") -> str:
    """A table for each level, the verdict first; what breaks nobody is folded away. `name` is one of many clients'."""
    return "".join(f"{line}\n" for line in _markdown(diff, changes, old, new, name))


def _markdown(diff: Diff, changes: Sequence[Shown], old: str, new: str, name: str) -> Iterator[str]:
    yield f"## API changes{f' of {code(name)}' if name else ''}: {verdict(diff)}"
    yield ""
    yield f"{code(old)} → {code(new)}"
    changes = condensed(changes)
    for level in Level:
        group = [one for one in changes if one.change.level is level]
        if not group:
            continue
        yield ""
        folded = level is not Level.MAJOR
        title = f"{TITLES[level]} ({sum(one.count for one in group)})"
        yield f"<details><summary>{title}</summary>" if folded else f"### {title}"
        yield ""
        yield from _table(group[:SHOWN], level)
        if len(group) > SHOWN:
            yield ""
            yield f"… and {len(group) - SHOWN} more."
        if folded:
            yield ""
            yield "</details>"


def _table(group: Iterable[Shown], level: Level) -> Iterator[str]:
    breaks = level is Level.MAJOR
    yield f"| Where | What |{' Breaks |' if breaks else ''} Before | After | Reaches | Place |"
    yield f"| --- | --- |{' --- |' if breaks else ''} --- | --- | --- | --- |"
    for one in group:
        change = one.change
        cells = [code(change.subject) + (f", {code(first_of(one.also))}" if one.also else ""), _prose(change.sentence)]
        cells += [broken(change).strip(" []")] if breaks else []
        cells += [code(short(change.before)), code(short(change.after)), code(reached(one)), code(places(one))]
        yield f"| {' | '.join(cells)} |"


def code(value: str) -> str:
    """A text as code in a cell of a table: nothing in it is Markdown, HTML, a mention or the end of the cell."""
    if not value:
        return ""
    shown = visible(" ".join(value.split())).replace("|", "\\|")
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    pad = " " if shown[:1] == "`" or shown[-1:] == "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _prose(sentence: str) -> str:
    """A sentence of ours, in which code is marked already; what is in it may be anything."""
    parts = sentence.split("`", 1)
    if len(parts) == 1 or "`" not in parts[1]:
        return _escaped(sentence)
    inner, _, rest = parts[1].rpartition("`")
    return f"{_escaped(parts[0])}{code(inner)}{_escaped(rest)}"


def _escaped(value: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>()#+!|~@-])", r"\\\1", visible(" ".join(value.split())))
