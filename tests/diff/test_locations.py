"""Locations: each pointer of a report is one of the document."""

from __future__ import annotations

import json
from pathlib import Path

import fledge
from fledge.openapi.pointer import unescape
from tests.diff.pairs.pair import JSON, response
from tests.diff.pairs.shorthand import S, obj


def _has(document: object, pointer: str) -> bool:
    for token in map(unescape, pointer.split("/")[1:]):
        if isinstance(document, list) and int(token) < len(document):
            document = document[int(token)]
        elif isinstance(document, dict) and token in document:
            document = document[token]
        else:
            return False
    return True


def test_a_schema_that_is_made_of_others_is_where_these_are(tmp_path: Path) -> None:
    """The variants of a union in an allOf have the properties beside it: no schema of the document is one of them."""
    beside = {**obj("a", a=S), "additionalProperties": False}
    sides: list[JSON] = [
        response({"allOf": [part, beside]}) for part in (obj(b=S), {"anyOf": [obj(b=S, c=S), {"type": "string"}]})
    ]
    files = [tmp_path / name for name in ("old.json", "new.json")]
    for path, document in zip(files, sides):
        path.write_text(json.dumps(document), encoding="utf-8")
    comparison = fledge.diff(*map(str, files)).comparison
    assert comparison is not None and len(comparison.changes) > 1
    for change in comparison.changes:
        for pointer, document in zip(change.pointers, sides):
            assert pointer is None or _has(document, pointer), (pointer, change.change.message)
