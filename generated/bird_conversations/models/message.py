# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from uuid import UUID

from .._runtime.model import Model

if TYPE_CHECKING:
    from .body import Body
    from .message_meta import MessageMeta
    from .message_recipient import MessageRecipient
    from .message_status import MessageStatus
    from .participant import Participant
    from .template import Template


class Message(Model, rename="camel"):
    """Message in a conversation."""

    id: UUID
    """ID of the message."""

    conversation_id: UUID
    """Conversation that holds the message."""

    conversation_created_at: datetime | None = None
    """When that conversation was created."""

    channel_id: str | None = None
    """Channel that carried the message."""

    reference: str | None = None
    """The sender's own ID of the message, unique in the workspace."""

    sender: Participant
    """Participant that sent the message."""

    receiver: dict[str, Any] | None = None
    """Receiving side of the message, as the channel describes it."""

    draft: bool
    """Whether the message is a draft that was not sent yet."""

    recipients: list[MessageRecipient] | None = None
    """Who received the message."""

    receiver_types: list[MessageReceiverTypesItem] | None = None
    """Places in which the recipients stand."""

    status: MessageStatus

    reason: str | None = None
    """Why the message has its status, above all after a failure."""

    source: MessageSource | None = None
    """Where the message came from."""

    template: Template | None = None
    """Template that the message was made from."""

    body: Body | None = None
    """Content of the message."""

    interactions: list[dict[str, Any]] | None = None
    """What recipients did with the message."""

    meta: MessageMeta | None = None

    draft_meta: dict[str, Any] | None = None
    """Data kept with a draft."""

    inbox: dict[str, Any] | None = None
    """Inbox that the message belongs to."""

    reply_to_message_id: str | None = None
    """Message that this one answers."""

    created_at: datetime
    """When the message was created."""

    updated_at: datetime
    """When the message last changed."""


MessageReceiverTypesItem: TypeAlias = (
    Literal[
        "to",
        "cc",
        "bcc",
    ]
    | str
)


MessageSource: TypeAlias = (
    Literal[
        "conversations",
        "external",
    ]
    | str
)
"""Where the message came from."""
