# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias
from uuid import UUID

from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .body import Body
    from .create_message_recipients import CreateMessageRecipients
    from .message_sender import MessageSender


class UpdateMessage(Model, rename="camel"):
    """Change of a draft message."""

    draft: bool | None | Unset = UNSET
    """Set to false to send the draft."""

    body: Body | None | Unset = UNSET
    """New content of the draft."""

    sender: MessageSender | None = None

    status: UpdateMessageStatus | None | Unset = UNSET
    """New state of the message."""

    recipients: CreateMessageRecipients | None | Unset = UNSET

    add_missing_participants: bool | None = None
    """Whether to add the recipients to the conversation if they are not in it."""

    reply_to_message_id: UUID | None = None
    """Message that this one answers."""


UpdateMessageStatus: TypeAlias = Literal[
    "accepted",
    "processing",
    "sent",
    "sending_failed",
    "delivered",
    "delivery_failed",
]
"""New state of the message."""
