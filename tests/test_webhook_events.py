"""`webhooks.parse`: which webhook a body is, by a header or by constants in it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from fledge.config.webhooks import WebhookSignatureConfig
from tests.client import document, imported, make_from, put
from tests.golden.checking import mypy_errors, pyright_errors, wrong_lines

STRING = {"type": "string"}


def event(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


def only(value: object) -> dict[str, Any]:
    """An enum of one value, as OpenAPI 3.0 has no `const`."""
    return {"type": "string", "enum": [value]}


def webhook(name: str, *parameters: Mapping[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {"post": {"parameters": list(parameters), "requestBody": {"content": content}, "responses": {}}}


def header(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "header", **more}


def described(webhooks: Mapping[str, Any], **schemas: Any) -> dict[str, Any]:
    return {**document(**schemas), "webhooks": webhooks}


BY_BODY = described(
    {"batch_done": webhook("Done"), "batch_failed": webhook("Failed"), "call": webhook("Call")},
    Done=event("type", "id", object=only("event"), type=only("batch.done"), id=STRING),
    Failed=event("type", "id", object=only("event"), type={"const": "batch.failed"}, id=STRING),
    Call=event("id", "type", object=only("event"), type={"$ref": "#/components/schemas/CallType"}, id=STRING),
    CallType={"type": "string", "enum": ["call.incoming", "call.ended"]},
)

EVENT = header("X-GitHub-Event", schema=STRING)
BY_HEADER = described(
    {
        "issues-opened": webhook("Opened", {**EVENT, "example": "issues"}),
        "issues-closed": webhook("Closed", {**EVENT, "example": "issues"}),
        "pull-request-opened": webhook("PullOpened", {**EVENT, "example": "pull_request"}),
        "push": webhook("Push", {**EVENT, "example": "push"}),
        "check-run-created": webhook("Check", {**EVENT, "example": "check_run"}),
        "discussion-closed": webhook("Discussed", {**EVENT, "example": "discussions"}),
    },
    Opened=event("action", "issue", action=only("opened"), issue=STRING),
    Closed=event("action", "issue", action=only("closed"), issue=STRING),
    PullOpened=event("action", action=only("opened"), number={"type": "integer"}),
    Push=event("ref", ref=STRING),
    Check=event(action=only("created"), check=STRING),
    Discussed=event("action", action=only("closed")),
)


def parsed(
    description: Mapping[str, Any], folder: Path, *sent: tuple[object, Mapping[str, str]], **options: Any
) -> Any:
    """The names of the classes of what a client parses."""
    (folder / "client").mkdir()
    put(make_from(description, folder, **options), folder / "client")
    with imported(folder, "client") as client:
        events = [client.webhooks.parse(json.dumps(data).encode(), headers) for data, headers in sent]
        return [type(each).__name__ if type(each).__name__ != "UnknownWebhook" else each.name for each in events]


def test_constants_in_the_body(tmp_path: Path) -> None:
    """An enum of one value counts as a constant; what no webhook has is unknown, by what it calls itself."""
    sent = [
        {"object": "event", "type": "batch.done", "id": "1"},
        {"object": "event", "type": "batch.failed", "id": "1"},
        {"object": "event", "type": "batch.new", "id": "1"},
        {"object": "event", "id": "1"},
        ["batch.done"],
        None,
    ]
    assert parsed(BY_BODY, tmp_path, *((each, {}) for each in sent)) == ["Done", "Failed", "batch.new", "", "", ""]


def test_a_header_and_constants(tmp_path: Path) -> None:
    """A header names events whose bodies share constants; its examples may be wrong, and its name in any case."""
    sent: list[tuple[object, Mapping[str, str]]] = [
        ({"action": "opened", "issue": "a"}, {"x-github-event": "issues"}),
        ({"action": "opened"}, {"X-GITHUB-EVENT": "pull_request"}),
        ({"action": "closed", "issue": "a"}, {"X-GitHub-Event": "issues"}),
        ({"ref": "main"}, {"X-GitHub-Event": "push"}),
        ({"check": "a"}, {"X-GitHub-Event": "check_run"}),
        ({"action": "closed"}, {"X-GitHub-Event": "discussion"}),
        ({"action": "new", "issue": "a"}, {"X-GitHub-Event": "issues"}),
        ({"action": "opened", "issue": "a"}, {"X-GitHub-Event": "sponsorship"}),
        ({"action": "created"}, {}),
    ]
    names = ["Opened", "PullOpened", "Closed", "Push", "Check", "Discussed", "issues", "sponsorship", "Check"]
    assert parsed(BY_HEADER, tmp_path, *sent) == names


def test_a_configured_header(tmp_path: Path) -> None:
    """The header's values are the webhooks' names, whatever the separators, where the description says nothing of it."""
    description = described(
        {"orders/create": webhook("Order"), "ordersDeleted": webhook("Gone")},
        Order=event(id=STRING),
        Gone=event(id=STRING),
    )
    signature = WebhookSignatureConfig(event_header="X-Shopify-Topic")
    topics = ["orders/create", "orders/deleted", "orders/paid"]
    sent = [({"id": "1"}, {"X-Shopify-Topic": topic}) for topic in topics]
    assert parsed(description, tmp_path, *sent, signature=signature) == ["Order", "Gone", "orders/paid"]


def test_a_union_with_a_discriminator(tmp_path: Path) -> None:
    """One webhook may send several events: its union's mapping tells them apart, and others are unknown."""
    mapping = {"made": "#/components/schemas/Made", "gone": "#/components/schemas/Gone"}
    variants = [{"$ref": reference} for reference in mapping.values()]
    description = described(
        {"event": webhook("Event")},
        Event={"oneOf": variants, "discriminator": {"propertyName": "kind", "mapping": mapping}},
        Made=event("kind", kind=STRING, id=STRING),
        Gone=event("kind", kind=STRING),
    )
    sent = [({"kind": kind, "id": "1"}, {}) for kind in ("made", "gone", "new")]
    assert parsed(description, tmp_path, *sent) == ["Made", "Gone", "new"]


def test_a_union_without_a_discriminator(tmp_path: Path) -> None:
    """Constants tell its members apart, as everywhere; `1` is not `true`, and what is in an `allOf` counts."""
    variants = [{"$ref": f"#/components/schemas/{name}"} for name in ("Made", "Gone")]
    base = event("id", id=STRING, version=STRING)
    description = described(
        {"event": webhook("Event"), "one": webhook("One"), "yes": webhook("Yes")},
        Event={"oneOf": variants},
        Made={"allOf": [base, event("kind", kind=only("made"))]},
        Gone={"allOf": [base, event("kind", kind={"const": "gone"})]},
        One=event("flag", flag={"const": 1}),
        Yes=event("flag", flag={"const": True}),
    )
    objects = [{"kind": kind, "id": "1"} for kind in ("made", "gone", "new")]
    sent = [(data, {}) for data in (*objects, {"flag": 1}, {"flag": True}, {"flag": 2})]
    assert parsed(description, tmp_path, *sent) == ["Made", "Gone", "new", "One", "Yes", ""]


def test_one_schema_of_several_webhooks(tmp_path: Path) -> None:
    """An enum of the webhooks' names tells a new event, too."""
    types = {"enum": ["transfer.created", "transfer.updated"]}
    description = described(
        {"transfer.created": webhook("Transfer"), "transfer.updated": webhook("Transfer")},
        Transfer=event("data", data=STRING, type=types, environment={"enum": ["test", "live"]}),
    )
    sent = [{"data": "", "type": "transfer.updated"}, {"data": ""}, {"data": "", "type": "transfer.deleted"}]
    sent.append({"data": "", "environment": "other"})
    names = ["Transfer", "Transfer", "transfer.deleted", "Transfer"]
    assert parsed(description, tmp_path, *((each, {}) for each in sent)) == names


def test_what_nothing_tells_apart(tmp_path: Path) -> None:
    """Without a header or constants there is no `parse`; a callback that anything may be is none of the events."""
    description = described({"a": webhook("A"), "b": webhook("B")}, A=event(id=STRING), B=event(id=STRING))
    package = make_from(description, tmp_path)
    assert "def parse(" not in package.files["webhooks.py"]
    callback = {"onAny": {"{$request.query.url}": webhook("Any")}}
    operation = {"responses": {"204": {"description": ""}}, "callbacks": callback}
    made = {**BY_BODY, "paths": {"/a": {"post": operation}}}
    made["components"] = {"schemas": {**BY_BODY["components"]["schemas"], "Any": event(id=STRING)}}
    assert parsed(made, tmp_path, ({"type": "batch.new", "id": "1"}, {})) == ["batch.new"]


def test_verified_and_parsed_in_one_call(tmp_path: Path) -> None:
    """A wrong signature is an error; what `verify` returned needs none again."""
    signature = WebhookSignatureConfig(signature_header="X-Hub-Signature-256: sha256=", env="SECRET")
    (tmp_path / "client").mkdir()
    put(make_from(BY_HEADER, tmp_path, signature=signature), tmp_path / "client")
    body = b'{"action": "opened", "issue": "a"}'
    signed = f"sha256={hmac.new(b's3cret', body, hashlib.sha256).hexdigest()}"
    headers = {"X-GitHub-Event": "issues", "X-Hub-Signature-256": signed}
    with imported(tmp_path, "client") as client:
        webhooks = client.webhooks
        assert webhooks.parse(body, headers, secret="s3cret") == client.models.Opened(issue="a")
        assert webhooks.parse(webhooks.VerifiedBody(body), {"X-GitHub-Event": "issues"}).issue == "a"
        with pytest.raises(webhooks.WebhookVerificationError):
            webhooks.parse(body, headers, secret="other")
        with pytest.raises(ValueError):
            webhooks.parse(webhooks.VerifiedBody(b"{"), headers)


HANDLER = """
from typing import assert_type
from client import models, webhooks

def by_class(body: bytes) -> str:
    event = webhooks.parse(body)
    match event:
        case models.Done():
            assert_type(event, models.Done)
            return event.id
        case models.Failed(id=id) | models.Call(id=id):
            return id
        case webhooks.UnknownWebhook(name=name):
            return name

def by_constant(event: webhooks.Event) -> str:
    if isinstance(event, webhooks.UnknownWebhook):
        return event.name
    if event.type == "batch.done":
        assert_type(event, models.Done)
    elif event.type == "batch.failed":
        assert_type(event, models.Failed)
    return event.id

webhooks.parse("text")  # wrong
webhooks.parse(b"").id  # wrong
"""


@pytest.mark.types
def test_type_checkers_narrow(tmp_path: Path) -> None:
    """By `match`, by `isinstance` and by the constant, under mypy and pyright strict."""
    (tmp_path / "client").mkdir()
    description = described(
        {key: each for key, each in BY_BODY["webhooks"].items()}, **BY_BODY["components"]["schemas"]
    )
    description["components"]["schemas"]["Call"] = event("id", "type", type=only("call"), id=STRING)
    put(make_from(description, tmp_path), tmp_path / "client")
    file = tmp_path / "handler.py"
    file.write_text(HANDLER, encoding="utf-8")
    for checker in (mypy_errors, pyright_errors):
        errors = checker([file], tmp_path, tmp_path)
        assert sorted(line for _, line in errors) == wrong_lines(HANDLER), errors


@pytest.mark.types
def test_hundreds_of_events(tmp_path: Path) -> None:
    """Checkers know them all, as many as GitHub has."""
    names = [f"Event{number}" for number in range(300)]
    schemas = {name: event("type", "id", type=only(name.lower()), id=STRING) for name in names}
    (tmp_path / "client").mkdir()
    put(make_from(described({name: webhook(name) for name in names}, **schemas), tmp_path), tmp_path / "client")
    code = "from typing import assert_type\nfrom client import models, webhooks\n"
    code += "event = webhooks.parse(b'')\nassert not isinstance(event, webhooks.UnknownWebhook)\n"
    code += "assert_type(event.id, str)\nassert isinstance(event, models.Event0)\nassert_type(event, models.Event0)\n"
    file = tmp_path / "handler.py"
    file.write_text(code, encoding="utf-8")
    for checker in (mypy_errors, pyright_errors):
        assert checker([file], tmp_path, tmp_path) == {}
