"""Recognizes lists that come in pages: a next token in the response that goes back as a query parameter."""

from __future__ import annotations

from dataclasses import replace

from generator.model.api import ListOf, Location, ModelRef, ObjectModel, Operation, Pagination, Scalar, Type, Union
from generator.model.models import Models
from generator.model.words import words

_ITEMS = ("results", "items", "data", "values", "entries", "records")
# The parameter that takes the token, by the response's field that brings it, both as words.
_TOKENS = {
    "next page token": ("page token", "next page token"),
    "next token": ("next token", "token", "page token"),
    "next cursor": ("cursor", "next cursor", "starting after"),
    "cursor": ("cursor",),
    "page token": ("page token",),
}


def paginate(operation: Operation, models: Models) -> Operation:
    """The operation with its pagination, where its only success is an object with items and a next token."""
    bodies = {response.type for response in operation.responses if response.success}
    body = bodies.pop() if len(bodies) == 1 else None
    model = models[body.name] if isinstance(body, ModelRef) else None
    if operation.method != "GET" or not isinstance(model, ObjectModel):
        return operation
    lists = {each.name.wire: each for each in model.fields if isinstance(_present(each.type), ListOf)}
    texts = {_spoken(each.name.wire): each for each in model.fields if _present(each.type) is Scalar.STR}
    queries = {_spoken(p.name.wire): p for p in operation.parameters if p.location is Location.QUERY}
    items = next((lists[name] for name in _ITEMS if name in lists), None)
    for token, parameters in _TOKENS.items():
        parameter = next((queries[name] for name in parameters if name in queries), None)
        if items and token in texts and parameter:
            listed = _present(items.type)
            assert isinstance(listed, ListOf)
            found = Pagination(
                items=items.name.wire,
                item=listed.item,
                token=texts[token].name.wire,
                parameter=parameter.name.python,
            )
            return replace(operation, pagination=found)
    return operation


def _present(of: Type) -> Type:
    """A type without null."""
    if isinstance(of, Union):
        rest = tuple(member for member in of.members if member is not Scalar.NONE)
        return rest[0] if len(rest) == 1 else Union(rest)
    return of


def _spoken(wire: str) -> str:
    return " ".join(word.lower() for word in words(wire))
