# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/basic`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_GET: Operation[None] = Operation(
    "GET /basic",
    security=(("basic",), ("digest",)),
    success={204: None},
)


class BasicResource(Resource[BaseClient]):
    """The operations of `client.basic`."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /basic."""
        return self._client.call(_GET(options))

    @cached_property
    def with_raw_response(self) -> _RawBasicResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawBasicResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedBasicResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedBasicResource(self._returning("stream"))


class _RawBasicResource:
    def __init__(self, resource: BasicResource) -> None:
        self.get = raw(resource.get)


class _StreamedBasicResource:
    def __init__(self, resource: BasicResource) -> None:
        self.get = streamed(resource.get)


class AsyncBasicResource(Resource[AsyncBaseClient]):
    """Async version of `BasicResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /basic."""
        return await self._client.call(_GET(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncBasicResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncBasicResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncBasicResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncBasicResource(self._returning("stream"))


class _RawAsyncBasicResource:
    def __init__(self, resource: AsyncBasicResource) -> None:
        self.get = async_raw(resource.get)


class _StreamedAsyncBasicResource:
    def __init__(self, resource: AsyncBasicResource) -> None:
        self.get = async_streamed(resource.get)
