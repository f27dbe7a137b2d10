# Part of the client's runtime, the same in every client. Do not edit.
"""A user's name and password as credentials."""

from __future__ import annotations

from base64 import b64encode

from .http_auth import HTTPAuth
from .parameters import header_value


class BasicAuth(HTTPAuth):
    """`Authorization: Basic ...` of a user's name and password, in UTF-8 (RFC 7617)."""

    def __init__(
        self, username: str | None, password: str | None, *, hint: str = ""
    ) -> None:
        if username and ":" in username:
            raise ValueError("The user's name must not hold a colon (RFC 7617 2).")
        header_value("username", username or "")
        header_value("password", password or "")
        pair = f"{username}:{password or ''}".encode()
        self.parts = (password or "",)
        super().__init__("Basic", username and b64encode(pair).decode(), hint=hint)
