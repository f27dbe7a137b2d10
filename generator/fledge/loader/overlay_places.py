"""What an overlay may change and refer to in a description that is bundled: schemas at odd places became components."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.loader.document_tree import DocumentTree
from fledge.openapi.json_values import JSON
from fledge.openapi.objects import kind_at
from fledge.openapi.pointer import exists, find, is_within, rebase


def with_copies(nodes: Mapping[str, JSON], tree: DocumentTree) -> dict[str, JSON]:
    """The nodes that a target finds, and the same parts of the components that they were copied to."""
    copies = {
        origin.pointer: pointer
        for pointer, origin in tree.source_map.items()
        if origin.source == tree.name and pointer.startswith(("/components/", "/definitions/"))
    }
    result = dict(nodes)
    for pointer in nodes:
        for original, copy in copies.items():
            if original != copy and is_within(pointer, original):
                at = rebase(pointer, original, copy)
                if exists(tree.root, at):
                    result[at] = find(tree.root, at)
    return result


def reference_problem(reference: str, tree: DocumentTree) -> tuple[str, str] | None:
    """Why an overlay cannot have a reference, and what to do; None if it can."""
    if not reference.startswith("#"):
        problem = f"An overlay cannot refer to another file: {reference}."
        return problem, "Copy the target into the overlay, and refer to it with `#/…`."
    kind = "swagger" if "swagger" in tree.root else "document"
    if exists(tree.root, reference[1:]) and not kind_at(tree.root, reference[1:], kind):
        problem = f"An overlay cannot refer to {reference}, where OpenAPI has no object."
        return problem, "Copy the target into `components` with the overlay, and refer to it there."
    return None
