"""The names that a file gives to its own schemas: `$id`, `$anchor`, `$dynamicAnchor` (JSON Schema 2020-12, 8.2), `$self`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fledge.loader.sources.urls import join_url
from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import join, nearest
from fledge.quick_dataclass import quick_dataclass

_KEYWORD = re.compile(r"\$(?:id|anchor|dynamicAnchor|self)")

_DATA_KEYS = ("example", "examples", "default", "enum", "const", "value")
"""What looks like an identifier below these keys is data."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """The identifiers of one file. `base` is the URI that its references are relative to (OpenAPI 3.2, 4.1.2.2)."""

    base: str
    bases: dict[str, str]
    """By the pointer of a schema with `$id`: that URI, made absolute."""

    uris: dict[str, str]
    """The pointers of these schemas, by their URIs as they are spelled and made absolute."""

    anchors: dict[str, list[str]]
    """The pointers of schemas by the name of their anchor, in the document's order."""

    def holder(self, pointer: str) -> str:
        """The pointer of the nearest schema with `$id` at or above a node; `""` if there is none."""
        return nearest(pointer, self.bases) or ""


def read_identifiers(text: str, value: JSON, address: str) -> Identifiers:
    """The identifiers of a file with that text and value."""
    identifiers = Identifiers(base=_self(value, address), bases={}, uris={}, anchors={})
    if not _KEYWORD.search(text):
        return identifiers
    if identifiers.base != address:
        identifiers.uris[identifiers.base] = ""
    for pointer, node, base in _schemas(value, identifiers.base):
        if isinstance(node.get("$id"), str):
            identifiers.bases[pointer] = base
            for uri in (base, node["$id"].rstrip("#")):
                identifiers.uris.setdefault(uri, pointer)
        for keyword in ("$anchor", "$dynamicAnchor"):
            if isinstance(node.get(keyword), str):
                identifiers.anchors.setdefault(node[keyword], []).append(pointer)
    return identifiers


def _self(value: JSON, address: str) -> str:
    uri = value.get("$self") if isinstance(value, dict) else None
    return (join_url(address, uri) if isinstance(uri, str) else "") or address


def _schemas(value: JSON, base: str) -> Iterator[tuple[str, dict[str, JSON], str]]:
    """All objects that may be schemas, with the base that holds for each."""
    stack: list[tuple[str, JSON, str, bool]] = [("", value, base, False)]
    while stack:
        pointer, node, base, has_names = stack.pop()
        below: list[tuple[str, JSON, str, bool]] = []
        if isinstance(node, dict):
            if not has_names:
                identifier = node.get("$id")
                if isinstance(identifier, str):
                    base = join_url(base, identifier.rstrip("#")) or base
                yield pointer, node, base
            for key, member in node.items():
                is_data = not has_names and (key in _DATA_KEYS or key.startswith("x-"))
                if isinstance(member, (dict, list)) and not is_data:
                    below.append((join(pointer, key), member, base, key == "properties" and not has_names))
        elif isinstance(node, list):
            below = [(f"{pointer}/{index}", member, base, False) for index, member in enumerate(node)]
        below.reverse()
        stack += below
