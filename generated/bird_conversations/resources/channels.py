# Generated from an OpenAPI description. Do not edit.
"""The operations on `/workspaces/{workspaceId}/channels/{channelId}/conversational`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Fields, Operation, RequestOptions
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
        self, workspace_id: str, channel_id: str, **options: Unpack[RequestOptions]
    ) -> ConversationalChannel:
        """Get channel's conversations configuration.

        Tells whether the messages of a channel are gathered in conversations.

        Raises: NotFoundError.
        """
        return self._client.call(
            _GET_CONVERSATIONS_CONFIGURATION(options, workspace_id, channel_id)
        )

    def update_conversations_configuration(
        self,
        workspace_id: str,
        channel_id: str,
        *,
        status: ConversationalChannelStatus,
        **options: Unpack[RequestOptions],
    ) -> ConversationalChannel:
        """Set channel's conversations configuration.

        Turns conversations on or off for a channel.

        Keyword arguments are the fields of `ConversationalChannel`.

        Raises:
            NotFoundError
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _UPDATE_CONVERSATIONS_CONFIGURATION(options, workspace_id, channel_id),
            status=status,
        )


class AsyncChannelsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ChannelsResource`."""

    async def get_conversations_configuration(
        self, workspace_id: str, channel_id: str, **options: Unpack[RequestOptions]
    ) -> ConversationalChannel:
        """Asynchronous twin of `ChannelsResource.get_conversations_configuration`."""
        return await self._client.call(
            _GET_CONVERSATIONS_CONFIGURATION(options, workspace_id, channel_id)
        )

    async def update_conversations_configuration(
        self,
        workspace_id: str,
        channel_id: str,
        *,
        status: ConversationalChannelStatus,
        **options: Unpack[RequestOptions],
    ) -> ConversationalChannel:
        """Asynchronous twin of `ChannelsResource.update_conversations_configuration`."""
        return await self._client.call(
            _UPDATE_CONVERSATIONS_CONFIGURATION(options, workspace_id, channel_id),
            status=status,
        )
