"""Descriptions of APIs in other formats than OpenAPI, by what their texts begin with."""

from __future__ import annotations

import re

_OVERLAY = "an OpenAPI Overlay"

_FORMATS = {
    "a Postman collection": r"""_postman_id|schema\.getpostman\.com""",
    "an AsyncAPI description": r"""^\s*\{?\s*["']?asyncapi["']?\s*:""",
    _OVERLAY: r"""^\s*\{?\s*["']?overlay["']?\s*:\s*["']?1\.""",
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

_CONVERT = "Export it as OpenAPI, or convert it to OpenAPI with a tool of that format."


def other_format(text: str) -> str:
    """What a text that is no OpenAPI description is, such as `a Postman collection`; nothing if nobody knows."""
    return next((name for name, pattern in _PATTERNS.items() if pattern.search(text[:_BEGINNING])), "")


def format_hint(kind: str) -> str:
    """What to do with a description in another format, which `other_format` named."""
    return "Name the description that it changes, and the Overlay in `overlays`." if kind == _OVERLAY else _CONVERT
