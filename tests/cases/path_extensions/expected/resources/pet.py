# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.urlencoded import QueryString
from .._runtime.views import async_raw, async_streamed, raw, streamed

_LIST: Operation[None] = Operation(
    "GET /pets",
    parameters={"q": QueryString("q")},
    success={204: None},
)

_PURGE: Operation[None] = Operation(
    "PURGE /pets",
    success={204: None},
)


class PetResource(Resource[BaseClient]):
    """The operations of `client.pet`."""

    def list(
        self,
        *,
        q: Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /pets.

        Args:
            q: The whole query.
        """
        return self._client.call(_LIST(options), q=q)

    def purge(self, **options: Unpack[RequestOptions]) -> None:
        """PURGE /pets."""
        return self._client.call(_PURGE(options))

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
        self.purge = raw(resource.purge)


class _StreamedPetResource:
    def __init__(self, resource: PetResource) -> None:
        self.list = streamed(resource.list)
        self.purge = streamed(resource.purge)


class AsyncPetResource(Resource[AsyncBaseClient]):
    """Async version of `PetResource`."""

    async def list(
        self,
        *,
        q: Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /pets.

        Args:
            q: The whole query.
        """
        return await self._client.call(_LIST(options), q=q)

    async def purge(self, **options: Unpack[RequestOptions]) -> None:
        """PURGE /pets."""
        return await self._client.call(_PURGE(options))

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
        self.purge = async_raw(resource.purge)


class _StreamedAsyncPetResource:
    def __init__(self, resource: AsyncPetResource) -> None:
        self.list = async_streamed(resource.list)
        self.purge = async_streamed(resource.purge)
