# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .message_action import MessageAction


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
