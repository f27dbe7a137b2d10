# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model


class UploadFileRequest(Model):
    file: str
    """What to upload."""

    more: list[str] | None = None

    meta: UploadFileRequestMeta | None = None


class UploadFileRequestMeta(Model):
    name: str | None = None


if TYPE_CHECKING:

    class UploadFileRequestMetaDict(TypedDict):
        name: NotRequired[str]
