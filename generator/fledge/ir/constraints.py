"""What limits a value beyond its type: the keywords of JSON Schema, as values that can be compared."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from typing import TypeAlias

from fledge.ir.json_values import JSONValue
from fledge.quick_dataclass import quick_dataclass

Number: TypeAlias = int | Decimal
"""A number as the description writes it: 0.1 is a tenth, and not the float that is nearest to it."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What a schema asks of its values (JSON Schema 2020-12, Validation 6; Core 10). None and () limit nothing.

    Each keyword holds for values of one JSON type only: a string has no `minimum`. The booleans of 3.0's
    `exclusiveMinimum` are numbers here. `format` is one that limits strings or numbers and has no type of its own.
    Schemas whose meaning has no place in the types are kept whole, to be compared: `contains`, `property_names`,
    `pattern_properties`, `dependent_schemas`, `if_schema` and the like. `items` and `additional_properties` are the
    constraints of the items of an array and of the values of a map, where these have no model.
    """

    minimum: Number | None = None
    maximum: Number | None = None
    exclusive_minimum: Number | None = None
    exclusive_maximum: Number | None = None
    multiple_of: Number | None = None

    default: JSONValue | None = field(default=None, repr=False)
    """What the server takes for the whole value if it is absent: it limits nothing, and is compared with the rest."""

    values: JSONValue | None = None
    """The only values, if no type lists them: several fractions, for example, or one array."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    format: str | None = None
    content_schema: JSONValue | None = None

    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    prefix_items: JSONValue | None = None
    contains: JSONValue | None = None
    min_contains: int | None = None
    max_contains: int | None = None
    closed_items: bool = False
    """Whether there are no items beyond those of `prefixItems`."""
    items: Constraints | None = None
    tuple_items: tuple[Constraints, ...] = ()
    """The constraints of each item of an array without others."""

    min_properties: int | None = None
    max_properties: int | None = None
    property_names: JSONValue | None = None
    pattern_properties: JSONValue | None = None
    closed_properties: bool = False
    """Whether there are no properties but the declared ones."""
    dependent_required: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The names of properties that a property requires, all sorted by name."""
    dependent_schemas: JSONValue | None = None
    additional_properties: Constraints | None = None

    required: tuple[str, ...] = ()
    """The properties that a part or variant requires; those of a model's own schema are in its fields."""

    all_of: tuple[Constraints, ...] = ()
    """The constraints of each part of `allOf`, where that has no model."""
    variants: tuple[Constraints, ...] = ()
    """The constraints of each branch of `anyOf` and `oneOf` but null; `NO_CONSTRAINTS` of one that has a model."""

    not_schema: JSONValue | None = None
    if_schema: JSONValue | None = None
    then_schema: JSONValue | None = None
    else_schema: JSONValue | None = None


NO_CONSTRAINTS = Constraints()
