# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/files/{id}`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_GET: Operation[str] = Operation(
    "GET /files/{id}",
    success={200: str},
)

_HEAD: Operation[None] = Operation(
    "HEAD /files/{id}",
    success={200: None},
)


class FilesResource(Resource[BaseClient]):
    """The operations of `client.files`."""

    def get(self, id: str, /, **options: Unpack[RequestOptions]) -> str:
        """GET /files/{id}.

        Args:
            id: `id` in the path.

        Raises:
            AuthenticationError, NotFoundError
            ConflictError: The file is being written.
        """
        return self._client.call(_GET(options, id))

    def head(self, id: str, /, **options: Unpack[RequestOptions]) -> None:
        """HEAD /files/{id}.

        Args:
            id: `id` in the path.

        Raises: NotFoundError.
        """
        return self._client.call(_HEAD(options, id))

    @cached_property
    def with_raw_response(self) -> _RawFilesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawFilesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedFilesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedFilesResource(self._returning("stream"))


class _RawFilesResource:
    def __init__(self, resource: FilesResource) -> None:
        self.get = raw(resource.get)
        self.head = raw(resource.head)


class _StreamedFilesResource:
    def __init__(self, resource: FilesResource) -> None:
        self.get = streamed(resource.get)
        self.head = streamed(resource.head)


class AsyncFilesResource(Resource[AsyncBaseClient]):
    """Async version of `FilesResource`."""

    async def get(self, id: str, /, **options: Unpack[RequestOptions]) -> str:
        """GET /files/{id}.

        Args:
            id: `id` in the path.

        Raises:
            AuthenticationError, NotFoundError
            ConflictError: The file is being written.
        """
        return await self._client.call(_GET(options, id))

    async def head(self, id: str, /, **options: Unpack[RequestOptions]) -> None:
        """HEAD /files/{id}.

        Args:
            id: `id` in the path.

        Raises: NotFoundError.
        """
        return await self._client.call(_HEAD(options, id))

    @cached_property
    def with_raw_response(self) -> _RawAsyncFilesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncFilesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncFilesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncFilesResource(self._returning("stream"))


class _RawAsyncFilesResource:
    def __init__(self, resource: AsyncFilesResource) -> None:
        self.get = async_raw(resource.get)
        self.head = async_raw(resource.head)


class _StreamedAsyncFilesResource:
    def __init__(self, resource: AsyncFilesResource) -> None:
        self.get = async_streamed(resource.get)
        self.head = async_streamed(resource.head)
