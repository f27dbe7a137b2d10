# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .message_action import MessageAction, MessageActionDict
    from .message_attachment import MessageAttachment, MessageAttachmentDict
    from .text_metadata import TextMetadata, TextMetadataDict


class TextContent(Model, rename="camel"):
    """Payload of a text message."""

    text: str | None = None
    """The text."""

    actions: list[MessageAction] | None = None
    """Buttons under the text."""

    attachments: list[MessageAttachment] | None = None
    """Attached files."""

    metadata: TextMetadata | None = None


if TYPE_CHECKING:

    class TextContentDict(TypedDict):
        text: NotRequired[str]
        actions: NotRequired[Sequence[MessageAction | MessageActionDict]]
        attachments: NotRequired[Sequence[MessageAttachment | MessageAttachmentDict]]
        metadata: NotRequired[TextMetadata | TextMetadataDict]
