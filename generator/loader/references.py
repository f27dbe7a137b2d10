"""References within the one document: every `$ref` of the result leads to something."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Document, Origin, Report, Severity
from generator.loader.draft import Draft
from generator.loader.grammar import REFERABLE, walk
from generator.loader.spec import JSON, escape, locate, unescape


def redirect(draft: Draft) -> None:
    """Where the upgrade wrapped a schema, lead references into it on to where its parts are now."""
    if not any(pointer.endswith("/anyOf/1") for pointer in draft.origins):
        return
    for kind, _, node in walk(draft.root):
        if isinstance(node, dict) and isinstance(node.get("$ref"), str) and kind in REFERABLE:
            reference: str = node["$ref"]
            if reference.startswith("#/") and (reference.count("/") > 3 or not reference.startswith("#/components/")):
                node["$ref"] = f"#{_descend(draft, reference[1:]) or reference[1:]}"


def _descend(draft: Draft, pointer: str) -> str | None:
    """Where a pointer into the document as it was written leads now; None where it leads nowhere."""
    node: JSON = draft.root
    way = ""
    tokens = pointer.split("/")[1:]
    for index, token in enumerate(tokens):
        if f"{way}/anyOf/1" in draft.origins and isinstance(node, dict) and unescape(token) not in _kept(node):
            way, node = f"{way}/anyOf/0", node["anyOf"][0]
        try:
            node = node[int(token)] if isinstance(node, list) else node[unescape(token)]
        except (KeyError, IndexError, TypeError, ValueError):
            return None
        way = f"{way}/{tokens[index]}"
    return way


def _kept(schema: dict[str, JSON]) -> list[str]:
    return [key for key in schema if key != "anyOf"]


def severity_in(document: Document) -> Severity:
    """How bad it is that a reference of a document leads to nothing.

    In an OpenAPI file it is a warning: the part that is missing is widened to any value, and the run goes on. In a
    documentation page it is an error, and nothing is written: a page that lost a schema was broken by whatever fetched
    it, and what was generated from the whole one is worth more.
    """
    return Severity.WARNING if document.end is None else Severity.ERROR


def settle(root: dict[str, JSON], origins: dict[str, Origin], report: Report) -> None:
    """Report each reference that leads nowhere (`reference-unresolved`) or round in a circle (`reference-cycle`).

    What held it becomes as wide as can be: a schema accepts any value, a response or a body has no content, and what
    can be left out (a parameter, an example, a header, a link, a callback, a security scheme) is left out. After that,
    each reference is local and leads to something.
    """
    while True:
        references = {
            pointer: (kind, node)
            for kind, pointer, node in walk(root)
            if isinstance(node, dict) and kind in REFERABLE and isinstance(node.get("$ref"), str)
        }
        faults = [
            (pointer, kind, node, fault)
            for pointer, (kind, node) in references.items()
            if (fault := _fault(root, pointer, str(node["$ref"]), references)) is not None
        ]
        gone = [pointer for pointer, kind, node, fault in faults if _widen(kind, node)]
        for pointer, kind, node, fault in faults:
            _tell(fault, locate(origins, f"{pointer}/$ref"), report)
        remove(root, gone, origins)
        if not faults:
            return


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why a reference leads nowhere. One that is no local one was reported when it was read."""

    reference: str
    hint: str = ""
    cycle: bool = False


def _tell(fault: _Fault, origin: Origin, report: Report) -> None:
    severity = severity_in(report.documents[origin.document])
    if fault.cycle:
        report.add(
            severity,
            "reference-cycle",
            f"$ref to {fault.reference} comes back to itself without ever reaching anything.",
            origin=origin,
            hint="Let one of the references hold the actual object.",
        )
    elif fault.reference.startswith("#"):
        report.add(
            severity,
            "reference-unresolved",
            f"$ref leads to nothing: there is no {fault.reference}.",
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


def remove(root: dict[str, JSON], pointers: Sequence[str], origins: dict[str, Origin]) -> None:
    """Take nodes out of the lists and maps that hold them; in a list, those behind move up with their origins.

    The pointers are in the document's order: what stands first or above comes first.
    """
    for pointer in reversed(pointers):
        above, _, token = pointer.rpartition("/")
        holder: JSON = root
        for step in above.split("/")[1:]:
            holder = holder[int(step)] if isinstance(holder, list) else holder[unescape(step)]
        if not isinstance(holder, list):
            del holder[unescape(token)]
            continue
        index = int(token)
        places = [locate(origins, f"{above}/{behind}") for behind in range(index + 1, len(holder))]
        below = {
            key: origin
            for key, origin in origins.items()
            if key.startswith(f"{above}/") and key[len(above) + 1 :].partition("/")[0].isdecimal()
        }
        del holder[index]
        for key in below:
            if int(key[len(above) + 1 :].partition("/")[0]) >= index:
                del origins[key]
        for key, origin in below.items():
            at, slash, rest = key[len(above) + 1 :].partition("/")
            if int(at) > index:
                origins[f"{above}/{int(at) - 1}{slash}{rest}"] = origin
        for behind, origin in enumerate(places, start=index):
            origins[f"{above}/{behind}"] = origin


def _fault(root: Mapping[str, JSON], at: str, reference: str, known: Mapping[str, object]) -> _Fault | None:
    """What is wrong with the reference at a pointer; None also where it is another one of `known` that leads nowhere."""
    first = reference
    seen = [at]

    def fault(hint: str = "") -> _Fault | None:
        return None if len(seen) > 1 and seen[-1] in known else _Fault(first, hint)

    while True:
        if not reference.startswith("#"):
            return fault()
        node: JSON = root
        way = "#"
        for token in reference[1:].split("/")[1:]:
            try:
                node = node[int(token)] if isinstance(node, list) else node[unescape(token)]
            except (KeyError, IndexError, TypeError, ValueError):
                return fault(_nearest(root, node, way, token, reference))
            way = f"{way}/{token}"
        if len(reference) > 1 and not reference.startswith("#/"):
            return fault("A reference is `#/` and a path, such as `#/components/schemas/Pet`.")
        if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
            return None
        pointer = reference[1:]
        if pointer in seen:
            others = [other for other in seen[1:] if other in known]
            return _Fault(first, cycle=True) if pointer == at or not others else None
        seen.append(pointer)
        reference = node["$ref"]


def _nearest(root: Mapping[str, JSON], node: JSON, way: str, token: str, reference: str) -> str:
    """A proposal: a component of that very name elsewhere, or the key that is most like the one that is missing."""
    name = reference.rpartition("/")[2]
    components = root.get("components")
    for section, members in components.items() if isinstance(components, dict) else ():
        if isinstance(members, dict) and unescape(name) in members:
            return f"Did you mean '#/components/{section}/{name}'?"
    keys = [key for key in node if isinstance(key, str)] if isinstance(node, dict) else []
    folded = [key for key in keys if key.casefold() == unescape(token).casefold()]
    for key in folded or difflib.get_close_matches(unescape(token), keys, n=1):
        return f"Did you mean '{way}/{escape(key)}'?"
    return f"Add it, or correct the reference: {way} has no such key."
