# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.linked_pages import LinkPagination
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pages import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from ..models import GetThingResponse, ListSecretsResponse

_GET: Operation[GetThingResponse] = Operation(
    "GET /thing",
    success={200: GetThingResponse},
)

_LIST: PagedOperation[list[str]] = PagedOperation(
    "GET /things",
    pagination=LinkPagination(),
    success={200: list[str]},
)

_LIST_SECRETS: PagedOperation[ListSecretsResponse] = PagedOperation(
    "GET /secrets",
    pagination=LinkPagination("secrets"),
    parameters={
        "page": Query("page"),
        "per_page": Query("per_page"),
    },
    success={200: ListSecretsResponse},
)


class ThingResource(Resource[BaseClient]):
    """The operations of `client.thing`."""

    def get(self, **options: Unpack[RequestOptions]) -> GetThingResponse:
        """GET /thing."""
        return self._client.call(_GET(options))

    def list(self, **options: Unpack[RequestOptions]) -> Page[str, builtins.list[str]]:
        """GET /things."""
        return _LIST.pages(self._client, options)

    def list_secrets(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str, ListSecretsResponse]:
        """GET /secrets."""
        return _LIST_SECRETS.pages(self._client, options, page=page, per_page=per_page)


class AsyncThingResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> GetThingResponse:
        """Asynchronous twin of `ThingResource.get`."""
        return await self._client.call(_GET(options))

    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPager[str, builtins.list[str]]:
        """Asynchronous twin of `ThingResource.list`."""
        return _LIST.async_pages(self._client, options)

    def list_secrets(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str, ListSecretsResponse]:
        """Asynchronous twin of `ThingResource.list_secrets`."""
        return _LIST_SECRETS.async_pages(
            self._client, options, page=page, per_page=per_page
        )
