"""What a client will have, as JSON, before anything is generated.

`fledge inspect --json` prints one object, whose form has a version. Version 1; what may be absent is null, and lists
may be empty. Later versions of Fledge may add keys to version 1 and will not remove or change one:

    version     1
    client      the package's name
    title       the description's title
    servers     [URL]
    schemes     [{name, wire, kind: http|basic|apiKey, scheme, key, in, env}]   ways to authenticate
    operations  [{call, method, path, server, id, summary, deprecated, inferred, parameters, body, responses, security,
                pagination, location}]                                         by resource and name
        parameters  [{name, wire, in: path|query|header|cookie|body, type, required}]   arguments of the call
        body        {kind: fields|json|form|multipart|raw, media_type, type, required}
        responses   [{status, media_type, type, stream: events|lines|sequence}]
        security    [[scheme's wire name]]   alternatives; null: those of the whole API
        pagination  {kind, items, item, and what the kind needs}
        location    {file, line, column, pointer}
    models      [{name, wire, kind: object|enum|alias|union, module, ...}]    by name
        object      fields [{name, wire, type, required}], additional_properties: their type
        enum        values, base: type of values that are not known
        alias       type
        union       variants [type], discriminator: wire name, mapping {value: model}, default: model
    webhooks    [{function, wire, type}]
    diagnostics [{code, severity, message, hint, location, related}]    as with `--format json`

Types are spelled in Python; `name` is the name in Python and `wire` the description's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import assert_never

from fledge.diagnostics.positions import resolve_ranges
from fledge.diagnostics.render import Report, to_json
from fledge.diagnostics.source import SourcePointer
from fledge.emitter.annotations import ArgumentAnnotations, annotation
from fledge.emitter.arguments import Argument, body_arguments, parameter_argument
from fledge.emitter.operation_constants import bodies
from fledge.emitter.python.expr import NONE, OBJECT, UNSET, UNSET_TYPE, text_of, union, variants
from fledge.ir import (
    AliasModel,
    Api,
    EnumModel,
    Model,
    ObjectModel,
    Operation,
    Pagination,
    Resource,
    UnionModel,
)

VERSION = 1


def inspection_to_json(name: str, api: Api | None, diagnostics: Report) -> dict[str, object]:
    """The whole of it as JSON values; without operations and models where there was an error."""
    inputs = ArgumentAnnotations({model.name.python: model for model in (api.models if api else ())})
    ranges = resolve_ranges(
        (operation.source for resource in api.resources for operation in resource.operations) if api else (),
        diagnostics.sources,
    )

    def location(origin: SourcePointer) -> dict[str, object] | None:
        source_range = ranges.get(origin)
        if source_range is None:
            return None
        return {
            "file": source_range.document.path,
            "line": source_range.line,
            "column": source_range.column,
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
            for scheme in (api.security_schemes if api else ())
        ],
        "operations": [
            {**_operation(resource, operation, inputs), "location": location(operation.source)}
            for resource in (api.resources if api else ())
            for operation in resource.operations
        ],
        "models": [_model(model) for model in (api.models if api else ())],
        "webhooks": [
            {"function": event.name.python, "wire": event.name.wire, "type": annotation(event.type)}
            for event in (api.webhooks if api else ())
        ],
        "diagnostics": to_json(diagnostics),
    }


def _operation(resource: Resource, operation: Operation, inputs: ArgumentAnnotations) -> dict[str, object]:
    body, pagination = operation.body, operation.pagination
    return {
        "call": call_path(resource, operation),
        "method": operation.http_method.upper(),
        "path": operation.path,
        "server": operation.server and operation.server.url,
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
            for python, wire, where, spelled, required in call_arguments(operation, inputs)
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
                "stream": response.stream_format and str(response.stream_format),
            }
            for response in operation.responses
        ],
        "security": (None if operation.security is None else [list(schemes) for schemes in operation.security]),
        "pagination": None if pagination is None else _pagination_fields(pagination),
    }


def _pagination_fields(pagination: Pagination) -> dict[str, object]:
    values = {each.name: getattr(pagination, each.name) for each in fields(pagination)}
    fallback = values.get("fallback")
    if isinstance(fallback, Pagination):
        values["fallback"] = _pagination_fields(fallback)
    return {"kind": pagination.kind, **values, "item": annotation(pagination.item)}


def call_path(resource: Resource, operation: Operation) -> str:
    """How a user calls an operation."""
    return f"client.{resource.name.python}.{operation.name.python}"


def call_arguments(
    operation: Operation, inputs: ArgumentAnnotations
) -> Iterator[tuple[str, str | None, str, str, bool]]:
    """Everything that is passed to a call: name, wire name, where it goes, type, whether it must be.

    The type of an argument that may be left out is that of its values, without what stands for its absence.
    """
    for parameter in operation.parameters:
        argument = parameter_argument(parameter, inputs)
        yield argument.name, parameter.name.wire, str(parameter.location), _values(argument), parameter.required
    wires = {field.name.python: field.name.wire for body in bodies(operation.body) for field in body.fields}
    for argument in body_arguments(operation.body, inputs):
        is_header = argument.field == "content_type" and argument.field not in wires
        wire, location = ("Content-Type", "header") if is_header else (wires.get(argument.field), "body")
        yield argument.name, wire, location, _values(argument), argument.default is None


def _values(argument: Argument) -> str:
    """The annotation of an argument, without its default."""
    if argument.default is None or argument.annotation == OBJECT:
        return text_of(argument.annotation)
    absent = UNSET_TYPE if argument.default == UNSET else NONE
    return text_of(union(*(each for each in variants(argument.annotation) if each != absent)))


def _model(model: Model) -> dict[str, object]:
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
                "additional_properties": (
                    None if model.additional_properties is None else annotation(model.additional_properties)
                ),
            }
        case EnumModel():
            return {**head, "kind": "enum", "values": list(model.values), "base": annotation(model.base)}
        case AliasModel():
            return {**head, "kind": "alias", "type": annotation(model.type)}
        case UnionModel():
            return {
                **head,
                "kind": "union",
                "variants": [annotation(variant) for variant in model.variants],
                "discriminator": model.discriminator,
                "mapping": dict(model.mapping),
                "default": model.default,
            }
        case _:
            assert_never(model)
