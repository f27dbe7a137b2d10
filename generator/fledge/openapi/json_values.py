"""JSON as a parser returns it, and looks at it that always give a value of the type that a standard promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

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


def is_same_scalar(one: JSON, other: JSON) -> bool:
    """Whether two values that hold no others are equal (JSON Schema 2020-12, Core 4.2.2): 1 and 1.0 are, 1 and true not."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


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


def as_object(value: JSON) -> dict[str, JSON]:
    """The value if it is an object, or an empty one."""
    return value if isinstance(value, dict) else {}


def as_array(value: JSON) -> list[JSON]:
    """The value if it is an array, or an empty one."""
    return value if isinstance(value, list) else []


def as_string(value: JSON) -> str:
    """The value if it is a string, or an empty one."""
    return value if isinstance(value, str) else ""


def reference_of(node: JSON) -> str | None:
    """The `$ref` of an object (OpenAPI 3.1, 4.8.23); None if there is none that is a string."""
    reference = node.get("$ref") if isinstance(node, dict) else None
    return reference if isinstance(reference, str) else None


def is_alias(node: JSON) -> bool:
    """Whether an object is nothing but a reference."""
    return isinstance(node, dict) and len(node) == 1 and isinstance(node.get("$ref"), str)
