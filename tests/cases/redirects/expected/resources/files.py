# Generated from an OpenAPI description. Do not edit.
"""The operations on `/files/{id}`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

_GET: Operation[str | None] = Operation(
    "GET /files/{id}",
    success={200: str, 302: None},
)

_HEAD: Operation[None] = Operation(
    "HEAD /files/{id}",
    success={200: None},
)


class FilesResource(Resource[BaseClient]):
    """The operations of `client.files`."""

    def get(self, id: str, **options: Unpack[RequestOptions]) -> str | None:
        """GET /files/{id}.

        Raises:
            AuthenticationError, NotFoundError
            ConflictError: The file is being written.
        """
        return self._client.call(_GET(options, id))

    def head(self, id: str, **options: Unpack[RequestOptions]) -> None:
        """HEAD /files/{id}.

        Raises: NotFoundError.
        """
        return self._client.call(_HEAD(options, id))


class AsyncFilesResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `FilesResource`."""

    async def get(self, id: str, **options: Unpack[RequestOptions]) -> str | None:
        """Asynchronous twin of `FilesResource.get`."""
        return await self._client.call(_GET(options, id))

    async def head(self, id: str, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `FilesResource.head`."""
        return await self._client.call(_HEAD(options, id))
