"""Reads the prose that stands at a schema, parameter, response or operation."""

from __future__ import annotations

from fledge.builder.html_markdown import html_to_markdown
from fledge.ir import Docs
from fledge.openapi.json_values import JSON, is_object

_KEYWORDS = frozenset({"summary", "description", "deprecated", "x-fledge-inferred"})
_NO_DOCS = Docs()


def read_docs(raw: JSON) -> Docs:
    """Summary, description and marks of an object of the description; what is no object has none."""
    if not is_object(raw) or _KEYWORDS.isdisjoint(raw):
        return _NO_DOCS
    return Docs(
        summary=_markdown(raw["summary"]) if "summary" in raw else "",
        description=_markdown(raw["description"]) if "description" in raw else "",
        deprecated=raw.get("deprecated") is True,
        inferred=raw.get("x-fledge-inferred") is True,
    )


def _markdown(text: JSON) -> str:
    return html_to_markdown(text.strip()) if isinstance(text, str) else ""
