"""Objects that `coerce` passes over are those that it would not change."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourceText
from fledge.loader.document_tree import DocumentTree
from fledge.loader.normalize import coerce
from fledge.openapi.json_values import JSON, deep_copy
from fledge.openapi.objects import FIELDS, FLAG_FIELDS, NAME_FIELDS, TEXT_FIELDS

VALUES: tuple[JSON, ...] = (
    *(None, True, 1, 1.5, "", "a", "querystring", "path"),
    *([], ["a"], [1], [None], [{}], [{"$ref": "#/a"}], [True], ["string", "null"], ["string", None]),
    *({}, {"a": 1}, {"x-a": 1}, {"x-a": {}}, {"x-a": {"summary": "a"}}, {"a": {}}, {"a": True}, {"a": None}),
    *({"$ref": 1}, {"$ref": "#/a"}, {"*": {}}, {"4xx": {}}, {"4XX": {}, "4xx": {}}, {"200": {}, "x-a": {}}),
    *([{"name": "a", "in": "query"}], [{"name": "a"}], [{"name": "", "in": "path"}], [{"in": "querystring"}]),
    *("string", "strin", ["string", "strin"], {"a": {"x-a": 1}}, {"x-a": {"/a": {}}}, {"x-a/b": {}}, {" a/b": {}}),
)
"""What may stand in a field, right and wrong."""

OTHERS = ("$ref", "type", "enum", "examples", "in", "name", "x-a")

HOLDERS: dict[str, Any] = {
    **{
        child.kind: lambda node, section=section: {"components": {section: {"a": node}}}
        for section, child in FIELDS["components"].items()
    },
    "document": lambda node: node,
    "info": lambda node: {"info": node},
    "server": lambda node: {"servers": [node]},
    "tag": lambda node: {"tags": [node]},
    "operation": lambda node: {"paths": {"/a": {"get": node}}},
    "encoding": lambda node: {"components": {"mediaTypes": {"a": {"encoding": {"a": node}}}}},
    "discriminator": lambda node: {"components": {"schemas": {"A": {"discriminator": node}}}},
}
"""Documents that hold an object, by its kind."""


@pytest.mark.parametrize("kind", HOLDERS)
def test_what_is_passed_over_would_not_change(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each field of each kind with each value comes out as if every object were looked at."""
    fields = [FIELDS[kind], *(table.get(kind, ()) for table in (TEXT_FIELDS, NAME_FIELDS, FLAG_FIELDS)), OTHERS]
    documents = [HOLDERS[kind]({key: value}) for keys in fields for key in keys for value in VALUES]
    quick = [_coerced(document) for document in documents]
    monkeypatch.setattr(coerce, "is_well_formed", lambda kind, node: False)
    assert quick == [_coerced(document) for document in documents]


def _coerced(document: JSON) -> tuple[str, str, str]:
    """The document, its source map and the diagnostics."""
    tree = DocumentTree.of(SourceText(name="a.json", path="a.json", text="{}", syntax="json"), deep_copy(document))
    report = DiagnosticCollector()
    coerce.coerce_containers(tree, report)
    return repr(tree.root), repr(tree.source_map), repr(list(report))
