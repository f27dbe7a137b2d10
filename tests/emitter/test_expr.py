"""Expressions are values: compared, combined and then printed."""

from __future__ import annotations

import ast

import pytest

from fledge.emitter.python.expr import (
    DICT,
    INT,
    LITERAL,
    NONE,
    OBJECT,
    STR,
    UNSET_TYPE,
    Attribute,
    CallExpr,
    Constant,
    DictExpr,
    Expr,
    Keyword,
    Lambda,
    ListExpr,
    OrExpr,
    Quoted,
    Subscript,
    Symbol,
    TupleExpr,
    text_of,
    union,
    variants,
    without_none,
)

PET = Symbol("Pet", ".models")


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (PET, "Pet"),
        (Constant("a'b"), '"a\'b"'),
        (Constant(b"content"), 'b"content"'),
        (Subscript(DICT, (STR, PET)), "dict[str, Pet]"),
        (Attribute(Symbol("date", "datetime"), "fromisoformat"), "date.fromisoformat"),
        (CallExpr(PET, (Constant(1), Keyword("name", Constant("Rex")))), 'Pet(1, name="Rex")'),
        (CallExpr(PET), "Pet()"),
        (TupleExpr(()), "()"),
        (TupleExpr((INT,)), "(int,)"),
        (TupleExpr((INT, STR)), "(int, str)"),
        (ListExpr((INT, STR)), "[int, str]"),
        (DictExpr(((Constant("a"), INT),)), '{"a": int}'),
        (OrExpr(PET, NONE), "Pet or None"),
        (Lambda(DictExpr(())), "lambda: {}"),
        (Quoted(union(PET, NONE)), '"Pet | None"'),
        (Keyword("body", union(PET, NONE)), "body=Pet | None"),
    ],
)
def test_what_is_printed(expr: Expr, text: str) -> None:
    """Each kind of expression has one text, which is Python."""
    assert text_of(expr) == text
    ast.parse(f"f({text})")


def test_a_union_has_each_variant_once_with_none_and_unset_last() -> None:
    """The order of the others is that in which they come; unions inside are part of the union around them."""
    expr = union(NONE, PET, union(UNSET_TYPE, INT, NONE), PET)
    assert text_of(expr) == "Pet | int | None | Unset"
    assert union(PET, PET) == PET
    assert variants(PET) == (PET,)


def test_constants_of_other_types_differ() -> None:
    """`1`, `True` and `1.0` are three variants of a union, although Python calls them equal."""
    values = (1, True, 1.0)
    expr = union(*(Subscript(LITERAL, (Constant(value),)) for value in values))
    assert text_of(expr) == "Literal[1] | Literal[True] | Literal[1.0]"


def test_none_is_taken_out_of_unions() -> None:
    """A type that is only null stays what it is."""
    assert without_none(union(PET, NONE)) == PET
    assert without_none(NONE) == NONE
    assert without_none(OBJECT) == OBJECT
