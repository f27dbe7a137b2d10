"""Words that are no types: the nearest type is read, with one warning for a description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fledge.emitter.annotations import annotation
from fledge.ir import Api, ObjectModel
from tests.client import document, operation, understand


def fields(api: Api) -> dict[str, str]:
    [model] = [each for each in api.models if isinstance(each, ObjectModel)]
    return {field.name.wire: annotation(field.type) for field in model.fields}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "float"}, "float"),
        ({"type": "Double"}, "float"),
        ({"type": "long"}, "int"),
        ({"type": "int32"}, "int"),
        ({"type": "INTEGER"}, "int"),
        ({"type": "bool"}, "bool"),
        ({"type": "String"}, "str"),
        ({"type": "text"}, "str"),
        ({"type": "date"}, "date"),
        ({"type": "datetime"}, "datetime"),
        ({"type": "date-time"}, "datetime"),
        ({"type": "uuid"}, "UUID"),
        ({"type": "guid"}, "UUID"),
        ({"type": "file"}, "str"),
        ({"type": "byte"}, "bytes"),
        ({"type": "duration"}, "timedelta"),
        ({"type": "List", "items": {"type": "Long"}}, "list[int]"),
        ({"type": "string[]"}, "list[str]"),
        ({"type": "array<Date>"}, "list[date]"),
        ({"type": "map", "additionalProperties": {"type": "float"}}, "dict[str, float]"),
        ({"type": ["float", "none"]}, "float | None"),
        ({"type": "string", "format": "date"}, "date"),
        ({"type": "datetime", "format": "date"}, "date"),
        ({"anyOf": [{"type": "uuid"}, {"type": "int"}]}, "UUID | int"),
    ],
)
def test_the_nearest_type_is_read(tmp_path: Path, schema: dict[str, Any], expected: str) -> None:
    """Alone, in lists, maps and unions, in any case, and with a format that the description states itself."""
    spec = document({}, Thing={"type": "object", "required": ["x"], "properties": {"x": schema}})
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    api, diagnostics = understand(tmp_path / "openapi.json")
    assert fields(api)["x"] == expected
    assert [each.code for each in diagnostics] == (["type-word"] if "string" != schema.get("type") else [])


def test_there_is_one_warning_for_a_description(tmp_path: Path) -> None:
    """It names all words, and how often they are there; another word is a warning of its own, and any value."""
    properties = {"a": {"type": "float"}, "b": {"type": "float"}, "c": {"type": "File"}, "d": {"type": "banana"}}
    (tmp_path / "openapi.json").write_text(json.dumps(document({}, Thing={"properties": properties})))
    api, diagnostics = understand(tmp_path / "openapi.json")
    assert [each.code for each in diagnostics] == ["type-word", "unknown-type"]
    assert "`File`, `float`" in diagnostics[0].message and "3 times" in diagnostics[0].message
    assert fields(api)["d"] == "Any"


def test_parameters_and_swagger_2(tmp_path: Path) -> None:
    """Words stand in parameters as well; `file` is a type of Swagger 2.0, and no reason for a warning there."""
    spec = {
        "swagger": "2.0",
        "info": {"title": "Small", "version": "1"},
        "host": "example.com",
        "paths": {
            "/a": {
                "get": {
                    "parameters": [
                        {"name": "since", "in": "query", "type": "datetime", "required": True},
                        {"name": "ids", "in": "query", "type": "array", "items": {"type": "long"}, "required": True},
                    ],
                    "responses": {"200": {"description": "x", "schema": {"type": "file"}}},
                },
                "post": {
                    "consumes": ["multipart/form-data"],
                    "parameters": [{"name": "upload", "in": "formData", "type": "file"}],
                    "responses": {"204": {"description": "x"}},
                },
            }
        },
    }
    (tmp_path / "swagger.json").write_text(json.dumps(spec))
    api, diagnostics = understand(tmp_path / "swagger.json")
    [get] = [each for resource in api.resources for each in resource.operations if each.http_method == "GET"]
    assert [annotation(each.type) for each in get.parameters] == ["datetime", "list[int]"]
    [warning] = [each for each in diagnostics if each.code == "type-word"]
    assert "`datetime`, `long`" in warning.message


def test_parameters_of_openapi_3(tmp_path: Path) -> None:
    """A path's variable of type `uuid` is a UUID."""
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "uuid"}}
    spec = document({"/a/{id}": {"get": operation(parameters=[parameter])}})
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    api, _ = understand(tmp_path / "openapi.json")
    [get] = [each for resource in api.resources for each in resource.operations]
    assert annotation(get.parameters[0].type) == "UUID"
