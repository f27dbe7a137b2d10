"""Swagger 2.0 in, OpenAPI 3.0 out, so that nothing after this knows of 2.0.

Some descriptions are made of both. What is said in the words of 3.0 stays, as does all that neither has: later steps
read the one and report the other.
"""

from __future__ import annotations

from collections.abc import Mapping

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.similar_names import most_similar
from fledge.loader.document_tree import DocumentTree
from fledge.loader.normalize.scheme_words import read_words
from fledge.loader.normalize.swagger2_moves import Moves
from fledge.loader.normalize.swagger2_values import (
    IN_SCHEMA,
    ONLY_IN_2,
    SEPARATORS,
    holds_lists,
    list_style,
    media_types,
    rewrite_schema,
    security_scheme,
    server_list,
    value_schema,
)
from fledge.openapi.json_values import JSON, as_array, as_object, deep_copy
from fledge.openapi.media_types import is_json
from fledge.openapi.objects import METHODS, walk_references
from fledge.openapi.pointer import join, last_token, nearest, rebase, split

_SECTIONS = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
_CONVERTED = frozenset(
    {"swagger", "host", "basePath", "schemes", "consumes", "produces", "paths", "servers", "components", *_SECTIONS}
)
"""The keys of a description that have another form in 3.0. All others stay: what 3.0 cannot have is reported."""

_IN_FIELD = ("description", "required", "collectionFormat", "allowEmptyValue")
"""What a field of a form says beside its name and its value."""


def convert(tree: DocumentTree, report: DiagnosticCollector) -> tuple[DocumentTree, dict[str, str]]:
    """The same description in OpenAPI 3.0, and its pointers of 3.0 by those of 2.0; its source map leads to the 2.0
    text.

    References are still those of 2.0: see `redirect_references`. A value of a wrong type is kept as it is.
    """
    converter = _Converter(tree, report)
    return converter.convert(), converter.moves.targets


class _Converter:
    """The conversion of one description."""

    def __init__(self, tree: DocumentTree, report: DiagnosticCollector) -> None:
        self.old = tree.root
        self.report = report
        self.origin = tree.origin  # of pointers of 2.0, which in 3.0 may stand for something else
        self.tree = DocumentTree(source=tree.source, root={}, source_map=dict(tree.source_map))
        self.moves = Moves(tree, self.tree)
        self.moved = self.moves.add
        self.bodies: dict[str, JSON] = {}
        self.forms: dict[str, JSON] = {}

    def convert(self) -> DocumentTree:
        old, new = self.old, self.tree.root
        new["openapi"] = "3.0.3"
        self.moved("/openapi", "/swagger")
        servers = server_list(old)
        if servers:
            new["servers"] = servers
            self.moved("/servers", "/host" if "host" in old else "/basePath")
            for index, server in enumerate(as_array(old.get("servers"))):
                self.moves.record(f"/servers/{len(servers)}", f"/servers/{index}")
                servers.append(server)
        elif "servers" in old:
            new["servers"] = old["servers"]
        new.update({key: value for key, value in old.items() if key not in _CONVERTED})
        components = self._components()
        paths = new["paths"] = old.get("paths", {})
        if isinstance(paths, dict):
            new["paths"] = {
                path: item if path.startswith("x-") else self._path(join("/paths", path), item)
                for path, item in paths.items()
            }
        if components or "components" in old:
            new["components"] = components or old["components"]
        return self.tree

    def _warn(self, pointer: str, message: str) -> None:
        hint = "Correct the description here."
        self.report.warning("wrong-type", message, origin=self.origin(pointer), hint=hint)

    def _components(self) -> dict[str, JSON]:
        components: dict[str, JSON] = dict(as_object(self.old.get("components")))
        stated = {name: as_object(section) for name, section in components.items()}
        for section, name in _SECTIONS.items():
            converts = as_object(self.old.get(section))
            if converts:
                components[name] = dict(stated.get(name, {}))
            for key, value in converts.items():
                source, to = join("", section, key), join("/components", name, key)
                converted = value
                if isinstance(value, dict):
                    if section == "definitions":
                        rewrite_schema(value)
                    elif section == "responses":
                        converted = self._response(value, media_types(self.old.get("produces")), to, source)
                    elif section == "securityDefinitions":
                        read_words(source, value, self._warn)
                        converted = security_scheme(value)
                    elif value.get("in") == "body":
                        self.bodies[f"#{source}"] = value
                        to = join("/components/requestBodies", key)
                        converted = self._body(value, media_types(self.old.get("consumes")), to, source)
                        bodies = components["requestBodies"] = dict(as_object(components.get("requestBodies")))
                        bodies[key] = converted
                        self.moved(to, source)
                        continue
                    elif value.get("in") == "formData":
                        self.forms[f"#{source}"] = value  # has no place of its own in 3.0
                        continue
                    else:
                        converted = self._parameter(value, to, source)
                if key in stated.get(name, {}) and stated[name][key] != converted:
                    self.report.warning(
                        "component-conflict",
                        f"`{section}` and `components` both have `{key}`; Fledge takes that of `{section}`.",
                        origin=self.origin(source),
                        hint="Rename one of them.",
                    )
                components[name][key] = converted
                self.moved(to, source)
        return {name: section for name, section in components.items() if section}

    def _path(self, pointer: str, item: JSON) -> JSON:
        if not isinstance(item, dict):
            return item
        bodies: list[tuple[str, JSON]] = []
        converted: dict[str, JSON] = {}
        for key, value in item.items():
            if key == "parameters" and isinstance(value, list):
                plain = [(index, one) for index, one in enumerate(value) if not self._in_body(one)]
                bodies = [
                    (f"{pointer}/parameters/{index}", one) for index, one in enumerate(value) if self._in_body(one)
                ]
                converted[key] = self._parameters(plain, f"{pointer}/parameters")
            else:
                converted[key] = value
        for key in METHODS:
            if isinstance(converted.get(key), dict):
                converted[key] = self._operation(f"{pointer}/{key}", converted[key], bodies)
        return converted

    def _in_body(self, parameter: JSON) -> bool:
        if not isinstance(parameter, dict):
            return False
        reference = parameter.get("$ref")
        if isinstance(reference, str):
            return reference in self.bodies or reference in self.forms
        return parameter.get("in") in ("body", "formData")

    def _operation(self, at: str, operation: dict[str, JSON], shared: list[tuple[str, JSON]]) -> dict[str, JSON]:
        consumes = media_types(operation.get("consumes", self.old.get("consumes")))
        produces = media_types(operation.get("produces", self.old.get("produces")))
        converted = {key: value for key, value in operation.items() if key not in ("consumes", "produces", "schemes")}
        parameters = operation.get("parameters")
        indexed = list(enumerate(parameters)) if isinstance(parameters, list) else []
        body = [(f"{at}/parameters/{index}", one) for index, one in indexed if self._in_body(one)]
        if isinstance(parameters, list):
            plain = [(index, one) for index, one in indexed if not self._in_body(one)]
            converted["parameters"] = self._parameters(plain, f"{at}/parameters")
        body = self._overriding(body, shared)
        if body:
            if "requestBody" in converted:
                self.report.warning(
                    "document-invalid",
                    "An operation has its body in `parameters` and in `requestBody`; Fledge takes the parameters.",
                    origin=self.origin(f"{at}/requestBody"),
                    hint="Remove one of them.",
                )
            converted["requestBody"] = self._request(body, consumes, f"{at}/requestBody")
        if isinstance(operation.get("responses"), dict):
            converted["responses"] = {
                status: (
                    self._response(one, produces, *(2 * (join(at, "responses", status),)))
                    if isinstance(one, dict) and not status.startswith("x-")
                    else one
                )
                for status, one in operation["responses"].items()
            }
        if isinstance(operation.get("schemes"), list) and operation["schemes"] != self.old.get("schemes"):
            servers = server_list({**self.old, "schemes": operation["schemes"]})
            if servers and "host" in self.old:
                converted["servers"] = servers
                self.moved(f"{at}/servers", f"{at}/schemes")
        return converted

    def _overriding(self, parameters: list[tuple[str, JSON]], shared: list[tuple[str, JSON]]) -> list[tuple[str, JSON]]:
        """An operation's body overrides that of its path; fields of a form override those of the same name."""
        if any(self._target(one).get("in") == "body" for _, one in parameters):
            return parameters
        names = [self._target(one).get("name") for _, one in parameters]
        return [
            *parameters,
            *((at, deep_copy(one)) for at, one in shared if self._target(one).get("name") not in names),
        ]

    def _target(self, parameter: JSON) -> dict[str, JSON]:
        reference = parameter.get("$ref")
        target = self.bodies.get(reference) or self.forms.get(reference) if isinstance(reference, str) else parameter
        return target if isinstance(target, dict) else {}

    def _parameters(self, parameters: list[tuple[int, JSON]], at: str) -> list[JSON]:
        converted: list[JSON] = []
        for index, parameter in parameters:
            to, source = f"{at}/{len(converted)}", f"{at}/{index}"
            if to != source:
                self.moves.move_up(to, source)
            usable = isinstance(parameter, dict) and "$ref" not in parameter
            converted.append(self._parameter(parameter, to, source) if usable else parameter)
        return converted

    def _parameter(self, parameter: dict[str, JSON], to: str, source: str) -> dict[str, JSON]:
        converted = {key: value for key, value in parameter.items() if key not in (*IN_SCHEMA, "collectionFormat")}
        text = self._is_text(parameter, source)
        if "schema" not in converted and "content" not in converted:
            converted["schema"] = {"type": "string"} if text else value_schema(parameter)
            self.moves.record(f"{to}/schema", source)
        if parameter.get("type") == "array" and not text:
            style = list_style(parameter)
            if parameter.get("in") in ("path", "header"):
                style = {"style": "simple"}
            converted.update(style)
        return converted

    def _is_text(self, parameter: dict[str, JSON], source: str) -> bool:
        """Whether a list is one text to OpenAPI 3, as it cannot say how its values are separated."""
        form = parameter.get("collectionFormat")
        narrow = parameter.get("in") in ("path", "header")
        is_text = parameter.get("type") == "array" and (form == "tsv" or (narrow and form in ONLY_IN_2))
        if is_text or holds_lists(parameter):
            form = form if is_text else as_object(parameter["items"]).get("collectionFormat")
            mark = SEPARATORS.get(str(form), SEPARATORS["csv"])
            self.report.warning(
                "collection-format-unsupported",
                f"The values of {'' if is_text else 'each list in '}{str(parameter.get('name'))!r} are separated by {mark},"
                f" which OpenAPI 3 cannot express here; Fledge makes {'it' if is_text else 'each'} a string.",
                origin=self.origin(f"{source}/{'' if is_text else 'items/'}collectionFormat"),
                hint=f"Its values are one string, separated by {mark}.",
            )
        return is_text

    def _request(self, parameters: list[tuple[str, JSON]], consumes: list[str], at: str) -> JSON:
        source, first = parameters[0]
        self.moved(at, source)
        if isinstance(first.get("$ref"), str) and first["$ref"] in self.bodies:
            name = last_token(str(first["$ref"]))
            if consumes == media_types(self.old.get("consumes")):
                return {"$ref": join("#/components/requestBodies", name)}
            first = self.bodies[first["$ref"]]
        if first.get("in") == "body":
            return self._body(first, consumes, at, source)
        fields = [(source_pointer, self._target(one)) for source_pointer, one in parameters]
        files = any(field.get("type") == "file" for _, field in fields)
        forms = [name for name in consumes if name in ("multipart/form-data", "application/x-www-form-urlencoded")]
        if files:
            forms = ["multipart/form-data"]
        schema: dict[str, JSON] = {"type": "object", "properties": {}}
        required: list[str] = []
        encoding: dict[str, JSON] = {}
        kinds = forms or ["application/x-www-form-urlencoded"]
        for source_pointer, field in fields:
            name = str(field.get("name", ""))
            text = self._is_text(field, source_pointer)
            schema["properties"][name] = {"type": "string"} if text else self._field(field, source_pointer)
            if field.get("required") is True:
                required.append(name)
            listed = field.get("type") == "array" and not text
            if listed and field.get("collectionFormat", "csv") != "multi":
                encoding[name] = list_style(field)
            for kind in kinds:
                self.moved(join(at, "content", kind, "schema", "properties", name), source_pointer)
        if required:
            schema["required"] = required
        body: dict[str, JSON] = {"content": {}}
        for kind in kinds:
            media: dict[str, JSON] = {"schema": deep_copy(schema)}
            if encoding:
                media["encoding"] = deep_copy(encoding)
            body["content"][kind] = media
        if required:
            body["required"] = True
        return body

    def _field(self, field: dict[str, JSON], source: str) -> JSON:
        """The schema of a field of a form, with all that the field says."""
        schema = value_schema(field)
        if not isinstance(schema, dict):
            return schema
        others = {
            key: value for key, value in field.items() if key not in ("name", "in", "schema", *_IN_FIELD, *IN_SCHEMA)
        }
        for key in [*others]:
            meant = None if key.startswith("x-") else most_similar(key, [*_IN_FIELD, *IN_SCHEMA])
            if meant:
                del others[key]
                self.report.warning(
                    "document-invalid",
                    f"A field of a form cannot have the key `{key}`.",
                    origin=self.origin(join(source, key)),
                    hint=f"Rename `{key}` to `{meant}`.",
                )
        described = {"description": field["description"]} if "description" in field else {}
        return {**schema, **others, **described}

    def _body(self, parameter: dict[str, JSON], consumes: list[str], to: str, source: str) -> dict[str, JSON]:
        used = ("name", "in", "schema", *IN_SCHEMA)
        body: dict[str, JSON] = {key: value for key, value in parameter.items() if key not in used}
        if "content" in parameter:
            return body
        schema = value_schema(parameter)
        if "schema" not in parameter:
            self.report.warning(
                "document-invalid",
                "A body has no `schema`.",
                origin=self.origin(source),
                hint="Put what the body is into `schema`, such as `schema: {type: object}`.",
            )
        body["content"] = {}
        for kind in consumes or ["application/json"]:
            body["content"][kind] = {"schema": deep_copy(schema)}
            self.moved(join(to, "content", kind, "schema"), f"{source}/schema")
        return body

    def _response(self, response: dict[str, JSON], produces: list[str], to: str, source: str) -> dict[str, JSON]:
        if "$ref" in response:
            return response
        schema, examples = response.get("schema"), as_object(response.get("examples"))
        content = response.get("content", {})
        used = ("examples", "headers", *(["schema"] if isinstance(schema, dict) else []))
        converted = {key: value for key, value in response.items() if key not in used}
        kinds: list[str] = []
        if isinstance(schema, dict):
            file = schema.get("type") == "file"
            rewrite_schema(schema)
            files = [each for each in produces if not is_json(each)] or ["*/*"]  # a file is no JSON
            kinds = files if file else produces or ["application/json"]
        if isinstance(content, dict):
            converted["content"] = dict(content)
            for kind in dict.fromkeys([*kinds, *(name for name in examples if "/" in name)]):
                media: dict[str, JSON] = dict(as_object(content.get(kind)))
                if isinstance(schema, dict):
                    media["schema"] = deep_copy(schema)
                    self.moved(join(to, "content", kind, "schema"), f"{source}/schema")
                if kind in examples:
                    media["example"] = examples[kind]
                converted["content"][kind] = media
        if "headers" in response:
            converted["headers"] = response["headers"]
        if isinstance(response.get("headers"), dict):
            converted["headers"] = {
                name: self._header(name, header, join(to, "headers", name), join(source, "headers", name))
                for name, header in response["headers"].items()
            }
        return converted

    def _header(self, name: str, header: JSON, to: str, source: str) -> JSON:
        if not isinstance(header, dict) or not {"$ref", "schema", "content"}.isdisjoint(header):
            return header
        kept = {key: value for key, value in header.items() if key not in (*IN_SCHEMA, "collectionFormat")}
        text = self._is_text({**header, "name": name, "in": "header"}, source)
        self.moves.record(f"{to}/schema", source)
        return {**kept, "schema": {"type": "string"} if text else value_schema(header)}


def redirect_references(tree: DocumentTree, targets: Mapping[str, str]) -> None:
    """Make references lead to where the conversion moved their targets: `#/definitions/Pet` to
    `#/components/schemas/Pet`.

    Call it after `coerce_containers`, so that no reference is missed. `targets` are the pointers of 3.0 by those of
    2.0.
    """
    for _, _, node in walk_references(tree.root):
        reference: str = node["$ref"]
        if reference.startswith("#/"):
            pointer, section = reference[1:], split(reference)[0]
            moved = nearest(pointer, targets)
            if moved:
                node["$ref"] = f"#{rebase(pointer, moved, targets[moved])}"
            elif section in _SECTIONS:
                node["$ref"] = rebase(reference, join("#", section), join("#/components", _SECTIONS[section]))
