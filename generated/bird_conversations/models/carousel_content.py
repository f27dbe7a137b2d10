# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .message_action import MessageAction


class CarouselContent(Model, rename="camel"):
    """Payload of a carousel message."""

    items: list[CarouselContentItemsItem] | None = None
    """Cards, one to ten. 1 to 10 items."""


class CarouselContentItemsItem(Model, rename="camel"):
    """One card."""

    title: str | None = None
    """Heading of the card."""

    description: str | None = None
    """Text of the card."""

    media_url: str | None = None
    """Address of the card's picture."""

    actions: list[MessageAction] | None = None
    """Buttons of the card. 1 to 3 items."""
