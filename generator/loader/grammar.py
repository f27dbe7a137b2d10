"""Which part of an OpenAPI document is what: the one table that all steps walk by.

Only what the table names is looked into: an example that holds `nullable`, a property called `$ref` or an extension
are data, and nobody's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from generator.loader.spec import JSON, escape

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fields of a path item that are operations (OpenAPI 3.1, 4.8.9; `query` is 3.2)."""

ANNOTATIONS = ("description", "title", "summary", "example", "examples", "externalDocs", "deprecated")
"""What describes a thing and does not change what goes over the wire; so do all `x-` fields."""


class Shape(Enum):
    """How a field holds its children."""

    ONE = auto()
    LIST = auto()
    MAP = auto()
    EXTENSIBLE = auto()
    """A map in which `x-` keys are extensions."""


@dataclass(frozen=True, slots=True)
class Child:
    """A field that holds objects of one kind."""

    shape: Shape
    kind: str


def _one(kind: str) -> Child:
    return Child(Shape.ONE, kind)


def _list(kind: str) -> Child:
    return Child(Shape.LIST, kind)


def _map(kind: str) -> Child:
    return Child(Shape.MAP, kind)


_SCHEMA = _one("schema")

FIELDS: dict[str, dict[str, Child]] = {
    "document": {
        "info": _one("info"),
        "servers": _list("server"),
        "paths": Child(Shape.EXTENSIBLE, "path"),
        "webhooks": _map("path"),
        "components": _one("components"),
        "security": _list("requirement"),
        "tags": _list("tag"),
    },
    "swagger": {  # the root of Swagger 2.0
        "info": _one("info"),
        "paths": Child(Shape.EXTENSIBLE, "path"),
        "definitions": _map("schema"),
        "parameters": _map("parameter"),
        "responses": _map("response"),
        "securityDefinitions": _map("scheme"),
        "security": _list("requirement"),
        "tags": _list("tag"),
    },
    "components": {
        "schemas": _map("schema"),
        "responses": _map("response"),
        "parameters": _map("parameter"),
        "examples": _map("example"),
        "requestBodies": _map("body"),
        "headers": _map("header"),
        "securitySchemes": _map("scheme"),
        "links": _map("link"),
        "callbacks": _map("callback"),
        "pathItems": _map("path"),
        "mediaTypes": _map("media"),
    },
    "path": {
        "servers": _list("server"),
        "parameters": _list("parameter"),
        **{method: _one("operation") for method in METHODS},
        "additionalOperations": _map("operation"),
    },
    "operation": {
        "parameters": _list("parameter"),
        "requestBody": _one("body"),
        "responses": Child(Shape.EXTENSIBLE, "response"),
        "callbacks": _map("callback"),
        "security": _list("requirement"),
        "servers": _list("server"),
    },
    "callback": {},  # its own fields are path items: see `children`
    "parameter": {"schema": _SCHEMA, "content": _map("media"), "examples": _map("example")},
    "header": {"schema": _SCHEMA, "content": _map("media"), "examples": _map("example")},
    "body": {"content": _map("media")},
    "response": {
        "headers": _map("header"),
        "content": _map("media"),
        "links": _map("link"),
        "schema": _SCHEMA,  # Swagger 2.0
    },
    "media": {
        "schema": _SCHEMA,
        "itemSchema": _SCHEMA,
        "examples": _map("example"),
        "encoding": _map("encoding"),
        "prefixEncoding": _list("encoding"),
        "itemEncoding": _one("encoding"),
    },
    "encoding": {"headers": _map("header")},
    "schema": {
        **{key: _map("schema") for key in ("properties", "patternProperties", "dependentSchemas", "$defs")},
        "definitions": _map("schema"),
        **{key: _list("schema") for key in ("allOf", "anyOf", "oneOf", "prefixItems")},
        **{
            key: _SCHEMA
            for key in (
                "items",
                "additionalProperties",
                "not",
                "if",
                "then",
                "else",
                "contains",
                "propertyNames",
                "unevaluatedItems",
                "unevaluatedProperties",
                "contentSchema",
            )
        },
        "discriminator": _one("discriminator"),
    },
    "info": {},
    "server": {"variables": _map("variable")},
    "variable": {},
    "requirement": {},
    "tag": {},
    "example": {},
    "scheme": {},
    "link": {},
    "discriminator": {},
}

TEXTS: dict[str, tuple[str, ...]] = {
    "info": ("title", "version", "description", "summary"),
    "operation": ("operationId", "summary", "description"),
    "path": ("summary", "description"),
    "parameter": ("name", "in", "description", "style"),
    "header": ("description", "style"),
    "body": ("description",),
    "response": ("description",),
    "schema": ("title", "description", "format", "pattern"),
    "server": ("url", "description"),
    "variable": ("default", "description"),
    "tag": ("name", "description"),
    "scheme": ("type", "name", "in", "scheme", "description", "bearerFormat", "openIdConnectUrl"),
    "discriminator": ("propertyName",),
}
"""The fields that are texts."""

NAMES: dict[str, tuple[str, ...]] = {"operation": ("tags",), "schema": ("required",)}
"""The fields that are lists of texts."""

FLAGS: dict[str, tuple[str, ...]] = {
    "operation": ("deprecated",),
    "parameter": ("required", "deprecated", "explode", "allowReserved", "allowEmptyValue"),
    "header": ("required", "deprecated", "explode"),
    "body": ("required",),
    "schema": ("deprecated", "readOnly", "writeOnly", "nullable", "uniqueItems"),
}
"""The fields that are true or false."""

REFERABLE = (
    "path",
    "operation",  # against the standard, and usual where each operation is a file
    "schema",
    "response",
    "parameter",
    "example",
    "body",
    "header",
    "scheme",
    "link",
    "callback",
    "media",
)
"""The kinds that a `$ref` may stand for."""


def children(kind: str, pointer: str, node: JSON) -> list[tuple[str, str, JSON]]:
    """The objects that a node holds: kind, pointer, node. Beside a `$ref` only schemas, path items and operations do."""
    if not isinstance(node, dict):
        return []
    if kind == "callback" and "$ref" not in node:
        return [("path", f"{pointer}/{escape(key)}", item) for key, item in node.items() if not key.startswith("x-")]
    if "$ref" in node and kind in REFERABLE and kind not in ("schema", "path", "operation"):
        return []
    fields = FIELDS[kind]
    if fields.keys().isdisjoint(node):  # most are schemas that hold nothing, and there are tens of thousands
        return []
    found: list[tuple[str, str, JSON]] = []
    for key, value in node.items():
        child = fields.get(key)
        if child is None:
            continue
        shape, of = child.shape, child.kind
        if shape is Shape.ONE:
            found.append((of, f"{pointer}/{key}", value))
        elif shape is Shape.LIST:
            if isinstance(value, list):
                found += [(of, f"{pointer}/{key}/{index}", member) for index, member in enumerate(value)]
        elif isinstance(value, dict):
            at = f"{pointer}/{key}"
            found += [
                (of, f"{at}/{escape(name)}", member)
                for name, member in value.items()
                if shape is Shape.MAP or not name.startswith("x-")
            ]
    return found


def walk(
    node: JSON, kind: str = "document", pointer: str = "", *, to: str | None = None
) -> Iterator[tuple[str, str, JSON]]:
    """All objects of a document or a part of one, parents first, in the document's order.

    Who looks for objects of one kind only says so with `to`, and is not led into what never holds one. A node may be
    changed in place while it is the current one: what it holds then is what comes next.
    """
    ways = _leading(to) if to else None
    stack = [(kind, pointer, node)]
    while stack:
        current = stack.pop()
        yield current
        below = children(*current)
        if ways is not None:
            below = [each for each in below if each[0] in ways]
        if below:
            below.reverse()
            stack += below


@cache
def _leading(to: str) -> frozenset[str]:
    """The kinds of which one may hold, at any depth, an object of the kind `to`; itself included."""
    found = {to: None}
    while fresh := [
        kind
        for kind, fields in FIELDS.items()
        if kind not in found
        and (any(child.kind in found for child in fields.values()) or kind == "callback" and "path" in found)
    ]:
        found.update(dict.fromkeys(fresh))
    return frozenset(found)


def skeleton(kind: str, node: JSON) -> JSON:
    """A copy of an object without what only describes it; equal skeletons mean the same on the wire."""
    if isinstance(node, list):
        return [skeleton(kind, member) for member in node]
    if not isinstance(node, dict):
        return node
    if kind == "callback" and "$ref" not in node:
        return {key: skeleton("path", member) for key, member in node.items() if not key.startswith("x-")}
    fields = FIELDS[kind]
    kept: dict[str, JSON] = {}
    for key, value in node.items():
        child = fields.get(key)
        if key in ANNOTATIONS or key.startswith("x-"):
            continue
        if child is None:
            kept[key] = value
        elif child.shape in (Shape.MAP, Shape.EXTENSIBLE) and isinstance(value, dict):
            kept[key] = {name: skeleton(child.kind, member) for name, member in value.items()}
        else:
            kept[key] = skeleton(child.kind, value)
    return kept
