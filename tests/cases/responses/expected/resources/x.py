# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from typing import Any, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from ..models import Problem

_ARCHIVE: Operation[None] = Operation(
    "GET /archive",
    success={302: None},
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


class XResource(Resource[BaseClient]):
    """The operations of `client.x`."""

    def archive(self, **options: Unpack[RequestOptions]) -> None:
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


class AsyncXResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `XResource`."""

    async def archive(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `XResource.archive`."""
        return await self._client.call(_ARCHIVE(options))

    async def get_nothing(self, **options: Unpack[RequestOptions]) -> Any:
        """Asynchronous twin of `XResource.get_nothing`."""
        return await self._client.call(_GET_NOTHING(options))

    async def get_only(self, **options: Unpack[RequestOptions]) -> Problem:
        """Asynchronous twin of `XResource.get_only`."""
        return await self._client.call(_GET_ONLY(options))

    async def get_text(self, **options: Unpack[RequestOptions]) -> str:
        """Asynchronous twin of `XResource.get_text`."""
        return await self._client.call(_GET_TEXT(options))
