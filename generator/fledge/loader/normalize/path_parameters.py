"""Path parameters as the path says: pages leave those out that upstream declares once for a whole path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.loader.document_tree import resolve_local
from fledge.loader.merge.merge import MergedDocument
from fledge.loader.normalize.inheritance import operations
from fledge.openapi.json_values import JSON, as_object, deep_copy
from fledge.openapi.objects import strip_annotations
from fledge.openapi.path_template import path_variables
from fledge.openapi.pointer import join, last_token
from fledge.openapi.source_map import lookup


def declare_path_parameters(merged: MergedDocument, report: DiagnosticCollector) -> None:
    """Make each operation's path parameters those of its path's template (OpenAPI 3.1, 4.8.12.1).

    A variable without a declaration gets what the other operations of the document say of that name in their paths,
    or a required text. A declaration without a variable is left out. A path parameter is required.
    """
    root = merged.root
    declarations = _declarations(root)
    for path, at, pointer, operation in _operations(root):
        method = last_token(at).upper()
        parameters: list[JSON] = list(operation.get("parameters", ()))
        definitions = [as_object(resolve_local(root, each["$ref"]) if "$ref" in each else each) for each in parameters]
        named = [str(each.get("name")) for each in definitions if each.get("in") == "path"]
        templated = list(path_variables(path, named))
        variables = list(dict.fromkeys(each.name for each in templated))
        kept: list[JSON] = []
        declared: list[str] = []
        for index, (parameter, definition) in enumerate(zip(parameters, definitions)):
            if definition.get("in") == "path":
                name = str(definition.get("name"))
                if name not in variables:
                    report.warning(
                        "path-parameter-unused",
                        f"The path {path} has no variable {{{name}}}; Fledge ignores this parameter.",
                        origin=lookup(merged.source_map, f"{at}/parameters/{index}"),
                        hint=_unused_hint(name, variables),
                    )
                    continue
                declared.append(name)
                if definition.get("required") is not True:
                    report.note(
                        "path-parameter-required",
                        f"The path parameter {name!r} lacks `required: true`; Fledge requires it.",
                        origin=lookup(merged.source_map, f"{at}/parameters/{index}"),
                        hint="Add `required: true`.",
                    )
                    definition["required"] = True
            if len(kept) != index:
                merged.source_map[f"{at}/parameters/{len(kept)}"] = lookup(
                    merged.source_map, f"{at}/parameters/{index}"
                )
            kept.append(parameter)
        in_path = {each.name for each in templated if each.in_path}
        missing = [name for name in variables if name in in_path and name not in declared]
        if missing:
            origin = _path_origin(merged, at, pointer)
            for name in missing:
                merged.source_map[f"{at}/parameters/{len(kept)}"] = origin
                kept.append(deep_copy(declarations[name]) if name in declarations else _text(name))
            names = ", ".join(f"{{{name}}}" for name in missing)
            report.note(
                "path-parameter-declared",
                f"{method} {path} does not declare {names} of its path; "
                f"{'it is' if len(missing) == 1 else 'they are'} added as {_as(missing, declarations)}.",
                origin=origin,
                hint="No action needed if a string is right; otherwise declare the parameter.",
            )
        if kept or "parameters" in operation:
            operation["parameters"] = kept


def _operations(root: dict[str, JSON]) -> Iterator[tuple[str, str, str, dict[str, JSON]]]:
    """Each operation: its path, its pointer, its path item's pointer, itself."""
    for path, item in root.get("paths", {}).items():
        if not path.startswith("x-"):
            pointer = join("/paths", path)
            for at, operation in operations(pointer, item):
                yield path, at, pointer, operation


def _declarations(root: dict[str, JSON]) -> dict[str, JSON]:
    """What the document says of each path parameter, by name: what most of its operations say, or the first of equals."""
    variants: dict[str, dict[str, list[JSON]]] = {}
    contents: dict[int, str] = {}  # of definitions, most of which many operations share
    for path, _, _, operation in _operations(root):
        for parameter in operation.get("parameters", ()):
            definition = as_object(resolve_local(root, parameter["$ref"]) if "$ref" in parameter else parameter)
            if definition.get("in") == "path" and f"{{{definition.get('name')}}}" in path:
                if id(definition) not in contents:
                    content = strip_annotations("parameter", {**definition, "required": True})
                    contents[id(definition)] = json.dumps(content, sort_keys=True)
                groups = variants.setdefault(str(definition["name"]), {})
                groups.setdefault(contents[id(definition)], []).append(definition)
    return {name: {**max(groups.values(), key=len)[0], "required": True} for name, groups in variants.items()}


def _path_origin(merged: MergedDocument, at: str, pointer: str) -> SourcePointer:
    """The path's key in the document that holds the operation (another one may hold the same path's other methods)."""
    origin = lookup(merged.source_map, at)
    if origin.pointer == at:
        return SourcePointer(source=origin.source, pointer=pointer)
    return origin


def _text(name: str) -> JSON:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _as(names: list[str], declarations: dict[str, JSON]) -> str:
    others = [name for name in names if name not in declarations]
    if not others:
        return "other operations declare " + ("it" if len(names) == 1 else "them")
    strings = "a required string" if len(others) == 1 else "required strings"
    if len(others) == len(names):
        return strings
    return f"{strings} ({', '.join(others)}), and as other operations declare them"


def _unused_hint(name: str, variables: list[str]) -> str:
    def folded(text: str) -> str:
        return re.sub(r"[^a-z0-9]", "", text.casefold())

    for variable in variables:
        if folded(variable) == folded(name):
            return f"Did you mean {variable!r}?"
    return f"The path's variables are: {', '.join(variables)}." if variables else "Remove it, or add it to the path."
