"""Decides by values: is there one that the old side sends and the new side refuses, or the reverse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from random import Random
from typing import Any
from uuid import UUID

from jsonschema import Draft202012Validator, FormatChecker

from tests.diff.oracle.schemas import REF, Shape, types, without
from tests.diff.pairs.pair import JSON

_TEXTS = (
    "",
    "a",
    "b",
    "c",
    "d",
    "z",
    "ab",
    "abc",
    "abcd",
    "A",
    "12",
    "true",
    "v1",
    "2024-05-06",
    "2024-05-06T07:08:09Z",
    "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "a@example.com",
    "aGVsbG8=",
    "a!",
)
_INTEGERS = (-5, 0, 1, 2, 3, 4, 5, 6, 9, 10, 15, 2**40)
_NUMBERS = (-5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 5, 6, 2**40)
_ANY = ("a", 1, 1.5, True, None, {"four": "a"}, {"one": 1}, ["a"], [1])
_LIMIT = 40
_FORMATS = FormatChecker(formats=())


def _format(name: str, check: Any, kind: Any = str) -> None:
    _FORMATS.checks(name, raises=ValueError)(
        lambda value: check(value) is not False if isinstance(value, kind) and not isinstance(value, bool) else True
    )


_format("date", date.fromisoformat)
_format("date-time", lambda value: datetime.fromisoformat(value) if "T" in value else False)
_format("uuid", UUID)
_format("email", lambda value: "@" in value)
_format(
    "byte",
    lambda value: re.fullmatch(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", value) is not None,
)
_format("int32", lambda value: -(2**31) <= value < 2**31, (int, float))


def is_valid(value: Any, schema: JSON) -> bool:
    """Whether a value is one of a schema."""
    return bool(Draft202012Validator(schema, format_checker=_FORMATS).is_valid(value))


# --- what a side sees of a schema


def inlined(shape: Shape) -> Any:
    """Return the schema with all references replaced, and with the values that discriminators choose by."""

    def inline(node: Any) -> Any:
        if isinstance(node, list):
            return [inline(each) for each in node]
        if not isinstance(node, dict):
            return node
        if isinstance(node.get("$ref"), str):
            target = inline(shape.components[node["$ref"].removeprefix(REF)])
            beside = {key: inline(value) for key, value in node.items() if key != "$ref"}
            return {"allOf": [target], **beside} if beside else target
        return {key: value if key in ("enum", "const", "default") else inline(value) for key, value in node.items()}

    return inline(shape.root)


def as_sent(schema: Any) -> Any:
    """Return a schema of what a client sends: without what is read-only, and without properties that it does not
    declare.

    A server ignores what it does not know, and what is ignored does not have the effect that the caller meant.
    """
    return _of_direction(schema, "readOnly")


def as_received(schema: Any) -> Any:
    """Return a schema of what a server answers: without what is write-only, or not declared."""
    return _of_direction(schema, "writeOnly")


def _of_direction(node: Any, hidden: str, *, inside: bool = False) -> Any:
    """`inside`: it is a part of an allOf, whose whole says which properties there are."""
    if not isinstance(node, dict):
        return node
    properties = node.get("properties", {})
    gone = [name for name, each in properties.items() if isinstance(each, dict) and each.get(hidden)]
    result: JSON = {}
    for keyword, value in node.items():
        match keyword:
            case "properties":
                kept = {name: each for name, each in value.items() if name not in gone}
                result[keyword] = {name: _of_direction(each, hidden) for name, each in kept.items()}
            case "required":
                result[keyword] = [name for name in value if name not in gone]
            case "allOf":
                result[keyword] = [_of_direction(each, hidden, inside=True) for each in value]
            case "anyOf" | "oneOf":  # no case has a value of two branches: Fledge takes both for a union
                result["anyOf"] = [_of_direction(each, hidden, inside=inside) for each in value]
            case "prefixItems":
                result[keyword] = [_of_direction(each, hidden) for each in value]
            case "additionalProperties" if inside or not _further(node) and value is not False:
                pass  # a client takes it for a part of the whole, or has no place for it
            case "items" | "additionalProperties" | "not":
                result[keyword] = _of_direction(value, hidden, inside=keyword == "not")
            case _:
                result[keyword] = value
    if not inside and _declares(node) and not _is_open(node):
        result["unevaluatedProperties"] = False
    return result


def _declares(node: Any) -> bool:
    return isinstance(node, dict) and (bool(node.get("properties")) or any(map(_declares, node.get("allOf", ()))))


def _is_open(node: Any) -> bool:
    """Whether callers may pass properties by other names: if these have a schema that says something."""
    return isinstance(node, dict) and (bool(_further(node)) or any(map(_is_open, node.get("allOf", ()))))


def _further(node: JSON) -> Any:
    """The schema of properties that are not declared, if a client has a place for them."""
    further = node.get("additionalProperties")
    return further if isinstance(further, dict) or not _declares(node) else None


def as_decoded(node: Any, *, optional: bool = False) -> Any:
    """Return what a client of the schema can decode: limits are in no type, and an enum is open."""
    if not isinstance(node, dict):
        return node
    result: JSON = {}
    if "const" in node:
        result["const"] = node["const"]
    values = node.get("enum", [])
    if values and "type" not in node:
        result["type"] = sorted({_kind(value) for value in values})
    required = node.get("required", [])
    for keyword, value in node.items():
        match keyword:
            case "type":
                result[keyword] = value
            case "format" if value in ("date", "date-time", "uuid", "byte"):
                result[keyword] = value
            case "properties":
                result[keyword] = {
                    name: as_decoded(each, optional=name not in required) for name, each in value.items()
                }
            case "required":
                result[keyword] = value
            case "items" if value is False:
                result[keyword] = value
            case "minItems" if "prefixItems" in node:
                result[keyword] = value
            case "items" | "additionalProperties" if isinstance(value, dict):
                result[keyword] = as_decoded(value)
            case "anyOf" | "oneOf":
                result["anyOf"] = [as_decoded(each) for each in value]
            case "allOf" | "prefixItems":
                result[keyword] = [as_decoded(each) for each in value]
            case _:
                pass
    return {"anyOf": [result, {"type": "null"}]} if optional else result


def _kind(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case _:
            return "string"


# --- values


def instances(schema: Any, other: Any, random: Random) -> list[Any]:
    """Return values of a schema, among them some that are close to the limits of another one."""
    pool = [*_candidates(schema, random, 0), *_candidates(other, random, 0)]
    unique = {json.dumps(each, sort_keys=True): each for each in pool}
    return [each for each in unique.values() if is_valid(each, schema)]


def _candidates(node: Any, random: Random, depth: int) -> list[Any]:
    if not isinstance(node, dict) or depth > 6:
        return list(_ANY) if node is True else []
    if "const" in node:
        return [node["const"]]
    if "enum" in node:
        return list(node["enum"])
    values: list[Any] = []
    for keyword in ("anyOf", "oneOf"):
        for each in node.get(keyword, ()):
            values += _candidates(
                {**without(node, keyword), **each} if isinstance(each, dict) else each, random, depth + 1
            )
    if "allOf" in node:
        beside = without(node, "allOf", "anyOf", "oneOf", "description")
        values += _all_of([*node["allOf"], *([beside] if beside else [])], random, depth)
    kinds = types(node)
    if not kinds and not values:
        kinds = ["object"] if {"properties", "required", "additionalProperties"} & node.keys() else []
        kinds = kinds or (["array"] if {"items", "prefixItems"} & node.keys() else [])
    if not kinds and not values:
        return list(_ANY)
    for kind in kinds:
        match kind:
            case "string":
                values += _TEXTS
            case "integer":
                values += _INTEGERS
            case "number":
                values += _NUMBERS
            case "boolean":
                values += [True, False]
            case "null":
                values.append(None)
            case "array":
                values += _arrays(node, random, depth)
            case "object":
                values += _objects(node, random, depth)
    if depth and len(values) > _LIMIT:
        values = random.sample(values, _LIMIT)
    return values


def _all_of(parts: list[Any], random: Random, depth: int) -> list[Any]:
    """Return the values of each part, and objects that have what several parts declare."""
    sets = [_candidates(each, random, depth + 1) for each in parts]
    values = [value for each in sets for value in each]
    objects = [[value for value in each if isinstance(value, dict)] for each in sets]
    objects = [each for each in objects if each]
    for _ in range(30 if len(objects) > 1 else 0):
        merged: JSON = {}
        for each in objects:
            merged.update(random.choice(each))
        values.append(merged)
    return values


def _arrays(node: JSON, random: Random, depth: int) -> Iterator[Any]:
    if "prefixItems" in node:
        sets = [_candidates(each, random, depth + 1) or [None] for each in node["prefixItems"]]
        rest = node.get("items", True)
        for _ in range(12):
            row = [random.choice(each) for each in sets]
            yield row
            if rest is not False:
                yield [*row, "a"]
        return
    items = _candidates(node.get("items", {}), random, depth + 1)
    yield []
    for each in items:
        yield [each]
    if items:
        yield [items[0], items[0]]
        for count in (2, 3, 4):
            yield [random.choice(items) for _ in range(count)]


def _objects(node: JSON, random: Random, depth: int) -> Iterator[Any]:
    properties = node.get("properties", {})
    sets = {name: _candidates(each, random, depth + 1) for name, each in properties.items()}
    sets = {name: each for name, each in sets.items() if each}
    required = [name for name in node.get("required", ()) if name in sets]
    yield {}
    yield {name: random.choice(sets[name]) for name in required}
    for _ in range(4):
        yield {name: random.choice(each) for name, each in sets.items()}
    for name, each in sets.items():
        for value in each:
            full = random.random() < 0.5
            yield {**{key: random.choice(sets[key]) for key in (sets if full else required)}, name: value}
    if further := _further(node):
        for value in _candidates(further, random, depth + 1):
            yield {**{key: random.choice(sets[key]) for key in required}, "extra": value}
        yield {key: value for key, value in zip(("extra", "more"), _candidates(further, random, depth + 1))}


# --- text, as parameters and headers are


def texts(value: Any) -> Any:
    """Return a value as it is written in a parameter: a text, or a list of them."""
    if isinstance(value, list):
        return [texts(each) for each in value]
    return value if isinstance(value, str) else json.dumps(value)


def reads(written: Any, schema: Any) -> bool:
    """Whether a server that expects a schema can read a text as one of its values."""
    if isinstance(written, list):
        readings = [list(row) for row in zip(*map(_readings, written))] or [[]]
    else:
        readings = _readings(written)
    return any(is_valid(each, schema) for each in readings if each is not None)


def _readings(text: str) -> list[Any]:
    """The text as a string, number, and boolean; where it is not one, as a string again."""
    number = json.loads(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text
    boolean = {"true": True, "false": False}.get(text, text)
    return [text, number, boolean]
