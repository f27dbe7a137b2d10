# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict
from uuid import UUID

from .._runtime.model import UNSET, Model, Unset
from .._runtime.unions import union

if TYPE_CHECKING:
    from .body import Body, BodyDict
    from .create_message_recipients import (
        CreateMessageRecipients,
        CreateMessageRecipientsDict,
    )
    from .message_sender import MessageSender, MessageSenderDict
    from .participant_type import ParticipantType
    from .template import Template, TemplateDict


class CreateMessageWithBody(Model, rename="camel"):
    """A message with its own content."""

    draft: bool | None = None
    """Whether to store the message without sending it."""

    reference: str | None = None
    """Your own ID of the message, unique in the workspace."""

    sender: MessageSender | None = None

    participant_id: str
    """ID of the participant that sends; `participantType` says what kind of ID it is."""

    participant_type: ParticipantType
    """Kind of the sending participant. A program sends as `accessKey`, `flow` or
    `contact`.
    """

    participant_contact_identifier_key: str | None = None
    """Identifier key of the sender when it is a contact, such as `emailaddress`."""

    participant_contact_identifier_value: str | None = None
    """Identifier value of the sender when it is a contact, such as
    `john.doe@example.com`.
    """

    reply_to_message_id: UUID | None = None
    """Message that this one answers."""

    recipients: CreateMessageRecipients | None | Unset = UNSET

    add_missing_participants: bool | None = None
    """Whether to add the sender and the recipients to the conversation if they are not
    in it.
    """

    body: Body


class CreateMessageWithTemplate(Model, rename="camel"):
    """A message made from a template.

    Inferred: the API's documentation does not show it.
    """

    draft: bool | None = None
    """Whether to store the message without sending it."""

    reference: str | None = None
    """Your own ID of the message, unique in the workspace."""

    sender: MessageSender | None = None

    participant_id: str
    """ID of the participant that sends; `participantType` says what kind of ID it is."""

    participant_type: ParticipantType
    """Kind of the sending participant. A program sends as `accessKey`, `flow` or
    `contact`.
    """

    participant_contact_identifier_key: str | None = None
    """Identifier key of the sender when it is a contact, such as `emailaddress`."""

    participant_contact_identifier_value: str | None = None
    """Identifier value of the sender when it is a contact, such as
    `john.doe@example.com`.
    """

    reply_to_message_id: UUID | None = None
    """Message that this one answers."""

    recipients: CreateMessageRecipients | None | Unset = UNSET

    add_missing_participants: bool | None = None
    """Whether to add the sender and the recipients to the conversation if they are not
    in it.
    """

    template: Template


if TYPE_CHECKING:
    CreateMessage: TypeAlias = CreateMessageWithBody | CreateMessageWithTemplate
    """Message to send. It carries either a body or a template."""
else:
    CreateMessage = union(
        __name__,
        "CreateMessage",
        (
            "CreateMessageWithBody",
            "CreateMessageWithTemplate",
        ),
    )


if TYPE_CHECKING:

    class CreateMessageWithBodyDict(TypedDict):
        draft: NotRequired[bool]
        reference: NotRequired[str]
        sender: NotRequired[MessageSender | MessageSenderDict]
        participantId: str
        participantType: ParticipantType
        participantContactIdentifierKey: NotRequired[str]
        participantContactIdentifierValue: NotRequired[str]
        replyToMessageId: NotRequired[UUID | str]
        recipients: NotRequired[
            CreateMessageRecipients | CreateMessageRecipientsDict | None
        ]
        addMissingParticipants: NotRequired[bool]
        body: Body | BodyDict

    class CreateMessageWithTemplateDict(TypedDict):
        draft: NotRequired[bool]
        reference: NotRequired[str]
        sender: NotRequired[MessageSender | MessageSenderDict]
        participantId: str
        participantType: ParticipantType
        participantContactIdentifierKey: NotRequired[str]
        participantContactIdentifierValue: NotRequired[str]
        replyToMessageId: NotRequired[UUID | str]
        recipients: NotRequired[
            CreateMessageRecipients | CreateMessageRecipientsDict | None
        ]
        addMissingParticipants: NotRequired[bool]
        template: Template | TemplateDict

    CreateMessageDict: TypeAlias = (
        CreateMessageWithBodyDict | CreateMessageWithTemplateDict
    )
