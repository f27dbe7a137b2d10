# Part of the client's runtime, the same in every client. Do not edit.
"""What a call may raise.

    APIError
    ├── MissingCredentialsError         nothing was sent: the call needs a credential
    ├── APIConnectionError              no whole answer came
    │   └── APITimeoutError             ... in time
    └── APIResponseError                an answer came
        ├── ResponseDecodeError         of success, but with a body that cannot be
        └── APIStatusError              of failure
            ├── BadRequestError           400
            ├── AuthenticationError       401
            ├── PermissionDeniedError     403
            ├── NotFoundError             404
            ├── ConflictError             409
            ├── UnprocessableEntityError  422
            ├── RateLimitError            429
            └── InternalServerError       500 to 599

Messages name the operation by its method and path template: identifiers and
credentials are never in them. All errors can be pickled.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from .response import RawResponse


class APIError(Exception):
    """Any failure of a call."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args), self.__dict__


def _restore(kind: type[APIError], args: tuple[Any, ...]) -> APIError:
    return kind.__new__(kind, *args)


class MissingCredentialsError(APIError):
    """The client has no credential that the call needs; nothing was sent."""


class APIConnectionError(APIError):
    """No connection, or it broke. `sent`: the server may have got the request."""

    def __init__(self, message: str, *, sent: bool = True) -> None:
        super().__init__(message)
        self.sent = sent


class APITimeoutError(APIConnectionError):
    """No whole answer came in time."""


class APIResponseError(APIError):
    """The server answered, but the call has no result.

    Attributes:
        status_code, headers, request_id, content, text: As in a raw response.
        retry_after: Seconds that the server asks to wait, or None.
    """

    def __init__(self, message: str, response: RawResponse) -> None:
        super().__init__(message)
        self.status_code = response.status_code
        self.headers = response.headers
        self.request_id = response.request_id
        self.content = response.content
        self.text = response.text
        self.retry_after = response.retry_after


class ResponseDecodeError(APIResponseError):
    """A success whose body is not JSON, or under strict_responses not as documented."""


class APIStatusError(APIResponseError):
    """The status is one of failure."""

    body: Any
    """The error as the API documents it; fields that the answer lacks are UNSET.

    Where nothing is documented for the status: the JSON value, or None.
    """

    def __init__(self, message: str, response: RawResponse, body: Any) -> None:
        super().__init__(message, response)
        self.body = body

    @staticmethod
    def body_type() -> Any:
        """The type of `body` where the operation has none for the status."""
        return None


class BadRequestError(APIStatusError):
    """400 Bad Request."""


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
    """500 to 599."""


StatusErrors: TypeAlias = Mapping[int, type[APIStatusError]]

_COMMON: StatusErrors = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    500: InternalServerError,
}


def error_class(status: int, own: StatusErrors) -> type[APIStatusError]:
    """The client's own class for a status, else the common one. 500's covers all 5xx."""
    general = 500 if status >= 500 else status
    known = own.get(status) or own.get(general) or _COMMON.get(general)
    return known or APIStatusError
