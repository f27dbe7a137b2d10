# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cursor_pagination import TokenPagination
from .._runtime.operation import RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
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
    ) -> Page[str]:
        """GET /pets.

        Args:
            page_token: `pageToken` in the query.
        """
        return _LIST.pages(self._client, options, page_token=page_token)

    @cached_property
    def with_raw_response(self) -> _RawPetResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawPetResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedPetResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedPetResource(self._returning("stream"))


class _RawPetResource:
    def __init__(self, resource: PetResource) -> None:
        self.list = raw(resource.list)


class _StreamedPetResource:
    def __init__(self, resource: PetResource) -> None:
        self.list = streamed(resource.list)


class AsyncPetResource(Resource[AsyncBaseClient]):
    """Async version of `PetResource`."""

    def list(
        self,
        *,
        page_token: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /pets.

        Args:
            page_token: `pageToken` in the query.
        """
        return _LIST.async_pages(self._client, options, page_token=page_token)

    @cached_property
    def with_raw_response(self) -> _RawAsyncPetResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncPetResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncPetResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncPetResource(self._returning("stream"))


class _RawAsyncPetResource:
    def __init__(self, resource: AsyncPetResource) -> None:
        self.list = async_raw(resource.list)


class _StreamedAsyncPetResource:
    def __init__(self, resource: AsyncPetResource) -> None:
        self.list = async_streamed(resource.list)
