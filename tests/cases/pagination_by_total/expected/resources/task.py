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
from .._runtime.operation import RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import ListBooksResponse, ListPeopleResponse, ListTasksResponse

_LIST: PagedOperation[ListTasksResponse] = PagedOperation(
    "GET /tasks",
    pagination=NumberPagination("tasks", "page", total="total"),
    parameters={
        "page": Query("page"),
        "page_size": Query("page_size"),
    },
    success={200: ListTasksResponse},
)

_LIST_BOOKS: PagedOperation[ListBooksResponse] = PagedOperation(
    "GET /books",
    pagination=NumberPagination(
        "content",
        "page",
        page="number",
        pages="total_pages",
        total="total_elements",
        first=0,
    ),
    parameters={
        "page": Query("page"),
        "size": Query("size"),
    },
    success={200: ListBooksResponse},
)

_LIST_PEOPLE: PagedOperation[ListPeopleResponse] = PagedOperation(
    "GET /people",
    pagination=NumberPagination(
        "items", "current_page", page="current_page", pages="total_pages"
    ),
    parameters={
        "current_page": Query("current_page"),
        "page_size": Query("page_size"),
    },
    success={200: ListPeopleResponse},
)


class TaskResource(Resource[BaseClient]):
    """The operations of `client.task`."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /tasks.

        Args:
            page: `page` in the query.
            page_size: `page_size` in the query.
        """
        return _LIST.pages(self._client, options, page=page, page_size=page_size)

    def list_books(
        self,
        *,
        page: int | None = None,
        size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /books.

        Args:
            page: `page` in the query.
            size: `size` in the query.
        """
        return _LIST_BOOKS.pages(self._client, options, page=page, size=size)

    def list_people(
        self,
        *,
        current_page: int | None = None,
        page_size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str]:
        """GET /people.

        Args:
            current_page: Default: `1`.
            page_size: Default: `10`.
        """
        return _LIST_PEOPLE.pages(
            self._client, options, current_page=current_page, page_size=page_size
        )

    @cached_property
    def with_raw_response(self) -> _RawTaskResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawTaskResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedTaskResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedTaskResource(self._returning("stream"))


class _RawTaskResource:
    def __init__(self, resource: TaskResource) -> None:
        self.list = raw(resource.list)
        self.list_books = raw(resource.list_books)
        self.list_people = raw(resource.list_people)


class _StreamedTaskResource:
    def __init__(self, resource: TaskResource) -> None:
        self.list = streamed(resource.list)
        self.list_books = streamed(resource.list_books)
        self.list_people = streamed(resource.list_people)


class AsyncTaskResource(Resource[AsyncBaseClient]):
    """Async version of `TaskResource`."""

    def list(
        self,
        *,
        page: int | None = None,
        page_size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /tasks.

        Args:
            page: `page` in the query.
            page_size: `page_size` in the query.
        """
        return _LIST.async_pages(self._client, options, page=page, page_size=page_size)

    def list_books(
        self,
        *,
        page: int | None = None,
        size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /books.

        Args:
            page: `page` in the query.
            size: `size` in the query.
        """
        return _LIST_BOOKS.async_pages(self._client, options, page=page, size=size)

    def list_people(
        self,
        *,
        current_page: int | None = None,
        page_size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str]:
        """GET /people.

        Args:
            current_page: Default: `1`.
            page_size: Default: `10`.
        """
        return _LIST_PEOPLE.async_pages(
            self._client, options, current_page=current_page, page_size=page_size
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncTaskResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncTaskResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncTaskResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncTaskResource(self._returning("stream"))


class _RawAsyncTaskResource:
    def __init__(self, resource: AsyncTaskResource) -> None:
        self.list = async_raw(resource.list)
        self.list_books = async_raw(resource.list_books)
        self.list_people = async_raw(resource.list_people)


class _StreamedAsyncTaskResource:
    def __init__(self, resource: AsyncTaskResource) -> None:
        self.list = async_streamed(resource.list)
        self.list_books = async_streamed(resource.list_books)
        self.list_people = async_streamed(resource.list_people)
