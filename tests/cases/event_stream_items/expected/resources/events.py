# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from typing import Any, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.event_streams import AsyncEventStream, EventStream, EventsOperation
from .._runtime.operation import RequestOptions
from ..models import Added, NamedEventRemovedData

_ITEM: EventsOperation[Added] = EventsOperation(
    "GET /item",
    accept="text/event-stream",
    success={200: Added},
)

_LISTED: EventsOperation[Added] = EventsOperation(
    "GET /listed",
    accept="text/event-stream",
    success={200: Added, 204: None},
)

_NAMED: EventsOperation[str | Added | NamedEventRemovedData] = EventsOperation(
    "GET /named",
    accept="text/event-stream",
    events={"added": Added, "note": str, "removed": NamedEventRemovedData},
    success={200: str | Added | NamedEventRemovedData},
)

_PLAIN: EventsOperation[Added] = EventsOperation(
    "GET /plain",
    accept="text/event-stream",
    success={200: Added},
)

_TEXT: EventsOperation[str] = EventsOperation(
    "GET /text",
    accept="text/event-stream",
    success={200: str},
)

_UNKNOWN: EventsOperation[Any] = EventsOperation(
    "GET /unknown",
    accept="text/event-stream",
    success={200: Any},
)

_VARIANTS: EventsOperation[Added] = EventsOperation(
    "GET /variants",
    accept="text/event-stream",
    success={200: Added},
)


class EventsResource(Resource[BaseClient]):
    """The operations of `client.events`."""

    def item(self, **options: Unpack[RequestOptions]) -> EventStream[Added]:
        """GET /item."""
        return _ITEM.open(self._client, options)

    def listed(self, **options: Unpack[RequestOptions]) -> EventStream[Added]:
        """GET /listed."""
        return _LISTED.open(self._client, options)

    def named(
        self, **options: Unpack[RequestOptions]
    ) -> EventStream[str | Added | NamedEventRemovedData]:
        """GET /named."""
        return _NAMED.open(self._client, options)

    def plain(self, **options: Unpack[RequestOptions]) -> EventStream[Added]:
        """GET /plain."""
        return _PLAIN.open(self._client, options)

    def text(self, **options: Unpack[RequestOptions]) -> EventStream[str]:
        """GET /text."""
        return _TEXT.open(self._client, options)

    def unknown(self, **options: Unpack[RequestOptions]) -> EventStream[Any]:
        """GET /unknown."""
        return _UNKNOWN.open(self._client, options)

    def variants(self, **options: Unpack[RequestOptions]) -> EventStream[Added]:
        """GET /variants."""
        return _VARIANTS.open(self._client, options)


class AsyncEventsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `EventsResource`."""

    async def item(self, **options: Unpack[RequestOptions]) -> AsyncEventStream[Added]:
        """Asynchronous twin of `EventsResource.item`."""
        return await _ITEM.async_open(self._client, options)

    async def listed(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncEventStream[Added]:
        """Asynchronous twin of `EventsResource.listed`."""
        return await _LISTED.async_open(self._client, options)

    async def named(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncEventStream[str | Added | NamedEventRemovedData]:
        """Asynchronous twin of `EventsResource.named`."""
        return await _NAMED.async_open(self._client, options)

    async def plain(self, **options: Unpack[RequestOptions]) -> AsyncEventStream[Added]:
        """Asynchronous twin of `EventsResource.plain`."""
        return await _PLAIN.async_open(self._client, options)

    async def text(self, **options: Unpack[RequestOptions]) -> AsyncEventStream[str]:
        """Asynchronous twin of `EventsResource.text`."""
        return await _TEXT.async_open(self._client, options)

    async def unknown(self, **options: Unpack[RequestOptions]) -> AsyncEventStream[Any]:
        """Asynchronous twin of `EventsResource.unknown`."""
        return await _UNKNOWN.async_open(self._client, options)

    async def variants(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncEventStream[Added]:
        """Asynchronous twin of `EventsResource.variants`."""
        return await _VARIANTS.async_open(self._client, options)
