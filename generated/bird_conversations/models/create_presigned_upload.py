# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class CreatePresignedUpload(Model, rename="camel"):
    """File that is going to be uploaded."""

    content_type: str
    """Media type of the file, such as `image/png`. Not empty."""
