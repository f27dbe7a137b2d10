# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/items`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

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

    def read_item(self, item_id: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /items/{item_id}.

        Args:
            item_id: `item_id` in the path.
        """
        return self._client.call(_READ_ITEM(options, item_id))

    def read_items(self, **options: Unpack[RequestOptions]) -> None:
        """GET /items/."""
        return self._client.call(_READ_ITEMS(options))

    @cached_property
    def with_raw_response(self) -> _RawItemsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawItemsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedItemsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedItemsResource(self._returning("stream"))


class _RawItemsResource:
    def __init__(self, resource: ItemsResource) -> None:
        self.read_item = raw(resource.read_item)
        self.read_items = raw(resource.read_items)


class _StreamedItemsResource:
    def __init__(self, resource: ItemsResource) -> None:
        self.read_item = streamed(resource.read_item)
        self.read_items = streamed(resource.read_items)


class AsyncItemsResource(Resource[AsyncBaseClient]):
    """Async version of `ItemsResource`."""

    async def read_item(
        self, item_id: str, /, **options: Unpack[RequestOptions]
    ) -> None:
        """GET /items/{item_id}.

        Args:
            item_id: `item_id` in the path.
        """
        return await self._client.call(_READ_ITEM(options, item_id))

    async def read_items(self, **options: Unpack[RequestOptions]) -> None:
        """GET /items/."""
        return await self._client.call(_READ_ITEMS(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncItemsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncItemsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncItemsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncItemsResource(self._returning("stream"))


class _RawAsyncItemsResource:
    def __init__(self, resource: AsyncItemsResource) -> None:
        self.read_item = async_raw(resource.read_item)
        self.read_items = async_raw(resource.read_items)


class _StreamedAsyncItemsResource:
    def __init__(self, resource: AsyncItemsResource) -> None:
        self.read_item = async_streamed(resource.read_item)
        self.read_items = async_streamed(resource.read_items)
