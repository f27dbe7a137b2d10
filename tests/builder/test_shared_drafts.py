"""Parts that several places share are made once, and differ wherever the description says something else."""

from __future__ import annotations

from typing import Any

from fledge.ir import Field, ObjectModel, Operation
from tests.builder.specs import api_of, body, ref, spec_of, spec_of_schemas


def fields_of(schemas: dict[str, Any], **paths: Any) -> dict[str, dict[str, Field]]:
    """The fields of all objects, by the names of these and by their own on the wire."""
    models = api_of(spec_of_schemas(schemas, paths=paths)).models
    objects = [each for each in models if isinstance(each, ObjectModel)]
    return {model.name.python: {field.name.wire: field for field in model.fields} for model in objects}


def used(*keys: str) -> dict[str, Any]:
    """An operation that sends and returns some components."""
    listed = {"oneOf": [ref(key) for key in keys]}
    return {"post": {"requestBody": body(listed), "responses": {"200": body(listed)}}}


def an_object(of: dict[str, Any], *, required: bool = False) -> dict[str, Any]:
    return {"type": "object", "properties": {"x": of}, "required": ["x"] if required else []}


def test_bare_properties_differ_by_all_that_they_say() -> None:
    """Objects share a field only if its type, its format, null and whether it is required are the same."""
    schemas = {
        "A": an_object({"type": "string"}),
        "B": an_object({"type": "string", "example": "b"}),
        "C": an_object({"type": "string"}, required=True),
        "D": an_object({"type": ["string", "null"]}),
        "E": an_object({"type": "string", "format": "date"}),
        "F": an_object({"type": "string", "description": "f"}),
        "G": an_object({"type": "string", "maxLength": 3}),
        "H": an_object({"type": "string", "readOnly": True}),
        "I": an_object({"type": "string", "format": "uri"}),
    }
    fields = {name: each["x"] for name, each in fields_of(schemas, **{"/x": used(*schemas)}).items()}
    assert fields["A"] is fields["B"]
    assert len({fields[key] for key in schemas}) == len(schemas) - 1
    assert fields["C"].required and fields["F"].docs.description == "f" and fields["H"].read_only
    assert fields["G"].constraints.max_length == 3 and fields["I"].constraints.format == "uri"


def test_references_alone_differ_by_the_way_of_the_object() -> None:
    """A property that is nothing but a reference is not required of callers if what it refers to is read-only."""
    schemas = {
        "Id": {"type": "string", "readOnly": True, "description": "d"},
        "A": an_object(ref("Id"), required=True),
        "B": an_object(ref("Id"), required=True),
        "C": an_object(ref("Id")),
    }
    sent = {"post": {"requestBody": body(ref("B")), "responses": {"200": body({"oneOf": [ref("A"), ref("C")]})}}}
    fields = {name: each["x"] for name, each in fields_of(schemas, **{"/x": sent}).items()}
    assert [fields[key].required for key in "ABC"] == [True, False, False]
    assert all(each.read_only and each.type == fields["A"].type for each in fields.values())


def operations(components: dict[str, Any], paths: dict[str, Any]) -> dict[str, Operation]:
    """The operations of a description, by method and path."""
    api = api_of(spec_of(components=components, paths=paths))
    return {operation.request: operation for resource in api.resources for operation in resource.operations}


def test_operations_share_parameters_and_responses() -> None:
    """What a reference leads to is one parameter or response; as a status of another kind, it is another one."""
    text = {"description": "d", "headers": {"X-Id": {"$ref": "#/components/headers/Id"}}}
    components = {
        "parameters": {"Page": {"name": "page", "in": "query", "schema": {"type": "integer"}}},
        "headers": {"Id": {"schema": {"type": "integer"}}},
        "responses": {"Text": text, "Missing": {**text, "description": "none"}},
    }
    page, ok = {"$ref": "#/components/parameters/Page"}, {"$ref": "#/components/responses/Text"}
    missing = {"$ref": "#/components/responses/Missing"}
    called = operations(
        components,
        {
            "/a": {"get": {"parameters": [page], "responses": {"200": ok, "404": missing}}},
            "/b": {"get": {"parameters": [page], "responses": {"200": ok, "404": missing}}},
            "/c": {"get": {"responses": {"404": ok}}},
        },
    )
    a, b, c = (called[f"GET {path}"] for path in ("/a", "/b", "/c"))
    assert a.parameters[0] is b.parameters[0] and a.responses[1] is b.responses[1]
    assert [each.headers[0] for each in (*a.responses, *c.responses)] == [a.responses[0].headers[0]] * 3
    assert [(each.status, each.success) for each in (*a.responses, *c.responses)] == [
        ("200", True),
        ("404", False),
        ("404", False),
    ]
