"""A comparison as one page of HTML that needs nothing else: no script from elsewhere, no font, no picture."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.diff.placing import Shown, condensed
from generator.diff.summary import verdict
from generator.diff.text import TITLES, at, places, reached, subject
from generator.diff.values import Diff, Level
from generator.emitter.render import render
from generator.places import Place
from generator.render import visible

LINES = 16
"""How many lines of a document are shown at most."""

COLUMNS = 160
"""How much of a line of a document is shown."""

WORDS = 600
"""Up to how many words two texts are compared word by word: it takes quadratic time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a text: whether only this side has it."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of a sentence: whether it is code."""

    text: str
    code: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One side of a change: the text, where it is in the document, and what stands there. Empty: it is not there."""

    label: str
    pieces: tuple[Piece, ...]
    place: str
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change."""

    id: str
    code: str
    level: str
    count: int
    types: bool
    wire: bool
    subject: str
    also: str
    sentence: tuple[Phrase, ...]
    document: str
    directions: str
    sides: tuple[SideView, ...]
    excerpts: bool
    more: tuple[tuple[str, str], ...]
    reached: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerView:
    """What of the client changes are of, a model or a resource: how many of each group, and the first of them."""

    name: str
    counts: tuple[str, ...]
    first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """All changes of a level."""

    id: str
    title: str
    count: int
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The page. `policy` allows the page's own style and script, and nothing else."""

    title: str
    old: str
    new: str
    verdict: str
    level: str
    policy: str
    groups: tuple[GroupView, ...]
    owners: tuple[OwnerView, ...]


def html(diff: Diff, changes: Sequence[Shown], old: str, new: str) -> str:
    """The whole page; equal comparisons are equal pages."""
    levels = [level for level in Level if diff.counts[level]]
    groups: list[GroupView] = []
    owners: dict[str, tuple[str, Counter[Level]]] = {}
    for level in levels:
        group = [one for one in condensed(changes) if one.change.level is level]
        views = tuple(_change(one, f"{level}-{index}") for index, one in enumerate(group, 1))
        count = sum(one.count for one in group)
        groups.append(GroupView(id=str(level), title=TITLES[level], count=count, changes=views))
        for view, one in zip(views, group):
            for each in (one.change.subject, *one.also):
                owners.setdefault(_owner(each), (view.id, Counter()))[1][level] += 1
    style, script = (_digest(render(f"diff/{name}.jinja")) for name in ("page.css", "page.js"))
    page = PageView(
        title=visible(diff.title) or "API",
        old=visible(old),
        new=visible(new),
        verdict=verdict(diff),
        level=str(diff.level or "none"),
        policy=f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'",
        groups=tuple(groups),
        owners=tuple(
            OwnerView(name=name, counts=tuple(str(counts[level] or "") for level in levels), first=first)
            # Those first of which most breaks: that is what a reader looks for.
            for name, (first, counts) in sorted(
                owners.items(), key=lambda one: ([-one[1][1][level] for level in levels], one[0])
            )
        ),
    )
    return render("diff/page.html.jinja", page=page)


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _owner(subject: str) -> str:
    """`client.pets` of `client.pets.list(limit=)`, `Pet` of `Pet.name`."""
    names = visible(subject).partition("(")[0].split(".")
    return ".".join(names[: 2 if names[0] in ("client", "webhooks") else 1])


def _change(one: Shown, id: str) -> ChangeView:
    change = one.change
    before, after = _marked(change.before, change.after)
    sides = [
        SideView(label=label, pieces=pieces, place=visible(at(place)) if spot else "", excerpt=_excerpt(place))
        for label, pieces, place, spot in (
            ("Before", before, one.old, change.old),
            ("After", after, one.new, change.new),
        )
        if spot is not None or pieces
    ]
    return ChangeView(
        id=id,
        code=change.code,
        level=str(change.level),
        count=one.count,
        types=change.types,
        wire=change.wire_breaks,
        subject=visible(change.subject),
        also=f"and {len(one.also)} more" if one.also else "",
        sentence=_spelled(visible(change.sentence)),
        document="" if change.wire in (change.before, change.after) else visible(change.wire),
        directions=" and ".join(str(way) for way in change.directions if str(way) != "client"),
        sides=tuple(sides),
        excerpts=any(side.excerpt for side in sides),
        more=(
            *((visible(subject), "") for subject in one.more),
            *((visible(subject(other)), visible(places(other))) for other in one.others),
        ),
        reached=visible(reached(one)),
    )


def _spelled(sentence: str) -> tuple[Phrase, ...]:
    """A sentence, in which what is between backticks is code; that may hold backticks of its own."""
    first, mark, rest = sentence.partition("`")
    inner, end, last = rest.rpartition("`")
    parts = ((first, False), (inner, True), (last, False)) if mark and end else ((sentence, False),)
    return tuple(Phrase(text=text, code=code) for text, code in parts if text)


def _marked(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two texts in pieces, those that are in one of them only marked."""
    ours, theirs = (re.findall(r"\w+|\s+|[^\w\s]", _shown(text)) for text in (before, after))
    if not ours or not theirs or max(len(ours), len(theirs)) > WORDS:
        return _whole(_shown(before)), _whole(_shown(after))
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        for pieces, words in ((left, ours[a:b]), (right, theirs[c:d])):
            if words:
                pieces.append(Piece(text="".join(words), changed=kind != "equal"))
    return tuple(left), tuple(right)


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text=text, changed=False),) if text else ()


def _shown(text: str) -> str:
    return "\n".join(visible(line) for line in text.split("\n"))


def _excerpt(place: Place | None) -> str:
    """The line of a place, and those that belong to it: they are further in."""
    if place is None:
        return ""
    text = place.document.text
    start = place.start - place.column + 1
    lines: list[str] = []
    while start < len(text) and len(lines) < LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if not lines and place.column > COLUMNS:
            start = place.start - COLUMNS // 2  # JSON may stand on one line
        lines.append(text[start : min(end, start + COLUMNS)].rstrip())
        start = end + 1
    indents = [len(line) - len(line.lstrip()) for line in lines]
    kept = next((i for i in range(1, len(lines)) if lines[i] and indents[i] <= indents[0]), len(lines))
    if kept < len(lines) and lines[kept].lstrip()[:1] in ("}", "]"):
        kept += 1
    shown = [visible(line[indents[0] :] if not line[: indents[0]].strip() else line) for line in lines[:kept]]
    return "\n".join(shown if kept < LINES else [*shown, "…"])
