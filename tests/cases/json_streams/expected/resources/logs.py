# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from typing import Any, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.json_streams import LinesOperation, SequenceOperation
from .._runtime.operation import Operation, RequestOptions
from .._runtime.streams import AsyncStream, Stream
from ..models import Log, TailPlacesItem

_LIST_OLD: Operation[list[Log]] = Operation(
    "GET /old",
    success={200: list[Log]},
)

_LIST_OLD_STREAM: LinesOperation[Log] = LinesOperation(
    "GET /old",
    accept="application/x-ndjson",
    success={200: Log},
)

_RAW: LinesOperation[Any] = LinesOperation(
    "GET /raw",
    accept="application/x-ndjson",
    success={200: Any},
)

_TAIL: LinesOperation[Log] = LinesOperation(
    "GET /logs",
    accept="application/jsonl",
    success={200: Log},
)

_TAIL_PLACES: SequenceOperation[TailPlacesItem] = SequenceOperation(
    "GET /places",
    accept="application/geo+json-seq",
    success={200: TailPlacesItem},
)


class LogsResource(Resource[BaseClient]):
    """The operations of `client.logs`."""

    def list_old(self, **options: Unpack[RequestOptions]) -> list[Log]:
        """GET /old."""
        return self._client.call(_LIST_OLD(options))

    def list_old_stream(self, **options: Unpack[RequestOptions]) -> Stream[Log]:
        """`list_old`, answered by a stream: JSON lines."""
        return _LIST_OLD_STREAM.open(self._client, options)

    def raw(self, **options: Unpack[RequestOptions]) -> Stream[Any]:
        """GET /raw."""
        return _RAW.open(self._client, options)

    def tail(self, **options: Unpack[RequestOptions]) -> Stream[Log]:
        """GET /logs."""
        return _TAIL.open(self._client, options)

    def tail_places(self, **options: Unpack[RequestOptions]) -> Stream[TailPlacesItem]:
        """GET /places."""
        return _TAIL_PLACES.open(self._client, options)


class AsyncLogsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `LogsResource`."""

    async def list_old(self, **options: Unpack[RequestOptions]) -> list[Log]:
        """Asynchronous twin of `LogsResource.list_old`."""
        return await self._client.call(_LIST_OLD(options))

    async def list_old_stream(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncStream[Log]:
        """Asynchronous twin of `LogsResource.list_old_stream`."""
        return await _LIST_OLD_STREAM.async_open(self._client, options)

    async def raw(self, **options: Unpack[RequestOptions]) -> AsyncStream[Any]:
        """Asynchronous twin of `LogsResource.raw`."""
        return await _RAW.async_open(self._client, options)

    async def tail(self, **options: Unpack[RequestOptions]) -> AsyncStream[Log]:
        """Asynchronous twin of `LogsResource.tail`."""
        return await _TAIL.async_open(self._client, options)

    async def tail_places(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncStream[TailPlacesItem]:
        """Asynchronous twin of `LogsResource.tail_places`."""
        return await _TAIL_PLACES.async_open(self._client, options)
