"""Which part of an OpenAPI document is what: the one table that all steps walk by.

Only what the table names is looked into: an example that holds `nullable`, a property called `$ref` or an extension
are data, and nobody's business.
"""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from fledge.openapi.json_values import JSON
from fledge.openapi.keywords import MISSPELT, field_spellings
from fledge.openapi.named_members import are_by_name
from fledge.openapi.pointer import child, escape, join, split

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The fields of a path item that are operations (OpenAPI 3.1, 4.8.9; `query` is 3.2)."""

METHODS_WITH_CAPITALS = (*(method.upper() for method in METHODS), *(method.title() for method in METHODS))
"""What some authors write in place of METHODS, until the loader has set it right."""

ANNOTATIONS = ("description", "title", "summary", "example", "examples", "externalDocs", "deprecated")
"""What describes a thing and does not change what goes over the wire; so do all `x-` fields."""


class Container(Enum):
    """How a field holds its children."""

    ONE = auto()
    LIST = auto()
    MAP = auto()
    EXTENSIBLE = auto()
    """A map in which `x-` keys are extensions."""


_ONE, _LIST, _MAP = Container.ONE, Container.LIST, Container.MAP  # a member of an enumeration is found slowly


class Child(NamedTuple):
    """A field that holds objects of one kind."""

    container: Container
    kind: str


def _one(kind: str) -> Child:
    return Child(Container.ONE, kind)


def _list(kind: str) -> Child:
    return Child(Container.LIST, kind)


def _map(kind: str) -> Child:
    return Child(Container.MAP, kind)


_SCHEMA = _one("schema")

_SCHEMA_FIELDS: Mapping[str, Child] = {
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
}
"""The fields of a schema, as they are spelt."""

# `items` of parameters and headers, and `schema` of bodies and responses, are of Swagger 2.0. Some authors write them in
# OpenAPI 3: the loader moves them to where they belong.
FIELDS: Mapping[str, Mapping[str, Child]] = {
    "document": {
        "info": _one("info"),
        "servers": _list("server"),
        "paths": Child(Container.EXTENSIBLE, "path"),
        "webhooks": _map("path"),
        "components": _one("components"),
        "security": _list("requirement"),
        "tags": _list("tag"),
    },
    "swagger": {  # the root of Swagger 2.0
        "info": _one("info"),
        "paths": Child(Container.EXTENSIBLE, "path"),
        "definitions": _map("schema"),
        "parameters": _map("parameter"),
        "responses": _map("response"),
        "securityDefinitions": _map("scheme"),
        "security": _list("requirement"),
        "tags": _list("tag"),
        "components": _one("components"),  # of OpenAPI 3, as some authors write
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
        **{method: _one("operation") for method in (*METHODS, *METHODS_WITH_CAPITALS)},
        "additionalOperations": _map("operation"),
    },
    "operation": {
        "parameters": _list("parameter"),
        "requestBody": _one("body"),
        "responses": Child(Container.EXTENSIBLE, "response"),
        "callbacks": _map("callback"),
        "security": _list("requirement"),
        "servers": _list("server"),
    },
    "callback": {},  # its own fields are path items: see `walk`
    "parameter": {"schema": _SCHEMA, "content": _map("media"), "examples": _map("example"), "items": _SCHEMA},
    "header": {"schema": _SCHEMA, "content": _map("media"), "examples": _map("example"), "items": _SCHEMA},
    "body": {"content": _map("media"), "schema": _SCHEMA},
    "response": {
        "headers": _map("header"),
        "content": _map("media"),
        "links": _map("link"),
        "schema": _SCHEMA,
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
    "schema": _SCHEMA_FIELDS,
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

TEXT_FIELDS: dict[str, tuple[str, ...]] = {
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

NAME_FIELDS: dict[str, tuple[str, ...]] = {"operation": ("tags",), "schema": ("required",)}
"""The fields that are lists of texts."""

TEXT_MAP_FIELDS: dict[str, tuple[str, ...]] = {"discriminator": ("mapping",)}
"""The fields that are maps of texts."""

FLAG_FIELDS: dict[str, tuple[str, ...]] = {
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


SPELLINGS: Mapping[str, Mapping[str, str]] = {
    kind: field_spellings(
        name
        for table in (FIELDS, TEXT_FIELDS, NAME_FIELDS, FLAG_FIELDS)
        for name in table.get(kind, ())
        if name not in METHODS and name not in METHODS_WITH_CAPITALS
    )
    for kind in FIELDS
} | {"schema": MISSPELT}
"""Other spellings of the fields of a kind, and the field that each can only mean."""

ALL_FIELDS: Mapping[str, Mapping[str, Child]] = {
    kind: {**fields, **{each: fields[name] for each, name in SPELLINGS.get(kind, {}).items() if name in fields}}
    for kind, fields in FIELDS.items()
}
"""FIELDS with all spellings, which a description may have until the loader has set them right."""

_ENDING = frozenset(REFERABLE) - {"schema", "path", "operation"}
"""The kinds that hold nothing beside a `$ref`."""


def _child_objects(
    kind: str, pointer: str, node: dict[str, JSON], fields: Mapping[str, Child]
) -> list[tuple[str, str, JSON]]:
    """The objects in these fields of a node: kind, pointer, node."""
    if kind == "callback" and "$ref" not in node:
        return [("path", join(pointer, key), item) for key, item in node.items() if not key.startswith("x-")]
    if "$ref" in node and kind in _ENDING:
        return []
    objects: list[tuple[str, str, JSON]] = []
    for key, value in node.items():
        if key not in fields:
            continue
        shape, of = fields[key]
        at = f"{pointer}/{key}"
        if shape is _ONE:
            objects.append((of, at, value))
        elif shape is _LIST:
            if isinstance(value, list):
                objects += [(of, f"{at}/{index}", member) for index, member in enumerate(value)]
            elif isinstance(
                value, dict
            ):  # one without its array, or several by name, until the loader has set it right
                objects += (
                    [(of, f"{at}/{escape(name)}", member) for name, member in value.items()]
                    if are_by_name(of, value)
                    else [(of, at, value)]
                )
        elif isinstance(value, dict):
            objects += [
                (of, f"{at}/{escape(name) if '/' in name or '~' in name else name}", member)
                for name, member in value.items()
                if shape is _MAP or not name.startswith("x-")
            ]
    return objects


def walk(
    node: JSON, kind: str = "document", pointer: str = "", *, to: str | None = None
) -> Iterator[tuple[str, str, JSON]]:
    """All objects of a document or a part of one, parents first, in the document's order.

    Who looks for objects of one kind only says so with `to`, and is not led into what never holds one. A node may be
    changed in place while it is the current one: what it holds then is what comes next.
    """
    fields_of, keys_of = _fields_to(to) if to else (ALL_FIELDS, _KEYS)
    stack = [(kind, pointer, node)]
    while stack:
        current = stack.pop()
        yield current
        kind, pointer, node = current
        # Most are schemas that hold nothing, and there are tens of thousands.
        if isinstance(node, dict) and (not keys_of[kind].isdisjoint(node) or kind == "callback"):
            below = _child_objects(kind, pointer, node, fields_of[kind])
            below.reverse()
            stack += below


def kind_at(root: JSON, pointer: str, kind: str = "document") -> str | None:
    """The kind of the object that `walk` yields at a pointer.

    "" for a map or list of objects, which it does not yield, and None where the table says nothing of what stands
    there. Raise KeyError if nothing does.
    """
    node, tokens = root, iter(split(pointer))
    for token in tokens:
        node = child(node, token)
        if kind == "callback":
            kind = "path"
            continue
        field = ALL_FIELDS[kind].get(token)
        if field is None:
            return None
        if field.container is not _ONE:
            name = next(tokens, None)
            if name is None:
                return ""
            node = child(node, name)
            if field.container is Container.EXTENSIBLE and name.startswith("x-"):
                return None
        kind = field.kind
    return kind


def walk_objects(
    node: JSON, kind: str = "document", pointer: str = "", *, to: str | None = None
) -> Iterator[tuple[str, str, dict[str, JSON]]]:
    """What `walk` yields, without schemas that are true or false, and without what is wrong where objects must stand."""
    return (each for each in walk(node, kind, pointer, to=to) if isinstance(each[2], dict))


def walk_references(
    node: JSON, kind: str = "document", pointer: str = ""
) -> Iterator[tuple[str, str, dict[str, JSON]]]:
    """The objects of `walk` that have a `$ref` and may be replaced by one."""
    for kind, pointer, node in walk(node, kind, pointer):
        if isinstance(node, dict) and "$ref" in node and kind in REFERABLE and isinstance(node["$ref"], str):
            yield kind, pointer, node


_FieldsOf = Mapping[str, Mapping[str, Child]]
_KeysOf = Mapping[str, KeysView[str]]

_KEYS: _KeysOf = {kind: fields.keys() for kind, fields in ALL_FIELDS.items()}


@cache
def _fields_to(to: str) -> tuple[_FieldsOf, _KeysOf]:
    """The fields of each kind that lead to objects of the kind `to`, and their keys."""
    kinds = _leading(to)
    fields_of = {
        kind: {key: child for key, child in fields.items() if child.kind in kinds}
        for kind, fields in ALL_FIELDS.items()
    }
    return fields_of, {kind: fields.keys() for kind, fields in fields_of.items()}


def _leading(to: str) -> frozenset[str]:
    """The kinds of which one may hold, at any depth, an object of the kind `to`; itself included."""
    kinds = {to: None}
    while fresh := [
        kind
        for kind, fields in FIELDS.items()
        if kind not in kinds
        and (any(child.kind in kinds for child in fields.values()) or kind == "callback" and "path" in kinds)
    ]:
        kinds.update(dict.fromkeys(fresh))
    return frozenset(kinds)


def strip_annotations(kind: str, node: JSON) -> JSON:
    """A copy of an object without what only describes it; equal skeletons mean the same on the wire."""
    if isinstance(node, list):
        return [strip_annotations(kind, member) for member in node]
    if not isinstance(node, dict) or kind == "requirement":  # its keys are names of schemes, such as `x-api-key`
        return node
    if kind == "callback" and "$ref" not in node:
        return {key: strip_annotations("path", member) for key, member in node.items() if not key.startswith("x-")}
    fields = FIELDS[kind]
    kept: dict[str, JSON] = {}
    for key, value in node.items():
        child = fields.get(key)
        if key in ANNOTATIONS or key.startswith("x-"):
            continue
        if child is None:
            kept[key] = value
        elif child.container in (Container.MAP, Container.EXTENSIBLE) and isinstance(value, dict):
            kept[key] = {name: strip_annotations(child.kind, member) for name, member in value.items()}
        else:
            kept[key] = strip_annotations(child.kind, value)
    return kept


def component_of(reference: str) -> tuple[str, str] | None:
    """The section and name of the component that a local reference leads to or into; None if it leads elsewhere."""
    if not reference.startswith("#/components/"):
        return None
    tokens = split(reference)
    return (tokens[1], tokens[2]) if len(tokens) > 2 else None
