"""Plain schemas: those of one scalar type that hold no other schema and stand for none. Most properties are plain."""

from __future__ import annotations

from typing import TypeAlias

from fledge.openapi.json_values import JSON
from fledge.openapi.schemas.derived import is_component
from fledge.openapi.schemas.nodes import Nodes

PlainType: TypeAlias = tuple[str, str, bool, bool]
"""What a plain schema says: its JSON type, its format or "", whether null is allowed, and whether that is all but examples."""

HOLDING = frozenset(
    {
        "properties",
        "patternProperties",
        "dependentSchemas",
        "additionalProperties",
        "unevaluatedProperties",
        "if",
        "then",
        "else",
        "required",
        "items",
        "prefixItems",
        "oneOf",
        "anyOf",
        "discriminator",
    }
)
"""Keywords without which a schema holds no other one, and asks for no property: most schemas are such leaves."""

STANDING = frozenset({"$ref", "allOf", "oneOf", "anyOf"})
"""Keywords by which a schema may stand for another one alone."""

BEYOND_FORMAT = frozenset({"contentEncoding", "contentMediaType", "pattern"})
"""Keywords beside `format` by which a string may be more than text."""

_NOT_PLAIN = HOLDING | STANDING | BEYOND_FORMAT | {"const", "enum"}
_BARE = frozenset({"type", "format", "title", "example", "examples"})
_SCALARS = ("string", "integer", "number", "boolean")


class PlainTypes(dict[str, PlainType | None]):
    """The types of schemas by their pointers, each read once; None of a component, and of what is not plain.

    So a schema with a type here has no model, and is made of no other one.
    """

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes

    def __missing__(self, pointer: str) -> PlainType | None:
        of = plain_type(self._nodes[pointer])
        if of is not None and is_component(pointer):
            of = None
        self[pointer] = of
        return of


def plain_type(raw: JSON) -> PlainType | None:
    """The type of a schema that is plain, unless it is a component."""
    if not isinstance(raw, dict) or not _NOT_PLAIN.isdisjoint(raw):
        return None
    named = raw.get("type")
    is_nullable = False
    if isinstance(named, list) and len(named) == 2 and "null" in named:
        named = named[named[0] == "null"]
        is_nullable = True
    if named not in _SCALARS:
        return None
    form = raw.get("format", "")
    return named, form if isinstance(form, str) else "", is_nullable, _BARE.issuperset(raw)
