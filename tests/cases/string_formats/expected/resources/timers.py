# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/timers`."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Unpack
from uuid import UUID

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.http_dates import HTTPDate
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header, Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import Timer

_LIST: Operation[list[Timer]] = Operation(
    "GET /timers",
    parameters={
        "longer_than": Query("longer_than"),
        "since": Query("since"),
        "changed_since": Header("changed-since", of=HTTPDate),
        "limit": Header("limit"),
    },
    success={200: list[Timer]},
)

_START: Operation[None] = Operation(
    "POST /timers",
    body=Fields(Timer),
    success={204: None},
)


class TimersResource(Resource[BaseClient]):
    """The operations of `client.timers`."""

    def list(
        self,
        *,
        longer_than: timedelta,
        since: datetime | None = None,
        changed_since: HTTPDate | None = None,
        limit: timedelta | None = None,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[Timer]:
        """GET /timers.

        Args:
            longer_than: `longer_than` in the query.
            since: `since` in the query.
            changed_since: The header `changed-since`.
            limit: Default: `PT30S`.
        """
        return self._client.call(
            _LIST(options),
            longer_than=longer_than,
            since=since,
            changed_since=changed_since,
            limit=limit,
        )

    def start(
        self,
        *,
        id: UUID | str,
        length: timedelta,
        pause: timedelta | None | Unset = UNSET,
        laps: Sequence[timedelta] | None = None,
        day: date | None = None,
        posted: HTTPDate | None = None,
        at: time | None = None,
        price: Decimal | None = None,
        seal: bytes | None = None,
        owner: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /timers.

        Args:
            id: `id` in the body.
            length: `length` in the body.
            pause: `pause` in the body.
            laps: `laps` in the body.
            day: `day` in the body.
            posted: `posted` in the body.
            at: `at` in the body.
            price: `price` in the body.
            seal: `seal` in the body.
            owner: `owner` in the body.
        """
        return self._client.call(
            _START(options),
            id=id,
            length=length,
            pause=pause,
            laps=laps,
            day=day,
            posted=posted,
            at=at,
            price=price,
            seal=seal,
            owner=owner,
        )

    @cached_property
    def with_raw_response(self) -> _RawTimersResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawTimersResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedTimersResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedTimersResource(self._returning("stream"))


class _RawTimersResource:
    def __init__(self, resource: TimersResource) -> None:
        self.list = raw(resource.list)
        self.start = raw(resource.start)


class _StreamedTimersResource:
    def __init__(self, resource: TimersResource) -> None:
        self.list = streamed(resource.list)
        self.start = streamed(resource.start)


class AsyncTimersResource(Resource[AsyncBaseClient]):
    """Async version of `TimersResource`."""

    async def list(
        self,
        *,
        longer_than: timedelta,
        since: datetime | None = None,
        changed_since: HTTPDate | None = None,
        limit: timedelta | None = None,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[Timer]:
        """GET /timers.

        Args:
            longer_than: `longer_than` in the query.
            since: `since` in the query.
            changed_since: The header `changed-since`.
            limit: Default: `PT30S`.
        """
        return await self._client.call(
            _LIST(options),
            longer_than=longer_than,
            since=since,
            changed_since=changed_since,
            limit=limit,
        )

    async def start(
        self,
        *,
        id: UUID | str,
        length: timedelta,
        pause: timedelta | None | Unset = UNSET,
        laps: Sequence[timedelta] | None = None,
        day: date | None = None,
        posted: HTTPDate | None = None,
        at: time | None = None,
        price: Decimal | None = None,
        seal: bytes | None = None,
        owner: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /timers.

        Args:
            id: `id` in the body.
            length: `length` in the body.
            pause: `pause` in the body.
            laps: `laps` in the body.
            day: `day` in the body.
            posted: `posted` in the body.
            at: `at` in the body.
            price: `price` in the body.
            seal: `seal` in the body.
            owner: `owner` in the body.
        """
        return await self._client.call(
            _START(options),
            id=id,
            length=length,
            pause=pause,
            laps=laps,
            day=day,
            posted=posted,
            at=at,
            price=price,
            seal=seal,
            owner=owner,
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncTimersResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncTimersResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncTimersResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncTimersResource(self._returning("stream"))


class _RawAsyncTimersResource:
    def __init__(self, resource: AsyncTimersResource) -> None:
        self.list = async_raw(resource.list)
        self.start = async_raw(resource.start)


class _StreamedAsyncTimersResource:
    def __init__(self, resource: AsyncTimersResource) -> None:
        self.list = async_streamed(resource.list)
        self.start = async_streamed(resource.start)
