# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any

from .._runtime.model import Model


class PresignedUpload(Model, rename="camel"):
    """Where and how to upload a file. Send `uploadFormData` entry by entry as form
    fields, then the file as the part `file`, in one multipart request to
    `uploadUrl`. A file may have up to 100 MiB. Afterwards use `mediaUrl` in a
    message.
    """

    media_url: str
    """Address of the file after the upload, for use in a message."""

    upload_url: str
    """Address to upload to."""

    upload_method: str
    """HTTP method of the upload, always `POST`."""

    upload_form_data: dict[str, Any]
    """Form fields to send with the file, such as `Content-Type`, `key` and `policy`."""
