# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from ..models import Thing

_GET: Operation[Thing] = Operation(
    "GET /things",
    accept="*/*",
    success={200: Thing},
)

_GET_FILE: Operation[bytes] = Operation(
    "GET /files",
    accept="*/*",
    success={200: bytes},
)

_GET_REPORT: Operation[Thing | str] = Operation(
    "GET /reports",
    accept="application/json, text/plain",
    success={200: Thing, 202: str},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def get(self, **options: Unpack[RequestOptions]) -> Thing:
        """GET /things."""
        return self._client.call(_GET(options))

    def get_file(self, **options: Unpack[RequestOptions]) -> bytes:
        """GET /files."""
        return self._client.call(_GET_FILE(options))

    def get_report(self, **options: Unpack[RequestOptions]) -> Thing | str:
        """GET /reports."""
        return self._client.call(_GET_REPORT(options))


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingsResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> Thing:
        """Asynchronous twin of `ThingsResource.get`."""
        return await self._client.call(_GET(options))

    async def get_file(self, **options: Unpack[RequestOptions]) -> bytes:
        """Asynchronous twin of `ThingsResource.get_file`."""
        return await self._client.call(_GET_FILE(options))

    async def get_report(self, **options: Unpack[RequestOptions]) -> Thing | str:
        """Asynchronous twin of `ThingsResource.get_report`."""
        return await self._client.call(_GET_REPORT(options))
