"""Fields of objects in another spelling: `oneof`, `RequestBody`, `response`, `component`."""

from __future__ import annotations

from collections.abc import Callable

from fledge.loader.document_tree import DocumentTree
from fledge.openapi.json_values import JSON
from fledge.openapi.objects import FIELDS, SPELLINGS, walk_references
from fledge.openapi.pointer import evaluate, exists, join, nearest, rebase

_HOLDS_OBJECTS = FIELDS["schema"].keys() | {"default", "const", "example", "xml", "externalDocs"}


def spell_fields(
    kind: str, pointer: str, node: dict[str, JSON], tree: DocumentTree, warn: Callable[[str, str], None]
) -> None:
    """Give the fields of one object the spelling of the standard, in place, with a warning for each."""
    meant = SPELLINGS.get(kind, {})
    for key in [key for key in node if key in meant]:
        field = meant[key]
        if field in node or (kind == "schema" and isinstance(node[key], dict) and field not in _HOLDS_OBJECTS):
            continue
        at = join(pointer, key)
        warn(at, f"`{key}` must be `{field}`; Fledge reads it so.")
        tree.renamed(join(pointer, field), at)
        node[field] = node.pop(key)


def redirect_moved(tree: DocumentTree) -> None:
    """Let references to a part that got another name, or another place, lead to where it is now."""
    moved: dict[str, str] = {}
    for pointer, origin in tree.source_map.items():
        if origin.source == tree.name and origin.pointer != pointer and _holds_something(tree.root, pointer):
            moved.setdefault(origin.pointer, pointer)
    for _, _, node in walk_references(tree.root) if moved else ():
        reference: str = node["$ref"]
        if reference.startswith("#/") and not exists(tree.root, reference[1:]):
            above = nearest(reference[1:], moved)
            if above and exists(tree.root, to := rebase(reference[1:], above, moved[above])):
                node["$ref"] = f"#{to}"


def _holds_something(root: JSON, pointer: str) -> bool:
    """Whether references may lead to what is at a pointer: to a number or text, none does."""
    try:
        return isinstance(evaluate(root, pointer), (dict, list))
    except KeyError:
        return False
