# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/teams`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

_LIST_FOR_ORG: Operation[None] = Operation(
    "GET /teams",
    success={204: None},
)


class TeamsResource(Resource[BaseClient]):
    """The operations of `client.teams`."""

    def list_for_org(self, **options: Unpack[RequestOptions]) -> None:
        """GET /teams."""
        return self._client.call(_LIST_FOR_ORG(options))

    @cached_property
    def with_raw_response(self) -> _RawTeamsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawTeamsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedTeamsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedTeamsResource(self._returning("stream"))


class _RawTeamsResource:
    def __init__(self, resource: TeamsResource) -> None:
        self.list_for_org = raw(resource.list_for_org)


class _StreamedTeamsResource:
    def __init__(self, resource: TeamsResource) -> None:
        self.list_for_org = streamed(resource.list_for_org)


class AsyncTeamsResource(Resource[AsyncBaseClient]):
    """Async version of `TeamsResource`."""

    async def list_for_org(self, **options: Unpack[RequestOptions]) -> None:
        """GET /teams."""
        return await self._client.call(_LIST_FOR_ORG(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncTeamsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncTeamsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncTeamsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncTeamsResource(self._returning("stream"))


class _RawAsyncTeamsResource:
    def __init__(self, resource: AsyncTeamsResource) -> None:
        self.list_for_org = async_raw(resource.list_for_org)


class _StreamedAsyncTeamsResource:
    def __init__(self, resource: AsyncTeamsResource) -> None:
        self.list_for_org = async_streamed(resource.list_for_org)
