# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .message_action import MessageAction


class ImageContent(Model, rename="camel"):
    """Payload of an image message."""

    images: list[ImageContentImagesItem] | None = None
    """The images."""

    text: str | None = None
    """Text beside the images."""

    actions: list[MessageAction] | None = None
    """Buttons under the images."""


class ImageContentImagesItem(Model, rename="camel"):
    """One image."""

    media_url: str | None = None
    """Address of the image."""

    alt_text: str | None = None
    """Text to read in place of the image."""
