"""What stands at a place of a description: a reference may lead anywhere, and later steps look at what the standard names."""

from __future__ import annotations

from fledge.loader.references.registry import NodeAddress, Registry
from fledge.openapi.json_values import as_object
from fledge.openapi.objects import kind_at
from fledge.openapi.pointer import parent

_SCHEMA_KEYWORDS = frozenset({"type", "properties", "items", "allOf", "anyOf", "oneOf", "enum"})
_CONTENT_KEYWORDS = frozenset({"content", "schema", "headers", "links", "$ref"})


def kind_of(node: NodeAddress, registry: Registry) -> str | None:
    """The kind of the object that stands at a node: see `kind_at`; None in a file that is no description."""
    root = registry.file(node.address).value
    if not isinstance(root, dict) or not ("openapi" in root or "swagger" in root):
        return None
    return kind_at(root, node.pointer, "document" if "openapi" in root else "swagger")


def is_schema(node: NodeAddress, registry: Registry) -> bool:
    """Whether a node is a schema: by its section, or by its keywords, which no response or body has."""
    if parent(node.pointer) in ("/components/schemas", "/definitions"):
        return True
    value = as_object(registry.value(node))
    return not _SCHEMA_KEYWORDS.isdisjoint(value) and _CONTENT_KEYWORDS.isdisjoint(value)


def is_no_schema(node: NodeAddress, registry: Registry) -> bool:
    """Whether a node is an object of another kind: by its place, unless it has the keywords of a schema."""
    return kind_of(node, registry) not in (None, "schema") and not is_schema(node, registry)
