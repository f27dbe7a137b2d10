# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.counted_pages import NumberPagination
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pages import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
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
        *,
        page: int | None = None,
        page_size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> GetThingResponse:
        """GET /things/{id}."""
        return self._client.call(_GET(options, id), page=page, page_size=page_size)

    def list(
        self,
        *,
        page_number: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str, ListThingsResponse]:
        """GET /things."""
        return _LIST.pages(self._client, options, page_number=page_number)

    def list_names(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str, builtins.list[str]]:
        """GET /names.

        Args:
            page: Default: `0`.
        """
        return _LIST_NAMES.pages(self._client, options, page=page, per_page=per_page)


class AsyncThingResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingResource`."""

    async def get(
        self,
        id: str,
        *,
        page: int | None = None,
        page_size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> GetThingResponse:
        """Asynchronous twin of `ThingResource.get`."""
        return await self._client.call(
            _GET(options, id), page=page, page_size=page_size
        )

    def list(
        self,
        *,
        page_number: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str, ListThingsResponse]:
        """Asynchronous twin of `ThingResource.list`."""
        return _LIST.async_pages(self._client, options, page_number=page_number)

    def list_names(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str, builtins.list[str]]:
        """Asynchronous twin of `ThingResource.list_names`."""
        return _LIST_NAMES.async_pages(
            self._client, options, page=page, per_page=per_page
        )
