# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

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


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingsResource`."""

    async def get_mine(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `ThingsResource.get_mine`."""
        return await self._client.call(_GET_MINE(options))

    async def get_public(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `ThingsResource.get_public`."""
        return await self._client.call(_GET_PUBLIC(options))

    async def update_mine(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `ThingsResource.update_mine`."""
        return await self._client.call(_UPDATE_MINE(options))
