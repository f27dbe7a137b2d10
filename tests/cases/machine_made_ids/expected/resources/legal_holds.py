# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/legal_holds`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_CREATE: Operation[None] = Operation(
    "POST /legal_holds",
    success={204: None},
)

_LIST: Operation[None] = Operation(
    "GET /legal_holds",
    success={204: None},
)


class LegalHoldsResource(Resource[BaseClient]):
    """The operations of `client.legal_holds`."""

    def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /legal_holds."""
        return self._client.call(_CREATE(options))

    def list(self, **options: Unpack[RequestOptions]) -> None:
        """GET /legal_holds."""
        return self._client.call(_LIST(options))

    @cached_property
    def with_raw_response(self) -> _RawLegalHoldsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawLegalHoldsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedLegalHoldsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedLegalHoldsResource(self._returning("stream"))


class _RawLegalHoldsResource:
    def __init__(self, resource: LegalHoldsResource) -> None:
        self.create = raw(resource.create)
        self.list = raw(resource.list)


class _StreamedLegalHoldsResource:
    def __init__(self, resource: LegalHoldsResource) -> None:
        self.create = streamed(resource.create)
        self.list = streamed(resource.list)


class AsyncLegalHoldsResource(Resource[AsyncBaseClient]):
    """Async version of `LegalHoldsResource`."""

    async def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /legal_holds."""
        return await self._client.call(_CREATE(options))

    async def list(self, **options: Unpack[RequestOptions]) -> None:
        """GET /legal_holds."""
        return await self._client.call(_LIST(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncLegalHoldsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncLegalHoldsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncLegalHoldsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncLegalHoldsResource(self._returning("stream"))


class _RawAsyncLegalHoldsResource:
    def __init__(self, resource: AsyncLegalHoldsResource) -> None:
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)


class _StreamedAsyncLegalHoldsResource:
    def __init__(self, resource: AsyncLegalHoldsResource) -> None:
        self.create = async_streamed(resource.create)
        self.list = async_streamed(resource.list)
