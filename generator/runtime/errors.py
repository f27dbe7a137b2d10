# Part of the client's runtime, the same in every client. Do not edit.
"""What a call may raise.

    APIError
    ├── MissingCredentialsError    nothing was sent: the call needs a credential
    ├── APIConnectionError         no whole answer came
    │   └── APITimeoutError        ... in time
    └── APIResponseError           an answer came
        ├── ResponseDecodeError    of success; not JSON, or strictly not as documented
        └── APIStatusError         of failure; each status may have a class of its own

Messages name the operation, and never hold identifiers or credentials.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .transport import Request, Response


class APIError(Exception):
    request: Request | None = None  # what was to be sent, without credentials, content

    def __reduce__(self) -> tuple[Any, ...]:
        kind = type(self)
        return kind.__new__, (kind, *self.args), self.__dict__


class MissingCredentialsError(APIError): ...


class APIConnectionError(APIError):
    """No connection, or it broke. `sent`: the server may have got the request."""

    def __init__(self, message: str, *, sent: bool = True) -> None:
        super().__init__(message)
        self.sent = sent


class APITimeoutError(APIConnectionError): ...


class APIResponseError(APIError):
    """The server answered, but the call has no result; attributes as in a Response."""

    def __init__(self, message: str, response: Response[Any]) -> None:
        super().__init__(message)
        self.response = response
        self.status_code = response.status_code
        self.headers = response.headers
        self.request_id = response.request_id
        self.retry_after = response.retry_after
        self.content = response.content
        self.text = response.text


class ResponseDecodeError(APIResponseError): ...


class APIStatusError(APIResponseError):
    """The status is one of failure; `body` is the error as the API documents it.

    Fields that did not come are UNSET. Without documentation: the JSON value, or None.
    """

    def __init__(self, message: str, response: Response[Any], body: Any) -> None:
        super().__init__(message, response)
        self.body = body

    @staticmethod
    def body_type() -> Any:
        """The type of `body` where the operation has none for the status."""
        return None
