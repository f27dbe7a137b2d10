# Generated from an OpenAPI description. Do not edit.
"""What a call may raise; the bodies of documented failures are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.errors import (
    APIConnectionError as APIConnectionError,
    APIError as APIError,
    APIStatusError as APIStatusError,
    APITimeoutError as APITimeoutError,
    MissingCredentialsError as MissingCredentialsError,
    ResponseDecodeError as ResponseDecodeError,
)

if TYPE_CHECKING:
    from .models import (
        ConflictErrorBody,
        DetailedError,
        NotFoundErrorBody,
        ValidationErrorBody,
    )


class BadRequestError(APIStatusError):
    """400 Bad Request."""

    body: DetailedError

    @staticmethod
    def body_type() -> type[DetailedError]:
        from .models import DetailedError

        return DetailedError


class AuthenticationError(APIStatusError):
    """401 Unauthorized."""

    body: DetailedError

    @staticmethod
    def body_type() -> type[DetailedError]:
        from .models import DetailedError

        return DetailedError


class PermissionDeniedError(APIStatusError):
    """403 Forbidden."""

    body: DetailedError

    @staticmethod
    def body_type() -> type[DetailedError]:
        from .models import DetailedError

        return DetailedError


class NotFoundError(APIStatusError):
    """404 Not Found."""

    body: NotFoundErrorBody

    @staticmethod
    def body_type() -> type[NotFoundErrorBody]:
        from .models import NotFoundErrorBody

        return NotFoundErrorBody


class ConflictError(APIStatusError):
    """409 Conflict."""

    body: ConflictErrorBody

    @staticmethod
    def body_type() -> type[ConflictErrorBody]:
        from .models import ConflictErrorBody

        return ConflictErrorBody


class UnprocessableEntityError(APIStatusError):
    """422 Unprocessable Content."""

    body: ValidationErrorBody

    @staticmethod
    def body_type() -> type[ValidationErrorBody]:
        from .models import ValidationErrorBody

        return ValidationErrorBody


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
}
"""The exception for each status; that of 500 stands for all of 5xx."""
