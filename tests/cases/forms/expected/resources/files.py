# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.multipart import FormPart, MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from .._runtime.urlencoded import FormBody
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import CreateTokenRequest, UploadFileRequest

if TYPE_CHECKING:
    from ..models import UploadFileRequestMeta, UploadFileRequestMetaDict

_CREATE_TOKEN: Operation[None] = Operation(
    "POST /tokens",
    body=FormBody(CreateTokenRequest, rename={"timeout_body": "timeout"}),
    success={204: None},
)

_GET_OTHER: Operation[None] = Operation(
    "GET /other",
    success={204: None},
)

_LIST_OTHERS: Operation[None] = Operation(
    "GET /others",
    success={204: None},
)

_UPLOAD: Operation[None] = Operation(
    "POST /files",
    body=MultipartBody(
        UploadFileRequest, encoding=(FormPart("meta", content="application/json"),)
    ),
    server="https://eu.upload.example.com",
    success={204: None},
)


class FilesResource(Resource[BaseClient]):
    """The operations of `client.files`."""

    def create_token(
        self,
        *,
        grant_type: str,
        timeout_body: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /tokens.

        Args:
            grant_type: `grant_type` in the body.
            timeout_body: `timeout` in the body.
        """
        return self._client.call(
            _CREATE_TOKEN(options), grant_type=grant_type, timeout_body=timeout_body
        )

    def get_other(self, **options: Unpack[RequestOptions]) -> None:
        """GET /other."""
        return self._client.call(_GET_OTHER(options))

    def list_others(self, **options: Unpack[RequestOptions]) -> None:
        """GET /others."""
        return self._client.call(_LIST_OTHERS(options))

    def upload(
        self,
        *,
        file: Uploadable,
        more: Sequence[Uploadable] | None = None,
        meta: UploadFileRequestMeta | UploadFileRequestMetaDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /files.

        Args:
            file: What to upload.
            more: `more` in the body.
            meta: `meta` in the body.
        """
        return self._client.call(_UPLOAD(options), file=file, more=more, meta=meta)

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
        self.create_token = raw(resource.create_token)
        self.get_other = raw(resource.get_other)
        self.list_others = raw(resource.list_others)
        self.upload = raw(resource.upload)


class _StreamedFilesResource:
    def __init__(self, resource: FilesResource) -> None:
        self.create_token = streamed(resource.create_token)
        self.get_other = streamed(resource.get_other)
        self.list_others = streamed(resource.list_others)
        self.upload = streamed(resource.upload)


class AsyncFilesResource(Resource[AsyncBaseClient]):
    """Async version of `FilesResource`."""

    async def create_token(
        self,
        *,
        grant_type: str,
        timeout_body: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /tokens.

        Args:
            grant_type: `grant_type` in the body.
            timeout_body: `timeout` in the body.
        """
        return await self._client.call(
            _CREATE_TOKEN(options), grant_type=grant_type, timeout_body=timeout_body
        )

    async def get_other(self, **options: Unpack[RequestOptions]) -> None:
        """GET /other."""
        return await self._client.call(_GET_OTHER(options))

    async def list_others(self, **options: Unpack[RequestOptions]) -> None:
        """GET /others."""
        return await self._client.call(_LIST_OTHERS(options))

    async def upload(
        self,
        *,
        file: Uploadable,
        more: Sequence[Uploadable] | None = None,
        meta: UploadFileRequestMeta | UploadFileRequestMetaDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /files.

        Args:
            file: What to upload.
            more: `more` in the body.
            meta: `meta` in the body.
        """
        return await self._client.call(
            _UPLOAD(options), file=file, more=more, meta=meta
        )

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
        self.create_token = async_raw(resource.create_token)
        self.get_other = async_raw(resource.get_other)
        self.list_others = async_raw(resource.list_others)
        self.upload = async_raw(resource.upload)


class _StreamedAsyncFilesResource:
    def __init__(self, resource: AsyncFilesResource) -> None:
        self.create_token = async_streamed(resource.create_token)
        self.get_other = async_streamed(resource.get_other)
        self.list_others = async_streamed(resource.list_others)
        self.upload = async_streamed(resource.upload)
