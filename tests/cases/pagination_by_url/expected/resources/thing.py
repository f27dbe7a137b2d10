# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.linked_pages import URLPagination
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pages import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from ..models import ListNamesResponse, ListStepsResponse, ListThingsResponse

_LIST: PagedOperation[ListThingsResponse] = PagedOperation(
    "GET /things",
    pagination=URLPagination("things", "meta.next_page_url"),
    parameters={
        "page_token": Query("PageToken"),
        "page": Query("Page"),
    },
    success={200: ListThingsResponse},
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
    ) -> Page[str, ListThingsResponse]:
        """GET /things."""
        return _LIST.pages(self._client, options, page_token=page_token, page=page)

    def list_names(
        self, **options: Unpack[RequestOptions]
    ) -> Page[str, ListNamesResponse]:
        """GET /names."""
        return _LIST_NAMES.pages(self._client, options)

    def list_steps(self, **options: Unpack[RequestOptions]) -> ListStepsResponse:
        """GET /steps."""
        return self._client.call(_LIST_STEPS(options))


class AsyncThingResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingResource`."""

    def list(
        self,
        *,
        page_token: str | None = None,
        page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str, ListThingsResponse]:
        """Asynchronous twin of `ThingResource.list`."""
        return _LIST.async_pages(
            self._client, options, page_token=page_token, page=page
        )

    def list_names(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPager[str, ListNamesResponse]:
        """Asynchronous twin of `ThingResource.list_names`."""
        return _LIST_NAMES.async_pages(self._client, options)

    async def list_steps(self, **options: Unpack[RequestOptions]) -> ListStepsResponse:
        """Asynchronous twin of `ThingResource.list_steps`."""
        return await self._client.call(_LIST_STEPS(options))
