# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/all`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_GET: Operation[None] = Operation(
    "GET /all",
    success={204: None},
)

_UPDATE: Operation[None] = Operation(
    "PUT /all",
    success={204: None},
)


class AllResource(Resource[BaseClient]):
    """The operations of `client.all`."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /all."""
        return self._client.call(_GET(options))

    def update(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /all."""
        return self._client.call(_UPDATE(options))

    @cached_property
    def with_raw_response(self) -> _RawAllResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAllResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAllResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAllResource(self._returning("stream"))


class _RawAllResource:
    def __init__(self, resource: AllResource) -> None:
        self.get = raw(resource.get)
        self.update = raw(resource.update)


class _StreamedAllResource:
    def __init__(self, resource: AllResource) -> None:
        self.get = streamed(resource.get)
        self.update = streamed(resource.update)


class AsyncAllResource(Resource[AsyncBaseClient]):
    """Async version of `AllResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /all."""
        return await self._client.call(_GET(options))

    async def update(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /all."""
        return await self._client.call(_UPDATE(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncAllResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncAllResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncAllResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncAllResource(self._returning("stream"))


class _RawAsyncAllResource:
    def __init__(self, resource: AsyncAllResource) -> None:
        self.get = async_raw(resource.get)
        self.update = async_raw(resource.update)


class _StreamedAsyncAllResource:
    def __init__(self, resource: AsyncAllResource) -> None:
        self.get = async_streamed(resource.get)
        self.update = async_streamed(resource.update)
