"""JSON as a parser returns it, and looks at it that always give a value of the type that a standard promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias, TypeGuard

JSON: TypeAlias = Any
"""What `json.loads` returns. Behind the loader, the tree is shared and nobody changes it."""


class LiteralFloat(float):
    """A number that Python would print otherwise: `1.10` may be a version, which is not 1.1. `text` is its spelling."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, value: float, text: str = "") -> LiteralFloat:
        number = super().__new__(cls, value)
        number.text = text
        return number


def literal_float(value: float, text: str) -> float:
    """A number that remembers its spelling where Python would print another one."""
    return value if repr(value) == text else LiteralFloat(value, text)


def literal_text(value: str | int | float) -> str:
    """A scalar as it was written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.text if isinstance(value, LiteralFloat) and value.text else str(value)


def is_same_scalar(one: JSON, other: JSON) -> bool:
    """Whether two values that hold no others are equal (JSON Schema 2020-12, Core 4.2.2): 1 and 1.0 are, 1 and true not."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def is_same(one: JSON, other: JSON) -> bool:
    """The same of any two values; the order of an object's members means nothing."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return is_same_scalar(one, other)


def has_type(value: JSON, types: Iterable[str]) -> bool:
    """Whether a value is of one of JSON Schema's types (JSON Schema 2020-12, Validation 6.1.1): 1.0 is an integer."""
    match value:
        case None:
            kinds: tuple[str, ...] = ("null",)
        case bool():
            kinds = ("boolean",)
        case int():
            kinds = ("integer", "number")
        case float():
            kinds = ("integer", "number") if value.is_integer() else ("number",)
        case str():
            kinds = ("string",)
        case list():
            kinds = ("array",)
        case _:
            kinds = ("object",)
    return not set(kinds).isdisjoint(types)


def is_object(value: JSON) -> TypeGuard[dict[str, JSON]]:
    """Whether a value is an object: a schema may be true or false instead."""
    return isinstance(value, dict)


def is_array(value: JSON) -> TypeGuard[list[JSON]]:
    """Whether a value is an array."""
    return isinstance(value, list)


def with_whole_numbers(value: JSON) -> JSON:
    """1.0 as 1, at any depth: YAML writers lose the difference, and on the wire there is none."""
    if isinstance(value, dict):
        return {key: with_whole_numbers(member) for key, member in value.items()}
    if isinstance(value, list):
        return [with_whole_numbers(member) for member in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def first_difference(one: JSON, other: JSON) -> list[str]:
    """The tokens that lead to the first place, in the order of `one`, at which two values differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key, value in one.items():
            if key not in other:
                return [key]
            if not is_same(value, other[key]):
                return [key, *first_difference(value, other[key])]
        return [key for key in other if key not in one][:1]
    if isinstance(one, list) and isinstance(other, list):
        for index, value in enumerate(one):
            if index < len(other) and not is_same(value, other[index]):
                return [str(index), *first_difference(value, other[index])]
    return []


def deep_copy(node: JSON) -> JSON:
    """A copy that shares nothing with the node."""
    if isinstance(node, dict):
        return {key: deep_copy(value) for key, value in node.items()}
    if isinstance(node, list):
        return [deep_copy(value) for value in node]
    return node


def as_object(value: JSON) -> dict[str, JSON]:
    """The value if it is an object, or an empty one."""
    return value if isinstance(value, dict) else {}


def as_array(value: JSON) -> list[JSON]:
    """The value if it is an array, or an empty one."""
    return value if isinstance(value, list) else []


def as_string(value: JSON) -> str:
    """The value if it is a string, or an empty one."""
    return value if isinstance(value, str) else ""


def as_strings(value: JSON) -> list[str]:
    """The strings of an array, without other values; none of what is no array."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def reference_of(node: JSON) -> str | None:
    """The `$ref` of an object (OpenAPI 3.1, 4.8.23); None if there is none that is a string."""
    reference = node.get("$ref") if isinstance(node, dict) else None
    return reference if isinstance(reference, str) else None


def is_alias(node: JSON) -> bool:
    """Whether an object is nothing but a reference."""
    return isinstance(node, dict) and len(node) == 1 and isinstance(node.get("$ref"), str)
