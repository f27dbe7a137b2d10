"""References to objects of another kind than the one that stands there."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from fledge.loader.validate import validate
from tests.loader.conftest import Load, api, operation

SCHEMA = {"type": "object", "properties": {"name": {"$ref": "#/components/schemas/Name"}}}
JSON_OF_PET = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}


def document(**parts: Any) -> dict[str, Any]:
    schemas = {"Pet": SCHEMA, "Name": {"type": "string"}}
    parameters = {
        "without_in": {"name": "a", "schema": {"type": "string"}},
        "without_name": {"in": "query", "schema": {"type": "string"}},
        "in_body": {"name": "a", "in": "body", "schema": {"type": "string"}},
        "group": {"limit": {"name": "limit", "in": "query", "schema": {"type": "integer"}}},
        "good": {"name": "good", "in": "query", "schema": {"type": "string"}},
    }
    return api(paths={"/a": {"post": operation(**parts)}}, components={"schemas": schemas, "parameters": parameters})


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("parameters/without_in", "has no valid location"),
        ("parameters/without_name", "has no name"),
        ("parameters/in_body", "is a body of Swagger 2.0"),
        ("parameters/group", "has no name"),
        ("schemas/Pet", "has no name"),
    ],
)
@pytest.mark.parametrize("shared", [False, True])
def test_a_reference_to_no_parameter_is_ignored(loaded: Load, target: str, problem: str, shared: bool) -> None:
    """What cannot be used as a parameter is ignored with a warning at the reference; its neighbours stay."""
    references = [{"$ref": f"#/components/{target}"}, {"$ref": "#/components/parameters/good"}]
    root = document() if shared else document(parameters=references)
    if shared:
        root["paths"]["/a"]["parameters"] = references
    run = loaded({"a.json": root})
    diagnostic = run.only("wrong-type")
    assert problem in diagnostic.message and f"#/components/{target}" in diagnostic.message
    assert diagnostic.source is not None and diagnostic.source.pointer.endswith("/parameters/0/$ref")
    assert run.spec.at("/paths/~1a/post/parameters") == [{"$ref": "#/components/parameters/good"}]


def test_one_mistake_in_a_shared_parameter_is_one_message() -> None:
    """What is wrong with the target of an ignored reference is not told again by the validator."""
    report = DiagnosticCollector()
    root = document(parameters=[{"$ref": "#/components/parameters/in_body"}])
    del root["components"]["parameters"]["without_in"], root["components"]["parameters"]["without_name"]
    del root["components"]["parameters"]["group"]
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.json").write_text(json.dumps(root))
        spec = load(["a.json"], report, base=Path(folder))
    assert spec is not None
    validate(spec, report)
    assert [each.code for each in report] == ["wrong-type"]


def test_a_chain_of_references_to_no_parameter_is_ignored(loaded: Load) -> None:
    """Each reference of the chain is ignored."""
    root = document(parameters=[{"$ref": "#/components/parameters/alias"}])
    root["components"]["parameters"]["alias"] = {"$ref": "#/components/parameters/group"}
    run = loaded({"a.json": root})
    assert run.codes == ["wrong-type", "wrong-type"]
    assert run.spec.at("/paths/~1a/post/parameters") == []


def test_a_response_that_refers_to_a_schema_is_json_of_it(loaded: Load) -> None:
    """The client reads JSON of the schema, and a warning says where to refer to it."""
    run = loaded({"a.json": document(responses={"200": {"$ref": "#/components/schemas/Pet"}})})
    assert run.codes == ["wrong-type"]
    assert run.spec.at("/paths/~1a/post/responses/200") == {"description": "", **JSON_OF_PET}


def test_a_body_that_refers_to_a_schema_is_json_of_it(loaded: Load) -> None:
    """The client sends JSON of the schema."""
    run = loaded({"a.json": document(requestBody={"$ref": "#/components/schemas/Pet"})})
    assert run.codes == ["wrong-type"]
    assert run.spec.at("/paths/~1a/post/requestBody") == JSON_OF_PET


def test_a_response_can_refer_to_a_schema_of_another_file(loaded: Load) -> None:
    """The schema is imported as one, with the schemas that it refers to."""
    cat = {"type": "object", "properties": {"name": {"$ref": "label.json"}}}
    files = {
        "a.json": document(responses={"200": {"$ref": "cat.json"}}, requestBody={"$ref": "cat.json"}),
        "cat.json": cat,
        "label.json": {"type": "string"},
    }
    run = loaded(files, "a.json")
    assert run.codes == ["wrong-type", "wrong-type"]
    content = run.spec.at("/paths/~1a/post/responses/200/content/application~1json/schema")
    assert content == {"$ref": "#/components/schemas/cat"}
    schema = run.spec.at(content["$ref"])
    assert schema["type"] == "object"
    assert run.spec.resolve(schema["properties"]["name"]["$ref"])[1] == {"type": "string"}


def test_a_swagger_response_can_refer_to_a_definition(loaded: Load) -> None:
    """Swagger 2.0 has the same mistake."""
    root = {
        "swagger": "2.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": {"$ref": "#/definitions/Pet"}}}}},
        "definitions": {"Pet": {"type": "object"}},
    }
    run = loaded({"a.json": root})
    assert run.codes == ["wrong-type"]
    assert run.spec.at("/paths/~1a/get/responses/200/content") == JSON_OF_PET["content"]


def test_a_reference_to_an_empty_file_is_any_value(loaded: Load) -> None:
    """An empty file has nothing to refer to."""
    root = api(components={"schemas": {"A": {"$ref": "./empty.yaml"}, "B": {"$ref": "./true.json"}}})
    run = loaded({"a.json": root, "empty.yaml": "", "true.json": "true"}, "a.json")
    assert run.codes == ["reference-unresolved"]
    assert run.only("reference-unresolved").message == "Cannot resolve $ref: empty.yaml is empty."
    assert run.spec.at("/components/schemas/A") == {}
    assert run.spec.resolve("/components/schemas/B")[1] is True


@pytest.mark.parametrize("paths", [[{"/a": {}}], "none", 1])
@pytest.mark.parametrize("version", [{"openapi": "3.1.0"}, {"swagger": "2.0"}])
def test_paths_of_a_wrong_type_are_an_error(loaded: Load, version: dict[str, str], paths: object) -> None:
    """Without paths, the client would be empty, and look as if it was complete."""
    run = loaded({"a.json": {**version, "info": {"title": "A", "version": "1"}, "paths": paths}})
    assert run.codes == ["wrong-type"] and run.report.failed


@pytest.mark.parametrize(
    ("reference", "proposal"),
    [
        ("#/component/schemas/Pet", "'#/components/schemas/Pet'"),
        ("#/Components/Schemas/pet", "'#/components/schemas/Pet'"),
        ("b.json#/definition/Pet", "'#/definitions/Pet'"),
        ("b.json/definitions/Pet", "b.json#/definitions/Pet"),
    ],
)
def test_a_proposal_leads_to_the_target(loaded: Load, reference: str, proposal: str) -> None:
    """A hint names the whole way, so that the reference is right when it is followed."""
    schemas = {"Pet": {"type": "string"}, "A": {"type": "array", "items": {"$ref": reference}}}
    files = {"a.json": api(components={"schemas": schemas}), "b.json": {"definitions": {"Pet": {"type": "string"}}}}
    run = loaded(files, "a.json")
    assert run.only("reference-unresolved").hint == f"Did you mean {proposal}?"
