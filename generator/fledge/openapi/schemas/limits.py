"""Keywords of two schemas together: of two limits, the one that holds for what both allow."""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from fledge.openapi.schemas.schema import is_structural

_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")


def intersect_keywords(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """The keywords of a schema that allows what both allow; annotations are those of `one`.

    Of two lower bounds it is the greater, of two upper bounds the less (JSON Schema 2020-12, Validation 6). Two
    patterns become one that asks for both. Of keywords that have no common form, that of `one` stays.
    """
    merged = {**{key: value for key, value in other.items() if is_structural(key)}, **one}
    for key, mine in one.items():
        if key not in other:
            continue
        theirs = other[key]
        if key in _LOWER and _are_numbers(mine, theirs):
            merged[key] = max(mine, theirs)
        elif key in _UPPER and _are_numbers(mine, theirs):
            merged[key] = min(mine, theirs)
        elif key == "multipleOf" and _are_numbers(mine, theirs):
            merged[key] = _common_multiple(mine, theirs)
        elif key == "uniqueItems":
            merged[key] = mine is True or theirs is True
        elif key == "pattern" and isinstance(mine, str) and isinstance(theirs, str) and mine != theirs:
            merged[key] = "^" + "".join(f"(?=[\\s\\S]*(?:{each}))" for each in (mine, theirs))
        elif key == "not" and mine != theirs:
            merged[key] = {"anyOf": [mine, theirs]}
    return merged


def _are_numbers(*values: object) -> bool:
    return all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)


def _common_multiple(one: float, other: float) -> float:
    """The least common multiple of two positive numbers, as they are written: 0.1 is a tenth."""
    if one <= 0 or other <= 0:
        return one
    first, second = (Fraction(float.__repr__(each) if isinstance(each, float) else each) for each in (one, other))
    common = Fraction(
        math.lcm(first.numerator, second.numerator),
        math.gcd(first.denominator, second.denominator),
    )
    return common.numerator if common.denominator == 1 else float(common)
