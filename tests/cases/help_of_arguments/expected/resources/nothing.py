# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/nothing`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Unpack

from .._runtime.bodies import JSONBody
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_CREATE: Operation[None] = Operation(
    "POST /nothing",
    success={204: None},
)

_DELETE: Operation[None] = Operation(
    "DELETE /nothing",
    success={204: None},
)

_GET: Operation[None] = Operation(
    "GET /nothing",
    body=JSONBody(),
    success={204: None},
)

_REPLACE: Operation[None] = Operation(
    "PUT /nothing",
    success={204: None},
)

_UPDATE: Operation[None] = Operation(
    "PATCH /nothing",
    body=JSONBody(),
    success={204: None},
)


class NothingResource(Resource[BaseClient]):
    """The operations of `client.nothing`."""

    def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /nothing."""
        return self._client.call(_CREATE(options))

    def delete(self, **options: Unpack[RequestOptions]) -> None:
        """DELETE /nothing."""
        return self._client.call(_DELETE(options))

    def get(
        self,
        *,
        body: Mapping[str, object],
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /nothing.

        Args:
            body: The body, as `application/json`.
        """
        return self._client.call(_GET(options), body=body)

    def replace(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /nothing."""
        return self._client.call(_REPLACE(options))

    def update(
        self,
        *,
        body: Mapping[str, object],
        **options: Unpack[RequestOptions],
    ) -> None:
        """PATCH /nothing.

        Args:
            body: The body, as `application/json`.
        """
        return self._client.call(_UPDATE(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawNothingResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawNothingResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedNothingResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedNothingResource(self._returning("stream"))


class _RawNothingResource:
    def __init__(self, resource: NothingResource) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.get = raw(resource.get)
        self.replace = raw(resource.replace)
        self.update = raw(resource.update)


class _StreamedNothingResource:
    def __init__(self, resource: NothingResource) -> None:
        self.create = streamed(resource.create)
        self.delete = streamed(resource.delete)
        self.get = streamed(resource.get)
        self.replace = streamed(resource.replace)
        self.update = streamed(resource.update)


class AsyncNothingResource(Resource[AsyncBaseClient]):
    """Async version of `NothingResource`."""

    async def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /nothing."""
        return await self._client.call(_CREATE(options))

    async def delete(self, **options: Unpack[RequestOptions]) -> None:
        """DELETE /nothing."""
        return await self._client.call(_DELETE(options))

    async def get(
        self,
        *,
        body: Mapping[str, object],
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /nothing.

        Args:
            body: The body, as `application/json`.
        """
        return await self._client.call(_GET(options), body=body)

    async def replace(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /nothing."""
        return await self._client.call(_REPLACE(options))

    async def update(
        self,
        *,
        body: Mapping[str, object],
        **options: Unpack[RequestOptions],
    ) -> None:
        """PATCH /nothing.

        Args:
            body: The body, as `application/json`.
        """
        return await self._client.call(_UPDATE(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawAsyncNothingResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncNothingResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncNothingResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncNothingResource(self._returning("stream"))


class _RawAsyncNothingResource:
    def __init__(self, resource: AsyncNothingResource) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.get = async_raw(resource.get)
        self.replace = async_raw(resource.replace)
        self.update = async_raw(resource.update)


class _StreamedAsyncNothingResource:
    def __init__(self, resource: AsyncNothingResource) -> None:
        self.create = async_streamed(resource.create)
        self.delete = async_streamed(resource.delete)
        self.get = async_streamed(resource.get)
        self.replace = async_streamed(resource.replace)
        self.update = async_streamed(resource.update)
