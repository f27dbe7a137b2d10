"""Parameters that are no arguments because other objects describe them, and what that loses.

OpenAPI ignores some headers (OpenAPI 3.2.0, 4.12.2). What a security scheme describes as well is sent once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.ir import Location, SchemeKind, SecurityScheme
from fledge.openapi.media_types import essence
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.media_types import ContentView
from fledge.openapi.views.operations import OperationView
from fledge.openapi.views.parameters import ParameterView


def is_credential(parameter: ParameterView, operation: OperationView, schemes: Mapping[str, SecurityScheme]) -> bool:
    """Whether a parameter is the API key that each requirement of its operation asks for, but an empty one."""
    requirements = [each for each in operation.security or () if each]
    keys = [name for name, scheme in schemes.items() if _is_key(scheme, parameter)]
    return bool(requirements) and all(not each.keys().isdisjoint(keys) for each in requirements)


def _is_key(scheme: SecurityScheme, parameter: ParameterView) -> bool:
    """Whether an API key is sent where a parameter is, under its name."""
    name, key = parameter.name, scheme.key
    is_same = name.lower() == key.lower() if scheme.location is Location.HEADER else name == key
    return scheme.kind is SchemeKind.API_KEY and scheme.location == parameter.location and is_same


def report_ignored_parameters(
    operations: Iterable[OperationView],
    schemas: Schemas,
    schemes: Mapping[str, SecurityScheme],
    collector: DiagnosticCollector,
) -> None:
    """Report each parameter, once, that is a credential, or a header that says what no other object says."""
    credentials = [name for name, scheme in schemes.items() if _is_authorization(scheme)]
    reported: dict[SourcePointer, None] = {}
    for operation in operations:
        for parameter in operation.parameters:
            is_key = not parameter.is_described_elsewhere and is_credential(parameter, operation, schemes)
            if not (is_key or parameter.is_described_elsewhere) or parameter.source in reported:
                continue
            reported[parameter.source] = None
            if is_key:
                collector.note(
                    "parameter-ignored",
                    f"the parameter `{parameter.name}` of {operation.key} is the credential of a security scheme, "
                    "which the client sends; so it is no argument",
                    origin=parameter.source,
                    hint="no action needed, or remove the parameter",
                )
                continue
            name = parameter.name.lower()
            required = {scheme for alternative in operation.security or () for scheme in alternative}
            if name == "authorization" and required.isdisjoint(credentials):
                collector.warning(
                    "parameter-ignored",
                    f"OpenAPI ignores the header parameter `{parameter.name}`, and no security scheme of "
                    f"{operation.key} is sent in this header, so the client sends none",
                    origin=parameter.source,
                    hint=(
                        f"let `security` require `{credentials[0]}`, or configure a scheme of this name"
                        if credentials
                        else 'describe a security scheme, or configure one: security.token = { type = "http" }'
                    ),
                )
            elif lost := next(_lost_media_types(name, parameter, operation, schemas), None):
                holder = "response" if name == "accept" else "body"
                collector.note(
                    "parameter-ignored",
                    f"OpenAPI ignores the header parameter `{parameter.name}`, and no {holder} of {operation.key} is "
                    f"`{lost}`, so the client does not send that",
                    origin=parameter.source,
                    hint=f"describe the {holder} as `{lost}`, or pass the header with `extra_headers`",
                )


def _is_authorization(scheme: SecurityScheme) -> bool:
    """Whether a credential is sent in the header `Authorization`."""
    return scheme.kind is not SchemeKind.API_KEY or (
        scheme.location is Location.HEADER and scheme.key.lower() == "authorization"
    )


def _lost_media_types(name: str, parameter: ParameterView, operation: OperationView, schemas: Schemas) -> Iterator[str]:
    """The media types that `Accept` or `Content-Type` lists, and that nothing else of the operation has."""
    holders: list[ContentView] = []
    if name == "accept":
        holders += [operation.response(status) for status in operation.statuses]
    elif name == "content-type" and operation.request_body:
        holders.append(operation.request_body)
    described = {essence(each) for holder in holders for each in holder.media_types}
    if not holders or not schemas.has(parameter.schema):
        return
    schema = schemas.whole(parameter.schema)
    for value in (*(schema.values or ()), schema.keywords.get("default")):
        for each in value.split(",") if isinstance(value, str) else ():
            if essence(each) not in described and essence(each) != "application/json" and "*" not in each:
                yield essence(each)
