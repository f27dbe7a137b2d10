"""A small description that has one of everything, and steps that edit it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fledge.config.client import client_from_arguments
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diff import Change
from fledge.workflows.diff import Comparison, compare_sources

DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1", "description": "Pets and their owners."},
    "servers": [{"url": "https://pets.example"}, {"url": "https://test.pets.example"}],
    "security": [{"key": []}],
    "tags": [{"name": "pets", "description": "All about pets."}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "tags": ["pets"],
                "description": "All pets.",
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100, "default": 10}},
                    {"name": "tags", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                    {"name": "kind", "in": "query", "required": True, "schema": {"$ref": "#/components/schemas/Kind"}},
                ],
                "responses": {
                    "200": {
                        "description": "Pets.",
                        "headers": {"X-Total": {"schema": {"type": "integer"}}},
                        "content": {
                            "application/json": {
                                "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}
                            }
                        },
                    },
                    "404": {
                        "description": "None.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
                    },
                },
            },
            "post": {
                "operationId": "createPet",
                "tags": ["pets"],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewPet"}}},
                },
                "responses": {"201": {"description": "Made."}},
            },
        },
        "/pets/{petId}": {
            "put": {
                "operationId": "replacePet",
                "tags": ["pets"],
                "parameters": [{"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}}],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
                },
                "responses": {
                    "200": {
                        "description": "The pet.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Shelter"}}},
                    },
                    "202": {"description": "Later."},
                },
            },
        },
        "/pages": {
            "get": {
                "operationId": "listPages",
                "tags": ["pages"],
                "parameters": [{"name": "pageToken", "in": "query", "schema": {"type": "string"}}],
                "responses": {
                    "200": {
                        "description": "A page.",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Listing"}}},
                    }
                },
            }
        },
        "/files": {
            "post": {
                "operationId": "upload",
                "tags": ["files"],
                "requestBody": {
                    "required": True,
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object", "properties": {"file": {"type": "string"}}},
                            "encoding": {"file": {"contentType": "image/png"}},
                        }
                    },
                },
                "responses": {"204": {"description": "Done."}},
            }
        },
    },
    "webhooks": {
        "petMoved": {
            "post": {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Moved"}}}},
                "responses": {"200": {"description": "Fine."}},
            }
        }
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "description": "Its name."},
                    "age": {"type": "integer", "maximum": 40},
                    "kind": {"$ref": "#/components/schemas/Kind"},
                    "home": {"$ref": "#/components/schemas/Home"},
                },
            },
            "NewPet": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": {"type": "string"}, "note": {"type": "string"}},
            },
            "Kind": {"type": "string", "enum": ["cat", "dog"]},
            "Home": {
                "oneOf": [{"$ref": "#/components/schemas/Farm"}, {"$ref": "#/components/schemas/Flat"}],
                "discriminator": {"propertyName": "type"},
            },
            "Farm": {
                "type": "object",
                "required": ["type"],
                "properties": {"type": {"const": "farm"}, "acres": {"type": "number"}},
            },
            "Flat": {
                "type": "object",
                "required": ["type"],
                "properties": {"type": {"const": "flat"}, "floor": {"type": "integer"}},
            },
            "Shelter": {
                "type": "object",
                "required": ["id", "places"],
                "properties": {
                    "id": {"type": "string"},
                    "places": {"type": "integer"},
                    "motto": {"type": "string"},
                    "address": {"$ref": "#/components/schemas/Address"},
                },
            },
            "Address": {
                "type": "object",
                "properties": {"street": {"type": "string"}, "city": {"type": "string"}},
            },
            "Listing": {
                "type": "object",
                "required": ["items"],
                "properties": {
                    "items": {"type": "array", "items": {"$ref": "#/components/schemas/Shelter"}},
                    "nextPageToken": {"type": "string"},
                },
            },
            "Moved": {"type": "object", "properties": {"from": {"type": "string"}, "to": {"type": "string"}}},
            "Problem": {"type": "object", "properties": {"code": {"type": "string"}}},
            "Unused": {"type": "object", "properties": {"x": {"type": "string"}}},
        },
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "token": {"type": "http", "scheme": "bearer"},
        },
    },
}

PETS = "paths /pets get"
Step = Callable[[dict[str, Any]], None]


def put(path: str, value: Any) -> Step:
    """Set the value at keys, separated by spaces; append to a list if the last key is its length."""

    def step(document: dict[str, Any]) -> None:
        node, last = _at(document, path)
        if isinstance(node, list) and int(last) == len(node):
            node.append(value)
        else:
            node[int(last) if isinstance(node, list) else last] = value

    return step


def drop(path: str) -> Step:
    """Remove the value at keys."""

    def step(document: dict[str, Any]) -> None:
        node, last = _at(document, path)
        del node[int(last) if isinstance(node, list) else last]

    return step


def move(path: str, to: str) -> Step:
    """Move the value at keys; references to it stay."""

    def step(document: dict[str, Any]) -> None:
        node, last = _at(document, path)
        value = node.pop(last)
        put(to, value)(document)

    return step


def rename_schema(name: str, to: str) -> Step:
    """Rename a schema, and all references to it."""

    def step(document: dict[str, Any]) -> None:
        text = json.dumps(document).replace(f'"#/components/schemas/{name}"', f'"#/components/schemas/{to}"')
        document.clear()
        document.update(json.loads(text))
        move(f"components schemas {name}", f"components schemas {to}")(document)

    return step


def _at(document: Any, path: str) -> tuple[Any, str]:
    *keys, last = path.split(" ")
    node = document
    for key in keys:
        node = node[int(key)] if isinstance(node, list) else node[key]
    return node, last


def modified(*steps: Step, of: dict[str, Any] = DESCRIPTION) -> dict[str, Any]:
    """Return the description after some steps."""
    document = copy.deepcopy(of)
    for step in steps:
        step(document)
    return document


def compare_documents(folder: Path, old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    """Write two descriptions to a folder and compare them."""
    paths = folder / "old.json", folder / "new.json"
    for path, document in zip(paths, (old, new)):
        path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    report = DiagnosticCollector()
    client = client_from_arguments(["pets"], str(folder), "pets")
    comparison = compare_sources(str(paths[0]), str(paths[1]), client, {}, report, lambda _: None)
    assert comparison is not None, list(report)
    return comparison


def describe_change(change: Change) -> str:
    """Return a change as one line: `code subject: request both, response nothing`."""
    words = {(False, False): "nothing", (True, False): "types", (False, True): "wire", (True, True): "both"}
    effects = ", ".join(f"{effect.direction} {words[effect.types, effect.wire]}" for effect in change.effects)
    return f"{change.code} {change.subject}: {effects}"
