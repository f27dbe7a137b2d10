"""Constraints and defaults in words, for docstrings."""

from __future__ import annotations

import json

from fledge.ir import Constraints, JSONValue, Number


def constraint_phrases(constraints: Constraints, default: JSONValue | None) -> tuple[str, ...]:
    """Return a short phrase for each constraint that a caller should know, and one for the default."""
    phrases: list[str] = []
    if len(constraints.variants) == 1:  # the other one is null
        phrases += constraint_phrases(constraints.variants[0], None)
    low, high = constraints.minimum, constraints.maximum
    if low is not None and high is not None:
        phrases.append(f"{_number(low)} to {_number(high)}")
    elif low is not None and low != 0:
        phrases.append(f"at least {_number(low)}")
    elif high is not None:
        phrases.append(f"at most {_number(high)}")
    phrases += _count(constraints.min_length, constraints.max_length, "characters")
    phrases += _count(constraints.min_items, constraints.max_items, "items")
    if constraints.pattern is not None:
        phrases.append(f"matches `{constraints.pattern}`")
    if default is not None and default.plain is not None:
        phrases.append(f"default: `{default_text(default)}`")
    return tuple(dict.fromkeys(phrases))


def default_text(default: JSONValue) -> str:
    """Return a default as readers expect it: a string without quotes, unless it is empty."""
    return default.plain if isinstance(default.plain, str) and default.plain else str(default)


def _count(least: int | None, most: int | None, unit: str) -> list[str]:
    if most and least == most:
        return [f"exactly {most} {unit if most > 1 else unit.removesuffix('s')}"]
    if most is not None:
        return [f"{least} to {most} {unit}" if least else f"at most {most} {unit}"]
    if least:
        return ["not empty" if least == 1 else f"at least {least} {unit}"]
    return []


def _number(value: Number) -> str:
    return json.dumps(value if isinstance(value, int) else float(value))
