# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .body import Body
    from .create_message_recipients import CreateMessageRecipients
    from .message_sender import MessageSender
    from .template import Template


class CreateInitialMessage(Model, rename="camel"):
    """First message of a new conversation."""

    reference: str | None = None
    """Your own ID of the message, unique in the workspace."""

    sender: MessageSender | None = None

    recipients: CreateMessageRecipients | None | Unset = UNSET

    body: Body | None = None

    template: Template | None = None
    """Template to send in place of a body. (Inferred.)"""

    draft: bool | None = None
    """Whether to store the message without sending it."""
