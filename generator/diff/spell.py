"""Types and other values as a reviewer reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from generator.diagnostics import Origin
from generator.emitter.types import annotation
from generator.model.api import Const, Docs, ListOf, MapOf, ModelRef, Name, TupleOf, Type, Union
from generator.model.types import names, renamed


def spelled(of: Type | None) -> str:
    """A type as Python's annotation of it."""
    return "nothing" if of is None else annotation(of)


def normal(of: Type, same: Mapping[str, str]) -> Type:
    """The type with models called what they are now, and the members of unions in one order."""
    return _ordered(renamed(of, {name: same.get(name, f"{name} (old)") for name in names(of)}))


def _ordered(of: Type) -> Type:
    match of:
        case ListOf(item):
            return ListOf(_ordered(item))
        case MapOf(value):
            return MapOf(_ordered(value))
        case TupleOf(items):
            return TupleOf(tuple(map(_ordered, items)))
        case Union(members):
            return Union(tuple(sorted(map(_ordered, members), key=repr)))
        case other:
            return other


def text(value: object) -> str:
    """Any part of the representation in a line: only what is not as usual is said."""
    match value:
        case None | "" | ():
            return ""
        case Enum():
            return str(value.value)
        case Name():
            return value.wire
        case tuple():
            return ", ".join(map(text, value))
        case Docs() | Origin():
            return ""
        case ModelRef() | ListOf() | MapOf() | TupleOf() | Const() | Union():
            return annotation(value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            said = {each.name: text(getattr(value, each.name)) for each in fields(value)}
            first, *others = [
                f"{name}={shown}" if name != "url" else shown for name, shown in said.items() if shown
            ] or [""]
            return " ".join([first, *others])
        case _:
            return str(value)
