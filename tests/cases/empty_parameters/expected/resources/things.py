# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/things`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header, Query
from .._runtime.views import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..models import Limit

_LIST: Operation[None] = Operation(
    "GET /things",
    parameters={
        "flag": Query("flag"),
        "ids": Query("ids"),
        "kind": Query("kind"),
        "text": Query("text"),
        "x_flag": Header("X-Flag"),
        "limit": Query("limit"),
        "size": Query("size"),
    },
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def list(
        self,
        *,
        flag: bool | Literal[""] | None = None,
        ids: Sequence[int] | Literal[""] | None = None,
        kind: int | Literal[""] | None = None,
        text: str | None = None,
        x_flag: bool | None = None,
        limit: Limit | None = None,
        size: Limit | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /things.

        Args:
            flag: `flag` in the query.
            ids: `ids` in the query.
            kind: `kind` in the query.
            text: `text` in the query.
            x_flag: The header `X-Flag`.
            limit: Default: `7`.
            size: Default: `3`.
        """
        return self._client.call(
            _LIST(options),
            flag=flag,
            ids=ids,
            kind=kind,
            text=text,
            x_flag=x_flag,
            limit=limit,
            size=size,
        )

    @cached_property
    def with_raw_response(self) -> _RawThingsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawThingsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedThingsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedThingsResource(self._returning("stream"))


class _RawThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.list = raw(resource.list)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.list = streamed(resource.list)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def list(
        self,
        *,
        flag: bool | Literal[""] | None = None,
        ids: Sequence[int] | Literal[""] | None = None,
        kind: int | Literal[""] | None = None,
        text: str | None = None,
        x_flag: bool | None = None,
        limit: Limit | None = None,
        size: Limit | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /things.

        Args:
            flag: `flag` in the query.
            ids: `ids` in the query.
            kind: `kind` in the query.
            text: `text` in the query.
            x_flag: The header `X-Flag`.
            limit: Default: `7`.
            size: Default: `3`.
        """
        return await self._client.call(
            _LIST(options),
            flag=flag,
            ids=ids,
            kind=kind,
            text=text,
            x_flag=x_flag,
            limit=limit,
            size=size,
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncThingsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncThingsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncThingsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncThingsResource(self._returning("stream"))


class _RawAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.list = async_raw(resource.list)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.list = async_streamed(resource.list)
