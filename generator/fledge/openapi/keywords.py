"""The keywords of schemas: those of JSON Schema 2020-12 and of OpenAPI, and how else people spell them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

OF_TYPE: Mapping[str, frozenset[str]] = {
    "string": frozenset(("maxLength", "minLength", "pattern", "contentEncoding", "contentMediaType", "contentSchema")),
    "number": frozenset(("multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum")),
    "array": frozenset(
        ("items", "prefixItems", "contains", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains")
    )
    | {"unevaluatedItems"},
    "object": frozenset(
        ("properties", "patternProperties", "additionalProperties", "propertyNames", "unevaluatedProperties")
    )
    | {"maxProperties", "minProperties", "required", "dependentRequired", "dependentSchemas", "discriminator"},
}
"""The keywords that say something of values of one type only (JSON Schema 2020-12, Validation 6)."""

KEYWORDS = frozenset[str]().union(*OF_TYPE.values()) | {
    *("type", "enum", "const", "format", "nullable"),
    *("allOf", "anyOf", "oneOf", "not", "if", "then", "else"),
    *("$ref", "$defs", "definitions", "$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor"),
    *("$comment", "$vocabulary"),
    *("title", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "examples"),
    *("xml", "externalDocs"),
}
"""All keywords that a schema may have."""


def spellings(name: str) -> tuple[str, ...]:
    """Return how else people spell a name that consists of words: in other capitals, or with its words apart."""
    parts = [part.lower() for part in re.findall("[A-Z]?[a-z]+", name)]
    first = name[0].upper() + name[1:]
    spoken = name.removesuffix("Id") + "ID" if name.endswith("Id") else name.lower()
    return name.lower(), name.upper(), name.capitalize(), first, spoken, "_".join(parts), "-".join(parts)


MISSPELT: Mapping[str, str] = {
    spelling: keyword
    for keyword in sorted(KEYWORDS)
    if keyword.isalpha()
    for spelling in spellings(keyword)
    if spelling not in KEYWORDS
}
"""Keywords in other capitals, or with their words apart, and what each can only mean."""

_OTHER_FIELDS = frozenset({"openapi", "swagger", "example", "externalDocs", "items", "schemes"})
"""Fields that objects have besides those that the loader looks at: they are no other spellings."""


def _other_number(name: str) -> str:
    """A name as one in place of many, or as many in place of one."""
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name.removesuffix("s") if name.endswith("s") else f"{name}s"


def field_spellings(names: Iterable[str]) -> dict[str, str]:
    """Return other spellings of the fields of an object, also as one in place of many, and what each can only mean."""
    fields = dict.fromkeys(names)
    meant = {
        spelling: name
        for name in sorted(fields)
        for spelling in (*spellings(name), _other_number(name))
        if spelling not in fields and spelling not in _OTHER_FIELDS
    }
    return meant | ({"body": "requestBody"} if "requestBody" in fields else {})
