# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Credentials, and where they come from."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any, TypeAlias

from .errors import MissingCredentialsError
from .hooks import resolve
from .messages import Request
from .operation import Operation, Session
from .parameters import Header, Parameter, Query, header_value

Secret: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""A text, or a function that is asked at each call; an async client may await it."""


class APIKeyAuth:
    """A key in a header, the query or a cookie; `hint` says how to pass it."""

    _prefix = ""
    parts: tuple[str, ...] = ()  # of the credential, that are secret by themselves

    def __init__(self, at: Parameter, key: Secret | None, *, hint: str = "") -> None:
        self.parameter, self.hint = at, hint
        header = at.name.lower() if isinstance(at, Header) else "cookie"
        self.header = None if isinstance(at, Query) else header
        self.is_set, self._ask = bool(key), key if callable(key) else None
        self._value = None if callable(key) else self._format(key)

    async def value(self, session: Session) -> str | None:
        """What to send, or ValueError if it has a line break; None if there is no key."""
        return self._format(await resolve(self._ask())) if self._ask else self._value

    async def renewed(self, request: Request, session: Session) -> Request | None:
        """The request to send after a 401; None: there is no new credential."""
        return None

    def _format(self, key: str | None) -> str | None:
        return header_value(self.parameter.name, self._prefix + key) if key else None


async def credentials(
    operation: Operation[Any],
    auth: Mapping[str, APIKeyAuth],
    security: tuple[tuple[str, ...], ...],
    headers: Collection[str],
    session: Session,
) -> list[tuple[Parameter, str]]:
    """Those of the first requirement that is complete, but for your own `headers`."""
    missing: list[str] = []
    for names in security:
        schemes = [auth[name] for name in names]
        needed = [each for each in schemes if each.header not in headers]
        if names and all(each.is_set for each in needed):
            pairs = [(each.parameter, await each.value(session)) for each in needed]
            values = [(parameter, value) for parameter, value in pairs if value]
            if len(values) == len(needed):
                return values
        absent = [each for each in needed if not each.is_set] or needed
        missing.append(", and ".join(each.hint for each in absent if each.hint))
    if () in security or not security:
        return []
    hints = "; or ".join(filter(None, dict.fromkeys(missing)))
    advice = f"pass {hints} to the client, or auth=None to call without credentials"
    raise MissingCredentialsError(f"{operation.name}: {advice}")


def read_env(name: str) -> str | None:
    """The environment variable `name`; None where it is missing or empty."""
    return os.environ.get(name) or None
