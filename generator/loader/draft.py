"""One description on its way to the merged one: its tree, and where each part of the tree was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Document, Origin
from generator.loader.spec import JSON, locate


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A parsed description that belongs to the loader alone: its steps change `root` and `origins` in place.

    `origins` is what it is in Spec. Whoever moves a part of the tree says so with `moved`.
    """

    document: Document
    root: dict[str, JSON]
    origins: dict[str, Origin]

    @classmethod
    def of(cls, document: Document, root: dict[str, JSON]) -> Draft:
        """A description as it was parsed: every part stands where it was read."""
        return cls(document=document, root=root, origins={"": Origin(document=document.name)})

    @property
    def name(self) -> str:
        """The document's name: the order of documents."""
        return self.document.name

    def origin(self, pointer: str) -> Origin:
        """Where the node at `pointer` was read."""
        return locate(self.origins, pointer)

    def moved(self, to: str, origin: Origin) -> None:
        """The node that now stands at `to` was read at `origin`."""
        self.origins[to] = origin


def copy(node: JSON) -> JSON:
    """A copy that shares nothing with the node."""
    if isinstance(node, dict):
        return {key: copy(value) for key, value in node.items()}
    if isinstance(node, list):
        return [copy(value) for value in node]
    return node


def find(root: Mapping[str, JSON], reference: JSON) -> JSON:
    """What a local reference leads to, through chains; None where it leads nowhere."""
    seen: list[str] = []
    while isinstance(reference, str) and reference.startswith("#") and reference not in seen:
        seen.append(reference)
        node: JSON = root
        for token in reference.split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            if isinstance(node, dict) and key in node:
                node = node[key]
            elif isinstance(node, list) and key.isdecimal() and int(key) < len(node):
                node = node[int(key)]
            else:
                return None
        if not isinstance(node, dict) or "$ref" not in node:
            return node
        reference = node["$ref"]
    return None
