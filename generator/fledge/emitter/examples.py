"""Calls as a user writes them: the examples of READMEs and reference pages."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import assert_never

from fledge.emitter.operation_constants import result_type
from fledge.emitter.python.expr import (
    DECIMAL,
    NONE,
    UUID,
    CallExpr,
    Constant,
    DictExpr,
    Expr,
    Keyword,
    ListExpr,
    Symbol,
    TupleExpr,
    print_expr,
)
from fledge.emitter.python.layout import Brackets, Printed, layout_exploded
from fledge.emitter.python.symbols import ModuleScope
from fledge.emitter.scalars import SCALARS
from fledge.ir import (
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
from fledge.quick_dataclass import quick_dataclass

_CONTENT = Constant(b"content")


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """How an operation is called: the method, and its printed arguments with the symbols that they need."""

    function: str
    arguments: tuple[Printed, ...]
    symbols: tuple[Symbol, ...]

    def lines(
        self, before: str = "", after: str = "", *, indent: int = 0, function: str = "", more: tuple[Printed, ...] = ()
    ) -> list[str]:
        """`before call after`; `function` may stand in place of the method, and `more` arguments behind the others."""
        call = Brackets(f"{function or self.function}(", (*self.arguments, *more), ")")
        return layout_exploded(call, before, after, indent)

    def block(self, lines: Iterable[str], *imported: Symbol) -> tuple[str, ...]:
        """Return lines of code below the imports that the call needs, and those of other symbols."""
        if not imported and not self.symbols:  # as most need none
            return tuple(lines)
        scope = ModuleScope("")
        scope.use(*imported, *self.symbols)
        above = scope.imports().lines
        return (*above, *([""] if above else []), *lines)


def example(resource: Resource, operation: Operation, models: Mapping[str, Model]) -> Example:
    """Return a call of an operation with its required arguments, and with those of its example of a body."""
    renderer = _ArgumentRenderer(models)
    symbols: list[Symbol] = []

    def spell(symbol: Symbol) -> str:
        symbols.extend([symbol] if symbol.module != "builtins" else [])
        return symbol.name

    printed = [print_expr(renderer.argument(*each), spell) for each in _arguments(operation)]
    return Example(
        function=f"client.{resource.name.python}.{operation.name.python}",
        arguments=tuple(printed),
        symbols=tuple(symbols),
    )


def _arguments(operation: Operation) -> Iterator[tuple[str, object, Type]]:
    """Yield name, JSON value and type of each argument; the name is empty where it is passed by position."""
    for each in operation.parameters:
        if each.required:
            yield "" if each.location is Location.PATH else each.name.python, _value(each.example), each.type
    body = operation.body
    if body is None:
        return
    value = _value(body.example)
    if not body.flat and (body.required or value not in (None, {})):
        yield "body", value, body.type
    for field, name in zip(body.fields, body.arguments):
        is_in_example = isinstance(value, dict) and field.name.wire in value
        if (is_in_example or field.required) and field.filled_in is None:
            yield name, value[field.name.wire] if is_in_example else {}, field.type


_value = lru_cache(1_000)(json.loads)
"""The value of an example, which nobody changes: many operations have the same ones."""


class _ArgumentRenderer:
    """Makes arguments of JSON values and their types."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        self._models = models

    def argument(self, name: str, value: object, of: Type) -> Expr:
        expr = self._expr(value, of)
        return Keyword(name, expr) if name else expr

    def _expr(self, value: object, of: Type, *, exact: bool = False) -> Expr:
        """Return a value as an argument of a type takes it; where it is `exact`, a string is no UUID."""
        match of:
            case Scalar():
                return _of_scalar(value, of, exact=exact)
            case ListOf(item) if isinstance(value, list):
                return ListExpr(tuple(self._expr(each, item, exact=exact) for each in value))
            case TupleOf(items) if isinstance(value, list):
                return TupleExpr(tuple(self._expr(each, item, exact=exact) for each, item in zip(value, items)))
            case MapOf(inner) if isinstance(value, dict):
                entries = ((Constant(key), self._expr(each, inner, exact=exact)) for key, each in value.items())
                return DictExpr(tuple(entries))
            case Union(members):
                fitting = next((member for member in members if self._takes(member, value)), Scalar.ANY)
                return self._expr(value, fitting, exact=exact)
            case ModelRef(name):
                model = self._models[name]
                return self._expr(value, model.type, exact=True) if isinstance(model, AliasModel) else _plain(value)
            case Const() | ListOf() | TupleOf() | MapOf():
                return _plain(value)
            case _:
                assert_never(of)

    def _takes(self, of: Type, value: object) -> bool:
        """Return whether a value can be of a type, as far as its kind tells."""
        match of:
            case Scalar.ANY:
                return True
            case Scalar.NONE:
                return value is None
            case Scalar.BOOL:
                return isinstance(value, bool)
            case Scalar.INT | Scalar.FLOAT | Scalar.DECIMAL_NUMBER:
                return isinstance(value, (int, float)) and not isinstance(value, bool)
            case Scalar():
                return isinstance(value, str)
            case Const(only):
                return Const(only) == Const(value) if isinstance(value, (str, int, float)) else False
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


def _of_scalar(value: object, of: Scalar, *, exact: bool) -> Expr:
    """Return a value as an argument of a type without parts takes it."""
    match of:
        case Scalar.BASE64URL | Scalar.BYTES | Scalar.FILE:
            return _CONTENT
        case Scalar.UUID if exact and isinstance(value, str):
            return CallExpr(UUID, (Constant(value),))
        case Scalar.DECIMAL_NUMBER if isinstance(value, (int, float)):
            return CallExpr(DECIMAL, (Constant(str(value)),))
        case Scalar.INT if isinstance(value, float) and value.is_integer():
            return Constant(int(value))
        case _:
            if isinstance(value, str) and (from_text := SCALARS[of].from_text):
                return from_text(value)
            return _plain(value)


def _plain(value: object) -> Expr:
    """Return a JSON value as it is."""
    match value:
        case str():
            return Constant(value)
        case list():
            return ListExpr(tuple([_plain(each) for each in value]))
        case dict():
            return DictExpr(tuple([(Constant(key), _plain(each)) for key, each in value.items()]))
        case float() if not math.isfinite(value):
            return Constant(0.0)
        case None | bool() | int() | float():
            return Constant(value)
        case _:
            raise TypeError(f"not a JSON value: {value!r}")


def usage_lines(
    operation: Operation, called: Example, *, indent: int = 0, waits: bool = False, prints: bool = False
) -> list[str]:
    """Return a call, and what is done with its result: pages and streams are walked through.

    An asynchronous client `waits` for it. A program of its own `prints` any result.
    """
    if operation.pagination or operation.stream_format:
        begin = f"async for item in {'await ' if operation.stream_format else ''}" if waits else "for item in "
        loop = called.lines(begin, ":", indent=indent)
        return [*loop, f"{' ' * indent}    print(item)"]
    assigned = assignment(operation)
    lines = called.lines(f"{assigned}{'await ' if waits else ''}", indent=indent)
    return [*lines, f"{' ' * indent}print(result)"] if prints and assigned else lines


def assignment(operation: Operation) -> str:
    return "" if result_type(operation) == NONE else "result = "


def usage_block(resource: Resource, operation: Operation, models: Mapping[str, Model]) -> tuple[str, ...]:
    called = example(resource, operation, models)
    return called.block(usage_lines(operation, called))
