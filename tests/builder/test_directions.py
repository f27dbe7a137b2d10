"""Schemas that are sent and received need two types where a required property travels one way only."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fledge.builder.directions import SchemaDirections
from fledge.builder.identities import SchemaId
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.openapi.document import Spec
from fledge.openapi.schemas.schemas import Schemas
from tests.builder.specs import api_of, body, component, drafts_of, ref, spec_of_schemas

READ_ONLY = {"type": "string", "readOnly": True}


def spec(item: dict[str, Any], *, sent: bool = True, received: bool = True) -> Spec:
    """A description with an `Item`, and a `Holder` of items that is sent and received."""
    operation: dict[str, Any] = {"responses": {"200": body(ref("Holder"))} if received else {}}
    if sent:
        operation["requestBody"] = body(ref("Holder"))
    holder = {"type": "object", "properties": {"items": {"type": "array", "items": ref("Item")}}}
    return spec_of_schemas({"Item": item, "Holder": holder}, paths={"/x": {"post": operation}})


def directions(of: Spec) -> SchemaDirections:
    return SchemaDirections(of, Schemas(of, DiagnosticCollector()))


@pytest.mark.parametrize(
    ("item", "is_split"),
    [
        ({"type": "object", "properties": {"id": READ_ONLY}, "required": ["id"]}, True),
        ({"type": "object", "properties": {"id": {"type": "string", "writeOnly": True}}, "required": ["id"]}, True),
        ({"type": "object", "properties": {"id": READ_ONLY}}, False),
        ({"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}, False),
    ],
)
def test_a_required_property_that_travels_one_way_splits(item: dict[str, Any], is_split: bool) -> None:
    """The schema itself and all that hold it have an input type of their own."""
    schema_directions = directions(spec(item))
    assert schema_directions.is_split(component("Item")) is is_split
    assert schema_directions.is_split(component("Holder")) is is_split


def test_one_direction_never_splits() -> None:
    """What is only sent, or only received, has one type."""
    item = {"type": "object", "properties": {"id": READ_ONLY}, "required": ["id"]}
    only_sent, only_received = directions(spec(item, received=False)), directions(spec(item, sent=False))
    assert not only_sent.is_split(component("Item")) and not only_received.is_split(component("Item"))
    assert only_sent.is_only_sent(component("Item")) and not only_received.is_only_sent(component("Item"))


def test_the_input_type_has_an_identity_and_a_name_of_its_own() -> None:
    """In requests a split schema is another model, without what is read only."""
    description = spec(
        {"type": "object", "properties": {"id": READ_ONLY, "name": {"type": "string"}}, "required": ["id"]}
    )
    drafts, _ = drafts_of(description)
    assert drafts.sent.type_of(component("Item")) == SchemaId(component("Item"), is_input=True)
    assert drafts.received.type_of(component("Item")) == SchemaId(component("Item"))
    fields = {
        model.name.python: [each.name.wire for each in getattr(model, "fields")] for model in api_of(description).models
    }
    assert fields["Item"] == ["id", "name"] and fields["ItemInput"] == ["name"]


def test_webhooks_are_received() -> None:
    """The body of a webhook comes from the API."""
    schemas = {"Item": {"type": "object", "properties": {"id": {"type": "string"}}}}
    hooks = {"created": {"post": {"requestBody": body(ref("Item"))}}}
    schema_directions = directions(spec_of_schemas(schemas, webhooks=hooks))
    assert not schema_directions.is_only_sent(component("Item"))


@pytest.mark.parametrize("flag", ["readOnly", "writeOnly"])
@pytest.mark.parametrize(
    "schema",
    [
        {"allOf": [ref("Text"), {"FLAG": True}]},
        {"allOf": [{"allOf": [ref("Text"), {"FLAG": True}]}]},
        {"allOf": [{**ref("Text"), "FLAG": True}]},
        {"anyOf": [{"type": "string", "FLAG": True}]},
        {"oneOf": [{"allOf": [ref("Text"), {"FLAG": True}]}, {"type": "null"}]},
        {"anyOf": [{"type": "string", "FLAG": True}, {"type": "integer", "FLAG": True}]},
    ],
)
def test_a_part_marks_the_property(schema: dict[str, Any], flag: str) -> None:
    marked = json.loads(json.dumps(schema).replace("FLAG", flag))
    item = {"type": "object", "properties": {"id": marked}, "required": ["id"]}
    operation = {"requestBody": body(ref("Item")), "responses": {"200": body(ref("Item"))}}
    of = spec_of_schemas({"Item": item, "Text": {"type": "string"}}, paths={"/x": {"post": operation}})
    assert directions(of).is_split(component("Item"))


def test_one_branch_of_two_does_not_mark_the_property() -> None:
    schema = {"anyOf": [READ_ONLY, {"type": "integer"}]}
    item = {"type": "object", "properties": {"id": schema}, "required": ["id"]}
    assert not directions(spec(item)).is_split(component("Item"))


@pytest.mark.parametrize("keyword", ["allOf", "anyOf", "oneOf"])
def test_pattern_properties_that_a_merge_moves(keyword: str) -> None:
    """The values of `patternProperties` below allOf, anyOf or oneOf travel with the schema around them."""
    values = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "readOnly": True}}}
    others = {"allOf": [{"minProperties": 1}], "anyOf": [{"type": "null"}], "oneOf": [{"type": "null"}]}
    schema = {keyword: [{"type": "object", "patternProperties": {"^x": values}}, *others[keyword]]}
    operation = {"requestBody": body(ref("S")), "responses": {"200": body(ref("S"))}}
    spec = spec_of_schemas({"S": schema}, paths={"/s": {"post": operation}})
    directions = SchemaDirections(spec, Schemas(spec, DiagnosticCollector()))
    assert directions.is_split(f"{component('S')}/{keyword}/0/patternProperties/^x")
