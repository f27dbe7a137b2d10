# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.counted_pages import OffsetPagination
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pages import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
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
    ) -> Page[str, ListThingsResponse]:
        """GET /things."""
        return _LIST.pages(self._client, options, offset=offset)

    def list_names(
        self,
        *,
        skip: int | None = None,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str, builtins.list[str]]:
        """GET /names."""
        return _LIST_NAMES.pages(self._client, options, skip=skip, limit=limit)

    def list_users(
        self,
        *,
        start_index: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str, ListUsersResponse]:
        """GET /Users."""
        return _LIST_USERS.pages(self._client, options, start_index=start_index)

    def read_table(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[str]:
        """GET /tables."""
        return self._client.call(_READ_TABLE(options), offset=offset)


class AsyncThingResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingResource`."""

    def list(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str, ListThingsResponse]:
        """Asynchronous twin of `ThingResource.list`."""
        return _LIST.async_pages(self._client, options, offset=offset)

    def list_names(
        self,
        *,
        skip: int | None = None,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str, builtins.list[str]]:
        """Asynchronous twin of `ThingResource.list_names`."""
        return _LIST_NAMES.async_pages(self._client, options, skip=skip, limit=limit)

    def list_users(
        self,
        *,
        start_index: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str, ListUsersResponse]:
        """Asynchronous twin of `ThingResource.list_users`."""
        return _LIST_USERS.async_pages(self._client, options, start_index=start_index)

    async def read_table(
        self,
        *,
        offset: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[str]:
        """Asynchronous twin of `ThingResource.read_table`."""
        return await self._client.call(_READ_TABLE(options), offset=offset)
