# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack
from uuid import UUID

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cursor_pagination import TokenPagination
from .._runtime.number_pagination import NumberPagination, OffsetPagination
from .._runtime.operation import RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import ListFilesResponse, ListKeysResponse, ListRunsResponse

_LIST: PagedOperation[ListRunsResponse] = PagedOperation(
    "GET /runs",
    pagination=TokenPagination(
        "runs",
        "next_cursor",
        "cursor",
        fallback=OffsetPagination("runs", "offset", total="total_entries"),
    ),
    parameters={
        "cursor": Query("cursor"),
        "limit": Query("limit"),
        "offset": Query("offset"),
    },
    success={200: ListRunsResponse},
)

_LIST_FILES: PagedOperation[ListFilesResponse] = PagedOperation(
    "GET /files",
    pagination=TokenPagination(
        "items",
        "meta.next_page_token",
        "page_token",
        more="meta.has_more",
        fallback=NumberPagination(
            "items", "page", pages="meta.total_pages", more="meta.has_more"
        ),
    ),
    parameters={
        "page_token": Query("page_token"),
        "page": Query("page"),
    },
    success={200: ListFilesResponse},
)

_LIST_KEYS: PagedOperation[ListKeysResponse] = PagedOperation(
    "GET /keys",
    pagination=TokenPagination("keys", "next_cursor", "cursor", more="has_more"),
    parameters={"cursor": Query("cursor")},
    success={200: ListKeysResponse},
)


class RunResource(Resource[BaseClient]):
    """The operations of `client.run`."""

    def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /runs.

        Args:
            cursor: `cursor` in the query.
            limit: Default: `50`.
            offset: Default: `0`.
        """
        return _LIST.pages(
            self._client, options, cursor=cursor, limit=limit, offset=offset
        )

    def list_files(
        self,
        *,
        page_token: str | None = None,
        page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /files.

        Args:
            page_token: `page_token` in the query.
            page: `page` in the query.
        """
        return _LIST_FILES.pages(
            self._client, options, page_token=page_token, page=page
        )

    def list_keys(
        self,
        *,
        cursor: UUID | str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /keys.

        Args:
            cursor: `cursor` in the query.
        """
        return _LIST_KEYS.pages(self._client, options, cursor=cursor)

    @cached_property
    def with_raw_response(self) -> _RawRunResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawRunResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedRunResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedRunResource(self._returning("stream"))


class _RawRunResource:
    def __init__(self, resource: RunResource) -> None:
        self.list = raw(resource.list)
        self.list_files = raw(resource.list_files)
        self.list_keys = raw(resource.list_keys)


class _StreamedRunResource:
    def __init__(self, resource: RunResource) -> None:
        self.list = streamed(resource.list)
        self.list_files = streamed(resource.list_files)
        self.list_keys = streamed(resource.list_keys)


class AsyncRunResource(Resource[AsyncBaseClient]):
    """Async version of `RunResource`."""

    def list(
        self,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /runs.

        Args:
            cursor: `cursor` in the query.
            limit: Default: `50`.
            offset: Default: `0`.
        """
        return _LIST.async_pages(
            self._client, options, cursor=cursor, limit=limit, offset=offset
        )

    def list_files(
        self,
        *,
        page_token: str | None = None,
        page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /files.

        Args:
            page_token: `page_token` in the query.
            page: `page` in the query.
        """
        return _LIST_FILES.async_pages(
            self._client, options, page_token=page_token, page=page
        )

    def list_keys(
        self,
        *,
        cursor: UUID | str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /keys.

        Args:
            cursor: `cursor` in the query.
        """
        return _LIST_KEYS.async_pages(self._client, options, cursor=cursor)

    @cached_property
    def with_raw_response(self) -> _RawAsyncRunResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncRunResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncRunResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncRunResource(self._returning("stream"))


class _RawAsyncRunResource:
    def __init__(self, resource: AsyncRunResource) -> None:
        self.list = async_raw(resource.list)
        self.list_files = async_raw(resource.list_files)
        self.list_keys = async_raw(resource.list_keys)


class _StreamedAsyncRunResource:
    def __init__(self, resource: AsyncRunResource) -> None:
        self.list = async_streamed(resource.list)
        self.list_files = async_streamed(resource.list_files)
        self.list_keys = async_streamed(resource.list_keys)
