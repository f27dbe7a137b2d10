# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .message_action import MessageAction
    from .message_attachment import MessageAttachment
    from .text_metadata import TextMetadata


class TextContent(Model, rename="camel"):
    """Payload of a text message."""

    text: str | None = None
    """The text."""

    actions: list[MessageAction] | None = None
    """Buttons under the text."""

    attachments: list[MessageAttachment] | None = None
    """Attached files."""

    metadata: TextMetadata | None = None
