"""Files that are written to be joined: what they take for granted of the document that refers to them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.loader.conftest import Load, api, operation

ITEM = {"type": "object", "properties": {"parent": {"$ref": "#/components/schemas/Item"}}}


def returns(schema: dict[str, Any]) -> dict[str, Any]:
    return operation(responses={"200": {"description": "Done", "content": {"application/json": {"schema": schema}}}})


def test_a_component_of_the_entry_document_is_read_from_there(loaded: Load) -> None:
    """`#/components/...` in another file can mean the entry document: one warning for each file, and one model."""
    item = {
        "get": returns({"$ref": "#/components/schemas/Item"}),
        "put": returns({"$ref": "#/components/schemas/Item"}),
    }
    files = {
        "a.json": api(
            paths={"/items": {"$ref": "paths/items.json"}},
            components={"schemas": {"Item": {"$ref": "schemas/item.json"}}},
        ),
        "paths/items.json": item,
        "schemas/item.json": ITEM,
    }
    run = loaded(files, "a.json")
    assert run.codes == ["reference-of-entry", "reference-of-entry"]
    first, second = run.report
    assert first.source is not None and first.source.source == "paths/items.json"
    assert first.hint == "Write ../a.json#/components/schemas/Item."
    assert second.source is not None and second.source.source == "schemas/item.json"
    assert [*run.spec.root["components"]["schemas"]] == ["Item"]
    for method in ("get", "put"):
        schema = run.spec.at(f"/paths/~1items/{method}/responses/200/content/application~1json/schema")
        assert schema == {"$ref": "#/components/schemas/Item"}


def test_a_component_of_no_document_is_still_unresolved(loaded: Load) -> None:
    """The entry document is not searched for anything else."""
    files = {
        "a.json": api(paths={"/items": {"$ref": "items.json"}}),
        "items.json": {"get": returns({"$ref": "#/components/schemas/Item"})},
    }
    assert loaded(files, "a.json").codes == ["reference-unresolved"]


@pytest.mark.parametrize(
    "components",
    [
        {"schemas": {"$ref": "schemas.json"}},
        {"$ref": "components.json"},
        {"schemas": {"$ref": "schemas.json", "Other": {"type": "string"}}},
    ],
)
def test_a_section_that_is_a_reference_has_each_component_once(loaded: Load, components: dict[str, Any]) -> None:
    """References within the file of a section lead to the components of the document."""
    schemas = {"Kind": {"type": "string"}, "Item": {"type": "object", "properties": {"kind": {"$ref": "#/Kind"}}}}
    nested = {
        "Kind": {"type": "string"},
        "Item": {"type": "object", "properties": {"kind": {"$ref": "#/schemas/Kind"}}},
    }
    root = api(paths={"/items": {"get": returns({"$ref": "#/components/schemas/Item"})}}, components=components)
    run = loaded({"a.json": root, "schemas.json": schemas, "components.json": {"schemas": nested}}, "a.json")
    assert run.codes == []
    names = run.spec.root["components"]["schemas"]
    assert {"Kind", "Item"} <= set(names) <= {"Kind", "Item", "Other"}
    assert names["Item"]["properties"]["kind"] == {"$ref": "#/components/schemas/Kind"}


def test_swagger_definitions_that_are_a_reference_are_there_once(loaded: Load) -> None:
    """`definitions` of Swagger 2.0 can be a reference, too."""
    schemas = {"Kind": {"type": "string"}, "Item": {"type": "object", "properties": {"kind": {"$ref": "#/Kind"}}}}
    root = {
        "swagger": "2.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/Item"}}}}}},
        "definitions": {"$ref": "schemas.json"},
    }
    run = loaded({"a.json": root, "schemas.json": schemas}, "a.json")
    assert run.codes == []
    assert set(run.spec.root["components"]["schemas"]) == {"Kind", "Item"}
