"""Where in the two descriptions a change is: found in the document, then in the text of its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.diagnostics import Document, Origin
from generator.diff.spell import text
from generator.diff.values import Change, Diff, Spot
from generator.loader.spec import Spec, escape
from generator.places import Place, locate


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two descriptions: its document, and the texts that it was read from."""

    spec: Spec
    documents: Mapping[str, Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A change and its places.

    `more` are further subjects of the very same change at the very same places; `others` are the same change of other
    calls, at places of their own, where changes are `condensed`.
    """

    change: Change
    old: Place | None
    new: Place | None
    pointers: tuple[str | None, str | None]
    more: tuple[str, ...] = ()
    others: tuple[Shown, ...] = ()

    @property
    def count(self) -> int:
        """How many changes it stands for."""
        return 1 + len(self.more) + sum(one.count for one in self.others)

    @property
    def also(self) -> tuple[str, ...]:
        """The subjects of all that it stands for, but the first."""
        return (*self.more, *(subject for one in self.others for subject in (one.change.subject, *one.more)))


_ANYWHERE = frozenset(
    {
        "model-added-with-calls",
        "model-removed-with-calls",
        "operation-server-changed",
        "security-added",
        "security-removed",
    }
)
"""What mostly comes in great numbers, and is the same change wherever it stands."""


def shown(diff: Diff, old: Side, new: Side) -> tuple[Shown, ...]:
    """All changes with their places. What is shared, such as a parameter of 50 operations, is shown once."""
    before = [_origin(change.old, old) for change in diff.changes]
    after = [_origin(change.new, new) for change in diff.changes]
    places = (
        locate((one for one in before if one), old.documents),
        locate((one for one in after if one), new.documents),
    )
    grouped: dict[object, list[int]] = {}
    for index, change in enumerate(diff.changes):
        here = () if change.code in _ANYWHERE else (before[index], after[index])
        same = (*here, change.code, change.sentence, change.before, change.after)
        grouped.setdefault(same, []).append(index)
    found: list[Shown] = []
    for first, *others in grouped.values():
        one, other = before[first], after[first]
        found.append(
            Shown(
                change=diff.changes[first],
                old=places[0].get(one) if one else None,
                new=places[1].get(other) if other else None,
                pointers=(one.pointer if one else None, other.pointer if other else None),
                more=tuple(dict.fromkeys(diff.changes[index].subject for index in others)),
            )
        )
    return tuple(found)


def condensed(changes: Sequence[Shown]) -> tuple[Shown, ...]:
    """The same changes, with what befalls many calls alike told once: a header of each call, a status of each."""
    grouped: dict[object, list[Shown]] = {}
    for one in changes:
        change = one.change
        call, bracket, argument = change.subject.partition("(")
        # What is said of a model is said of it alone; so is what is said of a call that is new or gone.
        whose = "client" if call.count(".") == 2 else change.subject
        grouped.setdefault(
            (whose, bracket, argument, change.code, change.sentence, change.before, change.after, change.effects), []
        ).append(one)
    return tuple(replace(first, others=tuple(others)) for first, *others in grouped.values())


def _origin(spot: Spot | None, side: Side) -> Origin | None:
    if spot is None:
        return None
    if spot.owner is None:
        return side.spec.origin(_part(side.spec, "", spot.part))
    for pointer in _pointers(spot.owner, side.spec):
        return side.spec.origin(_part(side.spec, pointer, spot.part))
    return spot.owner


def _pointers(owner: Origin, spec: Spec) -> Iterator[str]:
    """Where in the merged document a place of a file is, if that is known: most parts keep their pointers."""
    if _is_at(spec, owner.pointer, owner):
        yield owner.pointer
    for head, origin in spec.origins.items():
        if origin.document == owner.document and f"{owner.pointer}/".startswith(f"{origin.pointer}/"):
            pointer = head + owner.pointer[len(origin.pointer) :]
            if _is_at(spec, pointer, owner):
                yield pointer


def _is_at(spec: Spec, pointer: str, owner: Origin) -> bool:
    return spec.origin(pointer) == owner and _has(spec, pointer)


def _has(spec: Spec, pointer: str) -> bool:
    try:
        spec.at(pointer)
    except KeyError:
        return False
    return True


def _part(spec: Spec, pointer: str, part: tuple[str, ...]) -> str:
    """The pointer of a part of an operation or model."""
    match part:
        case ("parameters", location, name):
            for index in range(len(spec.at(pointer).get("parameters", ()))):
                at, parameter = spec.resolve(f"{pointer}/parameters/{index}")
                if (parameter.get("in"), parameter.get("name")) == (location, name):
                    return at
            return pointer
        case ("requestBody",) | ("responses", _):
            at = f"{pointer}/{'/'.join(escape(token) for token in part)}"
            for spelled in (at, at.lower()):
                if _has(spec, spelled):
                    return spec.resolve(spelled)[0]
            return pointer
        case ("properties", name):
            return _property(spec, pointer, name, ()) or _required(spec, pointer, name)
        case ("enum", value):
            at, schema = spec.resolve(pointer)
            values = schema.get("enum") if isinstance(schema, Mapping) else None
            found = [index for index, one in enumerate(values or ()) if text(one) == value]
            return f"{at}/enum/{found[0]}" if found else at
        case ("tags", name):
            tags = spec.root.get("tags") or ()
            found = [index for index, tag in enumerate(tags) if isinstance(tag, Mapping) and tag.get("name") == name]
            return f"/tags/{found[0]}" if found else ""
        case _:
            return _deepest(spec, pointer, part)


def _property(spec: Spec, pointer: str, name: str, seen: tuple[str, ...]) -> str | None:
    """Where a property of a schema is declared: by itself, or by what it is composed of."""
    at, schema = spec.resolve(pointer)
    if at in seen or not isinstance(schema, Mapping):
        return None
    if name in (schema.get("properties") or {}):
        return f"{at}/properties/{escape(name)}"
    for keyword in ("allOf", "oneOf", "anyOf"):
        members: Any = schema.get(keyword)
        for index in range(len(members) if isinstance(members, list) else 0):
            if found := _property(spec, f"{at}/{keyword}/{index}", name, (*seen, at)):
                return found
    return None


def _required(spec: Spec, pointer: str, name: str) -> str:
    """Where a schema requires a property that nothing declares."""
    at, schema = spec.resolve(pointer)
    required = schema.get("required") if isinstance(schema, Mapping) else None
    return f"{at}/required/{required.index(name)}" if isinstance(required, list) and name in required else pointer


def _deepest(spec: Spec, pointer: str, part: tuple[str, ...]) -> str:
    """As far down as the document goes."""
    for token in part:
        below = f"{pointer}/{escape(token)}"
        if not _has(spec, below):
            break
        pointer = below
    return pointer
