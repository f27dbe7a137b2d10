# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model


class MessageAttachment(Model, rename="camel"):
    """File attached to a message."""

    media_url: str | None = None
    """Address of the file, for example the `mediaUrl` of a presigned upload."""

    filename: str | None = None
    """Name of the file."""

    inline: bool | None = None
    """Whether the file is shown within the message."""

    content_id: str | None = None
    """ID by which the body of the message refers to an inline file."""


if TYPE_CHECKING:

    class MessageAttachmentDict(TypedDict):
        mediaUrl: NotRequired[str]
        filename: NotRequired[str]
        inline: NotRequired[bool]
        contentId: NotRequired[str]
