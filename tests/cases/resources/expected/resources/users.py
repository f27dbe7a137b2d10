# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/v1/teams/{teamId}/users`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_CREATE: Operation[None] = Operation(
    "POST /v1/teams/{teamId}/users",
    success={204: None},
)

_DELETE: Operation[None] = Operation(
    "DELETE /v1/teams/{teamId}/users/{userId}",
    success={204: None},
)

_GET: Operation[None] = Operation(
    "GET /v1/teams/{teamId}/users/{userId}",
    success={204: None},
)

_LIST: Operation[None] = Operation(
    "GET /v1/teams/{teamId}/users",
    success={204: None},
)


class UsersResource(Resource[BaseClient]):
    """The operations of `client.users`."""

    def create(self, team_id: str, /, **options: Unpack[RequestOptions]) -> None:
        """POST /v1/teams/{teamId}/users.

        Args:
            team_id: `teamId` in the path.
        """
        return self._client.call(_CREATE(options, team_id))

    def delete(
        self, team_id: str, user_id: str, /, **options: Unpack[RequestOptions]
    ) -> None:
        """DELETE /v1/teams/{teamId}/users/{userId}.

        Args:
            team_id: `teamId` in the path.
            user_id: `userId` in the path.
        """
        return self._client.call(_DELETE(options, team_id, user_id))

    def get(
        self, team_id: str, user_id: str, /, **options: Unpack[RequestOptions]
    ) -> None:
        """GET /v1/teams/{teamId}/users/{userId}.

        Args:
            team_id: `teamId` in the path.
            user_id: `userId` in the path.
        """
        return self._client.call(_GET(options, team_id, user_id))

    def list(self, team_id: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/teams/{teamId}/users.

        Args:
            team_id: `teamId` in the path.
        """
        return self._client.call(_LIST(options, team_id))

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
        self.delete = raw(resource.delete)
        self.get = raw(resource.get)
        self.list = raw(resource.list)


class _StreamedUsersResource:
    def __init__(self, resource: UsersResource) -> None:
        self.create = streamed(resource.create)
        self.delete = streamed(resource.delete)
        self.get = streamed(resource.get)
        self.list = streamed(resource.list)


class AsyncUsersResource(Resource[AsyncBaseClient]):
    """Async version of `UsersResource`."""

    async def create(self, team_id: str, /, **options: Unpack[RequestOptions]) -> None:
        """POST /v1/teams/{teamId}/users.

        Args:
            team_id: `teamId` in the path.
        """
        return await self._client.call(_CREATE(options, team_id))

    async def delete(
        self, team_id: str, user_id: str, /, **options: Unpack[RequestOptions]
    ) -> None:
        """DELETE /v1/teams/{teamId}/users/{userId}.

        Args:
            team_id: `teamId` in the path.
            user_id: `userId` in the path.
        """
        return await self._client.call(_DELETE(options, team_id, user_id))

    async def get(
        self, team_id: str, user_id: str, /, **options: Unpack[RequestOptions]
    ) -> None:
        """GET /v1/teams/{teamId}/users/{userId}.

        Args:
            team_id: `teamId` in the path.
            user_id: `userId` in the path.
        """
        return await self._client.call(_GET(options, team_id, user_id))

    async def list(self, team_id: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/teams/{teamId}/users.

        Args:
            team_id: `teamId` in the path.
        """
        return await self._client.call(_LIST(options, team_id))

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
        self.delete = async_raw(resource.delete)
        self.get = async_raw(resource.get)
        self.list = async_raw(resource.list)


class _StreamedAsyncUsersResource:
    def __init__(self, resource: AsyncUsersResource) -> None:
        self.create = async_streamed(resource.create)
        self.delete = async_streamed(resource.delete)
        self.get = async_streamed(resource.get)
        self.list = async_streamed(resource.list)
