# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any

from .._runtime.model import Model


class ConflictErrorBody(Model, rename="camel"):
    """The request does not fit the state of the resource."""

    code: str
    """Name of the error, for programs to test. Matches `^([A-Z][a-z]*)+$`."""

    message: str
    """What went wrong, for people to read."""

    details: dict[str, Any] | None = None
    """Further facts about the error."""
