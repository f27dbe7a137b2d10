# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import Problem

_ARCHIVE: Operation[Any] = Operation(
    "GET /archive",
    errors={"4XX": Problem},
)

_GET_NOTHING: Operation[Any] = Operation(
    "GET /nothing",
)

_GET_ONLY: Operation[Problem] = Operation(
    "GET /only",
    success={"default": Problem},
)

_GET_TEXT: Operation[str] = Operation(
    "GET /text",
    accept="text/plain",
    success={"2XX": str},
)

_REMOVE_THING: Operation[Problem | None] = Operation(
    "DELETE /removed",
    success={204: Problem | None},
)

_RESET_THING: Operation[Problem] = Operation(
    "PUT /reset",
    success={205: Problem},
)


class XResource(Resource[BaseClient]):
    """The operations of `client.x`."""

    def archive(self, **options: Unpack[RequestOptions]) -> Any:
        """GET /archive."""
        return self._client.call(_ARCHIVE(options))

    def get_nothing(self, **options: Unpack[RequestOptions]) -> Any:
        """GET /nothing.

        Raises: NotFoundError: Gone.
        """
        return self._client.call(_GET_NOTHING(options))

    def get_only(self, **options: Unpack[RequestOptions]) -> Problem:
        """GET /only."""
        return self._client.call(_GET_ONLY(options))

    def get_text(self, **options: Unpack[RequestOptions]) -> str:
        """GET /text."""
        return self._client.call(_GET_TEXT(options))

    def remove_thing(self, **options: Unpack[RequestOptions]) -> Problem | None:
        """DELETE /removed."""
        return self._client.call(_REMOVE_THING(options))

    def reset_thing(self, **options: Unpack[RequestOptions]) -> Problem:
        """PUT /reset."""
        return self._client.call(_RESET_THING(options))

    @cached_property
    def with_raw_response(self) -> _RawXResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawXResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedXResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedXResource(self._returning("stream"))


class _RawXResource:
    def __init__(self, resource: XResource) -> None:
        self.archive = raw(resource.archive)
        self.get_nothing = raw(resource.get_nothing)
        self.get_only = raw(resource.get_only)
        self.get_text = raw(resource.get_text)
        self.remove_thing = raw(resource.remove_thing)
        self.reset_thing = raw(resource.reset_thing)


class _StreamedXResource:
    def __init__(self, resource: XResource) -> None:
        self.archive = streamed(resource.archive)
        self.get_nothing = streamed(resource.get_nothing)
        self.get_only = streamed(resource.get_only)
        self.get_text = streamed(resource.get_text)
        self.remove_thing = streamed(resource.remove_thing)
        self.reset_thing = streamed(resource.reset_thing)


class AsyncXResource(Resource[AsyncBaseClient]):
    """Async version of `XResource`."""

    async def archive(self, **options: Unpack[RequestOptions]) -> Any:
        """GET /archive."""
        return await self._client.call(_ARCHIVE(options))

    async def get_nothing(self, **options: Unpack[RequestOptions]) -> Any:
        """GET /nothing.

        Raises: NotFoundError: Gone.
        """
        return await self._client.call(_GET_NOTHING(options))

    async def get_only(self, **options: Unpack[RequestOptions]) -> Problem:
        """GET /only."""
        return await self._client.call(_GET_ONLY(options))

    async def get_text(self, **options: Unpack[RequestOptions]) -> str:
        """GET /text."""
        return await self._client.call(_GET_TEXT(options))

    async def remove_thing(self, **options: Unpack[RequestOptions]) -> Problem | None:
        """DELETE /removed."""
        return await self._client.call(_REMOVE_THING(options))

    async def reset_thing(self, **options: Unpack[RequestOptions]) -> Problem:
        """PUT /reset."""
        return await self._client.call(_RESET_THING(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncXResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncXResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncXResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncXResource(self._returning("stream"))


class _RawAsyncXResource:
    def __init__(self, resource: AsyncXResource) -> None:
        self.archive = async_raw(resource.archive)
        self.get_nothing = async_raw(resource.get_nothing)
        self.get_only = async_raw(resource.get_only)
        self.get_text = async_raw(resource.get_text)
        self.remove_thing = async_raw(resource.remove_thing)
        self.reset_thing = async_raw(resource.reset_thing)


class _StreamedAsyncXResource:
    def __init__(self, resource: AsyncXResource) -> None:
        self.archive = async_streamed(resource.archive)
        self.get_nothing = async_streamed(resource.get_nothing)
        self.get_only = async_streamed(resource.get_only)
        self.get_text = async_streamed(resource.get_text)
        self.remove_thing = async_streamed(resource.remove_thing)
        self.reset_thing = async_streamed(resource.reset_thing)
