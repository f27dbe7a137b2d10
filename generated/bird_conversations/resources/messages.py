# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Messages of a conversation. A message carries either a body of one kind, such as
text, HTML or images, or a template. A draft can be changed until it is sent.
"""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Unpack
from uuid import UUID

from .._runtime.bodies import Fields, JSONBody
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cursor_pagination import TokenPagination
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import (
    ConflictErrorBody,
    DetailedError,
    Message,
    MessagePage,
    NotFoundErrorBody,
    UpdateMessage,
    ValidationErrorBody,
)

if TYPE_CHECKING:
    from ..models import (
        Body,
        BodyDict,
        CreateMessage,
        CreateMessageDict,
        CreateMessageRecipients,
        CreateMessageRecipientsDict,
        MessageSender,
        MessageSenderDict,
        UpdateMessageStatus,
    )

_CREATE: Operation[Message] = Operation(
    "POST /workspaces/{workspaceId}/conversations/{conversationId}/messages",
    body=JSONBody(),
    success={201: Message},
    errors={
        403: DetailedError,
        404: NotFoundErrorBody,
        409: ConflictErrorBody,
        422: ValidationErrorBody,
    },
)

_DELETE: Operation[None] = Operation(
    "DELETE /workspaces/{workspaceId}/conversations/{conversationId}/messages/{messageId}",
    success={204: None},
    errors={404: NotFoundErrorBody},
)

_GET: Operation[Message] = Operation(
    "GET /workspaces/{workspaceId}/conversations/{conversationId}/messages/{messageId}",
    success={200: Message},
    errors={404: NotFoundErrorBody},
)

_LIST: PagedOperation[MessagePage] = PagedOperation(
    "GET /workspaces/{workspaceId}/conversations/{conversationId}/messages",
    pagination=TokenPagination("results", "next_page_token", "page_token"),
    parameters={
        "limit": Query("limit"),
        "page_token": Query("pageToken"),
        "reverse": Query("reverse"),
        "date_from": Query("dateFrom"),
    },
    success={200: MessagePage},
    errors={403: DetailedError, 404: NotFoundErrorBody, 409: ConflictErrorBody},
)

_UPDATE: Operation[Message] = Operation(
    "PATCH /workspaces/{workspaceId}/conversations/{conversationId}/messages/{messageId}",
    body=Fields(UpdateMessage, required=False),
    success={200: Message},
    errors={404: NotFoundErrorBody, 409: ConflictErrorBody, 422: ValidationErrorBody},
)


class MessagesResource(Resource[BaseClient]):
    """The operations of `client.messages`."""

    def create(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        *,
        body: CreateMessage | CreateMessageDict,
        **options: Unpack[RequestOptions],
    ) -> Message:
        """Create message in conversation.

        Sends a message with either a body or a template. The sender must take part in
        the conversation, unless missing participants are added on the way. A closed
        conversation takes no messages.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            body: Message to send.

        Raises:
            NotFoundError
            PermissionDeniedError: The access key may not do this.
            ConflictError: There is such a resource already.
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _CREATE(options, workspace_id, conversation_id), body=body
        )

    def delete(
        self,
        workspace_id: str,
        conversation_id: str,
        message_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a message.

        Deletes one message of a conversation.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            message_id: `messageId` in the path.

        Raises: NotFoundError.
        """
        return self._client.call(
            _DELETE(options, workspace_id, conversation_id, message_id)
        )

    def get(
        self,
        workspace_id: str,
        conversation_id: str,
        message_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> Message:
        """Get a message.

        Returns one message of a conversation.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            message_id: `messageId` in the path.

        Raises: NotFoundError.

        Inferred, not documented: status 404.
        """
        return self._client.call(
            _GET(options, workspace_id, conversation_id, message_id)
        )

    def list(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        date_from: datetime | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Message]:
        """List conversation messages.

        Lists the messages of a conversation, page by page.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
            date_from: Return only messages created after this moment.

        Raises:
            NotFoundError
            PermissionDeniedError: The access key may not do this.
            ConflictError: The state of the resource does not allow this.
        """
        return _LIST.pages(
            self._client,
            options,
            workspace_id,
            conversation_id,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            date_from=date_from,
        )

    def update(
        self,
        workspace_id: str,
        conversation_id: str,
        message_id: str,
        /,
        *,
        draft: bool | None | Unset = UNSET,
        body: Body | BodyDict | None | Unset = UNSET,
        sender: MessageSender | MessageSenderDict | None = None,
        status: UpdateMessageStatus | None | Unset = UNSET,
        recipients: (
            CreateMessageRecipients | CreateMessageRecipientsDict | None | Unset
        ) = UNSET,
        add_missing_participants: bool | None = None,
        reply_to_message_id: UUID | str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Message:
        """Update a message.

        Changes a message that is still a draft. Setting `draft` to false sends it.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            message_id: `messageId` in the path.
            draft: Set to false to send the draft.
            body: New content of the draft.
            sender: Name and addresses to show as the sender of a message.
            status: New state of the message.
            recipients: Who receives the message.
            add_missing_participants: Whether to add the recipients to the conversation
                if they are not in it.
            reply_to_message_id: Message that this one answers.

        Raises:
            NotFoundError
            ConflictError: The state of the resource does not allow this.
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _UPDATE(options, workspace_id, conversation_id, message_id),
            draft=draft,
            body=body,
            sender=sender,
            status=status,
            recipients=recipients,
            add_missing_participants=add_missing_participants,
            reply_to_message_id=reply_to_message_id,
        )

    @cached_property
    def with_raw_response(self) -> _RawMessagesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawMessagesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedMessagesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedMessagesResource(self._returning("stream"))


class _RawMessagesResource:
    def __init__(self, resource: MessagesResource) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.get = raw(resource.get)
        self.list = raw(resource.list)
        self.update = raw(resource.update)


class _StreamedMessagesResource:
    def __init__(self, resource: MessagesResource) -> None:
        self.create = streamed(resource.create)
        self.delete = streamed(resource.delete)
        self.get = streamed(resource.get)
        self.list = streamed(resource.list)
        self.update = streamed(resource.update)


class AsyncMessagesResource(Resource[AsyncBaseClient]):
    """Async version of `MessagesResource`."""

    async def create(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        *,
        body: CreateMessage | CreateMessageDict,
        **options: Unpack[RequestOptions],
    ) -> Message:
        """Create message in conversation.

        Sends a message with either a body or a template. The sender must take part in
        the conversation, unless missing participants are added on the way. A closed
        conversation takes no messages.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            body: Message to send.

        Raises:
            NotFoundError
            PermissionDeniedError: The access key may not do this.
            ConflictError: There is such a resource already.
            UnprocessableEntityError: The request is not valid.
        """
        return await self._client.call(
            _CREATE(options, workspace_id, conversation_id), body=body
        )

    async def delete(
        self,
        workspace_id: str,
        conversation_id: str,
        message_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a message.

        Deletes one message of a conversation.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            message_id: `messageId` in the path.

        Raises: NotFoundError.
        """
        return await self._client.call(
            _DELETE(options, workspace_id, conversation_id, message_id)
        )

    async def get(
        self,
        workspace_id: str,
        conversation_id: str,
        message_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> Message:
        """Get a message.

        Returns one message of a conversation.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            message_id: `messageId` in the path.

        Raises: NotFoundError.

        Inferred, not documented: status 404.
        """
        return await self._client.call(
            _GET(options, workspace_id, conversation_id, message_id)
        )

    def list(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        date_from: datetime | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Message]:
        """List conversation messages.

        Lists the messages of a conversation, page by page.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
            date_from: Return only messages created after this moment.

        Raises:
            NotFoundError
            PermissionDeniedError: The access key may not do this.
            ConflictError: The state of the resource does not allow this.
        """
        return _LIST.async_pages(
            self._client,
            options,
            workspace_id,
            conversation_id,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            date_from=date_from,
        )

    async def update(
        self,
        workspace_id: str,
        conversation_id: str,
        message_id: str,
        /,
        *,
        draft: bool | None | Unset = UNSET,
        body: Body | BodyDict | None | Unset = UNSET,
        sender: MessageSender | MessageSenderDict | None = None,
        status: UpdateMessageStatus | None | Unset = UNSET,
        recipients: (
            CreateMessageRecipients | CreateMessageRecipientsDict | None | Unset
        ) = UNSET,
        add_missing_participants: bool | None = None,
        reply_to_message_id: UUID | str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Message:
        """Update a message.

        Changes a message that is still a draft. Setting `draft` to false sends it.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            message_id: `messageId` in the path.
            draft: Set to false to send the draft.
            body: New content of the draft.
            sender: Name and addresses to show as the sender of a message.
            status: New state of the message.
            recipients: Who receives the message.
            add_missing_participants: Whether to add the recipients to the conversation
                if they are not in it.
            reply_to_message_id: Message that this one answers.

        Raises:
            NotFoundError
            ConflictError: The state of the resource does not allow this.
            UnprocessableEntityError: The request is not valid.
        """
        return await self._client.call(
            _UPDATE(options, workspace_id, conversation_id, message_id),
            draft=draft,
            body=body,
            sender=sender,
            status=status,
            recipients=recipients,
            add_missing_participants=add_missing_participants,
            reply_to_message_id=reply_to_message_id,
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncMessagesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncMessagesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncMessagesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncMessagesResource(self._returning("stream"))


class _RawAsyncMessagesResource:
    def __init__(self, resource: AsyncMessagesResource) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.get = async_raw(resource.get)
        self.list = async_raw(resource.list)
        self.update = async_raw(resource.update)


class _StreamedAsyncMessagesResource:
    def __init__(self, resource: AsyncMessagesResource) -> None:
        self.create = async_streamed(resource.create)
        self.delete = async_streamed(resource.delete)
        self.get = async_streamed(resource.get)
        self.list = async_streamed(resource.list)
        self.update = async_streamed(resource.update)
