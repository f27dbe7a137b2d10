"""Descriptions of APIs in other formats than OpenAPI, by what their texts begin with."""

from __future__ import annotations

import re

_FORMATS = {
    "a Postman collection": r"""_postman_id|schema\.getpostman\.com""",
    "an AsyncAPI description": r"""^\s*\{?\s*["']?asyncapi["']?\s*:""",
    "an Arazzo description": r"""^\s*\{?\s*["']?arazzo["']?\s*:""",
    "an Insomnia export": r""""_type"\s*:\s*"export"|^type:\s*collection\.insomnia""",
    "an HTTP archive (HAR)": r"""\A\s*\{\s*"log"\s*:\s*\{\s*"(?:version|creator|entries)\"""",
    "a GraphQL schema": r""""__schema"\s*:|^(?:type\s+Query|schema)\s*\{""",
    "a WSDL description": r"""<(?:\w+:)?definitions\b""",
    "a RAML description": r"""\A#%RAML""",
    "an API Blueprint": r"""\AFORMAT:\s*1A""",
    "a Protocol Buffers file": r"""^syntax\s*=\s*["']proto\d""",
    "a JSON Schema": r""""?\$schema"?\s*:\s*["']?https?://json-schema\.org""",
}
_PATTERNS = {name: re.compile(pattern, re.MULTILINE) for name, pattern in _FORMATS.items()}
_BEGINNING = 4_000

CONVERT = "Export it as OpenAPI, or convert it to OpenAPI with a tool of that format."
"""What to do with a description in another format."""


def other_format(text: str) -> str:
    """What a text that is no OpenAPI description is, such as `a Postman collection`; nothing if nobody knows."""
    return next((name for name, pattern in _PATTERNS.items() if pattern.search(text[:_BEGINNING])), "")
