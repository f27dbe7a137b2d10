# Generated from an OpenAPI description. Do not edit.
"""The operations on `/things`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

_CREATE: Operation[None] = Operation(
    "POST /things",
    server="https://fixed.example.com",
    success={204: None},
)

_LIST: Operation[None] = Operation(
    "GET /things",
    success={204: None},
)

_UPLOAD: Operation[None] = Operation(
    "PUT /things",
    server="https://{region}.files.example.com",
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /things."""
        return self._client.call(_CREATE(options))

    def list(self, **options: Unpack[RequestOptions]) -> None:
        """GET /things."""
        return self._client.call(_LIST(options))

    def upload(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /things."""
        return self._client.call(_UPLOAD(options))


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingsResource`."""

    async def create(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `ThingsResource.create`."""
        return await self._client.call(_CREATE(options))

    async def list(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `ThingsResource.list`."""
        return await self._client.call(_LIST(options))

    async def upload(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `ThingsResource.upload`."""
        return await self._client.call(_UPLOAD(options))
