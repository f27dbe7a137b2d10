# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/open`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_GET: Operation[None] = Operation(
    "GET /open",
    security=(),
    success={204: None},
)


class OpenResource(Resource[BaseClient]):
    """The operations of `client.open`."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /open."""
        return self._client.call(_GET(options))

    @cached_property
    def with_raw_response(self) -> _RawOpenResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawOpenResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedOpenResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedOpenResource(self._returning("stream"))


class _RawOpenResource:
    def __init__(self, resource: OpenResource) -> None:
        self.get = raw(resource.get)


class _StreamedOpenResource:
    def __init__(self, resource: OpenResource) -> None:
        self.get = streamed(resource.get)


class AsyncOpenResource(Resource[AsyncBaseClient]):
    """Async version of `OpenResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /open."""
        return await self._client.call(_GET(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncOpenResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncOpenResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncOpenResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncOpenResource(self._returning("stream"))


class _RawAsyncOpenResource:
    def __init__(self, resource: AsyncOpenResource) -> None:
        self.get = async_raw(resource.get)


class _StreamedAsyncOpenResource:
    def __init__(self, resource: AsyncOpenResource) -> None:
        self.get = async_streamed(resource.get)
