# Generated from an OpenAPI description. Do not edit.
"""The operations on `/all`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

_GET: Operation[None] = Operation(
    "GET /all",
    success={204: None},
)

_UPDATE: Operation[None] = Operation(
    "PUT /all",
    success={204: None},
)


class AllResource(Resource[BaseClient]):
    """The operations of `client.all`."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /all."""
        return self._client.call(_GET(options))

    def update(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /all."""
        return self._client.call(_UPDATE(options))


class AsyncAllResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `AllResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `AllResource.get`."""
        return await self._client.call(_GET(options))

    async def update(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `AllResource.update`."""
        return await self._client.call(_UPDATE(options))
