# Generated from an OpenAPI description. Do not edit.
"""The operations on `/v1/teams/{teamId}/users`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

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

    def create(self, team_id: str, **options: Unpack[RequestOptions]) -> None:
        """POST /v1/teams/{teamId}/users."""
        return self._client.call(_CREATE(options, team_id))

    def delete(
        self, team_id: str, user_id: str, **options: Unpack[RequestOptions]
    ) -> None:
        """DELETE /v1/teams/{teamId}/users/{userId}."""
        return self._client.call(_DELETE(options, team_id, user_id))

    def get(
        self, team_id: str, user_id: str, **options: Unpack[RequestOptions]
    ) -> None:
        """GET /v1/teams/{teamId}/users/{userId}."""
        return self._client.call(_GET(options, team_id, user_id))

    def list(self, team_id: str, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/teams/{teamId}/users."""
        return self._client.call(_LIST(options, team_id))


class AsyncUsersResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `UsersResource`."""

    async def create(self, team_id: str, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `UsersResource.create`."""
        return await self._client.call(_CREATE(options, team_id))

    async def delete(
        self, team_id: str, user_id: str, **options: Unpack[RequestOptions]
    ) -> None:
        """Asynchronous twin of `UsersResource.delete`."""
        return await self._client.call(_DELETE(options, team_id, user_id))

    async def get(
        self, team_id: str, user_id: str, **options: Unpack[RequestOptions]
    ) -> None:
        """Asynchronous twin of `UsersResource.get`."""
        return await self._client.call(_GET(options, team_id, user_id))

    async def list(self, team_id: str, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `UsersResource.list`."""
        return await self._client.call(_LIST(options, team_id))
