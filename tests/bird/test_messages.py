"""Messages: text, image, template, drafts; and the rules that decide whose e-mail comes in."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any
from uuid import UUID

import pytest

from generated.bird_conversations import models

from . import examples
from .calls import TEXT, TO
from .conftest import Api
from .examples import ACCESS_KEY, BULK, CONVERSATION, MESSAGE, RULE, WORKSPACE
from .server import Bird

FROM = {"participantId": ACCESS_KEY, "participantType": "accessKey"}
IMAGE: dict[str, Any] = {
    "type": "image",
    "image": {"images": [{"mediaUrl": "https://media.api.bird.com/a.png", "altText": "A"}], "text": "Look"},
}
TEMPLATE = {
    "name": "refund",
    "version": "latest",
    "locale": "en",
    "parameters": [{"type": "string", "key": "name", "value": "John"}],
    "variables": {"default": "x"},
    "shortLinks": {"enabled": False, "domain": "b.example"},
}

MESSAGES: dict[str, tuple[dict[str, Any], Any]] = {
    "text": (
        {**FROM, "body": TEXT, "addMissingParticipants": True, "recipients": [TO]},
        models.CreateMessageWithBody(
            participant_id=ACCESS_KEY,
            participant_type="accessKey",
            add_missing_participants=True,
            recipients=[
                models.CreateMessageRecipientsItemWithIdentifier(
                    identifier_key="emailaddress", identifier_value="john.doe@example.com", type="to"
                )
            ],
            body=models.BodyText(text=models.TextContent(text="Your refund is on its way.")),
        ),
    ),
    "image": (
        {**FROM, "body": IMAGE, "recipients": None},
        models.CreateMessageWithBody(
            participant_id=ACCESS_KEY,
            participant_type="accessKey",
            recipients=None,
            body=models.BodyImage(
                image=models.ImageContent(
                    images=[models.ImageContentImagesItem(media_url="https://media.api.bird.com/a.png", alt_text="A")],
                    text="Look",
                )
            ),
        ),
    ),
    "template": (
        {**FROM, "template": TEMPLATE},
        models.CreateMessageWithTemplate(
            participant_id=ACCESS_KEY,
            participant_type="accessKey",
            template=models.Template(
                name="refund",
                version="latest",
                locale="en",
                parameters=[models.TemplateParametersItem(type="string", key="name", value="John")],
                variables={"default": "x"},
                short_links=models.TemplateShortLinks(enabled=False, domain="b.example"),
            ),
        ),
    ),
}


@pytest.mark.parametrize("kind", MESSAGES)
def test_create_sends_each_kind_of_message(api: Api, bird: Bird, kind: str) -> None:
    """A text, an image and a template are sent from plain dicts and from models: the same body."""
    plain, model = MESSAGES[kind]
    for body in (plain, model):
        message = api("messages.create", WORKSPACE, CONVERSATION, body=body)
        assert bird.last.target == f"/workspaces/{WORKSPACE}/conversations/{CONVERSATION}/messages"
        assert bird.last.json == plain
        assert isinstance(message, models.Message) and message.id == UUID(MESSAGE)
        assert isinstance(message.body, models.BodyText)
        assert message.body.text.text == "Your refund is on its way."


@pytest.mark.parametrize("kind", ["image", "template"])
def test_each_kind_of_message_is_decoded(api: Api, bird: Bird, kind: str) -> None:
    """What comes back is typed by its kind: an image body, or a template without a body."""
    parts = {"image": {"body": IMAGE}, "template": {"body": None, "template": TEMPLATE}}
    bird.responds(201, examples.message(**parts[kind]))
    message = api("messages.create", WORKSPACE, CONVERSATION, body=MESSAGES[kind][0])
    if kind == "image":
        assert message.body == MESSAGES[kind][1].body
    else:
        assert message.body is None
        assert message.template == MESSAGES[kind][1].template


def test_the_conversation_id_may_be_any_string(api: Api, bird: Bird) -> None:
    """Where a message is created, the conversation's ID need not be a UUID."""
    api("messages.create", WORKSPACE, "nil", body=MESSAGES["text"][0])
    assert bird.last.path.endswith("/conversations/nil/messages")


def test_update_changes_a_draft(api: Api, bird: Bird) -> None:
    """Of a draft only what was passed is changed, and null is sent where it is allowed."""
    message = api("messages.update", WORKSPACE, CONVERSATION, MESSAGE, draft=False, recipients=None, status=None)
    assert bird.last.json == {"draft": False, "recipients": None, "status": None}
    assert message.draft is True
    api("messages.update", WORKSPACE, CONVERSATION, MESSAGE, reply_to_message_id=UUID(MESSAGE))
    assert bird.last.json == {"replyToMessageId": MESSAGE}


def test_list_sends_its_filters(api: Api, bird: Bird) -> None:
    """Messages are listed from a moment on, over all pages."""
    bird.responds(200, examples.page(examples.message(), token="t"))
    bird.responds(200, examples.page(examples.message(draft=True)))
    moment = datetime(2024, 11, 29, 13, 22, 22, 875_000, tzinfo=timezone.utc)
    result = api.all(api.client.messages.list(WORKSPACE, CONVERSATION, date_from=moment))
    assert [each.draft for each in result] == [False, True]
    assert bird.last.arguments == {"dateFrom": "2024-11-29T13:22:22.875Z", "pageToken": "t"} or (
        bird.last.arguments == {"dateFrom": "2024-11-29T13:22:22.875000Z", "pageToken": "t"}
    )


CSV = "test@example.com,allow\nexämple.com,reject\n"


@pytest.mark.parametrize("rules", [CSV, CSV.encode()], ids=["str", "bytes"])
def test_rules_are_uploaded_as_csv(api: Api, bird: Bird, rules: str | bytes) -> None:
    """Rules are uploaded as CSV, byte for byte; text is sent as UTF-8."""
    progress = api("allow_block_rules.create_bulk", WORKSPACE, body=rules)
    assert bird.last.target == f"/workspaces/{WORKSPACE}/conversation-allowblock-rules-bulk"
    assert bird.last.headers["content-type"].partition(";")[0] == "text/csv"
    assert bird.last.body == CSV.encode()
    assert isinstance(progress, models.AllowBlockRuleProgress)
    assert progress.bulk_id == UUID(BULK) and progress.errors is None


@pytest.mark.parametrize("status", [200, 201, 202])
def test_an_upload_accepts_each_success_status(api: Api, bird: Bird, status: int) -> None:
    """The status of a bulk upload is inferred: the answer is typed with any status of success."""
    bird.responds(status, examples.progress())
    assert isinstance(api("allow_block_rules.create_bulk", WORKSPACE, body=CSV), models.AllowBlockRuleProgress)


def test_rules_are_created_read_updated_and_deleted(api: Api, bird: Bird) -> None:
    """A rule is created, changed to null and to a value, listed and deleted."""
    rule = api("allow_block_rules.create", WORKSPACE, category="domain", value="example.com", type="reject")
    assert rule.id == UUID(RULE) and rule.created_by.int == 0
    assert rule.created_at.replace(microsecond=0) == datetime(2024, 11, 29, 15, 27, 38, tzinfo=timezone.utc)
    api("allow_block_rules.update", WORKSPACE, RULE, category=None, value="a.example")
    assert bird.last.json == {"category": None, "value": "a.example"}
    assert api.all(api.client.allow_block_rules.list(WORKSPACE, value="a&b=c")) == [rule]
    assert bird.last.query == "value=a%26b%3Dc"
    assert api("allow_block_rules.delete", WORKSPACE, RULE) is None
