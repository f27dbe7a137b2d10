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
from .._runtime.number_pagination import NumberPagination
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import GetThingResponse, ListThingsResponse

_GET: Operation[GetThingResponse] = Operation(
    "GET /things/{id}",
    parameters={
        "page": Query("page"),
        "page_size": Query("page_size"),
    },
    success={200: GetThingResponse},
)

_LIST: PagedOperation[ListThingsResponse] = PagedOperation(
    "GET /things",
    pagination=NumberPagination(
        "things", "page_number", page="meta.page", pages="meta.total_pages"
    ),
    parameters={"page_number": Query("pageNumber")},
    success={200: ListThingsResponse},
)

_LIST_NAMES: PagedOperation[list[str]] = PagedOperation(
    "GET /names",
    pagination=NumberPagination("", "page", first=0),
    parameters={
        "page": Query("page"),
        "per_page": Query("per_page"),
    },
    success={200: list[str]},
)


class ThingResource(Resource[BaseClient]):
    """The operations of `client.thing`."""

    def get(
        self,
        id: str,
        /,
        *,
        page: int | None = None,
        page_size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> GetThingResponse:
        """GET /things/{id}.

        Args:
            id: `id` in the path.
            page: `page` in the query.
            page_size: `page_size` in the query.
        """
        return self._client.call(_GET(options, id), page=page, page_size=page_size)

    def list(
        self,
        *,
        page_number: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /things.

        Args:
            page_number: `pageNumber` in the query.
        """
        return _LIST.pages(self._client, options, page_number=page_number)

    def list_names(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /names.

        Args:
            page: Default: `0`.
            per_page: `per_page` in the query.
        """
        return _LIST_NAMES.pages(self._client, options, page=page, per_page=per_page)

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
        self.get = raw(resource.get)
        self.list = raw(resource.list)
        self.list_names = raw(resource.list_names)


class _StreamedThingResource:
    def __init__(self, resource: ThingResource) -> None:
        self.get = streamed(resource.get)
        self.list = streamed(resource.list)
        self.list_names = streamed(resource.list_names)


class AsyncThingResource(Resource[AsyncBaseClient]):
    """Async version of `ThingResource`."""

    async def get(
        self,
        id: str,
        /,
        *,
        page: int | None = None,
        page_size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> GetThingResponse:
        """GET /things/{id}.

        Args:
            id: `id` in the path.
            page: `page` in the query.
            page_size: `page_size` in the query.
        """
        return await self._client.call(
            _GET(options, id), page=page, page_size=page_size
        )

    def list(
        self,
        *,
        page_number: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /things.

        Args:
            page_number: `pageNumber` in the query.
        """
        return _LIST.async_pages(self._client, options, page_number=page_number)

    def list_names(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /names.

        Args:
            page: Default: `0`.
            per_page: `per_page` in the query.
        """
        return _LIST_NAMES.async_pages(
            self._client, options, page=page, per_page=per_page
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
        self.get = async_raw(resource.get)
        self.list = async_raw(resource.list)
        self.list_names = async_raw(resource.list_names)


class _StreamedAsyncThingResource:
    def __init__(self, resource: AsyncThingResource) -> None:
        self.get = async_streamed(resource.get)
        self.list = async_streamed(resource.list)
        self.list_names = async_streamed(resource.list_names)
