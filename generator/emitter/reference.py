"""Views of a package's Markdown: the README, and a reference page for each resource.

They hold what a change of the description seldom touches. Optional arguments are described where they are defined, in
the docstrings; here stands how the operation is called with what it requires.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.emitter.client import credentials, titled
from generator.emitter.examples import Example, example
from generator.emitter.modules import is_nullable
from generator.emitter.operations import STATUS_ERRORS, error_name
from generator.emitter.text import code, markdown
from generator.emitter.types import annotation
from generator.emitter.views import (
    CredentialRow,
    OperationSection,
    Readme,
    ReferencePage,
    ResourceRow,
    Snippets,
)
from generator.emitter.wire import result_type
from generator.emitter.wrapping import summarized
from generator.model.api import Api, Location, Model, ModelRef, Operation, Resource, Type
from generator.model.phrases import status_code

_TELLING = (404, 422, 400, 409, 403, 401, 429)
"""Statuses in the order in which they make a good example of an exception."""


def readme(api: Api, models: Mapping[str, Model], package: str) -> Readme:
    """How to use a client; `package` is what it is imported by."""
    every = sorted(
        ((resource, operation) for resource in api.resources for operation in resource.operations), key=_simplest
    )
    paged = [each for each in every if each[1].pagination]
    return Readme(
        title=markdown(titled(api)),
        package=package,
        server=code(api.servers[0].keeping(()).url) if api.servers else "",
        prefix=api.env_prefix,
        credentials=tuple(
            CredentialRow(argument=name, env=env, text=markdown(text)) for name, env, text in credentials(api)
        ),
        calls=_snippets(*every[0], models, package) if every else None,
        pages=_example(*paged[0], models) if paged else (),
        tells_null=any(_tells_null(operation) for _, operation in every),
        has_webhooks=bool(api.events or api.signature),
        are_webhooks_signed=bool(api.signature),
        resources=tuple(
            ResourceRow(name=each.name.python, text=markdown(summarized(_said(each))[0])) for each in api.resources
        ),
    )


def reference_page(resource: Resource, models: Mapping[str, Model], package: str) -> ReferencePage:
    """The reference of one resource."""
    return ReferencePage(
        name=resource.name.python,
        package=package,
        text=markdown(summarized(_said(resource))[0]),
        operations=tuple(_section(resource, each, models) for each in resource.operations),
    )


def _simplest(pair: tuple[Resource, Operation]) -> tuple[object, ...]:
    """What operations are sorted by, so that the first one makes the best example of a call."""
    resource, operation = pair
    required = [each for each in operation.parameters if each.required]
    return (
        operation.method != "GET",
        operation.body is not None and operation.body.example not in ("null", "{}"),
        operation.docs.deprecated,
        operation.pagination is not None,
        operation.framing is not None,
        not any(response.success and isinstance(response.type, ModelRef) for response in operation.responses),
        not _caught(operation),
        any(each.location is not Location.PATH for each in required),
        len(required),
        len(operation.path),
        operation.path,
        resource.name.python,
        operation.name.python,
    )


def _snippets(resource: Resource, operation: Operation, models: Mapping[str, Model], package: str) -> Snippets:
    called = example(resource, operation, models)
    status = _caught(operation) or "APIStatusError"
    return Snippets(
        sync=called.block(
            [f"from {package} import Client", "", "with Client() as client:", *_use(operation, called, indent=4)]
        ),
        asynchronous=(
            *called.block([f"from {package} import AsyncClient", "", ""], {"asyncio": ""}),
            "async def main() -> None:",
            "    async with AsyncClient() as client:",
            *_use(operation, called, indent=8, waits=True),
            "",
            "",
            "asyncio.run(main())",
        ),
        errors=called.block(
            [
                f"from {package} import APIError, {status}",
                "",
                "try:",
                *called.lines(_assigned(operation), indent=4),
                f"except {status} as error:",
                "    print(error.request_id, error.body)",
                "except APIError as error:",
                "    print(error)",
            ]
        ),
        options=called.block(called.lines(more=("timeout=5.0", "max_retries=0", 'extra_headers={"X-Trace": "1"}'))),
        raw=called.block(
            [
                *called.lines("answer = ", function=f"client.with_raw_response({called.function})"),
                "print(answer.status_code, answer.headers, answer.body)",
            ]
        ),
    )


def _section(resource: Resource, operation: Operation, models: Mapping[str, Model]) -> OperationSection:
    return OperationSection(
        name=operation.name.python,
        request=code(f"{operation.method} {operation.path}"),
        summary=markdown(_summary(operation)),
        example=_example(resource, operation, models),
        facts=tuple(_facts(operation, models)),
    )


def _example(resource: Resource, operation: Operation, models: Mapping[str, Model]) -> tuple[str, ...]:
    called = example(resource, operation, models)
    return called.block(_use(operation, called))


def _use(operation: Operation, called: Example, *, indent: int = 0, waits: bool = False) -> list[str]:
    """A call, and what is done with its result: pages and streams are walked through.

    An asynchronous client `waits` for it.
    """
    if operation.pagination or operation.framing:
        begin = f"async for item in {'await ' if operation.framing else ''}" if waits else "for item in "
        loop = called.lines(begin, ":", indent=indent)
        return [*loop, f"{' ' * indent}    print(item)"]
    return called.lines(f"{_assigned(operation)}{'await ' if waits else ''}", indent=indent)


def _assigned(operation: Operation) -> str:
    return "" if result_type(operation) == "None" else "result = "


# --- sentences


def _summary(operation: Operation) -> str:
    """The first sentence that the document says of an operation."""
    said, _ = summarized(operation.docs.summary or operation.docs.description)
    return " ".join(part for part in (said, "Deprecated." if operation.docs.deprecated else "") if part)


def _said(resource: Resource) -> str:
    return resource.docs.description or resource.docs.summary


def _facts(operation: Operation, models: Mapping[str, Model]) -> Iterator[str]:
    """What a call returns and raises."""
    page, returned = operation.pagination, result_type(operation)
    if page:
        yield f"Returns pages of {_linked(page.item, models)}."
    elif operation.framing:
        yield f"Returns a stream of {code(returned)}."
    elif returned != "None":
        types = {r.type for r in operation.responses if r.success and r.type is not None}
        yield f"Returns {_linked(types.pop(), models) if len(types) == 1 and ' | ' not in returned else code(returned)}."
    statuses: dict[str, list[str]] = {}
    for response in operation.responses:
        status = status_code(response.status)
        if status is not None and status >= 400:
            statuses.setdefault(error_name(status), []).append(str(status))
    if statuses:
        yield "Raises " + ", ".join(f"`{name}` ({', '.join(each)})" for name, each in statuses.items()) + "."


def _linked(of: Type, models: Mapping[str, Model]) -> str:
    spelled = code(annotation(of))
    return f"[{spelled}](../models/{models[of.name].module}.py)" if isinstance(of, ModelRef) else spelled


def _caught(operation: Operation) -> str:
    """The exception of a documented failure with a body, of those that have a class of their own."""
    bodies = {status_code(response.status) for response in operation.responses if response.type is not None}
    return next((STATUS_ERRORS[status] for status in _TELLING if status in bodies), "")


def _tells_null(operation: Operation) -> bool:
    """Whether some argument may be left out, and may be null, which is not the same."""
    fields = operation.body.fields if operation.body else ()
    return any(not each.required and is_nullable(each.type) for each in fields)
