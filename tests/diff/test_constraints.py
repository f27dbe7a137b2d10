"""Constraints: each keyword of JSON Schema, tightened, loosened, and spelled in another way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from fledge.builder.constraints import read_constraints
from fledge.diff.constraints import Trend, compare_constraints
from fledge.diff.json_kinds import JSONKind
from fledge.ir import Constraints
from tests.diff.description import compare_documents, describe_change

KINDS = {
    "integer": frozenset((JSONKind.INTEGER,)),
    "number": frozenset((JSONKind.NUMBER,)),
    "string": frozenset((JSONKind.STRING,)),
    "array": frozenset((JSONKind.ARRAY,)),
    "object": frozenset((JSONKind.OBJECT,)),
}
MAIN, SPARE = {"const": "main"}, {"const": "spare"}

TIGHTER: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("integer", {"minimum": -5}, {"minimum": 0}),
    ("integer", {"minimum": 1}, {"exclusiveMinimum": 1}),
    ("integer", {"maximum": 5}, {"maximum": 5, "exclusiveMaximum": 5}),
    ("integer", {}, {"minimum": 0}),
    ("integer", {"maximum": 10}, {"maximum": 9}),
    ("integer", {"format": "int64"}, {"format": "int32"}),
    ("number", {}, {"enum": [1.5, 2.5]}),
    ("number", {"enum": [1.5, 2.5]}, {"enum": [1.5]}),
    ("array", {"enum": [["a"], ["b"]]}, {"const": ["a"]}),
    ("number", {"minimum": -2.5}, {"minimum": -1}),
    ("number", {"minimum": 1e9}, {"minimum": 1e10}),
    ("number", {"minimum": 1}, {"exclusiveMinimum": 1}),
    ("number", {"maximum": 5}, {"exclusiveMaximum": 5}),
    ("number", {"exclusiveMaximum": 6}, {"maximum": 5}),
    ("integer", {"multipleOf": 2}, {"multipleOf": 4}),
    ("number", {"multipleOf": 0.1}, {"multipleOf": 0.5}),
    ("number", {}, {"multipleOf": 1}),
    ("string", {"minLength": 1}, {"minLength": 3}),
    ("string", {"maxLength": 9}, {"maxLength": 3}),
    ("string", {}, {"maxLength": 3}),
    ("string", {}, {"pattern": "^[a-z]+$"}),
    ("string", {"pattern": ".*"}, {"pattern": "^a$"}),
    ("string", {}, {"pattern": "^.+$"}),
    ("string", {}, {"format": "hostname"}),
    ("array", {"minItems": 1}, {"minItems": 2}),
    ("array", {"maxItems": 3}, {"maxItems": 2}),
    ("array", {}, {"uniqueItems": True}),
    ("array", {}, {"contains": MAIN}),
    ("array", {"contains": MAIN}, {"contains": MAIN, "minContains": 2}),
    ("array", {"contains": MAIN}, {"contains": MAIN, "maxContains": 2}),
    ("array", {}, {"items": False}),
    ("array", {}, {"prefixItems": [MAIN]}),
    ("string", {}, {"contentSchema": MAIN}),
    ("object", {}, {"minProperties": 1}),
    ("object", {"maxProperties": 3}, {"maxProperties": 2}),
    ("object", {}, {"propertyNames": {"pattern": "^x"}}),
    ("object", {}, {"patternProperties": {"^x": {"type": "string"}}}),
    ("object", {}, {"dependentRequired": {"a": ["b"]}}),
    ("object", {"dependentRequired": {"a": ["b"]}}, {"dependentRequired": {"a": ["b", "c"]}}),
    ("object", {}, {"dependentSchemas": {"a": {"required": ["b"]}}}),
    ("object", {}, {"not": {"required": ["a"]}}),
    ("string", {}, {"not": {"const": "x"}}),
    ("object", {}, {"if": {"required": ["a"]}, "then": {"required": ["b"]}}),
    ("object", {}, {"if": {"required": ["a"]}, "else": {"required": ["b"]}}),
)
UNKNOWN: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("array", {"contains": MAIN}, {"contains": SPARE}),
    ("object", {"propertyNames": {"pattern": "^x"}}, {"propertyNames": {"pattern": "^y"}}),
    ("object", {"not": {"required": ["a"]}}, {"not": {"required": ["b"]}}),
    ("object", {"if": MAIN, "then": MAIN}, {"if": MAIN, "then": SPARE}),
    ("object", {"dependentSchemas": {"a": MAIN}}, {"dependentSchemas": {"a": SPARE}}),
    ("object", {}, {"additionalProperties": False}),
    ("string", {}, {"format": "phone"}),
    ("integer", {}, {"format": "int32"}),
    ("number", {}, {"format": "double"}),
)
EQUAL: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("integer", {"exclusiveMaximum": 6}, {"maximum": 5}),
    ("integer", {"exclusiveMinimum": 0}, {"minimum": 1}),
    ("integer", {"maximum": 5.5}, {"maximum": 5}),
    ("integer", {"minimum": 0, "exclusiveMinimum": 0}, {"minimum": 1}),
    ("integer", {}, {"multipleOf": 1}),
    ("number", {"minimum": 1}, {"minimum": 1.0}),
    ("string", {}, {"minLength": 0}),
    ("string", {}, {"pattern": ".*"}),
    ("string", {"pattern": "^.*$"}, {"pattern": r"[\s\S]*"}),
    ("string", {"minLength": 1}, {"pattern": "^.+$"}),
    ("string", {}, {"format": "password"}),
    ("array", {}, {"minItems": 0}),
    ("array", {}, {"uniqueItems": False}),
    ("array", {"contains": MAIN}, {"contains": MAIN, "minContains": 1}),
    ("array", {}, {"minContains": 3}),
    ("object", {}, {"if": {"required": ["a"]}}),
    ("object", {}, {"then": {"required": ["a"]}}),
    ("string", {}, {"minimum": 3, "uniqueItems": True, "minProperties": 1}),
    ("integer", {}, {"maxLength": 3, "pattern": "a"}),
)


def trends(kind: str, old: dict[str, Any], new: dict[str, Any]) -> list[Trend]:
    """The trend of each keyword that changed."""
    changes = compare_constraints(read_constraints(old), read_constraints(new), KINDS[kind], KINDS[kind])
    return [change.trend for change in changes]


@pytest.mark.parametrize(("kind", "looser", "tighter"), TIGHTER)
def test_the_direction_of_a_keyword(kind: str, looser: dict[str, Any], tighter: dict[str, Any]) -> None:
    """One keyword changed; it allows fewer values one way, and more the other way."""
    assert trends(kind, looser, tighter) == [Trend.TIGHTENED]
    assert trends(kind, tighter, looser) == [Trend.LOOSENED]


@pytest.mark.parametrize(("kind", "old", "new"), UNKNOWN)
def test_a_keyword_without_direction_is_changed(kind: str, old: dict[str, Any], new: dict[str, Any]) -> None:
    """A schema inside of a keyword is compared as a whole: another one may allow fewer values or more."""
    assert trends(kind, old, new) == trends(kind, new, old) == [Trend.CHANGED]


@pytest.mark.parametrize(("kind", "old", "new"), EQUAL)
def test_equal_constraints_in_other_keywords_are_no_change(kind: str, old: dict[str, Any], new: dict[str, Any]) -> None:
    """The same values are allowed, or the keyword limits values of another type."""
    assert trends(kind, old, new) == trends(kind, new, old) == []


def test_neither_of_two_bounds_or_patterns_is_wider() -> None:
    """A change that allows other values, not more, is tighter in both directions."""
    for kind, old, new in (
        ("string", {"pattern": "a"}, {"pattern": "b"}),
        ("string", {"format": "hostname"}, {"format": "ipv6"}),
        ("number", {"enum": [1.5]}, {"enum": [2.5]}),
        ("integer", {"multipleOf": 2}, {"multipleOf": 3}),
        ("object", {"dependentRequired": {"a": ["b"]}}, {"dependentRequired": {"a": ["c"]}}),
    ):
        assert trends(kind, old, new) == trends(kind, new, old) == [Trend.TIGHTENED]


def test_each_keyword_has_a_case() -> None:
    """A new field of `Constraints` needs a case; those of nested schemas are below, and a default limits nothing."""
    tried: set[str] = set()
    for _, *sides in (*TIGHTER, *UNKNOWN):
        for side in map(read_constraints, sides):
            tried |= {each.name for each in fields(Constraints) if getattr(side, each.name) not in (None, (), False)}
    nested = {"default", "items", "tuple_items", "additional_properties", "all_of", "variants", "required"}
    assert tried | nested == {each.name for each in fields(Constraints)}


@pytest.mark.parametrize(("kind", "looser", "tighter"), TIGHTER)
def test_a_part_of_all_of_limits_as_the_schema_itself(
    kind: str, looser: dict[str, Any], tighter: dict[str, Any]
) -> None:
    """Each keyword means the same in a part of `allOf`."""
    for keywords in (looser, tighter):
        alone = read_constraints(keywords)
        changes = compare_constraints(Constraints(all_of=(alone,)), alone, KINDS[kind], KINDS[kind])
        assert changes == ()


def document(schema: dict[str, Any], *, sent: bool, version: str = "3.1.0") -> dict[str, Any]:
    """A description with a property of this schema, in a body that is sent or received."""
    body = {"application/json": {"schema": {"$ref": "#/components/schemas/Box"}}}
    operation: dict[str, Any] = {"operationId": "putBox", "responses": {"204": {"description": "Done."}}}
    if sent:
        operation["requestBody"] = {"required": True, "content": body}
    else:
        operation["responses"] = {"200": {"description": "A box.", "content": body}}
    return {
        "openapi": version,
        "info": {"title": "Boxes", "version": "1"},
        "servers": [{"url": "https://boxes.example"}],
        "paths": {"/box": {"put": operation}},
        "components": {"schemas": {"Box": {"type": "object", "properties": {"size": schema}}}},
    }


SHORT, LONG = {"type": "string", "maxLength": 3}, {"type": "string", "maxLength": 9}
PLACES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "the value": (LONG, SHORT),
    "items": ({"type": "array", "items": LONG}, {"type": "array", "items": SHORT}),
    "items of items": (
        {"type": "array", "items": {"type": "array", "items": LONG}},
        {"type": "array", "items": {"type": "array", "items": SHORT}},
    ),
    "map values": (
        {"type": "object", "additionalProperties": LONG},
        {"type": "object", "additionalProperties": SHORT},
    ),
    "beside null": ({**LONG, "type": ["string", "null"]}, {**SHORT, "type": ["string", "null"]}),
    "a branch beside null": ({"anyOf": [LONG, {"type": "null"}]}, {"anyOf": [SHORT, {"type": "null"}]}),
    "a branch before null in an enum": (
        {"anyOf": [{"enum": [None]}, LONG]},
        {"anyOf": [{"enum": [None]}, SHORT]},
    ),
    "a branch beside null in a branch": (
        {"oneOf": [{"anyOf": [LONG, {"type": "null"}]}, {"type": "null"}]},
        {"oneOf": [{"anyOf": [SHORT, {"type": "null"}]}, {"type": "null"}]},
    ),
    "a branch beside null, of items": (
        {"type": "array", "items": {"anyOf": [LONG, {"type": "null"}]}},
        {"type": "array", "items": {"anyOf": [SHORT, {"type": "null"}]}},
    ),
    "a list beside null": (
        {"anyOf": [{"type": "array", "items": LONG}, {"type": "null"}]},
        {"anyOf": [{"type": "array", "items": SHORT}, {"type": "null"}]},
    ),
    "the only branch": ({"oneOf": [LONG]}, {"oneOf": [SHORT]}),
    "a branch beside null, of a part of allOf": (
        {"allOf": [{"anyOf": [LONG, {"type": "null"}]}]},
        {"allOf": [{"anyOf": [SHORT, {"type": "null"}]}]},
    ),
    "a branch of a union": ({"oneOf": [LONG, {"type": "integer"}]}, {"oneOf": [SHORT, {"type": "integer"}]}),
    "a part of allOf": ({"allOf": [LONG]}, {"allOf": [SHORT]}),
    "the tightest part of allOf": (
        {"allOf": [LONG, {"minLength": 1}]},
        {"allOf": [LONG, {"maxLength": 3}, {"minLength": 1}]},
    ),
    "properties that branches require": (
        {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}},
        {
            "type": "object",
            "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
            "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
        },
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_constraints_are_compared_wherever_a_schema_is(place: str, tmp_path: Path) -> None:
    """Tighter breaks the wire of a request; a response and looser break nothing; each is one change."""
    looser, tighter = PLACES[place]
    for sent, old, new, code, effect in (
        (True, looser, tighter, "constraint-tightened", "request wire"),
        (True, tighter, looser, "constraint-loosened", "request nothing"),
        (False, looser, tighter, "constraint-tightened", "response nothing"),
        (False, tighter, looser, "constraint-loosened", "response nothing"),
    ):
        comparison = compare_documents(tmp_path, document(old, sent=sent), document(new, sent=sent))
        lines = [describe_change(change) for change in comparison.diff.changes if change.code != "docs-changed"]
        assert len(lines) == 1 and lines[0].startswith(f"{code} ") and lines[0].endswith(f": {effect}"), lines


@pytest.mark.parametrize(
    "nullable",
    [
        lambda schema: {**schema, "nullable": True},
        lambda schema: {"allOf": [schema], "nullable": True},
        lambda schema: {"anyOf": [schema], "nullable": True},
        lambda schema: {"anyOf": [schema, {"nullable": True, "enum": [None]}]},
    ],
    ids=["nullable", "allOf", "anyOf", "enum of null"],
)
def test_nullable_in_3_0_is_one_change(nullable: Callable[[dict[str, Any]], dict[str, Any]], tmp_path: Path) -> None:
    """However 3.0 spells null, one limit that changes is one change."""
    old, new = (document(nullable(each), sent=True, version="3.0.3") for each in (LONG, SHORT))
    changes = compare_documents(tmp_path, old, new).diff.changes
    assert [describe_change(each) for each in changes if each.code != "docs-changed"] == [
        "constraint-tightened Box.size: request wire"
    ]


def test_a_schema_that_becomes_a_branch_keeps_its_limit(tmp_path: Path) -> None:
    """A second branch breaks no request: the first one still allows what the schema did."""
    old = {"anyOf": [SHORT, {"type": "null"}]}
    new = {"anyOf": [SHORT, {"type": "integer", "maximum": 5}, {"type": "null"}]}
    changes = compare_documents(tmp_path, document(old, sent=True), document(new, sent=True)).diff.changes
    assert changes and not any(change.wire_breaks for change in changes)


def test_exclusive_bounds_of_3_0_are_those_of_3_1(tmp_path: Path) -> None:
    """In 3.0 `exclusiveMaximum` is a boolean beside `maximum`."""
    old = {"type": "number", "maximum": 5, "exclusiveMaximum": True}
    new = {"type": "number", "exclusiveMaximum": 5}
    comparison = compare_documents(
        tmp_path, document(old, sent=True, version="3.0.3"), document(new, sent=True, version="3.1.0")
    )
    assert comparison.diff.changes == ()


def test_a_sentence_says_from_what_to_what(tmp_path: Path) -> None:
    """The keyword, both values, and which values it limits."""
    sentences = []
    for old, new in (
        ({"type": "integer", "maximum": 40}, {"type": "integer", "maximum": 30}),
        ({"type": "integer"}, {"type": "integer", "maximum": 30}),
        ({"type": "number", "maximum": 5}, {"type": "number", "exclusiveMaximum": 5}),
        PLACES["items of items"],
    ):
        comparison = compare_documents(tmp_path, document(old, sent=True), document(new, sent=True))
        sentences += [change.message for change in comparison.diff.changes]
    assert sentences == [
        "`Box.size` changed its maximum from `40` to `30`",
        "`Box.size` gained the maximum `30`",
        "`Box.size` changed its maximum from `maximum 5` to `exclusiveMaximum 5`",
        "`Box.size` changed the maxLength of the items of its items from `9` to `3`",
    ]
