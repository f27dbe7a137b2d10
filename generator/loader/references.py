"""References that lead somewhere: every `$ref` is local, spelt as a plain pointer, and ends at something."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from urllib.parse import unquote

from generator.diagnostics import Document, Origin, Report
from generator.loader.draft import Draft
from generator.loader.grammar import REFERABLE, walk
from generator.loader.spec import JSON, escape, locate, unescape


def localize(draft: Draft, report: Report) -> None:
    """Respell the references of one document, before it is merged: own file names, anchors, percent-encoding.

    A reference to another document is an error `reference-external`.
    """
    anchors: dict[str, str] = {}
    references: list[tuple[str, dict[str, JSON]]] = []
    for kind, pointer, node in walk(draft.root):
        if isinstance(node, dict):
            if isinstance(node.get("$ref"), str) and kind in REFERABLE:
                references.append((pointer, node))
            if kind == "schema" and isinstance(node.get("$anchor"), str):
                anchors.setdefault(node["$anchor"], pointer)
    external: list[tuple[str, str]] = []
    for pointer, node in references:
        file, _, fragment = node["$ref"].partition("#")
        if file and not _is_itself(file, draft.document):
            external.append((pointer, file))
        else:
            node["$ref"] = f"#{_local(fragment, draft, anchors)}"
    if external:
        pointer, file = external[0]
        others = len(external) - 1
        report.error(
            "reference-external",
            f"$ref leads to another document, {file}"
            f"{f' (and so do {others} others here)' if others else ''}; descriptions of several files are not read yet.",
            origin=draft.origin(f"{pointer}/$ref"),
            hint="Bundle the description into one file, for example with `npx @redocly/cli bundle`.",
        )


def _local(fragment: str, draft: Draft, anchors: dict[str, str]) -> str:
    if fragment and not fragment.startswith("/"):
        if fragment in anchors:
            return anchors[fragment]
        if "/" in fragment:  # `#components/schemas/Pet`
            fragment = f"/{fragment}"
    if "%" in fragment and _descend(draft, fragment) is None:
        fragment = "/".join(unquote(token) for token in fragment.split("/"))
    return fragment


def redirect(draft: Draft) -> None:
    """Where the upgrade wrapped a schema, lead references into it on to where its parts are now."""
    if not any(pointer.endswith("/anyOf/1") for pointer in draft.origins):
        return
    for kind, _, node in walk(draft.root):
        if isinstance(node, dict) and isinstance(node.get("$ref"), str) and kind in REFERABLE:
            reference: str = node["$ref"]
            if reference.startswith("#/") and (
                reference.count("/") > 3 or not reference.startswith("#/components/")
            ):
                node["$ref"] = f"#{_descend(draft, reference[1:]) or reference[1:]}"


def _is_itself(file: str, document: Document) -> bool:
    return file in (document.path, document.path.rpartition("/")[2], f"./{document.path.rpartition('/')[2]}")


def _descend(draft: Draft, pointer: str) -> str | None:
    """Where a pointer into the document as it was written leads now; None where it leads nowhere."""
    node: JSON = draft.root
    way = ""
    tokens = pointer.split("/")[1:]
    for index, token in enumerate(tokens):
        if (
            f"{way}/anyOf/1" in draft.origins
            and isinstance(node, dict)
            and unescape(token) not in _kept(node)
        ):
            way, node = f"{way}/anyOf/0", node["anyOf"][0]
        try:
            node = node[int(token)] if isinstance(node, list) else node[unescape(token)]
        except (KeyError, IndexError, TypeError, ValueError):
            return None
        way = f"{way}/{tokens[index]}"
    return way


def _kept(schema: dict[str, JSON]) -> list[str]:
    return [key for key in schema if key != "anyOf"]


def check(root: Mapping[str, JSON], origin: dict[str, Origin], report: Report) -> None:
    """Report each reference that leads nowhere (`reference-unresolved`) or round in a circle (`reference-cycle`)."""
    ends: dict[str, str | None] = {}
    for kind, pointer, node in walk(root):
        if not isinstance(node, dict) or kind not in REFERABLE or not isinstance(node.get("$ref"), str):
            continue
        reference: str = node["$ref"]
        if not reference.startswith("#"):
            continue  # reported when its document was read
        if reference not in ends:
            ends[reference] = _fault(root, reference)
        fault = ends[reference]
        if fault == "cycle":
            report.error(
                "reference-cycle",
                f"$ref to {reference} comes back to itself without ever reaching anything.",
                origin=locate(origin, f"{pointer}/$ref"),
                hint="Let one of the references hold the actual object.",
            )
        elif fault is not None:
            report.error(
                "reference-unresolved",
                f"$ref leads to nothing: there is no {reference}.",
                origin=locate(origin, f"{pointer}/$ref"),
                hint=fault,
            )


def _fault(root: Mapping[str, JSON], reference: str) -> str | None:
    """None for a good reference, "cycle", or a hint for one to nothing."""
    seen = [reference]
    while True:
        node: JSON = root
        way = "#"
        for token in reference[1:].split("/")[1:]:
            try:
                node = node[int(token)] if isinstance(node, list) else node[unescape(token)]
            except (KeyError, IndexError, TypeError, ValueError):
                return _nearest(root, node, way, token, reference)
            way = f"{way}/{token}"
        if len(reference) > 1 and not reference.startswith("#/"):
            return "A reference is `#/` and a path, such as `#/components/schemas/Pet`."
        if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
            return None
        reference = node["$ref"]
        if not reference.startswith("#"):
            return None
        if reference in seen:
            return "cycle"
        seen.append(reference)


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
