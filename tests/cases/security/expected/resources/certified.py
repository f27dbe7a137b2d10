# Generated from an OpenAPI description. Do not edit.
"""The operations on `/certified`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

_GET: Operation[None] = Operation(
    "GET /certified",
    security=((),),
    success={204: None},
)

_UPDATE: Operation[None] = Operation(
    "PUT /certified",
    security=(("oidc",),),
    success={204: None},
)


class CertifiedResource(Resource[BaseClient]):
    """The operations of `client.certified`."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """GET /certified."""
        return self._client.call(_GET(options))

    def update(self, **options: Unpack[RequestOptions]) -> None:
        """PUT /certified."""
        return self._client.call(_UPDATE(options))


class AsyncCertifiedResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `CertifiedResource`."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `CertifiedResource.get`."""
        return await self._client.call(_GET(options))

    async def update(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `CertifiedResource.update`."""
        return await self._client.call(_UPDATE(options))
