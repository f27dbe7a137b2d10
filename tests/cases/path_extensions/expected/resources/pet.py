# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.urlencoded import QueryString

_LIST: Operation[None] = Operation(
    "GET /pets",
    parameters={"q": QueryString("q")},
    success={204: None},
)

_PURGE: Operation[None] = Operation(
    "PURGE /pets",
    success={204: None},
)


class PetResource(Resource[BaseClient]):
    """The operations of `client.pet`."""

    def list(
        self,
        *,
        q: Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /pets."""
        return self._client.call(_LIST(options), q=q)

    def purge(self, **options: Unpack[RequestOptions]) -> None:
        """PURGE /pets."""
        return self._client.call(_PURGE(options))


class AsyncPetResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `PetResource`."""

    async def list(
        self,
        *,
        q: Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `PetResource.list`."""
        return await self._client.call(_LIST(options), q=q)

    async def purge(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `PetResource.purge`."""
        return await self._client.call(_PURGE(options))
