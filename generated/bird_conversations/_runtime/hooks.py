# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Callbacks for requests, and how both kinds of clients call them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, Protocol, TypeAlias, cast

from msgspec import Struct

from .errors import APIConnectionError, APIError
from .messages import Request, ResponseHead, T

Outcome: TypeAlias = ResponseHead | APIConnectionError


class Hooks(Struct, frozen=True, kw_only=True):
    """Functions that are told what happens; those of an async client may be coroutines.

    `request` may return another request, which is sent in place of what it was given.
    `end` is told once of each call that has made a request: the response, when it was
    read, or what the call raises. Requests hold credentials, `request.public()` none.
    """

    request: Callable[[Request], Any] | None = None  # before each attempt
    response: Callable[[Request, ResponseHead], object] | None = None  # without a body
    retry: Callable[[Request, Outcome, float], object] | None = None
    error: Callable[[Request, APIError], object] | None = None  # that is raised
    end: Callable[[Request, ResponseHead | BaseException], object] | None = None


class AnyHooks(Protocol):
    """What a client takes: its own `Hooks`, those of another client, or a class of yours."""

    @property
    def request(self) -> Callable[[Any], Any] | None: ...
    @property
    def response(self) -> Callable[[Any, Any], object] | None: ...
    @property
    def retry(self) -> Callable[[Any, Any, float], object] | None: ...
    @property
    def error(self) -> Callable[[Any, Any], object] | None: ...
    @property
    def end(self) -> Callable[[Any, Any], object] | None: ...


async def resolve(value: Any) -> Any:
    """What a transport or a hook gives, at once or when it is awaited."""
    return await value if hasattr(value, "__await__") else value


def run_sync(coroutine: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine that never waits."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return cast(T, stop.value)
    coroutine.close()
    raise TypeError("What a synchronous client is given must not be asynchronous.")
