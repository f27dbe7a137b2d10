# Part of the client's runtime, the same in every client. Do not edit.
"""Credentials, and where they come from."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeAlias

from msgspec import structs

from .errors import MissingCredentialsError
from .operation import Session
from .parameters import Header, Parameter, header_value
from .sending import settled
from .transport import Request

Secret: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""A text, or a function that is asked at each call; an async client may await it."""


class APIKeyAuth:
    """A key in a header, the query or a cookie; `hint` says how to pass it."""

    _prefix = ""

    def __init__(self, place: Parameter, key: Secret | None, *, hint: str = "") -> None:
        self.parameter, self.hint = place, hint
        self.header = place.name.lower() if isinstance(place, Header) else None
        self.given = bool(key)
        self._ask = key if callable(key) else None
        self._value = None if callable(key) else self._written(key)

    async def value(self, session: Session) -> str | None:
        """What to send, or ValueError if it has a line break; None if there is no key."""
        return self._written(await settled(self._ask())) if self._ask else self._value

    def refuse(self, value: str, session: Session) -> bool:
        """Take note that the server refused a value; whether there may be a new one."""
        return False

    def _written(self, key: str | None) -> str | None:
        return header_value(self.parameter.name, self._prefix + key) if key else None


class HTTPAuth(APIKeyAuth):
    """`Authorization: <scheme> <token>` (RFC 9110 section 11.6.2)."""

    def __init__(self, scheme: str, token: Secret | None, *, hint: str = "") -> None:
        self._prefix = f"{scheme} "
        super().__init__(Header("Authorization"), token, hint=hint)


async def credentials(
    operation: str,
    auth: Mapping[str, APIKeyAuth],
    security: tuple[tuple[str, ...], ...],
    own: Collection[str],
    session: Session,
) -> list[tuple[Parameter, str]]:
    """Those of the first alternative that there are all of.

    The caller's `own` headers, in lower case, stand for those that they replace.
    """
    missing: list[APIKeyAuth] = []
    for names in security:
        known = [auth[name] for name in names]
        wanted = [each for each in known if each.header not in own]
        if names and all(each.given for each in wanted):
            pairs = [(each.parameter, await each.value(session)) for each in wanted]
            found = [(parameter, value) for parameter, value in pairs if value]
            if len(found) == len(wanted):
                return found
        missing += wanted
    if () in security or not security:
        return []
    hints = "; or ".join(dict.fromkeys(each.hint for each in missing if each.hint))
    raise MissingCredentialsError(f"{operation}: pass {hints}")


async def renewed(
    request: Request, auth: Mapping[str, APIKeyAuth], session: Session
) -> Request | None:
    """What to send after a 401, if the request had a token that can be renewed."""
    sent = request.headers.get("authorization", "")
    for each in auth.values():
        again = each.refuse(sent, session)
        if again and getattr(request.content, "replayable", True):
            headers = {**request.headers, "authorization": await each.value(session)}
            return structs.replace(request, headers=headers)
    return None


def setting(name: str) -> str | None:
    """The environment variable `name`; None where it is missing or empty."""
    return os.environ.get(name) or None
