"""Pairs whose limits and types are apart: values that a type lists, text, and objects in place of others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.diff.pairs.pair import JSON, Pair, box, pairs_of, request, response
from tests.diff.pairs.shorthand import (
    NULL,
    B,
    I,
    N,
    S,
    array,
    body,
    integer,
    map_of,
    obj,
    param,
    ref,
    text,
    webhook,
    with_schemas,
)

FORM = "application/x-www-form-urlencoded"
LETTERS = text(enum=["a", "b"])
PASSWORD = text(format="password")


def _numbers(*values: float, **keywords: Any) -> JSON:
    return {**N, "enum": list(values), **keywords}


def _of_component(schema: JSON) -> JSON:
    return with_schemas(request(ref("Size")), Size=schema)


def _form(schema: JSON) -> JSON:
    return body(obj(f=schema), FORM)


def _either(*schemas: JSON) -> JSON:
    return {"anyOf": list(schemas)}


def _sent(schema: JSON, **schemas: JSON) -> JSON:
    return with_schemas(request(box(schema)), **schemas)


def _received(schema: JSON, **schemas: JSON) -> JSON:
    return with_schemas(response(box(schema)), **schemas)


def _one_of(name: str, schema: JSON, *, sent: bool = True) -> JSON:
    """An object beside an integer, so that one with half of its properties is not matched with it."""
    return (_sent if sent else _received)(_either(ref(name), I), **{name: schema})


def _two(schema: JSON) -> JSON:
    """Both components are there on both sides."""
    return with_schemas(request(obj(size=schema, a=ref("A"), b=ref("B"))), A=SHORT, B=SHORTER)


def _also(schema: JSON, **schemas: JSON) -> JSON:
    return with_schemas(request(ref("Size")), Size=schema, **schemas)


def _open(further: JSON, **schemas: JSON) -> JSON:
    return with_schemas(request({**obj(a=S), "additionalProperties": further}), **schemas)


def _in_class(schema: JSON) -> JSON:
    """A property of an object that is no body, so that callers make a class or a dict of it."""
    return _sent(obj(x=schema, y=S))


def _open_class(*required: str, **properties: JSON) -> JSON:
    """An object in whose place no dict may be passed: nobody could check the keys of one with further properties."""
    return _sent({**obj(*required, **properties), "additionalProperties": S})


NULLABLE: JSON = {"type": ["string", "null"]}
CONST: JSON = {"const": "a"}
LEAST: JSON = {**N, "minimum": 1}
SHORT, SHORTER, ABCD = text(maxLength=5), text(maxLength=3), text(enum=["abcd", "a"])
AROUND: dict[str, Callable[[JSON], JSON]] = {
    "itself": lambda schema: schema,
    "items": array,
    "values": map_of,
    "item of a tuple": lambda schema: {
        "type": "array",
        "prefixItems": [schema, I],
        "items": False,
        "minItems": 2,
    },
    "variant": lambda schema: _either(schema, I),
    "or null": lambda schema: _either(schema, NULL),
}
OX, OY, OZ = obj("x", x=S), obj("y", y=I), obj("z", z=B)
TA, TB, TC = (obj("t", t={"const": tag}, **{f"only_{tag}": S}) for tag in "abc")
ONE, OTHER = obj(x=S), obj(y=S, z=S, w=S)
ROWS: tuple[tuple[str, JSON, JSON, str], ...] = (
    # values that constraints list, in components
    ("fraction of an enum of a component goes", _of_component(_numbers(1, 1.5)), _of_component(_numbers(1.5)), "W -"),
    (
        "fraction of an enum in a list of a component goes",
        _of_component(array(_numbers(1, 1.5))),
        _of_component(array(_numbers(1.5))),
        "TW -",
    ),
    ("fraction of a webhook goes", webhook(_numbers(1, 1.5)), webhook(_numbers(1.5)), "T -"),
    # limits beside values that a type lists
    ("limit that all values of an enum keep", param(LETTERS), param({**LETTERS, "maxLength": 9}), "= ="),
    ("pattern that all values of an enum keep", param(LETTERS), param({**LETTERS, "pattern": "^[a-z]$"}), "= ="),
    ("pattern that a value of an enum lacks", param(LETTERS), param({**LETTERS, "pattern": "^[b-z]$"}), "W -"),
    ("pattern that Python cannot read", param(LETTERS), param({**LETTERS, "pattern": r"^\p{L}$"}), "W -"),
    ("enum of numbers gains a limit", param({"enum": [1, 2]}), param({"enum": [1, 2], "minimum": 1}), "= ="),
    ("enum becomes a string that all values are", param(LETTERS), param(text(minLength=1)), "T TW"),
    ("enum becomes a string that a value is not", param(text(enum=["a", "bc"])), param(text(minLength=2)), "TW TW"),
    ("constant number becomes a number that it is not", param({"const": 5}), param({**N, "maximum": 3}), "W TW"),
    ("constant number becomes a number that it is", param({"const": 2}), param({**N, "maximum": 3}), "- TW"),
    ("enum of numbers becomes a number", param({"enum": [2, 5]}), param({**I, "maximum": 3}), "TW TW"),
    ("items become strings that all values are", param(array(LETTERS)), param(array(text(maxLength=1))), "T TW"),
    ("branch that is every string", param(S), param(_either(PASSWORD, text(maxLength=3))), "- -"),
    ("branch of no length", param(S), param(_either(text(minLength=0), text(maxLength=3))), "- -"),
    # variants whose types differ: a value decides
    ("limited number beside a string", _sent(_either(I, LEAST)), _sent(_either(S, LEAST)), "W TW"),
    ("integer becomes a limited number or a string", _sent(I), _sent(_either(S, LEAST)), "W TW"),
    ("limited number whose integers are limited, too", _sent(_either(integer(minimum=2), LEAST)), _sent(LEAST), "- -"),
    ("short text beside a UUID", _sent(_either(text(format="uuid"), SHORT)), _sent(_either(B, SHORT)), "TW TW"),
    (
        "UUID becomes a text that it is",
        _sent(_either(text(format="uuid"), I)),
        _sent(_either(text(minLength=9), I)),
        "T W",
    ),
    ("limited number in a list", _sent(array(_either(I, LEAST))), _sent(array(_either(S, LEAST))), "W TW"),
    ("limited number in a map", _sent(map_of(_either(I, LEAST))), _sent(map_of(_either(S, LEAST))), "W TW"),
    (
        "component becomes a limited number",
        _of_component(text(enum=["abcdef", "b"])),
        _of_component(_either(I, SHORT)),
        "W TW",
    ),
    ("limited list beside a boolean", _sent(_either(array(S), I)), _sent(_either(B, array(S, maxItems=2))), "TW W"),
    ("variant is limited, and another one is not", _sent(_either(S, SHORT)), _sent(_either(SHORTER, S)), "- -"),
    (
        "limit that a variant's enum keeps",
        _sent(_either(LETTERS, I)),
        _sent(_either({**LETTERS, "maxLength": 3}, I)),
        "= =",
    ),
    (
        "variants in another order",
        _sent(_either(SHORT, I, text(minLength=3))),
        _sent(_either(text(minLength=3), I, SHORT)),
        "= =",
    ),
    # variants without a name of their own, whose places change
    ("variant before others", _sent(_either(OX, OY)), _sent(_either(OZ, OX, OY)), "- TW"),
    ("tagged variant before others", request(_either(TA, TB)), request(_either(TC, TA, TB)), "- TW"),
    (
        "tagged variant before one that changed",
        request(_either(TA, TB)),
        request(_either(TC, TB, {**TA, "minProperties": 2})),
        "W TW",
    ),
    # numbers as text
    ("integer becomes letters", param(I), param(text(pattern="^[a-z]+$")), "TW TW"),
    ("integer becomes a longer text", param(I), param(text(minLength=3)), "TW TW"),
    ("integer becomes any text", param(I), param(S), "T TW"),
    ("boolean becomes a short text", param(B), param(text(maxLength=3)), "TW TW"),
    ("integers become short texts", param(array(I)), param(array(text(maxLength=3))), "TW TW"),
    ("enum of numbers becomes a longer text", param({"enum": [1, 2]}), param(text(minLength=2)), "TW TW"),
    ("enum of numbers becomes a short text", param({"enum": [1, 2]}), param(text(maxLength=2)), "T TW"),
    ("integer of a form becomes letters", _form(I), _form(text(pattern="^x")), "TW TW"),
    (
        "order of branches in a part",
        _sent({"allOf": [_either(SHORT, I), {"description": "Words."}]}),
        _sent({"allOf": [_either(I, SHORT), {"description": "Words."}]}),
        "= =",
    ),
    # limits of a component, and the same ones inline
    *(
        (f"inline and of a component: {name}", _sent(around(SHORT)), _sent(around(ref("C")), C=SHORT), "- T")
        for name, around in AROUND.items()
    ),
    *(
        (f"tighter as a component: {name}", _sent(around(SHORT)), _sent(around(ref("C")), C=SHORTER), "W T")
        for name, around in AROUND.items()
    ),
    *(
        (f"another component: {name}", _two(around(ref("A"))), _two(around(ref("B"))), "W -")
        for name, around in AROUND.items()
    ),
    ("component that becomes another one", _of_component(SHORT), _also(ref("C"), C=SHORT), "- T"),
    ("component that becomes a tighter one", _of_component(SHORT), _also({"allOf": [ref("C")]}, C=SHORTER), "W T"),
    ("further properties of a component", _open(SHORT), _open(ref("C"), C=SHORTER), "W T"),
    ("body of a component", request(array(SHORT)), with_schemas(request(array(ref("C"))), C=SHORTER), "W T"),
    ("parameter of a component", param(SHORT), with_schemas(param(ref("C")), C=SHORTER), "W T"),
    ("enum of a component becomes a string", _of_component(text(enum=["abc"])), _of_component(SHORTER), "- TW"),
    ("enum of a component becomes a shorter string", _of_component(ABCD), _of_component(SHORTER), "W TW"),
    # what callers pass to classes, and what they write in dicts
    ("string to uuid of a class", _in_class(S), _in_class(text(format="uuid")), "TW T"),
    ("items of a class become nullable", _in_class(array(S)), _in_class(array(NULLABLE)), "T TW"),
    ("items of a class become numbers", _in_class(array(I)), _in_class(array(N)), "T TW"),
    ("values of a class become nullable", _in_class(map_of(S)), _in_class(map_of(NULLABLE)), "T TW"),
    ("items of a class become any values", _in_class(array(S)), _in_class(array({})), "- TW"),
    ("items of arguments become nullable", _sent(array(S)), _sent(array(NULLABLE)), "- TW"),
    ("constant for a dict", _sent(obj(x=S)), _sent(obj("v", x=S, v=CONST)), "TW TW"),
    ("constant for arguments", request(obj(x=S)), request(obj("v", x=S, v=CONST)), "W TW"),
    ("constant for a class alone", _open_class(x=S), _open_class("v", x=S, v=CONST), "W TW"),
    ("read-only in a class alone", _open_class(x=S), _open_class(x=text(readOnly=True)), "W -"),
    ("read-only in a dict", _in_class(S), _in_class(text(readOnly=True)), "TW -"),
    ("number or boolean", _received(_either(S, N)), _received(_either(S, N, B)), "W -"),
    # an object in place of another one
    ("variant in place of one that has less", _one_of("One", obj(x=S)), _one_of("Two", obj(x=S, y=S, z=S)), "T TW"),
    (
        "received variant in place of one that has less",
        _one_of("One", obj(x=S), sent=False),
        _one_of("Two", obj(x=S, y=S, z=S), sent=False),
        "T T",
    ),
    (
        "variant in place of one with a limit",
        _one_of("One", {**ONE, "minProperties": 0}),
        _one_of("Two", obj(x=text(maxLength=3), y=S, z=S)),
        "TW TW",
    ),
    (
        "variant in place of one whose limit is beside its properties",
        _one_of("One", ONE),
        _one_of("Two", {**obj(x=S, y=S, z=S), "minProperties": 1}),
        "TW TW",
    ),
    (
        "variant in place of one with read-only properties",
        _one_of("One", obj(x=S)),
        _one_of("Two", obj("id", x=S, id=text(readOnly=True), at=text(readOnly=True))),
        "T T",
    ),
    (
        "received variant in place of one that may be null",
        _one_of("One", obj(x=S), sent=False),
        _one_of("Two", obj(x={"type": ["string", "null"]}, y=S, z=S), sent=False),
        "T T",
    ),
    (
        "variant in place of one with further properties",
        _one_of("One", obj(x=S)),
        _one_of("Two", {**OTHER, "additionalProperties": S}),
        "T TW",
    ),
    (
        "variant in place of one with further properties of another type",
        _one_of("One", obj(x=S)),
        _one_of("Two", {**OTHER, "additionalProperties": I}),
        "TW TW",
    ),
    (
        "received variant with further properties of another type",
        _one_of("One", {**obj(x=S), "additionalProperties": S}, sent=False),
        _one_of("Two", {**obj(x=S, y=S, z=S), "additionalProperties": I}, sent=False),
        "TW TW",
    ),
    (
        "map in place of an object with further properties",
        _sent({**obj(x=S), "additionalProperties": I}),
        _sent(map_of(S)),
        "TW W",
    ),
)


def refusal_pairs() -> list[Pair]:
    """All rows."""
    return [pairs_of(f"refusal: {name}", old, new, verdicts) for name, old, new, verdicts in ROWS]
