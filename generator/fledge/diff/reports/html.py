"""Renders a comparison as one page of HTML that loads nothing: no script, font or image."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from fledge.diagnostics.positions import SourceRange
from fledge.diagnostics.render import escape_control_characters
from fledge.diff.changes import Diff, Level, Phrase
from fledge.diff.locations import LocatedChange, group_changes
from fledge.diff.reports.summary import verdict
from fledge.diff.reports.text import TITLES, format_location, location_line, reached_calls, subject
from fledge.emitter.render import render

LINES = 16
"""The largest number of lines of a document that are shown."""

COLUMNS = 160
"""The longest line of a document that is shown in full."""

WORDS = 600
"""The longest texts that are compared word by word: the time is quadratic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a text; `changed` if only this side has it."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One side of a change: the value, its location and the lines of the document; empty if the side has none."""

    label: str
    pieces: tuple[Piece, ...]
    location: str
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
    lead: str
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
    """A model or resource with changes: the number of each level, and the id of the first."""

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
    """The page. `policy` is its content security policy: its own style and script only."""

    title: str
    old: str
    new: str
    verdict: str
    level: str
    policy: str
    groups: tuple[GroupView, ...]
    owners: tuple[OwnerView, ...]


def render_html(diff: Diff, changes: Sequence[LocatedChange], old: str, new: str) -> str:
    """Return the page; equal comparisons give equal pages."""
    levels = [level for level in Level if diff.counts[level]]
    groups: list[GroupView] = []
    owners: dict[str, tuple[str, Counter[Level]]] = {}
    for level in levels:
        group = [one for one in group_changes(changes) if one.change.level is level]
        views = tuple(_change(one, f"{level}-{index}") for index, one in enumerate(group, 1))
        count = sum(one.count for one in group)
        groups.append(GroupView(id=str(level), title=TITLES[level], count=count, changes=views))
        for view, one in zip(views, group):
            for each in (one.change.subject, *one.also):
                owners.setdefault(_owner(each), (view.id, Counter()))[1][level] += 1
    style, script = (_digest(render(f"diff/{name}.jinja")) for name in ("page.css", "page.js"))
    page = PageView(
        title=escape_control_characters(diff.title) or "API",
        old=escape_control_characters(old),
        new=escape_control_characters(new),
        verdict=verdict(diff),
        level=str(diff.level or "none"),
        policy=f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'",
        groups=tuple(groups),
        owners=tuple(
            OwnerView(name=name, counts=tuple(str(counts[level] or "") for level in levels), first=first)
            # The owners with the most breaking changes come first.
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
    names = escape_control_characters(subject).partition("(")[0].split(".")
    return ".".join(names[: 2 if names[0] in ("client", "webhooks") else 1])


def _change(one: LocatedChange, id: str) -> ChangeView:
    change = one.change
    before, after = _diff_words(change.before, change.after)
    sides = [
        SideView(
            label=label,
            pieces=pieces,
            location=escape_control_characters(format_location(location)) if node else "",
            excerpt=_excerpt(location),
        )
        for label, pieces, location, node in (
            ("Before", before, one.old, change.old),
            ("After", after, one.new, change.new),
        )
        if node is not None or pieces
    ]
    # The sentence of a model has its name, which is the link then.
    name, sentence = Phrase(change.subject, code=True), change.sentence
    position = sentence.index(name) if name in sentence and not one.also else -1
    return ChangeView(
        id=id,
        code=change.code,
        level=str(change.level),
        count=one.count,
        types=change.types_break,
        wire=change.wire_breaks,
        subject=escape_control_characters(change.subject),
        lead=escape_control_characters("".join(each.text for each in sentence[: max(position, 0)])),
        also=f"{f' and {len(one.also)} more' if one.also else ''}{': ' if position < 0 else ''}",
        sentence=tuple(Phrase(escape_control_characters(each.text), each.code) for each in sentence[position + 1 :]),
        document=(
            "" if change.wire_name in (change.before, change.after) else escape_control_characters(change.wire_name)
        ),
        directions=" and ".join(str(each) for each in change.directions if str(each) != "client"),
        sides=tuple(sides),
        excerpts=any(side.excerpt for side in sides),
        more=(
            *((escape_control_characters(subject), "") for subject in one.same_location),
            *(
                (escape_control_characters(subject(other)), escape_control_characters(location_line(other)))
                for other in one.same_change
            ),
        ),
        reached=escape_control_characters(reached_calls(one)),
    )


def _diff_words(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Split two texts into pieces, and mark those that only one of them has."""
    left_words, right_words = (re.findall(r"\w+|\s+|[^\w\s]", _escape_lines(text)) for text in (before, after))
    if not left_words or not right_words or max(len(left_words), len(right_words)) > WORDS:
        return _whole(_escape_lines(before)), _whole(_escape_lines(after))
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, left_words, right_words, autojunk=False).get_opcodes():
        for pieces, words in ((left, left_words[a:b]), (right, right_words[c:d])):
            if words:
                pieces.append(Piece(text="".join(words), changed=kind != "equal"))
    return tuple(left), tuple(right)


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text=text, changed=False),) if text else ()


def _escape_lines(text: str) -> str:
    return "\n".join(escape_control_characters(line) for line in text.split("\n"))


def _excerpt(location: SourceRange | None) -> str:
    """The line at a location, and the lines below it with more indentation."""
    if location is None:
        return ""
    text = location.document.text
    start = location.start - location.column + 1
    lines: list[str] = []
    while start < len(text) and len(lines) < LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if not lines and location.column > COLUMNS:
            start = location.start - COLUMNS // 2  # JSON may stand on one line
        lines.append(text[start : min(end, start + COLUMNS)].rstrip())
        start = end + 1
    indents = [len(line) - len(line.lstrip()) for line in lines]
    kept = next((i for i, line in enumerate(lines) if i and line and indents[i] <= indents[0]), len(lines))
    if kept < len(lines) and lines[kept].lstrip()[:1] in ("}", "]"):
        kept += 1
    shown = [
        escape_control_characters(line[indents[0] :] if not line[: indents[0]].strip() else line)
        for line in lines[:kept]
    ]
    return "\n".join(shown if kept < LINES else [*shown, "…"])
