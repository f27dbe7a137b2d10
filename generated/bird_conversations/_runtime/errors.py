# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""What a call may raise. Messages never hold identifiers or credentials."""

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


class MissingCredentialsError(APIError): ...  # nothing was sent: a call needs it


class APIConnectionError(APIError):
    """No whole answer came. `sent`: the server may have got the request."""

    def __init__(self, message: str, *, sent: bool = True) -> None:
        super().__init__(message)
        self.sent = sent


class APITimeoutError(APIConnectionError): ...  # none came in time


class APIResponseError(APIError):
    """The server answered, but the call has no result; attributes as in a Response."""

    def __init__(self, message: str, response: Response[Any]) -> None:
        super().__init__(message)
        self.response = response
        self.status_code, self.headers = response.status_code, response.headers
        self.request_id, self.retry_after = response.request_id, response.retry_after
        self.content, self.text = response.content, response.text


class ResponseDecodeError(APIResponseError): ...  # not JSON, or not as documented
