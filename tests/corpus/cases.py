"""What is called, with which arguments, and what the server answers: made from the schemas of a document.

The operations' names in Python are those of the generator; values, and whether they are valid, come from the document.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeAlias
from urllib.parse import quote

import jsonschema_rs
from jsonschema import Draft202012Validator

from fledge.emitter.annotations import annotation
from fledge.ir import (
    Api,
    ModelRef,
    ObjectModel,
    Operation,
    RequestBody,
    RequestBodyKind,
    Response,
    Scalar,
    Type,
)
from fledge.ir.traversal import walk_types
from fledge.openapi.document import Spec
from fledge.openapi.pointer import escape
from tests.corpus.excerpt import resolved
from tests.corpus.values import Impossible, Maker

JSON: TypeAlias = Any

_DOCUMENT = "urn:document"
FULL = {"required": 0.0, "all": 1.0}
OTHERWISE = (1.0, 0.0, 0.5, 0.8, 0.3) * 6
"""How many of the optional properties are given where no value is valid with none, or with all."""
ODD = "a b/é?&=+%#"
"""Text that has to be escaped wherever it stands."""

ACCEPTED = {"status": 202, "success": True, "media_type": "", "value": None, "kind": "none"}
"""The answer where nothing is documented that could be sent."""

EVENT_FIELDS = frozenset({"comment", "data", "event", "id", "retry"})

ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
"""The exceptions that docs/generated-code.md promises; InternalServerError for each 5xx, APIStatusError for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One direction: what is only for the other one is not there (`readOnly` in requests, `writeOnly` in answers)."""

    dropped: str

    def without(self, root: JSON, schema: JSON) -> JSON:
        """A part of a document in which nothing requires what is only for the other side."""
        if isinstance(schema, list):
            return [self.without(root, part) for part in schema]
        if not isinstance(schema, dict):
            return schema
        made = {
            key: value if key in ("example", "enum") else self.without(root, value) for key, value in schema.items()
        }
        if isinstance(schema.get("required"), list) and isinstance(schema.get("properties"), dict):
            made["required"] = [name for name in schema["required"] if name not in self.names(root, schema)]
        return made

    def names(self, root: JSON, schema: JSON) -> set[str]:
        """The properties of a schema that are only for the other side."""
        found: set[str] = set()
        for name, part in (schema.get("properties") or {}).items():
            seen = [part, *((part.get("allOf") or ()) if isinstance(part, Mapping) else ())]
            for each in seen:
                try:
                    told = {**resolved(root, each), **each} if isinstance(each, Mapping) else {}
                except KeyError:
                    continue
                if told.get(self.dropped) is True:
                    found.add(name)
        return found


SENT = Side(dropped="readOnly")
RECEIVED = Side(dropped="writeOnly")


class InTurn(Random):
    """Chooses by a number, so that each branch of a union has its turn."""

    def __new__(cls, seed: str, turn: int) -> InTurn:
        return super().__new__(cls, seed)

    def __init__(self, seed: str, turn: int) -> None:
        super().__init__(seed)
        self._turn = turn

    def choice(self, seq: Any) -> Any:
        return seq[self._turn % len(seq)]


@dataclass(slots=True)
class Values(Maker):
    """Makes values for one side; `flat` ones for parameters, which know no null.

    Without `nulls` there are none where anything else may be: what `nullable` means beside `enum`, `allOf` and `$ref`
    in OpenAPI 3.0 is read in more than one way.
    """

    side: Side = SENT
    flat: bool = False
    nulls: bool = True

    def make(self, schemas: list[Any], depth: int) -> Any:
        value = Maker.make(self, schemas, depth)
        for _ in range(0 if self.nulls else 20):
            value = Maker.make(self, schemas, depth) if value is None else value
        return value

    def _object(self, parts: list[Any], depth: int) -> dict[str, Any]:
        other = {name for part in parts for name in self.side.names(self.spec.root, part)}
        kept: list[Any] = []
        for part in parts:
            part = dict(part)
            if other and "properties" in part:
                part["properties"] = {key: value for key, value in part["properties"].items() if key not in other}
            if other and "required" in part:
                part["required"] = [name for name in part["required"] if name not in other]
            kept.append(part)
        made = Maker._object(self, kept, depth)
        more = [part["additionalProperties"] for part in kept if isinstance(part.get("additionalProperties"), dict)]
        if more and len(made) < max((part.get("minProperties", 0) for part in kept), default=0):
            made["key"] = self.make(more, depth + 1)
        needed = {name for part in kept for name in part.get("required") or ()}
        return {key: value for key, value in made.items() if self.nulls or value is not None or key in needed}

    def _array(self, parts: list[Any], depth: int) -> list[Any]:
        made = Maker._array(self, parts, depth)
        least = max((part.get("minItems", 0) for part in parts), default=0)
        return made if len(made) >= least or not made else (made * least)[:least]

    def _kind(self, parts: list[Any]) -> str:
        if self.flat or not self.nulls:
            parts = [
                (
                    {**part, "type": [kind for kind in part["type"] if kind != "null"] or "null"}
                    if isinstance(part.get("type"), list)
                    else part
                )
                for part in parts
            ]
            return Maker._kind(self, parts) or ("string" if self.flat else "")
        return Maker._kind(self, parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A call, as `tests.corpus.calling` makes it, and the values that the judge is to find in the request."""

    operation: str
    form: str
    resource: str
    method: str
    path: list[list[Any]]
    arguments: dict[str, list[Any]]
    answers: list[dict[str, Any]]
    sent: dict[tuple[str, str], Any]


@dataclass(slots=True)
class Plan:
    """All cases of a document, and what could not be made, each with its reason."""

    cases: list[Case] = field(default_factory=list[Case])
    impossible: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


class Planner:
    """Makes the cases of one document."""

    def __init__(self, spec: Spec, api: Api, pointers: Mapping[str, str], *, nulls: bool) -> None:
        self._nulls = nulls
        self._spec = spec
        self._pointers = pointers
        self._models = {model.name.python: model for model in api.models}
        self._api = api
        self._roots: dict[Side, Any] = {}
        self._registries: dict[Side, Any] = {}
        self._validators: dict[tuple[str, str], Any] = {}
        self._known: dict[tuple[str, str, Side, bool], Any] = {}

    def plan(self) -> Plan:
        """Two calls of each operation: with what is required, and with all that there is."""
        plan = Plan()
        for resource in self._api.resources:
            for operation in resource.operations:
                answers = list(self._answers(operation, plan)) or [ACCEPTED]
                for form in ("required", "all"):
                    try:
                        path, arguments, sent = self._arguments(operation, form)
                    except Impossible as error:
                        plan.impossible.append((_wire(operation), f"{form}: no value for {error}"))
                        continue
                    plan.cases.append(
                        Case(
                            operation=_wire(operation),
                            form=form,
                            resource=resource.name.python,
                            method=operation.name.python,
                            path=path,
                            arguments=arguments,
                            answers=answers if form == "required" else answers[:1],
                            sent=sent,
                        )
                    )
        return plan

    # --- arguments

    def _arguments(
        self, operation: Operation, form: str
    ) -> tuple[list[list[Any]], dict[str, list[Any]], dict[tuple[str, str], Any]]:
        pointer = self._pointers[_wire(operation)]
        raw = self._spec.at(pointer)
        stated: dict[tuple[str, str], tuple[str, Any]] = {}
        for index in range(len(raw.get("parameters") or ())):
            place, parameter = self._spec.resolve(f"{pointer}/parameters/{index}")
            stated[parameter["in"], parameter["name"]] = place, parameter
        path: list[list[Any]] = []
        arguments: dict[str, list[Any]] = {}
        sent: dict[tuple[str, str], Any] = {}
        for each in operation.parameters:
            if form == "required" and not each.required:
                continue
            key = str(each.location), each.name.wire
            place, parameter = stated[key]
            content = next(iter(parameter.get("content") or ()), None)
            schema = f"{place}/content/{escape(content)}/schema" if content else f"{place}/schema"
            extra = [value for value in (parameter.get("example"),) if value is not None]
            try:
                value = self._value(schema, form, SENT, flat=not content, more=extra)
            except Impossible:
                if each.required:
                    raise Impossible(f"the parameter {key[1]}") from None
                continue
            if value in ([], {}):  # is not sent (RFC 6570 2.3)
                if each.required:
                    raise Impossible(f"the parameter {key[1]}, but an empty one")
                continue
            sent[key] = value
            made = [value, annotation(each.type) if form == "all" else None]
            if each.location == "path":
                path.append(made)
            else:
                arguments[each.name.python] = made
        body = operation.body
        if body and (form == "all" or body.required or body.flat and any(each.required for each in body.fields)):
            value = self._body(operation, body, pointer, form)
            if value != {} or body.required:
                value = dict(value) if isinstance(value, Mapping) else value
                self._pass(body, value, form, arguments)
                sent["body", ""] = value
        if operation.server and "{" in operation.server.keeping(()).url:  # its default is no host, but stands for one
            arguments["base_url"] = ["https://host.example.com", None]
        return path, arguments, sent

    def _body(self, operation: Operation, body: RequestBody, pointer: str, form: str) -> Any:
        place, _ = self._spec.resolve(f"{pointer}/requestBody")
        if body.kind is RequestBodyKind.RAW and not _is_lines(body.media_types[0]):
            return "<a/>" if "xml" in body.media_types[0] else "text"
        media = f"{place}/content/{escape(body.media_types[0])}"
        stated = self._spec.at(media)
        examples = [each.get("value") for each in (stated.get("examples") or {}).values() if isinstance(each, Mapping)]
        more = [value for value in (stated.get("example"), *examples) if value is not None]
        flat = body.kind in (RequestBodyKind.FORM, RequestBodyKind.MULTIPART)
        try:
            return self._value(f"{media}/schema", form, SENT, flat=flat, more=more)
        except Impossible:
            raise Impossible("the body") from None

    def _pass(self, body: RequestBody, value: Any, form: str, arguments: dict[str, list[Any]]) -> None:
        files = body.kind is RequestBodyKind.MULTIPART
        if not body.flat:
            spelled = "raw" if body.kind is RequestBodyKind.RAW else annotation(body.type) if form == "all" else None
            if body.kind is RequestBodyKind.RAW and isinstance(value, list):
                value = "".join(json.dumps(item) + "\n" for item in value)
            arguments["body"] = [value, "form" if files else spelled]
            if body.has_content_type_argument and body.kind is RequestBodyKind.RAW:
                arguments["content_type"] = [_concrete(body.media_types[0]), None]
            return
        names = {each.name.wire: (each, argument) for each, argument in zip(body.fields, body.arguments)}
        value.update({each.name.wire: each.filled_in for each, _ in names.values() if each.filled_in is not None})
        value.update(body.fixed)
        model = self._models[body.type.name] if isinstance(body.type, ModelRef) else None
        for key, part in value.items():
            if key in dict(body.fixed):
                continue
            if key not in names:
                if isinstance(model, ObjectModel) and model.tag_field == key:
                    continue
                raise Impossible(f"the property {key}: no argument takes it")
            each, argument = names[key]
            if each.filled_in is not None:
                continue
            spelled = "File" if files and _has_file(each.type) else annotation(each.type) if form == "all" else None
            arguments[argument] = [part, spelled]

    # --- answers

    def _answers(self, operation: Operation, plan: Plan) -> Iterator[dict[str, Any]]:
        pointer = self._pointers[_wire(operation)]
        documented = {response.status for response in operation.responses}
        ordered = sorted(operation.responses, key=lambda response: not response.success)
        for response in ordered:
            status = _status(response, documented)
            place, _ = self._spec.resolve(f"{pointer}/responses/{escape(self._key(pointer, response))}")
            answer: dict[str, Any] = {"status": status, "success": response.success, "media_type": "", "value": None}
            if not response.success:
                answer["error"] = ERRORS.get(status, "InternalServerError" if status >= 500 else "APIStatusError")
            if response.media_type is None or status in (204, 304) or operation.http_method == "HEAD" or status < 200:
                yield {**answer, "kind": "none"}
                continue
            kind = _answer_kind(response.media_type)
            answer["media_type"] = _concrete(response.media_type)
            if response.stream_format:
                yield {**answer, "kind": str(response.stream_format), "value": self._items(place, response)}
                continue
            if kind != "json":
                yield {**answer, "kind": kind, "value": "text"}
                continue
            schema = f"{place}/content/{escape(response.media_type)}/schema"
            made: list[Any] = []
            for form in ("required", "all"):
                try:
                    value = self._value(schema, form, RECEIVED, flat=False)
                except Impossible:
                    continue
                if value not in made:
                    made.append(value)
                    yield {**answer, "kind": "json", "value": value}
            if not made:
                plan.impossible.append((_wire(operation), f"no value for the answer {response.status}"))

    def _items(self, place: str, response: Response) -> list[Any]:
        """What a stream holds; nothing where the fields of an event are described, and not its data."""
        media = f"{place}/content/{escape(response.media_type or '')}"
        stated = "itemSchema" if "itemSchema" in self._spec.at(media) else "schema"
        pointer, schema = self._spec.resolve(f"{media}/{stated}")
        if schema.get("type") == "array" and "items" in schema:
            pointer, schema = self._spec.resolve(f"{pointer}/items")
        if response.event_types or self._describes_event(schema):
            return []
        try:
            return [self._value(pointer, form, RECEIVED, flat=False) for form in FULL]
        except Impossible:
            return []

    def _describes_event(self, schema: Any) -> bool:
        """Whether a schema is that of an event as a whole, with its fields, or of several."""
        schema = resolved(self._spec.root, schema)
        branches = [*(schema.get("oneOf") or ()), *(schema.get("anyOf") or ())]
        fields = set(schema.get("properties") or ())
        return all(map(self._describes_event, branches)) if branches else bool(fields) and fields <= EVENT_FIELDS

    def _key(self, pointer: str, response: Response) -> str:
        return next(key for key in self._spec.at(pointer)["responses"] if str(key).lower() == response.status.lower())

    # --- values

    def _value(self, pointer: str, form: str, side: Side, *, flat: bool, more: list[Any] | None = None) -> Any:
        """A valid value of the schema at `pointer`; any value where there is none. The same for the same schema."""
        try:
            schema = self._spec.at(pointer)
        except KeyError:
            return "text" if flat else {"free": 1}
        if isinstance(schema, Mapping) and [*schema] == ["$ref"]:
            return self._value(schema["$ref"].removeprefix("#"), form, side, flat=flat, more=more)
        key = pointer, form, side, flat
        if key not in self._known:
            self._known[key] = self._made(schema, pointer, form, side, flat, more or [])
        if self._known[key] is Impossible:
            raise Impossible(pointer)
        return self._known[key]

    def _made(self, schema: Any, pointer: str, form: str, side: Side, flat: bool, more: list[Any]) -> Any:
        valid = self._validator(pointer, side)
        for attempt, full in enumerate([FULL[form]] * 6 + [*OTHERWISE]):
            seed = f"{pointer} {form} {attempt}"
            maker = Values(self._spec, Random(seed) if attempt < 6 else InTurn(seed, attempt), full)
            maker.side, maker.flat, maker.nulls = side, flat, side is RECEIVED or self._nulls
            try:
                value = maker.make([schema], 0)
            except (Impossible, RecursionError, re.error, OverflowError, KeyError):
                continue
            if flat:  # what holds nothing cannot be told from what is not there
                value = _without_empty(value)
            if not (flat and value in (None, {}, [])) and valid(value):
                odd = _spiced(value) if form == "all" and side is SENT else value
                return odd if valid(odd) else value
        told = schema if isinstance(schema, Mapping) else {}
        examples = [*more, told.get("example"), *(told.get("examples") or ()), told.get("default")]
        examples += [{}] if flat else []  # a form of which nothing is known
        return next((value for value in examples if value is not None and valid(value)), Impossible)

    def _validator(self, pointer: str, side: Side) -> Any:
        if (pointer, side.dropped) not in self._validators:
            self._validators[pointer, side.dropped] = self._compiled(pointer, side)
        return self._validators[pointer, side.dropped]

    def _compiled(self, pointer: str, side: Side) -> Any:
        if side not in self._registries:
            plain = json.loads(json.dumps(self._spec.root))  # numbers know how they were written
            self._roots[side] = side.without(plain, plain)
            self._registries[side] = jsonschema_rs.Registry([(_DOCUMENT, self._roots[side])])
        try:
            schema = {"$ref": f"{_DOCUMENT}#{quote(pointer)}"}
            registry = self._registries[side]
            return jsonschema_rs.Draft202012Validator(schema, registry=registry, validate_formats=True).is_valid
        except jsonschema_rs.ValidationError:  # it refuses patterns that count far
            whole = {**self._roots[side], "$ref": f"#{quote(pointer)}"}
            validator = Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER)

            def is_valid(value: Any) -> bool:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    return validator.is_valid(value)

            return is_valid


def _spiced(value: Any) -> Any:
    """The value with text that has to be escaped in the place of plain text."""
    if isinstance(value, dict):
        return {key: _spiced(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_spiced(part) for part in value]
    return ODD if value == "text" else value


def _without_empty(value: Any) -> Any:
    """The value without objects and lists that hold nothing."""
    if isinstance(value, list):
        return [part for part in map(_without_empty, value) if part not in ({}, [])]
    if not isinstance(value, dict):
        return value
    made = {key: _without_empty(part) for key, part in value.items()}
    return {key: part for key, part in made.items() if part not in ({}, [])}


def _is_lines(media_type: str) -> bool:
    return media_type.endswith(("ndjson", "jsonl"))


def _wire(operation: Operation) -> str:
    """Method and path; an operation that answers whole or with a stream is two for the client."""
    return operation.name.wire.removesuffix(" stream")


def _has_file(of: Type) -> bool:
    return Scalar.FILE in walk_types(of)


def _status(response: Response, documented: set[str]) -> int:
    """A status that a response of the document stands for."""
    if response.status.isdigit():
        return int(response.status)
    first = int(response.status[0]) if response.status[0].isdigit() else 2 if response.success else 4
    # the last ones of a range have no class of their own
    return next(status for status in range(100 * first + 99, 100 * first, -1) if str(status) not in documented)


def _answer_kind(media_type: str) -> str:
    bare = media_type.partition(";")[0].strip().lower()
    if bare == "application/json" or bare.endswith("+json"):
        return "json"
    return "text" if bare.startswith("text/") else "bytes"


def _concrete(media_type: str) -> str:
    """A media type without wildcards."""
    return media_type.replace("*/*", "application/octet-stream").replace("/*", "/x-any")
