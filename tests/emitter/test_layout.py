"""Layout is Black's: what is laid out here, Black leaves as it is."""

from __future__ import annotations

import ast
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fledge.emitter.python.expr import (
    DICT,
    LIST,
    LITERAL,
    NONE,
    STR,
    TUPLE,
    CallExpr,
    Constant,
    DictExpr,
    Expr,
    Keyword,
    OrExpr,
    Quoted,
    Subscript,
    Symbol,
    TupleExpr,
    print_expr,
    union,
)
from fledge.emitter.python.formatter import format_source, is_black_stable
from fledge.emitter.python.layout import (
    Brackets,
    Printed,
    fits_behind,
    layout_alias,
    layout_alias_target,
    layout_annotated,
    layout_argument,
    layout_class,
    layout_constant,
    layout_dict,
    layout_exploded,
    layout_head,
    layout_return,
    layout_signature,
    layout_spelled,
    layout_statement,
    layout_tuple,
)

EXAMPLES = int(os.environ.get("FLEDGE_EXAMPLES", "30"))

NAMES = st.builds(lambda letter, count: letter * count, st.sampled_from("abcxyz"), st.integers(1, 60))
LONG_NAMES = st.builds(lambda letter, count: letter * count, st.sampled_from("abc"), st.integers(60, 95))
CLASSES = NAMES.map(lambda name: Symbol(name.title()))
TEXTS = st.text(st.sampled_from("abc xyz/{}[]|,()"), max_size=40)


def nested(inner: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    return st.one_of(
        inner.map(lambda item: Subscript(LIST, (item,))),
        inner.map(lambda value: Subscript(DICT, (STR, value))),
        st.lists(inner, min_size=1, max_size=3).map(lambda items: Subscript(TUPLE, tuple(items))),
        st.lists(inner, min_size=2, max_size=6).map(lambda parts: union(*parts)),
    )


LITERALS = st.lists(TEXTS.map(Constant), min_size=1, max_size=8, unique_by=lambda each: each.value).map(
    lambda values: Subscript(LITERAL, tuple(values))
)
TYPES: st.SearchStrategy[Expr] = st.recursive(st.one_of(CLASSES, st.just(NONE), LITERALS), nested, max_leaves=8)
VALUES = st.one_of(TEXTS.map(Constant), st.integers(0, 99).map(Constant), CLASSES)
CALLS: st.SearchStrategy[Expr] = st.recursive(
    VALUES,
    lambda inner: st.one_of(
        st.builds(
            lambda function, items, keywords: CallExpr(function, (*items, *keywords)),
            CLASSES,
            st.lists(inner, min_size=1, max_size=3),
            st.lists(st.builds(Keyword, NAMES, inner), max_size=3, unique_by=lambda each: each.name),
        ),
        st.lists(inner, min_size=2, max_size=4).map(lambda items: TupleExpr(tuple(items))),
        st.lists(st.tuples(TEXTS.map(Constant), inner), min_size=1, max_size=4).map(
            lambda entries: DictExpr(tuple(entries))
        ),
    ),
    max_leaves=8,
)


def printed(expr: Expr) -> Printed:
    return print_expr(expr, lambda symbol: symbol.name)


def assert_black_keeps(text: str) -> None:
    """Black changes nothing, or says itself that it must have the last word."""
    ast.parse(text)
    if is_black_stable(text):
        assert format_source(text) == text


@settings(max_examples=EXAMPLES, deadline=None)
@given(NAMES, TYPES, st.sampled_from([None, "None", "UNSET"]))
def test_fields(name: str, of: Expr, default: str | None) -> None:
    """A field of a class, with and without a default."""
    assert_black_keeps(f"class Pet:\n    {layout_annotated(4, name, printed(of), default)}\n")


@settings(max_examples=EXAMPLES, deadline=None)
@given(NAMES, TYPES, TEXTS)
def test_fields_with_a_call(name: str, of: Expr, wire: str) -> None:
    """A field whose default says its name on the wire."""
    default = CallExpr(Symbol("field"), (Keyword("name", Constant(wire)), Keyword("default", NONE)))
    assert_black_keeps(f"class Pet:\n    {layout_annotated(4, name, printed(of), printed(default))}\n")


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.one_of(NAMES, LONG_NAMES), TYPES)
def test_aliases(name: str, of: Expr) -> None:
    """An alias at the top of a module, and one that only type checkers see."""
    assert_black_keeps(
        f"{layout_alias(0, name, printed(of))}\n\nif TYPE_CHECKING:\n    {layout_alias(4, name, printed(of))}\n"
    )


@settings(max_examples=EXAMPLES, deadline=None)
@given(NAMES, TYPES, TYPES)
def test_methods(name: str, argument: Expr, result: Expr) -> None:
    """A method with its arguments one a line, and one with all of them on a line if they fit."""
    line = layout_annotated(8, name, printed(argument), "None", ",")
    end = layout_spelled(4, ") -> ", printed(result), ":")
    short = layout_signature(f"def {name}", ["self", f"{name}x: int"], end)
    signature = "\n".join(f"    {each}" for each in short) if short else f"    def {name}(\n        self,\n    {end}"
    first = f"    def list(\n        self,\n        {line},\n    {end}\n        pass\n"
    assert_black_keeps(f"class Pets:\n{first}\n{signature}\n        pass\n")


@settings(max_examples=EXAMPLES, deadline=None)
@given(NAMES, TYPES, st.lists(CALLS, min_size=1, max_size=4))
def test_constants(name: str, result: Expr, arguments: list[Expr]) -> None:
    """The constant of an operation, with its arguments one a line."""
    spelled = printed(Subscript(Symbol("Operation"), (result,)))
    assert isinstance(spelled, Brackets)
    opening, indent, closing = layout_constant(name, spelled, "Operation")
    lines = [f"{' ' * indent}{layout_argument(indent, printed(each))}," for each in arguments]
    assert_black_keeps("\n".join([opening, *lines, closing, ""]))


@settings(max_examples=EXAMPLES, deadline=None)
@given(NAMES, st.lists(st.tuples(TEXTS.map(Constant), CLASSES), max_size=4), st.booleans())
def test_dicts_and_tuples(name: str, entries: list[tuple[Expr, Expr]], one_a_line: bool) -> None:
    """Arguments that have one entry a line, so that a description that grows changes one line."""
    code = printed(DictExpr(tuple(entries)))
    assert isinstance(code, Brackets)
    lines = ["1,", *layout_tuple([printed(STR), printed(NONE)][: len(entries) or 1])]
    lines += layout_dict(name, code.parts, 4, one_a_line=one_a_line)
    assert_black_keeps("\n".join(["f(", *(f"    {line}" for line in lines), ")", ""]))


@settings(max_examples=EXAMPLES, deadline=None)
@given(NAMES, st.lists(NAMES, max_size=6), st.lists(NAMES, max_size=4))
def test_returns(function: str, bound: list[str], arguments: list[str]) -> None:
    """The call that a method returns."""
    code = Brackets(f"{function}(", ("options", *bound), ")")
    lines = layout_return("self._client.call", [code, *(f"{each}={each}" for each in arguments)])
    assert_black_keeps("\n".join(["class Pets:", "    def list(self):", *(f"        {line}" for line in lines), ""]))


@pytest.mark.parametrize("awaited", ["", "await "])
@pytest.mark.parametrize(
    "arguments", [["self._client"], ["self._client", "options", *("bcdef"[n] * 20 for n in range(4))]]
)
def test_returns_of_long_functions(awaited: str, arguments: list[str]) -> None:
    """A function that leaves no room behind `return` goes into parentheses: Black need not run."""
    for length in range(56, 82):
        lines = layout_return(f"{awaited}{'a' * length}", arguments)
        text = "\n".join(["class Pets:", "    async def list(self):", *(f"        {line}" for line in lines), ""])
        assert is_black_stable(text)
        assert format_source(text) == text


def test_classes_with_long_names() -> None:
    """The head of a resource and of its view, whose arguments go to lines of their own."""
    for length in range(40, 90):
        head = layout_head("def __init__", ["self", f"resource: {'a' * length}"], " -> None:", 4)
        text = f"{layout_class('A' * length, ['Resource[AsyncBaseClient]'])}\n    {head}\n        pass\n"
        assert format_source(text) == text


@pytest.mark.parametrize("length", [40, 79, 80, 81, 82, 110, 140])
def test_tables_and_methods_of_long_names(length: int) -> None:
    """The modules of models, the keys of dict types, and a method whose name or result is long: Black need not run."""
    name, of = "a" * length, "B" * length
    exports = f'__getattr__, __dir__ = lazy_exports(\n    __name__,\n    {{\n        "{name}": (\n            "{of}",\n        ),\n    }},\n)\n'
    keys = f'Pet = TypedDict(\n    "Pet",\n    {{\n        "of": "NotRequired[{of} | {of}Dict]",\n    }},\n)\n'
    end = layout_spelled(4, ") -> ", printed(Symbol(of)), ":")
    methods = "".join(
        f"\n    {start}def {name}(\n        self,\n        id: str,\n    {end}\n        return {name}(\n            id,\n            1,\n        )\n"
        for start in ("", "async ")
    )
    text = f"{exports}\n{keys}\n\nclass Pets:{methods}"
    assert is_black_stable(text)
    assert format_source(text) == text


@pytest.mark.parametrize("indent", [0, 4])
def test_types_of_long_names(indent: int) -> None:
    """Dict types, aliases and enums of which a name or a type is long: Black need not run."""
    pad = " " * indent
    for length in range(30, 96):
        for other in (10, 60, 90):
            name = "A" * length
            long, longer = Symbol("B" * other), Symbol("C" * other)
            lines = [
                layout_class(name, ["TypedDict"], indent),
                f"    {layout_annotated(indent + 4, 'key', printed(Subscript(DICT, (STR, union(long, longer)))), end='')}",
                layout_alias(indent, f"{name}Text", printed(Quoted(union(long, STR)))),
                layout_alias(indent, f"{name}Map", printed(Subscript(DICT, (STR, union(long, longer))))),
            ]
            opening = "if TYPE_CHECKING:\n\n" if indent else ""
            gap = [""] if indent else ["", ""]
            text = opening + "\n".join(line and pad + line for line in [*lines[:2], *gap, *lines[2:]]) + "\n"
            assert is_black_stable(text), text
            assert format_source(text) == text


def test_closed_enums_of_long_names() -> None:
    """The values of an enum stand in parentheses where the brackets alone do not fit behind its name."""
    for length in range(40, 96):
        target = layout_alias_target(0, "A" * length)
        if fits_behind(target, " = Literal["):
            text = f'{target} = Literal[\n    "a",\n    "b",\n]\n'
        else:
            text = f'{target} = (\n    Literal[\n        "a",\n        "b",\n    ]\n)\n'
        assert is_black_stable(text), text
        assert format_source(text) == text


def test_parameters_and_constants_of_long_names() -> None:
    """A parameter that does not fit on its line is broken at its call, a long name of a constant before its type."""
    for length in range(20, 84):
        name = "a" * length
        code = printed(DictExpr(((Constant(name), CallExpr(Symbol("Query"), (Constant(name),))),)))
        assert isinstance(code, Brackets)
        spelled = printed(Subscript(Symbol("Operation"), (Symbol("Pet"),)))
        assert isinstance(spelled, Brackets)
        opening, indent, closing = layout_constant(name.upper(), spelled, "Operation")
        entries = ['"GET /pets",', *layout_dict("parameters", code.parts, indent, one_a_line=True)]
        text = "\n".join([opening, *(f"{' ' * indent}{line}" for line in entries), closing, ""])
        assert is_black_stable(text), text
        assert format_source(text) == text


@settings(max_examples=EXAMPLES, deadline=None)
@given(NAMES, NAMES, NAMES)
def test_statements(name: str, function: str, argument: str) -> None:
    """An assignment of a call, and the head of a method with two arguments."""
    head = layout_head("def __init__", ["self", f"resource: {argument}"], " -> None:", 4)
    call = layout_statement(8, Brackets(f"self.{name} = {function}(", (f"resource.{argument}",), ")"))
    assert_black_keeps(f"class Pets:\n    {head}\n        {call}\n")


@settings(max_examples=EXAMPLES, deadline=None)
@given(NAMES, NAMES, NAMES)
def test_heads(name: str, first: str, second: str) -> None:
    """The line that opens a class, and a property whose result has a long name."""
    head = layout_head(f"def {name}", ["self"], f" -> {second.title()}:", 4)
    assert_black_keeps(
        f"{layout_class(name.title(), [first, f'tag={second}'])}\n    @property\n    {head}\n        pass\n"
    )


def test_an_argument_is_broken_at_its_operator() -> None:
    """`or` begins a line."""
    long = "a" * 60
    code = printed(OrExpr(Symbol(long), CallExpr(Symbol("setting"), (Constant("PETS_ACCESS_KEY"),))))
    text = f"auth = Auth(\n    {layout_argument(4, code)},\n)\n"
    assert text == f'auth = Auth(\n    {long}\n    or setting("PETS_ACCESS_KEY"),\n)\n'
    assert_black_keeps(text)


@settings(max_examples=EXAMPLES, deadline=None)
@given(CALLS)
def test_examples(call: Expr) -> None:
    """A call in a README has one part a line as soon as it does not fit into one."""
    assert_black_keeps("\n".join([*layout_exploded(printed(call), "result = ", "", 0), ""]))
