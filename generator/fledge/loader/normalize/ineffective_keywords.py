"""Keywords of schemas that count nothing: no schema has them, or none of this type. What stands there was meant to."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from fledge.diagnostics.diagnostic import DiagnosticCollector, Severity
from fledge.diagnostics.plural import repeated
from fledge.loader.document_tree import DocumentTree
from fledge.loader.normalize.type_words import TYPES
from fledge.loader.normalize.well_formed import MISSPELT_REFERENCES
from fledge.openapi.json_values import JSON
from fledge.openapi.keywords import KEYWORDS, OF_TYPE
from fledge.openapi.pointer import join

_ENOUGH = 0.75
"""How much of two keywords must be the same, so that one may be meant by the other."""

_FORMATS = {
    name.replace("-", ""): name
    for name in (
        *("date-time", "date", "time", "duration", "uuid", "email", "uri", "byte", "binary", "base64url", "password"),
        *("decimal", "int32", "int64", "float", "double", "hostname", "ipv4", "ipv6"),
    )
}
"""Formats by their letters (OpenAPI Format Registry)."""


class IneffectiveKeywords:
    """The keywords of one description that count nothing, each with its first place and how often it is there."""

    def __init__(self) -> None:
        self._unknown: dict[str, list[tuple[str, JSON]]] = {}
        self._foreign: dict[tuple[str, str], list[str]] = {}
        self._formats: dict[str, list[str]] = {}

    def look(self, pointer: str, schema: dict[str, JSON]) -> None:
        """Remember what counts nothing in one schema: few have such a keyword."""
        form = schema.get("format")
        if isinstance(form, str) and _meant_format(form) not in (None, form):
            self._formats.setdefault(form, []).append(f"{pointer}/format")
        stated = schema.get("type")
        name = stated if isinstance(stated, str) else ""
        effective = _effective_for(name)
        if effective.issuperset(schema):
            return
        for key in schema:
            if key in effective or key.startswith("x-"):
                continue
            if key not in KEYWORDS:
                if key not in MISSPELT_REFERENCES:
                    self._unknown.setdefault(key, []).append((join(pointer, key), schema[key]))
            elif schema[key]:  # `uniqueItems: false` says nothing of a list either
                self._foreign.setdefault((key, name), []).append(f"{pointer}/{key}")

    def report(self, tree: DocumentTree, report: DiagnosticCollector) -> None:
        """Report each keyword once."""
        for key, members in self._unknown.items():
            pointer, value = members[0]
            meant = get_close_matches(key, _PROPOSED, n=1, cutoff=_ENOUGH)
            is_property = isinstance(value, dict) and not KEYWORDS.isdisjoint(value)
            hint = "Put it into `properties`." if is_property else "Remove it, or let its name begin with `x-`."
            hint = "Write what it holds in its place." if key == "schema" else hint
            report.add(
                Severity.WARNING if meant or isinstance(value, (dict, list)) else Severity.NOTE,
                "keyword-unknown",
                f"A schema has no keyword `{key}`; Fledge ignores it{repeated(len(members))}.",
                origin=tree.origin(pointer),
                hint=f"Did you mean `{meant[0]}`?" if meant else hint,
            )
        for form, pointers in self._formats.items():
            report.note(
                "keyword-without-effect",
                f"`{form}` is no format that Fledge knows, so that it says nothing{repeated(len(pointers))}.",
                origin=tree.origin(pointers[0]),
                hint=f"Did you mean `{_meant_format(form)}`?",
            )
        for (key, name), pointers in self._foreign.items():
            report.note(
                "keyword-without-effect",
                f"`{key}` says nothing of a value whose type is {name}{repeated(len(pointers))}.",
                origin=tree.origin(pointers[0]),
                hint="Remove it, or correct the `type`.",
            )


@cache
def _meant_format(form: str) -> str | None:
    """The format that has the same letters, such as `date-time` for `dateTime`."""
    return _FORMATS.get(form.strip().lower().replace("-", "").replace("_", ""))


_PROPOSED = sorted(key for key in KEYWORDS if key == "$ref" or not key.startswith("$"))


@cache
def _effective_for(name: str) -> frozenset[str]:
    """The keywords that say something of values of a type, or of any type if there is none by that name."""
    if name not in TYPES:
        return KEYWORDS
    keywords = OF_TYPE.get("number" if name == "integer" else name, frozenset())
    return KEYWORDS - frozenset[str]().union(*OF_TYPE.values()) | keywords
