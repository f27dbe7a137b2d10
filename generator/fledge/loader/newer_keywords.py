"""Keywords of OpenAPI 3.2 in a description of an earlier version, such as FastAPI writes: Fledge reads them all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON, deep_copy
from fledge.openapi.objects import walk_objects
from fledge.openapi.pointer import evaluate, join, last_token, parent

_KEYWORDS: Mapping[str, tuple[str, ...]] = {
    "document": ("$self",),
    "server": ("name",),
    "tag": ("summary", "parent", "kind"),
    "components": ("mediaTypes",),
    "path": ("query", "additionalOperations"),
    "response": ("summary",),
    "media": ("itemSchema", "prefixEncoding", "itemEncoding"),
    "encoding": ("encoding", "prefixEncoding", "itemEncoding"),
    "example": ("dataValue", "serializedValue"),
    "scheme": ("oauth2MetadataUrl", "deprecated"),
    "discriminator": ("defaultMapping",),
}
"""The fields that 3.2 adds, by the kind of object."""

_VALUES = {("in", "querystring"): "query", ("style", "cookie"): "form"}
"""Values of parameters that 3.2 adds, and what an earlier version has in their place."""


def newer_keywords(root: Mapping[str, JSON]) -> list[str]:
    """The pointers of what the document's own version does not have; a document of 3.2 has all."""
    return [] if str(root.get("openapi", "")).startswith("3.2") else list(_pointers(root))


def _pointers(root: Mapping[str, JSON]) -> Iterator[str]:
    for kind, pointer, node in walk_objects(root):
        yield from (join(pointer, key) for key in _KEYWORDS.get(kind, ()) if key in node)
        if kind == "parameter":
            yield from (join(pointer, key) for key, value in _VALUES if node.get(key) == value)


def without_newer(root: Mapping[str, JSON], pointers: Iterable[str]) -> Mapping[str, JSON]:
    """A copy of the document in which these are left out, or have what stands for them in earlier versions."""
    result: dict[str, JSON] = deep_copy(root)
    for pointer in sorted(pointers, reverse=True):  # what is inside another one first
        node, key = evaluate(result, parent(pointer)), last_token(pointer)
        value = node.pop(key)
        if isinstance(value, str) and (key, value) in _VALUES:
            node[key] = _VALUES[key, value]
    return result


def report_newer(pointers: Iterable[str], spec: Spec, report: DiagnosticCollector) -> None:
    """Note each of these keywords once, at its first place."""
    places: dict[str, list[str]] = {}
    for pointer in pointers:
        places.setdefault(last_token(pointer), []).append(pointer)
    for keyword, where in places.items():
        count = f" ({len(where)} places)" if len(where) > 1 else ""
        report.note(
            "keyword-newer",
            f"`{keyword}` is of OpenAPI 3.2, and the description has an earlier version{count}",
            origin=spec.source_of(where[0]),
            hint="Fledge reads it all the same; other tools may require `openapi: 3.2.0`.",
        )
