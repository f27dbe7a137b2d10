"""The view of a package's README."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.emitter.client import has_server, relative_path, titled
from fledge.emitter.credentials import credential_docs
from fledge.emitter.errors import STATUS_ERRORS
from fledge.emitter.examples import assignment, example, usage_block, usage_lines
from fledge.emitter.first_call import leading_operations
from fledge.emitter.markdown import escape_markdown, markdown_code, markdown_line, split_summary
from fledge.emitter.python.expr import Constant, DictExpr, Keyword, Symbol
from fledge.emitter.python.symbols import ModuleScope
from fledge.emitter.reference import resource_description
from fledge.ir import Api, Model, Operation, Resource
from fledge.ir.traversal import is_nullable
from fledge.openapi.status_codes import status_code
from fledge.quick_dataclass import quick_dataclass

_TELLING = (404, 422, 400, 409, 403, 401, 429)
"""Statuses in the order in which they make a good example of an exception."""


_OPTIONS = (
    Keyword("timeout", Constant(5.0)),
    Keyword("max_retries", Constant(0)),
    Keyword("extra_headers", DictExpr(((Constant("X-Trace"), Constant("1")),))),
)
"""Options of a call, as an example."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class CredentialRow:
    """A credential in the README: the client's argument, the environment variable, what it is."""

    argument: str
    env: str
    text: str


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ResourceRow:
    """A resource in the README."""

    name: str
    page: str
    text: str


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Snippets:
    """Code of the README: calls of the operation that a reader tries first, and of one that documents errors."""

    sync: tuple[str, ...]
    asynchronous: tuple[str, ...]
    errors: tuple[str, ...]
    options: tuple[str, ...]
    raw: tuple[str, ...]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Readme:
    """`README.md`; without `calls` for an API that has no operations, with the name of a `distribution` if it is one."""

    title: str
    package: str
    distribution: str
    server: str
    path: str
    prefix: str
    credentials: tuple[CredentialRow, ...]
    calls: Snippets | None
    pages: tuple[str, ...]
    tells_null: bool
    has_webhooks: bool
    are_webhooks_signed: bool
    are_webhooks_told: bool
    resources: tuple[ResourceRow, ...]


def readme(api: Api, models: Mapping[str, Model], package: str, distribution: str = "") -> Readme:
    """Return the view of the README; users import the client as `package`, and install `distribution` if it is one."""
    every = leading_operations(api)
    paged = [each for each in every if each[1].pagination]
    path = relative_path(api)
    return Readme(
        title=escape_markdown(titled(api)),
        package=package,
        distribution=distribution,
        server=markdown_code(api.servers[0].keeping(()).url) if has_server(api) else "",
        path=markdown_code(path) if path else "",
        prefix=api.env_prefix,
        credentials=tuple(
            CredentialRow(argument=name, env=env, text=markdown_line(text, in_table=True))
            for name, env, text in credential_docs(api)
        ),
        calls=_snippets(every, models, package) if every else None,
        pages=usage_block(*paged[0], models) if paged else (),
        tells_null=any(_tells_null(operation) for _, operation in every),
        has_webhooks=bool(api.webhooks or api.webhook_signature),
        are_webhooks_signed=bool(api.webhook_signature),
        are_webhooks_told=bool(api.webhook_events),
        resources=tuple(
            ResourceRow(
                name=each.name.python,
                page=each.module,
                text=markdown_line(split_summary(resource_description(each))[0], in_table=True),
            )
            for each in api.resources
            if each.operations
        ),
    )


def _snippets(every: list[tuple[Resource, Operation]], models: Mapping[str, Model], package: str) -> Snippets:
    """Return the code that calls the leading operation, and for errors the first one that documents some."""
    resource, operation = every[0]
    called = example(resource, operation, models)
    failing_resource, failing = next((pair for pair in every if _caught(pair[1])), every[0])
    failed = example(failing_resource, failing, models)
    status = _caught(failing) or "APIStatusError"
    return Snippets(
        sync=called.block(
            [
                f"from {package} import Client",
                "",
                "with Client() as client:",
                *usage_lines(operation, called, indent=4, prints=True),
            ]
        ),
        asynchronous=(
            *called.block([f"from {package} import AsyncClient", "", ""], Symbol("asyncio", "asyncio", is_module=True)),
            "async def main() -> None:",
            "    async with AsyncClient() as client:",
            *usage_lines(operation, called, indent=8, waits=True, prints=True),
            "",
            "",
            "asyncio.run(main())",
        ),
        errors=failed.block(
            [
                f"from {package} import APIError, {status}",
                "",
                "try:",
                *failed.lines(assignment(failing), indent=4),
                f"except {status} as error:",
                "    print(error.request_id, error.body)",
                "except APIError as error:",
                "    print(error)",
            ]
        ),
        options=called.block(called.lines(more=tuple(map(ModuleScope("").expression, _OPTIONS)))),
        raw=called.block(
            [
                *called.lines("response = ", function=_viewed(called.function)),
                "print(response.status_code, response.headers, response.body)",
            ]
        ),
    )


def _viewed(function: str) -> str:
    """The method of a resource, but it returns the response."""
    resource, _, method = function.rpartition(".")
    return f"{resource}.with_raw_response.{method}"


def _caught(operation: Operation) -> str:
    """Return the exception of a documented failure with a body, of those that have a class of their own."""
    bodies = {status_code(response.status) for response in operation.responses if response.type is not None}
    return next((STATUS_ERRORS[status] for status in _TELLING if status in bodies), "")


def _tells_null(operation: Operation) -> bool:
    """Return whether some argument may be left out, and may be null, which is not the same."""
    fields = operation.body.fields if operation.body else ()
    return any(not each.required and is_nullable(each.type) for each in fields)
