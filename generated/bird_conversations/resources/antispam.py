# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/workspaces/{workspaceId}/conversations-antispam-settings`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
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
        self, workspace_id: str, /, **options: Unpack[RequestOptions]
    ) -> AntispamSettings:
        """Get antispam settings.

        Tells whether the antispam check is on.

        Args:
            workspace_id: `workspaceId` in the path.

        Inferred, not documented: the operation.
        """
        return self._client.call(_GET(options, workspace_id))

    def update(
        self,
        workspace_id: str,
        /,
        *,
        enabled: bool,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Update antispam settings.

        Turns the antispam check on or off.

        Args:
            workspace_id: `workspaceId` in the path.
            enabled: Whether the check is on.

        Raises: UnprocessableEntityError: The request is not valid.

        Inferred, not documented: status 204.
        """
        return self._client.call(_UPDATE(options, workspace_id), enabled=enabled)

    @cached_property
    def with_raw_response(self) -> _RawAntispamResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAntispamResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAntispamResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAntispamResource(self._returning("stream"))


class _RawAntispamResource:
    def __init__(self, resource: AntispamResource) -> None:
        self.get = raw(resource.get)
        self.update = raw(resource.update)


class _StreamedAntispamResource:
    def __init__(self, resource: AntispamResource) -> None:
        self.get = streamed(resource.get)
        self.update = streamed(resource.update)


class AsyncAntispamResource(Resource[AsyncBaseClient]):
    """Async version of `AntispamResource`."""

    async def get(
        self, workspace_id: str, /, **options: Unpack[RequestOptions]
    ) -> AntispamSettings:
        """Get antispam settings.

        Tells whether the antispam check is on.

        Args:
            workspace_id: `workspaceId` in the path.

        Inferred, not documented: the operation.
        """
        return await self._client.call(_GET(options, workspace_id))

    async def update(
        self,
        workspace_id: str,
        /,
        *,
        enabled: bool,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Update antispam settings.

        Turns the antispam check on or off.

        Args:
            workspace_id: `workspaceId` in the path.
            enabled: Whether the check is on.

        Raises: UnprocessableEntityError: The request is not valid.

        Inferred, not documented: status 204.
        """
        return await self._client.call(_UPDATE(options, workspace_id), enabled=enabled)

    @cached_property
    def with_raw_response(self) -> _RawAsyncAntispamResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncAntispamResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncAntispamResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncAntispamResource(self._returning("stream"))


class _RawAsyncAntispamResource:
    def __init__(self, resource: AsyncAntispamResource) -> None:
        self.get = async_raw(resource.get)
        self.update = async_raw(resource.update)


class _StreamedAsyncAntispamResource:
    def __init__(self, resource: AsyncAntispamResource) -> None:
        self.get = async_streamed(resource.get)
        self.update = async_streamed(resource.update)
