"""Finds which models are sent, which are received, and by which calls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from fledge.diff.changes import Direction
from fledge.ir import Api, Model, ModelRef, ObjectModel, Operation, Resource
from fledge.ir.error_bodies import common_error_models
from fledge.ir.traversal import argument_types, closed_enums, reachable_models, referenced_models


def call_path(resource: Resource, operation: Operation) -> str:
    """Return how a user calls an operation: `client.pets.list`."""
    return f"client.{resource.name.python}.{operation.name.python}"


def _is_closed(model: Model) -> bool:
    return not isinstance(model, ObjectModel) or model.additional_properties is None


class ModelDirections:
    """The directions and the calls of each model of an API."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.models: Mapping[str, Model] = {model.name.python: model for model in api.models}
        self._parts = {name: referenced_models(model) for name, model in self.models.items()}
        self._holders: dict[str, list[str]] = {}
        for name, parts in self._parts.items():
            for part in parts:
                self._holders.setdefault(part, []).append(name)
        self._calls: dict[str, dict[str, None]] = {}
        self._all_calls: dict[str, tuple[str, ...]] = {}
        sent: dict[str, None] = {}
        forms: dict[str, None] = {}
        self._spread: dict[str, None] = {}
        fields: dict[str, None] = {}
        others: dict[str, None] = {}
        received = dict.fromkeys(referenced_models(*api.webhooks))
        for webhook in api.webhooks:
            self._add_calls(f"webhooks.{webhook.name.python}", referenced_models(webhook))
        for resource in api.resources:
            for operation in resource.operations:
                arguments = referenced_models(*operation.parameters)
                requests = (*arguments, *(referenced_models(operation.body) if operation.body else ()))
                responses = referenced_models(
                    *operation.responses, *([operation.pagination] if operation.pagination else [])
                )
                sent.update(dict.fromkeys(requests))
                bodies = (operation.body, *operation.body.alternatives) if operation.body else ()
                forms.update(
                    dict.fromkeys(name for each in bodies if each.has_parts for name in referenced_models(each))
                )
                for each in bodies:
                    if each.is_form and isinstance(each.type, ModelRef):
                        fields[each.type.name] = None
                    else:
                        others.update(dict.fromkeys(referenced_models(each)))
                others.update(dict.fromkeys(arguments))
                spread = [each.type for each in bodies if each.flat]
                self._spread.update(dict.fromkeys(each.name for each in spread if isinstance(each, ModelRef)))
                received.update(dict.fromkeys(responses))
                self._add_calls(call_path(resource, operation), [*requests, *responses])
        self._sent = reachable_models(sent, self._parts.__getitem__)
        others.update(dict.fromkeys(part for name in fields for part in self._parts[name]))
        others = reachable_models(others, self._parts.__getitem__)
        self._forms = {name: None for name in fields if name not in others}
        self._in_forms = reachable_models(forms, self._parts.__getitem__)
        self.received = reachable_models(received, self._parts.__getitem__)
        self.closed_enums = closed_enums(api.models, sent=self._sent, received=self.received)

    @cached_property
    def error_models(self) -> Mapping[int, ModelRef]:
        """The model of an exception's body by status, in operations that do not document the status."""
        return common_error_models(self.api)

    def directions(self, model: str) -> tuple[Direction, ...]:
        """Return the directions in which a model is on the wire; none if no call uses it."""
        users = ((Direction.REQUEST, self._sent), (Direction.RESPONSE, self.received))
        return tuple(direction for direction, models in users if model in models)

    def is_in_form(self, model: str) -> bool:
        """Whether a model is sent as a form that may have files."""
        return model in self._in_forms

    def is_form(self, model: str) -> bool:
        """Whether a model is sent as a form alone, each of its fields as text."""
        return model in self._forms

    def is_spread(self, model: str) -> bool:
        """Whether a call takes the fields of a model as arguments."""
        return model in self._spread

    @cached_property
    def _dicts(self) -> Mapping[str, None]:
        """The models in whose place arguments take dicts: type checkers check no keys beside undeclared properties."""
        operations = [operation for resource in self.api.resources for operation in resource.operations]
        closed = {name for name, model in self.models.items() if _is_closed(model)}
        reached = reachable_models(
            referenced_models(*argument_types(operations)), lambda name: self._parts[name] if name in closed else ()
        )
        return {name: None for name in reached if name in closed}

    def has_dict(self, model: str) -> bool:
        """Whether callers may pass a dict in place of a model, whose keys type checkers check."""
        return model in self._dicts

    def calls(self, model: str) -> tuple[str, ...]:
        """Return the methods and functions that use a model, directly or inside of another one, sorted."""
        if model not in self._all_calls:
            self._all_calls[model] = self._find_calls(model)
        return self._all_calls[model]

    def _find_calls(self, model: str) -> tuple[str, ...]:
        visited = {model: None}
        pending = [model]
        calls: dict[str, None] = {}
        while pending:
            current = pending.pop()
            calls.update(self._calls.get(current, {}))
            fresh = [holder for holder in self._holders.get(current, ()) if holder not in visited]
            visited.update(dict.fromkeys(fresh))
            pending += fresh
        return tuple(sorted(calls))

    def _add_calls(self, name: str, models: Iterable[str]) -> None:
        for model in models:
            self._calls.setdefault(model, {})[name] = None
