# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets`."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_LIST: Operation[list[str]] = Operation(
    "GET /pets",
    success={200: list[str]},
)


class PetsResource(Resource[BaseClient]):
    """The operations of `client.pets`."""

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """GET /pets."""
        return self._client.call(_LIST(options))

    @cached_property
    def with_raw_response(self) -> _RawPetsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawPetsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedPetsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedPetsResource(self._returning("stream"))


class _RawPetsResource:
    def __init__(self, resource: PetsResource) -> None:
        self.list = raw(resource.list)


class _StreamedPetsResource:
    def __init__(self, resource: PetsResource) -> None:
        self.list = streamed(resource.list)


class AsyncPetsResource(Resource[AsyncBaseClient]):
    """Async version of `PetsResource`."""

    async def list(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """GET /pets."""
        return await self._client.call(_LIST(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncPetsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncPetsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncPetsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncPetsResource(self._returning("stream"))


class _RawAsyncPetsResource:
    def __init__(self, resource: AsyncPetsResource) -> None:
        self.list = async_raw(resource.list)


class _StreamedAsyncPetsResource:
    def __init__(self, resource: AsyncPetsResource) -> None:
        self.list = async_streamed(resource.list)
