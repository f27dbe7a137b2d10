"""The base of all views: an object of the description whose fields are read with the types that the standard promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fledge.diagnostics.source import SourcePointer
from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import join
from fledge.quick_dataclass import quick_dataclass

_EMPTY: Mapping[str, JSON] = {}


@quick_dataclass(frozen=True, slots=True)
class Node:
    """An object of the description at `pointer`, behind its references. A field of another type is read as absent."""

    spec: Spec
    pointer: str
    raw: Mapping[str, JSON]

    @property
    def source(self) -> SourcePointer:
        """Where the object was read."""
        return self.spec.source_of(self.pointer)

    @property
    def is_inferred(self) -> bool:
        """Whether the API's own documentation does not show it: `x-fledge-inferred`."""
        return self.flag("x-fledge-inferred") is True

    def text(self, field: str) -> str | None:
        """The string in a field."""
        value = self.raw.get(field)
        return value if isinstance(value, str) else None

    def flag(self, field: str) -> bool | None:
        """The boolean in a field."""
        value = self.raw.get(field)
        return value if isinstance(value, bool) else None

    def object(self, field: str) -> Mapping[str, JSON]:
        """The object in a field; an empty one if there is none."""
        value = self.raw.get(field)
        return value if isinstance(value, dict) else _EMPTY

    def array(self, field: str) -> Sequence[JSON]:
        """The array in a field; an empty one if there is none."""
        value = self.raw.get(field)
        return value if isinstance(value, list) else ()

    def resolve(self, *tokens: str | int) -> tuple[Spec, str, Mapping[str, JSON]]:
        """What a view below this one is made of, behind references; an empty object if there is no object."""
        node: JSON = self.raw
        for token in tokens:
            node = node[token]
        return self.follow(join(self.pointer, *tokens), node)

    def follow(self, pointer: str, node: JSON) -> tuple[Spec, str, Mapping[str, JSON]]:
        """What a view of the node at a pointer below is made of, as `resolve` says."""
        if not isinstance(node, dict):
            return self.spec, pointer, _EMPTY
        reference = node.get("$ref")
        if isinstance(reference, str):
            pointer, node = self.spec.end(reference)
        return self.spec, pointer, node if isinstance(node, dict) else _EMPTY
