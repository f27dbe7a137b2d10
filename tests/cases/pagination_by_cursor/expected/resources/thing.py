# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cursor_pagination import CursorPagination
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import ListThingsResponse, ThingResponse

if TYPE_CHECKING:
    from ..models import Thing

_LIST: PagedOperation[ListThingsResponse] = PagedOperation(
    "GET /things",
    pagination=CursorPagination("data", "last_id", "after", more="has_more"),
    parameters={"after": Query("after")},
    success={200: ListThingsResponse},
)

_LIST_BY_DATE: Operation[ThingResponse] = Operation(
    "GET /dates",
    parameters={"after": Query("after")},
    success={200: ThingResponse},
)

_LIST_CHARGES: PagedOperation[ThingResponse] = PagedOperation(
    "GET /charges",
    pagination=CursorPagination(
        "data", "id", "starting_after", more="has_more", last=True
    ),
    parameters={"starting_after": Query("starting_after")},
    success={200: ThingResponse},
)


class ThingResource(Resource[BaseClient]):
    """The operations of `client.thing`."""

    def list(
        self,
        *,
        after: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Thing]:
        """GET /things.

        Args:
            after: `after` in the query.
        """
        return _LIST.pages(self._client, options, after=after)

    def list_by_date(
        self,
        *,
        after: date | None = None,
        **options: Unpack[RequestOptions],
    ) -> ThingResponse:
        """GET /dates.

        Args:
            after: `after` in the query.
        """
        return self._client.call(_LIST_BY_DATE(options), after=after)

    def list_charges(
        self,
        *,
        starting_after: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Thing]:
        """GET /charges.

        Args:
            starting_after: `starting_after` in the query.
        """
        return _LIST_CHARGES.pages(self._client, options, starting_after=starting_after)

    @cached_property
    def with_raw_response(self) -> _RawThingResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawThingResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedThingResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedThingResource(self._returning("stream"))


class _RawThingResource:
    def __init__(self, resource: ThingResource) -> None:
        self.list = raw(resource.list)
        self.list_by_date = raw(resource.list_by_date)
        self.list_charges = raw(resource.list_charges)


class _StreamedThingResource:
    def __init__(self, resource: ThingResource) -> None:
        self.list = streamed(resource.list)
        self.list_by_date = streamed(resource.list_by_date)
        self.list_charges = streamed(resource.list_charges)


class AsyncThingResource(Resource[AsyncBaseClient]):
    """Async version of `ThingResource`."""

    def list(
        self,
        *,
        after: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Thing]:
        """GET /things.

        Args:
            after: `after` in the query.
        """
        return _LIST.async_pages(self._client, options, after=after)

    async def list_by_date(
        self,
        *,
        after: date | None = None,
        **options: Unpack[RequestOptions],
    ) -> ThingResponse:
        """GET /dates.

        Args:
            after: `after` in the query.
        """
        return await self._client.call(_LIST_BY_DATE(options), after=after)

    def list_charges(
        self,
        *,
        starting_after: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Thing]:
        """GET /charges.

        Args:
            starting_after: `starting_after` in the query.
        """
        return _LIST_CHARGES.async_pages(
            self._client, options, starting_after=starting_after
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncThingResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncThingResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncThingResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncThingResource(self._returning("stream"))


class _RawAsyncThingResource:
    def __init__(self, resource: AsyncThingResource) -> None:
        self.list = async_raw(resource.list)
        self.list_by_date = async_raw(resource.list_by_date)
        self.list_charges = async_raw(resource.list_charges)


class _StreamedAsyncThingResource:
    def __init__(self, resource: AsyncThingResource) -> None:
        self.list = async_streamed(resource.list)
        self.list_by_date = async_streamed(resource.list_by_date)
        self.list_charges = async_streamed(resource.list_charges)
