# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any

from .._runtime.model import Model


class NotFoundErrorBody(Model, rename="camel"):
    """The resource does not exist."""

    code: str
    """Name of the error, for programs to test, such as `ResourceNotFound`. Matches
    `^([A-Z][a-z]*)+$`.
    """

    message: str
    """What went wrong, for people to read."""

    details: dict[str, Any] | None = None
    """Further facts about the error."""
