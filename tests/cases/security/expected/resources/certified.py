# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/certified`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_GET: Operation[None] = Operation(
    "GET /certified",
    security=((),),
    success={204: None},
)

_UPDATE: Operation[None] = Operation(
    "PUT /certified",
    security=(("oidc",),),
    success={204: None},
)


class CertifiedResource(Resource[BaseClient]):
    """The operations of `client.certified`."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /certified."""
        return self._client.call(_GET(options))

    def update(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /certified."""
        return self._client.call(_UPDATE(options))

    @cached_property
    def with_raw_response(self) -> _RawCertifiedResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawCertifiedResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedCertifiedResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedCertifiedResource(self._returning("stream"))


class _RawCertifiedResource:
    def __init__(self, resource: CertifiedResource) -> None:
        self.get = raw(resource.get)
        self.update = raw(resource.update)


class _StreamedCertifiedResource:
    def __init__(self, resource: CertifiedResource) -> None:
        self.get = streamed(resource.get)
        self.update = streamed(resource.update)


class AsyncCertifiedResource(Resource[AsyncBaseClient]):
    """Async version of `CertifiedResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /certified."""
        return await self._client.call(_GET(options))

    async def update(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /certified."""
        return await self._client.call(_UPDATE(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncCertifiedResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncCertifiedResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncCertifiedResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncCertifiedResource(self._returning("stream"))


class _RawAsyncCertifiedResource:
    def __init__(self, resource: AsyncCertifiedResource) -> None:
        self.get = async_raw(resource.get)
        self.update = async_raw(resource.update)


class _StreamedAsyncCertifiedResource:
    def __init__(self, resource: AsyncCertifiedResource) -> None:
        self.get = async_streamed(resource.get)
        self.update = async_streamed(resource.update)
