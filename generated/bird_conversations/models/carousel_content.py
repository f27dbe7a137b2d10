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


if TYPE_CHECKING:

    class CarouselContentDict(TypedDict):
        items: NotRequired[
            Sequence[CarouselContentItemsItem | CarouselContentItemsItemDict]
        ]

    class CarouselContentItemsItemDict(TypedDict):
        title: NotRequired[str]
        description: NotRequired[str]
        mediaUrl: NotRequired[str]
        actions: NotRequired[Sequence[MessageAction | MessageActionDict]]
