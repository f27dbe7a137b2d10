"""Words that descriptions have as a `type`, and that JSON Schema does not: the nearest type takes their place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.plural import repeated
from fledge.loader.document_tree import DocumentTree
from fledge.openapi.json_values import JSON

TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
"""Those of JSON Schema (JSON Schema 2020-12, Validation 6.1.1)."""

_WORDS: Mapping[str, tuple[str, str]] = {
    **{word: ("integer", "") for word in ("bigint", "int", "long", "short", "smallint", "tinyint", "uint")},
    **{f"{sign}int{size}": ("integer", f"int{size}") for size in (8, 16, 32, 64) for sign in ("", "u")},
    **{word: ("number", word) for word in ("double", "float")},
    **{word: ("number", "") for word in ("float32", "float64", "numeric", "real")},
    "decimal": ("number", "decimal"),
    "bool": ("boolean", ""),
    **{word: ("string", "") for word in ("char", "character", "str", "text", "varchar")},
    **{word: ("string", word) for word in ("byte", "date", "duration", "email", "password", "time", "uri", "uuid")},
    **{word: ("string", "date-time") for word in ("datetime", "date-time")},
    "guid": ("string", "uuid"),
    "url": ("string", "uri"),
    **{word: ("string", "binary") for word in ("binary", "blob", "file")},
    **{word: ("array", "") for word in ("arraylist", "collection", "list", "sequence", "set", "tuple")},
    **{word: ("object", "") for word in ("dict", "dictionary", "hash", "hashmap", "map", "struct")},
    **{word: ("null", "") for word in ("nil", "none")},
}
"""The type and the format that each word stands for, in lower case."""

_LIST = re.compile(r"(?:array|list)\s*[<\[(]\s*(\w+)\s*[>\])]|(\w+)\[\]", re.IGNORECASE)
"""`array[string]`, `List<String>`, `string[]`."""


class TypeWords:
    """The words of one description that were read as types."""

    def __init__(self) -> None:
        self._pointers: dict[str, str] = {}
        self._count = 0

    def replace(self, pointer: str, schema: dict[str, JSON]) -> None:
        """Put types in place of words. A type that no word is near to stays."""
        stated = schema.get("type")
        if isinstance(stated, str) and stated in TYPES:
            return
        names = stated if isinstance(stated, list) else [stated]
        if all(name in TYPES for name in names):
            return
        types = [self._type(pointer, schema, str(name)) for name in names]
        schema["type"] = types if isinstance(stated, list) else types[0]

    def report(self, tree: DocumentTree, report: DiagnosticCollector) -> None:
        """Warn of all words at once."""
        if not self._pointers:
            return
        words = ", ".join(f"`{word}`" for word in sorted(self._pointers))
        first = next(iter(self._pointers.values()))
        report.warning(
            "type-word",
            f"JSON Schema has no type {words}; Fledge reads the nearest one{repeated(self._count)}.",
            origin=tree.origin(f"{first}/type"),
            hint="Write string, number, integer, boolean, array, object or null, and a `format` beside it.",
        )

    def _type(self, pointer: str, schema: dict[str, JSON], name: str) -> str:
        if name in TYPES:
            return name
        word = name.strip().lower()
        listed = _LIST.fullmatch(word)
        if listed:
            items = schema.setdefault("items", {"type": listed[1] or listed[2]})
            if isinstance(items, dict):
                self.replace(f"{pointer}/items", items)
        type_, form = ("array", "") if listed else (word, "") if word in TYPES else _WORDS.get(word, ("", ""))
        if not type_:
            return name
        if form and "format" not in schema:
            schema["format"] = form
        self._pointers.setdefault(name, pointer)
        self._count += 1
        return type_
