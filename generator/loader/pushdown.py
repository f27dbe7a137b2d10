"""What holds for a whole document or path, said by each operation: merging must not lend it to other documents."""

from __future__ import annotations

from collections.abc import Collection

from generator.loader.draft import Draft, copy, find
from generator.loader.grammar import METHODS, walk
from generator.loader.spec import JSON, escape


def push_down(draft: Draft, said_in: Collection[str] | None = None) -> None:
    """Give each operation its effective `servers` and `security` and the parameters of its path item.

    OpenAPI 3.1, 4.8.9 and 4.8.10: an operation's own parameter overrides one of the same name and place; its own
    servers and security replace those above it. The path item keeps what it says, as references may lead there; an
    operation's own parameters come first, so that their pointers stay. With `said_in`, only what was read in the
    documents of these names is given to operations: in a merged description, the rest speaks of other ones.
    """
    root = draft.root
    for kind, pointer, node in walk(root, to="path"):
        if kind == "path" and isinstance(node, dict):
            for at, operation in operations(pointer, node):
                _parameters(draft, pointer, node, at, operation, said_in)
    for path, item in root.get("paths", {}).items():
        if path.startswith("x-"):
            continue
        pointer = f"/paths/{escape(path)}"
        for at, operation in operations(pointer, item):
            for key, holders in (("servers", ((pointer, item), ("", root))), ("security", (("", root),))):
                if key in operation:
                    continue
                for above, holder in holders:
                    if not _said(draft, f"{above}/{key}", holder.get(key), said_in):
                        continue
                    if holder.get(key) or (key == "security" and key in holder):
                        operation[key] = holder[key]
                        draft.moved(f"{at}/{key}", draft.origin(f"{above}/{key}"))
                        break


def operations(pointer: str, item: JSON) -> list[tuple[str, dict[str, JSON]]]:
    """The operations of a path item, with their pointers, in the document's order."""
    found = [(f"{pointer}/{key}", member) for key, member in item.items() if key in METHODS]
    for name, member in item.get("additionalOperations", {}).items():
        found.append((f"{pointer}/additionalOperations/{escape(name)}", member))
    return found


def _said(draft: Draft, pointer: str, value: JSON, said_in: Collection[str] | None) -> bool:
    """Whether a field, or a part of its list, was read in one of the documents."""
    places = [pointer, *(f"{pointer}/{index}" for index in range(len(value) if isinstance(value, list) else 0))]
    return said_in is None or any(draft.origin(place).document in said_in for place in places)


def _parameters(
    draft: Draft,
    pointer: str,
    item: dict[str, JSON],
    at: str,
    operation: dict[str, JSON],
    said_in: Collection[str] | None,
) -> None:
    shared = item.get("parameters")
    if not shared:
        return
    own = list(operation.get("parameters", ()))
    taken = [_identity(draft, parameter) for parameter in own]
    for index, parameter in enumerate(shared):
        if not _said(draft, f"{pointer}/parameters/{index}", None, said_in):
            continue
        identity = _identity(draft, parameter)
        if identity is None or identity not in taken:
            draft.moved(f"{at}/parameters/{len(own)}", draft.origin(f"{pointer}/parameters/{index}"))
            own.append(copy(parameter))
    operation["parameters"] = own


def _identity(draft: Draft, parameter: JSON) -> tuple[JSON, JSON] | None:
    """What makes a parameter unique: its name and place."""
    found = find(draft.root, parameter["$ref"]) if "$ref" in parameter else parameter
    return (found.get("name"), found.get("in")) if isinstance(found, dict) else None
