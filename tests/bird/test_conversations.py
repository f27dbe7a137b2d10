"""Conversations: change one, start one with a first message, prepare an upload."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any
from uuid import UUID

import pytest

from generated.bird_conversations import UNSET, models

from . import examples
from .conftest import Api
from .examples import ACCESS_KEY, CHANNEL, CONTACT, CONVERSATION, MESSAGE, RULE, USER, WORKSPACE
from .server import Bird

PATH = f"/workspaces/{WORKSPACE}/conversations"

UPDATES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {}),
    ({"name": "new name"}, {"name": "new name"}),
    ({"name": None, "description": None}, {"name": None, "description": None}),
    ({"name": UNSET, "description": ""}, {"description": ""}),
    ({"status": "closed"}, {"status": "closed"}),
    ({"status": None, "visibility": None, "accessibility": None, "attributes": None}, {}),
    (
        {
            "name": "new name",
            "description": "description",
            "status": "active",
            "visibility": "private",
            "accessibility": "invite-only",
            "attributes": {"my-attribute": "123", "nested": {"list": [1, None, True]}},
        },
        {
            "name": "new name",
            "description": "description",
            "status": "active",
            "visibility": "private",
            "accessibility": "invite-only",
            "attributes": {"my-attribute": "123", "nested": {"list": [1, None, True]}},
        },
    ),
]


@pytest.mark.parametrize("given, sent", UPDATES)
def test_update_sends_what_was_passed(api: Api, bird: Bird, given: dict[str, Any], sent: dict[str, Any]) -> None:
    """Only what was passed is sent, and no body for nothing: no default of the document, and null only where null is allowed."""
    api("conversations.update", WORKSPACE, CONVERSATION, **given)
    assert (bird.last.method, bird.last.target) == ("PATCH", f"{PATH}/{CONVERSATION}")
    assert (bird.last.json if bird.last.body else {}) == sent
    assert bool(bird.last.body) == bool(sent)


def test_update_returns_the_conversation(api: Api, bird: Bird) -> None:
    """The answer decodes with its participants, its last message and that message's sender."""
    found = api("conversations.update", WORKSPACE, CONVERSATION, name="new name")
    assert isinstance(found, models.Conversation)
    assert found.id == CONVERSATION and found.channel_id == CHANNEL
    assert (found.status, found.visibility, found.accessibility) == ("active", "private", "invite-only")
    assert found.platform_style == "email" and found.style is None
    assert found.description == "" and found.attributes == {"my-attribute": "123"}
    assert (found.active_participant_count, found.pending_participant_count) == (2, 1)
    assert found.created_at == datetime(2024, 11, 25, 19, 31, 47, 264_000, tzinfo=timezone.utc)
    assert found.updated_at.utcoffset() is not None

    customer, program = found.featured_participants
    assert isinstance(customer, models.Participant) and isinstance(program, models.Participant)
    assert isinstance(customer.contact, models.ParticipantContact)
    assert customer.contact.identifier_value == "john.doe@example.com"
    assert (program.type, program.avatar_url, program.contact) == ("accessKey", "", None)
    assert found.initiating_participant == customer

    last = found.last_message
    assert isinstance(last, models.LastMessage)
    assert last.id == UUID(MESSAGE) and last.type == "text" and last.status == "delivered"
    assert isinstance(last.preview, models.LastMessagePreview) and last.preview.text == "Hey, listen! 👍"
    assert last.created_at == datetime(2024, 11, 29, 13, 22, 22, 875_000, tzinfo=timezone.utc)
    assert isinstance(last.sender, models.Participant) and last.sender.id == ACCESS_KEY
    assert isinstance(last.recipients, list)
    (recipient,) = last.recipients
    assert isinstance(recipient, models.MessageRecipient)
    assert recipient.contact_annotation is not None and recipient.contact_annotation.name == "John Doe"


def test_create_with_initial_message(api: Api, bird: Bird) -> None:
    """A conversation starts with a first message, given as models or as plain dicts: the same body."""
    sent = {
        "name": "Re: Your refund request",
        "channelId": CHANNEL,
        "participants": [
            {"type": "contact", "identifierKey": "emailaddress", "identifierValue": "john.doe@example.com"},
            {"id": USER, "type": "user"},
        ],
        "initialMessage": {
            "recipients": [{"identifierKey": "emailaddress", "identifierValue": "john.doe@example.com", "type": "to"}],
            "body": {"type": "text", "text": {"text": "Hello"}},
            "draft": False,
        },
        "resource": {"type": "task", "id": RULE},
    }
    created = api(
        "conversations.create",
        WORKSPACE,
        name="Re: Your refund request",
        channel_id=CHANNEL,
        participants=sent["participants"],
        initial_message=sent["initialMessage"],
        resource=sent["resource"],
    )
    assert (bird.last.method, bird.last.target) == ("POST", PATH)
    assert bird.last.json == sent
    assert isinstance(created, models.Conversation)

    recipient = models.CreateMessageRecipientsItemWithIdentifier(
        identifier_key="emailaddress", identifier_value="john.doe@example.com", type="to"
    )
    api(
        "conversations.create",
        WORKSPACE,
        name="Re: Your refund request",
        channel_id=UUID(CHANNEL),
        participants=(
            models.ParticipantRef(
                type="contact", identifier_key="emailaddress", identifier_value="john.doe@example.com"
            ),
            {"id": USER, "type": "user"},
        ),
        initial_message=models.CreateInitialMessage(
            recipients=[recipient],
            body=models.BodyText(text=models.TextContent(text="Hello")),
            draft=False,
        ),
        resource=models.ConversationResource(type="task", id=UUID(RULE)),
    )
    assert bird.last.json == sent


def test_create_sends_no_default(api: Api, bird: Bird) -> None:
    """Style, visibility and accessibility have defaults in the document; they are not sent."""
    api("conversations.create", WORKSPACE, channel_id=CHANNEL)
    assert bird.last.json == {"channelId": CHANNEL}
    api(
        "conversations.create",
        WORKSPACE,
        channel_id=CHANNEL,
        initial_message=None,
        attributes=None,
        resource=None,
    )
    assert bird.last.json == {
        "channelId": CHANNEL,
        "initialMessage": None,
        "attributes": None,
        "resource": None,
    }


def test_create_sends_undocumented_fields(api: Api, bird: Bird) -> None:
    """The body is open: further fields go along by extra_body."""
    api("conversations.create", WORKSPACE, channel_id=CHANNEL, extra_body={"directory": "x"})
    assert bird.last.json == {"channelId": CHANNEL, "directory": "x"}


def test_conversations_are_listed_over_all_pages_and_deleted(api: Api, bird: Bird) -> None:
    """The conversations of a workspace are listed over all pages; deleting one gives nothing back."""
    bird.responds(200, examples.page(examples.conversation(id="a"), token="t"))
    bird.responds(200, examples.page(examples.conversation(id="b")))
    found = api.all(api.client.conversations.list(WORKSPACE, reverse=False, resource="task:1"))
    assert [each.id for each in found] == ["a", "b"]
    assert bird.last.arguments == {"reverse": "false", "resource": "task:1", "pageToken": "t"}
    assert api("conversations.delete", WORKSPACE, CONVERSATION) is None


def test_a_presigned_upload_keeps_its_form_fields(api: Api, bird: Bird) -> None:
    """The form fields of an upload come as they are, with names that are no Python names."""
    upload = api("conversations.create_presigned_upload", WORKSPACE, CONVERSATION, content_type="image/png")
    assert bird.last.json == {"contentType": "image/png"}
    assert isinstance(upload, models.PresignedUpload) and upload.upload_method == "POST"
    assert upload.upload_form_data["Content-Type"] == "image/png"


def test_a_participant_is_read_by_identifier_and_by_id(api: Api, bird: Bird) -> None:
    """A participant is found by identifier and by ID, and all are listed with their types."""
    one = api("participants.get_by_identifier", WORKSPACE, CONVERSATION, "emailaddress", "john.doe@example.com")
    assert one == api("participants.get", WORKSPACE, CONVERSATION, CONTACT)
    listed = api.all(api.client.participants.list(WORKSPACE, CONVERSATION))
    assert [each.type for each in listed] == ["contact", "accessKey"]
