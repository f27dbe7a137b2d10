# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any

from .._runtime.model import Model


class DetailedError(Model, rename="camel"):
    """Error with a code and a message."""

    code: str
    """Name of the error, for programs to test. At least 3 characters."""

    message: str
    """What went wrong, for people to read. Not empty."""

    details: dict[str, Any] | None = None
    """Further facts about the error."""
