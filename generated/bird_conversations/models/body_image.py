# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from .._runtime.model import Model

if TYPE_CHECKING:
    from .image_content import ImageContent


class BodyImage(Model, rename="camel", tag_field="type", tag="image"):
    """Body of an image message."""

    type: ClassVar[Literal["image"]] = "image"
    """Always `image`."""

    image: ImageContent
