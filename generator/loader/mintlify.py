"""Mintlify's own form of an operation, which its pages of 2025 hold, in; OpenAPI 3.0 out.

It says less than the description that it was made from: neither tags nor operationIds, and no name of the API. A
schema that a body consists of was put in its place, and its name is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from generator.diagnostics import Report
from generator.loader.draft import Draft, copy
from generator.loader.grammar import METHODS
from generator.loader.spec import JSON, escape

VERSION = "Mintlify"
_NOTHING = "_mintlify/placeholder"
"""Stands for a media type where there is no body."""

_PLACES = ("path", "query", "header", "cookie")
_TITLE = re.compile(r"^# +(.+?) *$", re.MULTILINE)
_QUOTE = re.compile(r"^> +(.+?) *$", re.MULTILINE)


def is_operation(root: JSON) -> bool:
    """Whether it is an operation in this form: one path and one method, named by these words."""
    paths = root.get("paths") if isinstance(root, dict) else None
    return isinstance(paths, dict) and isinstance(paths.get("path"), str) and paths.get("method") in METHODS


def lift(draft: Draft, known: Collection[str]) -> Draft:
    """A description of the page's one operation; places still lead into the page.

    Schemas that are `known` by their names from newer pages are left out.
    """
    return _Lifter(draft, known).lift()


def current(drafts: Sequence[Draft], report: Report) -> tuple[list[Draft], frozenset[str]]:
    """Without pages of this form whose operation another page describes in a newer one; and the newer pages' schemas.

    Pages that nobody deletes stand beside those that took their place, and must not outvote them.
    """
    newer = [draft.root for draft in drafts if not is_operation(draft.root)]
    operations = {
        (path, method)
        for root in newer
        for path, item in _object(root.get("paths")).items()
        for method in _object(item)
    }
    schemas = (key for root in newer for key in _object(_object(root.get("components")).get("schemas")))
    kept: list[Draft] = []
    for draft in drafts:
        paths: Any = draft.root.get("paths")
        if is_operation(draft.root) and (paths["path"], paths["method"]) in operations:
            report.note(
                "page-outdated",
                f"{paths['method'].upper()} {paths['path']} is on a newer page as well; this one is left out.",
                origin=draft.origin("/paths"),
                hint="Nothing needs to be done; delete the page if it is an old one.",
            )
        else:
            kept.append(draft)
    return kept, frozenset(schemas)


class _Lifter:
    def __init__(self, draft: Draft, known: Collection[str]) -> None:
        self.known = known
        self.old: Any = draft.root["paths"]
        self.request = _object(self.old.get("request"))
        schemas = copy(_object(_object(draft.root.get("components")).get("schemas")))
        self.schemas: dict[str, JSON] = {key: value for key, value in schemas.items() if key not in known}
        self.schemes: dict[str, JSON] = {}
        self.draft = Draft(document=draft.document, root={}, origins=dict(draft.origins))

    def lift(self) -> Draft:
        path, method = self.old["path"], self.old["method"]
        at = f"/paths/{escape(path)}/{method}"
        self.moved(at, "/paths")
        operation: dict[str, JSON] = {
            **self.prose(),
            "parameters": list(self.parameters(f"{at}/parameters")),
            "responses": self.responses(f"{at}/responses"),
            "security": list(self.security()),
        }
        if self.old.get("deprecated") is True:
            operation["deprecated"] = True
        content = self.content(_object(self.request.get("body")), f"{at}/requestBody/content", "/paths/request/body")
        if content:
            needed = any(each.get("required") is True for each in self.variants(self.request["body"]))
            operation["requestBody"] = {"content": content, "required": needed}
        self.draft.root.update(
            openapi="3.0.3",
            info={"title": "", "version": ""},
            servers=copy(self.old.get("servers") or []),
            paths={path: {method: operation}},
            components={"schemas": self.schemas, "securitySchemes": self.schemes},
        )
        return self.draft

    def moved(self, to: str, source: str) -> None:
        self.draft.moved(to, self.draft.origin(source))

    def prose(self) -> dict[str, JSON]:
        """The page's title and the quote below it, which are the operation's summary and description."""
        above = self.draft.document.text[: self.draft.document.start]
        title = _TITLE.search(above)
        quote = _QUOTE.search(above, title.end()) if title else None
        found = {"summary": title and title[1], "description": quote and quote[1]}
        return {key: text for key, text in found.items() if text}

    def parameters(self, at: str) -> Iterator[JSON]:
        count = 0
        for place in _PLACES:
            for name, said in _object(_object(self.request.get("parameters")).get(place)).items():
                source = f"/paths/request/parameters/{place}/{escape(name)}"
                listed = [_object(each) for each in _list(_object(said).get("schema"))]
                parameter: dict[str, JSON] = {
                    "name": name,
                    "in": place,
                    "required": place == "path" or any(each.get("required") is True for each in listed),
                    "schema": self.schema(listed, f"{at}/{count}/schema", f"{source}/schema"),
                }
                kept = ("description", "style", "explode", "deprecated")
                for each in (*listed[:1], _object(said)):
                    parameter.update({key: each[key] for key in kept if key in each})
                self.moved(f"{at}/{count}", source)
                count += 1
                yield parameter

    def responses(self, at: str) -> dict[str, JSON]:
        found: dict[str, JSON] = {}
        for status, said in _object(self.old.get("response")).items():
            here, source = f"{at}/{escape(str(status))}", f"/paths/response/{escape(str(status))}"
            self.moved(here, source)
            texts = [
                each["description"]
                for each in _object(said).values()
                if isinstance(each, dict) and "description" in each
            ]
            found[str(status)] = {
                "description": texts[0] if texts else "",
                "content": self.content(_object(said), f"{here}/content", source),
            }
        return found

    def content(self, said: dict[str, JSON], at: str, source: str) -> dict[str, JSON]:
        found: dict[str, JSON] = {}
        for media_type, each in said.items():
            if media_type != _NOTHING:
                listed = [_object(one) for one in _list(_object(each).get("schemaArray"))]
                here, there = f"{at}/{escape(media_type)}", f"{source}/{escape(media_type)}"
                self.moved(here, there)
                found[media_type] = {"schema": self.schema(listed, f"{here}/schema", f"{there}/schemaArray")}
        return found

    def variants(self, said: JSON) -> Iterator[dict[str, JSON]]:
        for each in _object(said).values():
            yield from (_object(one) for one in _list(_object(each).get("schemaArray")))

    def schema(self, listed: list[dict[str, JSON]], at: str, source: str) -> JSON:
        """One schema of the alternatives that are listed."""
        if len(listed) == 1:
            return self.one(listed[0], at, f"{source}/0")
        return (
            {"oneOf": [self.one(each, f"{at}/oneOf/{i}", f"{source}/{i}") for i, each in enumerate(listed)]}
            if listed
            else {}
        )

    def one(self, said: dict[str, JSON], at: str, source: str) -> JSON:
        """A schema without what this form adds to it; a reference where it has a name."""
        schema = {key: copy(value) for key, value in said.items() if key not in ("refIdentifier", "requiredProperties")}
        if isinstance(schema.get("required"), bool):
            del schema["required"]
        if said.get("requiredProperties"):
            schema["required"] = copy(said["requiredProperties"])
        for name, value in _object(schema.get("properties")).items():
            schema["properties"][name] = _plain(_unwrapped(value))
        schema = _plain(schema)
        reference = said.get("refIdentifier")
        if isinstance(reference, str) and reference.startswith("#/components/schemas/"):
            key = reference.rpartition("/")[2]
            if key not in self.schemas and key not in self.known:
                self.schemas[key] = schema
                self.moved(f"/components/schemas/{key}", source)
            return {"$ref": reference}
        self.moved(at, source)
        return schema

    def security(self) -> Iterator[JSON]:
        """Requirements; their schemes are told by where they are sent, and named in a title such as `a & b`."""
        for each in _list(self.request.get("security")):
            said = _object(_object(each).get("parameters"))
            sent = [(place, name, _object(of)) for place in _PLACES for name, of in _object(said.get(place)).items()]
            names = str(_object(each).get("title", "")).split(" & ")
            names = names if len(names) == len(sent) and all(names) else [name for _, name, _ in sent]
            for key, (place, name, of) in zip(names, sent):
                self.schemes[key] = _scheme(place, name, of)
            yield {key: [] for key in names}


def _scheme(place: str, name: str, said: dict[str, JSON]) -> JSON:
    described = {"description": said["description"]} if "description" in said else {}
    if said.get("type") == "http":
        return {"type": "http", "scheme": said.get("scheme", "bearer"), **described}
    return {"type": "apiKey", "in": place, "name": name, **described}


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


def _object(value: JSON) -> dict[str, JSON]:
    return value if isinstance(value, dict) else {}


def _list(value: JSON) -> Iterable[JSON]:
    return value if isinstance(value, list) else []
