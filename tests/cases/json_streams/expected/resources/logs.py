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
from .._runtime.json_streams import LinesOperation, SequenceOperation
from .._runtime.operation import Operation, RequestOptions
from .._runtime.streams import AsyncStream, Stream, signature_of
from .._runtime.views import async_raw, async_streamed, raw, streamed
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

    @signature_of(list_old)
    def list_old_stream(self, *path: Any, **arguments: Any) -> Stream[Log]:
        """`list_old`, with a streamed response: JSON lines."""
        streaming = _LIST_OLD_STREAM.like(self)
        return _LIST_OLD_STREAM.opened(streaming.list_old(*path, **arguments))

    def raw(self, **options: Unpack[RequestOptions]) -> Stream[Any]:
        """GET /raw."""
        return _RAW.open(self._client, options)

    def tail(self, **options: Unpack[RequestOptions]) -> Stream[Log]:
        """GET /logs."""
        return _TAIL.open(self._client, options)

    def tail_places(self, **options: Unpack[RequestOptions]) -> Stream[TailPlacesItem]:
        """GET /places."""
        return _TAIL_PLACES.open(self._client, options)

    @cached_property
    def with_raw_response(self) -> _RawLogsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawLogsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedLogsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedLogsResource(self._returning("stream"))


class _RawLogsResource:
    def __init__(self, resource: LogsResource) -> None:
        self.list_old = raw(resource.list_old)
        self.list_old_stream = raw(resource.list_old_stream)
        self.raw = raw(resource.raw)
        self.tail = raw(resource.tail)
        self.tail_places = raw(resource.tail_places)


class _StreamedLogsResource:
    def __init__(self, resource: LogsResource) -> None:
        self.list_old = streamed(resource.list_old)
        self.list_old_stream = streamed(resource.list_old_stream)
        self.raw = streamed(resource.raw)
        self.tail = streamed(resource.tail)
        self.tail_places = streamed(resource.tail_places)


class AsyncLogsResource(Resource[AsyncBaseClient]):
    """Async version of `LogsResource`."""

    async def list_old(self, **options: Unpack[RequestOptions]) -> list[Log]:
        """GET /old."""
        return await self._client.call(_LIST_OLD(options))

    @signature_of(list_old)
    async def list_old_stream(self, *path: Any, **arguments: Any) -> AsyncStream[Log]:
        """`list_old`, with a streamed response: JSON lines."""
        streaming = _LIST_OLD_STREAM.like(self)
        return _LIST_OLD_STREAM.async_opened(
            await streaming.list_old(*path, **arguments)
        )

    async def raw(self, **options: Unpack[RequestOptions]) -> AsyncStream[Any]:
        """GET /raw."""
        return await _RAW.async_open(self._client, options)

    async def tail(self, **options: Unpack[RequestOptions]) -> AsyncStream[Log]:
        """GET /logs."""
        return await _TAIL.async_open(self._client, options)

    async def tail_places(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncStream[TailPlacesItem]:
        """GET /places."""
        return await _TAIL_PLACES.async_open(self._client, options)

    @cached_property
    def with_raw_response(self) -> _RawAsyncLogsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncLogsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncLogsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncLogsResource(self._returning("stream"))


class _RawAsyncLogsResource:
    def __init__(self, resource: AsyncLogsResource) -> None:
        self.list_old = async_raw(resource.list_old)
        self.list_old_stream = async_raw(resource.list_old_stream)
        self.raw = async_raw(resource.raw)
        self.tail = async_raw(resource.tail)
        self.tail_places = async_raw(resource.tail_places)


class _StreamedAsyncLogsResource:
    def __init__(self, resource: AsyncLogsResource) -> None:
        self.list_old = async_streamed(resource.list_old)
        self.list_old_stream = async_streamed(resource.list_old_stream)
        self.raw = async_streamed(resource.raw)
        self.tail = async_streamed(resource.tail)
        self.tail_places = async_streamed(resource.tail_places)
