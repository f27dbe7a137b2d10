# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/things`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_CREATE: Operation[None] = Operation(
    "POST /things",
    server="https://fixed.example.com",
    success={204: None},
)

_LIST: Operation[None] = Operation(
    "GET /things",
    success={204: None},
)

_UPLOAD: Operation[None] = Operation(
    "PUT /things",
    server="https://{region}.files.example.com",
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /things."""
        return self._client.call(_CREATE(options))

    def list(self, **options: Unpack[RequestOptions]) -> None:
        """GET /things."""
        return self._client.call(_LIST(options))

    def upload(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /things."""
        return self._client.call(_UPLOAD(options))

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
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.upload = raw(resource.upload)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.create = streamed(resource.create)
        self.list = streamed(resource.list)
        self.upload = streamed(resource.upload)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /things."""
        return await self._client.call(_CREATE(options))

    async def list(self, **options: Unpack[RequestOptions]) -> None:
        """GET /things."""
        return await self._client.call(_LIST(options))

    async def upload(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /things."""
        return await self._client.call(_UPLOAD(options))

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
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
        self.upload = async_raw(resource.upload)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.create = async_streamed(resource.create)
        self.list = async_streamed(resource.list)
        self.upload = async_streamed(resource.upload)
