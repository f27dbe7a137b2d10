# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .body import Body, BodyDict
    from .create_message_recipients import (
        CreateMessageRecipients,
        CreateMessageRecipientsDict,
    )
    from .message_sender import MessageSender, MessageSenderDict
    from .template import Template, TemplateDict


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


if TYPE_CHECKING:

    class CreateInitialMessageDict(TypedDict):
        reference: NotRequired[str]
        sender: NotRequired[MessageSender | MessageSenderDict]
        recipients: NotRequired[
            CreateMessageRecipients | CreateMessageRecipientsDict | None
        ]
        body: NotRequired[Body | BodyDict]
        template: NotRequired[Template | TemplateDict]
        draft: NotRequired[bool]
