"""Path parameters as the path says: pages leave those out that upstream declares once for a whole path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.diagnostics import Origin, Report
from generator.loader.draft import copy, find
from generator.loader.grammar import skeleton
from generator.loader.merge import Merged
from generator.loader.pushdown import operations
from generator.loader.spec import JSON, escape, locate
from generator.loader.template import path_variables


def repair(merged: Merged, report: Report) -> None:
    """Make each operation's path parameters those of its path's template (OpenAPI 3.1, 4.8.12.1).

    A variable without a declaration gets what the other operations of the document say of that name in their paths,
    or a required text. A declaration without a variable is left out. A path parameter is required.
    """
    root = merged.root
    known = _known(root)
    for path, at, pointer, operation in _operations(root):
        method = at.rpartition("/")[2].upper()
        parameters: list[JSON] = list(operation.get("parameters", ()))
        found_in = [find(root, each["$ref"]) if "$ref" in each else each for each in parameters]
        named = [str(each.get("name")) for each in found_in if isinstance(each, dict) and each.get("in") == "path"]
        templated = list(path_variables(path, named))
        variables = list(dict.fromkeys(each.name for each in templated))
        kept: list[JSON] = []
        declared: list[str] = []
        for index, (parameter, found) in enumerate(zip(parameters, found_in)):
            if isinstance(found, dict) and found.get("in") == "path":
                origin = locate(merged.origins, f"{at}/parameters/{index}")
                name = str(found.get("name"))
                if name not in variables:
                    report.warning(
                        "path-parameter-unused",
                        f"The path {path} has no variable {{{name}}}; its parameter is left out.",
                        origin=origin,
                        hint=_unused_hint(name, variables),
                    )
                    continue
                declared.append(name)
                if found.get("required") is not True:
                    report.note(
                        "path-parameter-required",
                        f"The path parameter {name!r} does not say `required: true`; it is required all the same.",
                        origin=origin,
                        hint="Add `required: true`.",
                    )
                    found["required"] = True
            if len(kept) != index:
                merged.origins[f"{at}/parameters/{len(kept)}"] = locate(merged.origins, f"{at}/parameters/{index}")
            kept.append(parameter)
        in_path = {each.name for each in templated if each.in_path}
        missing = [name for name in variables if name in in_path and name not in declared]
        if missing:
            origin = _path_origin(merged, at, pointer)
            for name in missing:
                merged.origins[f"{at}/parameters/{len(kept)}"] = origin
                kept.append(copy(known[name]) if name in known else _text(name))
            names = ", ".join(f"{{{name}}}" for name in missing)
            report.note(
                "path-parameter-declared",
                f"{method} {path} does not declare {names} of its path; "
                f"{'it is' if len(missing) == 1 else 'they are'} declared as {_as(missing, known)}.",
                origin=origin,
                hint="Nothing needs to be done, unless a value is of another kind: declare it then.",
            )
        if kept or "parameters" in operation:
            operation["parameters"] = kept


def _operations(root: dict[str, JSON]) -> Iterator[tuple[str, str, str, dict[str, JSON]]]:
    """Each operation: its path, its pointer, its path item's pointer, itself."""
    for path, item in root.get("paths", {}).items():
        if not path.startswith("x-"):
            pointer = f"/paths/{escape(path)}"
            for at, operation in operations(pointer, item):
                yield path, at, pointer, operation


def _known(root: dict[str, JSON]) -> dict[str, JSON]:
    """What the document says of each path parameter, by name: what most of its operations say, or the first of equals."""
    variants: dict[str, dict[str, list[JSON]]] = {}
    for path, _, _, operation in _operations(root):
        for parameter in operation.get("parameters", ()):
            found = find(root, parameter["$ref"]) if "$ref" in parameter else parameter
            if isinstance(found, dict) and found.get("in") == "path" and f"{{{found.get('name')}}}" in path:
                key = json.dumps(skeleton("parameter", {**found, "required": True}), sort_keys=True)
                variants.setdefault(str(found["name"]), {}).setdefault(key, []).append(found)
    return {name: {**max(groups.values(), key=len)[0], "required": True} for name, groups in variants.items()}


def _path_origin(merged: Merged, at: str, pointer: str) -> Origin:
    """The path's key in the document that holds the operation (another one may hold the same path's other methods)."""
    own = locate(merged.origins, at)
    if own.pointer == at:
        return Origin(document=own.document, pointer=pointer)
    return own


def _text(name: str) -> JSON:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _as(names: list[str], known: dict[str, JSON]) -> str:
    others = [name for name in names if name not in known]
    if not others:
        return "other operations declare " + ("it" if len(names) == 1 else "them")
    texts = "a required text" if len(others) == 1 else "required texts"
    if len(others) == len(names):
        return texts
    return f"{texts} ({', '.join(others)}), and as other operations declare them (the rest)"


def _unused_hint(name: str, variables: list[str]) -> str:
    def folded(text: str) -> str:
        return re.sub(r"[^a-z0-9]", "", text.casefold())

    for variable in variables:
        if folded(variable) == folded(name):
            return f"Did you mean {variable!r}?"
    return f"The path's variables are: {', '.join(variables)}." if variables else "Remove it, or add it to the path."
