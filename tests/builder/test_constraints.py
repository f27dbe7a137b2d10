"""Each keyword that limits a value is read as a value."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from fledge.builder.constraints import ConstraintReader, read_constraints, read_default
from fledge.builder.identities import SchemaId
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.ir import NO_CONSTRAINTS, Constraints, JSONValue, ListOf, Scalar
from fledge.openapi.document import Spec
from fledge.openapi.schemas.schemas import Schemas

ROWS: list[tuple[dict[str, Any], Constraints]] = [
    ({"minimum": -5}, Constraints(minimum=-5)),
    ({"minimum": 0}, Constraints(minimum=0)),
    ({"maximum": 0.1}, Constraints(maximum=Decimal("0.1"))),
    (
        {"exclusiveMinimum": 1, "exclusiveMaximum": 2.5},
        Constraints(exclusive_minimum=1, exclusive_maximum=Decimal("2.5")),
    ),
    ({"multipleOf": 0.01}, Constraints(multiple_of=Decimal("0.01"))),
    ({"minLength": 1, "maxLength": 9.0}, Constraints(min_length=1, max_length=9)),
    ({"pattern": "^a$", "format": "email"}, Constraints(pattern="^a$", format="email")),
    ({"minItems": 1, "maxItems": 2, "uniqueItems": True}, Constraints(min_items=1, max_items=2, unique_items=True)),
    (
        {"contains": {"const": 1}, "minContains": 0, "maxContains": 2},
        Constraints(contains=JSONValue({"const": 1}), min_contains=0, max_contains=2),
    ),
    ({"items": False}, Constraints(closed_items=True)),
    ({"minProperties": 1, "maxProperties": 3}, Constraints(min_properties=1, max_properties=3)),
    ({"additionalProperties": False}, Constraints(closed_properties=True)),
    ({"unevaluatedProperties": False}, Constraints(closed_properties=True)),
    ({"propertyNames": {"pattern": "x"}}, Constraints(property_names=JSONValue({"pattern": "x"}))),
    ({"patternProperties": {"^x-": {}}}, Constraints(pattern_properties=JSONValue({"^x-": {}}))),
    ({"dependentRequired": {"b": ["d", "c"], "a": []}}, Constraints(dependent_required=(("b", ("c", "d")),))),
    (
        {"dependentSchemas": {"a": {"minProperties": 2}, "b": {}}},
        Constraints(dependent_schemas=JSONValue({"a": {"minProperties": 2}})),
    ),
    ({"not": {"type": "null"}}, Constraints(not_schema=JSONValue({"type": "null"}))),
    (
        {"if": {}, "then": {"minimum": 1}, "else": {"minimum": 2}},
        Constraints(
            if_schema=JSONValue({}), then_schema=JSONValue({"minimum": 1}), else_schema=JSONValue({"minimum": 2})
        ),
    ),
    ({"type": "string", "description": "x", "default": 1, "items": {}, "uniqueItems": False}, NO_CONSTRAINTS),
    (
        {"minLength": 0, "minItems": 0, "minProperties": 0, "pattern": "", "format": "", "uniqueItems": False},
        NO_CONSTRAINTS,
    ),
    ({"propertyNames": True, "patternProperties": {}, "dependentSchemas": {}, "prefixItems": []}, NO_CONSTRAINTS),
    ({"not": False, "propertyNames": {}, "contentSchema": {}, "dependentRequired": {"a": []}}, NO_CONSTRAINTS),
    ({"dependentSchemas": {"a": {}, "b": True}, "propertyNames": {"type": "string"}}, NO_CONSTRAINTS),
    ({"if": {"minimum": 1}}, NO_CONSTRAINTS),
    ({"if": {"minimum": 1}, "then": {}, "else": True}, NO_CONSTRAINTS),
    ({"then": {"minimum": 1}, "else": {"minimum": 2}}, NO_CONSTRAINTS),
    ({"contains": True, "minContains": 0}, NO_CONSTRAINTS),
    ({"minContains": 2, "maxContains": 3}, NO_CONSTRAINTS),
    ({"const": 2**63}, Constraints(values=JSONValue([2**63]))),
    ({"enum": [1, -(2**63) - 1, None]}, Constraints(values=JSONValue([-(2**63) - 1, 1]))),
    ({"const": 2**63 - 1}, NO_CONSTRAINTS),
    ({"minimum": "1", "maxLength": True, "minItems": 1.5, "pattern": 3, "dependentRequired": []}, NO_CONSTRAINTS),
]


@pytest.mark.parametrize(
    ("keywords", "constraints"), ROWS, ids=lambda each: " ".join(each) if isinstance(each, dict) else ""
)
def test_a_keyword_is_a_value(keywords: dict[str, Any], constraints: Constraints) -> None:
    """A keyword becomes the value of its own field; one whose value has the wrong type limits nothing."""
    assert read_constraints(keywords) == constraints


def test_numbers_are_exact() -> None:
    """A tenth is a tenth: ten of them are one."""
    limits = read_constraints({"multipleOf": 0.1, "minimum": 12345678901234567890})
    assert limits.multiple_of is not None and limits.multiple_of * 10 == 1
    assert limits.minimum == 12345678901234567890


def test_a_default_of_null_is_a_default() -> None:
    """No default and a default of null are different."""
    assert read_default({}) is None
    assert read_default({"default": None}) == JSONValue(None)
    assert read_default({"default": 0}) == JSONValue(0)


SCHEMAS: dict[str, Any] = {
    "Code": {"type": "string", "maxLength": 3, "format": "code"},
    "Codes": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "x"}},
    "Table": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "integer", "maximum": 5}}},
    "Day": {"type": "string", "format": "date"},
    "Tree": {"type": "array", "maxItems": 2, "items": {"$ref": "#/components/schemas/Tree"}},
    "Holder": {
        "type": "object",
        "properties": {
            "code": {"$ref": "#/components/schemas/Code", "default": "abc"},
            "codes": {"type": "array", "items": {"$ref": "#/components/schemas/Code"}},
            "days": {"type": "array", "items": {"type": "string", "format": "date"}},
        },
    },
}


def reader() -> ConstraintReader:
    root = {"openapi": "3.1.0", "components": {"schemas": SCHEMAS}}
    spec = Spec(root=root, source_map={"": SourcePointer(source="a.json")})
    return ConstraintReader(Schemas(spec, DiagnosticCollector()))


def at(*path: str) -> str:
    return "/components/schemas/" + "/properties/".join(path)


def test_items_and_values_have_constraints_of_their_own() -> None:
    """Items of arrays and values of maps that have no model carry their constraints below those of the whole."""
    limits = reader()
    assert limits.model(at("Codes")) == Constraints(min_items=1, items=Constraints(pattern="x"))
    assert limits.model(at("Table")) == Constraints(
        additional_properties=Constraints(items=Constraints(maximum=5)),
    )
    assert limits.model(at("Tree")) == Constraints(max_items=2)


def test_a_component_has_its_constraints_itself() -> None:
    """A property that refers to a component has only what stands beside the reference; a parameter has both."""
    limits = reader()
    assert limits.model(at("Code")) == Constraints(max_length=3, format="code")
    default = JSONValue("abc")
    assert limits.property(at("Holder", "code")) == (Constraints(default=default), default)
    assert limits.property(at("Holder", "codes")) == (NO_CONSTRAINTS, None)
    assert limits.parameter(at("Code")) == (Constraints(max_length=3, format="code"), None)


def test_a_format_that_is_a_type_is_no_constraint() -> None:
    """`format: date` makes a date, which says it all."""
    assert reader().model(at("Day")) == NO_CONSTRAINTS
    assert reader().property(at("Holder", "days")) == (NO_CONSTRAINTS, None)


def test_a_body_that_is_a_model_has_its_constraints_there() -> None:
    """A body carries the constraints of its schema, unless its type is a model."""
    limits = reader()
    assert limits.body(at("Codes"), ListOf(Scalar.STR)) == Constraints(min_items=1)
    assert limits.body(at("Codes"), SchemaId(at("Codes"))) == NO_CONSTRAINTS
    assert limits.body(at("Nothing"), Scalar.ANY) == NO_CONSTRAINTS
