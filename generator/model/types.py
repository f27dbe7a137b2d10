"""Walks over types: what they name, and the same type with other names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from generator.model.api import Const, ListOf, MapOf, ModelRef, Scalar, TupleOf, Type, Union


def renamed(of: Type, names: Mapping[str, str]) -> Type:
    """The type with each model called what `names` says."""
    match of:
        case Scalar() | Const():
            return of
        case ModelRef(name):
            return ModelRef(names[name])
        case ListOf(item):
            return ListOf(renamed(item, names))
        case MapOf(value):
            return MapOf(renamed(value, names))
        case TupleOf(items):
            return TupleOf(tuple(renamed(item, names) for item in items))
        case Union(members):
            return Union(tuple(dict.fromkeys(renamed(member, names) for member in members)))
        case _:
            assert_never(of)


def parts(of: Type) -> Iterator[Type]:
    """The type and all types inside it."""
    yield of
    match of:
        case Scalar() | Const() | ModelRef():
            return
        case ListOf(item):
            yield from parts(item)
        case MapOf(value):
            yield from parts(value)
        case TupleOf(items):
            for item in items:
                yield from parts(item)
        case Union(members):
            for member in members:
                yield from parts(member)
        case _:
            assert_never(of)


def names(of: Type) -> Iterator[str]:
    """The models that a type names."""
    for part in parts(of):
        if isinstance(part, ModelRef):
            yield part.name
