"""Formats types and other values of the IR for reviewers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from fledge.diagnostics.source import SourcePointer
from fledge.emitter.annotations import annotation
from fledge.ir import Const, Docs, ListOf, MapOf, ModelRef, Name, TupleOf, Type, Union
from fledge.ir.traversal import referenced_models, rename_models, with_files


def format_type(of: Type | None, *, in_form: bool = False) -> str:
    """Return a type as a Python annotation; `nothing` for None. In a form, content is an `Uploadable`."""
    return "nothing" if of is None else annotation(with_files(of, ModelRef("Uploadable")) if in_form else of)


def normalize_type(of: Type, names: Mapping[str, str]) -> Type:
    """Return the type with the new names of models, and the variants of unions in one order, for comparison."""
    return _ordered(rename_models(of, {name: names.get(name, f"{name} (old)") for name in referenced_models(of)}))


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


def format_value(value: object) -> str:
    """Return any part of the IR as one line; empty fields are left out."""
    match value:
        case None | "" | ():
            return ""
        case Enum():
            return str(value.value)
        case Name():
            return value.wire
        case tuple():
            return ", ".join(map(format_value, value))
        case Docs() | SourcePointer():
            return ""
        case ModelRef() | ListOf() | MapOf() | TupleOf() | Const() | Union():
            return annotation(value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            texts = {each.name: format_value(getattr(value, each.name)) for each in fields(value)}
            first, *others = [f"{name}={text}" if name != "url" else text for name, text in texts.items() if text] or [
                ""
            ]
            return " ".join([first, *others])
        case _:
            return str(value)
