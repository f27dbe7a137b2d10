# Generated from an OpenAPI description. Do not edit.
"""What a call may raise; the bodies of documented failures are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import (
    APIConnectionError as APIConnectionError,
    APIError as APIError,
    APIStatusError as APIStatusError,
    APITimeoutError as APITimeoutError,
    AuthenticationError as AuthenticationError,
    ConflictError as ConflictError,
    InternalServerError as InternalServerError,
    MissingCredentialsError as MissingCredentialsError,
    NotFoundError as NotFoundError,
    PermissionDeniedError as PermissionDeniedError,
    RateLimitError as RateLimitError,
    ResponseDecodeError as ResponseDecodeError,
    UnprocessableEntityError as UnprocessableEntityError,
    errors,
)

if TYPE_CHECKING:
    from .models.problem import Problem


class BadRequestError(errors.BadRequestError):
    """400 Bad Request."""

    body: Problem

    @staticmethod
    def body_type() -> type[Problem]:
        from .models.problem import Problem

        return Problem


STATUS_ERRORS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
}
"""The exception for each status that the API documents."""
