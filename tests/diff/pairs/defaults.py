"""Pairs of defaults, wherever a schema can state one, and of values that an enum lists."""

from __future__ import annotations

from tests.diff.pairs.pair import JSON, Pair, box, of_operation, pairs_of, request, response
from tests.diff.pairs.shorthand import DONE, I, S, answers, array, body, fine, integer, map_of, param, ref, text, v2
from tests.diff.pairs.shorthand import v30, webhook, with_schemas

E: JSON = ref("E")


def _mood(default: str = "") -> JSON:
    return text(enum=["a", "b"], **({"default": default} if default else {}))


def _parameters(default: int) -> JSON:
    limit = {"name": "q", "in": "query", "schema": integer(default=default)}
    return {
        **of_operation(parameters=[{"$ref": "#/components/parameters/L"}]),
        "components": {"parameters": {"L": limit}},
    }


def _header(default: int) -> JSON:
    return answers({**DONE, "200": fine(headers={"X": {"schema": integer(default=default)}})})


def _numbers(*values: object, **keywords: object) -> JSON:
    return {"type": "number", "enum": list(values), **keywords}


# Where a component stands that states the default, or another one.
USES = (
    ("property sent", request(box(E)), _mood("a"), _mood("b")),
    ("property received", response(box(E)), _mood("a"), _mood("b")),
    ("parameter", param(E), _mood("a"), _mood("b")),
    ("header that is sent", param(E, "header"), _mood("a"), _mood("b")),
    ("property of a form", body(box(E)), _mood("a"), _mood("b")),
    ("property, of an integer", request(box(E)), integer(default=10), integer(default=20)),
    ("parameter, of an integer", param(E), integer(default=10), integer(default=20)),
    ("property, of an object", request(box(E)), {**box(S), "default": {"size": "a"}}, {**box(S), "default": {}}),
    ("body, of an object", request(E), {**box(S), "default": {"size": "a"}}, {**box(S), "default": {}}),
    ("body that is a list", request(E), array(S, default=["a"]), array(S, default=[])),
    ("parameter, set", param(E), _mood(), _mood("b")),
)
ROWS: tuple[tuple[str, JSON, JSON, str], ...] = (
    *(
        (f"of a component in a {place}", with_schemas(use, E=old), with_schemas(use, E=new), "- -")
        for place, use, old, new in USES
    ),
    (
        "of a component of a component",
        with_schemas(request(box(E)), E=ref("F"), F=_mood("a")),
        with_schemas(request(box(E)), E=ref("F"), F=_mood("b")),
        "- -",
    ),
    (
        "beside a reference",
        with_schemas(request(box({**E, "default": "a"})), E=_mood()),
        with_schemas(request(box({**E, "default": "b"})), E=_mood()),
        "- -",
    ),
    (
        "beside an allOf",
        v30(with_schemas(request(box({"allOf": [E], "default": "a"})), E=_mood())),
        v30(with_schemas(request(box({"allOf": [E], "default": "b"})), E=_mood())),
        "- -",
    ),
    (
        "in a part of an allOf",
        v30(with_schemas(request(box({"allOf": [E, {"default": "a"}]})), E=_mood())),
        v30(with_schemas(request(box({"allOf": [E, {"default": "b"}]})), E=_mood())),
        "- -",
    ),
    ("deprecated in the schema of a parameter", param(S), param(text(deprecated=True)), "- p"),
    (
        "deprecated in a part of an allOf",
        v30(with_schemas(request(box({"allOf": [E, {"description": "E."}]})), E=_mood())),
        v30(with_schemas(request(box({"allOf": [E, {"description": "E.", "deprecated": True}]})), E=_mood())),
        "- p",
    ),
    (
        "moves from a component to the reference",
        with_schemas(request(box(E)), E=_mood("a")),
        with_schemas(request(box({**E, "default": "a"})), E=_mood()),
        "= =",
    ),
    (
        "of a component, and the reference has another",
        with_schemas(param({**E, "default": "a"}), E=_mood("a")),
        with_schemas(param({**E, "default": "a"}), E=_mood("b")),
        "= =",
    ),
    ("of a parameter of the components", _parameters(1), _parameters(2), "- -"),
    ("of a response header", _header(1), _header(2), "- -"),
    (
        "of a parameter in 2.0",
        v2({"name": "q", "in": "query", "type": "integer", "default": 1}),
        v2({"name": "q", "in": "query", "type": "integer", "default": 2}),
        "- -",
    ),
    ("of the body", request(text(default="a")), request(text(default="b")), "- -"),
    ("in a webhook", webhook(box(text(default="a"))), webhook(box(text(default="b"))), "- -"),
    (
        "null",
        request(box({"type": ["string", "null"], "default": None})),
        request(box({"type": ["string", "null"]})),
        "= =",
    ),
    (
        "1 and 1.0",
        request(box({"type": "number", "default": 1})),
        request(box({"type": "number", "default": 1.0})),
        "= =",
    ),
    # values
    (
        "a limit that leaves out a value of a component",
        with_schemas(request(array(E)), E=integer(enum=[1, 8])),
        with_schemas(request(array(E)), E=integer(enum=[1, 8], minimum=3)),
        "W -",
    ),
    (
        "a limit that all values of a component keep",
        with_schemas(request(box(E)), E=integer(enum=[1, 8])),
        with_schemas(request(box(E)), E=integer(enum=[1, 8], minimum=1)),
        "= =",
    ),
    (
        "a limit beside the enum of a body",
        request(text(enum=["a", "bb"])),
        request(text(enum=["a", "bb"], maxLength=1)),
        "W -",
    ),
    ("the default of a body with an enum", request(_mood("a")), request(_mood("b")), "- -"),
    (
        "the default of a component that is a body",
        with_schemas(request(E), E=_mood("a")),
        with_schemas(request(E), E=_mood("b")),
        "- -",
    ),
    ("a whole number as text", param({"type": "number", "multipleOf": 1}), param(I), "TW -"),
    ("enum of a fraction gains an integer", request(box(_numbers(1.5))), request(box(_numbers(1, 1.5))), "- TW"),
    ("enum of a fraction gains a fraction", request(box(_numbers(1.5))), request(box(_numbers(1.5, 2.5))), "- W"),
    ("fractions of a response", response(box(_numbers(1.5))), response(box(_numbers(1, 1.5))), "- T"),
    ("fractions of a parameter", param(_numbers(1.5)), param(_numbers(1, 1.5)), "- TW"),
    ("fractions in a list", request(array(_numbers(1.5))), request(array(_numbers(1, 1.5))), "- TW"),
    ("fractions in a map", request(map_of(_numbers(1.5))), request(map_of(_numbers(1, 1.5))), "- TW"),
    (
        "fractions or null",
        request(box({"enum": [1.5, None]})),
        request(box({"enum": [1, 1.5, None]})),
        "- TW",
    ),
    ("enum of an integer gains a fraction", request(box(_numbers(1))), request(box(_numbers(1, 1.5))), "- TW"),
    ("enum of numbers becomes integers", request(box(_numbers(1, 2, 2.5))), request(box(_numbers(1, 2))), "TW -"),
    ("true and 1", request(box({"enum": [1]})), request(box({"enum": [True]})), "TW TW"),
    ("a value of another type", request(box({"enum": ["a", 1]})), request(box({"enum": ["a", 1, True]})), "- TW"),
    ("int64 to int32 in a path", param(integer(format="int64"), "path"), param(integer(format="int32"), "path"), "W -"),
    (
        "int64 to int32 in a map",
        request(map_of(integer(format="int64"))),
        request(map_of(integer(format="int32"))),
        "W -",
    ),
    (
        "int64 to int32 of a component",
        with_schemas(request(box(E)), E=integer(format="int64")),
        with_schemas(request(box(E)), E=integer(format="int32")),
        "W -",
    ),
    (
        "int64 to int32 in 2.0",
        v2({"name": "q", "in": "query", "type": "integer", "format": "int64"}),
        v2({"name": "q", "in": "query", "type": "integer", "format": "int32"}),
        "W -",
    ),
    ("int64 to int32 received", response(box(integer(format="int64"))), response(box(integer(format="int32"))), "- -"),
    ("decimal text received", response(box(S)), response(box(text(format="decimal"))), "T TW"),
    ("integer to decimal text", response(box(I)), response(box(text(format="decimal"))), "TW TW"),
)


def default_pairs() -> list[Pair]:
    """All rows."""
    return [pairs_of(f"default: {name}", old, new, verdicts) for name, old, new, verdicts in ROWS]
