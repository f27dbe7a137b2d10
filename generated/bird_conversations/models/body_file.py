# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .file_content import FileContent, FileContentDict


class BodyFile(Model, rename="camel", tag_field="type", tag="file"):
    """Body of a file message."""

    type: Literal["file"] = "file"
    """Always `file`."""

    file: FileContent


if TYPE_CHECKING:

    class BodyFileDict(TypedDict):
        type: Literal["file"]
        file: FileContent | FileContentDict
