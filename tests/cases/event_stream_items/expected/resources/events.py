# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.event_streams import AsyncEventStream, EventStream, EventsOperation
from .._runtime.operation import RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import Added, NamedEventRemovedData, ObjectsEventMovedData

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

_OBJECTS: EventsOperation[Added | ObjectsEventMovedData] = EventsOperation(
    "GET /objects",
    accept="text/event-stream",
    events={"added": Added, "moved": ObjectsEventMovedData},
    success={200: Added | ObjectsEventMovedData},
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

    def objects(
        self, **options: Unpack[RequestOptions]
    ) -> EventStream[Added | ObjectsEventMovedData]:
        """GET /objects."""
        return _OBJECTS.open(self._client, options)

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

    @cached_property
    def with_raw_response(self) -> _RawEventsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawEventsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedEventsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedEventsResource(self._returning("stream"))


class _RawEventsResource:
    def __init__(self, resource: EventsResource) -> None:
        self.item = raw(resource.item)
        self.listed = raw(resource.listed)
        self.named = raw(resource.named)
        self.objects = raw(resource.objects)
        self.plain = raw(resource.plain)
        self.text = raw(resource.text)
        self.unknown = raw(resource.unknown)
        self.variants = raw(resource.variants)


class _StreamedEventsResource:
    def __init__(self, resource: EventsResource) -> None:
        self.item = streamed(resource.item)
        self.listed = streamed(resource.listed)
        self.named = streamed(resource.named)
        self.objects = streamed(resource.objects)
        self.plain = streamed(resource.plain)
        self.text = streamed(resource.text)
        self.unknown = streamed(resource.unknown)
        self.variants = streamed(resource.variants)


class AsyncEventsResource(Resource[AsyncBaseClient]):
    """Async version of `EventsResource`."""

    async def item(self, **options: Unpack[RequestOptions]) -> AsyncEventStream[Added]:
        """GET /item."""
        return await _ITEM.async_open(self._client, options)

    async def listed(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncEventStream[Added]:
        """GET /listed."""
        return await _LISTED.async_open(self._client, options)

    async def named(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncEventStream[str | Added | NamedEventRemovedData]:
        """GET /named."""
        return await _NAMED.async_open(self._client, options)

    async def objects(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncEventStream[Added | ObjectsEventMovedData]:
        """GET /objects."""
        return await _OBJECTS.async_open(self._client, options)

    async def plain(self, **options: Unpack[RequestOptions]) -> AsyncEventStream[Added]:
        """GET /plain."""
        return await _PLAIN.async_open(self._client, options)

    async def text(self, **options: Unpack[RequestOptions]) -> AsyncEventStream[str]:
        """GET /text."""
        return await _TEXT.async_open(self._client, options)

    async def unknown(self, **options: Unpack[RequestOptions]) -> AsyncEventStream[Any]:
        """GET /unknown."""
        return await _UNKNOWN.async_open(self._client, options)

    async def variants(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncEventStream[Added]:
        """GET /variants."""
        return await _VARIANTS.async_open(self._client, options)

    @cached_property
    def with_raw_response(self) -> _RawAsyncEventsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncEventsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncEventsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncEventsResource(self._returning("stream"))


class _RawAsyncEventsResource:
    def __init__(self, resource: AsyncEventsResource) -> None:
        self.item = async_raw(resource.item)
        self.listed = async_raw(resource.listed)
        self.named = async_raw(resource.named)
        self.objects = async_raw(resource.objects)
        self.plain = async_raw(resource.plain)
        self.text = async_raw(resource.text)
        self.unknown = async_raw(resource.unknown)
        self.variants = async_raw(resource.variants)


class _StreamedAsyncEventsResource:
    def __init__(self, resource: AsyncEventsResource) -> None:
        self.item = async_streamed(resource.item)
        self.listed = async_streamed(resource.listed)
        self.named = async_streamed(resource.named)
        self.objects = async_streamed(resource.objects)
        self.plain = async_streamed(resource.plain)
        self.text = async_streamed(resource.text)
        self.unknown = async_streamed(resource.unknown)
        self.variants = async_streamed(resource.variants)
