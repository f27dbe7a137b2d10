# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/workspaces/{workspaceId}/channels/{channelId}/conversational`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import ConversationalChannel, NotFoundErrorBody, ValidationErrorBody

if TYPE_CHECKING:
    from ..models import ConversationalChannelStatus

_GET_CONVERSATIONS_CONFIGURATION: Operation[ConversationalChannel] = Operation(
    "GET /workspaces/{workspaceId}/channels/{channelId}/conversational",
    success={200: ConversationalChannel},
    errors={404: NotFoundErrorBody},
)

_UPDATE_CONVERSATIONS_CONFIGURATION: Operation[ConversationalChannel] = Operation(
    "PATCH /workspaces/{workspaceId}/channels/{channelId}/conversational",
    body=Fields(ConversationalChannel),
    success={200: ConversationalChannel},
    errors={404: NotFoundErrorBody, 422: ValidationErrorBody},
)


class ChannelsResource(Resource[BaseClient]):
    """The operations of `client.channels`."""

    def get_conversations_configuration(
        self, workspace_id: str, channel_id: str, /, **options: Unpack[RequestOptions]
    ) -> ConversationalChannel:
        """Get channel's conversations configuration.

        Tells whether the messages of a channel are gathered in conversations.

        Args:
            workspace_id: `workspaceId` in the path.
            channel_id: `channelId` in the path.

        Raises: NotFoundError.
        """
        return self._client.call(
            _GET_CONVERSATIONS_CONFIGURATION(options, workspace_id, channel_id)
        )

    def update_conversations_configuration(
        self,
        workspace_id: str,
        channel_id: str,
        /,
        *,
        status: ConversationalChannelStatus,
        **options: Unpack[RequestOptions],
    ) -> ConversationalChannel:
        """Set channel's conversations configuration.

        Turns conversations on or off for a channel.

        Args:
            workspace_id: `workspaceId` in the path.
            channel_id: `channelId` in the path.
            status: State of the conversations feature on the channel.

        Raises:
            NotFoundError
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _UPDATE_CONVERSATIONS_CONFIGURATION(options, workspace_id, channel_id),
            status=status,
        )

    @cached_property
    def with_raw_response(self) -> _RawChannelsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawChannelsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedChannelsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedChannelsResource(self._returning("stream"))


class _RawChannelsResource:
    def __init__(self, resource: ChannelsResource) -> None:
        self.get_conversations_configuration = raw(
            resource.get_conversations_configuration
        )
        self.update_conversations_configuration = raw(
            resource.update_conversations_configuration
        )


class _StreamedChannelsResource:
    def __init__(self, resource: ChannelsResource) -> None:
        self.get_conversations_configuration = streamed(
            resource.get_conversations_configuration
        )
        self.update_conversations_configuration = streamed(
            resource.update_conversations_configuration
        )


class AsyncChannelsResource(Resource[AsyncBaseClient]):
    """Async version of `ChannelsResource`."""

    async def get_conversations_configuration(
        self, workspace_id: str, channel_id: str, /, **options: Unpack[RequestOptions]
    ) -> ConversationalChannel:
        """Get channel's conversations configuration.

        Tells whether the messages of a channel are gathered in conversations.

        Args:
            workspace_id: `workspaceId` in the path.
            channel_id: `channelId` in the path.

        Raises: NotFoundError.
        """
        return await self._client.call(
            _GET_CONVERSATIONS_CONFIGURATION(options, workspace_id, channel_id)
        )

    async def update_conversations_configuration(
        self,
        workspace_id: str,
        channel_id: str,
        /,
        *,
        status: ConversationalChannelStatus,
        **options: Unpack[RequestOptions],
    ) -> ConversationalChannel:
        """Set channel's conversations configuration.

        Turns conversations on or off for a channel.

        Args:
            workspace_id: `workspaceId` in the path.
            channel_id: `channelId` in the path.
            status: State of the conversations feature on the channel.

        Raises:
            NotFoundError
            UnprocessableEntityError: The request is not valid.
        """
        return await self._client.call(
            _UPDATE_CONVERSATIONS_CONFIGURATION(options, workspace_id, channel_id),
            status=status,
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncChannelsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncChannelsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncChannelsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncChannelsResource(self._returning("stream"))


class _RawAsyncChannelsResource:
    def __init__(self, resource: AsyncChannelsResource) -> None:
        self.get_conversations_configuration = async_raw(
            resource.get_conversations_configuration
        )
        self.update_conversations_configuration = async_raw(
            resource.update_conversations_configuration
        )


class _StreamedAsyncChannelsResource:
    def __init__(self, resource: AsyncChannelsResource) -> None:
        self.get_conversations_configuration = async_streamed(
            resource.get_conversations_configuration
        )
        self.update_conversations_configuration = async_streamed(
            resource.update_conversations_configuration
        )
