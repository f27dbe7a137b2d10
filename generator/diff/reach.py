"""Which models are sent, which are received, and by which calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

import generator.model.api as representation
from generator.diagnostics import Origin
from generator.diff.values import Direction
from generator.model.api import (
    AliasModel,
    Api,
    Docs,
    EnumModel,
    Model,
    ModelRef,
    Name,
    ObjectModel,
    Operation,
    Resource,
    Type,
    UnionModel,
)

_HOLDING: Mapping[type, tuple[str, ...]] = {
    kind: tuple(each.name for each in fields(kind))
    for kind in vars(representation).values()
    if isinstance(kind, type) and is_dataclass(kind) and kind not in (Docs, Name, Origin)
}
"""The fields of the parts of the representation, where these may name models."""


def call(resource: Resource, operation: Operation) -> str:
    """How a user calls an operation."""
    return f"client.{resource.name.python}.{operation.name.python}"


def _types(model: Model) -> tuple[Type, ...]:
    """The types that a model is made of."""
    match model:
        case ObjectModel():
            return (*(each.type for each in model.fields), *([model.extra] if model.extra else []))
        case EnumModel():
            return (model.base,)
        case AliasModel():
            return (model.type,)
        case UnionModel():
            return model.members


class Reach:
    """The ways that each model of an Api travels."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.models: Mapping[str, Model] = {model.name.python: model for model in api.models}
        self._parts = {name: tuple(dict.fromkeys(references(_types(model)))) for name, model in self.models.items()}
        self._holders: dict[str, list[str]] = {}
        for name, parts in self._parts.items():
            for part in parts:
                self._holders.setdefault(part, []).append(name)
        self._calls: dict[str, dict[str, None]] = {}
        sent: dict[str, None] = {}
        received = dict.fromkeys(references(tuple(event.type for event in api.events)))
        for event in api.events:
            self._use(f"webhooks.{event.name.python}", references(event.type))
        for resource in api.resources:
            for operation in resource.operations:
                requests = list(references((operation.parameters, operation.body)))
                responses = list(references((operation.responses, operation.pagination)))
                sent.update(dict.fromkeys(requests))
                received.update(dict.fromkeys(responses))
                self._use(call(resource, operation), [*requests, *responses])
        self._sent = self._closed(sent)
        self._received = self._closed(received)

    def directions(self, model: str) -> tuple[Direction, ...]:
        """The ways in which a model travels; none where nothing uses it."""
        ways = ((Direction.REQUEST, self._sent), (Direction.RESPONSE, self._received))
        return tuple(direction for direction, reached in ways if model in reached)

    def calls(self, model: str) -> tuple[str, ...]:
        """The methods and functions that a model can come to, sorted."""
        seen = {model: None}
        pending = [model]
        found: dict[str, None] = {}
        while pending:
            at = pending.pop()
            found.update(self._calls.get(at, {}))
            fresh = [holder for holder in self._holders.get(at, ()) if holder not in seen]
            seen.update(dict.fromkeys(fresh))
            pending += fresh
        return tuple(sorted(found))

    def _use(self, name: str, models: Iterable[str]) -> None:
        for model in models:
            self._calls.setdefault(model, {})[name] = None

    def _closed(self, roots: Mapping[str, None]) -> dict[str, None]:
        reached = dict(roots)
        pending = list(roots)
        while pending:
            fresh = [part for part in self._parts[pending.pop()] if part not in reached]
            reached.update(dict.fromkeys(fresh))
            pending += fresh
        return reached


def references(value: object) -> Iterator[str]:
    """The models that any part of the representation names, wherever in it they stand."""
    if isinstance(value, ModelRef):
        yield value.name
    elif isinstance(value, tuple):
        for one in value:
            yield from references(one)
    else:
        for name in _HOLDING.get(type(value), ()):
            yield from references(getattr(value, name))
