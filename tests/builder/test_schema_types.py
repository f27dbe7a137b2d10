"""The types of schemas: scalars, arrays, maps, enums, and unions that JSON tells apart or not."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.builder.drafts import AliasDraft, DraftType, EnumDraft, ObjectDraft, UnionDraft
from fledge.builder.identities import SchemaId
from fledge.ir import Const, ListOf, MapOf, Scalar, TupleOf, Union, UnionDispatch
from fledge.openapi.schemas.derived import Derivation, derived_pointer
from tests.builder.specs import codes, component, drafts_of, ref, spec_of_schemas

OBJECT = {"type": "object", "properties": {"id": {"type": "string"}}}
X = component("X")


def type_of(schema: Any, **others: Any) -> tuple[DraftType, list[str]]:
    """The type of a property with a schema, and the codes of the diagnostics."""
    holder = {"type": "object", "properties": {"x": schema}}
    drafts, collector = drafts_of(spec_of_schemas({"Holder": holder, "X": OBJECT, **others}))
    return drafts.received.type_of(f"{component('Holder')}/properties/x"), codes(collector)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, Scalar.STR),
        ({"type": "string", "format": "email"}, Scalar.STR),
        ({"type": "string", "format": "date-time"}, Scalar.DATETIME),
        ({"type": "string", "format": "binary"}, Scalar.FILE),
        ({"type": "string", "contentEncoding": "base64"}, Scalar.BYTES),
        ({"type": "string", "contentMediaType": "image/png"}, Scalar.FILE),
        ({"type": "integer", "format": "date"}, Scalar.INT),
        ({"type": "number"}, Scalar.FLOAT),
        ({"type": ["string", "null"]}, Union((Scalar.STR, Scalar.NONE))),
        ({"type": ["string", "integer"]}, Union((Scalar.STR, Scalar.INT))),
        ({"type": ["integer", "number"]}, Union((Scalar.INT, Scalar.FLOAT))),
        ({"const": "a"}, Const("a")),
        ({"const": True}, Const(True)),
        ({"enum": [False]}, Const(False)),
        ({"oneOf": [{"const": True}, {"const": False}]}, Scalar.BOOL),
        ({"enum": [1, None]}, Union((Const(1), Scalar.NONE))),
        ({"type": "array", "items": {"type": "boolean"}}, ListOf(Scalar.BOOL)),
        (
            {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False, "minItems": 2},
            TupleOf((Scalar.STR, Scalar.INT)),
        ),
        (
            {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False},
            ListOf(Union((Scalar.STR, Scalar.INT))),
        ),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, MapOf(Scalar.INT)),
        (ref("X"), SchemaId(X)),
        ({"anyOf": [ref("X"), {"type": "null"}]}, Union((SchemaId(X), Scalar.NONE))),
        ({"oneOf": [{"type": "string"}, ref("X")]}, Union((Scalar.STR, SchemaId(X)))),
        (False, Scalar.NONE),
    ],
)
def test_types(schema: Any, expected: DraftType) -> None:
    """A schema whose meaning Python has a type for gets that type, without a diagnostic."""
    assert type_of(schema) == (expected, [])


@pytest.mark.parametrize("schema", [{}, {"description": "anything"}])
def test_what_says_nothing_is_any_value(schema: Any) -> None:
    """A schema without a type is `Any`, and a note says so."""
    assert type_of(schema) == (Scalar.ANY, ["schema-untyped"])


def test_types_that_json_schema_does_not_have() -> None:
    """An unknown type accepts any value, and a warning names it."""
    assert type_of({"type": "file"}) == (Scalar.ANY, ["unknown-type"])


def test_members_of_allof_that_cannot_agree() -> None:
    """An allOf that no value can satisfy accepts any value, and a warning says so."""
    assert type_of({"allOf": [{"type": "string"}, {"type": "integer"}]}) == (Scalar.ANY, ["allof-conflict"])


def test_members_of_allof_that_agree_on_null_alone() -> None:
    """A text or null, and null, are null: GitHub's webhook of a fork says so of the language of a new repository."""
    text = {"type": ["string", "null"], "format": "uri"}
    assert type_of({"allOf": [text, {"type": ["null"]}]}) == type_of({"type": "null"})
    assert type_of({"allOf": [{"type": "null"}, {"type": ["object", "null"]}]}) == type_of({"type": "null"})


def test_two_objects_are_a_union_of_their_own() -> None:
    """JSON does not tell two objects apart, so their union is a model."""
    drafts, _ = drafts_of(spec_of_schemas({"X": OBJECT, "Y": OBJECT, "Z": {"oneOf": [ref("X"), ref("Y")]}}))
    drafts.received.component(component("Z"))
    union = drafts[SchemaId(component("Z"))]
    assert isinstance(union, UnionDraft)
    assert union.variants == (SchemaId(X), SchemaId(component("Y")))
    assert union.dispatch is UnionDispatch.BY_CONTENT


def test_models_are_drafts_without_names() -> None:
    """Each kind of schema with a model becomes a draft with its identity."""
    schemas = {
        "X": OBJECT,
        "Color": {"enum": ["red", "green"]},
        "Codes": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    }
    drafts, _ = drafts_of(spec_of_schemas(schemas))
    for key in schemas:
        drafts.received.component(component(key))
    x, color, all_codes = (drafts[SchemaId(component(key))] for key in schemas)
    assert isinstance(x, ObjectDraft) and [field.wire for field in x.fields] == ["id"]
    assert isinstance(color, EnumDraft) and color.values == ("red", "green") and color.base is Scalar.STR
    assert isinstance(all_codes, AliasDraft) and all_codes.constraints.min_items == 1


def test_properties_beside_a_union_belong_to_each_variant() -> None:
    """A variant without the properties beside its union gets them, in a schema derived from both."""
    union = {"properties": {"kind": {"type": "string"}}, "oneOf": [ref("X"), ref("Y")]}
    drafts, _ = drafts_of(spec_of_schemas({"X": OBJECT, "Y": OBJECT, "Z": union}))
    drafts.received.component(component("Z"))
    draft = drafts[SchemaId(component("Z"))]
    whole = derived_pointer(component("Z"), Derivation.WHOLE)
    assert isinstance(draft, UnionDraft)
    assert draft.variants == (SchemaId(f"{whole}/anyOf/0"), SchemaId(f"{whole}/anyOf/1"))
    first = drafts[SchemaId(f"{whole}/anyOf/0")]
    assert isinstance(first, ObjectDraft) and {field.wire for field in first.fields} == {"kind", "id"}


def test_values_of_a_discriminator() -> None:
    """A mapping comes first; a variant without one is known by its constant, else by its component's key."""
    constant = {"type": "object", "properties": {"kind": {"const": "y"}}, "required": ["kind"]}
    discriminator = {"propertyName": "kind", "mapping": {"x": "#/components/schemas/X", "lost": "Lost"}}
    union = {"oneOf": [ref("X"), ref("Y"), ref("W")], "discriminator": discriminator}
    schemas = {"X": OBJECT, "Y": constant, "W": OBJECT, "Z": union}
    drafts, collector = drafts_of(spec_of_schemas(schemas))
    drafts.received.component(component("Z"))
    draft = drafts[SchemaId(component("Z"))]
    assert isinstance(draft, UnionDraft) and draft.discriminator == "kind"
    assert dict(draft.mapping) == {
        "X": SchemaId(X),  # names hold beside a mapping (OpenAPI 3.1.1, 4.8.25)
        "x": SchemaId(X),
        "y": SchemaId(component("Y")),
        "W": SchemaId(component("W")),
    }
    assert codes(collector) == ["discriminator-mapping"]


@pytest.mark.parametrize(("more", "is_meant"), [([], False), (["y"], True)])
def test_a_discriminator_of_another_property_is_none(more: list[str], is_meant: bool) -> None:
    """Where no variant may have its value of the mapping, the property tells nothing; one may have been forgotten."""
    x = {"type": "object", "properties": {"kind": {"type": "string", "enum": ["a", "b"]}}}
    y = {"type": "object", "properties": {"kind": {"type": "string", "enum": ["a", "c", *more]}}}
    discriminator = {"propertyName": "kind", "mapping": {"x": ref("X")["$ref"], "y": ref("Y")["$ref"]}}
    union = {"oneOf": [ref("X"), ref("Y")], "discriminator": discriminator}
    drafts, collector = drafts_of(spec_of_schemas({"X": x, "Y": y, "Z": union}))
    drafts.received.component(component("Z"))
    draft = drafts[SchemaId(component("Z"))]
    assert isinstance(draft, UnionDraft) and draft.discriminator == ("kind" if is_meant else None)
    assert codes(collector) == ([] if is_meant else ["discriminator-mapping"])


def test_branches_that_only_require_are_prose() -> None:
    """`anyOf` of `required` alone is no union: the docs of the object say what it asks for."""
    schema = {**OBJECT, "anyOf": [{"required": ["id"]}, {"required": ["a", "b"]}]}
    drafts, _ = drafts_of(spec_of_schemas({"X": schema}))
    drafts.received.component(X)
    draft = drafts[SchemaId(X)]
    assert isinstance(draft, ObjectDraft)
    assert draft.docs.description == "Asks for `id`, or `a` and `b`."


def test_required_properties_that_nobody_declares() -> None:
    """A required property without a schema is a field of any value, and a note says so."""
    drafts, collector = drafts_of(spec_of_schemas({"X": {**OBJECT, "required": ["id", "lost"]}}))
    drafts.received.component(X)
    draft = drafts[SchemaId(X)]
    assert isinstance(draft, ObjectDraft)
    assert [(each.wire, each.required) for each in draft.fields] == [("id", True), ("lost", False)]
    assert codes(collector) == ["required-undeclared"]


@pytest.mark.parametrize("name", ["/size", "~size", "~items", "a/b"])
def test_a_message_names_a_property_with_marks_of_pointers(name: str) -> None:
    """A name that begins with a slash or tilde is one of the document, and no part of a pointer that Fledge derived."""
    drafts, collector = drafts_of(spec_of_schemas({"X": {"type": "object", "properties": {name: {}}}}))
    drafts.received.component(X)
    assert drafts[SchemaId(X)]
    assert [each.message.partition(" does ")[0] for each in collector.diagnostics] == [f"`{name}`"]


def test_a_message_about_a_derived_schema_is_where_it_is_derived_from() -> None:
    """A variant with the properties beside its union stands nowhere, so the union is shown."""
    variants = [{"type": "object", "properties": {key: {"type": "string"}}} for key in "ab"]
    schema = {"type": "object", "properties": {"c": {"type": "string"}}, "required": ["lost"], "oneOf": variants}
    drafts, collector = drafts_of(spec_of_schemas({"X": schema}))
    drafts.received.component(X)
    assert drafts[SchemaId(X)]
    assert {each.source.pointer for each in collector.diagnostics if each.source} == {X}
    assert set(codes(collector)) == {"required-undeclared"}


@pytest.mark.parametrize("name", ['a"b', "a\tb"])
@pytest.mark.parametrize("further", [{}, {"additionalProperties": {"type": "string"}}])
def test_names_that_no_field_can_have(name: str, further: dict[str, Any]) -> None:
    """A property with a quote in its name stays among the additional ones, whatever their type is."""
    properties = {name: {"type": "integer"}, "c": {"type": "string"}}
    drafts, collector = drafts_of(spec_of_schemas({"X": {"type": "object", "properties": properties, **further}}))
    drafts.received.component(X)
    draft = drafts[SchemaId(X)]
    assert isinstance(draft, ObjectDraft)
    assert [each.wire for each in draft.fields] == ["c"] and draft.additional_properties is Scalar.ANY
    assert codes(collector) == ["property-name"]
