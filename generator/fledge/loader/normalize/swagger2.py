"""Swagger 2.0 in, OpenAPI 3.0 out, so that nothing after this knows of 2.0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.document_tree import DocumentTree
from fledge.openapi.json_values import JSON, as_object, deep_copy
from fledge.openapi.media_types import is_json
from fledge.openapi.objects import METHODS, walk_references
from fledge.openapi.pointer import join, last_token, nearest, rebase, split

_SECTIONS = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
_IN_SCHEMA = (
    "type",
    "format",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
)
"""What a parameter, header or item says of its value beside its name (Swagger 2.0, Parameter Object)."""

_STYLES = {
    "csv": {"style": "form", "explode": False},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "multi": {"style": "form", "explode": True},
}


_ONLY_IN_2 = ("ssv", "tsv", "pipes")
"""What 3.x cannot say in paths and headers; and tabs (tsv) nowhere."""


def convert(tree: DocumentTree, report: DiagnosticCollector) -> tuple[DocumentTree, dict[str, str]]:
    """The same description in OpenAPI 3.0, and its pointers of 3.0 by those of 2.0; its source map leads to the 2.0 text.

    References are still those of 2.0: see `redirect_references`. A value of a wrong type is kept as it is: later steps
    report it.
    """
    converter = _Converter(tree, report)
    return converter.convert(), converter.targets


class _Converter:
    """The conversion of one description."""

    def __init__(self, tree: DocumentTree, report: DiagnosticCollector) -> None:
        self.old = tree.root
        self.report = report
        self.origin = tree.origin  # of pointers of 2.0, which in 3.0 may stand for something else
        self.tree = DocumentTree(source=tree.source, root={}, source_map=dict(tree.source_map))
        self.bodies: dict[str, JSON] = {}
        self.forms: dict[str, JSON] = {}
        self.targets: dict[str, str] = {}

    def convert(self) -> DocumentTree:
        old, new = self.old, self.tree.root
        new["openapi"] = "3.0.3"
        self.moved("/openapi", "/swagger")
        servers = self._servers(old)
        if servers:
            new["servers"] = servers
            self.moved("/servers", "/host" if "host" in old else "/basePath")
        for key in ("info", "tags", "security", "externalDocs"):
            if key in old:
                new[key] = old[key]
        components = self._components()
        paths = old.get("paths", {})
        new["paths"] = paths
        if isinstance(paths, dict):
            new["paths"] = {
                path: item if path.startswith("x-") else self._path(join("/paths", path), item)
                for path, item in paths.items()
            }
        if components:
            new["components"] = components
        new.update({key: value for key, value in old.items() if key.startswith("x-")})
        return self.tree

    def moved(self, to: str, source: str) -> None:
        """The node of 2.0 at `source` is now at `to`, the first of several."""
        self.tree.moved(to, self.origin(source))
        self.targets.setdefault(source, to)

    def _servers(self, old: dict[str, JSON]) -> list[JSON]:
        host, base = old.get("host"), old.get("basePath", "")
        base = base if isinstance(base, str) else ""
        if not isinstance(host, str):
            return [{"url": base}] if base else []
        schemes = old.get("schemes")
        names = [name for name in schemes if name in ("http", "https")] if isinstance(schemes, list) else []
        names.sort(key=lambda name: name != "https")  # the safe one first: it is the client's default
        return [{"url": f"{name}://{host}{base}".rstrip("/")} for name in names or ["https"]]

    def _components(self) -> dict[str, JSON]:
        components: dict[str, JSON] = {}
        for section, name in _SECTIONS.items():
            for key, value in as_object(self.old.get(section)).items():
                source, to = join("", section, key), join("/components", name, key)
                converted = value
                if isinstance(value, dict):
                    if section == "definitions":
                        _schema(value)
                    elif section == "responses":
                        converted = self._response(value, _types(self.old.get("produces")), to, source)
                    elif section == "securityDefinitions":
                        converted = _scheme(value)
                    elif value.get("in") == "body":
                        self.bodies[f"#{source}"] = value
                        to = join("/components/requestBodies", key)
                        converted = self._body(value, _types(self.old.get("consumes")), to, source)
                        components.setdefault("requestBodies", {})[key] = converted
                        self.moved(to, source)
                        continue
                    elif value.get("in") == "formData":
                        self.forms[f"#{source}"] = value  # has no place of its own in 3.0
                        continue
                    else:
                        converted = self._parameter(value, to, source)
                components.setdefault(name, {})[key] = converted
                self.moved(to, source)
        return components

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
        consumes = _types(operation.get("consumes", self.old.get("consumes")))
        produces = _types(operation.get("produces", self.old.get("produces")))
        converted = {key: value for key, value in operation.items() if key not in ("consumes", "produces", "schemes")}
        parameters = operation.get("parameters")
        indexed = list(enumerate(parameters)) if isinstance(parameters, list) else []
        body = [(f"{at}/parameters/{index}", one) for index, one in indexed if self._in_body(one)]
        if isinstance(parameters, list):
            plain = [(index, one) for index, one in indexed if not self._in_body(one)]
            converted["parameters"] = self._parameters(plain, f"{at}/parameters")
        body = self._overriding(body, shared)
        if body:
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
            servers = self._servers({**self.old, "schemes": operation["schemes"]})
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
            origin = self.origin(source)
            if to != source:
                self.tree.moved(to, origin)
                self.targets.setdefault(source, to)
            usable = isinstance(parameter, dict) and "$ref" not in parameter
            converted.append(self._parameter(parameter, to, source) if usable else parameter)
        return converted

    def _parameter(self, parameter: dict[str, JSON], to: str, source: str) -> dict[str, JSON]:
        converted = {key: value for key, value in parameter.items() if key not in (*_IN_SCHEMA, "collectionFormat")}
        text = self._is_text(parameter, source)
        if "schema" not in converted:
            converted["schema"] = {"type": "string"} if text else self._value(parameter)
            self.tree.moved(f"{to}/schema", self.origin(source))
        if parameter.get("type") == "array" and not text:
            style = dict(_STYLES.get(str(parameter.get("collectionFormat", "csv")), _STYLES["csv"]))
            if parameter.get("in") in ("path", "header"):
                style = {"style": "simple"}
            converted.update(style)
        return converted

    def _is_text(self, parameter: dict[str, JSON], source: str) -> bool:
        """Whether a list is one text to OpenAPI 3, as it cannot say how its values are separated."""
        form = parameter.get("collectionFormat")
        narrow = parameter.get("in") in ("path", "header")
        if parameter.get("type") != "array" or not (form == "tsv" or (narrow and form in _ONLY_IN_2)):
            return False
        mark = {"ssv": "spaces", "tsv": "tabs", "pipes": "pipes (|)"}[str(form)]
        self.report.warning(
            "collection-format-unsupported",
            f"The values of {str(parameter.get('name'))!r} are separated by {mark}, which OpenAPI 3 cannot express here;"
            " Fledge makes it a string.",
            origin=self.origin(f"{source}/collectionFormat"),
            hint=f"Pass the values as one string, separated by {mark}.",
        )
        return True

    def _value(self, parameter: dict[str, JSON]) -> dict[str, JSON]:
        schema = {key: parameter[key] for key in _IN_SCHEMA if key in parameter}
        if parameter.get("x-nullable") is True:
            schema["nullable"] = True
        _schema(schema)
        return schema

    def _request(self, parameters: list[tuple[str, JSON]], consumes: list[str], at: str) -> JSON:
        source, first = parameters[0]
        self.moved(at, source)
        if isinstance(first.get("$ref"), str) and first["$ref"] in self.bodies:
            name = last_token(str(first["$ref"]))
            if consumes == _types(self.old.get("consumes")):
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
            value: dict[str, JSON] = {"type": "string"} if text else self._value(field)
            if "description" in field:
                value["description"] = field["description"]
            schema["properties"][name] = value
            if field.get("required") is True:
                required.append(name)
            listed = field.get("type") == "array" and not text
            if listed and field.get("collectionFormat", "csv") != "multi":
                encoding[name] = dict(_STYLES.get(str(field.get("collectionFormat", "csv")), _STYLES["csv"]))
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

    def _body(self, parameter: dict[str, JSON], consumes: list[str], to: str, source: str) -> dict[str, JSON]:
        body: dict[str, JSON] = {key: parameter[key] for key in ("description", "required") if key in parameter}
        body.update({key: value for key, value in parameter.items() if key.startswith("x-")})
        schema = parameter.get("schema", {})
        if isinstance(schema, dict):
            _schema(schema)
        body["content"] = {}
        for kind in consumes or ["application/json"]:
            body["content"][kind] = {"schema": deep_copy(schema)}
            self.moved(join(to, "content", kind, "schema"), f"{source}/schema")
        return body

    def _response(self, response: dict[str, JSON], produces: list[str], to: str, source: str) -> dict[str, JSON]:
        if "$ref" in response:
            return response
        converted = {key: value for key, value in response.items() if key not in ("schema", "examples", "headers")}
        schema, examples = response.get("schema"), as_object(response.get("examples"))
        if isinstance(schema, dict):
            file = schema.get("type") == "file"
            _schema(schema)
            files = [each for each in produces if not is_json(each)] or ["*/*"]  # a file is no JSON
            kinds = files if file else produces or ["application/json"]
        else:
            kinds = []
            converted["content"] = {}
        for kind in dict.fromkeys([*kinds, *(name for name in examples if "/" in name)]):
            media: dict[str, JSON] = {}
            if isinstance(schema, dict):
                media["schema"] = deep_copy(schema)
                self.moved(join(to, "content", kind, "schema"), f"{source}/schema")
            if kind in examples:
                media["example"] = examples[kind]
            converted.setdefault("content", {})[kind] = media
        for name, header in as_object(response.get("headers")).items():
            if isinstance(header, dict):
                kept = {key: value for key, value in header.items() if key == "description" or key.startswith("x-")}
                header = {**kept, "schema": self._value(header)}
                self.tree.moved(join(to, "headers", name, "schema"), self.origin(join(source, "headers", name)))
            converted.setdefault("headers", {})[name] = header
        return converted


def _scheme(scheme: dict[str, JSON]) -> dict[str, JSON]:
    if scheme.get("type") == "basic":
        return {**scheme, "type": "http", "scheme": "basic"}
    if scheme.get("type") == "oauth2":
        flow: dict[str, JSON] = {key: scheme[key] for key in ("authorizationUrl", "tokenUrl") if key in scheme}
        flow["scopes"] = as_object(scheme.get("scopes"))
        name = str(scheme.get("flow", "implicit"))
        kept = {key: value for key, value in scheme.items() if key in ("type", "description") or key.startswith("x-")}
        return {**kept, "flows": {_FLOWS.get(name, name): flow}}
    return scheme


def _schema(schema: dict[str, JSON]) -> None:
    """What 2.0 spells otherwise in schemas, in place: files, `x-nullable`, the discriminator."""
    stack: list[Any] = [schema]
    while stack:
        node = stack.pop()
        if not isinstance(node, dict):
            continue
        if node.get("type") == "file":
            node["type"], node["format"] = "string", "binary"
        if node.get("x-nullable") is True:
            node["nullable"] = True
        if isinstance(node.get("discriminator"), str):
            node["discriminator"] = {"propertyName": node["discriminator"]}
        for key in ("properties", "patternProperties", "definitions"):
            stack += as_object(node.get(key)).values()
        for key in ("allOf", "anyOf", "oneOf"):
            stack += node[key] if isinstance(node.get(key), list) else ()
        stack += [node.get(key) for key in ("items", "additionalProperties", "not")]


def redirect_references(tree: DocumentTree, targets: Mapping[str, str]) -> None:
    """Make references lead to where the conversion moved their targets: `#/definitions/Pet` to `#/components/schemas/Pet`.

    Call it after `coerce_containers`, so that no reference is missed. `targets` are the pointers of 3.0 by those of 2.0.
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


def _types(value: JSON) -> list[str]:
    return [kind for kind in value if isinstance(kind, str)] if isinstance(value, list) else []
