"""A part that is left out or of a wrong kind, anywhere in a description: said or ignored, and never the end of a run."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load

from .builder.specs import body, ref

Steps = tuple[str | int, ...]

_KIND = {"propertyName": "kind", "mapping": {"a": "#/components/schemas/A", "b": "B"}}
_SCHEMAS = {
    "A": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "self": ref("A")}},
    "B": {"allOf": [ref("A"), {"properties": {"at": {"type": "string", "format": "date-time"}}}]},
    "U": {"oneOf": [ref("A"), ref("B")], "discriminator": _KIND},
    "S": {
        "type": "object",
        "description": "d",
        "required": ["id"],
        "properties": {
            "id": {"type": "integer", "format": "int64", "minimum": 0, "default": 1},
            "name": {"type": "string", "enum": ["a", "b"], "nullable": True},
            "tags": {"type": "array", "items": {"type": "string"}, "minItems": 0},
            "inner": {"type": "object", "properties": {"x": {"type": "number"}}, "additionalProperties": ref("U")},
        },
        "example": {"id": 1},
    },
}
_PAGE = {"type": "object", "properties": {"items": {"type": "array", "items": ref("S")}, "next": {"type": "string"}}}
_PARTS = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}, "meta": ref("A")}}
_HEADERS = {
    "X-A": {"schema": {"type": "string", "enum": ["1"]}},
    "X-B": {"$ref": "#/components/headers/H"},
    "X-C": {"content": {"text/plain": {"schema": {"type": "string"}}}},
}
_GET = {
    "operationId": "listThings",
    "tags": ["t"],
    "parameters": [
        {"name": "q", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}, "explode": False},
        {"name": "f", "in": "query", "content": {"application/json": {"schema": ref("A")}}},
        {"name": "d", "in": "query", "style": "deepObject", "schema": {"properties": {"a": {"type": "string"}}}},
        {"$ref": "#/components/parameters/Page"},
    ],
    "responses": {
        "200": {**body(_PAGE), "headers": _HEADERS, "links": {"l": {"operationId": "make"}}},
        "4XX": {"$ref": "#/components/responses/Error"},
    },
    "security": [{"key": []}, {"flow": ["a"]}],
    "servers": [{"url": "https://{v}.example", "variables": {"v": {"default": "a", "enum": ["a"]}}}],
}
_POST = {
    "operationId": "make",
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": ref("S"), "examples": {"e": {"value": {"id": 2}}}},
            "multipart/form-data": {
                "schema": _PARTS,
                "encoding": {"meta": {"contentType": "application/json", "headers": _HEADERS}},
            },
        },
    },
    "responses": {"201": body(ref("U"), "text/event-stream")},
    "callbacks": {"c": {"{$request.body#/url}": {"post": {"requestBody": body(ref("B")), "responses": {}}}}},
}
DOCUMENT: Any = {
    "openapi": "3.0.3",
    "info": {"title": "T", "version": "1"},
    "tags": [{"name": "t", "description": "d"}],
    "paths": {
        "/things/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "get": _GET,
            "post": _POST,
        }
    },
    "webhooks": {"happened": {"post": {"requestBody": body(ref("U")), "responses": {}}}},
    "components": {
        "schemas": _SCHEMAS,
        "parameters": {"Page": {"name": "page", "in": "query", "schema": {"type": "integer"}}},
        "responses": {"Error": body({"type": "object", "properties": {"message": {"type": "string"}}})},
        "headers": {"H": {"schema": {"type": "string", "enum": ["h"]}}},
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "flow": {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": "https://a.example/t", "scopes": {"a": "b"}}},
            },
        },
    },
}


def places(node: Any, at: Steps = ()) -> Iterator[Steps]:
    """The ways to all parts of a document but the whole."""
    members = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, member in members:
        yield (*at, key)
        yield from places(member, (*at, key))


def changed(at: Steps, change: str) -> Any:
    """The document with one part gone or of another kind."""
    document = copy.deepcopy(DOCUMENT)
    holder = document
    for step in at[:-1]:
        holder = holder[step]
    if change == "gone":
        del holder[at[-1]]
    else:
        holder[at[-1]] = copy.deepcopy(KINDS[change])
    return document


KINDS: dict[str, Any] = {"null": None, "number": 7, "object": {"other": 1}, "list": [1], "reference": ref("nowhere")}


@pytest.mark.parametrize("change", ["gone", *KINDS])
def test_no_fault_is_a_bug(tmp_path: Path, change: str) -> None:
    """Each part in turn: an error is reported, or the rest becomes a client."""
    for at in places(DOCUMENT):
        (tmp_path / "a.json").write_text(json.dumps(changed(at, change)), encoding="utf-8")
        report = DiagnosticCollector()
        try:
            spec = load(["a.json"], report, base=tmp_path)
            if spec is not None:
                build(spec, report, overrides={}, locked_names={}, env_prefix="T")
        except Exception as error:
            raise AssertionError(f"{'/'.join(map(str, at))} {change}") from error
        assert spec is not None or report.failed
