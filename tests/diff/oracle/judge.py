"""Decides by values what `diff` should say of two schemas, and compares it with what it says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from fledge.diff import Diff, compare_apis
from fledge.diff.changes import Direction
from fledge.ir import Api
from tests.diff.oracle.instances import as_decoded, as_received, as_sent, inlined, instances, is_valid, reads, texts
from tests.diff.oracle.roles import DEEP, FLAT, Role
from tests.diff.oracle.schemas import EQUAL, Maker, Shape
from tests.diff.pairs.pair import build_both, python_files, without_docstrings

_NOTHING = object()
_OPTIONAL = ("property of a response", "body and response")
"""Roles in which a value that is null is read as one that is absent."""
_PARAMETER = "JSON in a query parameter"
"""A role in which null is never sent: None leaves the parameter out."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A random schema in a random role, and one mutation of it."""

    role: Role
    mutation: str
    old: Shape
    new: Shape


def trial(random: Random) -> Trial:
    """Return the next trial of a source of random numbers."""
    flat = random.random() < 0.3
    role, maker = random.choice(FLAT if flat else DEEP), Maker(random)
    old = maker.shape(flat=flat)
    mutation, new = maker.mutate(old, flat=flat)
    return Trial(role, mutation, old, new)


def faults(of: Trial, folder: Path, random: Random) -> list[str]:
    """Return what `diff` says of a trial and values disprove; empty if there is nothing."""
    role, old, new = of.role, of.old, of.new
    before, after = build_both(folder, role.document(old), role.document(new))
    diff = compare_apis(before, after)
    problems: list[str] = []
    if role.sent and not _wire_breaks(diff, Direction.REQUEST):
        value = _refused_request(old, new, role, random)
        problems += [] if value is _NOTHING else [f"the new server refuses {value!r}, and nothing is said of it"]
    if role.received and not _wire_breaks(diff, Direction.RESPONSE):
        value = _unknown_response(old, new, role, random)
        problems += [] if value is _NOTHING else [f"the old client cannot decode {value!r}, and nothing is said of it"]
    if of.mutation in EQUAL and any(each.wire_breaks for each in diff.changes):
        problems.append("the schemas have the same values, and the wire breaks")
    if not diff.changes and _words(before) != _words(after):
        problems.append("the packages differ, and no change is reported")
    if any(each.types_break for each in diff.changes) and python_files(before) == python_files(after):
        problems.append("the packages are equal, and types break")
    return [f"{role.name}, {of.mutation}: {each}\nold {old}\nnew {new}" for each in problems]


def _wire_breaks(diff: Diff, direction: Direction) -> bool:
    return any(effect.wire for each in diff.changes for effect in each.effects if effect.direction is direction)


def _words(of: Api) -> Counter[str]:
    """The words of a package, since their order is not compared."""
    texts = map(without_docstrings, python_files(of).values())
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


def _refused_request(old: Shape, new: Shape, role: Role, random: Random) -> Any:
    """A value that the old client sends and the new server refuses or ignores."""
    source, target = as_sent(inlined(old)), as_sent(inlined(new))
    for value in instances(source, target, random):
        if role.is_text and _has_null(value) or value is None and role.name == _PARAMETER:
            continue
        if not (reads(texts(value), target) if role.is_text else is_valid(value, target)):
            return value
    return _NOTHING


def _unknown_response(old: Shape, new: Shape, role: Role, random: Random) -> Any:
    """A value that the new server answers and the old client cannot decode."""
    source, target = as_received(inlined(new)), as_decoded(as_received(inlined(old)))
    if role.is_text:  # callers read the text, so that a constant is an open enum of one value
        target = {"type": target["type"]} if "type" in target else {}
    for value in instances(source, target, random):
        if role.is_text and _has_null(value) or value is None and role.name in _OPTIONAL:
            continue
        if not (reads(texts(value), target) if role.is_text else is_valid(value, target)):
            return value
    return _NOTHING


def _has_null(value: Any) -> bool:
    """Whether a value has null, which is no text."""
    return value is None or isinstance(value, list) and None in value
