# Generated from an OpenAPI description. Do not edit.
"""The operations on `/basic`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

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


class AsyncBasicResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `BasicResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `BasicResource.get`."""
        return await self._client.call(_GET(options))
