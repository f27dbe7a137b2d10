"""What a client will look like, for people and for programs, before anything is generated.

`fledge inspect --json` prints one object, whose form has a version. Version 1; what may be absent is null, and lists
may be empty. Later versions of Fledge may add keys to version 1 and will not remove or change one:

    version     1
    client      the package's name
    title       the description's title
    servers     [URL]
    schemes     [{name, wire, kind: http|basic|apiKey, scheme, key, in, env}]   ways to authenticate
    operations  [{call, method, path, id, summary, deprecated, inferred, parameters, body, responses, security,
                pagination, location}]                                         by resource and name
        parameters  [{name, wire, in: path|query|header|cookie|body, type, required}]   arguments of the call
        body        {kind: fields|json|form|multipart|raw, media_type, type, required}
        responses   [{status, media_type, type, stream: events|lines|sequence}]
        security    [[scheme's wire name]]   alternatives; null: those of the whole API
        pagination  {kind, items, item, and what the kind needs}
        location    {file, line, column, pointer}
    models      [{name, wire, kind: object|enum|alias|union, module, ...}]    by name
        object      fields [{name, wire, type, required}], extra: type of other properties
        enum        values, base: type of values that are not known
        alias       type
        union       members [type], discriminator: wire name, mapping {value: model}
    webhooks    [{function, wire, type}]
    diagnostics [{code, severity, message, hint, location, related}]    as with `--format json`

Types are spelled in Python; `name` is the name in Python and `wire` the description's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, assert_never

from generator.counts import many
from generator.diagnostics import Origin, Report
from generator.emitter.types import Inputs, annotation
from generator.model.api import (
    AliasModel,
    Api,
    Const,
    EnumModel,
    Model,
    ObjectModel,
    Operation,
    Resource,
    UnionModel,
)
from generator.places import locate
from generator.render import records, visible

VERSION = 1


def record(name: str, api: Api | None, report: Report) -> dict[str, Any]:
    """The whole of it as JSON values; without operations and models where there was an error."""
    inputs = Inputs({model.name.python: model for model in (api.models if api else ())})
    places = locate(
        (operation.origin for resource in api.resources for operation in resource.operations) if api else (),
        report.documents,
    )

    def location(origin: Origin) -> dict[str, Any] | None:
        place = places.get(origin)
        if place is None:
            return None
        return {
            "file": place.document.path,
            "line": place.line,
            "column": place.column,
            "pointer": origin.pointer,
        }

    return {
        "version": VERSION,
        "client": name,
        "title": api.title if api else None,
        "servers": [server.keeping(()).url for server in api.servers] if api else [],
        "schemes": [
            {
                "name": scheme.name.python,
                "wire": scheme.name.wire,
                "kind": str(scheme.kind),
                "scheme": scheme.scheme or None,
                "key": scheme.key or None,
                "in": str(scheme.location),
                "env": scheme.env or None,
            }
            for scheme in (api.schemes if api else ())
        ],
        "operations": [
            {**_operation(resource, operation, inputs), "location": location(operation.origin)}
            for resource in (api.resources if api else ())
            for operation in resource.operations
        ],
        "models": [_model(model) for model in (api.models if api else ())],
        "webhooks": [
            {"function": event.name.python, "wire": event.name.wire, "type": annotation(event.type)}
            for event in (api.events if api else ())
        ],
        "diagnostics": records(report),
    }


def _operation(resource: Resource, operation: Operation, inputs: Inputs) -> dict[str, Any]:
    body, pagination = operation.body, operation.pagination
    return {
        "call": call(resource, operation),
        "method": operation.method.upper(),
        "path": operation.path,
        "id": operation.id,
        "summary": operation.docs.summary or None,
        "deprecated": operation.docs.deprecated,
        "inferred": operation.docs.inferred,
        "parameters": [
            {
                "name": python,
                "wire": wire,
                "in": where,
                "type": spelled,
                "required": required,
            }
            for python, wire, where, spelled, required in _arguments(operation, inputs)
        ],
        "body": body
        and {
            "kind": str(body.kind),
            "media_type": body.media_type,
            "type": annotation(body.type),
            "required": body.required,
        },
        "responses": [
            {
                "status": response.status,
                "media_type": response.media_type,
                "type": None if response.type is None else annotation(response.type),
                "stream": response.framing and str(response.framing),
            }
            for response in operation.responses
        ],
        "security": (None if operation.security is None else [list(schemes) for schemes in operation.security]),
        "pagination": pagination
        and {
            "kind": type(pagination).__name__.removesuffix("Pages").lower(),
            **{each.name: getattr(pagination, each.name) for each in fields(pagination)},
            "item": annotation(pagination.item),
        },
    }


def call(resource: Resource, operation: Operation) -> str:
    """How a user calls an operation."""
    return f"client.{resource.name.python}.{operation.name.python}"


def _arguments(operation: Operation, inputs: Inputs) -> Iterator[tuple[str, str | None, str, str, bool]]:
    """Everything that is passed to a call: name, wire name, where it goes, type, whether it must be."""
    for parameter in operation.parameters:
        spelled = inputs.annotation(parameter.type)
        yield parameter.name.python, parameter.name.wire, str(parameter.location), spelled, parameter.required
    body = operation.body
    if body is None:
        return
    if not body.flat:
        yield "body", None, "body", inputs.annotation(body.type), body.required
    for field, python in zip(body.fields, body.arguments):
        if not (field.required and isinstance(field.type, Const)):
            yield python, field.name.wire, "body", inputs.annotation(field.type), field.required


def _model(model: Model) -> dict[str, Any]:
    head = {"name": model.name.python, "wire": model.name.wire, "module": model.module}
    match model:
        case ObjectModel():
            return {
                **head,
                "kind": "object",
                "fields": [
                    {
                        "name": field.name.python,
                        "wire": field.name.wire,
                        "type": annotation(field.type),
                        "required": field.required,
                    }
                    for field in model.fields
                ],
                "extra": None if model.extra is None else annotation(model.extra),
            }
        case EnumModel():
            return {**head, "kind": "enum", "values": list(model.values), "base": annotation(model.base)}
        case AliasModel():
            return {**head, "kind": "alias", "type": annotation(model.type)}
        case UnionModel():
            return {
                **head,
                "kind": "union",
                "members": [annotation(member) for member in model.members],
                "discriminator": model.discriminator,
                "mapping": dict(model.mapping),
            }
        case _:
            assert_never(model)


def text(name: str, api: Api) -> str:
    """The same for people: each operation with its arguments and results, then the models."""
    return "".join(f"{visible(line)}\n" for line in _lines(name, api))


def _lines(name: str, api: Api) -> Iterator[str]:
    inputs = Inputs({model.name.python: model for model in api.models})
    operations = sum(len(resource.operations) for resource in api.resources)
    yield f"{name}: {many(operations, 'operation')}, {many(len(api.models), 'model')}{f' ({api.title})' if api.title else ''}"
    for resource in api.resources:
        for operation in resource.operations:
            yield ""
            yield f"{call(resource, operation)}{' (deprecated)' if operation.docs.deprecated else ''}"
            yield f"    {operation.method.upper()} {operation.path}"
            for python, _, where, spelled, required in _arguments(operation, inputs):
                yield f"    {python}: {spelled}  ({where}{'' if required else ', optional'})"
            for response in operation.responses:
                of = "-" if response.type is None else annotation(response.type)
                yield f"    -> {response.status} {f'stream of {of}' if response.framing else of}"
            if operation.pagination:
                yield f"    pages of {annotation(operation.pagination.item)}"
    for model in api.models:
        yield ""
        yield from _described(model)


def _described(model: Model) -> Iterator[str]:
    match model:
        case ObjectModel():
            yield f"{model.name.python}: object"
            for field in model.fields:
                optional = "" if field.required else "  (optional)"
                yield f"    {field.name.python}: {annotation(field.type)}{optional}"
            if model.extra is not None:
                yield f"    (other properties): {annotation(model.extra)}"
        case EnumModel():
            yield f"{model.name.python}: enum"
            yield from (f"    {value!r}" for value in model.values)
        case AliasModel():
            yield f"{model.name.python}: {annotation(model.type)}"
        case UnionModel():
            told = f", told apart by {model.discriminator!r}" if model.discriminator else ""
            yield f"{model.name.python}: union{told}"
            yield from (f"    {annotation(member)}" for member in model.members)
        case _:
            assert_never(model)
