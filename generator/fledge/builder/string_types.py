"""The types of strings, by their formats, encodings and patterns."""

from __future__ import annotations

import re

from fledge.ir import STRING_FORMATS, Scalar
from fledge.openapi.schemas.plain import BEYOND_FORMAT
from fledge.openapi.schemas.schema import Schema

_PYDANTIC_DECIMAL = "^(?!^[-+.]*$)[+-]?0*"
"""What the patterns of decimals that Pydantic writes begin with."""


def string_type(schema: Schema) -> Scalar:
    """The type of the strings of a schema."""
    if schema.format == "binary" or not BEYOND_FORMAT.isdisjoint(schema.keywords):
        if schema.content_encoding == "base64":
            return Scalar.BYTES
        if schema.content_encoding == "base64url":
            return Scalar.BASE64URL
        if schema.format == "binary" or schema.content_media_type is not None:
            return Scalar.FILE
        if str(schema.keywords.get("pattern", "")).startswith(_PYDANTIC_DECIMAL):
            return Scalar.DECIMAL
    typed = STRING_FORMATS.get(schema.format)
    return typed.type if typed else Scalar.STR


def is_decimal_text(schema: Schema) -> bool:
    """Whether the strings of a schema are numbers, by its pattern."""
    pattern = schema.keywords.get("pattern")
    if schema.types != ("string",) or schema.format not in ("", "decimal") or not isinstance(pattern, str):
        return schema.types == ("string",) and schema.format == "decimal"
    try:
        matches = re.compile(pattern).search
    except re.error:
        return False
    return all(map(matches, ("1", "12"))) and not any(map(matches, ("", "-", "a", "1a", "a1", "1-1", "2030-01-31")))
