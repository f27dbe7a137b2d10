# Generated from an OpenAPI description. Do not edit.
"""The operations on `/open`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

_GET: Operation[None] = Operation(
    "GET /open",
    security=(),
    success={204: None},
)


class OpenResource(Resource[BaseClient]):
    """The operations of `client.open`."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /open."""
        return self._client.call(_GET(options))


class AsyncOpenResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `OpenResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `OpenResource.get`."""
        return await self._client.call(_GET(options))
