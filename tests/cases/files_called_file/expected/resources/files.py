# Generated from an OpenAPI description. Do not edit.
"""The operations on `/files`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.forms import MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
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

        Keyword arguments are the fields of `UploadFileRequest`.
        """
        return self._client.call(_UPLOAD(options), file=file)


class AsyncFilesResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `FilesResource`."""

    async def upload(
        self,
        *,
        file: Uploadable,
        **options: Unpack[RequestOptions],
    ) -> File:
        """Asynchronous twin of `FilesResource.upload`."""
        return await self._client.call(_UPLOAD(options), file=file)
