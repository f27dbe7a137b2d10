# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/files`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.multipart import MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import File, UploadFileRequest

_UPLOAD: Operation[File] = Operation(
    "POST /files",
    body=MultipartBody(UploadFileRequest),
    success={200: File},
)


class FilesResource(Resource[BaseClient]):
    """The operations of `client.files`."""

    def upload(
        self,
        *,
        file: Uploadable,
        **options: Unpack[RequestOptions],
    ) -> File:
        """POST /files.

        Args:
            file: `file` in the body.
        """
        return self._client.call(_UPLOAD(options), file=file)

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
        self.upload = raw(resource.upload)


class _StreamedFilesResource:
    def __init__(self, resource: FilesResource) -> None:
        self.upload = streamed(resource.upload)


class AsyncFilesResource(Resource[AsyncBaseClient]):
    """Async version of `FilesResource`."""

    async def upload(
        self,
        *,
        file: Uploadable,
        **options: Unpack[RequestOptions],
    ) -> File:
        """POST /files.

        Args:
            file: `file` in the body.
        """
        return await self._client.call(_UPLOAD(options), file=file)

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
        self.upload = async_raw(resource.upload)


class _StreamedAsyncFilesResource:
    def __init__(self, resource: AsyncFilesResource) -> None:
        self.upload = async_streamed(resource.upload)
