# Generated from an OpenAPI description. Do not edit.
"""The operations on `/workspaces/{workspaceId}/conversations-antispam-settings`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Fields, Operation, RequestOptions
from ..models import AntispamSettings, ValidationErrorBody

_GET: Operation[AntispamSettings] = Operation(
    "GET /workspaces/{workspaceId}/conversations-antispam-settings",
    success={200: AntispamSettings},
)

_UPDATE: Operation[None] = Operation(
    "PATCH /workspaces/{workspaceId}/conversations-antispam-settings",
    body=Fields(AntispamSettings),
    success={204: None},
    errors={422: ValidationErrorBody},
)


class AntispamResource(Resource[BaseClient]):
    """The operations of `client.antispam`."""

    def get(
        self, workspace_id: str, **options: Unpack[RequestOptions]
    ) -> AntispamSettings:
        """Get antispam settings.

        Tells whether the antispam check is on.

        Inferred, not documented: the operation.
        """
        return self._client.call(_GET(options, workspace_id))

    def update(
        self,
        workspace_id: str,
        *,
        enabled: bool,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Update antispam settings.

        Turns the antispam check on or off.

        Keyword arguments are the fields of `AntispamSettings`.

        Raises: UnprocessableEntityError: The request is not valid.

        Inferred, not documented: status 204.
        """
        return self._client.call(_UPDATE(options, workspace_id), enabled=enabled)


class AsyncAntispamResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `AntispamResource`."""

    async def get(
        self, workspace_id: str, **options: Unpack[RequestOptions]
    ) -> AntispamSettings:
        """Asynchronous twin of `AntispamResource.get`."""
        return await self._client.call(_GET(options, workspace_id))

    async def update(
        self,
        workspace_id: str,
        *,
        enabled: bool,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `AntispamResource.update`."""
        return await self._client.call(_UPDATE(options, workspace_id), enabled=enabled)
