# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model


class TextMetadata(Model, rename="camel"):
    """Extras of a text message that only some channels use."""

    subject: str | None = None
    """Subject of an e-mail."""

    headers: dict[str, str] | None = None
    """Extra headers of an e-mail."""

    whatsapp: TextMetadataWhatsapp | None = None
    """Extras for WhatsApp."""

    line: TextMetadataLine | None = None
    """Extras for LINE."""

    telegram: TextMetadataTelegram | None = None
    """Extras for Telegram."""

    apple: TextMetadataApple | None = None
    """Extras for Apple Messages for Business."""


class TextMetadataApple(Model, rename="camel"):
    """Extras for Apple Messages for Business."""

    summary_text: str | None = None
    """Short text for the notification."""


class TextMetadataLine(Model, rename="camel"):
    """Extras for LINE."""

    emoji: TextMetadataLineEmoji | None = None
    """Emoji to place in the text."""


class TextMetadataLineEmoji(Model, rename="camel"):
    """Emoji to place in the text."""

    items: list[TextMetadataLineEmojiItemsItem] | None = None
    """Emoji with their positions."""


class TextMetadataLineEmojiItemsItem(Model, rename="camel"):
    """One LINE emoji."""

    index: int | None = None
    """Position in the text."""

    product_id: str | None = None
    """LINE's ID of the emoji set."""

    emoji_id: str | None = None
    """LINE's ID of the emoji in its set."""


class TextMetadataTelegram(Model, rename="camel"):
    """Extras for Telegram."""

    parse_mode: str | None = None
    """Markup of the text, such as `Markdown`."""


class TextMetadataWhatsapp(Model, rename="camel"):
    """Extras for WhatsApp."""

    preview_url: bool | None = None
    """Whether to show a preview of a link in the text."""


if TYPE_CHECKING:

    class TextMetadataDict(TypedDict):
        subject: NotRequired[str]
        headers: NotRequired[Mapping[str, str]]
        whatsapp: NotRequired[TextMetadataWhatsapp | TextMetadataWhatsappDict]
        line: NotRequired[TextMetadataLine | TextMetadataLineDict]
        telegram: NotRequired[TextMetadataTelegram | TextMetadataTelegramDict]
        apple: NotRequired[TextMetadataApple | TextMetadataAppleDict]

    class TextMetadataAppleDict(TypedDict):
        summaryText: NotRequired[str]

    class TextMetadataLineDict(TypedDict):
        emoji: NotRequired[TextMetadataLineEmoji | TextMetadataLineEmojiDict]

    class TextMetadataLineEmojiDict(TypedDict):
        items: NotRequired[
            Sequence[
                TextMetadataLineEmojiItemsItem | TextMetadataLineEmojiItemsItemDict
            ]
        ]

    class TextMetadataLineEmojiItemsItemDict(TypedDict):
        index: NotRequired[int]
        productId: NotRequired[str]
        emojiId: NotRequired[str]

    class TextMetadataTelegramDict(TypedDict):
        parseMode: NotRequired[str]

    class TextMetadataWhatsappDict(TypedDict):
        previewUrl: NotRequired[bool]
