# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.link_pagination import URLPagination
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import (
    ListAccountsResponse,
    ListEventsResponse,
    ListLogsResponse,
    ListNamesResponse,
    ListStepsResponse,
    ListThingsResponse,
)

_LIST: PagedOperation[ListThingsResponse] = PagedOperation(
    "GET /things",
    pagination=URLPagination("things", "meta.next_page_url"),
    parameters={
        "page_token": Query("PageToken"),
        "page": Query("Page"),
    },
    success={200: ListThingsResponse},
)

_LIST_ACCOUNTS: PagedOperation[ListAccountsResponse] = PagedOperation(
    "GET /accounts",
    pagination=URLPagination("results", "next"),
    parameters={"cursor": Query("cursor")},
    success={200: ListAccountsResponse},
)

_LIST_EVENTS: PagedOperation[ListEventsResponse] = PagedOperation(
    "GET /events",
    pagination=URLPagination("events", "next_page"),
    parameters={"page_token": Query("page-token")},
    success={200: ListEventsResponse},
)

_LIST_LOGS: PagedOperation[ListLogsResponse] = PagedOperation(
    "GET /logs",
    pagination=URLPagination("data", "next_cursor"),
    parameters={"cursor": Query("cursor")},
    success={200: ListLogsResponse},
)

_LIST_NAMES: PagedOperation[ListNamesResponse] = PagedOperation(
    "GET /names",
    pagination=URLPagination("results", "next"),
    success={200: ListNamesResponse},
)

_LIST_STEPS: Operation[ListStepsResponse] = Operation(
    "GET /steps",
    success={200: ListStepsResponse},
)


class ThingResource(Resource[BaseClient]):
    """The operations of `client.thing`."""

    def list(
        self,
        *,
        page_token: str | None = None,
        page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /things.

        Args:
            page_token: `PageToken` in the query.
            page: `Page` in the query.
        """
        return _LIST.pages(self._client, options, page_token=page_token, page=page)

    def list_accounts(
        self,
        *,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /accounts.

        Args:
            cursor: `cursor` in the query.
        """
        return _LIST_ACCOUNTS.pages(self._client, options, cursor=cursor)

    def list_events(
        self,
        *,
        page_token: str,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /events.

        Args:
            page_token: `page-token` in the query.
        """
        return _LIST_EVENTS.pages(self._client, options, page_token=page_token)

    def list_logs(
        self,
        *,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /logs.

        Args:
            cursor: `cursor` in the query.
        """
        return _LIST_LOGS.pages(self._client, options, cursor=cursor)

    def list_names(self, **options: Unpack[RequestOptions]) -> Page[str]:
        """GET /names."""
        return _LIST_NAMES.pages(self._client, options)

    def list_steps(self, **options: Unpack[RequestOptions]) -> ListStepsResponse:
        """GET /steps."""
        return self._client.call(_LIST_STEPS(options))

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
        self.list_accounts = raw(resource.list_accounts)
        self.list_events = raw(resource.list_events)
        self.list_logs = raw(resource.list_logs)
        self.list_names = raw(resource.list_names)
        self.list_steps = raw(resource.list_steps)


class _StreamedThingResource:
    def __init__(self, resource: ThingResource) -> None:
        self.list = streamed(resource.list)
        self.list_accounts = streamed(resource.list_accounts)
        self.list_events = streamed(resource.list_events)
        self.list_logs = streamed(resource.list_logs)
        self.list_names = streamed(resource.list_names)
        self.list_steps = streamed(resource.list_steps)


class AsyncThingResource(Resource[AsyncBaseClient]):
    """Async version of `ThingResource`."""

    def list(
        self,
        *,
        page_token: str | None = None,
        page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /things.

        Args:
            page_token: `PageToken` in the query.
            page: `Page` in the query.
        """
        return _LIST.async_pages(
            self._client, options, page_token=page_token, page=page
        )

    def list_accounts(
        self,
        *,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /accounts.

        Args:
            cursor: `cursor` in the query.
        """
        return _LIST_ACCOUNTS.async_pages(self._client, options, cursor=cursor)

    def list_events(
        self,
        *,
        page_token: str,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /events.

        Args:
            page_token: `page-token` in the query.
        """
        return _LIST_EVENTS.async_pages(self._client, options, page_token=page_token)

    def list_logs(
        self,
        *,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /logs.

        Args:
            cursor: `cursor` in the query.
        """
        return _LIST_LOGS.async_pages(self._client, options, cursor=cursor)

    def list_names(self, **options: Unpack[RequestOptions]) -> AsyncPager[str]:
        """GET /names."""
        return _LIST_NAMES.async_pages(self._client, options)

    async def list_steps(self, **options: Unpack[RequestOptions]) -> ListStepsResponse:
        """GET /steps."""
        return await self._client.call(_LIST_STEPS(options))

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
        self.list_accounts = async_raw(resource.list_accounts)
        self.list_events = async_raw(resource.list_events)
        self.list_logs = async_raw(resource.list_logs)
        self.list_names = async_raw(resource.list_names)
        self.list_steps = async_raw(resource.list_steps)


class _StreamedAsyncThingResource:
    def __init__(self, resource: AsyncThingResource) -> None:
        self.list = async_streamed(resource.list)
        self.list_accounts = async_streamed(resource.list_accounts)
        self.list_events = async_streamed(resource.list_events)
        self.list_logs = async_streamed(resource.list_logs)
        self.list_names = async_streamed(resource.list_names)
        self.list_steps = async_streamed(resource.list_steps)
