"""The view of a reference page, of which each resource has one.

It holds what a change of the description seldom touches. Optional arguments are described where they are defined, in
the docstrings; here stands how the operation is called with what it requires.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from fledge.emitter.annotations import annotation
from fledge.emitter.errors import error_name
from fledge.emitter.examples import usage_block
from fledge.emitter.markdown import markdown_code, markdown_line, split_summary
from fledge.emitter.operation_constants import result_type
from fledge.emitter.python.expr import NONE, Expr, text_of, variants
from fledge.emitter.resource_properties import held_resources
from fledge.ir import Model, ModelRef, Operation, Resource, Type
from fledge.openapi.status_codes import status_code
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class OperationSection:
    """An operation on a reference page: sentences are Markdown, `example` is code."""

    name: str
    request: str
    summary: str
    example: tuple[str, ...]
    notes: tuple[str, ...]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePage:
    """A file of `docs/`."""

    name: str
    package: str
    text: str
    operations: tuple[OperationSection, ...]
    below: str
    """Links to the pages of the resources that this one holds."""


MODELS_PAGE = "returned-models"
"""The name of the page of models; no resource has it, since it is no identifier."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ModelSection:
    """A model on its page: where links lead to."""

    name: str
    module: str
    text: str


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ModelsPage:
    """The page of the models that pages of resources link to."""

    package: str
    models: tuple[ModelSection, ...]


def reference_page(
    resource: Resource,
    resources: Sequence[Resource],
    models: Mapping[str, Model],
    anchors: Mapping[str, str],
    package: str,
) -> ReferencePage:
    """Return the reference of one of all `resources`; `anchors` are those of `model_anchors`."""
    return ReferencePage(
        name=resource.name.python,
        package=package,
        text=markdown_line(split_summary(resource_description(resource))[0]),
        operations=tuple(_section(resource, each, models, anchors) for each in resource.operations),
        below=", ".join(
            f"[`client.{each.name.python}`]({each.module}.md)"
            for each in held_resources(resources, resource.name.python)
            if each.operations
        ),
    )


def models_page(models: Mapping[str, Model], anchors: Mapping[str, str], package: str) -> ModelsPage:
    """Return the page of the models that calls return, sorted by name; without any, it has no models."""
    return ModelsPage(
        package=package,
        models=tuple(
            ModelSection(
                name=name,
                module=models[name].module,
                text=markdown_line(split_summary(models[name].docs.summary or models[name].docs.description)[0]),
            )
            for name in sorted(anchors)
        ),
    )


def model_anchors(resources: Sequence[Resource]) -> Mapping[str, str]:
    """Return the anchors of the models that calls return.

    An anchor is the name in lower case (GitHub, mkdocs), so that two names may not differ in case alone, and are ASCII.
    """
    returned = (
        each
        for resource in resources
        for operation in resource.operations
        if isinstance(each := _returned(operation, result_type(operation)), ModelRef)
    )
    names = list(dict.fromkeys(each.name for each in returned))
    counts = Counter(name.lower() for name in names)
    return {name: name.lower() for name in names if name.isascii() and counts[name.lower()] == 1}


def _section(
    resource: Resource, operation: Operation, models: Mapping[str, Model], anchors: Mapping[str, str]
) -> OperationSection:
    return OperationSection(
        name=operation.name.python,
        request=markdown_code(operation.request),
        summary=markdown_line(_summary(operation)),
        example=usage_block(resource, operation, models),
        notes=tuple(_notes(operation, anchors)),
    )


# --- sentences


def _summary(operation: Operation) -> str:
    """Return the first sentence of an operation's documentation."""
    summary, _ = split_summary(operation.docs.summary or operation.docs.description)
    return " ".join(part for part in (summary, "Deprecated." if operation.docs.deprecated else "") if part)


def resource_description(resource: Resource) -> str:
    return resource.docs.description or resource.docs.summary


def _returned(operation: Operation, result: Expr) -> Type | None:
    """Return the one type that a call returns, or that the items of its pages have; None if it returns another thing.

    `result` is how it is printed.
    """
    if operation.pagination:
        return operation.pagination.item
    types = {each.type for each in operation.responses if each.success and each.type is not None}
    is_one = len(types) == 1 and len(variants(result)) == 1 and not operation.stream_format
    return types.pop() if is_one else None


def _notes(operation: Operation, anchors: Mapping[str, str]) -> Iterator[str]:
    """Yield sentences about what a call returns and raises."""
    result = result_type(operation)
    of = _returned(operation, result)
    spelled = markdown_code(text_of(result)) if of is None else _linked(of, anchors)
    if operation.pagination:
        yield f"Returns pages of {spelled}."
    elif operation.stream_format:
        yield f"Returns a stream of {spelled}."
    elif result != NONE:
        yield f"Returns {spelled}."
    statuses: dict[str, list[str]] = {}
    for response in operation.responses:
        status = status_code(response.status)
        if status is not None and status >= 400:
            statuses.setdefault(error_name(status), []).append(str(status))
    if statuses:
        yield "Raises " + ", ".join(f"`{name}` ({', '.join(each)})" for name, each in statuses.items()) + "."


def _linked(of: Type, anchors: Mapping[str, str]) -> str:
    spelled = markdown_code(annotation(of))
    if not isinstance(of, ModelRef) or of.name not in anchors:
        return spelled
    return f"[{spelled}]({MODELS_PAGE}.md#{anchors[of.name]})"
