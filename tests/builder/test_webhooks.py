"""Webhooks and callbacks, and the functions that parse what they send."""

from __future__ import annotations

from typing import Any

from fledge.builder.names.resolve import PinnedNames
from fledge.builder.webhooks import draft_webhooks, name_webhooks, webhook_bodies
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import Scalar
from fledge.openapi.schemas.schemas import Schemas
from tests.builder.specs import api_of, body, codes, drafts_of, spec_of

TEXT = {"type": "string"}


def test_a_webhook_and_a_callback() -> None:
    """A webhook is called by its key, a callback by its operation and its key."""
    callback = {"onPaid": {"{$request.body#/url}": {"post": {"requestBody": body(TEXT)}}}}
    operation: dict[str, Any] = {"operationId": "createOrder", "responses": {}, "callbacks": callback}
    spec = spec_of(
        webhooks={"petCreated": {"post": {"requestBody": body(TEXT)}}}, paths={"/orders": {"post": operation}}
    )
    api = api_of(spec)
    assert [(each.name.python, each.type) for each in api.webhooks] == [
        ("parse_create_order_on_paid", Scalar.STR),
        ("parse_pet_created", Scalar.STR),
    ]


def test_a_webhook_without_json_is_reported() -> None:
    """What is no JSON cannot be parsed, and takes part in the names all the same."""
    spec = spec_of(webhooks={"ping": {"post": {"requestBody": body(TEXT, "text/plain")}}, "none": {"post": {}}})
    collector = DiagnosticCollector()
    bodies = webhook_bodies(spec, {})
    assert [each.name for each in bodies] == ["ping"]
    assert draft_webhooks(bodies, Schemas(spec, collector), drafts_of(spec)[0], collector) == ()
    assert codes(collector) == ["webhook-body-unsupported"]
    assert name_webhooks(bodies, PinnedNames()) == {"/webhooks/ping/post": "parse_ping"}
    pins = PinnedNames(overrides={"#/webhooks/ping/post": "pong"})
    assert name_webhooks(bodies, pins) == {"/webhooks/ping/post": "pong"}


def test_a_header_of_any_value_tells_no_webhooks_apart() -> None:
    """The schema of a header may be `true`, which has neither values nor examples."""
    header = {"name": "X-Event", "in": "header", "schema": True}
    operation = {"post": {"parameters": [header], "requestBody": body({"type": "object"})}}
    api = api_of(spec_of(webhooks={"one": operation, "other": operation}))
    assert [each.name.python for each in api.webhooks] == ["parse_one", "parse_other"]
