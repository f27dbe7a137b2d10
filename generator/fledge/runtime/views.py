# Part of the client's runtime, the same in every client. Do not edit.
"""The types of methods that return responses, as `Resource._returning` makes them.

A `ResponseView` leads from a client or resource to the views of what it holds.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Generic, ParamSpec, TypeVar, cast

from .messages import Response, T
from .transport import AsyncStreamedResponse, StreamedResponse

P = ParamSpec("P")
R = TypeVar("R")
V = TypeVar("V")


class ResponseView(Generic[R]):
    """A view of a client, or of a resource that holds others."""

    def __init__(self, viewed: R) -> None:
        self.__viewed__ = viewed


class NestedView(Generic[R, V]):
    """The view of a resource that the viewed one holds: loaded when it is used."""

    def __init__(self, viewed: type[R], find: Callable[[R], V]) -> None:
        self._find = find

    def __get__(self, view: ResponseView[R], owner: object = None) -> V:
        return self._find(view.__viewed__)


def raw(method: Callable[P, T]) -> Callable[P, Response[T]]:
    """A method that returns the whole response; its `body` is the result."""
    return cast("Callable[P, Response[T]]", method)


def async_raw(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Awaitable[Response[T]]]:
    """Async version of `raw`."""
    return cast("Callable[P, Awaitable[Response[T]]]", method)


def streamed(method: Callable[P, Any]) -> Callable[P, StreamedResponse]:
    """A method that returns a response with an unread body, to use in `with`."""
    return method


def async_streamed(
    method: Callable[P, Awaitable[Any]],
) -> Callable[P, AbstractAsyncContextManager[AsyncStreamedResponse]]:
    """Async version of `streamed`."""

    @asynccontextmanager
    async def stream(
        *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[AsyncStreamedResponse]:
        async with await method(*args, **kwargs) as response:
            yield response

    return stream
