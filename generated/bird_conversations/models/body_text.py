# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import Model, field

if TYPE_CHECKING:
    from .text_content import TextContent


class BodyText(Model, rename="camel"):
    """Body of a text message."""

    type: Literal["text"] = field(default_factory=lambda: "text")
    """Always `text`."""

    text: TextContent
