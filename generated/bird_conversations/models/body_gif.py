# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import Model, field

if TYPE_CHECKING:
    from .gif_content import GifContent


class BodyGif(Model, rename="camel"):
    """Body of a GIF message.

    Inferred: the API's own documentation does not show it.
    """

    type: Literal["gif"] = field(default_factory=lambda: "gif")
    """Always `gif`."""

    gif: GifContent
