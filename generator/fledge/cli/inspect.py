"""`fledge inspect`: operations, models and their names, as text or as one JSON object."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import assert_never

from fledge.cli.output import Output, Progress
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.plural import pluralize
from fledge.diagnostics.render import escape_control_characters
from fledge.emitter.annotations import ArgumentAnnotations, annotation
from fledge.ir import AliasModel, Api, EnumModel, Model, ObjectModel, UnionModel
from fledge.workflows.clients import clients_or_sources
from fledge.workflows.inspect import call_arguments, call_path, inspection_to_json
from fledge.workflows.load import load, operation_count


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Inspect one client, or the description of the sources that are named."""
    selection = clients_or_sources(options.names, options.config)
    if len(selection.clients) > 1:
        names = ", ".join(client.name for client in selection.clients)
        raise DiagnosticError(
            "usage", f"inspect needs one client. The clients are: {names}", hint="fledge inspect CLIENT"
        )
    [client] = selection.clients
    with Progress(f"reading {client.name}"):
        result = load(client, validate=False, use_lock=selection.is_configured)
    lines: tuple[str, ...] = ()
    if options.json and options.short:
        raise DiagnosticError("usage", "--short is for people, and --json for programs", hint="omit one of them")
    if options.json:
        lines = (json.dumps(inspection_to_json(client.name, result.api, result.diagnostics), indent=2),)
    elif result.api is not None:
        make_lines = _short_lines if options.short else _lines
        lines = tuple(map(escape_control_characters, make_lines(client.name, result.api)))
    yield Output(client=client.name, diagnostics=result.diagnostics, lines=lines, hide_diagnostics=options.json)


def _head(name: str, api: Api) -> str:
    counts = f"{pluralize(operation_count(api), 'operation')}, {pluralize(len(api.models), 'model')}"
    return f"{name}: {counts}{f' ({api.title})' if api.title else ''}"


def _short_lines(name: str, api: Api) -> Iterator[str]:
    """A line for each operation: how it is called, and its request."""
    yield _head(name, api)
    pairs = [(resource, operation) for resource in api.resources for operation in resource.operations]
    if not pairs:
        return
    yield ""
    width = max(len(call_path(*pair)) for pair in pairs)
    for resource, operation in pairs:
        deprecated = "  (deprecated)" if operation.docs.deprecated else ""
        yield f"{call_path(resource, operation):<{width}}  {operation.request}{deprecated}"


def _lines(name: str, api: Api) -> Iterator[str]:
    """Each operation with its arguments and responses, then the models."""
    inputs = ArgumentAnnotations({model.name.python: model for model in api.models})
    yield _head(name, api)
    for resource in api.resources:
        for operation in resource.operations:
            yield ""
            yield f"{call_path(resource, operation)}{' (deprecated)' if operation.docs.deprecated else ''}"
            yield f"    {operation.request}"
            for python, _, location, type_text, required in call_arguments(operation, inputs):
                yield f"    {python}: {type_text}  ({location}{'' if required else ', optional'})"
            for response in operation.responses:
                body = "-" if response.type is None else annotation(response.type)
                yield f"    -> {response.status} {f'stream of {body}' if response.stream_format else body}"
            if operation.pagination:
                yield f"    pages of {annotation(operation.pagination.item)}"
    for model in api.models:
        yield ""
        yield from _model_lines(model)


def _model_lines(model: Model) -> Iterator[str]:
    match model:
        case ObjectModel():
            yield f"{model.name.python}: object"
            for field in model.fields:
                optional = "" if field.required else "  (optional)"
                yield f"    {field.name.python}: {annotation(field.type)}{optional}"
            if model.additional_properties is not None:
                yield f"    (other properties): {annotation(model.additional_properties)}"
        case EnumModel():
            yield f"{model.name.python}: enum"
            yield from (f"    {value!r}" for value in model.values)
        case AliasModel():
            yield f"{model.name.python}: {annotation(model.type)}"
        case UnionModel():
            discriminator = f", by {model.discriminator!r}" if model.discriminator else ""
            yield f"{model.name.python}: union{discriminator}"
            yield from (f"    {annotation(variant)}" for variant in model.variants)
        case _:
            assert_never(model)
