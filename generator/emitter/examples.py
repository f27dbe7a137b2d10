"""Calls as a user writes them: the examples of READMEs and reference pages."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, assert_never

from generator.emitter.text import WIDTH, literal
from generator.emitter.types import SOURCES
from generator.emitter.views import statements
from generator.model.api import (
    AliasModel,
    Const,
    ListOf,
    Location,
    MapOf,
    Model,
    ModelRef,
    Operation,
    Resource,
    Scalar,
    TupleOf,
    Type,
    Union,
)

Code: TypeAlias = "str | Group"
"""An expression: on one line, or in brackets that may be opened."""

_CONTENT = 'b"content"'
_FROM_TEXT = {
    Scalar.DATE: "date.fromisoformat",
    Scalar.DATETIME: "datetime.fromisoformat",
    Scalar.DECIMAL: "Decimal",
    Scalar.TIME: "time.fromisoformat",
}
"""What makes a value of its text, where an argument takes no text."""


@dataclass(frozen=True, slots=True)
class Group:
    """Expressions in brackets; `before` is the opening bracket and what stands in front of it."""

    before: str
    parts: tuple[tuple[str, Code], ...]
    after: str

    def __str__(self) -> str:
        return f"{self.before}{', '.join(f'{name}{part}' for name, part in self.parts)}{self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """How an operation is called: the method, its arguments with their names, and the imports that they need."""

    function: str
    arguments: tuple[tuple[str, Code], ...]
    imports: Mapping[str, str]

    def lines(
        self, before: str = "", after: str = "", *, indent: int = 0, function: str = "", more: tuple[str, ...] = ()
    ) -> list[str]:
        """`before call after`; `function` may stand in place of the method, and `more` arguments behind the others."""
        arguments = (*self.arguments, *(("", argument) for argument in more))
        call = Group(f"{function or self.function}(", arguments, ")")
        return list(_laid_out(call, before, after, indent))

    def block(self, lines: Iterable[str], imports: Mapping[str, str] = {}) -> tuple[str, ...]:
        """Lines of code below what the call needs to be imported, and the `imports` of other names."""
        above = statements({**self.imports, **imports})
        return (*above, *([""] if above else []), *lines)


def example(resource: Resource, operation: Operation, models: Mapping[str, Model]) -> Example:
    """A call of an operation with its required arguments, and with those of the document's own example of a body."""
    speller = _Speller(models)
    arguments = tuple(speller.argument(name, value, of) for name, value, of in _arguments(operation))
    function = f"client.{resource.name.python}.{operation.name.python}"
    needed = {name: SOURCES[name] for name in sorted(speller.needed)}
    return Example(function=function, arguments=arguments, imports=needed)


def _arguments(operation: Operation) -> Iterator[tuple[str, Any, Type]]:
    """Name, JSON value and type of each argument; the name is empty where it is passed by position."""
    for each in operation.parameters:
        if each.required:
            yield "" if each.location is Location.PATH else each.name.python, json.loads(each.example), each.type
    body = operation.body
    if body is None:
        return
    value = json.loads(body.example)
    if not body.flat and (body.required or value not in (None, {})):
        yield "body", value, body.type
    for field, name in zip(body.fields, body.arguments):
        given = isinstance(value, dict) and field.name.wire in value
        if (given or field.required) and not (field.required and isinstance(field.type, Const)):
            yield name, value[field.name.wire] if given else {}, field.type


class _Speller:
    """Spells JSON values as arguments of their types."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        self._models = models
        self.needed: dict[str, None] = {}

    def argument(self, name: str, value: Any, of: Type) -> tuple[str, Code]:
        return (f"{name}=" if name else "", self._spelled(value, of))

    def _spelled(self, value: Any, of: Type, *, exact: bool = False) -> Code:
        """A value as an argument of a type takes it; where it is `exact`, a UUID is no text."""
        match of:
            case Scalar.BYTES | Scalar.FILE:
                return _CONTENT
            case Scalar.UUID if exact and isinstance(value, str):
                return self._call("UUID", value)
            case Scalar.DATE | Scalar.DATETIME | Scalar.DECIMAL | Scalar.TIME if isinstance(value, str):
                return self._call(_FROM_TEXT[of], value)
            case Scalar.INT if isinstance(value, float) and value.is_integer():
                return _plain(int(value))
            case ListOf(item) if isinstance(value, list):
                return _list(self._spelled(each, item, exact=exact) for each in value)
            case TupleOf(items) if isinstance(value, list):
                parts = tuple(("", self._spelled(each, item, exact=exact)) for each, item in zip(value, items))
                return Group("(", parts, ",)" if len(parts) == 1 else ")")
            case MapOf(inner) if isinstance(value, dict):
                return _dict((key, self._spelled(each, inner, exact=exact)) for key, each in value.items())
            case Union(members):
                fitting = next((member for member in members if self._takes(member, value)), Scalar.ANY)
                return self._spelled(value, fitting, exact=exact)
            case ModelRef(name):
                model = self._models[name]
                return self._spelled(value, model.type, exact=True) if isinstance(model, AliasModel) else _plain(value)
            case Scalar() | Const() | ListOf() | TupleOf() | MapOf():
                return _plain(value)
            case _:
                assert_never(of)

    def _takes(self, of: Type, value: Any) -> bool:
        """Whether a value can be of a type, as far as its kind tells."""
        match of:
            case Scalar.ANY:
                return True
            case Scalar.NONE:
                return value is None
            case Scalar.BOOL:
                return isinstance(value, bool)
            case Scalar.INT | Scalar.FLOAT:
                return isinstance(value, (int, float)) and not isinstance(value, bool)
            case Scalar():
                return isinstance(value, str)
            case Const(only):
                return bool(only == value)
            case ListOf() | TupleOf():
                return isinstance(value, list)
            case MapOf():
                return isinstance(value, dict)
            case Union(members):
                return any(self._takes(member, value) for member in members)
            case ModelRef(name):
                model = self._models[name]
                return self._takes(model.type, value) if isinstance(model, AliasModel) else value is not None
            case _:
                assert_never(of)

    def _call(self, function: str, text: str) -> str:
        self.needed[function.partition(".")[0]] = None
        return f"{function}({literal(text)})"


def _plain(value: Any) -> Code:
    """A JSON value as it is."""
    match value:
        case list():
            return _list(_plain(each) for each in value)
        case dict():
            return _dict((key, _plain(each)) for key, each in value.items())
        case float() if not math.isfinite(value):
            return "0.0"
        case _:
            return literal(value)


def _list(parts: Iterable[Code]) -> Code:
    return Group("[", tuple(("", part) for part in parts), "]")


def _dict(parts: Iterable[tuple[str, Code]]) -> Code:
    return Group("{", tuple((f"{literal(key)}: ", part) for key, part in parts), "}")


def _laid_out(code: Code, before: str, after: str, indent: int) -> Iterator[str]:
    """An expression as Black lays it out: on one line where it fits, else one part a line."""
    pad = " " * indent
    line = f"{pad}{before}{code}{after}"
    if isinstance(code, str) or not code.parts or len(line) <= WIDTH:
        yield line
        return
    yield f"{pad}{before}{code.before}"
    for name, part in code.parts:
        yield from _laid_out(part, name, ",", indent + 4)
    yield f"{pad}{code.after.lstrip(',')}{after}"
