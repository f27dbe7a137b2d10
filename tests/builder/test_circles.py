"""Schemas that name themselves where no value is between: each still has a type, and each operation its method."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import ListOf, ModelRef, Scalar, UnionModel
from tests.builder.specs import body, codes, ref, spec_of_schemas

OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}
NULL = {"type": "null"}


def reported(itself: dict[str, Any], **others: Any) -> list[str]:
    """The codes of the warnings about a schema S, in a body, a response, a stream and in other schemas."""
    around = {
        "List": {"type": "array", "items": ref("S")},
        "Map": {"type": "object", "additionalProperties": ref("S")},
        "Narrowed": {"allOf": [ref("S"), {"properties": {"n": {"type": "string"}}}]},
        "Nullable": {"anyOf": [ref("S"), NULL]},
        "Either": {"oneOf": [ref("S"), OBJECT]},
    }
    schemas = {"S": itself, **others, **around}
    paths = {
        f"/{name}": {
            "post": {
                "parameters": [{"name": "q", "in": "query", "schema": ref(name)}],
                "requestBody": body(ref(name)),
                "responses": {"200": body(ref(name)), "201": body(ref(name), "text/event-stream")},
            }
        }
        for name in schemas
    }
    collector = DiagnosticCollector()
    api = build(spec_of_schemas(schemas, paths=paths), collector, overrides={}, locked_names={}, env_prefix="T")
    assert sum(len(resource.operations) for resource in api.resources) >= len(schemas)
    return [each for each in codes(collector) if each == "schema-cycle"]


@pytest.mark.parametrize(
    "itself",
    [
        {"allOf": [ref("S")]},
        {"allOf": [ref("S")], "description": "Itself."},
        {"oneOf": [ref("S")]},
        {"anyOf": [ref("S"), NULL]},
        {"allOf": [ref("T")]},
    ],
)
def test_nothing_but_another_name_of_itself(itself: dict[str, Any]) -> None:
    """Any value is accepted, and one warning says so."""
    assert reported(itself, T={"allOf": [ref("S")]})[:1] == ["schema-cycle"]


@pytest.mark.parametrize(
    "itself",
    [
        {"oneOf": [ref("S"), OBJECT]},
        {"oneOf": [ref("S"), OBJECT], "type": "object", "properties": {"k": {"type": "string"}}},
        {"oneOf": [{"allOf": [ref("S")]}, OBJECT]},
        {"oneOf": [{"oneOf": [ref("S"), NULL]}, {"type": "string"}]},
        {"oneOf": [ref("T"), {"type": "string"}]},
        {"oneOf": [ref("S"), OBJECT], "additionalProperties": {"allOf": [ref("S")]}},
        {"oneOf": [ref("S"), OBJECT], "discriminator": {"propertyName": "a"}, "properties": {"a": {"type": "string"}}},
    ],
)
def test_a_union_that_is_a_variant_of_itself(itself: dict[str, Any]) -> None:
    """The union is that of its other variants."""
    assert reported(itself, T={"oneOf": [ref("S"), {"type": "integer"}]}) == []


def test_another_name_of_a_union_is_no_variant_of_it() -> None:
    """Nobody could tell what a value is: each look at the variant would lead to the union again."""
    lists: list[Any] = [{"type": "array", "items": {"type": each}} for each in ("string", "integer")]
    spec = spec_of_schemas({"S": {"oneOf": [*lists, ref("T")]}, "T": {"allOf": [ref("S")]}})
    api = build(spec, DiagnosticCollector(), overrides={}, locked_names={}, env_prefix="T")
    [union] = [each for each in api.models if isinstance(each, UnionModel)]
    assert union.variants == (ListOf(Scalar.STR), ListOf(Scalar.INT))


def test_a_union_with_more_properties_is_no_variant_of_itself() -> None:
    """A schema that extends a union in which it stands is the union of the others with these properties."""
    more: dict[str, Any] = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
    more["additionalProperties"] = NULL
    either = {"oneOf": [{"anyOf": [ref("T"), {"type": "number"}]}, {"type": ["object", "string"]}]}
    spec = spec_of_schemas({"S": either, "T": {"allOf": [ref("S"), more]}})
    api = build(spec, DiagnosticCollector(), overrides={}, locked_names={}, env_prefix="T")
    unions = [each for each in api.models if isinstance(each, UnionModel)]
    assert unions and not any(ModelRef(each.name.python) in each.variants for each in unions)
