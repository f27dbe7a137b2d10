# Generated from an OpenAPI description. Do not edit.
"""The operations on `/a`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
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


class Async会话Resource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `会话Resource`."""

    async def 获取会话(self, **options: Unpack[RequestOptions]) -> 会话:
        """Asynchronous twin of `会话Resource.获取会话`."""
        return await self._client.call(_获取会话(options))
