"""One description on its way to the merged one: its tree, and where each part of the tree was read."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.openapi.json_values import JSON, as_object
from fledge.openapi.pointer import find, is_below, rebase
from fledge.openapi.source_map import lookup
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTree:
    """A parsed description that belongs to the loader alone: its steps change `root` and `source_map` in place.

    `source_map` is what it is in Spec. Whoever moves a part of the tree says so with `moved`. `is_well_formed` says
    that `coerce_containers` would change nothing, as `bundle` saw; a tree that may have changed since is one without
    it.
    """

    source: SourceText
    root: dict[str, JSON]
    source_map: dict[str, SourcePointer]
    is_well_formed: bool = False

    @classmethod
    def of(cls, document: SourceText, root: dict[str, JSON]) -> DocumentTree:
        """A description as it was parsed: every part stands where it was read."""
        return cls(source=document, root=root, source_map={"": SourcePointer(source=document.name)})

    @property
    def name(self) -> str:
        """The document's name: the order of documents."""
        return self.source.name

    def origin(self, pointer: str) -> SourcePointer:
        """Where the node at `pointer` was read."""
        return lookup(self.source_map, pointer)

    def moved(self, to: str, origin: SourcePointer) -> None:
        """The node that now stands at `to` was read at `origin`."""
        self.source_map[to] = origin

    def renamed(self, to: str, source: str) -> None:
        """What stood at `source` now stands at `to`, with all below it, of which parts may come from elsewhere."""
        below = {each: origin for each, origin in self.source_map.items() if is_below(each, source)}
        self.moved(to, self.origin(source))
        for each, origin in below.items():
            self.moved(rebase(each, source, to), origin)


def resolve_local(root: Mapping[str, JSON], reference: JSON) -> JSON:
    """What a local reference leads to, through chains; None where it leads nowhere."""
    visited: list[str] = []
    while isinstance(reference, str) and reference.startswith("#") and reference not in visited:
        visited.append(reference)
        node = find(root, reference[1:])
        if "$ref" not in as_object(node):
            return node
        reference = node["$ref"]
    return None
