# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/v1`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Path, Query
from .._runtime.views import async_raw, async_streamed, raw, streamed

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

    def get(self, name: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/{name}.

        Args:
            name: `name` in the path.
        """
        return self._client.call(_GET(options, name))

    def get_copy(self, id: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/{id}/copies/{id}.

        Args:
            id: `id` in the path.
        """
        return self._client.call(_GET_COPY(options, id))

    def get_raw(self, path: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/raw/{path}.

        Args:
            path: `path` in the path.
        """
        return self._client.call(_GET_RAW(options, path))

    def list(
        self,
        parts: Sequence[str],
        format: str,
        version: str,
        /,
        *,
        q: str,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /v1/list/{parts}{format}{version}.

        Args:
            parts: `parts` in the path.
            format: `format` in the path.
            version: `version` in the path.
            q: `q` in the query.
            limit: `limit` in the query.
        """
        return self._client.call(
            _LIST(options, parts, format, version), q=q, limit=limit
        )

    def proxy(self, proxy: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/proxy/{proxy}.

        Args:
            proxy: `proxy` in the path.
        """
        return self._client.call(_PROXY(options, proxy))

    def tree(self, file: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/tree/{file}.

        Args:
            file: `file` in the path.
        """
        return self._client.call(_TREE(options, file))

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
        self.get_copy = raw(resource.get_copy)
        self.get_raw = raw(resource.get_raw)
        self.list = raw(resource.list)
        self.proxy = raw(resource.proxy)
        self.tree = raw(resource.tree)


class _StreamedFilesResource:
    def __init__(self, resource: FilesResource) -> None:
        self.get = streamed(resource.get)
        self.get_copy = streamed(resource.get_copy)
        self.get_raw = streamed(resource.get_raw)
        self.list = streamed(resource.list)
        self.proxy = streamed(resource.proxy)
        self.tree = streamed(resource.tree)


class AsyncFilesResource(Resource[AsyncBaseClient]):
    """Async version of `FilesResource`."""

    async def get(self, name: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/{name}.

        Args:
            name: `name` in the path.
        """
        return await self._client.call(_GET(options, name))

    async def get_copy(self, id: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/{id}/copies/{id}.

        Args:
            id: `id` in the path.
        """
        return await self._client.call(_GET_COPY(options, id))

    async def get_raw(self, path: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/raw/{path}.

        Args:
            path: `path` in the path.
        """
        return await self._client.call(_GET_RAW(options, path))

    async def list(
        self,
        parts: Sequence[str],
        format: str,
        version: str,
        /,
        *,
        q: str,
        limit: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /v1/list/{parts}{format}{version}.

        Args:
            parts: `parts` in the path.
            format: `format` in the path.
            version: `version` in the path.
            q: `q` in the query.
            limit: `limit` in the query.
        """
        return await self._client.call(
            _LIST(options, parts, format, version), q=q, limit=limit
        )

    async def proxy(self, proxy: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/proxy/{proxy}.

        Args:
            proxy: `proxy` in the path.
        """
        return await self._client.call(_PROXY(options, proxy))

    async def tree(self, file: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/tree/{file}.

        Args:
            file: `file` in the path.
        """
        return await self._client.call(_TREE(options, file))

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
        self.get_copy = async_raw(resource.get_copy)
        self.get_raw = async_raw(resource.get_raw)
        self.list = async_raw(resource.list)
        self.proxy = async_raw(resource.proxy)
        self.tree = async_raw(resource.tree)


class _StreamedAsyncFilesResource:
    def __init__(self, resource: AsyncFilesResource) -> None:
        self.get = async_streamed(resource.get)
        self.get_copy = async_streamed(resource.get_copy)
        self.get_raw = async_streamed(resource.get_raw)
        self.list = async_streamed(resource.list)
        self.proxy = async_streamed(resource.proxy)
        self.tree = async_streamed(resource.tree)
