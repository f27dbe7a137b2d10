"""The view of a reference page, of which each resource has one.

It holds what a change of the description seldom touches. Optional arguments are described where they are defined, in
the docstrings; here stands how the operation is called with what it requires.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fledge.emitter.annotations import annotation
from fledge.emitter.errors import error_name
from fledge.emitter.examples import usage_block
from fledge.emitter.markdown import escape_markdown, markdown_code, split_summary
from fledge.emitter.operation_constants import result_type
from fledge.emitter.python.expr import NONE, text_of, variants
from fledge.ir import Model, ModelRef, Operation, Resource, Type
from fledge.openapi.status_codes import status_code


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationSection:
    """An operation on a reference page: sentences are Markdown, `example` is code."""

    name: str
    request: str
    summary: str
    example: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePage:
    """A file of `docs/`."""

    name: str
    package: str
    text: str
    operations: tuple[OperationSection, ...]


def reference_page(resource: Resource, models: Mapping[str, Model], package: str) -> ReferencePage:
    """Return the reference of one resource."""
    return ReferencePage(
        name=resource.name.python,
        package=package,
        text=escape_markdown(split_summary(resource_description(resource))[0]),
        operations=tuple(_section(resource, each, models) for each in resource.operations),
    )


def _section(resource: Resource, operation: Operation, models: Mapping[str, Model]) -> OperationSection:
    return OperationSection(
        name=operation.name.python,
        request=markdown_code(operation.request),
        summary=escape_markdown(_summary(operation)),
        example=usage_block(resource, operation, models),
        notes=tuple(_notes(operation, models)),
    )


# --- sentences


def _summary(operation: Operation) -> str:
    """Return the first sentence of an operation's documentation."""
    summary, _ = split_summary(operation.docs.summary or operation.docs.description)
    return " ".join(part for part in (summary, "Deprecated." if operation.docs.deprecated else "") if part)


def resource_description(resource: Resource) -> str:
    return resource.docs.description or resource.docs.summary


def _notes(operation: Operation, models: Mapping[str, Model]) -> Iterator[str]:
    """Yield sentences about what a call returns and raises."""
    page, returned = operation.pagination, result_type(operation)
    spelled = markdown_code(text_of(returned))
    if page:
        yield f"Returns pages of {_linked(page.item, models)}."
    elif operation.stream_format:
        yield f"Returns a stream of {spelled}."
    elif returned != NONE:
        types = {r.type for r in operation.responses if r.success and r.type is not None}
        yield f"Returns {_linked(types.pop(), models) if len(types) == 1 and len(variants(returned)) == 1 else spelled}."
    statuses: dict[str, list[str]] = {}
    for response in operation.responses:
        status = status_code(response.status)
        if status is not None and status >= 400:
            statuses.setdefault(error_name(status), []).append(str(status))
    if statuses:
        yield "Raises " + ", ".join(f"`{name}` ({', '.join(each)})" for name, each in statuses.items()) + "."


def _linked(of: Type, models: Mapping[str, Model]) -> str:
    spelled = markdown_code(annotation(of))
    return f"[{spelled}](../models/{models[of.name].module}.py)" if isinstance(of, ModelRef) else spelled
