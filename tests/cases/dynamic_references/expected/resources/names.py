# Generated from an OpenAPI description. Do not edit.
"""The operations on `/names`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

_LIST: Operation[list[str]] = Operation(
    "GET /names",
    success={200: list[str]},
)


class NamesResource(Resource[BaseClient]):
    """The operations of `client.names`."""

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """GET /names."""
        return self._client.call(_LIST(options))


class AsyncNamesResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `NamesResource`."""

    async def list(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """Asynchronous twin of `NamesResource.list`."""
        return await self._client.call(_LIST(options))
