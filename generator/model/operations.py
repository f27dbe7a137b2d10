"""Operations of the document: their parameters, bodies and responses."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.diagnostics import Report
from generator.loader.spec import Spec, escape
from generator.loader.template import Variable, path_variables, plain_path
from generator.model.api import (
    AliasModel,
    Body,
    BodyKind,
    Const,
    Docs,
    Encoding,
    Location,
    ListOf,
    MapOf,
    ModelRef,
    Name,
    ObjectModel,
    Operation,
    Parameter,
    Response,
    Scalar,
    Type,
    Union,
    UnionModel,
)
from generator.model.calls import Call
from generator.model.examples import Examples
from generator.model.facts import docs, facts
from generator.model.models import Models
from generator.model.naming import Given, settle
from generator.model.schemas import Schemas
from generator.model.servers import first_server
from generator.model.streaming import framing, items
from generator.model.words import attribute, snake, symbols, words

# What every generated method takes beside the operation's own arguments.
OPTIONS = (
    "self",
    "options",
    "body",
    "timeout",
    "max_retries",
    "base_url",
    "extra_headers",
    "extra_query",
    "extra_body",
    "on_upload",
)

_STYLES = {
    Location.PATH: ("simple", "label", "matrix"),
    Location.QUERY: ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    Location.HEADER: ("simple",),
    Location.COOKIE: ("form", "cookie"),
    Location.QUERYSTRING: ("form",),
}
"""The styles of each location, its default first (OpenAPI 3.2.0, 4.12.2.2)."""

_EXPLODED = ("form", "cookie")
_OPERATORS = {".": "label", ";": "matrix", "/": "segments"}
"""Styles that do what an operator of RFC 6570 does."""


class Operations:
    """Builds operations; what their schemas need is asked of `models`."""

    def __init__(
        self, spec: Spec, schemas: Schemas, models: Models, given: Given, report: Report, schemes: Container[str]
    ) -> None:
        self._spec = spec
        self._schemas = schemas
        self._models = models
        self._given = given
        self._report = report
        self._schemes = schemes
        self._examples = Examples(spec, schemas)
        self._made: dict[tuple[str, str, Variable | None], Parameter] = {}

    def build(self, call: Call) -> tuple[Operation, ...]:
        """One operation, all of whose types still name models by pointers; two if it may answer with a stream or whole."""
        raw = self._spec.at(call.pointer)
        path, parameters = self._parameters(call.pointer, raw, call.path)
        key = next((p.name.wire for p in parameters if _is_idempotency_key(p)), "")
        body = self._body(call.pointer, raw)
        responses = tuple(self._responses(call, raw))
        operation = Operation(
            name=Name(wire=call.key, python=call.method),
            id=raw.get("operationId") if isinstance(raw.get("operationId"), str) else None,
            method=call.verb.upper(),
            path=path,
            origin=self._spec.origin(call.pointer),
            docs=docs(raw),
            parameters=tuple(replace(p, required=p.required and p.name.wire != key) for p in parameters),
            body=body,
            responses=responses,
            security=self._security(raw),
            server=first_server(raw),
            idempotency_key=key,
            inferred=tuple(self._inferred(call.pointer, raw)),
        )
        streams = tuple(each for each in responses if each.framing)
        if not streams:
            return (operation,)
        if all(each.framing or not each.media_type for each in responses if each.success):
            return (replace(operation, body=_asking(body, stream=True)),)
        whole = tuple(each for each in responses if not each.framing)
        rest = tuple(each for each in whole if not (each.success and each.media_type))
        return (
            replace(operation, responses=whole, body=_asking(body, stream=False)),
            replace(operation, responses=(*streams, *rest), body=_asking(body, stream=True)),
        )

    # --- parameters

    def _parameters(self, pointer: str, raw: Mapping[str, Any], path: str) -> tuple[str, tuple[Parameter, ...]]:
        """The path as OpenAPI would write it, and the parameters, those of the path first."""
        found: dict[tuple[str, str], tuple[str, Mapping[str, Any]]] = {}
        for index in range(len(raw.get("parameters", ()))):
            at, parameter = self._spec.resolve(f"{pointer}/parameters/{index}")
            if _is_ignored(parameter):
                continue
            found[parameter["in"], parameter["name"]] = (at, parameter)
        declared = [name for location, name in found if location == Location.PATH]
        marked = {each.name: each for each in path_variables(path, declared)}
        names = self._names(found)
        made = [
            self._parameter(at, names[key], marked.get(one["name"]) if key[0] == Location.PATH else None)
            for key, (at, one) in found.items()
        ]
        order = {name: position for position, name in enumerate(marked)}
        in_path = sorted(
            (p for p in made if p.location is Location.PATH), key=lambda p: order.get(p.name.wire, len(order))
        )
        others = (p for p in made if p.location is not Location.PATH)
        return plain_path(path, declared), (*in_path, *others)

    def _names(self, found: Mapping[tuple[str, str], tuple[str, Any]]) -> dict[tuple[str, str], str]:
        """Names of one method's parameters; two that differ only in place or case say where they stand."""
        wanted: dict[str, list[str]] = {}
        chosen: dict[str, str | None] = {}
        for (location, wire), (at, _) in found.items():
            key = f"{location}/{escape(wire)}"
            override = self._given.chosen(f"#{at}")
            chosen[key] = override and attribute(override)
            plain = snake(words(wire)) or snake(symbols(wire)) or "parameter"
            spelled = snake(symbols(wire)) or plain
            wanted[key] = [attribute(plain), f"{plain}_{location}", f"{spelled}_{location}"]
        settled = settle(wanted, chosen=chosen, taken=OPTIONS)
        return {(location, wire): settled[f"{location}/{escape(wire)}"] for location, wire in found}

    def _parameter(self, at: str, python: str, variable: Variable | None) -> Parameter:
        """The parameter at a pointer; most are components, which many operations share."""
        key = (at, python, variable)
        if key not in self._made:
            self._made[key] = self._parameter_of(self._spec.at(at), *key)
        return self._made[key]

    def _parameter_of(self, raw: Mapping[str, Any], at: str, python: str, variable: Variable | None) -> Parameter:
        location = Location(raw["in"])
        style = self._style(at, raw, location)
        content = next(iter(raw["content"]), None) if isinstance(raw.get("content"), Mapping) else None
        schema = f"{at}/content/{escape(content)}/schema" if content else f"{at}/schema"
        known = self._schemas.has(schema)
        says = docs(raw)
        explode = raw["explode"] if isinstance(raw.get("explode"), bool) else style in _EXPLODED
        if variable and not variable.in_path:
            location, style, explode = Location.QUERY, "form", variable.explode
        elif variable and variable.operator in _OPERATORS:
            style, explode = _OPERATORS[variable.operator], variable.explode
        return Parameter(
            name=Name(wire=raw["name"], python=python),
            location=location,
            type=self._models.sent.type_of(schema) if known else Scalar.STR,
            required=raw.get("required") is True,
            style=style,
            explode=explode,
            docs=says if says.description else Docs(**{**_as_dict(says), "description": self._says(schema)}),
            allow_reserved=raw.get("allowReserved") is True or variable is not None and variable.operator == "+",
            content=content,
            segments=variable is not None and variable.several,
            facts=facts(self._keywords(schema)) if known else (),
            example=self._examples.parameter(at, schema, raw["name"]) if raw.get("required") is True else "null",
        )

    def _style(self, at: str, raw: Mapping[str, Any], location: Location) -> str:
        default, *others = _STYLES[location]
        style = raw.get("style", default)
        if style in (default, *others):
            return str(style)
        self._report.warning(
            "parameter-style",
            f"the parameter `{raw['name']}` has the style `{style}`, which a {location} does not have",
            origin=self._spec.origin(at),
            hint=f"`{default}` is used; it can have {', '.join(f'`{each}`' for each in _STYLES[location])}",
        )
        return default

    def _says(self, schema: str) -> str:
        return docs(self._schemas.raw(self._schemas.target(schema))).description if self._schemas.has(schema) else ""

    def _keywords(self, pointer: str) -> Mapping[str, Any]:
        schema = self._schemas[self._schemas.target(pointer)]
        return schema.keywords

    # --- bodies

    def _body(self, pointer: str, raw: Mapping[str, Any]) -> Body | None:
        if "requestBody" not in raw:
            return None
        at, body = self._spec.resolve(f"{pointer}/requestBody")
        content = body.get("content")
        content = content if isinstance(content, Mapping) else {}
        chosen = self._sent(at, content)
        self._say_others(at, content, [name for names in chosen for name in names])
        made = [self._body_of(at, body, names) for names in chosen]
        return replace(made[0], alternatives=tuple(made[1:])) if made else None

    def _sent(self, at: str, content: Mapping[str, Any]) -> list[list[str]]:
        """Media types that can be sent, the best first; what is sent as it is stands together.

        Several of the same object in JSON are one, but for patches. An object is not sent as text if it can be JSON.
        """
        kept: list[list[str]] = []
        seen: list[tuple[BodyKind, Any]] = []
        raws: list[str] = []
        for name in sorted(content, key=_rank):
            schema = self._schema(at, name)
            kind = self._kind_of(at, name)
            if kind is BodyKind.RAW:
                raws += [name] if not kept or _is_text(schema) else []
            elif kind is BodyKind.PARTS and kept:
                continue  # the list is JSON, or a form
            elif (kind, schema) not in seen or "patch" in name:
                seen.append((kind, schema))
                kept.append([name])
        return [*kept, raws] if raws else kept

    def _schema(self, at: str, media_type: str) -> Any:
        """What a media type's schema says, behind its references; {} if there is none."""
        schema = f"{at}/content/{escape(media_type)}/schema"
        return self._schemas.raw(self._schemas.target(schema)) if self._schemas.has(schema) else {}

    def _kind_of(self, at: str, media_type: str) -> BodyKind:
        """An object of any media type at all is JSON; what is multipart has parts by name or, as a list, by position."""
        schema = self._schema(at, media_type)
        bare = media_type.partition(";")[0].strip().lower()
        if bare in ("*/*", "application/*") and not _is_text(schema):
            return BodyKind.JSON
        if bare.startswith("multipart/") and bare != "multipart/form-data":
            said = {*schema} if isinstance(schema, Mapping) else set[str]()
            if "properties" in said:
                return BodyKind.MULTIPART
            if self._schemas.has(f"{at}/content/{escape(media_type)}/itemSchema") or {"items", "prefixItems"} & said:
                return BodyKind.PARTS
        return _kind(media_type)

    def _body_of(self, at: str, body: Mapping[str, Any], names: list[str]) -> Body:
        media_type = names[0]
        schema = f"{at}/content/{escape(media_type)}/schema"
        says = docs(body)
        kind = self._kind_of(at, media_type)
        item = f"{at}/content/{escape(media_type)}/itemSchema"
        listed = kind is BodyKind.PARTS and self._schemas.has(item)
        schema = item if listed else schema
        of: Type = self._models.sent.type_of(schema) if self._schemas.has(schema) else Scalar.ANY
        example = self._examples.body(schema.rpartition("/")[0], schema, text=kind is BodyKind.RAW)
        if listed:
            of, example = ListOf(of), f"[{example}]"
        required = body.get("required") is True or ("required" not in body and self._is_needed(of))
        if kind is BodyKind.RAW:
            text = any(name.startswith("text/") or re.search(r"[/+](xml|yaml|x-ndjson|jsonl)$", name) for name in names)
            return Body(
                kind=kind,
                media_type=", ".join(names),
                type=Union((Scalar.STR, Scalar.BYTES)) if text else Scalar.BYTES,
                required=required,
                docs=says if says.description else Docs(description=self._says(schema)),
                example=example,
            )
        model = self._models[of.name] if isinstance(of, ModelRef) else None
        flat = isinstance(model, ObjectModel) and model.extra is None
        return Body(
            kind=BodyKind.FIELDS if flat and kind is BodyKind.JSON else kind,
            media_type=media_type if "*" not in media_type else "application/json",
            type=of,
            required=required or (flat and kind is BodyKind.JSON),
            docs=model.docs if model and flat else says,
            fields=(
                tuple(each for each in model.fields if not each.read_only)
                if isinstance(model, ObjectModel) and flat
                else ()
            ),
            encoding=self._encoding(f"{at}/content/{escape(media_type)}", kind),
            example=example,
        )

    def _encodings(self, at: str, kind: BodyKind) -> Iterator[tuple[str, str, Any]]:
        """Names, pointers and contents of the Encoding Objects of a media type (OpenAPI 3.2.0, 4.14.5)."""
        media_type = self._spec.at(at)
        if kind in (BodyKind.FORM, BodyKind.MULTIPART):
            named = media_type.get("encoding")
            for name, encoding in named.items() if isinstance(named, Mapping) else ():
                yield name, f"{at}/encoding/{escape(name)}", encoding
        elif kind is BodyKind.PARTS:
            first = media_type.get("prefixEncoding")
            for index, encoding in enumerate(first if isinstance(first, list) else ()):
                yield str(index), f"{at}/prefixEncoding/{index}", encoding
            yield "", f"{at}/itemEncoding", media_type.get("itemEncoding")

    def _encoding(self, at: str, kind: BodyKind) -> tuple[Encoding, ...]:
        """How the parts of a form are written (OpenAPI 3.2.0, 4.15), where it is not as usual."""
        found: list[Encoding] = []
        for name, pointer, encoding in self._encodings(at, kind):
            if not isinstance(encoding, Mapping):
                continue
            styled = kind is not BodyKind.PARTS and any(
                key in encoding for key in ("style", "explode", "allowReserved")
            )
            style = encoding.get("style") if encoding.get("style") in _STYLES[Location.QUERY] else "form"
            explode = encoding.get("explode")
            content = encoding.get("contentType")
            one = Encoding(
                name=name,
                style=style if styled else None,
                explode=explode if isinstance(explode, bool) else style == "form",
                allow_reserved=encoding.get("allowReserved") is True,
                content=content if isinstance(content, str) and not styled else None,
                headers=tuple(self._part_headers(pointer, encoding)),
            )
            plain = Encoding(name=name, style="form") if kind is BodyKind.FORM else Encoding(name=name)
            usual = one in (plain, Encoding(name=name)) and kind is not BodyKind.PARTS
            if not usual or styled and kind is BodyKind.MULTIPART:
                found.append(one)
        return tuple(found)

    def _part_headers(self, pointer: str, encoding: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Headers of a part that can have one value only; others are given with the file."""
        headers = encoding.get("headers")
        for name in headers if isinstance(headers, Mapping) else ():
            schema = f"{self._spec.resolve(f'{pointer}/headers/{escape(name)}')[0]}/schema"
            said = self._schemas.raw(self._schemas.target(schema)) if self._schemas.has(schema) else {}
            values = [said["const"]] if "const" in said else said.get("enum", ())
            if len(values) == 1 and isinstance(values[0], str) and name.lower() != "content-type":
                yield name, values[0]

    def _is_needed(self, of: Type) -> bool:
        """Whether a body that is not said to be required must be there all the same: nothing would not be one.

        Descriptions leave `required` out far more often than they mean what that stands for.
        """
        match of:
            case Scalar.ANY | Scalar.NONE | MapOf():
                return False
            case Union(members):
                return all(self._is_needed(member) for member in members)
            case ModelRef(key):
                model = self._models[key]
                if isinstance(model, ObjectModel):
                    return any(each.required for each in model.fields)
                if isinstance(model, UnionModel):
                    return all(self._is_needed(member) for member in model.members)
                return not isinstance(model, AliasModel) or self._is_needed(model.type)
            case _:
                return True

    # --- responses

    def _responses(self, call: Call, raw: Mapping[str, Any]) -> Iterator[Response]:
        pointer = call.pointer
        stated = raw.get("responses")
        statuses = [each for each in sorted(stated) if not each.startswith("x-")] if isinstance(stated, Mapping) else []
        succeeds = [each for each in statuses if each[:1] in ("2", "3") and each != "304"] or [
            each for each in statuses if each == "default"
        ]
        if not succeeds:
            self._report.note(
                "success-undocumented",
                f"{call.key} documents no response of success, so what it returns is typed `Any`",
                origin=self._spec.origin(pointer),
                hint="document what a 2xx response holds",
            )
        for status in statuses:
            at, response = self._spec.resolve(f"{pointer}/responses/{escape(status)}")
            content = response.get("content")
            headers = response.get("headers")
            content = content if isinstance(content, Mapping) else {}
            streams = [name for name in content if status in succeeds and call.verb != "head" and framing(name)]
            others = [name for name in content if name not in streams]
            plain = Response(
                status=status.upper() if status != "default" else status,
                success=status in succeeds,
                media_type=(media_type := self._media_type(at, others)),
                type=None if call.verb == "head" else self._response_type(at, media_type),
                docs=docs(response),
                headers=tuple(sorted(map(str.lower, headers if isinstance(headers, Mapping) else ()))),
            )
            if others or not streams:
                yield plain
            if streams and (media_type := self._media_type(at, streams)) and (framed := framing(media_type)):
                holder = f"{at}/content/{escape(media_type)}"
                of, events = items(self._schemas, self._models.received, holder, framed)
                yield replace(plain, media_type=media_type, type=of, framing=framed, events=events)

    def _media_type(self, at: str, content: Collection[str]) -> str | None:
        """The media type that is used of those that are offered; the others are named in a note."""
        chosen = min(content, key=_rank, default=None)
        self._say_others(at, content, [chosen])
        return chosen

    def _say_others(self, at: str, content: Collection[str], chosen: list[str | None] | list[str]) -> None:
        others = [name for name in content if name not in chosen]
        if chosen and others:
            used = " and ".join(f"`{name}`" for name in chosen) + (" is" if len(chosen) == 1 else " are")
            self._report.note(
                "media-type-chosen",
                f"of several media types {used} used; not {', '.join(f'`{name}`' for name in others)}",
                origin=self._spec.origin(f"{at}/content"),
                hint="nothing needs to be done, unless the other one is wanted: then leave it alone in the description",
            )

    def _response_type(self, at: str, media_type: str | None) -> Type | None:
        if media_type is None:
            return None
        schema = f"{at}/content/{escape(media_type)}/schema"
        if self._kind_of(at, media_type) is BodyKind.JSON:
            return self._models.received.type_of(schema) if self._schemas.has(schema) else Scalar.ANY
        return Scalar.STR if media_type.startswith("text/") else Scalar.BYTES

    # --- the rest

    def _security(self, raw: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
        """Alternatives of scheme names; what no credential can be passed for is for the caller to see to.

        The loader has written to each operation what the whole document requires: what has nothing needs nothing.
        """
        stated = raw.get("security")
        if not isinstance(stated, list):
            return ()
        known = ([key for key in each if key in self._schemes] for each in stated if isinstance(each, Mapping))
        return tuple(dict.fromkeys(tuple(each) for each in known))

    def _inferred(self, pointer: str, raw: Mapping[str, Any]) -> Iterator[str]:
        """What of an operation is inferred and not documented: `x-fledge-inferred` on it or on its parts."""
        if raw.get("x-fledge-inferred") is True:
            yield "the operation"
        for index in range(len(raw.get("parameters", ()))):
            at, parameter = self._spec.resolve(f"{pointer}/parameters/{index}")
            schema = self._schemas.raw(f"{at}/schema") if self._schemas.has(f"{at}/schema") else {}
            if any(isinstance(part, Mapping) and part.get("x-fledge-inferred") is True for part in (parameter, schema)):
                yield f"parameter `{parameter.get('name')}`"
        for status in sorted(raw.get("responses", {})):
            _, response = self._spec.resolve(f"{pointer}/responses/{escape(status)}")
            if response.get("x-fledge-inferred") is True:
                yield f"status {status}"


def _asking(body: Body | None, *, stream: bool) -> Body | None:
    """A body that asks for a stream, or for none: by a boolean property `stream`, as is the custom of many APIs."""
    if body is None:
        return None
    others = tuple(made for each in body.alternatives if (made := _asking(each, stream=stream)))
    body = replace(body, alternatives=others)
    if not any(each.name.wire == "stream" and _is_bool(each.type) for each in body.fields):
        return body
    fields = tuple(each for each in body.fields if each.name.wire != "stream")
    return replace(body, fields=fields, fixed=(("stream", stream),))


def _is_bool(of: Type) -> bool:
    members = of.members if isinstance(of, Union) else (of,)
    return all(each in (Scalar.BOOL, Scalar.NONE) or each in (Const(True), Const(False)) for each in members)


def _as_dict(says: Docs) -> dict[str, Any]:
    return {"summary": says.summary, "deprecated": says.deprecated, "inferred": says.inferred}


def _is_ignored(parameter: Mapping[str, Any]) -> bool:
    """OpenAPI 3.1.1, 4.8.12.1: these headers are described elsewhere."""
    return parameter["in"] == "header" and parameter["name"].lower() in ("accept", "content-type", "authorization")


def _is_text(schema: Any) -> bool:
    """Whether a schema may be a text, or is none that says something."""
    if not isinstance(schema, Mapping):
        return True
    said = schema.get("type")
    structured = {"properties", "items", "allOf", "oneOf", "anyOf", "additionalProperties"} & schema.keys()
    return "string" in (said if isinstance(said, list) else [said]) or said is None and not structured


def _is_idempotency_key(parameter: Parameter) -> bool:
    """By the name that is usual, with or without X- (draft-ietf-httpapi-idempotency-key-header)."""
    name = parameter.name.wire.lower().removeprefix("x-")
    return parameter.location is Location.HEADER and name == "idempotency-key"


def _kind(media_type: str) -> BodyKind:
    bare = media_type.partition(";")[0].strip().lower()
    if bare == "application/json" or bare.endswith("+json"):
        return BodyKind.JSON
    if bare == "application/x-www-form-urlencoded":
        return BodyKind.FORM
    if bare == "multipart/form-data":
        return BodyKind.MULTIPART
    return BodyKind.RAW


def _rank(media_type: str) -> tuple[int, bool, str]:
    """JSON goes before forms, and forms before the rest; `application/json` before its relatives; then by name."""
    kinds = (BodyKind.JSON, BodyKind.FORM, BodyKind.MULTIPART, BodyKind.RAW)
    return (kinds.index(_kind(media_type)), media_type != "application/json", media_type)
