"""What an author can only have meant is read so, with a warning at its place: no part of a description is lost for it."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.loader.validate import validate

from .conftest import Load, Loaded, api, operation

OK = {"200": {"description": ""}}


def warned(run: Loaded) -> list[tuple[str, str]]:
    """Pointer and message of each warning; there is nothing else, and the validator has nothing to add."""
    validate(run.spec, run.report)
    assert set(run.codes) <= {"wrong-type"}, [each.message for each in run.report]
    return [(each.source.pointer, each.message) for each in run.report if each.source]


@pytest.mark.parametrize(
    ("schema", "wanted", "key"),
    [
        (
            {"allOf": {"$ref": "#/components/schemas/Other"}},
            {"allOf": [{"$ref": "#/components/schemas/Other"}]},
            "allOf",
        ),
        ({"oneOf": {"type": "string"}}, {"oneOf": [{"type": "string"}]}, "oneOf"),
        ({"type": "array", "items": "string"}, {"type": "array", "items": {"type": "string"}}, "items"),
        (
            {"type": "object", "additionalProperties": "integer"},
            {"type": "object", "additionalProperties": {"type": "integer"}},
            "additionalProperties",
        ),
        ({"type": "object", "required": "a"}, {"type": "object", "required": ["a"]}, "required"),
        ({"enum": "a"}, {"enum": ["a"]}, "enum"),
        ({"type": "string", "readOnly": "true"}, {"type": "string", "readOnly": True}, "readOnly"),
        ({"type": "string", "deprecated": "No"}, {"type": "string", "deprecated": False}, "deprecated"),
    ],
)
def test_values_of_schemas(loaded: Load, schema: Any, wanted: Any, key: str) -> None:
    """One item without its array, the name of a type alone, and a flag in quotes."""
    run = loaded({"a.json": api(components={"schemas": {"Tested": schema, "Other": {"type": "string"}}})})
    assert run.spec.at("/components/schemas/Tested") == wanted
    [(pointer, message)] = warned(run)
    assert pointer == f"/components/schemas/Tested/{key}" and "Fledge reads it as" in message


def test_arrays_of_other_objects(loaded: Load) -> None:
    """One server, parameter, tag or requirement stands for an array of it; a server may be its URL."""
    one = operation(
        parameters={"name": "q", "in": "query", "schema": {"type": "string"}},
        tags="pets",
        servers="https://b.example",
        security={"key": []},
        responses=OK,
    )
    schemes = {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}
    document = api(paths={"/a": {"get": one}}, components={"securitySchemes": schemes})
    run = loaded({"a.json": {**document, "servers": {"url": "https://a.example"}, "tags": {"name": "pets"}}})
    root, get = run.spec.root, run.spec.at("/paths/~1a/get")
    assert root["servers"] == [{"url": "https://a.example"}] and root["tags"] == [{"name": "pets"}]
    assert get["servers"] == [{"url": "https://b.example"}] and get["security"] == [{"key": []}]
    assert get["tags"] == ["pets"] and get["parameters"][0]["name"] == "q"
    assert len(warned(run)) == 6


def test_members_by_their_names(loaded: Load) -> None:
    """A map of parameters, tags or servers by name is read as an array of them, also where one is in another file."""
    parameters = {
        "name": {"in": "query", "schema": {"$ref": "b.json#/text"}},
        "other": {"$ref": "b.json#/limit"},
        "trace": {"name": "X-Trace", "in": "Header", "schema": {"type": "string"}},
    }
    document = api(paths={"/a": {"get": operation(parameters=parameters, responses=OK)}})
    document |= {"tags": {"pets": {"description": "P"}}, "servers": {"live": {"url": "https://a.example"}}}
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
    run = loaded({"a.json": document, "b.json": {"text": {"type": "string"}, "limit": limit}}, "a.json")
    read = run.spec.at("/paths/~1a/get/parameters")
    assert [each.get("name") or each["$ref"] for each in read] == ["name", "#/components/parameters/limit", "X-Trace"]
    assert run.spec.root["tags"] == [{"name": "pets", "description": "P"}]
    assert run.spec.root["servers"] == [{"url": "https://a.example"}]
    assert run.spec.source_of("/paths/~1a/get/parameters/2/schema").pointer == "/paths/~1a/get/parameters/trace/schema"
    at = "/paths/~1a/get/parameters"
    assert [pointer for pointer, _ in warned(run)] == ["/tags", "/servers", at, f"{at}/trace/in"]


def test_parameters_by_their_names_in_2_0(loaded: Load) -> None:
    """So are those of Swagger 2.0, with the body among them."""
    parameters = {"q": {"in": "query", "type": "string"}, "pet": {"in": "body", "schema": {"type": "integer"}}}
    document = {**api(paths={"/a": {"post": operation(parameters=parameters, responses=OK)}}), "swagger": "2.0"}
    del document["openapi"]
    run = loaded({"a.json": document})
    post = run.spec.at("/paths/~1a/post")
    assert [each["name"] for each in post["parameters"]] == ["q"]
    assert post["requestBody"]["content"]["application/json"]["schema"] == {"type": "integer"}
    assert len(warned(run)) == 1


def test_parameters_that_say_not_where_they_are(loaded: Load) -> None:
    """A map of which a member may mean anything is left out with a warning."""
    run = loaded(
        {
            "a.json": api(
                paths={"/a": {"get": operation(parameters={"q": {"in": "query"}, "limit": {"type": "integer"}})}}
            )
        }
    )
    assert "parameters" not in run.spec.at("/paths/~1a/get")
    assert "Fledge ignores it" in run.only("wrong-type").message


def test_an_array_of_another_file_is_still_one(loaded: Load) -> None:
    """A reference in place of an array may lead to an array."""
    files = {"a.json": api(components={"schemas": {"A": {"allOf": {"$ref": "b.json#/all"}}}}), "b.json": {"all": [{}]}}
    run = loaded(files, "a.json")
    assert run.spec.at("/components/schemas/A") == {"allOf": [{}]} and run.codes == []


def test_one_schema_of_another_file(loaded: Load) -> None:
    """What a reference in place of an array leads to keeps its name."""
    files = {"a.json": api(components={"schemas": {"A": {"allOf": {"$ref": "b.json#/B"}}}}), "b.json": {"B": {}}}
    run = loaded(files, "a.json")
    assert run.spec.at("/components/schemas/A") == {"allOf": [{"$ref": "#/components/schemas/B"}]}


def test_properties_that_say_that_they_are_required(loaded: Load) -> None:
    """As in JSON Schema's draft 3; the object has their names."""
    properties = {
        "a": {"type": "string", "required": True},
        "b": {"type": "string", "required": "true"},
        "c": {"type": "string"},
        "d": {"type": "object", "required": ["x"], "properties": {"x": {"type": "string"}}},
    }
    schema = {"type": "object", "required": ["c"], "properties": properties}
    run = loaded({"a.json": api(components={"schemas": {"Tested": schema}})})
    tested = run.spec.at("/components/schemas/Tested")
    assert tested["required"] == ["c", "a", "b"] and tested["properties"]["d"]["required"] == ["x"]
    pointers = [f"/components/schemas/Tested/properties/{name}/required" for name in "ab"]
    assert [pointer for pointer, _ in warned(run)] == pointers


def test_words_in_capitals(loaded: Load) -> None:
    """Methods and locations are in lower case, also where a reference below leads to another file."""
    parameter = {"name": "q", "in": "Query", "schema": {"$ref": "b.json#/Q"}}
    header = {"name": "h", "in": "HEADER", "schema": {"type": "string"}}
    files = {
        "a.json": api(
            paths={"/a": {"GET": operation(parameters=[parameter, {"$ref": "#/components/parameters/H"}])}},
            components={"parameters": {"H": header}},
        ),
        "b.json": {"Q": {"type": "integer"}},
    }
    run = loaded(files, "a.json")
    first, second = run.spec.at("/paths/~1a/get/parameters")
    assert first["in"] == "query" and first["schema"] == {"$ref": "#/components/schemas/Q"}
    assert run.spec.end(second["$ref"])[1]["in"] == "header"
    assert {pointer for pointer, _ in warned(run)} == {
        "/paths/~1a/GET",
        "/paths/~1a/GET/parameters/0/in",
        "/components/parameters/H/in",
    }


def test_a_path_without_its_slash(loaded: Load) -> None:
    """It was put right behind the server's name; one that is there with its slash as well stays as it is."""
    item = {"get": operation()}
    run = loaded({"a.json": api(paths={"pets": item, "{id}": item, "/both": item, "both": item})})
    assert [*run.spec.root["paths"]] == ["/pets", "/{id}", "/both", "both"]
    messages = [each.message for each in run.report if each.code == "wrong-type"]
    assert messages == [
        "A path must begin with `/`; Fledge reads `pets` as `/pets`.",
        "A path must begin with `/`; Fledge reads `{id}` as `/{id}`.",
    ]
    assert run.spec.source_of("/paths/~1pets/get").pointer == "/paths/pets/get"


@pytest.mark.parametrize(
    ("scheme", "wanted", "keys"),
    [
        ({"type": "HTTP", "scheme": "Bearer"}, {"type": "http", "scheme": "Bearer"}, ["type"]),
        ({"type": "bearer"}, {"type": "http", "scheme": "bearer"}, ["type"]),
        ({"type": "basic"}, {"type": "http", "scheme": "basic"}, ["type"]),
        (
            {"type": "api_key", "in": "Header", "name": "X-Key"},
            {"type": "apiKey", "in": "header", "name": "X-Key"},
            ["type", "in"],
        ),
        (
            {"type": "OAuth2", "flows": {"client_credentials": {"tokenUrl": "https://a.example/t", "scopes": {}}}},
            {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://a.example/t", "scopes": {}}}},
            ["type", "flows/client_credentials"],
        ),
        (
            {"type": "oauth2", "flow": "application", "tokenUrl": "https://a.example/t", "scopes": {"a": "A"}},
            {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": "https://a.example/t", "scopes": {"a": "A"}}},
            },
            ["flow"],
        ),
    ],
)
def test_words_of_security_schemes(loaded: Load, scheme: Any, wanted: Any, keys: list[str]) -> None:
    """In another case, with a dash, by the name of HTTP's scheme alone, or as in Swagger 2.0: each with a warning."""
    run = loaded({"a.json": api(components={"securitySchemes": {"key": scheme}}, security=[{"key": []}])})
    assert run.spec.at("/components/securitySchemes/key") == wanted
    assert [pointer for pointer, _ in warned(run)] == [f"/components/securitySchemes/key/{key}" for key in keys]


def test_words_of_security_schemes_of_swagger_2(loaded: Load) -> None:
    """They are read before the scheme becomes one of OpenAPI 3."""
    schemes = {
        "basic": {"type": "Basic"},
        "key": {"type": "APIKey", "in": "Query", "name": "key"},
        "login": {"type": "OAuth2", "flow": "Application", "tokenUrl": "https://a.example/t", "scopes": {}},
    }
    old = {"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {}, "securityDefinitions": schemes}
    run = loaded({"a.json": old})
    assert run.spec.at("/components/securitySchemes") == {
        "basic": {"type": "http", "scheme": "basic"},
        "key": {"type": "apiKey", "in": "query", "name": "key"},
        "login": {
            "type": "oauth2",
            "flows": {"clientCredentials": {"tokenUrl": "https://a.example/t", "scopes": {}}},
        },
    }
    assert [pointer.rpartition("/")[2] for pointer, _ in warned(run)] == ["type", "type", "in", "type", "flow"]


@pytest.mark.parametrize("key", ["Get", "GET"])
def test_methods_with_capitals(loaded: Load, key: str) -> None:
    """They mean the same, and what they hold is read: also a reference to another file."""
    there = {"$ref": "b.json#/A"}
    get = operation(responses={"200": {"description": "", "content": {"application/json": {"schema": there}}}})
    run = loaded({"a.json": api(paths={"/a": {key: get}}), "b.json": {"A": {"type": "string"}}}, "a.json")
    assert list(run.spec.at("/paths/~1a")) == ["get"] and run.spec.at("/components/schemas/A") == {"type": "string"}
    [(pointer, message)] = warned(run)
    assert pointer == f"/paths/~1a/{key}" and "`get`" in message


@pytest.mark.parametrize("key", ["ref", "$Ref", "$REF"])
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_misspelt_reference_of_a_schema(loaded: Load, key: str, version: str) -> None:
    """It has no meaning in OpenAPI, and would be lost in silence where JSON Schema allows any key."""
    schemas = {"A": {"type": "string"}, "B": {"allOf": [{key: "#/components/schemas/A"}]}}
    run = loaded({"a.json": {**api(components={"schemas": schemas}), "openapi": version}})
    validate(run.spec, run.report)
    [finding] = run.report.freeze().items
    assert finding.source and finding.source.pointer == f"/components/schemas/B/allOf/0/{key}"
    assert finding.hint == "Write `$ref`."
    properties = {"type": "object", "properties": {key: {"type": "string"}}, "example": {key: "x"}}
    assert list(loaded({"a.json": api(components={"schemas": {"A": properties}})}).report) == []


@pytest.mark.parametrize("holder", ["response", "body"])
def test_a_type_in_place_of_a_schema_outside_of_content(loaded: Load, holder: str) -> None:
    """Both mistakes at once are both set right, as the messages say."""
    odd = {"schema": "string", **({"description": ""} if holder == "response" else {})}
    post = operation(responses={"200": odd}) if holder == "response" else operation(requestBody=odd)
    run = loaded({"a.json": api(paths={"/a": {"post": post}})})
    where = "responses/200" if holder == "response" else "requestBody"
    assert run.spec.at(f"/paths/~1a/post/{where}/content/application~1json/schema") == {"type": "string"}
    assert [pointer for pointer, _ in warned(run)] == [f"/paths/~1a/post/{where}/schema"] * 2
