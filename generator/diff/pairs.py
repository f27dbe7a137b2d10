"""Which operation and which model of the old description are which of the new one, whatever they are called now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.diff.reach import Reach, call
from generator.model.api import (
    AliasModel,
    Api,
    EnumModel,
    Field,
    ListOf,
    MapOf,
    Model,
    ModelRef,
    ObjectModel,
    Operation,
    Parameter,
    Resource,
    TupleOf,
    Type,
    Union,
    UnionModel,
)
from generator.model.types import renamed

T = TypeVar("T")
Part = TypeVar("Part", Field, Parameter)
Key = str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An operation and the resource that it belongs to."""

    resource: Resource
    operation: Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """What belongs together; `models` are names, old to new, and so are `calls` of operations and webhooks."""

    operations: tuple[tuple[Placed, Placed], ...]
    calls: Mapping[str, str]
    models: Mapping[str, str]


def template(path: str) -> str:
    """A path without the names of its variables, which a server does not know."""
    return re.sub(r"\{[^}]*\}", "{}", path)


def matched(old: Sequence[T], new: Sequence[T], *keys: Callable[[T], Key | None]) -> list[tuple[T, T]]:
    """Pairs that agree in a key, the first key first; a key counts only where it names one of each side."""
    pairs: list[tuple[T, T]] = []
    left, right = list(old), list(new)
    for key in keys:
        ours, theirs = _unique(left, key), _unique(right, key)
        found = [(ours[one], theirs[one]) for one in ours if one in theirs]
        pairs += found
        gone = {id(one) for pair in found for one in pair}
        left = [one for one in left if id(one) not in gone]
        right = [one for one in right if id(one) not in gone]
    return pairs


def replaced(old: Sequence[Part], new: Sequence[Part], same: Callable[[Part, Part], bool]) -> list[tuple[Part, Part]]:
    """Of fields or parameters that are gone and that have come, those that are one under another name on the wire.

    They have the same Python name, or are described by the same words and alike in all else, as `same` says.
    """
    pairs = matched(old, new, lambda one: one.name.python)
    left = [one for one in old if all(one is not other for other, _ in pairs)]
    right = [one for one in new if all(one is not other for _, other in pairs)]
    alike = matched(left, right, lambda one: one.docs.description or one.docs.summary or None)
    return pairs + [(one, other) for one, other in alike if one.required == other.required and same(one, other)]


def _unique(of: Iterable[T], key: Callable[[T], Key | None]) -> dict[Key, T]:
    found: dict[Key, list[T]] = {}
    for one in of:
        name = key(one)
        if name is not None:
            found.setdefault(name, []).append(one)
    return {name: group[0] for name, group in found.items() if len(group) == 1}


def pair(old: Reach, new: Reach) -> Pairs:
    """Operations by method and path, else by operationId; models by name, else by place or content."""
    operations = matched(
        placed(old.api),
        placed(new.api),
        # What is answered whole or as a stream is two operations of one method and path.
        lambda one: (one.operation.method, template(one.operation.path), one.operation.name.python),
        lambda one: (one.operation.method, template(one.operation.path)),
        lambda one: one.operation.id,
    )
    calls = {call(one.resource, one.operation): call(other.resource, other.operation) for one, other in operations}
    events = {event.name.python for event in new.api.events}
    parsed = [f"webhooks.{event.name.python}" for event in old.api.events if event.name.python in events]
    calls.update((name, name) for name in parsed)
    models = _Models(old, new, operations, calls).pairs()
    return Pairs(operations=tuple(operations), calls=calls, models=models)


def placed(api: Api) -> list[Placed]:
    """All operations with their resources."""
    return [
        Placed(resource=resource, operation=operation)
        for resource in api.resources
        for operation in resource.operations
    ]


class _Models:
    """Finds models again: by name, then those that now stand where another stood, then by content."""

    def __init__(
        self, old: Reach, new: Reach, operations: Iterable[tuple[Placed, Placed]], calls: Mapping[str, str]
    ) -> None:
        self.reach = (old, new)
        self.calls = calls
        self.old = old.models
        self.new = new.models
        self.same = {name: name for name in self.old if name in self.new}
        self.gone = dict.fromkeys(name for name in self.old if name not in self.new)
        self.fresh = dict.fromkeys(name for name in self.new if name not in self.old)
        self.pending: list[tuple[Type, Type]] = []
        for before, after in operations:
            self.pending += _aligned(before.operation, after.operation)
        events = {event.name.python: event.type for event in new.api.events}
        self.pending += [(e.type, events[e.name.python]) for e in old.api.events if e.name.python in events]
        for name in self.same:
            self.pending += _parts(self.old[name], self.new[name])

    def pairs(self) -> dict[str, str]:
        """Old names to new ones."""
        self._by_place()
        for before, after in self._by_content():
            if self._is_near(before, after):
                self._take(before, after)
        self._by_place()
        return self.same

    def _by_place(self) -> None:
        while self.pending:
            for before, after in _facing(*self.pending.pop()):
                if before in self.gone and after in self.fresh and _alike(self.old[before], self.new[after]):
                    self._take(before, after)

    def _by_content(self) -> list[tuple[str, str]]:
        return matched(
            list(self.gone),
            list(self.fresh),
            lambda name: _content(self.old[name] if name in self.old else self.new[name]),
        )

    def _is_near(self, before: str, after: str) -> bool:
        """Whether a call has both, or nothing has either: what is only alike is something else."""
        old, new = self.reach[0].calls(before), self.reach[1].calls(after)
        return not old and not new or any(self.calls.get(one) in new for one in old)

    def _take(self, before: str, after: str) -> None:
        self.same[before] = after
        del self.gone[before]
        del self.fresh[after]
        self.pending += _parts(self.old[before], self.new[after])


def _aligned(old: Operation, new: Operation) -> Iterator[tuple[Type, Type]]:
    """Types that stand at the same place of an operation."""
    parameters = {(each.location, each.name.wire): each.type for each in new.parameters}
    for each in old.parameters:
        if (each.location, each.name.wire) in parameters:
            yield each.type, parameters[each.location, each.name.wire]
    if old.body and new.body:
        yield old.body.type, new.body.type
    responses = {each.status: each.type for each in new.responses}
    for response in old.responses:
        after = responses.get(response.status)
        if response.type is not None and after is not None:
            yield response.type, after


def _parts(old: Model, new: Model) -> Iterator[tuple[Type, Type]]:
    match old, new:
        case ObjectModel(), ObjectModel():
            fields = {each.name.wire: each.type for each in new.fields}
            yield from ((each.type, fields[each.name.wire]) for each in old.fields if each.name.wire in fields)
            if old.extra and new.extra:
                yield old.extra, new.extra
        case AliasModel(), AliasModel():
            yield old.type, new.type
        case UnionModel(), UnionModel():
            yield Union(old.members), Union(new.members)
        case _:
            return


def _facing(old: Type, new: Type) -> Iterator[tuple[str, str]]:
    """Models that stand at the same place in two types; of unions, what is left when equal members are gone."""
    match old, new:
        case ModelRef(before), ModelRef(after):
            yield before, after
        case ListOf(before_item), ListOf(after_item):
            yield from _facing(before_item, after_item)
        case MapOf(before_value), MapOf(after_value):
            yield from _facing(before_value, after_value)
        case TupleOf(befores), TupleOf(afters):
            for one, other in zip(befores, afters):
                yield from _facing(one, other)
        case _:
            befores, afters = _members(old), _members(new)
            left = [one for one in befores if one not in afters]
            right = [one for one in afters if one not in befores]
            if (len(befores) > 1 or len(afters) > 1) and len(left) == len(right) == 1:
                yield from _facing(left[0], right[0])


def _members(of: Type) -> tuple[Type, ...]:
    return of.members if isinstance(of, Union) else (of,)


def _alike(old: Model, new: Model) -> bool:
    """Whether a model at the same place may be the same one: half of what it holds is."""
    match old, new:
        case ObjectModel(), ObjectModel():
            return _overlap({each.name.wire for each in old.fields}, {each.name.wire for each in new.fields})
        case EnumModel(), EnumModel():
            return _overlap({repr(value) for value in old.values}, {repr(value) for value in new.values})
        case _:
            return type(old) is type(new)


def _overlap(old: set[str], new: set[str]) -> bool:
    return 2 * len(old & new) >= len(old | new)


def _content(model: Model) -> Key | None:
    """What a model holds, whatever models are called; None where that is too little to tell models apart by."""
    match model:
        case ObjectModel() if len(model.fields) > 1:
            return tuple(
                f"{each.name.wire} {each.required} {_shape(each.type)}"
                for each in sorted(model.fields, key=lambda one: one.name.wire)
            )
        case EnumModel() if len(model.values) > 1:
            return tuple(sorted(map(repr, model.values)))
        case _:
            return None


def _shape(of: Type) -> str:
    return repr(renamed(of, _Anything()))


class _Anything(dict[str, str]):
    """Any name is the same name."""

    def __missing__(self, key: str) -> str:
        return "model"
