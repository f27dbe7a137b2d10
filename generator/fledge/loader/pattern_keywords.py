"""JSON Schema's keywords with patterns, for defaults: a pattern of a description may ask Python's `re` for years.

jsonschema-rs takes a time that grows with the text, and gives up where a pattern with a lookaround asks for more.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from fledge.openapi.json_values import JSON

BACKTRACKING = 100_000
"""Steps back that a search may take."""

_Keyword = Callable[[Any, Any, JSON, Mapping[str, JSON]], Iterator[Any]]


def with_bounded_patterns(validator: Any) -> Any:
    """A validator class of jsonschema whose patterns are searched for in bounded time."""
    validators: Any = importlib.import_module("jsonschema.validators")  # its stubs are a package apart
    keywords = {
        "pattern": _pattern,
        "patternProperties": _pattern_properties,
        "additionalProperties": _with_plain_patterns(validator.VALIDATORS["additionalProperties"]),
        "unevaluatedProperties": _unless_patterns(validator.VALIDATORS["unevaluatedProperties"]),
    }
    return validators.extend(validator, keywords)


def _pattern(validator: Any, pattern: JSON, instance: JSON, schema: Mapping[str, JSON]) -> Iterator[Any]:
    exceptions: Any = importlib.import_module("jsonschema.exceptions")
    if isinstance(instance, str) and not _is_in(str(pattern), instance):
        yield exceptions.ValidationError(f"{instance!r} does not match {pattern!r}")


def _pattern_properties(validator: Any, patterns: Any, instance: JSON, schema: Mapping[str, JSON]) -> Iterator[Any]:
    for pattern, below in patterns.items():
        for key in _matching(pattern, instance):
            yield from validator.descend(instance[key], below, path=key, schema_path=pattern)


def _with_plain_patterns(keyword: _Keyword) -> _Keyword:
    """The keyword, for which `patternProperties` has the very keys that its patterns match."""

    def check(validator: Any, value: Any, instance: JSON, schema: Mapping[str, JSON]) -> Iterator[Any]:
        if patterns := schema.get("patternProperties"):
            keys = [key for pattern in patterns for key in _matching(pattern, instance)]
            schema = {**schema, "patternProperties": {f"^{re.escape(key)}$": True for key in keys}}
        yield from keyword(validator, value, instance, schema)

    return check


def _unless_patterns(keyword: _Keyword) -> _Keyword:
    """The keyword, which is not looked at where an object may have a key by a pattern: it asks all schemas around."""

    def check(validator: Any, value: Any, instance: JSON, schema: Mapping[str, JSON]) -> Iterator[Any]:
        if schema.keys().isdisjoint({"patternProperties", "allOf", "anyOf", "oneOf", "$ref", "if"}):
            yield from keyword(validator, value, instance, schema)

    return check


def _matching(pattern: str, instance: JSON) -> list[str]:
    return [key for key in instance if _is_in(pattern, key)] if isinstance(instance, dict) else []


def _is_in(pattern: str, text: str) -> bool:
    """Whether a pattern matches a part of a text; a pattern that is none was reported already."""
    search = _search(pattern)
    return search is None or bool(search.is_valid(text))


@cache
def _search(pattern: str) -> Any:
    import jsonschema_rs

    options = jsonschema_rs.FancyRegexOptions(backtrack_limit=BACKTRACKING)
    try:
        return jsonschema_rs.validator_for({"pattern": pattern}, pattern_options=options)
    except ValueError:
        return None
