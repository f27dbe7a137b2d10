# Generated from an OpenAPI description. Do not edit.
"""The operations on `/items`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

_READ_ITEM: Operation[None] = Operation(
    "GET /items/{item_id}",
    success={204: None},
)

_READ_ITEMS: Operation[None] = Operation(
    "GET /items/",
    success={204: None},
)


class ItemsResource(Resource[BaseClient]):
    """The operations of `client.items`."""

    def read_item(self, item_id: str, **options: Unpack[RequestOptions]) -> None:
        """GET /items/{item_id}."""
        return self._client.call(_READ_ITEM(options, item_id))

    def read_items(self, **options: Unpack[RequestOptions]) -> None:
        """GET /items/."""
        return self._client.call(_READ_ITEMS(options))


class AsyncItemsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ItemsResource`."""

    async def read_item(self, item_id: str, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `ItemsResource.read_item`."""
        return await self._client.call(_READ_ITEM(options, item_id))

    async def read_items(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `ItemsResource.read_items`."""
        return await self._client.call(_READ_ITEMS(options))
