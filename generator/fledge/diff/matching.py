"""Matches the operations and models of two descriptions, whatever their names are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from fledge.diff.changes import Direction
from fledge.diff.directions import ModelDirections, call_path
from fledge.ir import (
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
    SecurityScheme,
    TupleOf,
    Type,
    Union,
    UnionModel,
)
from fledge.ir.traversal import rename_models

T = TypeVar("T")
Part = TypeVar("Part", Field, Parameter)
Key = str | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceOperation:
    """An operation and the resource that it belongs to."""

    resource: Resource
    operation: Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """All matches; `models` maps old names to new ones, and so does `calls` for operations and webhooks.

    Models that both sides have by one name are matched: so equal types mean the same.
    `splits` maps a new model to the old one that it was a part of: one of several equal schemas changed, so that it has
    a class of its own now.
    """

    operations: tuple[tuple[ResourceOperation, ResourceOperation], ...]
    calls: Mapping[str, str]
    models: Mapping[str, str]
    splits: Mapping[str, str]
    schemes: PartMatches[SecurityScheme]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMatches(Generic[T]):
    """The parts of one kind: matched pairs, those that only the old side has, those that only the new side has."""

    pairs: tuple[tuple[T, T], ...]
    removed: tuple[T, ...]
    added: tuple[T, ...]


def path_template(path: str) -> str:
    """Return a path without the names of its variables, which a server does not see."""
    return re.sub(r"\{[^}]*\}", "{}", path)


def path_variables(path: str) -> dict[str, int]:
    """Return the positions of the variables of a path, by name."""
    names = [segment.partition("}")[0] for segment in path.split("{")[1:]]
    return {name: position for position, name in enumerate(names)}


def match_by_keys(old: Sequence[T], new: Sequence[T], *keys: Callable[[T], Key | None]) -> PartMatches[T]:
    """Match parts with an equal key, by the first key first; a key counts only if it is unique on each side."""
    pairs: list[tuple[T, T]] = []
    removed, added = list(old), list(new)
    for key in keys:
        before, after = _unique(removed, key), _unique(added, key)
        matched = [(before[value], after[value]) for value in before if value in after]
        pairs += matched
        used = {id(each) for pair in matched for each in pair}
        removed = [each for each in removed if id(each) not in used]
        added = [each for each in added if id(each) not in used]
    return PartMatches(pairs=tuple(pairs), removed=tuple(removed), added=tuple(added))


def match_renames(
    old: Sequence[Part], new: Sequence[Part], same: Callable[[Part, Part], bool]
) -> Sequence[tuple[Part, Part]]:
    """Match removed with added fields or parameters that were only renamed on the wire.

    Two match if they have the same Python name, or the same description while `same` holds for them.
    """
    if not old or not new:
        return ()
    by_name: PartMatches[Part] = match_by_keys(old, new, lambda each: each.name.python)
    by_docs: PartMatches[Part] = match_by_keys(
        by_name.removed, by_name.added, lambda each: each.docs.description or each.docs.summary or None
    )
    renames = [(one, other) for one, other in by_docs.pairs if one.required == other.required and same(one, other)]
    return by_name.pairs + tuple(renames)


def _unique(of: Iterable[T], key: Callable[[T], Key | None]) -> dict[Key, T]:
    groups: dict[Key, list[T]] = {}
    for each in of:
        value = key(each)
        if value is not None:
            groups.setdefault(value, []).append(each)
    return {value: group[0] for value, group in groups.items() if len(group) == 1}


def match(old: ModelDirections, new: ModelDirections) -> Matches:
    """Match operations by method and path, else by operationId or by what they are called; models by name, else by use or content."""
    operations = match_by_keys(
        resource_operations(old.api),
        resource_operations(new.api),
        # A call whose response is either whole or a stream is two operations with one method and path.
        lambda one: (path_template(one.operation.request), one.operation.name.python),
        lambda one: path_template(one.operation.request),
        lambda one: one.operation.id,
        # For callers, a method of the same name is the same call.
        lambda one: call_path(one.resource, one.operation),
    ).pairs
    calls = {
        call_path(one.resource, one.operation): call_path(other.resource, other.operation) for one, other in operations
    }
    functions = {webhook.name.python for webhook in new.api.webhooks}
    shared = [f"webhooks.{webhook.name.python}" for webhook in old.api.webhooks if webhook.name.python in functions]
    calls.update((name, name) for name in shared)
    models = _ModelMatcher(old, new, operations, calls).match()
    schemes = match_by_keys(
        old.api.security_schemes,
        new.api.security_schemes,
        lambda each: each.name.wire,
        # A scheme that only has a new name: the credential travels as before.
        lambda each: (each.kind, each.scheme.lower(), each.location, each.key.lower(), *map(repr, each.token_urls)),
    )
    splits = _splits(old, new, models)
    return Matches(operations=operations, calls=calls, models=models, splits=splits, schemes=schemes)


def _splits(old: ModelDirections, new: ModelDirections, models: Mapping[str, str]) -> dict[str, str]:
    """Return the old model of each schema whose class is another one now, while the old one remains for others."""
    matched = frozenset(models.values())
    # A schema that has a class for requests now is two models; the one that kept its name was the only one.
    schemas = {new.models[after].source.pointer: before for before, after in models.items()}
    inputs = {
        name: schemas[model.source.pointer]
        for name, model in new.models.items()
        if name not in matched and model.source.pointer in schemas and new.directions(name) == (Direction.REQUEST,)
    }
    return inputs | {
        after: before
        for key, after in new.api.names.items()
        if (before := old.api.names.get(key, "")) in models and after in new.models and after not in matched
    }


def resource_operations(api: Api) -> list[ResourceOperation]:
    """Return all operations with their resources."""
    return [
        ResourceOperation(resource=resource, operation=operation)
        for resource in api.resources
        for operation in resource.operations
    ]


class _ModelMatcher:
    """Matches models: by name, then those that are used where the old one was, then by content."""

    def __init__(
        self,
        old: ModelDirections,
        new: ModelDirections,
        operations: Iterable[tuple[ResourceOperation, ResourceOperation]],
        calls: Mapping[str, str],
    ) -> None:
        self.sides = (old, new)
        self.calls = calls
        self.old = old.models
        self.new = new.models
        self.matched = {name: name for name in self.old if name in self.new}
        self.removed = dict.fromkeys(name for name in self.old if name not in self.new)
        self.added = dict.fromkeys(name for name in self.new if name not in self.old)
        self.operations = operations
        self.pending: list[tuple[Type, Type]] = []
        """Types in the same place that differ: only in these is a model in place of another one."""

    def match(self) -> dict[str, str]:
        """Return the new name of each old model that is matched."""
        if not self.removed or not self.added:
            return self.matched
        for one, other in self.operations:
            self._look_at(_parallel_types(one.operation, other.operation))
        old, new = ({each.name.python: each.type for each in side.api.webhooks} for side in self.sides)
        self._look_at((of, new[name]) for name, of in old.items() if name in new)
        for name in self.matched:
            self._look_at(_parts(self.old[name], self.new[name]))
        self._match_by_use()
        for before, after in self._pairs_by_content():
            if self._is_near(before, after):
                self._add(before, after)
        self._match_by_use()
        return self.matched

    def _look_at(self, pairs: Iterable[tuple[Type, Type]]) -> None:
        self.pending += [(before, after) for before, after in pairs if before is not after and before != after]

    def _match_by_use(self) -> None:
        while self.pending:
            for before, after in _parallel_models(*self.pending.pop()):
                if before in self.removed and after in self.added and _is_similar(self.old[before], self.new[after]):
                    self._add(before, after)

    def _pairs_by_content(self) -> Sequence[tuple[str, str]]:
        return match_by_keys(
            list(self.removed),
            list(self.added),
            lambda name: _content(self.old[name] if name in self.old else self.new[name]),
        ).pairs

    def _is_near(self, before: str, after: str) -> bool:
        """Whether one call uses both, or no call uses either; equal content alone proves nothing."""
        old, new = self.sides[0].calls(before), self.sides[1].calls(after)
        return not old and not new or any(self.calls.get(one) in new for one in old)

    def _add(self, before: str, after: str) -> None:
        self.matched[before] = after
        del self.removed[before]
        del self.added[after]
        self._look_at(_parts(self.old[before], self.new[after]))


def _parallel_types(old: Operation, new: Operation) -> Iterator[tuple[Type, Type]]:
    """Pairs of types of the same part of an operation."""
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
            if old.additional_properties and new.additional_properties:
                yield old.additional_properties, new.additional_properties
        case AliasModel(), AliasModel():
            yield old.type, new.type
        case UnionModel(), UnionModel():
            yield Union(old.variants), Union(new.variants)
        case _:
            return


def _parallel_models(old: Type, new: Type) -> Iterator[tuple[str, str]]:
    """Pairs of models in the same part of two types; of unions, the two variants that only one side has."""
    match old, new:
        case ModelRef(before), ModelRef(after):
            yield before, after
        case ListOf(before_item), ListOf(after_item):
            yield from _parallel_models(before_item, after_item)
        case MapOf(before_value), MapOf(after_value):
            yield from _parallel_models(before_value, after_value)
        case TupleOf(befores), TupleOf(afters):
            for one, other in zip(befores, afters):
                yield from _parallel_models(one, other)
        case _:
            befores, afters = _variants(old), _variants(new)
            removed = [each for each in befores if each not in afters]
            added = [each for each in afters if each not in befores]
            if (len(befores) > 1 or len(afters) > 1) and len(removed) == len(added) == 1:
                yield from _parallel_models(removed[0], added[0])


def _variants(of: Type) -> tuple[Type, ...]:
    return of.variants if isinstance(of, Union) else (of,)


def _is_similar(old: Model, new: Model) -> bool:
    """Whether two models in the same place may be one: they have half of their content in common."""
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
    """The content of a model without the names of models; None if it is too little to identify the model."""
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
    return repr(rename_models(of, _AnyName()))


class _AnyName(dict[str, str]):
    """Maps every name to the same one."""

    def __missing__(self, key: str) -> str:
        return "model"
