"""Swagger 2.0 in, OpenAPI 3.0 out, so that nothing after this knows of 2.0."""

from __future__ import annotations

from typing import Any

from generator.diagnostics import Report
from generator.loader.draft import Draft, copy
from generator.loader.grammar import METHODS, REFERABLE, walk
from generator.loader.spec import JSON, escape

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


def lift(draft: Draft, report: Report) -> Draft:
    """The same description in OpenAPI 3.0; places still lead into the 2.0 text.

    References are still those of 2.0: see `respell`. Never fails: what is not of the form that 2.0 asks for is taken
    over as it is, and judged by the steps after this.
    """
    return _Lifter(draft, report).lift()


class _Lifter:
    """The lifting of one description."""

    def __init__(self, draft: Draft, report: Report) -> None:
        self.old = draft.root
        self.report = report
        self.draft = Draft(document=draft.document, root={}, origins=dict(draft.origins))
        self.bodies: dict[str, JSON] = {}
        self.forms: dict[str, JSON] = {}

    def lift(self) -> Draft:
        old, new = self.old, self.draft.root
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
        paths = _object(old.get("paths"))
        new["paths"] = {
            path: item if path.startswith("x-") else self._path(f"/paths/{escape(path)}", item)
            for path, item in paths.items()
        }
        if components:
            new["components"] = components
        new.update({key: value for key, value in old.items() if key.startswith("x-")})
        return self.draft

    def moved(self, to: str, source: str) -> None:
        self.draft.moved(to, self.draft.origin(source))

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
            for key, value in _object(self.old.get(section)).items():
                source, to = f"/{section}/{escape(key)}", f"/components/{name}/{escape(key)}"
                lifted = value
                if isinstance(value, dict):
                    if section == "definitions":
                        _schema(value)
                    elif section == "responses":
                        lifted = self._response(value, _types(self.old.get("produces")), to, source)
                    elif section == "securityDefinitions":
                        lifted = _scheme(value)
                    elif value.get("in") == "body":
                        self.bodies[f"#{source}"] = value
                        to = f"/components/requestBodies/{escape(key)}"
                        lifted = self._body(value, _types(self.old.get("consumes")), to, source)
                        components.setdefault("requestBodies", {})[key] = lifted
                        self.moved(to, source)
                        continue
                    elif value.get("in") == "formData":
                        self.forms[f"#{source}"] = value  # has no place of its own in 3.0
                        continue
                    else:
                        lifted = self._parameter(value, to, source)
                components.setdefault(name, {})[key] = lifted
                self.moved(to, source)
        return components

    def _path(self, pointer: str, item: JSON) -> JSON:
        if not isinstance(item, dict):
            return item
        bodies: list[tuple[str, JSON]] = []
        lifted: dict[str, JSON] = {}
        for key, value in item.items():
            if key == "parameters" and isinstance(value, list):
                plain = [(index, one) for index, one in enumerate(value) if not self._in_body(one)]
                bodies = [
                    (f"{pointer}/parameters/{index}", one) for index, one in enumerate(value) if self._in_body(one)
                ]
                lifted[key] = self._parameters(plain, f"{pointer}/parameters")
            else:
                lifted[key] = value
        for key in METHODS:
            if isinstance(lifted.get(key), dict):
                lifted[key] = self._operation(f"{pointer}/{key}", lifted[key], bodies)
        return lifted

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
        lifted = {key: value for key, value in operation.items() if key not in ("consumes", "produces", "schemes")}
        parameters = operation.get("parameters")
        own = list(enumerate(parameters)) if isinstance(parameters, list) else []
        body = [(f"{at}/parameters/{index}", one) for index, one in own if self._in_body(one)]
        if isinstance(parameters, list):
            plain = [(index, one) for index, one in own if not self._in_body(one)]
            lifted["parameters"] = self._parameters(plain, f"{at}/parameters")
        body = self._overriding(body, shared)
        if body:
            lifted["requestBody"] = self._request(body, consumes, f"{at}/requestBody")
        if isinstance(operation.get("responses"), dict):
            lifted["responses"] = {
                status: (
                    self._response(one, produces, *(2 * (f"{at}/responses/{escape(status)}",)))
                    if isinstance(one, dict) and not status.startswith("x-")
                    else one
                )
                for status, one in operation["responses"].items()
            }
        if isinstance(operation.get("schemes"), list) and operation["schemes"] != self.old.get("schemes"):
            servers = self._servers({**self.old, "schemes": operation["schemes"]})
            if servers and "host" in self.old:
                lifted["servers"] = servers
                self.moved(f"{at}/servers", f"{at}/schemes")
        return lifted

    def _overriding(self, own: list[tuple[str, JSON]], shared: list[tuple[str, JSON]]) -> list[tuple[str, JSON]]:
        """An operation's body overrides that of its path; fields of a form override those of the same name."""
        if any(self._target(one).get("in") == "body" for _, one in own):
            return own
        names = [self._target(one).get("name") for _, one in own]
        return [*own, *((at, copy(one)) for at, one in shared if self._target(one).get("name") not in names)]

    def _target(self, parameter: JSON) -> dict[str, JSON]:
        reference = parameter.get("$ref")
        found = self.bodies.get(reference) or self.forms.get(reference) if isinstance(reference, str) else parameter
        return found if isinstance(found, dict) else {}

    def _parameters(self, parameters: list[tuple[int, JSON]], at: str) -> list[JSON]:
        lifted: list[JSON] = []
        for index, parameter in parameters:
            to, source = f"{at}/{len(lifted)}", f"{at}/{index}"
            origin = self.draft.origin(source)
            if to != source:
                self.draft.moved(to, origin)
            usable = isinstance(parameter, dict) and "$ref" not in parameter
            lifted.append(self._parameter(parameter, to, source) if usable else parameter)
        return lifted

    def _parameter(self, parameter: dict[str, JSON], to: str, source: str) -> dict[str, JSON]:
        lifted = {key: value for key, value in parameter.items() if key not in (*_IN_SCHEMA, "collectionFormat")}
        text = self._is_text(parameter, source)
        if "schema" not in lifted:
            lifted["schema"] = {"type": "string"} if text else self._value(parameter)
            self.draft.moved(f"{to}/schema", self.draft.origin(source))
        if parameter.get("type") == "array" and not text:
            style = dict(_STYLES.get(str(parameter.get("collectionFormat", "csv")), _STYLES["csv"]))
            if parameter.get("in") in ("path", "header"):
                style = {"style": "simple"}
            lifted.update(style)
        return lifted

    def _is_text(self, parameter: dict[str, JSON], source: str) -> bool:
        """Whether a list is one text to OpenAPI 3, as it cannot say how its values are separated."""
        form = parameter.get("collectionFormat")
        narrow = parameter.get("in") in ("path", "header")
        if parameter.get("type") != "array" or not (form == "tsv" or (narrow and form in _ONLY_IN_2)):
            return False
        mark = {"ssv": "spaces", "tsv": "tabs", "pipes": "pipes (|)"}[str(form)]
        self.report.warning(
            "collection-format-unsupported",
            f"The values of {str(parameter.get('name'))!r} are separated by {mark}, which OpenAPI 3 does not know here;"
            " it is a text.",
            origin=self.draft.origin(f"{source}/collectionFormat"),
            hint=f"Pass the values as one text, separated by {mark}.",
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
            name = str(first["$ref"]).rpartition("/")[2]
            if consumes == _types(self.old.get("consumes")):
                return {"$ref": f"#/components/requestBodies/{name}"}
            first = self.bodies[first["$ref"]]
        if first.get("in") == "body":
            return self._body(first, consumes, at, source)
        fields = [(way, self._target(one)) for way, one in parameters]
        files = any(field.get("type") == "file" for _, field in fields)
        forms = [name for name in consumes if name in ("multipart/form-data", "application/x-www-form-urlencoded")]
        if files:
            forms = ["multipart/form-data"]
        schema: dict[str, JSON] = {"type": "object", "properties": {}}
        required: list[str] = []
        encoding: dict[str, JSON] = {}
        kinds = forms or ["application/x-www-form-urlencoded"]
        for way, field in fields:
            name = str(field.get("name", ""))
            text = self._is_text(field, way)
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
                self.moved(f"{at}/content/{escape(kind)}/schema/properties/{escape(name)}", way)
        if required:
            schema["required"] = required
        body: dict[str, JSON] = {"content": {}}
        for kind in kinds:
            media: dict[str, JSON] = {"schema": copy(schema)}
            if encoding:
                media["encoding"] = copy(encoding)
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
            body["content"][kind] = {"schema": copy(schema)}
            self.moved(f"{to}/content/{escape(kind)}/schema", f"{source}/schema")
        return body

    def _response(self, response: dict[str, JSON], produces: list[str], to: str, source: str) -> dict[str, JSON]:
        if "$ref" in response:
            return response
        lifted = {key: value for key, value in response.items() if key not in ("schema", "examples", "headers")}
        schema, examples = response.get("schema"), _object(response.get("examples"))
        if isinstance(schema, dict):
            file = schema.get("type") == "file"
            _schema(schema)
            kinds = produces or (["application/octet-stream"] if file else ["application/json"])
        else:
            kinds = []
        for kind in dict.fromkeys([*kinds, *(name for name in examples if "/" in name)]):
            media: dict[str, JSON] = {}
            if isinstance(schema, dict):
                media["schema"] = copy(schema)
                self.moved(f"{to}/content/{escape(kind)}/schema", f"{source}/schema")
            if kind in examples:
                media["example"] = examples[kind]
            lifted.setdefault("content", {})[kind] = media
        for name, header in _object(response.get("headers")).items():
            if isinstance(header, dict):
                kept = {key: value for key, value in header.items() if key == "description" or key.startswith("x-")}
                header = {**kept, "schema": self._value(header)}
            lifted.setdefault("headers", {})[name] = header
        return lifted


def _scheme(scheme: dict[str, JSON]) -> dict[str, JSON]:
    if scheme.get("type") == "basic":
        return {**scheme, "type": "http", "scheme": "basic"}
    if scheme.get("type") == "oauth2":
        flow: dict[str, JSON] = {key: scheme[key] for key in ("authorizationUrl", "tokenUrl") if key in scheme}
        flow["scopes"] = _object(scheme.get("scopes"))
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
            stack += _object(node.get(key)).values()
        for key in ("allOf", "anyOf", "oneOf"):
            stack += node[key] if isinstance(node.get(key), list) else ()
        stack += [node.get(key) for key in ("items", "additionalProperties", "not")]


def respell(draft: Draft) -> None:
    """`#/definitions/Pet` is `#/components/schemas/Pet`; done when every container is one, so that none is missed."""
    for kind, _, node in walk(draft.root):
        reference = node.get("$ref") if isinstance(node, dict) and kind in REFERABLE else None
        if isinstance(reference, str) and reference.startswith("#/"):
            section, _, rest = reference[2:].partition("/")
            if section in _SECTIONS:
                node["$ref"] = f"#/components/{_SECTIONS[section]}/{rest}"


def _types(value: JSON) -> list[str]:
    return [kind for kind in value if isinstance(kind, str)] if isinstance(value, list) else []


def _object(value: JSON) -> dict[str, JSON]:
    return value if isinstance(value, dict) else {}
