# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/users`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_CREATE: Operation[None] = Operation(
    "POST /users",
    success={204: None},
)

_FIND_ALL: Operation[None] = Operation(
    "GET /users",
    success={204: None},
)


class UsersResource(Resource[BaseClient]):
    """The operations of `client.users`."""

    def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /users."""
        return self._client.call(_CREATE(options))

    def find_all(self, **options: Unpack[RequestOptions]) -> None:
        """GET /users."""
        return self._client.call(_FIND_ALL(options))

    @cached_property
    def with_raw_response(self) -> _RawUsersResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawUsersResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedUsersResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedUsersResource(self._returning("stream"))


class _RawUsersResource:
    def __init__(self, resource: UsersResource) -> None:
        self.create = raw(resource.create)
        self.find_all = raw(resource.find_all)


class _StreamedUsersResource:
    def __init__(self, resource: UsersResource) -> None:
        self.create = streamed(resource.create)
        self.find_all = streamed(resource.find_all)


class AsyncUsersResource(Resource[AsyncBaseClient]):
    """Async version of `UsersResource`."""

    async def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /users."""
        return await self._client.call(_CREATE(options))

    async def find_all(self, **options: Unpack[RequestOptions]) -> None:
        """GET /users."""
        return await self._client.call(_FIND_ALL(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncUsersResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncUsersResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncUsersResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncUsersResource(self._returning("stream"))


class _RawAsyncUsersResource:
    def __init__(self, resource: AsyncUsersResource) -> None:
        self.create = async_raw(resource.create)
        self.find_all = async_raw(resource.find_all)


class _StreamedAsyncUsersResource:
    def __init__(self, resource: AsyncUsersResource) -> None:
        self.create = async_streamed(resource.create)
        self.find_all = async_streamed(resource.find_all)
