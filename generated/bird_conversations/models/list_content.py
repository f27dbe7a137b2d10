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


class ListContent(Model, rename="camel"):
    """Payload of a list message."""

    items: list[ListContentItemsItem] | None = None
    """Sections of the list."""

    title: str | None = None
    """Heading of the list."""

    alt_text: str | None = None
    """Text for devices that cannot show the list."""

    text: str | None = None
    """Text above the list."""

    metadata: ListContentMetadata | None = None
    """Extras of the list."""


class ListContentItemsItem(Model, rename="camel"):
    """One section of the list."""

    title: str | None = None
    """Heading of the section."""

    actions: list[MessageAction] | None = None
    """Entries to choose from."""


class ListContentMetadata(Model, rename="camel"):
    """Extras of the list."""

    button: ListContentMetadataButton | None = None
    """Button that opens the list."""


class ListContentMetadataButton(Model, rename="camel"):
    """Button that opens the list."""

    label: str | None = None
    """Label of the button."""


if TYPE_CHECKING:

    class ListContentDict(TypedDict):
        items: NotRequired[Sequence[ListContentItemsItem | ListContentItemsItemDict]]
        title: NotRequired[str]
        altText: NotRequired[str]
        text: NotRequired[str]
        metadata: NotRequired[ListContentMetadata | ListContentMetadataDict]

    class ListContentItemsItemDict(TypedDict):
        title: NotRequired[str]
        actions: NotRequired[Sequence[MessageAction | MessageActionDict]]

    class ListContentMetadataDict(TypedDict):
        button: NotRequired[ListContentMetadataButton | ListContentMetadataButtonDict]

    class ListContentMetadataButtonDict(TypedDict):
        label: NotRequired[str]
