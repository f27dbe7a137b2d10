"""What each keyword of a schema limits: the field of `Constraints`, and the value that is in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from fledge.ir import JSONValue, Number
from fledge.openapi.json_values import JSON, as_object, as_strings, is_array, is_object


def _number(value: JSON) -> Number | None:
    """A number that compares exactly: the shortest text of a float is what the description writes."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value if isinstance(value, int) else Decimal(float.__repr__(value))


def _count(value: JSON) -> int | None:
    number = _number(value)
    return int(number) if number is not None and number == int(number) else None


def _least(value: JSON) -> int | None:
    return _count(value) or None


def _text(value: JSON) -> str | None:
    return value if isinstance(value, str) and value else None


def _filled(value: JSON) -> JSONValue | None:
    return JSONValue(value) if value else None


def _schema(value: JSON) -> JSONValue | None:
    return None if value is True or value == {} else JSONValue(value)


def _names(value: JSON) -> JSONValue | None:
    return None if value == {"type": "string"} else _schema(value)


def _dependent_schemas(value: JSON) -> JSONValue | None:
    schemas = {name: each for name, each in as_object(value).items() if each is not True and each != {}}
    return _filled(schemas)


def _excluded(value: JSON) -> JSONValue | None:
    return None if value is False else JSONValue(value)


def _closed(value: JSON) -> bool | None:
    return True if value is False else None


def _unique(value: JSON) -> bool | None:
    return True if value is True else None


def _dependent_required(value: JSON) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    if not is_object(value):
        return None
    names = (
        (name, tuple(sorted(as_strings(required)))) for name, required in sorted(value.items()) if is_array(required)
    )
    return tuple((name, required) for name, required in names if required) or None


LIMITS_OF_KEYWORDS: Mapping[str, tuple[str, Callable[[JSON], JSON]]] = {
    "minimum": ("minimum", _number),
    "maximum": ("maximum", _number),
    "exclusiveMinimum": ("exclusive_minimum", _number),
    "exclusiveMaximum": ("exclusive_maximum", _number),
    "multipleOf": ("multiple_of", _number),
    "minLength": ("min_length", _least),
    "maxLength": ("max_length", _count),
    "minItems": ("min_items", _least),
    "maxItems": ("max_items", _count),
    "minContains": ("min_contains", _count),
    "maxContains": ("max_contains", _count),
    "minProperties": ("min_properties", _least),
    "maxProperties": ("max_properties", _count),
    "pattern": ("pattern", _text),
    "format": ("format", _text),
    "contains": ("contains", JSONValue),
    "contentSchema": ("content_schema", _schema),
    "prefixItems": ("prefix_items", _filled),
    "propertyNames": ("property_names", _names),
    "patternProperties": ("pattern_properties", _filled),
    "dependentSchemas": ("dependent_schemas", _dependent_schemas),
    "not": ("not_schema", _excluded),
    "if": ("if_schema", JSONValue),
    "then": ("then_schema", _schema),
    "else": ("else_schema", _schema),
    "items": ("closed_items", _closed),
    "unevaluatedItems": ("closed_items", _closed),
    "additionalProperties": ("closed_properties", _closed),
    "unevaluatedProperties": ("closed_properties", _closed),
    "uniqueItems": ("unique_items", _unique),
    "dependentRequired": ("dependent_required", _dependent_required),
}
"""The field of each keyword that limits values, and what reads its value; that returns None if the value limits nothing."""
