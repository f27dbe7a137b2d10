# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .image_content import ImageContent, ImageContentDict


class BodyImage(Model, rename="camel", tag_field="type", tag="image"):
    """Body of an image message."""

    type: Literal["image"] = "image"
    """Always `image`."""

    image: ImageContent


if TYPE_CHECKING:

    class BodyImageDict(TypedDict):
        type: Literal["image"]
        image: ImageContent | ImageContentDict
