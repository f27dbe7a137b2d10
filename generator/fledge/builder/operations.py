"""Drafts of operations: one for each method on a path, two for one that returns a stream or a whole body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from fledge.builder.content import ContentReader
from fledge.builder.docs import read_docs
from fledge.builder.drafts import OperationDraft, ParameterDraft
from fledge.builder.examples import ExampleBuilder
from fledge.builder.identities import MethodId
from fledge.builder.ignored_parameters import is_credential
from fledge.builder.models import ModelDrafts
from fledge.builder.parameters import ParameterBuilder, is_idempotency_key
from fledge.builder.request_bodies import RequestBodyBuilder, ask_for_stream
from fledge.builder.responses import ResponseBuilder
from fledge.builder.servers import first_server, server_urls
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import Location, SecurityScheme, Server
from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.code_samples import sampled_bodies, titled_samples
from fledge.openapi.views.operations import OperationView, ResponseView, all_operations
from fledge.openapi.views.parameters import ParameterView


def draft_operations(
    spec: Spec,
    schemas: Schemas,
    models: ModelDrafts,
    schemes: Mapping[str, SecurityScheme],
    collector: DiagnosticCollector,
    idempotency: str,
) -> Mapping[MethodId, OperationDraft]:
    """All operations, in the order of the description.

    `schemes` are those that a credential can be passed for. `idempotency` is the configured header, or "".
    """
    builder = _OperationBuilder(spec, schemas, models, schemes, collector, idempotency)
    drafts: dict[MethodId, OperationDraft] = {}
    for operation in all_operations(spec):
        for is_stream, draft in enumerate(builder.build(operation)):
            drafts[MethodId(operation.pointer, is_stream=bool(is_stream))] = draft
    return drafts


class _OperationBuilder:
    """Builds operations; they request the models that they need."""

    def __init__(
        self,
        spec: Spec,
        schemas: Schemas,
        models: ModelDrafts,
        schemes: Mapping[str, SecurityScheme],
        collector: DiagnosticCollector,
        idempotency: str,
    ) -> None:
        self._idempotency = idempotency
        content = ContentReader(schemas, collector)
        examples = ExampleBuilder(spec, schemas)
        self._schemes = schemes
        self._last_servers: tuple[JSON, Server | None, tuple[str, ...]] = (None, None, ())
        self._parameters = ParameterBuilder(schemas, models, examples, collector)
        self._bodies = RequestBodyBuilder(schemas, models, content, examples)
        self._responses = ResponseBuilder(schemas, models, content, collector)

    def build(self, operation: OperationView) -> tuple[OperationDraft, ...]:
        """The operation; if it may return a whole body or a stream, two: the one with the stream second."""
        described = [each for each in operation.parameters if not is_credential(each, operation, self._schemes)]
        answers = {status: operation.response(status) for status in operation.statuses}
        path, parameters = self._parameters.build(operation.path, described)
        server, urls = self._server(operation)
        key = self._idempotency_key(operation.http_method.upper(), parameters)
        sent = operation.request_body
        body = self._bodies.build(sent, tuple(sampled_bodies(operation.raw))) if sent else None
        responses = tuple(self._responses.build(operation, answers))
        draft = OperationDraft(
            id=operation.operation_id,
            http_method=operation.http_method.upper(),
            path=path,
            source=operation.source,
            docs=read_docs(operation.raw),
            parameters=(
                tuple(replace(each, required=False) if each.wire == key else each for each in parameters)
                if key
                else parameters
            ),
            body=body,
            responses=responses,
            security=self._security(operation),
            server=server,
            idempotency_key=key,
            inferred=tuple(_inferred_parts(operation, described, answers)),
            idempotency_required=any(each.required for each in parameters if key and each.wire == key),
            scopes=self._scopes(operation),
            server_label=operation.server,
            server_urls=urls,
            samples=titled_samples(operation.raw),
        )
        streams = tuple(each for each in responses if each.stream_format)
        if not streams:
            return (draft,)
        if all(each.stream_format or not each.media_type for each in responses if each.success):
            return (replace(draft, body=ask_for_stream(body, stream=True)),)
        whole = tuple(each for each in responses if not each.stream_format)
        rest = tuple(each for each in whole if not (each.success and each.media_type))
        return (
            replace(draft, responses=whole, body=ask_for_stream(body, stream=False)),
            replace(draft, responses=(*streams, *rest), body=ask_for_stream(body, stream=True)),
        )

    def _idempotency_key(self, http_method: str, parameters: Sequence[ParameterDraft]) -> str:
        """The header by which the server knows a repeated request, or "".

        A described one goes before the configured one, which is for what is not repeatable by its method.
        """
        configured = self._idempotency if http_method in ("POST", "PATCH") else ""
        described = [each for each in parameters if each.location is Location.HEADER]
        same = [each for each in described if each.wire.lower() == configured.lower()]
        return next((each.wire for each in (*filter(is_idempotency_key, described), *same)), configured)

    def _server(self, operation: OperationView) -> tuple[Server | None, tuple[str, ...]]:
        """The first server, and the URLs of all: those of the last operation if the loader gave both the same ones."""
        stated = operation.raw.get("servers")
        if stated is not self._last_servers[0]:
            self._last_servers = (stated, first_server(operation), server_urls(operation))
        return self._last_servers[1:]

    def _security(self, operation: OperationView) -> tuple[tuple[str, ...], ...]:
        """Alternatives of scheme names; the caller sees to schemes that no credential can be passed for.

        The loader has written to each operation what the whole description requires: one without needs nothing.
        """
        alternatives = operation.security or ()
        return tuple(dict.fromkeys(tuple(key for key in each if key in self._schemes) for each in alternatives))

    def _scopes(self, operation: OperationView) -> tuple[tuple[str, str], ...]:
        """The scopes that all alternatives with a scheme require, whatever the flow is, each after the scheme's name."""
        alternatives = operation.security or ()
        required: dict[str, set[str]] = {}
        for each in alternatives:
            for key in each:
                if key in self._schemes:
                    required[key] = required.get(key, set(each[key])) & set(each[key])
        return tuple(sorted((key, scope) for key, scopes in required.items() for scope in scopes))


def _inferred_parts(
    operation: OperationView, parameters: Iterable[ParameterView], responses: Mapping[str, ResponseView]
) -> Iterator[str]:
    """What of an operation is inferred and not documented: `x-fledge-inferred` on it or on its parts."""
    if operation.is_inferred:
        yield "the operation"
    for parameter in parameters:
        if parameter.is_inferred or parameter.has_inferred_schema:
            yield f"parameter `{parameter.name}`"
    for status, response in responses.items():
        if response.is_inferred:
            yield f"status {status}"
