"""Reads the prose that stands at a schema, parameter, response or operation."""

from __future__ import annotations

from fledge.builder.html_markdown import html_to_markdown
from fledge.ir import Docs
from fledge.openapi.json_values import JSON

_KEYWORDS = frozenset({"summary", "description", "deprecated", "x-fledge-inferred"})
_NO_DOCS = Docs()


def read_docs(raw: JSON) -> Docs:
    """Summary, description and marks of an object of the description; what is no object has none."""
    if not isinstance(raw, dict) or _KEYWORDS.isdisjoint(raw):
        return _NO_DOCS
    return Docs(
        summary=_markdown(raw.get("summary")),
        description=_markdown(raw.get("description")),
        deprecated=raw.get("deprecated") is True,
        inferred=raw.get("x-fledge-inferred") is True,
    )


def _markdown(value: JSON) -> str:
    return html_to_markdown(value.strip()) if isinstance(value, str) else ""
