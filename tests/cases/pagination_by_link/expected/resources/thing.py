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
from .._runtime.link_pagination import LinkPagination
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
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

    def list(self, **options: Unpack[RequestOptions]) -> Page[str]:
        """GET /things."""
        return _LIST.pages(self._client, options)

    def list_secrets(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /secrets.

        Args:
            page: `page` in the query.
            per_page: `per_page` in the query.
        """
        return _LIST_SECRETS.pages(self._client, options, page=page, per_page=per_page)

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
        self.list_secrets = raw(resource.list_secrets)


class _StreamedThingResource:
    def __init__(self, resource: ThingResource) -> None:
        self.get = streamed(resource.get)
        self.list = streamed(resource.list)
        self.list_secrets = streamed(resource.list_secrets)


class AsyncThingResource(Resource[AsyncBaseClient]):
    """Async version of `ThingResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> GetThingResponse:
        """GET /thing."""
        return await self._client.call(_GET(options))

    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[str]:
        """GET /things."""
        return _LIST.async_pages(self._client, options)

    def list_secrets(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /secrets.

        Args:
            page: `page` in the query.
            per_page: `per_page` in the query.
        """
        return _LIST_SECRETS.async_pages(
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
        self.list_secrets = async_raw(resource.list_secrets)


class _StreamedAsyncThingResource:
    def __init__(self, resource: AsyncThingResource) -> None:
        self.get = async_streamed(resource.get)
        self.list = async_streamed(resource.list)
        self.list_secrets = async_streamed(resource.list_secrets)
