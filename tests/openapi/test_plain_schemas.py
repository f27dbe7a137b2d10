"""A plain schema says by type and format alone what its normalized form says; what may say more is not plain."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.openapi.schemas.plain import PlainType
from fledge.openapi.schemas.schemas import Schemas
from tests.builder.specs import spec_of_schemas

PLAIN: list[tuple[dict[str, Any], PlainType]] = [
    ({"type": "string"}, ("string", "", False, True)),
    ({"type": "string", "format": "date", "description": "A day.", "maxLength": 10}, ("string", "date", False, False)),
    ({"type": "string", "format": "binary", "readOnly": True}, ("string", "binary", False, False)),
    ({"type": ["integer", "null"], "format": "int64", "default": 1}, ("integer", "int64", True, False)),
    ({"type": ["null", "number"], "minimum": 0}, ("number", "", True, False)),
    ({"type": "string", "format": "date", "title": "Day", "example": "2030-01-31"}, ("string", "date", False, True)),
    ({"type": "boolean", "format": 1, "not": {"const": True}}, ("boolean", "", False, False)),
]
NOT_PLAIN: list[Any] = [
    True,
    {},
    {"type": "object"},
    {"type": "null"},
    {"type": "text"},
    {"type": ["string"]},
    {"type": ["string", "integer"]},
    {"type": ["string", "integer", "null"]},
    {"type": "string", "enum": ["a"]},
    {"type": "string", "const": "a"},
    {"type": "string", "pattern": "^a"},
    {"type": "string", "contentEncoding": "base64"},
    {"type": "string", "contentMediaType": "image/png"},
    {"type": "string", "properties": {}},
    {"type": "string", "allOf": [{}]},
    {"type": "string", "anyOf": [{}]},
    {"type": "string", "$ref": "#/components/schemas/Whole"},
]


def schemas_of(schema: Any) -> Schemas:
    """The schemas of a description in which a component and a property of another one are the schema."""
    pet = {"type": "object", "properties": {"name": schema}}
    return Schemas(spec_of_schemas({"Whole": schema, "Pet": pet}), DiagnosticCollector())


@pytest.mark.parametrize(("schema", "plain"), PLAIN)
def test_the_type_of_a_plain_schema_is_that_of_its_normalized_form(schema: dict[str, Any], plain: PlainType) -> None:
    """It has one type, a format and null, and is made of no other schema."""
    schemas = schemas_of(schema)
    assert schemas.plain["/components/schemas/Pet/properties/name"] == plain
    whole = schemas["/components/schemas/Pet/properties/name"]
    assert (whole.types, whole.format, whole.nullable) == ((plain[0],), plain[1], plain[2])
    assert not (whole.target or whole.values or whole.properties or whole.items or whole.prefix or whole.variants)
    assert not (whole.additional_properties or whole.required or whole.says_nothing)


@pytest.mark.parametrize("schema", NOT_PLAIN)
def test_what_may_say_more_is_not_plain(schema: Any) -> None:
    """Other types, listed values, parts, references, and keywords that make other types of strings."""
    assert schemas_of(schema).plain["/components/schemas/Pet/properties/name"] is None


def test_a_component_is_not_plain() -> None:
    """It has a model, whatever it says."""
    assert schemas_of({"type": "string"}).plain["/components/schemas/Whole"] is None
