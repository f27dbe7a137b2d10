"""Webhooks and callbacks: what the API sends without being called, and the functions that parse it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fledge.builder.docs import read_docs
from fledge.builder.drafts import WebhookDraft
from fledge.builder.models import ModelDrafts
from fledge.builder.names.resolve import PinnedNames, resolve_collisions
from fledge.builder.names.words import snake, symbols, words
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.openapi.document import Spec
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.operations import OperationView, RequestBodyView, all_operations, webhook_operations
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class WebhookBody:
    """What one operation of a webhook or callback sends; `name` is what its function is called after, `key` its key."""

    name: str
    key: str
    is_webhook: bool
    operation: OperationView
    body: RequestBodyView


def webhook_bodies(spec: Spec, operation_words: Mapping[str, list[str]]) -> tuple[WebhookBody, ...]:
    """All bodies of webhooks and callbacks. `operation_words` are those of operations, by their pointers."""
    return tuple(
        WebhookBody(name=name, key=key, is_webhook=is_webhook, operation=operation, body=operation.request_body)
        for name, key, is_webhook, operation in _operations(spec, operation_words)
        if operation.request_body
    )


def _operations(spec: Spec, operation_words: Mapping[str, list[str]]) -> Iterator[tuple[str, str, bool, OperationView]]:
    for key, webhook in webhook_operations(spec):
        yield snake(words(key)) or snake(symbols(key)) or "webhook", key, True, webhook
    for operation in all_operations(spec):
        for key, callback in operation.callbacks:
            yield snake([*operation_words.get(operation.pointer, []), *words(key)]) or "callback", key, False, callback


def name_webhooks(bodies: tuple[WebhookBody, ...], pins: PinnedNames) -> dict[str, str]:
    """The name of the function that parses each body, by the pointer of its operation."""
    candidates = {each.operation.pointer: [f"parse_{each.name}", f"parse_{each.name}_event"] for each in bodies}
    return resolve_collisions(candidates, chosen={pointer: pins.override(f"#{pointer}") for pointer in candidates})


def draft_webhooks(
    bodies: tuple[WebhookBody, ...], schemas: Schemas, models: ModelDrafts, collector: DiagnosticCollector
) -> tuple[WebhookDraft, ...]:
    """The webhooks and callbacks with a JSON body, each once; a note for each of the others."""
    drafts: list[WebhookDraft] = []
    for each in {each.operation.pointer: each for each in bodies}.values():
        media_types = [name for name in sorted(each.body.media_types) if "json" in name.lower()]
        schema = each.body.media_type(media_types[0]).schema if media_types else ""
        if schema and schemas.has(schema):
            of = models.received.type_of(schema)
            drafts.append(
                WebhookDraft(
                    wire=each.name,
                    pointer=each.operation.pointer,
                    type=of,
                    constraints=models.constraints.body(schema, of),
                    source=each.operation.source,
                    docs=read_docs(each.operation.raw),
                )
            )
        else:
            collector.note(
                "webhook-body-unsupported",
                f"what `{each.name}` sends is not described as JSON, so there is no function that parses it",
                origin=each.operation.source,
                hint="describe the body as application/json, with a schema, if that is what comes",
            )
    return tuple(drafts)
