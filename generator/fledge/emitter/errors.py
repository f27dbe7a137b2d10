"""The view of `errors.py`: an exception for each status, with a typed body where one is documented."""

from __future__ import annotations


from fledge.emitter.annotations import type_expr
from fledge.emitter.python.docstrings import docstring
from fledge.emitter.python.expr import OBJECT, Symbol, union
from fledge.emitter.python.layout import layout_annotated
from fledge.emitter.python.symbols import MODELS, Imports, ModuleScope
from fledge.emitter.runtime import runtime_symbol
from fledge.ir import Api, SchemeKind
from fledge.ir.error_bodies import common_error_models, common_error_types
from fledge.openapi.status_codes import PHRASES
from fledge.quick_dataclass import quick_dataclass

STATUS_ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    500: "InternalServerError",
}
"""The runtime's exceptions, by status."""


def error_name(status: int) -> str:
    """Return the exception that a status raises."""
    if status in STATUS_ERRORS:
        return STATUS_ERRORS[status]
    if status >= 500:
        return STATUS_ERRORS[500]
    return "APIStatusError"


_GENERAL_ERRORS = (
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "MissingCredentialsError",
    "ResponseDecodeError",
)
"""Exceptions without a status."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ErrorView:
    """An exception with its field `body`; `model`, and the lines that import it, where its type is a single model."""

    status: int
    name: str
    doc: str
    body: str
    model: str
    lines: tuple[str, ...]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ErrorsModule:
    """`errors.py`; `empty` where no status is documented with a body."""

    doc: str
    imports: Imports
    errors: tuple[ErrorView, ...]


def raised_errors(api: Api) -> tuple[str, ...]:
    """Return the exceptions without a status that this client may raise."""
    asks = any(scheme.kind is SchemeKind.OAUTH2 for scheme in api.security_schemes)
    fails = any(
        name == "error"
        for resource in api.resources
        for operation in resource.operations
        for response in operation.responses
        for name, _ in response.event_types
    )
    return (*_GENERAL_ERRORS, *["OAuth2Error"] * asks, *["StreamError"] * fails)


def errors_module(api: Api) -> ErrorsModule:
    """Return the module with an exception for each common status.

    It has a typed body if all operations that document the status agree on the type. What comes may be something else.
    """
    scope = ModuleScope(".errors")
    scope.export(*map(runtime_symbol, raised_errors(api)))
    common = common_error_types(api)
    models = common_error_models(api, common)
    errors: list[ErrorView] = []
    for status, name in STATUS_ERRORS.items():
        only = common.get(status)
        model = models[status].name if status in models else ""
        body = scope.annotation(union(type_expr(only), OBJECT)) if only else ""
        errors.append(
            ErrorView(
                status=status,
                name=name,
                doc=docstring([f"{status} {PHRASES[status]}{', or another 5xx' if status == 500 else ''}."], 4),
                body=layout_annotated(4, "body", body) if body else "",
                model=model,
                lines=scope.statement(Symbol(model, MODELS), 8) if model else (),
            )
        )
    return ErrorsModule(
        doc=docstring(["Exceptions that a call can raise; documented error bodies are typed."], 0),
        imports=scope.imports(),
        errors=tuple(errors),
    )
