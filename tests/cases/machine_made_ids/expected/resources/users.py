# Generated from an OpenAPI description. Do not edit.
"""The operations on `/users`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

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


class AsyncUsersResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `UsersResource`."""

    async def create(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `UsersResource.create`."""
        return await self._client.call(_CREATE(options))

    async def find_all(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `UsersResource.find_all`."""
        return await self._client.call(_FIND_ALL(options))
