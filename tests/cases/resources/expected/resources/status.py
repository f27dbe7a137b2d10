# Generated from an OpenAPI description. Do not edit.
"""The operations on `/v1/teams/{teamId}/status`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions

_GET: Operation[None] = Operation(
    "GET /v1/teams/{teamId}/status",
    success={204: None},
)


class StatusResource(Resource[BaseClient]):
    """The operations of `client.status`."""

    def get(self, team_id: str, **options: Unpack[RequestOptions]) -> None:
        """GET /v1/teams/{teamId}/status."""
        return self._client.call(_GET(options, team_id))


class AsyncStatusResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `StatusResource`."""

    async def get(self, team_id: str, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `StatusResource.get`."""
        return await self._client.call(_GET(options, team_id))
