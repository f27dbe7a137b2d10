# Part of the client's runtime, the same in every client. Do not edit.
"""Credentials, and where they come from."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from typing import Literal, TypeAlias

from .errors import MissingCredentialsError
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


def credentials(
    operation: str,
    auth: Mapping[str, APIKeyAuth],
    security: tuple[tuple[str, ...], ...],
    own: Collection[str],
) -> list[tuple[Parameter, str]]:
    """Those of the first alternative that there are all of.

    None where the caller's `own` headers stand for one that is missing.
    """
    missing: list[APIKeyAuth] = []
    for names in security:
        known = [auth[name] for name in names if name in auth]
        found = [(each.parameter, key) for each in known if (key := each.value())]
        if names and len(found) == len(names):
            return found
        missing += known
    sent = any(each.parameter.name.lower() in own for each in missing)
    if () in security or not security or sent:
        return []
    hints = "; or ".join(dict.fromkeys(each.hint for each in missing if each.hint))
    raise MissingCredentialsError(f"{operation}: pass {hints}")


def setting(name: str) -> str | None:
    """The environment variable `name`; None where it is missing or empty."""
    return os.environ.get(name) or None
