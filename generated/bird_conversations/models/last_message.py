# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.model import Model

if TYPE_CHECKING:
    from .message_recipient import MessageRecipient
    from .message_status import MessageStatus
    from .participant import Participant


class LastMessage(Model, rename="camel"):
    """Short form of the newest message of a conversation."""

    id: UUID | None = None
    """ID of the message."""

    type: str | None = None
    """Kind of message body, such as `text` or `html`."""

    preview: LastMessagePreview | None = None
    """Beginning of the message."""

    recipients: list[MessageRecipient] | None = None
    """Who received the message."""

    status: MessageStatus | None = None

    sender: Participant | None = None
    """Participant that sent the message."""

    created_at: datetime | None = None
    """When the message was created."""


class LastMessagePreview(Model, rename="camel"):
    """Beginning of the message."""

    text: str | None = None
    """Text to show in a list."""
