# Generated from an OpenAPI description. Do not edit.
"""Animals for sale."""

from __future__ import annotations

import builtins
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from ..models import Pet

_LIST: Operation[list[Pet]] = Operation(
    "GET /pets",
    success={200: list[Pet]},
)


class PetsResource(Resource[BaseClient]):
    """The operations of `client.pets`."""

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[Pet]:
        """Lists the pets."""
        return self._client.call(_LIST(options))


class AsyncPetsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `PetsResource`."""

    async def list(self, **options: Unpack[RequestOptions]) -> builtins.list[Pet]:
        """Asynchronous twin of `PetsResource.list`."""
        return await self._client.call(_LIST(options))
