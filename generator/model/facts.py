"""What a schema says for readers only: descriptions, defaults and constraints, in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.model.api import Docs
from generator.model.prose import markdown

_DOCS = frozenset({"summary", "description", "deprecated", "x-fledge-inferred"})
_FACTS = frozenset({"minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "default"})
_NO_DOCS = Docs()


def docs(raw: Any) -> Docs:
    """The prose of a schema, parameter, response or operation."""
    if not isinstance(raw, dict) or _DOCS.isdisjoint(raw):
        return _NO_DOCS
    return Docs(
        summary=_text(raw.get("summary")),
        description=_text(raw.get("description")),
        deprecated=raw.get("deprecated") is True,
        inferred=raw.get("x-fledge-inferred") is True,
    )


def facts(keywords: Mapping[str, Any]) -> tuple[str, ...]:
    """Constraints and default of a schema, a short phrase each; they are told and never enforced."""
    if _FACTS.isdisjoint(keywords):
        return ()
    found: list[str] = []
    low, high = keywords.get("minimum"), keywords.get("maximum")
    if low is not None and high is not None:
        found.append(f"{_number(low)} to {_number(high)}")
    elif low is not None and low != 0:
        found.append(f"at least {_number(low)}")
    elif high is not None:
        found.append(f"at most {_number(high)}")
    for keyword, unit in (("Length", "characters"), ("Items", "items")):
        least, most = keywords.get(f"min{keyword}"), keywords.get(f"max{keyword}")
        if isinstance(most, int):
            found.append(f"{least} to {most} {unit}" if isinstance(least, int) and least else f"at most {most} {unit}")
        elif isinstance(least, int) and least:
            found.append("not empty" if least == 1 else f"at least {least} {unit}")
    if isinstance(keywords.get("pattern"), str):
        found.append(f"matches `{keywords['pattern']}`")
    if "default" in keywords and keywords["default"] is not None:
        default = keywords["default"]
        shown = default if isinstance(default, str) and default else json.dumps(default, ensure_ascii=False)
        found.append(f"default: `{shown}`")
    return tuple(found)


def _number(value: Any) -> str:
    return json.dumps(value)


def _text(value: Any) -> str:
    return markdown(value.strip()) if isinstance(value, str) else ""
