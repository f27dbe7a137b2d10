"""References within the one document: every `$ref` of the result leads to something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.loader.document_tree import DocumentTree
from fledge.loader.references.proposals import nearest_pointer
from fledge.openapi.json_values import JSON, reference_of
from fledge.openapi.objects import walk_references
from fledge.openapi.pointer import child, evaluate, is_below, join, last_token, parent, rebase, split
from fledge.openapi.source_map import lookup
from fledge.quick_dataclass import quick_dataclass


def redirect_refs(tree: DocumentTree, references: Iterable[dict[str, JSON]]) -> None:
    """Where the upgrade wrapped a schema, lead references into it on to where its parts are now."""
    if not any(pointer.endswith("/anyOf/1") for pointer in tree.source_map):
        return
    for node in references:
        reference: str = node["$ref"]
        if reference.startswith("#/") and (reference.count("/") > 3 or not reference.startswith("#/components/")):
            node["$ref"] = f"#{_descend(tree, reference[1:]) or reference[1:]}"


def _descend(tree: DocumentTree, pointer: str) -> str | None:
    """Where a pointer into the document as it was written leads now; None where it leads nowhere."""
    node: JSON = tree.root
    at = ""
    for key in split(pointer):
        if f"{at}/anyOf/1" in tree.source_map and isinstance(node, dict) and key not in _kept(node):
            at, node = f"{at}/anyOf/0", node["anyOf"][0]
        try:
            node = child(node, key)
        except KeyError:
            return None
        at = join(at, key)
    return at


def _kept(schema: dict[str, JSON]) -> list[str]:
    return [key for key in schema if key != "anyOf"]


def are_sound(references: Iterable[dict[str, JSON]], root: Mapping[str, JSON]) -> bool:
    """Whether `report_unresolved` certainly finds nothing in a document that has only these objects with a `$ref`."""
    sound: set[str] = set()
    return all(_leads_somewhere(reference, root, sound) for reference in {node["$ref"]: None for node in references})


def _leads_somewhere(reference: str | None, root: Mapping[str, JSON], sound: set[str]) -> bool:
    """Whether a local reference, and those that it leads to, end at something else. Add them to the `sound` ones."""
    visited: dict[str, None] = {}
    while reference is not None and reference not in sound:
        if reference in visited or not f"{reference}/".startswith("#/"):
            return False
        visited[reference] = None
        try:
            reference = reference_of(evaluate(root, reference[1:]))
        except KeyError:
            return False
    sound.update(visited)
    return True


def report_unresolved(root: dict[str, JSON], source_map: dict[str, SourcePointer], report: DiagnosticCollector) -> None:
    """Report each reference that leads nowhere (`reference-unresolved`) or round in a circle (`reference-cycle`).

    What held it becomes as wide as can be: a schema accepts any value, a response or a body has no content, and what
    can be left out (a parameter, an example, a header, a link, a callback, a security scheme) is left out. After that,
    each reference is local and leads to something.
    """
    while True:
        references = {pointer: (kind, node) for kind, pointer, node in walk_references(root)}
        chains = _Chains()
        faults = [
            (pointer, kind, node, fault)
            for pointer, (kind, node) in references.items()
            if (fault := _fault(root, pointer, str(node["$ref"]), references, chains)) is not None
        ]
        gone = [pointer for pointer, kind, node, fault in faults if _widen(kind, node)]
        for pointer, kind, node, fault in faults:
            _report(fault, lookup(source_map, f"{pointer}/$ref"), report)
        remove_nodes(root, gone, source_map)
        if not faults:
            return


@quick_dataclass(frozen=True, slots=True)
class _Fault:
    """Why a reference leads nowhere. One that is no local one was reported when it was read."""

    reference: str
    hint: str = ""
    cycle: bool = False


@quick_dataclass(frozen=True, slots=True)
class _Chains:
    """References that are known to lead to something, and to themselves: no chain is followed again and again."""

    sound: set[str] = field(default_factory=set[str])
    circular: set[str] = field(default_factory=set[str])
    resolved: set[str] = field(default_factory=set[str])
    """What the sound ones say: most targets have many references."""


def _report(fault: _Fault, origin: SourcePointer, report: DiagnosticCollector) -> None:
    if fault.cycle:
        report.warning(
            "reference-cycle",
            f"Circular $ref: {fault.reference} leads back to itself.",
            origin=origin,
            hint="Let one of the references hold the actual object.",
        )
    elif fault.reference.startswith("#"):
        report.warning(
            "reference-unresolved",
            f"Cannot resolve $ref: {fault.reference} does not exist.",
            origin=origin,
            hint=fault.hint,
        )


def _widen(kind: str, node: dict[str, JSON]) -> bool:
    """Take a reference away, and say as little as can be of what it stood for; True where nothing is to stay."""
    del node["$ref"]
    match kind:
        case "response":
            node.setdefault("description", "")
        case "body":
            node["content"] = {}
        case "parameter" | "example" | "header" | "link" | "callback" | "scheme":
            return True
        case "operation":
            node.setdefault("responses", {})
    return False


def remove_nodes(root: dict[str, JSON], pointers: Sequence[str], source_map: dict[str, SourcePointer]) -> None:
    """Take nodes out of the lists and maps that hold them; in a list, those behind move up with their origins.

    The pointers are in the document's order: what stands first or above comes first.
    """
    for pointer in reversed(pointers):
        above, key = parent(pointer), last_token(pointer)
        holder = evaluate(root, above)
        if not isinstance(holder, list):
            del holder[key]
            continue
        index = int(key)
        moved = [lookup(source_map, f"{above}/{position}") for position in range(index + 1, len(holder))]
        below = [
            (member, int(split(rebase(member, above, ""))[0]), origin)
            for member, origin in source_map.items()
            if is_below(member, above) and split(rebase(member, above, ""))[0].isdecimal()
        ]
        del holder[index]
        for member, position, _ in below:
            if position >= index:
                del source_map[member]
        for member, position, origin in below:
            if position > index:
                source_map[rebase(member, f"{above}/{position}", f"{above}/{position - 1}")] = origin
        for position, origin in enumerate(moved, start=index):
            source_map[f"{above}/{position}"] = origin


def _fault(
    root: Mapping[str, JSON], at: str, reference: str, references: Mapping[str, object], chains: _Chains
) -> _Fault | None:
    """What is wrong with the reference at a pointer; None also where it is another one of `known` that leads nowhere."""
    first, last = reference, at
    visited = {at: None}
    if at in chains.circular:
        return _Fault(first, cycle=True)
    if reference in chains.resolved:
        chains.sound.add(at)
        return None

    def fault(hint: str = "") -> _Fault | None:
        return None if len(visited) > 1 and last in references else _Fault(first, hint)

    while True:
        if not reference.startswith("#"):
            return fault()
        node: JSON = root
        reached = "#"
        tokens = split(reference[1:])
        for index, key in enumerate(tokens):
            try:
                node = child(node, key)
            except KeyError:
                return fault(_nearest(root, node, reached, tokens[index:], reference))
            reached = join(reached, key)
        if len(reference) > 1 and not reference.startswith("#/"):
            return fault("A reference is `#/` and a path, such as `#/components/schemas/Pet`.")
        pointer = reference[1:]
        if pointer in chains.sound or not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
            chains.sound.update(visited)
            chains.resolved.add(first)
            return None
        if pointer == at:
            chains.circular.update(visited)
        if pointer in visited:
            is_reported = any(other in references for other in visited if other != at)
            return _Fault(first, cycle=True) if pointer == at or not is_reported else None
        last = pointer
        visited[pointer] = None
        reference = node["$ref"]


def _nearest(root: Mapping[str, JSON], node: JSON, reached: str, tokens: Sequence[str], reference: str) -> str:
    """A proposal: a component of that very name elsewhere, or the key that is most like the one that is missing."""
    name = last_token(reference)
    components = root.get("components")
    for section, members in components.items() if isinstance(components, dict) else ():
        if isinstance(members, dict) and name in members:
            return f"Did you mean '{join('#/components', section, name)}'?"
    if close := nearest_pointer(node, reached, tokens):
        return f"Did you mean '{close}'?"
    return f"Add it, or correct the reference: {reached} has no such key."
