"""Mintlify's own form of an operation, which its pages of 2025 hold, in; OpenAPI 3.0 out.

It says less than the description that it was made from: neither tags nor operationIds, and no name of the API. A
schema that a body consists of was put in its place, and its name is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.document_tree import DocumentTree
from fledge.openapi.json_values import JSON, as_array, as_object, deep_copy
from fledge.openapi.objects import METHODS
from fledge.openapi.pointer import join, last_token

VERSION = "Mintlify"
_NOTHING = "_mintlify/placeholder"
"""Stands for a media type where there is no body."""

_LOCATIONS = ("path", "query", "header", "cookie")
_TITLE = re.compile(r"^# +(.+?)\s*$", re.MULTILINE)
_QUOTE = re.compile(r"^> +(.+?)\s*$", re.MULTILINE)


def is_operation(root: JSON) -> bool:
    """Whether it is an operation in this form: one path and one method, named by these words."""
    paths = root.get("paths") if isinstance(root, dict) else None
    return isinstance(paths, dict) and isinstance(paths.get("path"), str) and paths.get("method") in METHODS


def convert(tree: DocumentTree, current_schemas: Collection[str]) -> DocumentTree:
    """A description of the page's one operation; places still lead into the page.

    Schemas that are `known` by their names from newer pages are left out.
    """
    return _Converter(tree, current_schemas).convert()


def drop_outdated(
    trees: Sequence[DocumentTree], report: DiagnosticCollector
) -> tuple[list[DocumentTree], frozenset[str]]:
    """Without pages of this form whose operation another page describes in a newer one; and the newer pages' schemas.

    Pages that nobody deletes stand beside those that took their place, and must not outvote them.
    """
    newer = [tree.root for tree in trees if not is_operation(tree.root)]
    operations = {
        (path, method)
        for root in newer
        for path, item in as_object(root.get("paths")).items()
        for method in as_object(item)
    }
    schemas = (key for root in newer for key in as_object(as_object(root.get("components")).get("schemas")))
    kept: list[DocumentTree] = []
    for tree in trees:
        paths: Any = tree.root.get("paths")
        if is_operation(tree.root) and (paths["path"], paths["method"]) in operations:
            report.note(
                "page-outdated",
                f"{paths['method'].upper()} {paths['path']} is on a newer page as well; Fledge ignores this one.",
                origin=tree.origin("/paths"),
                hint="No action needed; delete the page if it is outdated.",
            )
        else:
            kept.append(tree)
    return kept, frozenset(schemas)


class _Converter:
    def __init__(self, tree: DocumentTree, current_schemas: Collection[str]) -> None:
        self.current_schemas = current_schemas
        self.old: Any = tree.root["paths"]
        self.request = as_object(self.old.get("request"))
        schemas = deep_copy(as_object(as_object(tree.root.get("components")).get("schemas")))
        self.schemas: dict[str, JSON] = {key: value for key, value in schemas.items() if key not in current_schemas}
        self.schemes: dict[str, JSON] = {}
        self.tree = DocumentTree(source=tree.source, root={}, source_map=dict(tree.source_map))

    def convert(self) -> DocumentTree:
        path, method = self.old["path"], self.old["method"]
        at = join("/paths", path, method)
        self.moved(at, "/paths")
        operation: dict[str, JSON] = {
            **self.prose(),
            "parameters": list(self.parameters(f"{at}/parameters")),
            "responses": self.responses(f"{at}/responses"),
            "security": list(self.security()),
        }
        if self.old.get("deprecated") is True:
            operation["deprecated"] = True
        content = self.content(as_object(self.request.get("body")), f"{at}/requestBody/content", "/paths/request/body")
        if content:
            needed = any(each.get("required") is True for each in self.variants(self.request["body"]))
            operation["requestBody"] = {"content": content, "required": needed}
        self.tree.root.update(
            openapi="3.0.3",
            info={"title": "", "version": ""},
            servers=deep_copy(self.old.get("servers") or []),
            paths={path: {method: operation}},
            components={"schemas": self.schemas, "securitySchemes": self.schemes},
        )
        return self.tree

    def moved(self, to: str, source: str) -> None:
        self.tree.moved(to, self.tree.origin(source))

    def prose(self) -> dict[str, JSON]:
        """The page's title and the quote below it, which are the operation's summary and description."""
        above = self.tree.source.text[: self.tree.source.start]
        title = _TITLE.search(above)
        quote = _QUOTE.search(above, title.end()) if title else None
        texts = {"summary": title and title[1], "description": quote and quote[1]}
        return {key: text for key, text in texts.items() if text}

    def parameters(self, at: str) -> Iterator[JSON]:
        count = 0
        for location in _LOCATIONS:
            for name, holder in as_object(as_object(self.request.get("parameters")).get(location)).items():
                source = join("/paths/request/parameters", location, name)
                listed = [as_object(each) for each in as_array(as_object(holder).get("schema"))]
                parameter: dict[str, JSON] = {
                    "name": name,
                    "in": location,
                    "required": location == "path" or any(each.get("required") is True for each in listed),
                    "schema": self.schema(listed, f"{at}/{count}/schema", f"{source}/schema"),
                }
                kept = ("description", "style", "explode", "deprecated")
                for each in (*listed[:1], as_object(holder)):
                    parameter.update({key: each[key] for key in kept if key in each})
                self.moved(f"{at}/{count}", source)
                count += 1
                yield parameter

    def responses(self, at: str) -> dict[str, JSON]:
        result: dict[str, JSON] = {}
        for status, contents in as_object(self.old.get("response")).items():
            here, source = join(at, status), join("/paths/response", status)
            self.moved(here, source)
            texts = [
                each["description"]
                for each in as_object(contents).values()
                if isinstance(each, dict) and "description" in each
            ]
            result[str(status)] = {
                "description": texts[0] if texts else "",
                "content": self.content(as_object(contents), f"{here}/content", source),
            }
        return result

    def content(self, media_types: dict[str, JSON], at: str, source: str) -> dict[str, JSON]:
        result: dict[str, JSON] = {}
        for media_type, each in media_types.items():
            if media_type != _NOTHING:
                listed = [as_object(one) for one in as_array(as_object(each).get("schemaArray"))]
                here, source_pointer = join(at, media_type), join(source, media_type)
                self.moved(here, source_pointer)
                result[media_type] = {"schema": self.schema(listed, f"{here}/schema", f"{source_pointer}/schemaArray")}
        return result

    def variants(self, media_types: JSON) -> Iterator[dict[str, JSON]]:
        for each in as_object(media_types).values():
            yield from (as_object(one) for one in as_array(as_object(each).get("schemaArray")))

    def schema(self, listed: list[dict[str, JSON]], at: str, source: str) -> JSON:
        """One schema of the alternatives that are listed."""
        if len(listed) == 1:
            return self.one(listed[0], at, f"{source}/0")
        return (
            {"oneOf": [self.one(each, f"{at}/oneOf/{i}", f"{source}/{i}") for i, each in enumerate(listed)]}
            if listed
            else {}
        )

    def one(self, schema_object: dict[str, JSON], at: str, source: str) -> JSON:
        """A schema without what this form adds to it; a reference where it has a name."""
        schema = {
            key: deep_copy(value)
            for key, value in schema_object.items()
            if key not in ("refIdentifier", "requiredProperties")
        }
        if isinstance(schema.get("required"), bool):
            del schema["required"]
        if schema_object.get("requiredProperties"):
            schema["required"] = deep_copy(schema_object["requiredProperties"])
        for name, value in as_object(schema.get("properties")).items():
            schema["properties"][name] = _plain(_unwrapped(value))
        schema = _plain(schema)
        reference = schema_object.get("refIdentifier")
        if isinstance(reference, str) and reference.startswith("#/components/schemas/"):
            key = last_token(reference)
            if key not in self.schemas and key not in self.current_schemas:
                self.schemas[key] = schema
                self.moved(join("/components/schemas", key), source)
            return {"$ref": reference}
        self.moved(at, source)
        return schema

    def security(self) -> Iterator[JSON]:
        """Requirements; their schemes are told by where they are sent, and named in a title such as `a & b`."""
        for each in as_array(self.request.get("security")):
            by_location = as_object(as_object(each).get("parameters"))
            sent = [
                (location, name, as_object(of))
                for location in _LOCATIONS
                for name, of in as_object(by_location.get(location)).items()
            ]
            names = str(as_object(each).get("title", "")).split(" & ")
            names = names if len(names) == len(sent) and all(names) else [name for _, name, _ in sent]
            for key, (location, name, of) in zip(names, sent):
                self.schemes[key] = _scheme(location, name, of)
            yield {key: [] for key in names}


def _scheme(location: str, name: str, parameter: dict[str, JSON]) -> JSON:
    described = {"description": parameter["description"]} if "description" in parameter else {}
    if parameter.get("type") == "http":
        return {"type": "http", "scheme": parameter.get("scheme", "bearer"), **described}
    return {"type": "apiKey", "in": location, "name": name, **described}


def _plain(schema: JSON) -> JSON:
    """A schema without the types that JSON Schema does not have: `any` and `enum<string>`."""
    kind = schema.get("type") if isinstance(schema, dict) else None
    if kind == "any":
        return {key: value for key, value in schema.items() if key != "type"}
    if isinstance(kind, str) and kind.startswith("enum<"):
        return {**schema, "type": kind[5:].rstrip(">")}
    return schema


def _unwrapped(schema: JSON) -> JSON:
    """The only member of an allOf that says nothing else."""
    if isinstance(schema, dict) and schema.keys() == {"allOf"} and isinstance(schema["allOf"], list):
        return schema["allOf"][0] if len(schema["allOf"]) == 1 else schema
    return schema
