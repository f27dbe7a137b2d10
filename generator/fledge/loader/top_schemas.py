"""Where the schemas of a document stand that are no part of another schema, nor a component."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fledge.openapi.json_values import JSON
from fledge.openapi.objects import walk_objects
from fledge.openapi.pointer import join

_FIELDS = ("schema", "itemSchema")


def top_schemas(root: Mapping[str, JSON]) -> Iterator[tuple[str, JSON]]:
    """Yield the pointers and schemas of all parameters, headers and media types, wherever these stand."""
    for kind, pointer, node in walk_objects(dict(root), to="media"):
        if kind in ("media", "parameter", "header"):
            for field in _FIELDS:
                if field in node:
                    yield join(pointer, field), node[field]
