"""Reads the prose that stands at a schema, parameter, response or operation."""

from __future__ import annotations

from fledge.builder.html_markdown import html_to_markdown
from fledge.ir import Docs
from fledge.openapi.json_values import JSON, as_object

_KEYWORDS = frozenset({"summary", "description", "deprecated", "x-fledge-inferred"})
_NO_DOCS = Docs()


def read_docs(raw: JSON) -> Docs:
    """Summary, description and marks of an object of the description; what is no object has none."""
    keywords = as_object(raw)
    if _KEYWORDS.isdisjoint(keywords):
        return _NO_DOCS
    return Docs(
        summary=_markdown(keywords.get("summary")),
        description=_markdown(keywords.get("description")),
        deprecated=keywords.get("deprecated") is True,
        inferred=keywords.get("x-fledge-inferred") is True,
    )


def _markdown(text: JSON) -> str:
    return html_to_markdown(text.strip()) if isinstance(text, str) else ""
