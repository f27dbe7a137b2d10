# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from .._runtime.model import Model

if TYPE_CHECKING:
    from .text_content import TextContent


class BodyText(Model, rename="camel", tag_field="type", tag="text"):
    """Body of a text message."""

    type: ClassVar[Literal["text"]] = "text"
    """Always `text`."""

    text: TextContent
