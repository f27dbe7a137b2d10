"""From OpenAPI 3.0 to the semantics of 3.1, and what is said of other versions."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.loader.sources.depth import DEPTH

from .conftest import Load, Loaded, api, operation


def upgraded(loaded: Load, schema: Any, version: str = "3.0.3") -> tuple[Any, Loaded]:
    """What a schema becomes."""
    schemas = {"Other": {"type": "string"}, "Tested": schema}
    run = loaded({"a.json": api(openapi=version, components={"schemas": schemas})})
    return run.spec.at("/components/schemas/Tested"), run


REF = {"$ref": "#/components/schemas/Other"}
NULL = {"type": "null"}


@pytest.mark.parametrize(
    ("schema", "wanted"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"nullable": True, "description": "Any"}, {"description": "Any"}),
        ({"nullable": True, "minLength": 1}, {"type": ["string", "null"], "minLength": 1}),
        ({"nullable": True, "items": REF}, {"type": ["array", "null"], "items": REF}),
        (
            {"nullable": True, "pattern": "a", "format": "int32"},
            {"type": ["integer", "string", "null"], "pattern": "a", "format": "int32"},
        ),
        (
            {"type": "string", "enum": ["a", "b"], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", "b", None]},
        ),
        (
            {"type": "string", "enum": ["a", None], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        ({"enum": ["a"], "nullable": True}, {"enum": ["a", None]}),
        ({"type": "array", "items": REF, "nullable": True}, {"type": ["array", "null"], "items": REF}),
        ({**REF, "nullable": True}, {"anyOf": [REF, NULL]}),
        (
            {"allOf": [REF], "nullable": True, "description": "Kept", "default": None, "x-a": 1},
            {"description": "Kept", "default": None, "x-a": 1, "anyOf": [{"allOf": [REF]}, NULL]},
        ),
        ({"oneOf": [REF, REF], "nullable": True}, {"anyOf": [{"oneOf": [REF, REF]}, NULL]}),
        (
            {"type": "object", "oneOf": [REF], "nullable": True, "title": "T"},
            {"title": "T", "anyOf": [{"type": "object", "oneOf": [REF]}, NULL]},
        ),
        (
            {"properties": {"a": {"allOf": [REF], "nullable": True}}, "anyOf": [REF], "nullable": True},
            {"anyOf": [{"properties": {"a": {"anyOf": [{"allOf": [REF]}, NULL]}}, "anyOf": [REF]}, NULL]},
        ),
        ({"minimum": 5, "exclusiveMinimum": True}, {"exclusiveMinimum": 5}),
        ({"minimum": 5, "exclusiveMinimum": False}, {"minimum": 5}),
        ({"maximum": 0, "exclusiveMaximum": True}, {"exclusiveMaximum": 0}),
        ({"exclusiveMaximum": True}, {}),
        ({**REF, "description": "Kept", "minLength": 3, "type": "string"}, {**REF, "description": "Kept"}),
    ],
)
def test_a_schema_becomes_one_of_3_1(loaded: Load, schema: Any, wanted: Any) -> None:
    """`nullable`, exclusive bounds and the neighbours of a $ref are said in the way of 3.1."""
    assert upgraded(loaded, schema)[0] == wanted


def test_names_and_data_are_not_touched(loaded: Load) -> None:
    """A property called `nullable` or `$ref` is a property, and an example is data."""
    schema = {
        "type": "object",
        "properties": {
            "nullable": {"type": "boolean"},
            "$ref": {"type": "string"},
            "x-y": {"type": "string"},
        },
        "example": {"nullable": True, "type": "string", "$ref": "#/nowhere"},
        "default": {"$ref": "#/nowhere"},
        "enum": [{"nullable": True, "type": "x"}],
    }
    assert upgraded(loaded, schema)[0] == schema


def test_moved_parts_keep_their_place(loaded: Load) -> None:
    """What the upgrade moves is still found in the source, and references into it still lead there."""
    schema = {
        "allOf": [{"properties": {"deep": {"oneOf": [{"type": "integer"}], "nullable": True}}}],
        "nullable": True,
        "properties": {"self": {"$ref": "#/components/schemas/Tested/allOf/0/properties/deep/oneOf/0"}},
    }
    _, run = upgraded(loaded, schema)
    way = "/components/schemas/Tested"
    moved = f"{way}/anyOf/0/allOf/0/properties/deep/anyOf/0/oneOf/0"
    assert run.spec.source_of(moved).pointer == f"{way}/allOf/0/properties/deep/oneOf/0"
    assert run.spec.at(f"{way}/anyOf/0/properties/self") == {"$ref": f"#{moved}"}
    assert run.spec.resolve(f"{way}/anyOf/0/properties/self") == (moved, {"type": "integer"})


def test_a_3_1_schema_stays(loaded: Load) -> None:
    """In 3.1 the neighbours of a $ref count, and are kept."""
    schema = {**REF, "minLength": 3, "examples": ["abc"]}
    assert upgraded(loaded, schema, "3.1.1")[0] == schema


def test_nullable_in_3_1_is_read_as_in_3_0(loaded: Load) -> None:
    """`nullable` in 3.1 is meant as in 3.0, with one note."""
    schema, run = upgraded(loaded, {"type": "string", "nullable": True}, "3.1.0")
    assert schema == {"type": ["string", "null"]}
    assert run.codes == ["nullable-outdated"]


@pytest.mark.parametrize(("version", "wanted"), [("3.0.0", "3.1.0"), ("3.1.1", "3.1.0"), ("3.2.0", "3.2.0")])
def test_the_version_is_detected(loaded: Load, version: str, wanted: str) -> None:
    """What comes out is 3.1, or 3.2."""
    assert loaded({"a.json": api(openapi=version)}).spec.root["openapi"] == wanted


def test_version_3_2_is_kept(loaded: Load) -> None:
    """What OpenAPI 3.2 brings is read without complaint and stays in place."""
    document = api(
        **{"$self": "https://example.com/api.json"},
        openapi="3.2.0",
        servers=[{"url": "https://example.com", "name": "main"}],
        tags=[{"name": "pets", "kind": "nav", "summary": "Pets"}, {"name": "cats", "parent": "pets"}],
        paths={
            "/a": {
                "query": operation(
                    parameters=[
                        {
                            "name": "q",
                            "in": "querystring",
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Cat"}}},
                        }
                    ]
                ),
                "additionalOperations": {
                    "COPY": operation(
                        responses={
                            "200": {
                                "description": "",
                                "content": {"application/jsonl": {"$ref": "#/components/mediaTypes/Lines"}},
                            }
                        }
                    )
                },
            }
        },
        components={
            "mediaTypes": {"Lines": {"itemSchema": {"$ref": "#/components/schemas/Pet"}}},
            "schemas": {
                "Cat": {"type": "object", "properties": {"kind": {"type": "string"}}},
                "Pet": {
                    "anyOf": [{"$ref": "#/components/schemas/Cat"}],
                    "discriminator": {"propertyName": "kind", "defaultMapping": "#/components/schemas/Cat"},
                },
            },
        },
    )
    run = loaded({"a.json": document})
    assert run.codes == []
    item = run.spec.at("/paths/~1a")
    assert item["query"]["parameters"][0]["in"] == "querystring"
    content = item["additionalOperations"]["COPY"]["responses"]["200"]["content"]
    assert content == {"application/jsonl": {"itemSchema": {"$ref": "#/components/schemas/Pet"}}}
    assert run.spec.at("/components/schemas/Pet/discriminator/defaultMapping") == "#/components/schemas/Cat"
    assert (run.spec.at("/tags/1/parent"), run.spec.at("/servers/0/name")) == ("pets", "main")


@pytest.mark.parametrize(
    ("document", "key", "word"),
    [
        ({"openapi": "4.0.0", "paths": {}}, "openapi", "openapi 4.0.0"),
        ({"openapi": "3.10.0", "paths": {}}, "openapi", "openapi 3.10.0"),
        ({"openapi": None, "paths": {}}, "openapi", "the value of `openapi`"),
        ({"openapi": ["3.0.0"], "paths": {}}, "openapi", "the value of `openapi`"),
        ({"openapi": "", "paths": {}}, "openapi", "the value of `openapi`"),
        ({"swagger": "1.2", "paths": {}}, "swagger", "Swagger 1.2"),
    ],
)
def test_an_unknown_version_is_an_error(loaded: Load, document: Any, key: str, word: str) -> None:
    """A version that is not supported is named, with those that are, at the place of the value."""
    diagnostic = loaded({"a.json": document}).only("version-unsupported")
    assert word in diagnostic.message and "OpenAPI 3.0, 3.1 and 3.2" in diagnostic.message
    assert diagnostic.source is not None and diagnostic.source.pointer == f"/{key}"


def test_references_of_other_kinds(loaded: Load) -> None:
    """Beside the $ref of a response or parameter nothing else counts. The user hears of what would change something."""
    responses = {"200": {"$ref": "#/components/responses/R", "description": "Kept", "content": {"a/b": {}}}}
    query = {"name": "q", "in": "query", "schema": {"type": "string"}}
    repeated = {"$ref": "#/components/parameters/Q", "name": "q", "in": "query"}
    document = api(
        paths={"/a": {"get": operation(responses=responses, parameters=[repeated])}},
        components={"responses": {"R": {"description": "R"}}, "parameters": {"Q": query}},
    )
    run = loaded({"a.json": document})
    assert run.spec.at("/paths/~1a/get/responses/200") == {
        "$ref": "#/components/responses/R",
        "description": "Kept",
    }
    note = run.only("ref-siblings-ignored")
    assert note.message == "Beside a $ref, OpenAPI ignores content."
    assert note.source and note.source.pointer == "/paths/~1a/get/responses/200"


def test_the_deepest_schema_that_is_read_may_be_null(loaded: Load) -> None:
    """Null makes a schema nest deeper, and a description that was read is never dropped without a word."""
    schema: dict[str, Any] = {"type": "string", "nullable": True}
    for _ in range(DEPTH - 4):
        schema = {"items": schema}
    result, run = upgraded(loaded, schema)
    assert not run.codes
    for _ in range(DEPTH - 4):
        result = result["items"]
    assert result == {"type": ["string", "null"]}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_a_schema_outside_of_content(loaded: Load, version: str) -> None:
    """A body or response with `schema` where Swagger 2.0 has it is JSON; its references lead to other files as well."""
    reference = {"$ref": "other.json#/Pet"}
    body, response = {"schema": reference}, {"description": "", "schema": {"type": "array", "items": reference}}
    document = api(openapi=version, paths={"/a": {"post": operation(requestBody=body, responses={"200": response})}})
    run = loaded({"a.json": document, "other.json": {"Pet": {"type": "object"}}}, "a.json")
    post = run.spec.at("/paths/~1a/post")
    pet = {"$ref": "#/components/schemas/Pet"}
    assert post["requestBody"]["content"] == {"application/json": {"schema": pet}}
    assert post["responses"]["200"]["content"]["application/json"]["schema"]["items"] == pet
    assert run.codes == ["wrong-type"] * 2
    places = {each.source.pointer for each in run.report if each.source}
    assert places == {"/paths/~1a/post/requestBody/schema", "/paths/~1a/post/responses/200/schema"}


def test_what_parameters_and_headers_say_of_their_values(loaded: Load) -> None:
    """Their type may stand outside of `schema`, as in Swagger 2.0; it was a string before."""
    parameters = [
        {"name": "limit", "in": "query", "type": "integer", "maximum": 100},
        {"name": "order", "in": "query", "enum": ["asc", "desc"]},
        {"name": "pets", "in": "query", "type": "array", "items": {"$ref": "other.json#/Pet"}},
        {"name": "both", "in": "query", "schema": {"type": "string"}, "type": "integer"},
    ]
    header = {"type": "integer", "description": "How many."}
    responses = {"200": {"description": "", "headers": {"X-Count": header}}}
    document = api(paths={"/a": {"get": operation(parameters=parameters, responses=responses)}})
    run = loaded({"a.json": document, "other.json": {"Pet": {"type": "string"}}}, "a.json")
    get = run.spec.at("/paths/~1a/get")
    assert [each["schema"] for each in get["parameters"]] == [
        {"type": "integer", "maximum": 100},
        {"enum": ["asc", "desc"]},
        {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
        {"type": "string"},
    ]
    assert get["responses"]["200"]["headers"]["X-Count"] == {"description": "How many.", "schema": {"type": "integer"}}
    assert run.codes == ["wrong-type"] * 4
    assert "`type`, `maximum` must be inside of `schema`; Fledge reads it so." in [each.message for each in run.report]
    assert run.spec.source_of("/paths/~1a/get/parameters/0/schema/maximum").pointer == (
        "/paths/~1a/get/parameters/0/maximum"
    )


@pytest.mark.parametrize(
    ("version", "media_type", "encoding", "wanted"),
    [
        ("3.0.3", "multipart/form-data", {"style": "form", "contentType": "image/png"}, {"contentType": "image/png"}),
        ("3.0.3", "multipart/mixed", {"explode": False, "contentType": "a/b"}, {"contentType": "a/b"}),
        ("3.0.3", "multipart/form-data", {"style": "deepObject", "explode": True}, None),
        ("3.0.3", "application/x-www-form-urlencoded", {"style": "form", "contentType": "a/b"}, None),
        ("3.1.0", "multipart/form-data", {"style": "form", "contentType": "a/b"}, None),
    ],
)
def test_a_media_type_counts_where_a_style_does_not(
    loaded: Load, version: str, media_type: str, encoding: dict[str, Any], wanted: dict[str, Any] | None
) -> None:
    """OpenAPI 3.0 has styles only in forms of a query; without a media type beside it, a style is meant all the same."""
    content = {media_type: {"schema": {"type": "object"}, "encoding": {"file": encoding}}}
    paths = {"/files": {"post": {"requestBody": {"content": content}, "responses": {"204": {"description": "Done."}}}}}
    run = loaded({"a.json": api(openapi=version, paths=paths)})
    [body] = run.spec.at("/paths/~1files/post/requestBody/content").values()
    assert body["encoding"]["file"] == (encoding if wanted is None else wanted)
