# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class UploadFileRequest(Model):
    file: str
    """What to upload."""

    more: list[str] | None = None

    meta: UploadFileRequestMeta | None = None


class UploadFileRequestMeta(Model):
    name: str | None = None
