"""Python expressions as values: a name carries the module that it comes from, until it is printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, assert_never

from fledge.emitter.python.layout import Brackets, Chain, Printed, prefix_printed
from fledge.emitter.python.literals import literal
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True)
class Symbol:
    """A name and the module that defines it.

    The module is absolute (`typing`), or relative to the package's root (`.models`, `._runtime.client`). It is
    `builtins` for names that need no import, and "" for names that the printed code itself binds.
    """

    name: str
    module: str = ""
    is_module: bool = False


@quick_dataclass(frozen=True, slots=True, eq=False)
class Constant:
    """A literal value. `1`, `1.0` and `True` differ, although Python compares them as equal."""

    value: str | bytes | int | float | bool | None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Constant) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[type, str | bytes | int | float | bool | None]:
        return type(self.value), self.value


@quick_dataclass(frozen=True, slots=True)
class Attribute:
    """`value.name`."""

    value: Expr
    name: str


@quick_dataclass(frozen=True, slots=True)
class Subscript:
    """`value[items]`."""

    value: Expr
    items: tuple[Expr, ...]


@quick_dataclass(frozen=True, slots=True)
class UnionExpr:
    """`a | b`: at least two variants, none of them a union. Make one with `union`."""

    variants: tuple[Expr, ...]


@quick_dataclass(frozen=True, slots=True)
class OrExpr:
    """`first or second`."""

    first: Expr
    second: Expr


@quick_dataclass(frozen=True, slots=True)
class Keyword:
    """`name=value`, an argument of a call."""

    name: str
    value: Expr


@quick_dataclass(frozen=True, slots=True)
class CallExpr:
    """`function(arguments)`."""

    function: Expr
    arguments: tuple[Expr, ...] = ()


@quick_dataclass(frozen=True, slots=True)
class TupleExpr:
    """`(a, b)`."""

    items: tuple[Expr, ...]


@quick_dataclass(frozen=True, slots=True)
class ListExpr:
    """`[a, b]`."""

    items: tuple[Expr, ...]


@quick_dataclass(frozen=True, slots=True)
class DictExpr:
    """`{key: value}`."""

    entries: tuple[tuple[Expr, Expr], ...]


@quick_dataclass(frozen=True, slots=True)
class Lambda:
    """`lambda: value`."""

    value: Expr


@quick_dataclass(frozen=True, slots=True)
class Quoted:
    """An annotation as a string: a forward reference."""

    value: Expr


Expr: TypeAlias = (
    Symbol
    | Constant
    | Attribute
    | Subscript
    | UnionExpr
    | OrExpr
    | Keyword
    | CallExpr
    | TupleExpr
    | ListExpr
    | DictExpr
    | Lambda
    | Quoted
)

NONE = Constant(None)
BOOL, BYTES, DICT, FLOAT, INT, LIST, OBJECT, STR, TUPLE = (
    Symbol(name, "builtins") for name in ("bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple")
)
ANY, CLASS_VAR, LITERAL, TYPE_ALIAS, TYPE_CHECKING, UNPACK = (
    Symbol(name, "typing") for name in ("Any", "ClassVar", "Literal", "TypeAlias", "TYPE_CHECKING", "Unpack")
)
NOT_REQUIRED, TYPED_DICT = (Symbol(name, "typing") for name in ("NotRequired", "TypedDict"))
MAPPING, SEQUENCE = (Symbol(name, "collections.abc") for name in ("Mapping", "Sequence"))
DATE, DATETIME, TIME, TIMEDELTA = (Symbol(name, "datetime") for name in ("date", "datetime", "time", "timedelta"))
DECIMAL = Symbol("Decimal", "decimal")
UUID = Symbol("UUID", "uuid")
UNSET = Symbol("UNSET", "._runtime.model")
UNSET_TYPE = Symbol("Unset", "._runtime.model")


def variants(expr: Expr) -> tuple[Expr, ...]:
    """Return the variants of a union; any other expression is its only one."""
    return expr.variants if isinstance(expr, UnionExpr) else (expr,)


def union(*parts: Expr) -> Expr:
    """Return the union of expressions: each variant once, then `None`, then `Unset`.

    At least one part is required; the union of a single variant is that variant.
    """
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2 and parts[1] is NONE:  # as most are
        if isinstance(parts[0], (Symbol, Subscript)):
            return UnionExpr(parts)
        if isinstance(parts[0], UnionExpr) and parts[0].variants[-1] is NONE:
            return parts[0]
    distinct = dict.fromkeys(variant for part in parts for variant in variants(part))
    last = [each for each in (NONE, UNSET_TYPE) if each in distinct]
    for each in last:
        del distinct[each]
    ordered = (*distinct, *last)
    return ordered[0] if len(ordered) == 1 else UnionExpr(ordered)


def without_none(expr: Expr) -> Expr:
    """Return the expression without its variant `None`, unless that is all it has."""
    if not isinstance(expr, UnionExpr):  # as most are
        return expr
    others = [each for each in expr.variants if each != NONE]
    return union(*others) if others else expr


def print_expr(expr: Expr, spell: Callable[[Symbol], str]) -> Printed:
    """Print an expression; `spell` returns the spelling of each symbol in it, in the order of the text."""
    match expr:
        case Symbol():
            return spell(expr)
        case Constant():
            return literal(expr.value)
        case UnionExpr():
            return Chain([print_expr(each, spell) for each in expr.variants], "| ")
        case Subscript():
            return Brackets(f"{print_expr(expr.value, spell)}[", [print_expr(each, spell) for each in expr.items], "]")
        case CallExpr():
            function = print_expr(expr.function, spell)
            return Brackets(f"{function}(", [print_expr(each, spell) for each in expr.arguments], ")")
        case Keyword():
            return prefix_printed(f"{expr.name}=", print_expr(expr.value, spell))
        case Attribute(value, name):
            return f"{print_expr(value, spell)}.{name}"
        case TupleExpr(items):
            tail = ",)" if len(items) == 1 else ")"
            return Brackets("(", [print_expr(each, spell) for each in items], tail)
        case ListExpr(items):
            return Brackets("[", [print_expr(each, spell) for each in items], "]")
        case DictExpr(entries):
            return Brackets("{", [print_entry(key, value, spell) for key, value in entries], "}")
        case OrExpr(first, second):
            return Chain([print_expr(first, spell), print_expr(second, spell)], "or ")
        case Lambda(value):
            return prefix_printed("lambda: ", print_expr(value, spell))
        case Quoted(value):
            return literal(str(print_expr(value, spell)))
        case _:
            assert_never(expr)


def print_entry(key: Expr, value: Expr, spell: Callable[[Symbol], str]) -> Printed:
    """Print an entry of a dict."""
    printed_key = print_expr(key, spell)
    return prefix_printed(f"{printed_key}: ", print_expr(value, spell))


def text_of(expr: Expr) -> str:
    """Return the text of an expression outside of any module: every symbol by its bare name."""
    return str(print_expr(expr, lambda symbol: symbol.name))
