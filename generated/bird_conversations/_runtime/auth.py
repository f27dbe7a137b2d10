# Part of the client's runtime, the same in every client. Do not edit.
"""Credentials and their places in a request. No repr shows them."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Callable
from typing import Literal, TypeAlias

from .parameters import header_value

Secret: TypeAlias = str | Callable[[], str]
"""A secret, or a function that gives the present one: it is asked at each call."""


class APIKeyAuth:
    """A key in a header, the query or a cookie of its own name.

    `hint` tells the user what to do where the key is missing.

    Raises:
        ValueError: The key holds a line break or another control character.
    """

    def __init__(
        self,
        location: Literal["header", "query", "cookie"],
        name: str,
        key: Secret | None,
        *,
        hint: str = "",
    ) -> None:
        self.location = location
        self.name = name
        self.hint = hint
        self._key = key
        if isinstance(key, str):
            self.value()

    def value(self) -> str | None:
        """The text to send; None if there is no key."""
        key = self._key() if callable(self._key) else self._key
        return header_value(self.name, key) if key else None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} in {self.location} {self.name!r}>"

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("Credentials are not to be pickled.")


class HTTPAuth(APIKeyAuth):
    """`Authorization: <scheme> <token>` (RFC 9110 section 11.6.2)."""

    def __init__(self, scheme: str, token: Secret | None, *, hint: str = "") -> None:
        self._scheme = scheme
        super().__init__("header", "Authorization", token, hint=hint)

    def value(self) -> str | None:
        """The text to send; None if there is no token."""
        token = super().value()
        return f"{self._scheme} {token}" if token else None


class BasicAuth(HTTPAuth):
    """`Authorization: Basic ...` of a user's name and password, in UTF-8 (RFC 7617)."""

    def __init__(
        self, username: str | None, password: str | None, *, hint: str = ""
    ) -> None:
        if username and ":" in username:
            raise ValueError("The user's name must not hold a colon (RFC 7617 2).")
        pair = f"{username}:{password or ''}"
        token = b64encode(pair.encode()).decode() if username else None
        super().__init__("Basic", token, hint=hint)


def setting(name: str) -> str | None:
    """The environment variable `name`; None where it is missing or empty."""
    return os.environ.get(name) or None
