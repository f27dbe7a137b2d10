# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

import builtins
from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.number_pagination import OffsetPagination
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import ListThingsResponse, ListUsersResponse

_LIST: PagedOperation[ListThingsResponse] = PagedOperation(
    "GET /things",
    pagination=OffsetPagination("entries", "offset", total="total_count"),
    parameters={"offset": Query("offset")},
    success={200: ListThingsResponse},
)

_LIST_NAMES: PagedOperation[list[str]] = PagedOperation(
    "GET /names",
    pagination=OffsetPagination("", "skip"),
    parameters={
        "skip": Query("skip"),
        "limit": Query("limit"),
    },
    success={200: list[str]},
)

_LIST_USERS: PagedOperation[ListUsersResponse] = PagedOperation(
    "GET /Users",
    accept="application/scim+json",
    pagination=OffsetPagination(
        "resources", "start_index", total="total_results", first=1
    ),
    parameters={"start_index": Query("startIndex")},
    success={200: ListUsersResponse},
)

_READ_TABLE: Operation[list[str]] = Operation(
    "GET /tables",
    parameters={"offset": Query("offset")},
    success={200: list[str]},
)


class ThingResource(Resource[BaseClient]):
    """The operations of `client.thing`."""

    def list(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /things.

        Args:
            offset: `offset` in the query.
        """
        return _LIST.pages(self._client, options, offset=offset)

    def list_names(
        self,
        *,
        skip: int | None = None,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /names.

        Args:
            skip: `skip` in the query.
            limit: `limit` in the query.
        """
        return _LIST_NAMES.pages(self._client, options, skip=skip, limit=limit)

    def list_users(
        self,
        *,
        start_index: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /Users.

        Args:
            start_index: `startIndex` in the query.
        """
        return _LIST_USERS.pages(self._client, options, start_index=start_index)

    def read_table(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[str]:
        """GET /tables.

        Args:
            offset: `offset` in the query.
        """
        return self._client.call(_READ_TABLE(options), offset=offset)

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
        self.list_names = raw(resource.list_names)
        self.list_users = raw(resource.list_users)
        self.read_table = raw(resource.read_table)


class _StreamedThingResource:
    def __init__(self, resource: ThingResource) -> None:
        self.list = streamed(resource.list)
        self.list_names = streamed(resource.list_names)
        self.list_users = streamed(resource.list_users)
        self.read_table = streamed(resource.read_table)


class AsyncThingResource(Resource[AsyncBaseClient]):
    """Async version of `ThingResource`."""

    def list(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /things.

        Args:
            offset: `offset` in the query.
        """
        return _LIST.async_pages(self._client, options, offset=offset)

    def list_names(
        self,
        *,
        skip: int | None = None,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /names.

        Args:
            skip: `skip` in the query.
            limit: `limit` in the query.
        """
        return _LIST_NAMES.async_pages(self._client, options, skip=skip, limit=limit)

    def list_users(
        self,
        *,
        start_index: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /Users.

        Args:
            start_index: `startIndex` in the query.
        """
        return _LIST_USERS.async_pages(self._client, options, start_index=start_index)

    async def read_table(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[str]:
        """GET /tables.

        Args:
            offset: `offset` in the query.
        """
        return await self._client.call(_READ_TABLE(options), offset=offset)

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
        self.list_names = async_raw(resource.list_names)
        self.list_users = async_raw(resource.list_users)
        self.read_table = async_raw(resource.read_table)


class _StreamedAsyncThingResource:
    def __init__(self, resource: AsyncThingResource) -> None:
        self.list = async_streamed(resource.list)
        self.list_names = async_streamed(resource.list_names)
        self.list_users = async_streamed(resource.list_users)
        self.read_table = async_streamed(resource.read_table)
