# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import Model, field

if TYPE_CHECKING:
    from .file_content import FileContent


class BodyFile(Model, rename="camel"):
    """Body of a file message."""

    type: Literal["file"] = field(default_factory=lambda: "file")
    """Always `file`."""

    file: FileContent
