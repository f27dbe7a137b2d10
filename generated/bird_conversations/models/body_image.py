# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import Model, field

if TYPE_CHECKING:
    from .image_content import ImageContent


class BodyImage(Model, rename="camel"):
    """Body of an image message."""

    type: Literal["image"] = field(default_factory=lambda: "image")
    """Always `image`."""

    image: ImageContent
