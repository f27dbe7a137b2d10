"""What an overlay may change and refer to in a description that is bundled: schemas at odd places became components."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.loader.document_tree import DocumentTree
from fledge.openapi.json_values import JSON
from fledge.openapi.objects import kind_at
from fledge.openapi.pointer import exists, find, is_below, is_within, parent, rebase, upwards


def with_copies(nodes: Mapping[str, JSON], tree: DocumentTree) -> dict[str, JSON]:
    """The nodes that a target finds, and the same parts of the components that they were copied to."""
    result = dict(nodes)
    for pointer in nodes:
        for original, copy in _copies(tree):
            if is_within(pointer, original):
                at = rebase(pointer, original, copy)
                if exists(tree.root, at):
                    result[at] = find(tree.root, at)
    return result


def copies_below(pointer: str, tree: DocumentTree) -> dict[str, str]:
    """The components that were copied from below a node: their pointers, and the ways from the node to the originals.

    A way through an array is none that an update can have, which appends to it.
    """
    below: dict[str, str] = {}
    for original, copy in _copies(tree):
        if is_below(original, pointer) and exists(tree.root, copy):
            above = [each for each in upwards(parent(original)) if is_within(each, pointer)]
            if not any(isinstance(find(tree.root, each), list) for each in above):
                below[copy] = rebase(original, pointer, "")
    return below


def _copies(tree: DocumentTree) -> list[tuple[str, str]]:
    """The pointers of what became a component, and of the components."""
    return [
        (origin.pointer, pointer)
        for pointer, origin in tree.source_map.items()
        if origin.source == tree.name
        and origin.pointer != pointer
        and pointer.startswith(("/components/", "/definitions/"))
    ]


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
