"""The keywords of schemas: those of JSON Schema 2020-12 and of OpenAPI, and how else people spell them."""

from __future__ import annotations

import re
from collections.abc import Mapping

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


def _spellings(keyword: str) -> tuple[str, ...]:
    parts = [part.lower() for part in re.findall("[A-Z]?[a-z]+", keyword)]
    first = keyword[0].upper() + keyword[1:]
    return keyword.lower(), keyword.upper(), keyword.capitalize(), first, "_".join(parts), "-".join(parts)


MISSPELT: Mapping[str, str] = {
    spelling: keyword
    for keyword in sorted(KEYWORDS)
    if keyword.isalpha()
    for spelling in _spellings(keyword)
    if spelling not in KEYWORDS
}
"""Keywords in other capitals, or with their words apart, and what each can only mean."""
