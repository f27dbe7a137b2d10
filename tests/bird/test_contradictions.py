"""Documents that contradict the wire: what Bird's samples show against its document decodes."""

from __future__ import annotations

import json
import logging
from datetime import datetime, timezone
from typing import Any

import pytest

from generated.bird_conversations import ResponseDecodeError, models
from generated.bird_conversations._runtime import codec

from . import examples
from .conftest import Api
from .examples import CHANNEL, CONTACT, CONVERSATION, MESSAGE, RULE, WORKSPACE
from .server import Bird

CALLS: dict[str, tuple[tuple[str, ...], dict[str, Any], Any]] = {
    "conversations.get": ((WORKSPACE, CONVERSATION), {}, models.Conversation),
    "messages.get": ((WORKSPACE, CONVERSATION, MESSAGE), {}, models.Message),
    "participants.get": ((WORKSPACE, CONVERSATION, CONTACT), {}, models.Participant),
    "allow_block_rules.get": ((WORKSPACE, RULE), {}, models.AllowBlockRule),
    "allow_block_rules.get_bulk_status": ((WORKSPACE, RULE), {}, models.AllowBlockRuleProgress),
    "channels.get_conversations_configuration": ((WORKSPACE, CHANNEL), {}, models.ConversationalChannel),
    "conversations.create_presigned_upload": (
        (WORKSPACE, CONVERSATION),
        {"content_type": "image/png"},
        models.PresignedUpload,
    ),
}


def without(body: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in names}


NANO = datetime(2024, 11, 29, 15, 27, 38, tzinfo=timezone.utc)

# What the document does not allow, or does not tell, but the types of the client take as it comes: enums
# are open, further fields are left out, null stands for an optional field that is absent.
TAKEN: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "unknown source": ("messages.get", examples.message(source="channels"), {"source": "channels"}),
    "null interactions": ("messages.get", examples.message(interactions=None), {"interactions": None}),
    "null recipients": ("messages.get", examples.message(recipients=None), {"recipients": None}),
    "null errors": ("allow_block_rules.get_bulk_status", examples.progress(errors=None), {"errors": None}),
    "null body and template": (
        "messages.get",
        examples.message(body=None, template=None),
        {"body": None, "template": None},
    ),
    "null description": ("conversations.get", examples.conversation(description=None), {"description": None}),
    "null last message": (
        "conversations.get",
        examples.conversation(lastMessage=None),
        {"last_message": None},
    ),
    "last message for nobody": (
        "conversations.get",
        examples.conversation(lastMessage=examples.last_message(recipients=None)),
        {},
    ),
    "empty name": (
        "conversations.get",
        examples.conversation(name="", description=""),
        {"name": "", "description": ""},
    ),
    "empty picture": (
        "participants.get",
        examples.contact(avatarUrl="", displayName=""),
        {"avatar_url": "", "display_name": ""},
    ),
    "direct visibility": (
        "conversations.get",
        examples.conversation(visibility="direct"),
        {"visibility": "direct"},
    ),
    "unknown status": ("conversations.get", examples.conversation(status="snoozed"), {"status": "snoozed"}),
    "inactive participant": ("participants.get", examples.contact(status="inactive"), {"status": "inactive"}),
    "unknown participant type": ("participants.get", examples.contact(type="ai"), {"type": "ai"}),
    "latest template": (
        "messages.get",
        examples.message(template={"name": "refund", "version": "latest"}),
        {"template": models.Template(name="refund", version="latest")},
    ),
    "further fields of a closed schema": (
        "channels.get_conversations_configuration",
        examples.channel(),
        {"status": "active"},
    ),
    "further fields": ("participants.get", examples.contact(shoeSize=43, nested={"a": [1]}), {"id": CONTACT}),
    "nanoseconds": ("allow_block_rules.get", examples.rule(), {}),
    "form data without properties": ("conversations.create_presigned_upload", examples.upload(), {}),
}

# What contradicts the types as well: the value stays what it is, a missing required field is None.
NOT_TAKEN: dict[str, tuple[str, dict[str, Any], dict[str, Any], str]] = {
    "no name": ("conversations.get", without(examples.conversation(), "name"), {"name": None}, "name"),
    "only an ID": ("conversations.get", {"id": "1"}, {"id": "1", "created_at": None}, "name"),
    "null name": ("conversations.get", examples.conversation(name=None), {"name": None}, "$.name"),
    "null list": (
        "conversations.get",
        examples.conversation(featuredParticipants=None),
        {"featured_participants": None},
        "$.featuredParticipants",
    ),
    "number as text": (
        "conversations.get",
        examples.conversation(activeParticipantCount="2"),
        {"active_participant_count": "2"},
        "$.activeParticipantCount",
    ),
    "empty time": (
        "conversations.get",
        examples.conversation(createdAt=""),
        {"created_at": ""},
        "$.createdAt",
    ),
    "ID that is no UUID": ("messages.get", examples.message(id="42"), {"id": "42"}, "$.id"),
    "empty UUID": ("allow_block_rules.get", examples.rule(createdBy=""), {"created_by": ""}, "$.createdBy"),
    "participant without type": (
        "conversations.get",
        examples.conversation(featuredParticipants=[examples.sender(), without(examples.contact(), "type")]),
        {},
        "$.featuredParticipants[1]",
    ),
    "sender in depth": (
        "conversations.get",
        examples.conversation(lastMessage=examples.last_message(sender={"id": 7, "type": "user"})),
        {},
        "$.lastMessage.sender.id",
    ),
    "unknown body": (
        "messages.get",
        examples.message(body={"type": "section", "section": {"a": 1}}),
        {"body": {"type": "section", "section": {"a": 1}}},
        "$.body",
    ),
}


def check(result: Any, kind: Any, expected: dict[str, Any]) -> None:
    assert isinstance(result, kind)
    for name, value in expected.items():
        assert getattr(result, name) == value or getattr(result, name) is value, name


@pytest.mark.parametrize("name", TAKEN)
@pytest.mark.parametrize("strict", [False, True], ids=["tolerant", "strict"])
def test_open_values_and_further_fields_are_decoded(api: Api, bird: Bird, name: str, strict: bool) -> None:
    """Open values, further fields and null for an absent field decode; under strict_responses, too."""
    call, body, expected = TAKEN[name]
    args, kwargs, kind = CALLS[call]
    api.use(strict_responses=strict)
    bird.responds(200, body)
    check(api(call, *args, **kwargs), kind, expected)


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_contradicting_values_are_decoded_without_an_exception(api: Api, bird: Bird, name: str) -> None:
    """What contradicts the document decodes without an exception, and the rest of the object is typed."""
    call, body, expected, _ = NOT_TAKEN[name]
    args, kwargs, kind = CALLS[call]
    bird.responds(200, body)
    result = api(call, *args, **kwargs)
    check(result, kind, expected)
    if kind is models.Conversation and len(body) > 1:
        assert isinstance(result.initiating_participant, models.Participant)
        assert isinstance(result.updated_at, datetime)


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("conversations.get", {"error": "not ready"}),
        ("channels.get_conversations_configuration", {}),
    ],
)
def test_an_object_without_any_required_field_is_no_answer(api: Api, bird: Bird, call: str, body: Any) -> None:
    """It is not the documented object, so that no call returns it as such."""
    args, kwargs, _ = CALLS[call]
    bird.responds(200, body)
    with pytest.raises(ResponseDecodeError, match="without any required property") as caught:
        api(call, *args, **kwargs)
    assert json.loads(caught.value.content) == body


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_strict_responses_raise_with_the_path(api: Api, bird: Bird, name: str) -> None:
    """Under strict_responses it raises, and the message has the path to the fault."""
    call, body, _, path = NOT_TAKEN[name]
    args, kwargs, _ = CALLS[call]
    api.use(strict_responses=True)
    bird.responds(200, body)
    with pytest.raises(ResponseDecodeError) as caught:
        api(call, *args, **kwargs)
    assert path in str(caught.value)
    assert caught.value.status_code == 200


@pytest.mark.parametrize("name", {**TAKEN, **NOT_TAKEN})
def test_models_decode_the_same_without_a_server(name: str) -> None:
    """The same without a server: bytes to models."""
    call, body, expected, *_ = (TAKEN | NOT_TAKEN)[name]
    kind = CALLS[call][2]
    check(codec.decode(kind, json.dumps(body).encode()), kind, expected)


def test_nanoseconds_are_cut_to_microseconds(api: Api, bird: Bird) -> None:
    """Nanoseconds are read as far as Python can hold them; so are times with fewer digits and with none."""
    bird.responds(200, examples.rule(updatedAt="2024-11-29T15:27:38Z"))
    rule = api("allow_block_rules.get", WORKSPACE, RULE)
    assert rule.created_at.replace(microsecond=0) == NANO
    assert abs(rule.created_at.microsecond - 436_082) <= 1
    assert rule.updated_at == NANO
    progress = api("allow_block_rules.get_bulk_status", WORKSPACE, RULE)
    assert progress.updated_at == NANO.replace(microsecond=550_000)


def test_a_sample_page_of_conversations_is_decoded(api: Api, bird: Bird) -> None:
    """Bird's sample of a list of conversations decodes: its last message has null for recipients."""
    body = examples.conversation(lastMessage=examples.last_message(recipients=None), likelySpam=None)
    bird.responds(
        200,
        examples.page(body, {"id": "odd", "featuredParticipants": None}) | {"totalType": "", "total": None},
    )
    api.use(strict_responses=False)
    page = api("participants.list_conversations", WORKSPACE, CONTACT, channel_id=CHANNEL)
    good, odd = page.items
    assert isinstance(good, models.Conversation) and isinstance(odd, models.Conversation)
    assert good.last_message is not None and good.last_message.recipients is None
    assert odd.featured_participants is None and odd.name is None
    assert page.body.total_type == "" and page.body.total is None


@pytest.mark.parametrize("results", [None, [], "absent"])
def test_a_null_or_missing_list_is_an_empty_page(api: Api, bird: Bird, results: Any) -> None:
    """A list that is null or missing is a page without items."""
    bird.responds(200, {} if results == "absent" else {"results": results})
    assert api.all(api.client.conversations.list(WORKSPACE)) == []


def test_none_for_a_required_body_field_is_not_sent(api: Api, bird: Bird) -> None:
    """A sample sends `channelId: null`, which the document forbids: None is a channel that is left out."""
    api("conversations.create", WORKSPACE, name="x", channel_id=None)
    assert bird.last.json == {"name": "x"}


def test_undocumented_values_can_be_sent(api: Api, bird: Bird) -> None:
    """What users know better than the document can be sent: a status, a kind of body, a filter."""
    api("conversations.update", WORKSPACE, CONVERSATION, status="snoozed")
    assert bird.last.json == {"status": "snoozed"}
    api("messages.create", WORKSPACE, CONVERSATION, body={"body": {"type": "section", "section": {}}})
    assert bird.last.json["body"]["type"] == "section"
    api("participants.list_conversations", WORKSPACE, CONTACT, channel_id="not-a-uuid", visibility="direct")
    assert bird.last.arguments == {"channelId": "not-a-uuid", "visibility": "direct"}


def test_a_contradiction_is_logged_once_without_its_value(
    api: Api, bird: Bird, caplog: pytest.LogCaptureFixture
) -> None:
    """A contradiction is logged once for its place, never with the value, which may be a secret."""
    codec._warned.clear()
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            bird.responds(200, examples.contact(conversationId="s3cret"))
            api("participants.get", WORKSPACE, CONVERSATION, CONTACT)
    (record,) = [each for each in caplog.records if "conversation" in each.getMessage()]
    assert record.levelno == logging.WARNING and "Participant.conversation_id" in record.getMessage()
    assert "s3cret" not in caplog.text
