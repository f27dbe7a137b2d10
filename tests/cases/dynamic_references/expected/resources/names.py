# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/names`."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_LIST: Operation[list[str]] = Operation(
    "GET /names",
    success={200: list[str]},
)


class NamesResource(Resource[BaseClient]):
    """The operations of `client.names`."""

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """GET /names."""
        return self._client.call(_LIST(options))

    @cached_property
    def with_raw_response(self) -> _RawNamesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawNamesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedNamesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedNamesResource(self._returning("stream"))


class _RawNamesResource:
    def __init__(self, resource: NamesResource) -> None:
        self.list = raw(resource.list)


class _StreamedNamesResource:
    def __init__(self, resource: NamesResource) -> None:
        self.list = streamed(resource.list)


class AsyncNamesResource(Resource[AsyncBaseClient]):
    """Async version of `NamesResource`."""

    async def list(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """GET /names."""
        return await self._client.call(_LIST(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncNamesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncNamesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncNamesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncNamesResource(self._returning("stream"))


class _RawAsyncNamesResource:
    def __init__(self, resource: AsyncNamesResource) -> None:
        self.list = async_raw(resource.list)


class _StreamedAsyncNamesResource:
    def __init__(self, resource: AsyncNamesResource) -> None:
        self.list = async_streamed(resource.list)
