"""The requests of all 31 operations, judged by openapi-core against the merged document."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from .calls import CALLS, Call
from .conftest import Api
from .examples import CHANNEL, CONVERSATION, WORKSPACE
from .server import Bird, RecordedRequest, operation_of
from .test_messages import CSV, MESSAGES
from .test_participants import FORMS, IDENTIFIERS
from .wire import FAILURES, IS_GOOD, Refused, document, judge


@pytest.fixture(autouse=True)
def good_judge(request: pytest.FixtureRequest) -> None:
    if not IS_GOOD and request.function is not test_the_installed_openapi_core_reads_openapi_3_1:
        pytest.skip("needs openapi-core 0.23: see test_the_installed_openapi_core_reads_openapi_3_1")


def test_the_installed_openapi_core_reads_openapi_3_1() -> None:
    """An openapi-core that knows OpenAPI 3.1 is here; an older one would skip all of this file."""
    assert IS_GOOD, f"openapi-core {FAILURES} is too old: pip install 'openapi-core>=0.23'"


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.call)
def test_each_operation_sends_a_valid_request(api: Api, bird: Bird, call: Call) -> None:
    """The request is as the document says, and names the same things as the call."""
    api(call.call, *call.args, **call.kwargs)
    path, body = judge(bird.last)
    _, template = operation_of(call.method, call.path) or ("", "")
    assert dict(path) == dict(zip(re.findall(r"\{(\w+)\}", template), call.args, strict=True))
    assert (body is None) == (call.body is ...)


@pytest.mark.parametrize("key, value, sent", IDENTIFIERS)
def test_each_identifier_is_a_valid_request(api: Api, bird: Bird, key: str, value: str, sent: str) -> None:
    """An identifier with reserved characters is read back as it was given."""
    api("participants.update_by_identifier", WORKSPACE, CONVERSATION, key, value, status="invited")
    path, _ = judge(bird.last)
    assert (path["identifierKey"], path["identifierValue"]) == (key, value)


@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_a_participant_is_a_valid_request(api: Api, bird: Bird, form: str) -> None:
    """Each form fits exactly one branch of the oneOf, from models and from dicts."""
    for body in FORMS[form]:
        api("participants.create", WORKSPACE, CONVERSATION, body=body)
        judge(bird.last)


@pytest.mark.parametrize("kind", MESSAGES)
def test_each_kind_of_message_is_a_valid_request(api: Api, bird: Bird, kind: str) -> None:
    """Text, image and template fit, from models and from dicts."""
    for body in MESSAGES[kind]:
        api("messages.create", WORKSPACE, CONVERSATION, body=body)
        judge(bird.last)


@pytest.mark.parametrize("rules", [CSV, CSV.encode()], ids=["str", "bytes"])
def test_csv_is_a_valid_request(api: Api, bird: Bird, rules: str | bytes) -> None:
    """The upload has the media type that the document names."""
    api("allow_block_rules.create_bulk", WORKSPACE, body=rules)
    judge(bird.last)


# Requests that are wrong. Each is a right one with one fault: else this file would prove nothing.


def _json(recorded: RecordedRequest, **changes: Any) -> RecordedRequest:
    return replace(recorded, body=json.dumps({**recorded.json, **changes}).encode())


def _less(recorded: RecordedRequest, name: str) -> RecordedRequest:
    return replace(recorded, body=json.dumps({k: v for k, v in recorded.json.items() if k != name}).encode())


def _header(recorded: RecordedRequest, name: str, value: str | None) -> RecordedRequest:
    headers = {header: text for header, text in recorded.headers.items() if header != name}
    return replace(recorded, headers=headers if value is None else headers | {name: value})


LISTED = "participants.list_conversations"
CORRUPTIONS: dict[str, tuple[str, Callable[[RecordedRequest], RecordedRequest], str]] = {
    "path": (
        "conversations.get",
        lambda s: replace(s, target=s.target.replace("conversations", "conversation")),
        "Path",
    ),
    "segment": ("conversations.get", lambda s: replace(s, target=f"{s.target}/more"), "Path"),
    "decoded slash": (
        "participants.get_by_identifier",
        lambda s: replace(s, target=f"{s.path}/b/c"),
        "Path",
    ),
    "method": ("conversations.get", lambda s: replace(s, method="PUT"), "Operation"),
    "no required query": (
        LISTED,
        lambda s: replace(s, target=s.target.replace("channelId", "channel_id")),
        "channelId",
    ),
    "query is no UUID": (LISTED, lambda s: replace(s, target=s.target.replace(CHANNEL, "abc")), "uuid"),
    "query not in enum": (LISTED, lambda s: replace(s, target=s.target.replace("deleted", "gone")), "gone"),
    "query is no number": (
        LISTED,
        lambda s: replace(s, target=s.target.replace("limit=5", "limit=five")),
        "five",
    ),
    "query too large": (LISTED, lambda s: replace(s, target=s.target.replace("limit=5", "limit=500")), "500"),
    "query is no boolean": (
        LISTED,
        lambda s: replace(s, target=s.target.replace("reverse=true", "reverse=True1")),
        "True1",
    ),
    "query is no time": (
        "messages.list",
        lambda s: replace(s, target=re.sub("dateFrom=[^&]*", "dateFrom=now", s.target)),
        "now",
    ),
    "wrong type": ("antispam.update", lambda s: _json(s, enabled="no"), "boolean"),
    "wrong type in depth": (
        "conversations.create",
        lambda s: _json(s, initialMessage={"draft": "no"}),
        "no",
    ),
    "null": ("conversations.update", lambda s: _json(s, status=None), "None"),
    "not in enum": ("participants.update", lambda s: _json(s, status="gone"), "gone"),
    "missing field": ("allow_block_rules.create", lambda s: _less(s, "value"), "value"),
    "further field": ("participants.update", lambda s: _json(s, state="active"), "state"),
    "no field": ("participants.update", lambda s: replace(s, body=b"{}"), "non-empty"),
    "no form": ("participants.create", lambda s: _json(s, type="contact", id=7), "7"),
    "no sender": ("messages.create", lambda s: _less(s, "participantId"), "not valid under"),
    "not JSON": ("conversations.update", lambda s: replace(s, body=b"{"), "deserialize"),
    "media type": ("conversations.update", lambda s: _header(s, "content-type", "text/plain"), "text/plain"),
    "CSV as JSON": (
        "allow_block_rules.create_bulk",
        lambda s: _header(s, "content-type", "application/json"),
        "json",
    ),
    "no key": ("conversations.get", lambda s: _header(s, "authorization", None), "ecurity"),
    "other scheme": ("conversations.get", lambda s: _header(s, "authorization", "Bearer abc"), "ecurity"),
}


@pytest.fixture(scope="module")
def requests(server: Bird) -> dict[str, RecordedRequest]:
    """A right request of each operation."""
    api = Api("sync", server.url)
    server.forget()
    for call in CALLS:
        api(call.call, *call.args, **call.kwargs)
    recorded_by_call = dict(zip([call.call for call in CALLS], [*server.requests], strict=True))
    api.close()
    return recorded_by_call


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_the_judge_refuses_each_corrupted_request(requests: dict[str, RecordedRequest], name: str) -> None:
    """The judge accepts the request, and refuses it with one fault, which it names."""
    call, corrupt, told = CORRUPTIONS[name]
    judge(requests[call])
    corrupted = corrupt(requests[call])
    assert corrupted != requests[call]
    with pytest.raises(Refused, match=re.escape(told)):
        judge(corrupted)


def test_the_judge_reads_the_merged_document() -> None:
    """What is judged by has all the operations, from the pages of Bird."""
    root = document()
    methods = [name for item in root["paths"].values() for name in item if name in ("get", "post", "patch", "delete")]
    assert len(methods) == len(CALLS) == 31
    assert root["openapi"].startswith("3.1") and root["servers"][0]["url"] == "https://api.bird.com"


def test_the_server_responds_as_the_document_says(api: Api, bird: Bird) -> None:
    """What the server of these tests answers by default stands up to strict_responses."""
    api.use(strict_responses=True)
    for call in CALLS:
        api(call.call, *call.args, **call.kwargs)
    assert len(bird.requests) == len(CALLS)
