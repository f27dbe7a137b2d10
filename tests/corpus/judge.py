"""Requests, judged by openapi-core against the document as its author wrote it.

openapi-core is slow on large documents, so it gets an excerpt for each operation: the operation and what it refers to.
What this version of it cannot do, and what is done instead, is listed here; each entry names a fault of openapi-core.

- The name of an HTTP scheme is compared in lower case with the document's spelling: the excerpt spells it so.
- An object that is exploded in the style `form` is looked for under its own name: the excerpt has a parameter for each
  property, which is the same request (OpenAPI 3.1.1, 4.8.12.4).
- `deepObject` ends at the first level, and of a union the styles `form` and `simple` read the first value, or all as one
  text: these have readers here.
- What is nested in an array has no style; it comes as JSON.
- A list of types makes a parameter unreadable: null, which no parameter can be, is left out; several become an `anyOf`.
- A default takes the place of what was not sent: the excerpt has none.
- What is `readOnly` and no property must not be sent (a parameter, an item, a body): it is said of properties only.
- Headers that OpenAPI says to ignore are looked for (3.1.1, 4.8.12.1): the excerpt has none.
- Numbers and booleans in a multipart body stay text: the excerpt says which text, and of a union nothing but
  whether it may be a list, of which else only one item is read. A list that is not there is an empty one, which may
  be too short: lists have no bounds.
- The format `time` is that of an old draft of JSON Schema, and `uri` is anything: here both are those of the RFCs.
- A discriminator refuses what the schemas allow, where it names none of them; it is to change no verdict (3.1.1, 4.8.25):
  the excerpt has none.
- Of a form's properties only those are read that are declared: what is required beside them is declared as anything.
  Further ones are not cast, so they may be anything, too. Of a union the first member is cast to that takes text, so
  those that take less come first. What has a style in a multipart body is not cast.
- Path values are not percent-decoded, a multipart part that is text neither: both are decoded before they are cast.
- Bytes are no string for a schema of OpenAPI 3.1, and text no number for any: content that is not JSON is text, and
  text has the type string.
- Only two media types that end in `+json` are read as JSON: the others are added, and those of JSON lines.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, unquote, urlsplit

import yaml

from tests.corpus.excerpt import NAMED, Reachable, at, resolved

JSON: TypeAlias = Any


class _Loader(yaml.CSafeLoader):
    """YAML with the scalars of JSON only: dates stay text, and so does `no`."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.rpartition(":")[2] in ("int", "float", "null", "merge")]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), "tTfF")


def original(source: Path) -> JSON | None:
    """The document as its author wrote it; None where it is in several files, or of a version before 3."""
    if not source.is_file() or source.suffix not in (".json", ".yaml", ".yml"):
        return None
    text = source.read_text(encoding="utf-8")
    root = json.loads(text) if source.suffix == ".json" else yaml.load(text, Loader=_Loader)
    root = json.loads(json.dumps(root, default=str))  # keys of `responses` are text
    if not str(root.get("openapi", "")).startswith("3.") or any(
        isinstance(reference, str) and not reference.startswith("#") for reference in _all_references(root)
    ):
        return None
    return root


def _all_references(node: JSON) -> Iterator[Any]:
    if isinstance(node, dict):
        yield from (value for key, value in node.items() if key == "$ref")
        for value in node.values():
            yield from _all_references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _all_references(value)


_DOCS = frozenset({"description", "discriminator", "default", "example", "examples"})
_TEXTS = {"boolean": "^(true|false)$", "integer": r"^-?\d+$", "number": r"^-?\d+(\.\d+)?([eE][+-]?\d+)?$"}
_URI = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_TIME = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """A request as it was sent."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class Verdict:
    """What openapi-core says of a request: its faults, and the values that it read, by place and name."""

    faults: list[str] = field(default_factory=list[str])
    values: dict[tuple[str, str], Any] = field(default_factory=dict[tuple[str, str], Any])


def small(root: JSON) -> Reachable:
    """A document, of which excerpts are made."""
    return Reachable(root, _without_docs)


def excerpt(whole: Reachable, template: str, method: str) -> JSON:
    """A document that holds one operation."""
    root = whole.root
    item = resolved(root, root["paths"][template])
    path, _, query = template.partition("#")[0].partition("?")
    own = item.get(method.lower()) or item["additionalOperations"][method]
    stated = [resolved(root, each) for each in (*(item.get("parameters") or ()), *(own.get("parameters") or ()))]
    parameters = {(each.get("in"), each.get("name")): each for each in stated}
    asked = [
        {"name": name, "in": "query", "required": True, "schema": {"enum": [value]}} for name, value in parse_qsl(query)
    ]
    operation = {
        **{key: _without_docs(own[key]) for key in ("requestBody", "security", "servers") if key in own},
        "parameters": asked + [one for each in parameters.values() for one in _readable(root, _without_docs(each))],
        "responses": {},
    }
    if "requestBody" in operation:
        body = _without_docs(resolved(root, operation["requestBody"]))
        for media_type, stated in (body.get("content") or {}).items():
            if media_type.startswith("multipart/") and "schema" in stated:
                stated["schema"] = _textual(root, stated["schema"], stated.get("encoding") or {})
            elif media_type == "application/x-www-form-urlencoded" and "schema" in stated:
                stated["schema"] = _castable(stated["schema"])
        operation["requestBody"] = body
    tree = whole.tree(operation)
    schemes = at(root, "/components/securitySchemes") if "securitySchemes" in (root.get("components") or {}) else {}
    tree.setdefault("components", {})["securitySchemes"] = {
        name: _lower(resolved(root, scheme)) for name, scheme in schemes.items()
    }
    return {
        **tree,
        "openapi": root["openapi"],
        "info": {"title": "Excerpt", "version": "1"},
        **_kept(root, "servers", "security", "jsonSchemaDialect"),
        "paths": {**tree.get("paths", {}), path: {**_kept(item, "servers"), method.lower(): operation}},
    }


def _kept(node: JSON, *keys: str) -> JSON:
    return {key: node[key] for key in keys if node.get(key)}


def _lower(scheme: JSON) -> JSON:
    return {**scheme, "scheme": scheme["scheme"].lower()} if isinstance(scheme.get("scheme"), str) else scheme


def _without_docs(node: JSON, within: str = "") -> JSON:
    """A part of a document without what is long and says nothing of the wire; `within`: the keyword whose keys are names."""
    if isinstance(node, list):
        return [_without_docs(value) for value in node]
    if not isinstance(node, dict):
        return node
    named = within in NAMED
    left_out = _DOCS if within == "property" else _DOCS | {"readOnly"}
    made = {
        key: _without_docs(value, "property" if within == "properties" else "" if named or key not in NAMED else key)
        for key, value in node.items()
        if named or key not in left_out
    }
    if not named and isinstance(made.get("properties"), dict) and "additionalProperties" not in made:
        made["properties"] = {**{name: {} for name in made.get("required") or ()}, **made["properties"]}
    texts = {key: {"schema": {"type": "string"}} for key in made if named and key.startswith("text/")}
    return made | texts


def _castable(schema: JSON) -> JSON:
    """The schema of a form with what openapi-core casts: declared properties, and the first member of a union."""
    if isinstance(schema, list):
        return [_castable(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _castable(part) for key, part in schema.items()}
    if isinstance(made.get("additionalProperties"), dict):
        made["additionalProperties"] = True
    if isinstance(branches := made.get("anyOf"), list):
        made["anyOf"] = sorted(branches, key=lambda branch: branch.get("type") not in _TEXTS)
    return made


def _textual(root: JSON, schema: JSON, encoding: JSON) -> JSON:
    """The schema of a multipart body with its numbers and booleans as text, and anything for what has a style."""
    schema = _without_docs(resolved(root, schema))
    parts = {
        name: {} if "style" in encoding.get(name, {}) else _scalar(root, part)
        for name, part in (schema.get("properties") or {}).items()
    }
    made = {**schema, "properties": parts}
    return (
        {**made, "allOf": [_textual(root, part, encoding) for part in schema["allOf"]]} if "allOf" in schema else made
    )


def _scalar(root: JSON, schema: JSON) -> JSON:
    part = resolved(root, schema)
    if part.get("type") in _TEXTS:
        return {"type": "string", "pattern": _TEXTS[part["type"]]}
    if branches := [*(part.get("anyOf") or ()), *(part.get("oneOf") or ())]:
        return {"type": "array"} if any(resolved(root, each).get("type") == "array" for each in branches) else {}
    return {"type": "array", "items": _scalar(root, part.get("items", {}))} if part.get("type") == "array" else schema


def _readable(root: JSON, parameter: JSON) -> Iterator[JSON]:
    """The parameter, or what says the same in a form that openapi-core reads."""
    if parameter["in"] == "header" and parameter["name"].lower() in ("accept", "authorization", "content-type"):
        return
    if "schema" not in parameter:
        yield parameter
        return
    schema = resolved(root, parameter["schema"])
    kinds = schema.get("type") if isinstance(schema, Mapping) else None
    if isinstance(kinds, list):
        some = [kind for kind in kinds if kind != "null"]
        rest = {key: value for key, value in schema.items() if key != "type"}
        branches = [{**rest, "type": kind} for kind in some]
        schema = branches[0] if len(branches) == 1 else {"anyOf": branches}
        parameter = {**parameter, "schema": schema}
    style = parameter.get("style", "form" if parameter["in"] in ("query", "cookie") else "simple")
    properties = dict(_properties(root, schema))
    if style == "form" and parameter.get("explode", True) and properties and schema.get("type", "object") == "object":
        needed = schema.get("required") or () if parameter.get("required") else ()
        for name, part in properties.items():
            yield {"name": name, "in": parameter["in"], "schema": part, "required": name in needed}
        return
    yield parameter


def _properties(root: JSON, schema: JSON) -> Iterator[tuple[str, JSON]]:
    if isinstance(schema, Mapping):
        yield from (schema.get("properties") or {}).items()
        for key in ("allOf", "anyOf", "oneOf"):
            for part in schema.get(key) or ():
                yield from _properties(root, resolved(root, part))


def judge(document: JSON, recorded: RecordedRequest) -> Verdict:
    """Ask openapi-core about a request of the one operation of `document`."""
    from jsonschema_path import SchemaPath
    from openapi_core.templating.paths.exceptions import PathError
    from openapi_core.templating.paths.finders import APICallPathFinder

    spec = SchemaPath.from_dict(document)
    request = _Request(recorded)
    verdict = Verdict()
    try:
        found = APICallPathFinder(spec).find(request.method, f"{request.host_url}{request.path}")
    except PathError as error:
        return Verdict([f"{type(error).__name__}: {error}"])
    request.parameters.path = {name: unquote(value) for name, value in found.path_result.variables.items()}
    verdict.values.update({("path", name): value for name, value in request.parameters.path.items()})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        validator = _validator_class(document["openapi"])(spec, **_settings(document))
        validator.read = verdict.values
        for error in validator.iter_errors(request):
            cause = error.__cause__
            details = getattr(cause, "schema_errors", None) or [cause or ""]
            told = "; ".join(str(getattr(each, "message", each)) for each in details)
            verdict.faults.append(f"{str(error).partition(': Value')[0]}: {told}"[:600])
    return verdict


def _validator_class(version: str) -> Any:
    """openapi-core's validator for a version, which also remembers what it read."""
    from openapi_core.validation.request import validators

    base = getattr(validators, f"V{''.join(version.split('.')[:2])}RequestValidator")

    class Remembering(base):
        read: dict[tuple[str, str], Any]

        def _get_parameter(self, parameters: Any, param: Any) -> Any:
            value = super()._get_parameter(parameters, param)
            self.read[(param / "in").read_str(), (param / "name").read_str()] = value
            return value

        def _get_body(self, body: Any, mimetype: str, operation: Any) -> Any:
            value = super()._get_body(body, mimetype, operation)
            self.read["body", ""] = value
            return value

    return Remembering


def _settings(document: JSON) -> dict[str, Any]:
    from openapi_core.deserializing.media_types import media_type_deserializers
    from openapi_core.deserializing.media_types.factories import MediaTypeDeserializersFactory
    from openapi_core.deserializing.styles import style_deserializers
    from openapi_core.deserializing.styles.factories import StyleDeserializersFactory
    from openapi_core.deserializing.styles.util import form_loads, simple_loads

    base = _validator_class(document["openapi"])

    def form(explode: bool, name: str, kind: str, location: Any) -> Any:
        values = location.getlist(name) if hasattr(location, "getlist") else []
        if explode and not kind and len(values) > 1:
            return values
        value = form_loads(explode, name, kind, location)
        if kind == "array" and value and value[0][:1] in ("{", "["):
            return [json.loads(part) for part in value] if explode else json.loads(f"[{location[name]}]")
        if kind in ("", "object") and isinstance(value, str) and value[:1] == "{":
            return json.loads(value)
        return value if explode else _listed(kind, value)

    def simple(explode: bool, name: str, kind: str, location: Any) -> Any:
        return _listed(kind, simple_loads(explode, name, kind, location))

    styles = {**style_deserializers, "deepObject": _deep, "form": form, "simple": simple}
    factory = StyleDeserializersFactory(base.schema_casters_factory, style_deserializers=styles)
    more = {media_type: json.loads for media_type in _media_types(document) if re.search("[+]json$", media_type)}
    more |= {t: _as_text for t in _media_types(document) if not re.search("jsonl?$|form-", t)}
    more |= {media_type: _lines for media_type in _media_types(document) if re.search("ndjson$|jsonl$", media_type)}
    more["application/octet-stream"] = _as_text
    return {
        "extra_format_validators": {"time": partial(_matches, _TIME), "uri": partial(_matches, _URI)},
        "style_deserializers_factory": factory,
        "media_type_deserializers_factory": MediaTypeDeserializersFactory(
            factory, media_type_deserializers=media_type_deserializers
        ),
        "extra_media_type_deserializers": more,
    }


def _listed(kind: str, value: Any) -> Any:
    """The value of a union: a list where there are commas."""
    return value.split(",") if not kind and isinstance(value, str) and "," in value else value


def _lines(value: bytes) -> list[Any]:
    return [json.loads(line) for line in value.splitlines() if line]


def _matches(pattern: re.Pattern[str], value: Any) -> bool:
    return not isinstance(value, str) or pattern.fullmatch(value) is not None


def _as_text(value: bytes | str, **parameters: str) -> str:
    return value.decode() if isinstance(value, bytes) else value


def _media_types(node: JSON) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "content" and isinstance(value, dict):
                yield from (name.partition(";")[0].strip().lower() for name in value)
            yield from _media_types(value)
    elif isinstance(node, list):
        for value in node:
            yield from _media_types(value)


def _deep(explode: bool, name: str, kind: str, location: Any) -> Any:
    """`name[a][b]=1`, to any depth; a name alone is a value that is no object."""
    pairs = location.items(multi=True) if hasattr(location, "getlist") else location.items()
    made: dict[str, Any] = {}
    plain: list[Any] = []
    for key, value in pairs:
        if key == name:
            plain.append(value)
        elif key.startswith(f"{name}["):
            *way, last = re.findall(r"\[([^\]]*)\]", key[len(name) :])
            node = made
            for step in way:
                node = node.setdefault(step, {})
            known = node.get(last)
            node[last] = value if known is None else [*known, value] if isinstance(known, list) else [known, value]
    if not made and not plain:
        raise KeyError(name)
    return _lists(made) if made else plain if kind == "array" or len(plain) > 1 else plain[0]


def _lists(node: Any) -> Any:
    """Objects whose keys are 0, 1, 2, or nothing, are lists."""
    if not isinstance(node, dict):
        return node
    values = [_lists(value) for value in node.values()]
    if [*node] == [str(index) for index in range(len(node))]:
        return values
    if [*node] == [""]:
        return values[0] if isinstance(values[0], list) else values
    return dict(zip(node, values))


class _Request:
    """A request in the form that openapi-core asks for."""

    def __init__(self, recorded: RecordedRequest) -> None:
        from openapi_core.datatypes import RequestParameters
        from werkzeug.datastructures import Headers, ImmutableMultiDict
        from werkzeug.http import parse_cookie

        parts = urlsplit(recorded.url)
        self.host_url = f"{parts.scheme}://{parts.netloc}"
        self.path = parts.path
        self.method = recorded.method.lower()
        self.body = recorded.body or None
        self.content_type = recorded.headers.get("content-type", "")
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(parse_qsl(parts.query, keep_blank_values=True)),
            header=Headers(dict(recorded.headers)),
            cookie=ImmutableMultiDict(parse_cookie(recorded.headers.get("cookie", ""))),
        )
