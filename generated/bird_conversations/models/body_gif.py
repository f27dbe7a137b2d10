# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from .._runtime.model import Model

if TYPE_CHECKING:
    from .gif_content import GifContent


class BodyGif(Model, rename="camel", tag_field="type", tag="gif"):
    """Body of a GIF message.

    Inferred: the API's own documentation does not show it.
    """

    type: ClassVar[Literal["gif"]] = "gif"
    """Always `gif`."""

    gif: GifContent
