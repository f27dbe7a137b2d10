# Part of the client's runtime, the same in every client. Do not edit.
"""Credentials, and where they come from."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Literal, TypeAlias

from .parameters import Cookie, Header, Parameter, Query, header_value

Secret: TypeAlias = str | Callable[[], str]  # a function is asked at each call
Place: TypeAlias = Literal["header", "query", "cookie"]
_PLACES: dict[str, type[Parameter]] = {
    "header": Header,
    "query": Query,
    "cookie": Cookie,
}


class APIKeyAuth:
    """A key in a header, the query or a cookie; `hint` says how to pass it."""

    _prefix = ""

    def __init__(
        self, location: Place, name: str, key: Secret | None, *, hint: str = ""
    ) -> None:
        self.parameter = _PLACES[location](name)
        self.hint = hint
        self._key = key
        if isinstance(key, str):
            self.value()

    def value(self) -> str | None:
        """What to send, or ValueError if it has a line break; None if there is no key."""
        key = self._key() if callable(self._key) else self._key
        return header_value(self.parameter.name, self._prefix + key) if key else None


class HTTPAuth(APIKeyAuth):
    """`Authorization: <scheme> <token>` (RFC 9110 section 11.6.2)."""

    def __init__(self, scheme: str, token: Secret | None, *, hint: str = "") -> None:
        self._prefix = f"{scheme} "
        super().__init__("header", "Authorization", token, hint=hint)


def setting(name: str) -> str | None:
    """The environment variable `name`; None where it is missing or empty."""
    return os.environ.get(name) or None
