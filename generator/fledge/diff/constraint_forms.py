"""Brings equal constraints into one form, whatever keywords they are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from fledge.ir import NO_CONSTRAINTS, Constraints, JSONScalar, Number

Limit = TypeVar("Limit", bound=Number)
Part = TypeVar("Part")
Dependent = tuple[tuple[str, tuple[str, ...]], ...]

_ANY_CHARACTERS = re.compile(
    r"(?P<start>\^?)\(?(?:\?:)?(?:\(\?s\))?"
    r"(?P<character>\.|\[\^\]|\[\\s\\S\]|\[\\S\\s\]|\[\\d\\D\]|\[\\w\\W\]|\((?:\?:)?(?:\.\|\\[nrs]|\\[nrs]\|\.)\))"
    r"(?P<count>[*+]|\{\d+(?:,\d*)?\})?\)?(?P<end>\$?)"
)
"""A pattern that says nothing but how many characters a string has."""
_NOTHING = frozenset(("", "^", "$", "()", "(?:)"))
_WORDS = (("[0-9]", r"\d"), ("[A-Za-z0-9_]", r"\w"), ("[a-zA-Z0-9_]", r"\w"), ("(?:", "("))
"""What patterns mean by other words (ECMA-262, 22.2.2.9); a group that is not captured matches the same."""
_HINTS = frozenset(("password", "textarea", "markdown", "html", "text", "string", "multiline", "code"))
"""Formats that say how to show a value, and limit nothing."""


def normalize_constraints(of: Constraints, *, is_integer: bool) -> Constraints:
    """Return equal constraints in one form: without keywords that allow every value."""
    if of is NO_CONSTRAINTS:
        return of
    parts = of.all_of
    if len(of.variants) == 1:  # the only one beside null limits as the schema itself, as in `anyOf: [X, {type: null}]`
        parts, of = (*parts, *of.variants), replace(of, variants=())
    of = replace(of, all_of=())
    for part in sorted(parts, key=repr):  # whatever their order is
        of = intersect(of, normalize_constraints(part, is_integer=is_integer))
    of = replace(of, variants=tuple(normalize_constraints(each, is_integer=is_integer) for each in of.variants))
    of = _without_lengths_of_pattern(of)
    of = replace(
        of,
        multiple_of=None if of.multiple_of == 0 or is_integer and of.multiple_of == 1 else of.multiple_of,
        min_length=of.min_length or None,
        min_items=of.min_items or None,
        min_properties=of.min_properties or None,
        format=None if of.format in _HINTS else of.format,
        min_contains=1 if of.min_contains is None else of.min_contains,
    )
    return NO_CONSTRAINTS if of == _LIMITS_NOTHING else of


_LIMITS_NOTHING = replace(NO_CONSTRAINTS, min_contains=1)


def without_kept_limits(of: Constraints, values: Iterable[JSONScalar]) -> Constraints:
    """Return constraints without the limits of strings and numbers, if all values that there can be keep them."""
    return without_limits(of) if all(keeps(each, of) for each in values) else of


def without_limits(of: Constraints) -> Constraints:
    """Return constraints without the limits of strings and numbers."""
    return replace(
        of,
        minimum=None,
        maximum=None,
        exclusive_minimum=None,
        exclusive_maximum=None,
        multiple_of=None,
        min_length=None,
        max_length=None,
        pattern=None,
    )


def keeps(value: JSONScalar, of: Constraints) -> bool:
    """Whether a string or number keeps the limits of its kind."""
    match value:
        case str():
            is_long = of.max_length is not None and len(value) > of.max_length
            return not is_long and len(value) >= (of.min_length or 0) and _matches(value, of.pattern)
        case int() | float() if not isinstance(value, bool):
            number = Decimal(str(value))
            limits = (
                of.minimum is None or number >= of.minimum,
                of.maximum is None or number <= of.maximum,
                of.exclusive_minimum is None or number > of.exclusive_minimum,
                of.exclusive_maximum is None or number < of.exclusive_maximum,
                not of.multiple_of or number % of.multiple_of == 0,
            )
            return all(limits)
        case _:
            return True


def _matches(value: str, pattern: str | None) -> bool:
    """Whether a string has a pattern; False if Python cannot read it, since it is one of ECMAScript."""
    try:
        return pattern is None or re.search(pattern, value) is not None
    except re.error:
        return False


def _without_lengths_of_pattern(of: Constraints) -> Constraints:
    """Return equal constraints, with limits of the length in place of a pattern that says nothing else."""
    if of.pattern is None or of.pattern in _NOTHING:
        return replace(of, pattern=None)
    match = _ANY_CHARACTERS.fullmatch(of.pattern)
    if match is None:
        return of
    least, most = {"*": (0, None), "+": (1, None), None: (1, 1)}.get(match["count"], (0, None))
    if (match["count"] or "").startswith("{"):
        low, comma, high = match["count"][1:-1].partition(",")
        least, most = int(low), int(high) if high else None if comma else int(low)
    if not (match["start"] and match["end"]):
        most = None  # what is before or behind may have any length
    return replace(
        of, pattern=None, min_length=_greatest(of.min_length, least or None), max_length=_least(of.max_length, most)
    )


def intersect(one: Constraints, other: Constraints) -> Constraints:
    """Return the constraints of values that both allow; what cannot be joined is a part of `all_of`."""
    rest = _rest(one, other)
    has_contains, has_condition = one.contains is not None, one.if_schema is not None
    return Constraints(
        default=other.default if one.default is None else one.default,
        minimum=_greatest(one.minimum, other.minimum),
        maximum=_least(one.maximum, other.maximum),
        exclusive_minimum=_greatest(one.exclusive_minimum, other.exclusive_minimum),
        exclusive_maximum=_least(one.exclusive_maximum, other.exclusive_maximum),
        multiple_of=one.multiple_of or other.multiple_of,
        values=one.values or other.values,
        min_length=_greatest(one.min_length, other.min_length),
        max_length=_least(one.max_length, other.max_length),
        pattern=one.pattern or other.pattern,
        format=one.format or other.format,
        content_schema=one.content_schema or other.content_schema,
        min_items=_greatest(one.min_items, other.min_items),
        max_items=_least(one.max_items, other.max_items),
        unique_items=one.unique_items or other.unique_items,
        prefix_items=one.prefix_items or other.prefix_items,
        contains=one.contains or other.contains,
        min_contains=(one if has_contains else other).min_contains,
        max_contains=(one if has_contains else other).max_contains,
        closed_items=one.closed_items or other.closed_items,
        items=one.items or other.items,
        tuple_items=one.tuple_items or other.tuple_items,
        min_properties=_greatest(one.min_properties, other.min_properties),
        max_properties=_least(one.max_properties, other.max_properties),
        property_names=one.property_names or other.property_names,
        pattern_properties=one.pattern_properties or other.pattern_properties,
        closed_properties=one.closed_properties or other.closed_properties,
        dependent_required=_join_dependent(one.dependent_required, other.dependent_required),
        dependent_schemas=one.dependent_schemas or other.dependent_schemas,
        additional_properties=one.additional_properties or other.additional_properties,
        required=tuple(sorted({*one.required, *other.required})),
        variants=one.variants or other.variants,
        not_schema=one.not_schema or other.not_schema,
        if_schema=(one if has_condition else other).if_schema,
        then_schema=(one if has_condition else other).then_schema,
        else_schema=(one if has_condition else other).else_schema,
        all_of=(*one.all_of, *other.all_of, *([rest] if rest != NO_CONSTRAINTS else [])),
    )


def _rest(one: Constraints, other: Constraints) -> Constraints:
    """Return what `other` asks beside `one` in a keyword that both have; patterns and the like are joined before."""
    conditions = [(each.if_schema, each.then_schema, each.else_schema) for each in (one, other)]
    has_condition = one.if_schema and other.if_schema and conditions[0] != conditions[1]
    contains = _other(one.contains, other.contains)
    return Constraints(
        values=_other(one.values, other.values),
        format=_other(one.format, other.format),
        content_schema=_other(one.content_schema, other.content_schema),
        prefix_items=_other(one.prefix_items, other.prefix_items),
        contains=contains,
        min_contains=other.min_contains if contains else None,
        max_contains=other.max_contains if contains else None,
        items=_other(one.items, other.items),
        tuple_items=_other(one.tuple_items, other.tuple_items) or (),
        property_names=_other(one.property_names, other.property_names),
        pattern_properties=_other(one.pattern_properties, other.pattern_properties),
        dependent_schemas=_other(one.dependent_schemas, other.dependent_schemas),
        additional_properties=_other(one.additional_properties, other.additional_properties),
        variants=_other(one.variants, other.variants) or (),
        if_schema=other.if_schema if has_condition else None,
        then_schema=other.then_schema if has_condition else None,
        else_schema=other.else_schema if has_condition else None,
    )


def _other(one: Part | None, other: Part | None) -> Part | None:
    """Return the other one of two different values; None if one is missing."""
    return other if one and other and one != other else None


def _join_dependent(one: Dependent, other: Dependent) -> Dependent:
    names = dict(one)
    for name, required in other:
        names[name] = tuple(sorted({*names.get(name, ()), *required}))
    return tuple(sorted(names.items()))


def _greatest(one: Limit | None, other: Limit | None) -> Limit | None:
    return other if one is None else one if other is None else max(one, other)


def _least(one: Limit | None, other: Limit | None) -> Limit | None:
    return other if one is None else one if other is None else min(one, other)


def pattern_form(pattern: str | None) -> str | None:
    """Return what equal patterns have in common, which need not be a pattern itself."""
    for words, form in _WORDS if pattern else ():
        pattern = pattern and pattern.replace(words, form)
    return pattern
