# Generated from an OpenAPI description. Do not edit.
"""The operations on `/v1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Path, Query

_GET: Operation[None] = Operation(
    "GET /v1/{name}",
    path_styles={"name": Path("name", allow_reserved=True, slashes=True)},
    success={204: None},
)

_GET_COPY: Operation[None] = Operation(
    "GET /v1/{id}/copies/{id}",
    success={204: None},
)

_GET_RAW: Operation[None] = Operation(
    "GET /v1/raw/{path}",
    path_styles={"path": Path("path", slashes=True)},
    success={204: None},
)

_LIST: Operation[None] = Operation(
    "GET /v1/list/{parts}{format}{version}",
    path_styles={
        "parts": Path("parts", style="segments", explode=True),
        "format": Path("format", style="label"),
        "version": Path("version", style="matrix"),
    },
    parameters={
        "q": Query("q", explode=False),
        "limit": Query("limit"),
    },
    success={204: None},
)

_PROXY: Operation[None] = Operation(
    "GET /v1/proxy/{proxy}",
    path_styles={"proxy": Path("proxy", slashes=True)},
    success={204: None},
)

_TREE: Operation[None] = Operation(
    "GET /v1/tree/{file}",
    path_styles={"file": Path("file", slashes=True)},
    success={204: None},
)


class FilesResource(Resource[BaseClient]):
    """The operations of `client.files`."""

    def get(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/{name}."""
        return self._client.call(_GET(options, name))

    def get_copy(self, id: str, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/{id}/copies/{id}."""
        return self._client.call(_GET_COPY(options, id))

    def get_raw(self, path: str, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/raw/{path}."""
        return self._client.call(_GET_RAW(options, path))

    def list(
        self,
        parts: Sequence[str],
        format: str,
        version: str,
        *,
        q: str,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /v1/list/{parts}{format}{version}."""
        return self._client.call(
            _LIST(options, parts, format, version), q=q, limit=limit
        )

    def proxy(self, proxy: str, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/proxy/{proxy}."""
        return self._client.call(_PROXY(options, proxy))

    def tree(self, file: str, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/tree/{file}."""
        return self._client.call(_TREE(options, file))


class AsyncFilesResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `FilesResource`."""

    async def get(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `FilesResource.get`."""
        return await self._client.call(_GET(options, name))

    async def get_copy(self, id: str, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `FilesResource.get_copy`."""
        return await self._client.call(_GET_COPY(options, id))

    async def get_raw(self, path: str, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `FilesResource.get_raw`."""
        return await self._client.call(_GET_RAW(options, path))

    async def list(
        self,
        parts: Sequence[str],
        format: str,
        version: str,
        *,
        q: str,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `FilesResource.list`."""
        return await self._client.call(
            _LIST(options, parts, format, version), q=q, limit=limit
        )

    async def proxy(self, proxy: str, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `FilesResource.proxy`."""
        return await self._client.call(_PROXY(options, proxy))

    async def tree(self, file: str, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `FilesResource.tree`."""
        return await self._client.call(_TREE(options, file))
