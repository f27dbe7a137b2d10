"""Small random schemas and mutations of them: pairs of schemas that nobody wrote by hand."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from tests.diff.pairs.pair import JSON

REF = "#/components/schemas/"
EQUAL = frozenset(
    (
        "enum in another order",
        "in allOf",
        "in anyOf of one",
        "described",
        "default",
        "null as a branch",
        "order of properties",
        "branches in another order",
        "oneOf to anyOf",
        "no mapping",
    )
)
"""The mutations after which a schema has the values that it had."""
NULL: JSON = {"type": "null"}
_WORDS = ("a", "b", "c", "d")
_FORMATS = ("date", "date-time", "uuid", "email", "byte", "password")
_PATTERNS = ("^a", "^[a-c]+$", "^.*$", "^[0-9]+$")
_NAMES = ("one", "two", "three", "four")
_KINDS = ("scalar", "scalar", "object", "array", "tuple", "map", "union", "tagged", "allOf")


@dataclass(frozen=True, slots=True)
class Shape:
    """A schema, and the components that it refers to."""

    root: JSON
    components: dict[str, JSON]


class Maker:
    """Makes schemas and mutations from one source of random numbers."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def shape(self, *, flat: bool) -> Shape:
        """Return a schema; `flat` is one that has a place in parameters: a scalar, or a list of scalars."""
        if flat:
            scalar = self.scalar()
            return Shape({"type": "array", "items": scalar} if self.chance(0.25) else scalar, {})
        components: dict[str, JSON] = {}
        root = self.schema(2, components)
        if self.chance(0.3):
            components["Root"] = root
            root = {"$ref": f"{REF}Root"}
        return Shape(root, components)

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    def scalar(self) -> JSON:
        schema: JSON
        match self.random.choice(("string", "string", "integer", "number", "boolean", "enum", "enum", "const")):
            case "string":
                schema = {"type": "string", **self.text_limit()}
            case "integer" | "number" as kind:
                schema = {"type": kind, **(self.number_limit() if self.chance(0.5) else {})}
            case "boolean":
                schema = {"type": "boolean"}
            case "const":
                schema = {"const": self.random.choice(("a", 1, True))}
            case _:
                schema = self.enum(self.random.choice((1, 2, 2, 3, 4)))
        return with_null(schema) if self.chance(0.15) and "type" in schema else schema

    def enum(self, count: int) -> JSON:
        kind = self.random.choice(("string", "string", "integer", "number"))
        values: list[Any] = list(_WORDS) if kind == "string" else [1, 2, 3, 5]
        if kind == "number":
            values = [1, 1.5, 2.5, 3]
        return {"type": kind, "enum": values[:count]}

    def text_limit(self) -> JSON:
        match self.random.choice(("none", "none", "minLength", "maxLength", "pattern", "format", "format")):
            case "pattern":
                return {"pattern": self.random.choice(_PATTERNS)}
            case "format":
                return {"format": self.random.choice(_FORMATS)}
            case "minLength" | "maxLength" as keyword:
                return {keyword: self.random.choice((1, 2, 3))}
            case _:
                return {}

    def number_limit(self) -> JSON:
        keywords = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        return {self.random.choice(keywords): self.random.choice((1, 2, 3, 5))}

    def schema(self, depth: int, components: dict[str, JSON]) -> JSON:
        """Return a schema of at most this depth; parts of it may become components."""
        schema = self._schema(depth, components)
        if depth < 2 and self.chance(0.25):
            name = f"Part{len(components)}"
            components[name] = schema
            return {"$ref": REF + name}
        return with_null(schema) if self.chance(0.1) else schema

    def _schema(self, depth: int, components: dict[str, JSON]) -> JSON:
        kind = self.random.choice(_KINDS) if depth else "scalar"

        def inner() -> JSON:
            return self.schema(depth - 1, components)

        match kind:
            case "object":
                return self.object(inner)
            case "array":
                limit = {self.random.choice(("minItems", "maxItems")): 2} if self.chance(0.3) else {}
                return {"type": "array", "items": inner(), **limit}
            case "tuple":
                return {"type": "array", "prefixItems": [inner(), inner()], "items": False, "minItems": 2}
            case "map":
                return {"type": "object", "additionalProperties": inner()}
            case "union":
                return {self.random.choice(("anyOf", "oneOf")): [inner(), self.scalar()]}
            case "tagged":
                return self.tagged(inner, components)
            case "allOf":
                return {"allOf": [self.object(inner, _NAMES[:2]), self.object(inner, _NAMES[2:])]}
            case _:
                return self.scalar()

    def object(self, inner: Any, names: tuple[str, ...] = _NAMES) -> JSON:
        names = tuple(self.random.sample(names, self.random.choice((1, len(names)))))
        schema: JSON = {"type": "object", "properties": {name: inner() for name in sorted(names)}}
        if required := [name for name in sorted(names) if self.chance(0.4)]:
            schema["required"] = required
        if self.chance(0.25):
            schema["additionalProperties"] = self.random.choice((True, False, {"type": "string"}))
        return schema

    def tagged(self, inner: Any, components: dict[str, JSON]) -> JSON:
        members = []
        for name in ("Cat", "Dog", "Emu")[: self.random.choice((2, 2, 3))]:
            tag = {"const": name.lower()} if self.chance(0.7) else {"type": "string", "enum": [name.lower()]}
            member = {"type": "object", "required": ["kind"], "properties": {"kind": tag, "of": inner()}}
            while name in components:
                name += "X"
            components[name] = member
            members.append((name, name.rstrip("X").lower()))
        schema: JSON = {"oneOf": [{"$ref": REF + name} for name, _ in members]}
        if self.chance(0.6):
            schema["discriminator"] = {
                "propertyName": "kind",
                "mapping": {value: REF + name for name, value in members},
            }
        return schema

    # --- mutations

    def mutate(self, shape: Shape, *, flat: bool) -> tuple[str, Shape]:
        """Return the shape with one mutation, and what it is called."""
        parts = [("", shape.root), *shape.components.items()]
        places = [(name, path) for name, part in parts for path in schema_paths(part)]
        while True:
            name, path = self.random.choice(places)
            part = shape.components[name] if name else shape.root
            options = list(self.mutations(at(part, path), flat=flat))
            if options:  # else there is another place
                label, node = self.random.choice(options)
                changed = replaced(part, path, node)
                if not name:
                    return label, replace(shape, root=changed)
                return label, replace(shape, components={**shape.components, name: changed})

    def mutations(self, node: Any, *, flat: bool) -> Iterator[tuple[str, Any]]:
        """Return all mutations of a schema."""
        if not isinstance(node, dict):
            return
        yield from self._values(node)
        yield from self._scalars(node)
        yield from self._null(node)
        yield from self._spellings(node)
        if not flat:
            yield from self._objects(node)
            yield from self._arrays(node)
            yield from self._unions(node)
            yield from self._around(node)

    def _values(self, node: JSON) -> Iterator[tuple[str, JSON]]:
        if "const" in node:
            other = {"a": "b", 1: 2, True: False}.get(node["const"], "z")
            yield "other const", {**node, "const": other}
            yield "const to enum of two", {"enum": [node["const"], other]}
            yield "const to enum of one", {"enum": [node["const"]]}
        values = node.get("enum", [])
        if not values:
            return
        if len(values) > 1:
            yield "enum loses a value", {**node, "enum": values[:-1]}
            yield "enum loses its first value", {**node, "enum": values[1:]}
            yield "enum keeps one value", {**node, "enum": [self.random.choice(values)]}
            yield "enum in another order", {**node, "enum": values[::-1]}
        else:
            yield "enum of one to const", {"const": values[0]}
        fresh = "z" if isinstance(values[0], str) else 9
        yield "enum gains a value", {**node, "enum": [*values, fresh]}
        yield "enum of another value", {**node, "enum": [fresh]}
        yield "enum is any value", without(node, "enum")
        yield "enum without a type", without(node, "type")

    def _scalars(self, node: JSON) -> Iterator[tuple[str, JSON]]:
        kinds = types(node)
        if not kinds or "enum" in node or "const" in node:
            return
        limits = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        if "string" in kinds:
            yield "limit of a string", {**without(node, "format", "pattern"), **self.text_limit()}
            yield "length", {**node, self.random.choice(("minLength", "maxLength")): self.random.choice((1, 2, 3))}
            yield "no limit", without(node, "format", "pattern", "minLength", "maxLength")
            yield "string to enum", retyped(
                node, "string", "string", enum=list(_WORDS)[: self.random.choice((1, 2, 3))]
            )
            yield "string to integer", retyped(node, "string", "integer")
            yield "string to boolean", retyped(node, "string", "boolean")
        for kind, other in (("integer", "number"), ("number", "integer"), ("boolean", "string"), ("integer", "string")):
            if kind in kinds:
                yield f"{kind} to {other}", retyped(node, kind, other)
        if {"integer", "number"} & set(kinds):
            yield "limit of a number", {**node, **self.number_limit()}
            yield "no limit", without(node, *limits)
            if node.get("format") == "int64":  # to state a format where there was none is mostly a clarification
                yield "int32", {**node, "format": "int32"}
            else:
                yield "int64", {**node, "format": "int64"}

    def _null(self, node: JSON) -> Iterator[tuple[str, JSON]]:
        kinds = types(node)
        if kinds and "null" not in kinds:
            yield "null, by type", with_null(node)
        if "null" in kinds and len(kinds) > 1:
            plain = {**node, "type": kinds[0] if len(kinds) == 2 else [each for each in kinds if each != "null"]}
            if "enum" in plain:
                plain["enum"] = [each for each in plain["enum"] if each is not None]
            yield "no null", plain
            yield "null as a branch", {"anyOf": [plain, NULL]}
        members = node.get("anyOf", [])
        if NULL in members:
            yield "no null branch", {**node, "anyOf": [each for each in members if each != NULL]}
        elif "$ref" not in node:
            yield "null, by a branch", {"anyOf": [node, NULL]}
        elif "$ref" in node:
            yield "null beside a reference", {"oneOf": [node, NULL]}

    def _spellings(self, node: JSON) -> Iterator[tuple[str, JSON]]:
        yield "in allOf", {"allOf": [node]}
        yield "in anyOf of one", {"anyOf": [node]}
        yield "described", {"description": "Some words.", **node} if "$ref" not in node else {"allOf": [node]}
        yield "default", {**node, "default": "a"} if "string" in types(node) else {"oneOf": [node]}

    def _objects(self, node: JSON) -> Iterator[tuple[str, JSON]]:
        properties = node.get("properties")
        if not properties:
            return
        required = node.get("required", [])
        for name in properties:
            if name in required:
                yield "property is optional", {**node, "required": [each for each in required if each != name]}
            else:
                yield "property is required", {**node, "required": [*required, name]}
            if name == "kind":
                continue
            others = {other: each for other, each in properties.items() if other != name}
            yield "property removed", {
                **node,
                "properties": others,
                "required": [each for each in required if each != name],
            }
            for flag in ("readOnly", "writeOnly"):
                marked = {"allOf": [properties[name]]} if "$ref" in properties[name] else properties[name]
                changed = {**properties, name: {**marked, flag: True}}
                yield f"property is {flag}", {**node, "properties": changed}
        yield "property added", {**node, "properties": {**properties, "fresh": {"type": "string"}}}
        yield "required property added", {
            **node,
            "properties": {**properties, "fresh": {"type": "string"}},
            "required": [*required, "fresh"],
        }
        yield "required constant added", {
            **node,
            "properties": {**properties, "fresh": {"const": "v1"}},
            "required": [*required, "fresh"],
        }
        for further in (True, False, {"type": "string"}, {"type": "integer"}):
            yield f"further properties {further}", {**node, "additionalProperties": further}
        yield "further properties unsaid", without(node, "additionalProperties")
        yield "minProperties", {**node, "minProperties": 2}
        yield "dependentRequired", {**node, "dependentRequired": {next(iter(properties)): ["two"]}}
        yield "not", {**node, "not": {"required": ["two"]}}
        yield "order of properties", {**node, "properties": dict(reversed(properties.items()))}

    def _arrays(self, node: JSON) -> Iterator[tuple[str, JSON]]:
        if "prefixItems" in node:
            items = node["prefixItems"]
            yield "tuple gains an item", {
                **node,
                "prefixItems": [*items, {"type": "string"}],
                "minItems": len(items) + 1,
            }
            yield "tuple may have more", without(node, "items")
            yield "tuple to list", {"type": "array", "items": items[0]}
        elif "items" in node:
            for keyword in ("minItems", "maxItems"):
                yield keyword, {**node, keyword: self.random.choice((0, 1, 3))}
            yield "no limit of items", without(node, "minItems", "maxItems", "uniqueItems")
            yield "uniqueItems", {**node, "uniqueItems": True}
            yield "any items", without(node, "items")
            yield "contains", {**node, "contains": {"const": "a"}}
            yield "list to tuple", {
                "type": "array",
                "prefixItems": [node["items"], node["items"]],
                "items": False,
                "minItems": 2,
            }

    def _unions(self, node: JSON) -> Iterator[tuple[str, JSON]]:
        for keyword in ("anyOf", "oneOf"):
            members = node.get(keyword, [])
            if len(members) > 1:
                yield "branches in another order", {**node, keyword: members[::-1]}
                lost = members[-1]
                fewer = {**node, keyword: members[:-1]}
                mapping = node.get("discriminator", {}).get("mapping")
                if mapping:
                    kept = {value: ref for value, ref in mapping.items() if {"$ref": ref} != lost}
                    fewer["discriminator"] = {**node["discriminator"], "mapping": kept}
                yield "branch removed", fewer
                yield "branch added", {**without(node, "discriminator"), keyword: [*members, {"type": "boolean"}]}
                other = "oneOf" if keyword == "anyOf" else "anyOf"
                yield f"{keyword} to {other}", {**without(node, keyword), other: members}
        if "discriminator" in node:
            yield "no discriminator", without(node, "discriminator")
            yield "no mapping", {**node, "discriminator": {"propertyName": "kind"}}
        for index, part in enumerate(node.get("allOf", [])):
            others = [each for place, each in enumerate(node["allOf"]) if place != index]
            if others:
                yield "part removed", {**node, "allOf": others}
        if "allOf" in node:
            yield "part added", {**node, "allOf": [*node["allOf"], {"required": ["two"]}]}

    def _around(self, node: JSON) -> Iterator[tuple[str, JSON]]:
        yield "in a list", {"type": "array", "items": node}
        yield "in a map", {"type": "object", "additionalProperties": node}
        yield "or a string", {"anyOf": [node, {"type": "string"}]}
        yield "or one object", {"anyOf": [node, {"type": "object", "properties": {"four": {"type": "string"}}}]}
        yield "any value", {}


# --- schemas as trees


def types(node: JSON) -> list[str]:
    """Return the types of a schema as a list."""
    kinds = node.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def without(node: JSON, *keywords: str) -> JSON:
    """Return a schema without keywords."""
    return {keyword: value for keyword, value in node.items() if keyword not in keywords}


def with_null(node: JSON) -> JSON:
    """Return a schema that allows null, too."""
    if "type" not in node:
        return {"anyOf": [node, NULL]}
    enum = {"enum": [*node["enum"], None]} if "enum" in node else {}
    return {**node, "type": [*types(node), "null"], **enum}


def retyped(node: JSON, old: str, new: str, **keywords: Any) -> JSON:
    """Return a schema of another type, without the limits of the old one."""
    kinds = [new if each == old else each for each in types(node)]
    kinds = list(dict.fromkeys(kinds))
    if "enum" in keywords and "null" in kinds:
        keywords["enum"] = [*keywords["enum"], None]
    return {"type": kinds[0] if len(kinds) == 1 else kinds, **keywords}


def schema_paths(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return the paths to all schemas in a schema."""
    if not isinstance(node, dict):
        return
    yield path
    for name, inner in node.get("properties", {}).items():
        yield from schema_paths(inner, (*path, "properties", name))
    for keyword in ("items", "additionalProperties"):
        yield from schema_paths(node.get(keyword), (*path, keyword))
    for keyword in ("anyOf", "oneOf", "allOf", "prefixItems"):
        for index, inner in enumerate(node.get(keyword, [])):
            yield from schema_paths(inner, (*path, keyword, index))


def at(node: Any, path: tuple[Any, ...]) -> Any:
    """Return the part at a path."""
    for key in path:
        node = node[key]
    return node


def replaced(node: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return a copy with another part at a path."""
    if not path:
        return value
    changed = copy.deepcopy(node)
    at(changed, path[:-1])[path[-1]] = copy.deepcopy(value)
    return changed
