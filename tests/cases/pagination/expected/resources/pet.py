# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import RequestOptions
from .._runtime.pages import AsyncPager, Page, PagedOperation, TokenPagination
from .._runtime.parameters import Query
from ..models import Pets

_LIST: PagedOperation[Pets] = PagedOperation(
    "GET /pets",
    pagination=TokenPagination("results", "next_page_token", "page_token"),
    parameters={"page_token": Query("pageToken")},
    success={200: Pets},
)


class PetResource(Resource[BaseClient]):
    """The operations of `client.pet`."""

    def list(
        self,
        *,
        page_token: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str, Pets]:
        """GET /pets."""
        return _LIST.pages(self._client, options, page_token=page_token)


class AsyncPetResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `PetResource`."""

    def list(
        self,
        *,
        page_token: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str, Pets]:
        """Asynchronous twin of `PetResource.list`."""
        return _LIST.async_pages(self._client, options, page_token=page_token)
