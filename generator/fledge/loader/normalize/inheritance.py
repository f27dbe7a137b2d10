"""What holds for a whole document or path, said by each operation: merging must not lend it to other documents."""

from __future__ import annotations

from collections.abc import Collection

from fledge.loader.document_tree import DocumentTree, resolve_local
from fledge.openapi.json_values import JSON, as_array, deep_copy
from fledge.openapi.objects import METHODS, walk_objects
from fledge.openapi.pointer import join


def inherit_to_operations(tree: DocumentTree, documents: Collection[str] | None = None) -> None:
    """Give each operation its effective `servers` and `security` and the parameters of its path item.

    OpenAPI 3.1, 4.8.9 and 4.8.10: an operation's own parameter overrides one of the same name and place; its own
    servers and security replace those above it. The path item keeps what it says, as references may lead there; an
    operation's own parameters come first, so that their pointers stay. With `said_in`, only what was read in the
    documents of these names is given to operations: in a merged description, the rest speaks of other ones.
    """
    root = tree.root
    for kind, pointer, node in walk_objects(root, to="path"):
        if kind == "path":
            for at, operation in operations(pointer, node):
                _parameters(tree, pointer, node, at, operation, documents)
    for path, item in root.get("paths", {}).items():
        if path.startswith("x-"):
            continue
        pointer = join("/paths", path)
        for at, operation in operations(pointer, item):
            for key, holders in (("servers", ((pointer, item), ("", root))), ("security", (("", root),))):
                if key in operation:
                    continue
                for above, holder in holders:
                    if not _is_from(tree, f"{above}/{key}", holder.get(key), documents):
                        continue
                    if holder.get(key) or (key == "security" and key in holder):
                        operation[key] = holder[key]
                        tree.moved(f"{at}/{key}", tree.origin(f"{above}/{key}"))
                        break


def operations(pointer: str, item: JSON) -> list[tuple[str, dict[str, JSON]]]:
    """The operations of a path item, with their pointers, in the document's order."""
    result = [(f"{pointer}/{key}", member) for key, member in item.items() if key in METHODS]
    for name, member in item.get("additionalOperations", {}).items():
        result.append((join(pointer, "additionalOperations", name), member))
    return result


def _is_from(tree: DocumentTree, pointer: str, value: JSON, documents: Collection[str] | None) -> bool:
    """Whether a field, or a part of its list, was read in one of the documents."""
    pointers = [pointer, *(f"{pointer}/{index}" for index in range(len(as_array(value))))]
    return documents is None or any(tree.origin(each).source in documents for each in pointers)


def _parameters(
    tree: DocumentTree,
    pointer: str,
    item: dict[str, JSON],
    at: str,
    operation: dict[str, JSON],
    documents: Collection[str] | None,
) -> None:
    shared = item.get("parameters")
    if not shared:
        return
    parameters = list(operation.get("parameters", ()))
    taken = [_identity(tree, parameter) for parameter in parameters]
    for index, parameter in enumerate(shared):
        if not _is_from(tree, f"{pointer}/parameters/{index}", None, documents):
            continue
        identity = _identity(tree, parameter)
        if identity is None or identity not in taken:
            tree.moved(f"{at}/parameters/{len(parameters)}", tree.origin(f"{pointer}/parameters/{index}"))
            parameters.append(deep_copy(parameter))
    operation["parameters"] = parameters


def _identity(tree: DocumentTree, parameter: JSON) -> tuple[JSON, JSON] | None:
    """What makes a parameter unique: its place and its name, which has no case in a header (RFC 9110, 5.1)."""
    result = resolve_local(tree.root, parameter["$ref"]) if "$ref" in parameter else parameter
    if not isinstance(result, dict):
        return None
    name, location = result.get("name"), result.get("in")
    return (name.lower() if location == "header" and isinstance(name, str) else name, location)
