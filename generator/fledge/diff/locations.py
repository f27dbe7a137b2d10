"""Locates changes in the two descriptions, and groups changes that are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fledge.diagnostics.positions import SourceRange, resolve_ranges
from fledge.diagnostics.source import SourcePointer, StoredText
from fledge.diff.changes import Change, Diff, DocumentNode
from fledge.diff.reports.types import format_value
from fledge.openapi.document import Spec
from fledge.openapi.json_values import as_array, as_object
from fledge.openapi.pointer import exists, is_within, join, rebase
from fledge.quick_dataclass import quick_dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedDescription:
    """One of the two descriptions: its document, and the sources that it was read from."""

    spec: Spec
    documents: Mapping[str, StoredText]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class LocatedChange:
    """A change and its location in both documents.

    `same_location` are the subjects of equal changes at the same location, such as a shared parameter. `same_change`
    are equal changes of other calls at other locations; only `group_changes` sets it.
    """

    change: Change
    old: SourceRange | None
    new: SourceRange | None
    pointers: tuple[str | None, str | None]
    same_location: tuple[str, ...] = ()
    same_change: tuple[LocatedChange, ...] = ()

    @property
    def count(self) -> int:
        """The number of changes that this one stands for."""
        return 1 + len(self.same_location) + sum(one.count for one in self.same_change)

    @property
    def also(self) -> tuple[str, ...]:
        """The subjects of all changes that this one stands for, without the first."""
        return (
            *self.same_location,
            *(subject for one in self.same_change for subject in (one.change.subject, *one.same_location)),
        )


_NO_TOKEN = re.compile("/~(?![01])")

_SAME_ANYWHERE = frozenset(
    {
        "model-added-with-calls",
        "model-removed-with-calls",
        "operation-server-changed",
        "security-added",
        "security-removed",
    }
)
"""Codes of changes that often come in large numbers, and are equal wherever they are."""


def locate_changes(diff: Diff, old: LoadedDescription, new: LoadedDescription) -> tuple[LocatedChange, ...]:
    """Return all changes with their locations; a change that many calls share, such as a parameter, is returned once."""
    before = [_source_pointer(change.old, old) for change in diff.changes]
    after = [_source_pointer(change.new, new) for change in diff.changes]
    ranges = (
        resolve_ranges((each for each in before if each), old.documents),
        resolve_ranges((each for each in after if each), new.documents),
    )
    grouped: dict[object, list[int]] = {}
    for index, change in enumerate(diff.changes):
        location = () if change.code in _SAME_ANYWHERE else (before[index], after[index])
        key = (*location, change.code, change.sentence, change.before, change.after)
        grouped.setdefault(key, []).append(index)
    located: list[LocatedChange] = []
    for first, *others in grouped.values():
        one, other = before[first], after[first]
        located.append(
            LocatedChange(
                change=diff.changes[first],
                old=ranges[0].get(one) if one else None,
                new=ranges[1].get(other) if other else None,
                pointers=(one.pointer if one else None, other.pointer if other else None),
                same_location=tuple(dict.fromkeys(diff.changes[index].subject for index in others)),
            )
        )
    return tuple(located)


def group_changes(changes: Sequence[LocatedChange]) -> tuple[LocatedChange, ...]:
    """Return the changes, the worst first, with equal ones of many calls grouped: a header of each, a response of each."""
    grouped: dict[object, list[LocatedChange]] = {}
    for one in changes:
        change = one.change
        call, bracket, argument = change.subject.partition("(")
        # Changes of models are never grouped.
        scope = "client" if change.endpoint else change.subject
        grouped.setdefault(
            (scope, bracket, argument, change.code, change.sentence, change.before, change.after, change.effects), []
        ).append(one)
    groups = [replace(first, same_change=tuple(others)) for first, *others in grouped.values()]
    return tuple(sorted(groups, key=_severity))


def _severity(one: LocatedChange) -> tuple[int, bool, bool]:
    """The worst level first, and of one level the wire before types."""
    return one.change.level.rank, not one.change.wire_breaks, not one.change.types_break


def _source_pointer(node: DocumentNode | None, side: LoadedDescription) -> SourcePointer | None:
    if node is None:
        return None
    if node.owner is None:
        return side.spec.source_of(_part(side.spec, "", node.part))
    owner = replace(node.owner, pointer=_document_pointer(node.owner.pointer))
    for pointer in _pointers(owner, side.spec):
        return side.spec.source_of(_part(side.spec, pointer, node.part))
    return owner


def _document_pointer(pointer: str) -> str:
    """The pointer up to a token that no document can have (RFC 6901, 3): what is below is made of the schema there."""
    return _NO_TOKEN.split(pointer, maxsplit=1)[0]


def _pointers(owner: SourcePointer, spec: Spec) -> Iterator[str]:
    """The pointers in the merged document that a pointer of a file may have: most parts keep theirs."""
    if _is_at(spec, owner.pointer, owner):
        yield owner.pointer
    for head, origin in spec.source_map.items():
        if origin.source == owner.source and is_within(owner.pointer, origin.pointer):
            pointer = rebase(owner.pointer, origin.pointer, head)
            if _is_at(spec, pointer, owner):
                yield pointer


def _is_at(spec: Spec, pointer: str, owner: SourcePointer) -> bool:
    return spec.source_of(pointer) == owner and exists(spec.root, pointer)


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
            at = join(pointer, *part)
            for spelled in (at, at.lower()):
                if exists(spec.root, spelled):
                    return spec.resolve(spelled)[0]
            return pointer
        case ("properties", name):
            return _property(spec, pointer, name, ()) or _required(spec, pointer, name)
        case ("enum", value):
            at, schema = spec.resolve(pointer)
            values = as_array(as_object(schema).get("enum"))
            indexes = [index for index, one in enumerate(values) if format_value(one) == value]
            return f"{at}/enum/{indexes[0]}" if indexes else at
        case ("tags", name):
            tags = as_array(spec.root.get("tags"))
            indexes = [index for index, tag in enumerate(tags) if as_object(tag).get("name") == name]
            return f"/tags/{indexes[0]}" if indexes else ""
        case _:
            return _deepest(spec, pointer, part)


def _property(spec: Spec, pointer: str, name: str, visited: tuple[str, ...]) -> str | None:
    """The pointer of the declaration of a property, in the schema or in a schema that it is composed of."""
    at, node = spec.resolve(pointer)
    if at in visited:
        return None
    schema = as_object(node)
    if name in as_object(schema.get("properties")):
        return join(at, "properties", name)
    for keyword in ("allOf", "oneOf", "anyOf"):
        for index in range(len(as_array(schema.get(keyword)))):
            if inner := _property(spec, f"{at}/{keyword}/{index}", name, (*visited, at)):
                return inner
    return None


def _required(spec: Spec, pointer: str, name: str) -> str:
    """The pointer of the entry of `required` for a property without a declaration."""
    at, schema = spec.resolve(pointer)
    required = as_array(as_object(schema).get("required"))
    return f"{at}/required/{required.index(name)}" if name in required else pointer


def _deepest(spec: Spec, pointer: str, part: tuple[str, ...]) -> str:
    """The pointer of the deepest part that exists."""
    for token in part:
        below = join(pointer, token)
        if not exists(spec.root, below):
            break
        pointer = below
    return pointer
