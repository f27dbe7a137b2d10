# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Exceptions that a call can raise; documented error bodies are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.errors import (
    APIConnectionError as APIConnectionError,
    APIError as APIError,
    APITimeoutError as APITimeoutError,
    MissingCredentialsError as MissingCredentialsError,
    ResponseDecodeError as ResponseDecodeError,
)
from ._runtime.status_errors import APIStatusError as APIStatusError

if TYPE_CHECKING:
    from .models import Problem


class BadRequestError(APIStatusError):
    """400 Bad Request."""

    body: Problem | object

    @staticmethod
    def body_type() -> type[Problem]:
        from .models import Problem

        return Problem


class AuthenticationError(APIStatusError):
    """401 Unauthorized."""


class PermissionDeniedError(APIStatusError):
    """403 Forbidden."""


class NotFoundError(APIStatusError):
    """404 Not Found."""


class ConflictError(APIStatusError):
    """409 Conflict."""


class UnprocessableEntityError(APIStatusError):
    """422 Unprocessable Content."""


class RateLimitError(APIStatusError):
    """429 Too Many Requests."""


class InternalServerError(APIStatusError):
    """500 Internal Server Error, or another 5xx."""


STATUS_ERRORS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    500: InternalServerError,
    0: APIStatusError,
}
"""The exception for each status; 500 stands for all 5xx, and 0 for all others."""
