# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/a`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import 会话

_获取会话: Operation[会话] = Operation(
    "GET /a",
    success={200: 会话},
)


class 会话Resource(Resource[BaseClient]):
    """The operations of `client.会话`."""

    def 获取会话(self, **options: Unpack[RequestOptions]) -> 会话:
        """GET /a."""
        return self._client.call(_获取会话(options))

    @cached_property
    def with_raw_response(self) -> _Raw会话Resource:
        """The same methods, but they return the response; `body` is the result."""
        return _Raw会话Resource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _Streamed会话Resource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _Streamed会话Resource(self._returning("stream"))


class _Raw会话Resource:
    def __init__(self, resource: 会话Resource) -> None:
        self.获取会话 = raw(resource.获取会话)


class _Streamed会话Resource:
    def __init__(self, resource: 会话Resource) -> None:
        self.获取会话 = streamed(resource.获取会话)


class Async会话Resource(Resource[AsyncBaseClient]):
    """Async version of `会话Resource`."""

    async def 获取会话(self, **options: Unpack[RequestOptions]) -> 会话:
        """GET /a."""
        return await self._client.call(_获取会话(options))

    @cached_property
    def with_raw_response(self) -> _RawAsync会话Resource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsync会话Resource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsync会话Resource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsync会话Resource(self._returning("stream"))


class _RawAsync会话Resource:
    def __init__(self, resource: Async会话Resource) -> None:
        self.获取会话 = async_raw(resource.获取会话)


class _StreamedAsync会话Resource:
    def __init__(self, resource: Async会话Resource) -> None:
        self.获取会话 = async_streamed(resource.获取会话)
