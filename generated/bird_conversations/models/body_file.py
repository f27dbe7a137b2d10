# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from .._runtime.model import Model

if TYPE_CHECKING:
    from .file_content import FileContent


class BodyFile(Model, rename="camel", tag_field="type", tag="file"):
    """Body of a file message."""

    type: ClassVar[Literal["file"]] = "file"
    """Always `file`."""

    file: FileContent
