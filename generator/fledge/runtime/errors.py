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

from typing import Any

from .messages import Request, Response


class APIError(Exception):
    request: Request | None = None  # what was to be sent, without credentials, content

    def __str__(self) -> str:
        text = super().__str__()  # of a server, it might steer a terminal
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).__new__, (type(self), *self.args), self.__dict__


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
        self.status_code, self.headers = response.status_code, response.headers
        self.request_id, self.retry_after = response.request_id, response.retry_after
        self.content, self.text = response.content, response.text


class ResponseDecodeError(APIResponseError): ...
