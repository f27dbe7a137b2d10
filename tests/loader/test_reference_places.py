"""References to places where the standard names no object, and to objects of another kind than a schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fledge.config.client import client_from_arguments
from fledge.workflows.load import load as load_client
from tests.loader.conftest import Load, api, operation

PET = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "nullable": True},
        "mother": {"$ref": "#/definitions/Pet"},
        "kind": {"$ref": "kinds.json#/Kind"},
        "home": {"$ref": "#/definitions/Home"},
        "broken": "no schema",
    },
}


def answering(schema: Any, **parts: Any) -> dict[str, Any]:
    """A description with an operation that returns a value of this schema."""
    content = {"application/json": {"schema": schema}}
    get = operation(responses={"200": {"description": "Done", "content": content}})
    return api(**{"paths": {"/pets": {"get": get}}, **parts})


def test_a_schema_at_a_place_of_no_schemas_is_read_as_one(loaded: Load) -> None:
    """`#/definitions/Pet` in OpenAPI 3 is converted, bundled and checked as any schema, and is a component."""
    root = answering({"$ref": "#/definitions/Pet"}, definitions={"Pet": PET})
    run = loaded({"a.json": root, "kinds.json": {"Kind": {"type": "string"}}}, "a.json")
    pet = run.spec.at("/components/schemas/Pet")["properties"]
    assert pet["name"]["type"] == ["string", "null"]
    assert pet["mother"] == {"$ref": "#/components/schemas/Pet"}
    assert pet["kind"] == {"$ref": "#/components/schemas/Kind"}
    assert sorted(run.codes) == ["reference-unresolved", "wrong-type"]
    assert {str(each.source and each.source.pointer) for each in run.report} == {
        "/definitions/Pet/properties/broken",
        "/definitions/Pet/properties/home/$ref",
    }


@pytest.mark.parametrize(
    "pointer",
    ["/definitions/Pet", "/x-models/pets/Pet", "/components/x-models/Pet", "/components/x-models/0"],
)
def test_schemas_at_other_places_become_models(tmp_path: Path, pointer: str) -> None:
    """An object, and an enum in it, has a class wherever it stands, named after the last part of its address."""
    value: Any = {"type": "object", "properties": {"kind": {"type": "string", "enum": ["cat", "dog"]}}}
    *tokens, last = pointer.split("/")[1:]
    value = [value] if last == "0" else {last: value}
    for token in reversed(tokens):
        value = {token: value}
    (tmp_path / "a.json").write_text(json.dumps({**answering({"$ref": f"#{pointer}"}), **value}))
    client = client_from_arguments([str(tmp_path / "a.json")], str(tmp_path / "out"), "pets")
    result = load_client(client)
    assert result.api is not None, result.diagnostics
    assert len(result.api.models) == 2


@pytest.mark.parametrize("place", ["parameters/0/schema", "parameters/0/content/application~1json/schema"])
def test_a_schema_of_a_shared_parameter_has_a_class(tmp_path: Path, place: str) -> None:
    """A reference may lead into a parameter of a path item, as those of bundlers do; it is named after the parameter."""
    kind = {"type": "string", "enum": ["cat", "dog"]}
    how = {"content": {"application/json": {"schema": kind}}} if "content" in place else {"schema": kind}
    root = answering({"type": "array", "items": {"$ref": f"#/paths/~1pets/{place}"}})
    root["paths"]["/pets"]["parameters"] = [{"name": "kind", "in": "query", **how}]
    (tmp_path / "a.json").write_text(json.dumps(root))
    client = client_from_arguments([str(tmp_path / "a.json")], str(tmp_path / "out"), "pets")
    result = load_client(client)
    assert result.api is not None, result.diagnostics
    assert [model.name.python for model in result.api.models] == ["Kind"]


@pytest.mark.parametrize(
    "target", ["/paths", "/components/parameters/Limit", "/paths/~1pets/get", "/info", "", "/components/schemas"]
)
def test_a_reference_to_no_schema_accepts_any_value(loaded: Load, target: str) -> None:
    """A schema that refers to an object of another kind, or to many, is any value, with one message at the reference."""
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
    components = {"parameters": {"Limit": limit}, "schemas": {"Pet": {"type": "string"}}}
    run = loaded({"a.json": answering({"$ref": f"#{target}"}, components=components)})
    diagnostic = run.only("wrong-type")
    assert diagnostic.message == f"The target of $ref #{target} is not a schema; Fledge accepts any value."
    assert diagnostic.source is not None and diagnostic.source.pointer.endswith("/schema/$ref")
    assert run.spec.at("/paths/~1pets/get/responses/200/content/application~1json/schema") == {}


@pytest.mark.parametrize("target", ["a.json", "b.json#/components/parameters/Limit"])
@pytest.mark.parametrize(("kind", "name"), [("responses", "response"), ("requestBody", "request body")])
def test_a_reference_to_no_response_or_body(loaded: Load, target: str, kind: str, name: str) -> None:
    """A response or body that refers to something else has no content, with one message at the reference."""
    root = answering({"type": "string"})
    reference: Any = {"$ref": target}
    root["paths"]["/pets"]["post"] = operation(**{kind: {"200": reference} if kind == "responses" else reference})
    other = {"components": {"parameters": {"Limit": {"name": "limit", "in": "query"}}}}
    diagnostic = loaded({"a.json": root, "b.json": other}, "a.json").only("wrong-type")
    assert diagnostic.message == f"The target of $ref {target} is not a {name}; Fledge reads it as one without content."
    assert diagnostic.source is not None and diagnostic.source.pointer.endswith("/$ref")


@pytest.mark.parametrize("where", ["/paths/~1others", "/components/schemas/Pet"])
def test_a_reference_that_is_null(loaded: Load, where: str) -> None:
    """`$ref:` without a value is a mistake, and not an object without a reference."""
    root = answering({"type": "string"}, components={"schemas": {"Pet": {}}})
    (root["paths"] if "paths" in where else root["components"]["schemas"]).update(
        {where.rpartition("/")[2].replace("~1", "/"): {"$ref": None}}
    )
    diagnostic = loaded({"a.json": root}).only("wrong-type")
    assert diagnostic.message == "`$ref` must be a string, but is null; Fledge ignores it."
    assert diagnostic.source is not None and diagnostic.source.pointer == f"{where}/$ref"


def test_a_reference_that_is_no_url(loaded: Load) -> None:
    """What begins like a URL, and is none, is said to be none; an `$id` or server like that stops nothing."""
    schemas = {"Pet": {"$id": "http://[x", "properties": {"name": {"$ref": "http://[bad/a.json#/Name"}}}}
    servers = [{"url": "http://[x"}]
    root = answering({"type": "string"}, openapi="3.1.0", components={"schemas": schemas}, servers=servers)
    diagnostic = loaded({"a.json": root}).only("reference-unresolved")
    assert diagnostic.message == "Cannot resolve $ref: http://[bad/a.json is no URL."


@pytest.mark.parametrize("target", ["/info/title", "/tags", "/components/responses/Gone", "/components/schemas/Pet"])
def test_a_path_that_refers_to_no_path_item_is_reported(loaded: Load, target: str) -> None:
    """No path is lost in silence: the message says at the reference that its target has no operations."""
    components = {"responses": {"Gone": {"description": "Gone"}}, "schemas": {"Pet": {"type": "string"}}}
    root = answering({"type": "string"}, components=components, tags=[{"name": "a"}])
    root["paths"]["/others"] = {"$ref": f"#{target}"}
    run = loaded({"a.json": root})
    diagnostic = run.only("wrong-type")
    assert diagnostic.message == f"The target of $ref #{target} is not a path item; Fledge ignores it."
    assert diagnostic.source is not None and diagnostic.source.pointer == "/paths/~1others/$ref"


def test_one_mistake_in_a_reference_is_one_message(tmp_path: Path) -> None:
    """A schema whose reference is wrong is not reported again as one without a type."""
    (tmp_path / "a.json").write_text(json.dumps(answering({"$ref": "#/info"})))
    client = client_from_arguments([str(tmp_path / "a.json")], str(tmp_path / "out"), "pets")
    assert [each.code for each in load_client(client).diagnostics] == ["wrong-type"]


def test_each_wrong_mapping_is_one_message_at_its_value(tmp_path: Path) -> None:
    """A discriminator's mapping to a schema or file that is not there is reported at the value that says so."""
    variant = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}}
    mapping = {"a": "#/components/schemas/A", "b": "#/components/schemas/C", "c": "gone.json#/X"}
    union = {
        "oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    schemas = {"A": variant, "B": variant, "AOrB": union}
    root = answering({"$ref": "#/components/schemas/AOrB"}, components={"schemas": schemas})
    (tmp_path / "a.json").write_text(json.dumps(root))
    client = client_from_arguments([str(tmp_path / "a.json")], str(tmp_path / "out"), "pets")
    diagnostics = load_client(client).diagnostics.without_notes()
    at = "/components/schemas/AOrB/discriminator/mapping"
    assert {(each.code, each.source and each.source.pointer) for each in diagnostics} == {
        ("discriminator-mapping", f"{at}/b"),
        ("reference-unresolved", f"{at}/c"),
    }


def overlay(target: str, update: dict[str, Any]) -> str:
    actions = [{"target": target, "update": update}]
    return json.dumps({"overlay": "1.0.0", "info": {"title": "O", "version": "1"}, "actions": actions})


def test_an_overlay_of_a_schema_at_another_place(loaded: Load) -> None:
    """Its target is the text that the user reads, and what it changes is what becomes a component."""
    root = answering({"$ref": "#/definitions/Pet"}, definitions={"Pet": {"type": "object"}})
    change = overlay("$.definitions.Pet", {"properties": {"name": {"type": "string"}}})
    run = loaded({"a.json": root, "o.json": change}, "a.json", overlays=["o.json"])
    assert run.spec.at("/components/schemas/Pet")["properties"] == {"name": {"type": "string"}}
    assert not run.codes


def test_an_overlay_that_refers_to_another_place(loaded: Load) -> None:
    """A reference that would need what is done before overlays is an error at the reference."""
    root = answering({"type": "object"}, definitions={"Pet": {"type": "object"}})
    at = "$.paths['/pets'].get.responses['200'].content['application/json'].schema"
    change = overlay(at, {"properties": {"pet": {"$ref": "#/definitions/Pet"}}})
    run = loaded({"a.json": root, "o.json": change}, "a.json", overlays=["o.json"])
    diagnostic = run.only("overlay-reference")
    assert diagnostic.message == "An overlay cannot refer to #/definitions/Pet, where OpenAPI has no object."
    assert diagnostic.source is not None and diagnostic.source.pointer.endswith("/pet/$ref")
