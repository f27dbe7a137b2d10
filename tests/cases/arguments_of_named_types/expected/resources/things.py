# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/things`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import NewThing

if TYPE_CHECKING:
    from ..models import (
        ID,
        Labels,
        Moment,
        NewThingInline,
        NewThingInlineDict,
        Parts,
        PartsDict,
        Shape,
        ShapeDict,
        Tags,
        Value,
        Vectors,
    )

_CREATE: Operation[None] = Operation(
    "POST /things",
    body=Fields(NewThing),
    success={204: None},
)

_LIST: Operation[None] = Operation(
    "GET /things",
    parameters={
        "since": Query("since"),
        "tags": Query("tags"),
        "owner": Query("owner"),
    },
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def create(
        self,
        *,
        vectors: Vectors | Sequence[Sequence[float]] | Sequence[str | None],
        labels: Labels | Mapping[str, str] | None = None,
        parts: Parts | PartsDict | None = None,
        shape: Shape | ShapeDict | None = None,
        value: Value | Sequence[Value] | None = None,
        inline: NewThingInline | NewThingInlineDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /things.

        Args:
            vectors: `vectors` in the body.
            labels: `labels` in the body.
            parts: `parts` in the body.
            shape: `shape` in the body.
            value: `value` in the body.
            inline: `inline` in the body.
        """
        return self._client.call(
            _CREATE(options),
            vectors=vectors,
            labels=labels,
            parts=parts,
            shape=shape,
            value=value,
            inline=inline,
        )

    def list(
        self,
        *,
        since: Moment | None = None,
        tags: Tags | Sequence[str] | None = None,
        owner: ID | str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /things.

        Args:
            since: `since` in the query.
            tags: `tags` in the query.
            owner: `owner` in the query.
        """
        return self._client.call(_LIST(options), since=since, tags=tags, owner=owner)

    @cached_property
    def with_raw_response(self) -> _RawThingsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawThingsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedThingsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedThingsResource(self._returning("stream"))


class _RawThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.create = raw(resource.create)
        self.list = raw(resource.list)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.create = streamed(resource.create)
        self.list = streamed(resource.list)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def create(
        self,
        *,
        vectors: Vectors | Sequence[Sequence[float]] | Sequence[str | None],
        labels: Labels | Mapping[str, str] | None = None,
        parts: Parts | PartsDict | None = None,
        shape: Shape | ShapeDict | None = None,
        value: Value | Sequence[Value] | None = None,
        inline: NewThingInline | NewThingInlineDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /things.

        Args:
            vectors: `vectors` in the body.
            labels: `labels` in the body.
            parts: `parts` in the body.
            shape: `shape` in the body.
            value: `value` in the body.
            inline: `inline` in the body.
        """
        return await self._client.call(
            _CREATE(options),
            vectors=vectors,
            labels=labels,
            parts=parts,
            shape=shape,
            value=value,
            inline=inline,
        )

    async def list(
        self,
        *,
        since: Moment | None = None,
        tags: Tags | Sequence[str] | None = None,
        owner: ID | str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /things.

        Args:
            since: `since` in the query.
            tags: `tags` in the query.
            owner: `owner` in the query.
        """
        return await self._client.call(
            _LIST(options), since=since, tags=tags, owner=owner
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncThingsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncThingsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncThingsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncThingsResource(self._returning("stream"))


class _RawAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.create = async_streamed(resource.create)
        self.list = async_streamed(resource.list)
