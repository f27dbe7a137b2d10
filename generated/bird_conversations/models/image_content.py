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


if TYPE_CHECKING:

    class ImageContentDict(TypedDict):
        images: NotRequired[
            Sequence[ImageContentImagesItem | ImageContentImagesItemDict]
        ]
        text: NotRequired[str]
        actions: NotRequired[Sequence[MessageAction | MessageActionDict]]

    class ImageContentImagesItemDict(TypedDict):
        mediaUrl: NotRequired[str]
        altText: NotRequired[str]
