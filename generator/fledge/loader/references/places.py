"""What stands at a place of a description: a reference may lead anywhere, and later steps look at what the standard names."""

from __future__ import annotations

from fledge.loader.references.registry import NodeAddress, Registry
from fledge.openapi.json_values import as_object
from fledge.openapi.objects import kind_at
from fledge.openapi.pointer import parent

_ROOT_KEYS = frozenset({"openapi", "swagger", "components", "paths"})
"""The keys of a description, or of a file with a part of one."""

_SCHEMA_KEYWORDS = frozenset({"type", "properties", "items", "allOf", "anyOf", "oneOf", "enum"})
_CONTENT_KEYWORDS = frozenset({"content", "schema", "headers", "links", "$ref"})


def kind_of(node: NodeAddress, registry: Registry) -> str | None:
    """The kind of the object that stands at a node: see `kind_at`; None in a file that is no description."""
    root = registry.file(node.address).value
    if not isinstance(root, dict) or _ROOT_KEYS.isdisjoint(root):
        return None
    return kind_at(root, node.pointer, "swagger" if "swagger" in root and "openapi" not in root else "document")


def is_schema(node: NodeAddress, registry: Registry) -> bool:
    """Whether a node is a schema: by its section, or by its keywords, which no response or body has."""
    if parent(node.pointer) in ("/components/schemas", "/definitions"):
        return True
    value = as_object(registry.value(node))
    return not _SCHEMA_KEYWORDS.isdisjoint(value) and _CONTENT_KEYWORDS.isdisjoint(value)


def is_another(kind: str, node: NodeAddress, registry: Registry) -> bool:
    """Whether a node that a schema, response or body refers to is an object of another kind.

    Its place says so, unless it has the keywords of what is referred to.
    """
    if kind not in ("schema", "response", "body") or kind_of(node, registry) in (None, kind):
        return False
    if kind == "schema":
        return not is_schema(node, registry)
    return _CONTENT_KEYWORDS.isdisjoint(as_object(registry.value(node)))
