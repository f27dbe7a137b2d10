"""Swagger 2.0 descriptions, as OpenAPI 3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from fledge.loader.validate import validate

from .conftest import Load

DOCUMENT: dict[str, Any] = {
    "swagger": "2.0",
    "info": {"title": "Pets", "version": "1"},
    "host": "example.com",
    "basePath": "/v1",
    "schemes": ["http", "https"],
    "consumes": ["application/json"],
    "produces": ["application/json"],
    "securityDefinitions": {
        "basic": {"type": "basic"},
        "oauth": {
            "type": "oauth2",
            "flow": "accessCode",
            "authorizationUrl": "https://a",
            "tokenUrl": "https://t",
        },
    },
    "security": [{"basic": []}],
    "parameters": {
        "Pet": {"name": "pet", "in": "body", "required": True, "schema": {"$ref": "#/definitions/Pet"}},
        "Limit": {"name": "limit", "in": "query", "type": "integer", "maximum": 5, "exclusiveMaximum": True},
    },
    "responses": {"Gone": {"description": "Gone"}},
    "definitions": {
        "Pet": {
            "type": "object",
            "discriminator": "kind",
            "required": ["kind"],
            "properties": {"kind": {"type": "string"}, "name": {"type": "string", "x-nullable": True}},
        }
    },
    "paths": {
        "/pets/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "type": "string"}],
            "put": {
                "parameters": [
                    {"$ref": "#/parameters/Pet"},
                    {"$ref": "#/parameters/Limit"},
                    {"name": "ids", "in": "query", "type": "array", "items": {"type": "string"}},
                    {
                        "name": "tags",
                        "in": "query",
                        "type": "array",
                        "items": {"type": "string"},
                        "collectionFormat": "multi",
                    },
                ],
                "responses": {
                    "200": {
                        "description": "OK",
                        "schema": {"type": "array", "items": {"$ref": "#/definitions/Pet"}},
                    },
                    "default": {"$ref": "#/responses/Gone"},
                },
            },
            "post": {
                "consumes": ["multipart/form-data"],
                "produces": ["image/png"],
                "parameters": [
                    {"name": "photo", "in": "formData", "type": "file", "required": True},
                    {"name": "note", "in": "formData", "type": "string", "description": "A note."},
                ],
                "responses": {"200": {"description": "OK", "schema": {"type": "file"}}},
            },
        }
    },
}


def test_a_swagger_document_is_converted(loaded: Load) -> None:
    """A description of 2.0 becomes a valid one of 3.1, without a diagnostic."""
    run = loaded({"a.json": DOCUMENT})
    validate(run.spec, run.report)
    assert run.codes == []
    root = run.spec.root
    assert root["openapi"] == "3.1.0"
    assert root["servers"] == [{"url": "https://example.com/v1"}, {"url": "http://example.com/v1"}]
    assert root["components"]["securitySchemes"]["basic"] == {"type": "http", "scheme": "basic"}
    assert list(root["components"]["securitySchemes"]["oauth"]["flows"]) == ["authorizationCode"]
    pet = root["components"]["schemas"]["Pet"]
    assert pet["discriminator"] == {"propertyName": "kind"}
    assert pet["properties"]["name"]["type"] == ["string", "null"]


def test_parameters_get_schemas_and_styles(loaded: Load) -> None:
    """Parameters get schemas, lists their styles, and a body becomes a request body."""
    put = loaded({"a.json": DOCUMENT}).spec.at("/paths/~1pets~1{id}/put")
    assert put["requestBody"] == {"$ref": "#/components/requestBodies/Pet"}
    texts = {"type": "array", "items": {"type": "string"}}
    assert put["parameters"] == [
        {"$ref": "#/components/parameters/Limit"},
        {"name": "ids", "in": "query", "schema": texts, "style": "form", "explode": False},
        {"name": "tags", "in": "query", "schema": texts, "style": "form", "explode": True},
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
    ]
    assert put["responses"]["default"] == {"$ref": "#/components/responses/Gone"}


@pytest.mark.parametrize(
    ("produces", "media_types"),
    [
        ([], ["*/*"]),
        (["application/json"], ["*/*"]),
        (["application/json", "application/pdf"], ["application/pdf"]),
        (["text/csv"], ["text/csv"]),
    ],
)
def test_a_file_is_no_json(loaded: Load, produces: list[str], media_types: list[str]) -> None:
    """Descriptions often say for all operations that they produce JSON, and a file comes all the same."""
    response = {"description": "A file", "schema": {"type": "file"}}
    root = {"swagger": "2.0", "info": {"title": "A", "version": "1"}, "produces": produces}
    spec = loaded({"api.json": {**root, "paths": {"/a": {"get": {"responses": {"200": response}}}}}}).spec
    assert list(spec.at("/paths/~1a/get/responses/200/content")) == media_types


def test_forms_and_files_become_bodies(loaded: Load) -> None:
    """Form fields become the properties of a body, files are binary."""
    post = loaded({"a.json": DOCUMENT}).spec.at("/paths/~1pets~1{id}/post")
    assert post["requestBody"] == {
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "photo": {"type": "string", "format": "binary"},
                        "note": {"type": "string", "description": "A note."},
                    },
                    "required": ["photo"],
                }
            }
        },
        "required": True,
    }
    assert post["responses"]["200"]["content"] == {"image/png": {"schema": {"type": "string", "format": "binary"}}}


def test_diagnostics_point_at_the_original_text(loaded: Load) -> None:
    """What was lifted is found in the text of 2.0."""
    spec = loaded({"a.json": DOCUMENT}).spec
    for pointer, source in {
        "/components/schemas/Pet/properties/name": "/definitions/Pet/properties/name",
        "/paths/~1pets~1{id}/put/parameters/1/name": "/paths/~1pets~1{id}/put/parameters/2/name",
        "/paths/~1pets~1{id}/put/parameters/3": "/paths/~1pets~1{id}/parameters/0",
        "/paths/~1pets~1{id}/put/responses/200/content/application~1json/schema/items": (
            "/paths/~1pets~1{id}/put/responses/200/schema/items"
        ),
    }.items():
        assert spec.source_of(pointer).pointer == source


def test_separators_that_openapi_3_lacks(loaded: Load) -> None:
    """Values between tabs, or between spaces in a header, become one text, and that is said."""
    listed = {"type": "array", "items": {"type": "integer"}}
    parameters = [
        {"name": "a", "in": "query", "collectionFormat": "tsv", **listed},
        {"name": "b", "in": "header", "collectionFormat": "ssv", **listed},
        {"name": "c", "in": "query", "collectionFormat": "ssv", **listed},
    ]
    document = {
        "swagger": "2.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"get": {"parameters": parameters, "responses": {}}}},
    }
    run = loaded({"a.json": document})
    assert run.codes == ["collection-format-unsupported", "collection-format-unsupported"]
    first, second, third = run.spec.at("/paths/~1a/get/parameters")
    assert first == {"name": "a", "in": "query", "schema": {"type": "string"}}
    assert second == {"name": "b", "in": "header", "schema": {"type": "string"}}
    assert (third["schema"], third["style"], third["explode"]) == (listed, "spaceDelimited", False)


@pytest.mark.parametrize("place", ["query", "header", "path", "formData"])
@pytest.mark.parametrize(("form", "words"), [("pipes", "pipes"), ("csv", "commas"), (None, "commas"), ("tsv", "tabs")])
def test_lists_of_lists_are_lists_of_texts(loaded: Load, place: str, form: str | None, words: str) -> None:
    """OpenAPI 3 cannot say how an inner list is written, so each is one text, and that is said at its line."""
    inner = {"type": "array", "items": {"type": "integer"}, **({"collectionFormat": form} if form else {})}
    listed = {"name": "a", "in": place, "required": True, "type": "array", "items": inner}
    document = {
        "swagger": "2.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/{a}": {"post": {"parameters": [listed], "responses": {}}}},
    }
    run = loaded({"a.json": document})
    assert f"each list in 'a' are separated by {words}" in run.only("collection-format-unsupported").message
    operation = run.spec.at("/paths/~1{a}/post")
    holder = operation if place == "formData" else operation["parameters"][0]
    assert {"type": "array", "items": {"type": "string"}} in list(_schemas(holder))


def _schemas(of: Any) -> Iterator[Any]:
    """All objects inside of a value, and it."""
    if isinstance(of, dict):
        yield of
    for each in of.values() if isinstance(of, dict) else of if isinstance(of, list) else ():
        yield from _schemas(each)


def test_swagger_of_wrong_types_does_not_crash(loaded: Load) -> None:
    """What is not of the form of 2.0 brings nothing down."""
    run = loaded(
        {
            "a.json": {
                "swagger": "2.0",
                "host": 1,
                "schemes": "https",
                "definitions": [],
                "parameters": {"A": 1, "B": {"in": "body", "schema": 1}},
                "paths": {
                    "/a": {
                        "parameters": [1, {"$ref": 1}],
                        "get": {"parameters": 1, "responses": {"200": {"headers": 1}}},
                    }
                },
            }
        }
    )
    assert set(run.codes) == {"wrong-type"}


def test_references_into_operations_lead_to_the_moved_schemas(loaded: Load) -> None:
    """A schema of a response or body is moved by the conversion, and references to it follow."""
    item = {"type": "object", "properties": {"child": {"$ref": "#/paths/~1a/get/responses/200/schema"}}}
    root = {
        "swagger": "2.0",
        "info": {"title": "A", "version": "1"},
        "consumes": ["application/json", "application/xml"],
        "paths": {
            "/a": {"get": {"responses": {"200": {"description": "", "schema": item}}}},
            "/b": {
                "post": {
                    "parameters": [
                        {"name": "q", "in": "query", "type": "string"},
                        {"name": "x", "in": "body", "schema": {"$ref": "#/paths/~1a/get/responses/200/schema"}},
                    ],
                    "responses": {
                        "200": {"description": "", "schema": {"$ref": "#/paths/~1b/post/parameters/1/schema"}},
                        "201": {"description": "", "schema": {"$ref": "#/parameters/shared/schema/properties/n"}},
                    },
                },
            },
        },
        "parameters": {
            "shared": {
                "name": "y",
                "in": "body",
                "schema": {"type": "object", "properties": {"n": {"type": "integer"}}},
            }
        },
    }
    run = loaded({"a.json": root})
    assert run.codes == []
    content = "content/application~1json/schema"
    of_item = f"#/paths/~1a/get/responses/200/{content}"
    assert run.spec.at(f"{of_item}/properties/child") == {"$ref": of_item}
    assert run.spec.at(f"/paths/~1b/post/requestBody/{content}") == {"$ref": of_item}
    assert run.spec.at(f"/paths/~1b/post/responses/200/{content}") == {
        "$ref": f"#/paths/~1b/post/requestBody/{content}"
    }
    assert run.spec.resolve(f"/paths/~1b/post/responses/201/{content}")[1] == {"type": "integer"}


def test_a_fault_has_its_place_wherever_the_body_stands_among_parameters(loaded: Load) -> None:
    """The parameters behind it move up, and a form takes fields from between others."""
    wrong = {"type": "string", "maxLength": -1}
    body = {"name": "b", "in": "body", "schema": {"type": "object", "properties": {"x": wrong}}}
    field, header = {"name": "f", "in": "formData", **wrong}, {"name": "h", "in": "header", **wrong}
    query = {"name": "q", "in": "query", **wrong}
    response = {"description": "", "headers": {"X-A": wrong}, "schema": wrong}
    paths = {
        "/a": {"post": {"parameters": [body, header, query], "responses": {"200": response}}},
        "/b": {"post": {"parameters": [header, field, query, {**field, "name": "g"}], "responses": {"200": response}}},
    }
    run = loaded({"a.json": {"swagger": "2.0", "info": {"title": "A", "version": "1"}, "paths": paths}})
    validate(run.spec, run.report)
    a, b, answer = "/paths/~1a/post", "/paths/~1b/post", "responses/200"
    assert sorted(each.source.pointer for each in run.report if each.code == "document-invalid" and each.source) == [
        f"{a}/parameters/0/schema/properties/x/maxLength",
        f"{a}/parameters/1/maxLength",
        f"{a}/parameters/2/maxLength",
        f"{a}/{answer}/headers/X-A/maxLength",
        f"{a}/{answer}/schema/maxLength",
        f"{b}/parameters/0/maxLength",
        f"{b}/parameters/1/maxLength",
        f"{b}/parameters/2/maxLength",
        f"{b}/parameters/3/maxLength",
        f"{b}/{answer}/headers/X-A/maxLength",
        f"{b}/{answer}/schema/maxLength",
    ]


def swagger(operation: dict[str, Any], **root: Any) -> dict[str, dict[str, Any]]:
    """A project whose description of 2.0 has one operation."""
    info = {"title": "A", "version": "1"}
    return {"a.json": {"swagger": "2.0", "info": info, "paths": {"/a": {"post": operation}}, **root}}


OK = {"200": {"description": ""}}


def test_parts_of_openapi_3_stay(loaded: Load) -> None:
    """Some descriptions of 2.0 have bodies, contents, headers, components and servers of 3.0: all of it holds."""
    media = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    header = {"schema": {"type": "integer"}}
    parameters = [
        {"name": "filter", "in": "query", "content": media},
        {"name": "order", "in": "query", "schema": {"type": "string"}},
    ]
    run = loaded(
        swagger(
            {
                "parameters": parameters,
                "requestBody": {"content": media},
                "responses": {"200": {"description": "", "content": media, "headers": {"X-Count": header}}},
            },
            host="a.example",
            servers=[{"url": "https://b.example"}],
            definitions={"Owner": {"type": "object"}},
            components={
                "schemas": {"Pet": {"type": "object", "properties": {"owner": {"$ref": "#/definitions/Owner"}}}},
                "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
            },
            security=[{"bearer": []}],
        )
    )
    validate(run.spec, run.report)
    assert run.codes == []
    operation = run.spec.at("/paths/~1a/post")
    assert operation["requestBody"]["content"] == operation["responses"]["200"]["content"] == media
    assert operation["responses"]["200"]["headers"]["X-Count"] == header
    assert operation["parameters"] == parameters
    assert run.spec.root["servers"] == [{"url": "https://a.example"}, {"url": "https://b.example"}]
    assert {*run.spec.root["components"]["schemas"]} == {"Pet", "Owner"}
    assert [*run.spec.root["components"]["securitySchemes"]] == ["bearer"]


def test_a_response_in_the_words_of_both(loaded: Load) -> None:
    """Its `schema` has the media types of `produces`, its `content` others."""
    response = {
        "description": "",
        "schema": {"type": "object"},
        "content": {"text/csv": {"schema": {"type": "string"}}},
    }
    run = loaded(swagger({"responses": {"200": response}}, produces=["application/json"]))
    content = run.spec.at("/paths/~1a/post/responses/200/content")
    assert content == {"application/json": {"schema": {"type": "object"}}, "text/csv": {"schema": {"type": "string"}}}


def test_flows_of_openapi_3(loaded: Load) -> None:
    """A scheme of OAuth 2.0 may have all its flows."""
    flows = {"clientCredentials": {"tokenUrl": "https://t", "scopes": {}}}
    run = loaded(swagger({"responses": OK}, securityDefinitions={"oauth": {"type": "oauth2", "flows": flows}}))
    assert run.spec.at("/components/securitySchemes/oauth/flows") == flows


@pytest.mark.parametrize(
    ("operation", "root", "message", "pointer"),
    [
        ({"responses": OK}, {"basepath": "/v1"}, "The description cannot have the key `basepath`.", "/basepath"),
        (
            {"parameters": [{"name": "f", "in": "formData", "type": "string", "requierd": True}], "responses": OK},
            {},
            "A field of a form cannot have the key `requierd`.",
            "/paths/~1a/post/parameters/0/requierd",
        ),
        (
            {"responses": {"200": {"description": "", "headers": {"X": {"typ": "integer"}}}}},
            {},
            "A header cannot have the key `typ`.",
            "/paths/~1a/post/responses/200/headers/X/typ",
        ),
        (
            {"parameters": [{"name": "b", "in": "body", "shema": {}}], "responses": OK},
            {},
            "A request body cannot have the key `shema`.",
            "/paths/~1a/post/parameters/0/shema",
        ),
        (
            {"parameters": [{"name": "b", "in": "body", "type": "object"}], "responses": OK},
            {},
            "A body has no `schema`.",
            "/paths/~1a/post/parameters/0",
        ),
        (
            {"responses": {"200": {"description": "", "schema": 1}}},
            {},
            "`schema` must be an object, but is a number; Fledge ignores it.",
            "/paths/~1a/post/responses/200/schema",
        ),
        (
            {"responses": {"200": {"description": "", "schema": {}, "content": []}}},
            {},
            "`content` must be an object, but is an array; Fledge ignores it.",
            "/paths/~1a/post/responses/200/content",
        ),
        (
            {
                "parameters": [{"name": "b", "in": "body", "schema": {"type": "object"}}],
                "requestBody": {"content": {}},
                "responses": OK,
            },
            {},
            "An operation has its body in `parameters` and in `requestBody`; Fledge takes the parameters.",
            "/paths/~1a/post/requestBody",
        ),
        (
            {"responses": OK},
            {"definitions": {"A": {"type": "object"}}, "components": {"schemas": {"A": {"type": "string"}}}},
            "`definitions` and `components` both have `A`; Fledge takes that of `definitions`.",
            "/definitions/A",
        ),
    ],
)
def test_nothing_is_left_out_without_a_word(
    loaded: Load, operation: dict[str, Any], root: dict[str, Any], message: str, pointer: str
) -> None:
    """A key that is misspelt or of a wrong type is reported at its place."""
    run = loaded(swagger(operation, **root))
    validate(run.spec, run.report)
    findings = {each.message: each.source.pointer for each in run.report.freeze().items if each.source}
    assert findings.get(message) == pointer, findings


def test_fields_of_forms_say_all_that_schemas_can(loaded: Load) -> None:
    """A field may have a schema of its own, or properties and examples."""
    fields = [
        {"name": "file", "in": "formData", "schema": {"type": "file"}},
        {"name": "pet", "in": "formData", "type": "object", "properties": {"id": {"type": "integer"}}},
        {"name": "note", "in": "formData", "type": "string", "example": "Hello"},
    ]
    run = loaded(swagger({"consumes": ["multipart/form-data"], "parameters": fields, "responses": OK}))
    schema = run.spec.at("/paths/~1a/post/requestBody/content/multipart~1form-data/schema")["properties"]
    assert schema["file"]["format"] == "binary" and schema["note"]["example"] == "Hello"
    assert schema["pet"]["properties"] == {"id": {"type": "integer"}}


def test_swagger_in_an_openapi_description(loaded: Load) -> None:
    """A description of both has a finding that says which version to write, and with that version it is read."""
    get = {"responses": {"200": {"description": "", "schema": {"type": "object"}}}}
    root = swagger(get, host="a.example", components={})["a.json"]
    other = {key: value for key, value in root.items() if key != "swagger"}
    run = loaded({"a.json": {"openapi": "3.0.0", **other}})
    validate(run.spec, run.report)
    [hint] = [each.hint for each in run.report.freeze().items if "`host`" in each.message]
    assert 'write `swagger: "2.0"` in place of `openapi`' in str(hint)
    run = loaded({"a.json": root})
    validate(run.spec, run.report)
    assert run.codes == []


@pytest.mark.parametrize(
    ("place", "parts", "at"),
    [
        ("body", {"in": "Body"}, "in"),
        ("body", {"in": "body "}, "in"),
        ("form", {"in": "formdata"}, "in"),
        ("form", {"in": "FormData", "required": "true"}, "in"),
        ("form", {"required": "true"}, "required"),
        ("body", {"required": "Yes"}, "required"),
    ],
)
@pytest.mark.parametrize("is_component", [False, True])
def test_words_of_bodies_that_are_spelt_otherwise(
    loaded: Load, place: str, parts: dict[str, str], at: str, is_component: bool
) -> None:
    """The description means the same as the one that is spelt as the standard has it."""
    good: dict[str, Any] = {"name": "b", "in": "body", "required": True, "schema": {"type": "string"}}
    if place == "form":
        good = {"name": "b", "in": "formData", "required": True, "type": "file"}

    def description(parameter: dict[str, Any]) -> dict[str, Any]:
        listed = {"$ref": "#/parameters/B"} if is_component else parameter
        operation = {"parameters": [listed], "responses": {"204": {"description": ""}}}
        root = {"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"post": operation}}}
        return {**root, **({"parameters": {"B": parameter}} if is_component else {})}

    expected = loaded({"a.json": description(good)}).spec.root
    run = loaded({"a.json": description({**good, **parts})})
    assert run.spec.root == expected
    pointers = [each.source.pointer for each in run.report if each.source]
    assert {each.code for each in run.report} == {"wrong-type"} and len(pointers) == len(parts)
    assert any(pointer.endswith(f"/{at}") for pointer in pointers)


@pytest.mark.parametrize("method", ["POST", "Post", "post"])
@pytest.mark.parametrize("is_alone", [True, False])
def test_a_method_in_capitals_and_one_parameter_alone(loaded: Load, method: str, is_alone: bool) -> None:
    """They are converted as others are: a body stays a body."""
    body = {"name": "b", "in": "body", "required": True, "schema": {"type": "string"}}
    operation = {"parameters": body if is_alone else [body], "responses": {"204": {"description": ""}}}
    root = {"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {method: operation}}}
    run = loaded({"a.json": root})
    assert run.spec.at("/paths/~1a/post/requestBody/content/application~1json/schema") == {"type": "string"}
    assert len(list(run.report)) == (method != "post") + is_alone


@pytest.mark.parametrize("flag", [True, "true", "Yes"])
@pytest.mark.parametrize("section", ["definitions", "components"])
def test_nullable_values_of_both_versions(loaded: Load, flag: Any, section: str) -> None:
    """`x-nullable` means the same in quotes, and beside the components of OpenAPI 3."""
    schemas = {"A": {"type": "string", "x-nullable": flag}}
    root = {"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {}}
    run = loaded({"a.json": {**root, section: schemas if section == "definitions" else {"schemas": schemas}}})
    assert run.spec.at("/components/schemas/A/type") == ["string", "null"]


@pytest.mark.parametrize("is_inside", [True, False])
def test_one_media_type_without_its_array(loaded: Load, is_inside: bool) -> None:
    """It holds, with a warning: a body is not taken for JSON."""
    body = {"name": "b", "in": "body", "schema": {"type": "string"}}
    types = {"consumes": "text/plain"}
    post = {"parameters": [body], "responses": {"204": {"description": ""}}, **(types if is_inside else {})}
    root = {"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"post": post}}}
    run = loaded({"a.json": {**root, **({} if is_inside else types)}})
    assert list(run.spec.at("/paths/~1a/post/requestBody/content")) == ["text/plain"]
    assert run.codes == ["wrong-type"]
