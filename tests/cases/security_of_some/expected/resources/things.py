# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_GET_MINE: Operation[None] = Operation(
    "GET /mine",
    success={204: None},
)

_GET_PUBLIC: Operation[None] = Operation(
    "GET /public",
    security=(),
    success={204: None},
)

_UPDATE_MINE: Operation[None] = Operation(
    "PUT /mine",
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def get_mine(self, **options: Unpack[RequestOptions]) -> None:
        """GET /mine."""
        return self._client.call(_GET_MINE(options))

    def get_public(self, **options: Unpack[RequestOptions]) -> None:
        """GET /public."""
        return self._client.call(_GET_PUBLIC(options))

    def update_mine(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /mine."""
        return self._client.call(_UPDATE_MINE(options))

    @cached_property
    def with_raw_response(self) -> _RawThingsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawThingsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedThingsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedThingsResource(self._returning("stream"))


class _RawThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.get_mine = raw(resource.get_mine)
        self.get_public = raw(resource.get_public)
        self.update_mine = raw(resource.update_mine)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.get_mine = streamed(resource.get_mine)
        self.get_public = streamed(resource.get_public)
        self.update_mine = streamed(resource.update_mine)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def get_mine(self, **options: Unpack[RequestOptions]) -> None:
        """GET /mine."""
        return await self._client.call(_GET_MINE(options))

    async def get_public(self, **options: Unpack[RequestOptions]) -> None:
        """GET /public."""
        return await self._client.call(_GET_PUBLIC(options))

    async def update_mine(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /mine."""
        return await self._client.call(_UPDATE_MINE(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncThingsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncThingsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncThingsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncThingsResource(self._returning("stream"))


class _RawAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.get_mine = async_raw(resource.get_mine)
        self.get_public = async_raw(resource.get_public)
        self.update_mine = async_raw(resource.update_mine)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.get_mine = async_streamed(resource.get_mine)
        self.get_public = async_streamed(resource.get_public)
        self.update_mine = async_streamed(resource.update_mine)
