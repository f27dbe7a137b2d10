# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cursor_pages import CursorPagination
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pages import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from ..models import ListByDateResponse, ListChargesResponse, ListThingsResponse

if TYPE_CHECKING:
    from ..models import Thing

_LIST: PagedOperation[ListThingsResponse] = PagedOperation(
    "GET /things",
    pagination=CursorPagination("data", "last_id", "after", more="has_more"),
    parameters={"after": Query("after")},
    success={200: ListThingsResponse},
)

_LIST_BY_DATE: Operation[ListByDateResponse] = Operation(
    "GET /dates",
    parameters={"after": Query("after")},
    success={200: ListByDateResponse},
)

_LIST_CHARGES: PagedOperation[ListChargesResponse] = PagedOperation(
    "GET /charges",
    pagination=CursorPagination(
        "data", "id", "starting_after", more="has_more", last=True
    ),
    parameters={"starting_after": Query("starting_after")},
    success={200: ListChargesResponse},
)


class ThingResource(Resource[BaseClient]):
    """The operations of `client.thing`."""

    def list(
        self,
        *,
        after: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Thing, ListThingsResponse]:
        """GET /things."""
        return _LIST.pages(self._client, options, after=after)

    def list_by_date(
        self,
        *,
        after: date | None = None,
        **options: Unpack[RequestOptions],
    ) -> ListByDateResponse:
        """GET /dates."""
        return self._client.call(_LIST_BY_DATE(options), after=after)

    def list_charges(
        self,
        *,
        starting_after: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Thing, ListChargesResponse]:
        """GET /charges."""
        return _LIST_CHARGES.pages(self._client, options, starting_after=starting_after)


class AsyncThingResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingResource`."""

    def list(
        self,
        *,
        after: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Thing, ListThingsResponse]:
        """Asynchronous twin of `ThingResource.list`."""
        return _LIST.async_pages(self._client, options, after=after)

    async def list_by_date(
        self,
        *,
        after: date | None = None,
        **options: Unpack[RequestOptions],
    ) -> ListByDateResponse:
        """Asynchronous twin of `ThingResource.list_by_date`."""
        return await self._client.call(_LIST_BY_DATE(options), after=after)

    def list_charges(
        self,
        *,
        starting_after: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Thing, ListChargesResponse]:
        """Asynchronous twin of `ThingResource.list_charges`."""
        return _LIST_CHARGES.async_pages(
            self._client, options, starting_after=starting_after
        )
