# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/v1/teams/{teamId}/status`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_GET: Operation[None] = Operation(
    "GET /v1/teams/{teamId}/status",
    success={204: None},
)


class StatusResource(Resource[BaseClient]):
    """The operations of `client.status`."""

    def get(self, team_id: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/teams/{teamId}/status.

        Args:
            team_id: `teamId` in the path.
        """
        return self._client.call(_GET(options, team_id))

    @cached_property
    def with_raw_response(self) -> _RawStatusResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawStatusResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedStatusResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedStatusResource(self._returning("stream"))


class _RawStatusResource:
    def __init__(self, resource: StatusResource) -> None:
        self.get = raw(resource.get)


class _StreamedStatusResource:
    def __init__(self, resource: StatusResource) -> None:
        self.get = streamed(resource.get)


class AsyncStatusResource(Resource[AsyncBaseClient]):
    """Async version of `StatusResource`."""

    async def get(self, team_id: str, /, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/teams/{teamId}/status.

        Args:
            team_id: `teamId` in the path.
        """
        return await self._client.call(_GET(options, team_id))

    @cached_property
    def with_raw_response(self) -> _RawAsyncStatusResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncStatusResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncStatusResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncStatusResource(self._returning("stream"))


class _RawAsyncStatusResource:
    def __init__(self, resource: AsyncStatusResource) -> None:
        self.get = async_raw(resource.get)


class _StreamedAsyncStatusResource:
    def __init__(self, resource: AsyncStatusResource) -> None:
        self.get = async_streamed(resource.get)
