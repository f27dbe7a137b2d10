"""A view of schemas as they are written, each apart from those that it refers to (JSON Schema 2020-12)."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.openapi.document import Spec
from fledge.openapi.pointer import escape
from fledge.openapi.views.node import Node


class SchemaView(Node):
    """A Schema Object, behind a `$ref` without other keywords."""

    __slots__ = ()

    @property
    def has_type(self) -> bool:
        """Whether it names a type."""
        return "type" in self.raw

    @property
    def may_be_array(self) -> bool:
        """Whether it allows arrays, by its type or by having items."""
        return "items" in self.raw or "array" in str(self.raw.get("type"))

    @property
    def branches(self) -> Iterator[str]:
        """The pointers of the members of allOf, anyOf and oneOf."""
        for keyword in ("allOf", "anyOf", "oneOf"):
            for index in range(len(self.array(keyword))):
                yield f"{self.pointer}/{keyword}/{index}"

    @property
    def properties(self) -> Iterator[str]:
        """The pointers of the declared properties."""
        return (f"{self.pointer}/properties/{escape(key)}" for key in self.object("properties"))


def schema_at(spec: Spec, pointer: str) -> SchemaView | None:
    """The schema at a pointer, behind its references; None if there is none, or one that is a boolean."""
    try:
        target, raw = spec.resolve(pointer)
    except KeyError:
        return None
    return SchemaView(spec, target, raw) if isinstance(raw, dict) else None
