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


class FileContent(Model, rename="camel"):
    """Payload of a file message."""

    files: list[FileContentFilesItem] | None = None
    """The files."""

    text: str | None = None
    """Text beside the files."""

    actions: list[MessageAction] | None = None
    """Buttons under the files."""


class FileContentFilesItem(Model, rename="camel"):
    """One file."""

    content_type: str | None = None
    """Media type of the file, such as `application/pdf`."""

    media_url: str | None = None
    """Address of the file."""

    filename: str | None = None
    """Name of the file."""


if TYPE_CHECKING:

    class FileContentDict(TypedDict):
        files: NotRequired[Sequence[FileContentFilesItem | FileContentFilesItemDict]]
        text: NotRequired[str]
        actions: NotRequired[Sequence[MessageAction | MessageActionDict]]

    class FileContentFilesItemDict(TypedDict):
        contentType: NotRequired[str]
        mediaUrl: NotRequired[str]
        filename: NotRequired[str]
