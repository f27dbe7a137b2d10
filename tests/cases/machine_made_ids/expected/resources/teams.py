# Generated from an OpenAPI description. Do not edit.
"""The operations on `/teams`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

_LIST_FOR_ORG: Operation[None] = Operation(
    "GET /teams",
    success={204: None},
)


class TeamsResource(Resource[BaseClient]):
    """The operations of `client.teams`."""

    def list_for_org(self, **options: Unpack[RequestOptions]) -> None:
        """GET /teams."""
        return self._client.call(_LIST_FOR_ORG(options))


class AsyncTeamsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `TeamsResource`."""

    async def list_for_org(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `TeamsResource.list_for_org`."""
        return await self._client.call(_LIST_FOR_ORG(options))
