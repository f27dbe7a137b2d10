# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any

from .._runtime.model import Model


class ValidationErrorBody(Model, rename="camel"):
    """The request body is not valid."""

    code: str
    """Name of the error, for programs to test, such as `InvalidPayload`. Matches
    `^([A-Z][a-z]*)+$`.
    """

    message: str
    """What went wrong, for people to read."""

    details: dict[str, Any] | None = None
    """Faults of the request: each key is the path of a field, such as `.name`, with a
    list of messages.
    """
