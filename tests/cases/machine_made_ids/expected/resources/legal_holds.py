# Generated from an OpenAPI description. Do not edit.
"""The operations on `/legal_holds`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

_CREATE: Operation[None] = Operation(
    "POST /legal_holds",
    success={204: None},
)

_LIST: Operation[None] = Operation(
    "GET /legal_holds",
    success={204: None},
)


class LegalHoldsResource(Resource[BaseClient]):
    """The operations of `client.legal_holds`."""

    def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /legal_holds."""
        return self._client.call(_CREATE(options))

    def list(self, **options: Unpack[RequestOptions]) -> None:
        """GET /legal_holds."""
        return self._client.call(_LIST(options))


class AsyncLegalHoldsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `LegalHoldsResource`."""

    async def create(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `LegalHoldsResource.create`."""
        return await self._client.call(_CREATE(options))

    async def list(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `LegalHoldsResource.list`."""
        return await self._client.call(_LIST(options))
