# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Conversations, their uploads, and the channels that take part in them. A conversation
is a thread of messages between participants.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Unpack
from uuid import UUID

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cursor_pagination import TokenPagination
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import (
    ConflictErrorBody,
    Conversation,
    ConversationPage,
    CreateConversation,
    CreatePresignedUpload,
    DetailedError,
    NotFoundErrorBody,
    PresignedUpload,
    UpdateConversation,
    ValidationErrorBody,
)

if TYPE_CHECKING:
    from ..models import (
        ConversationAccessibility,
        ConversationResource,
        ConversationResourceDict,
        ConversationStatus,
        ConversationStyle,
        ConversationVisibility,
        CreateInitialMessage,
        CreateInitialMessageDict,
        ParticipantRef,
        ParticipantRefDict,
    )

_CREATE: Operation[Conversation] = Operation(
    "POST /workspaces/{workspaceId}/conversations",
    body=Fields(CreateConversation, required=False),
    success={201: Conversation},
    errors={
        403: DetailedError,
        404: NotFoundErrorBody,
        409: ConflictErrorBody,
        422: ValidationErrorBody,
    },
)

_CREATE_PRESIGNED_UPLOAD: Operation[PresignedUpload] = Operation(
    "POST /workspaces/{workspaceId}/conversations/{conversationId}/presigned-upload",
    body=Fields(CreatePresignedUpload),
    success={200: PresignedUpload},
    errors={404: NotFoundErrorBody, 422: ValidationErrorBody},
)

_DELETE: Operation[None] = Operation(
    "DELETE /workspaces/{workspaceId}/conversations/{conversationId}",
    success={204: None},
    errors={404: NotFoundErrorBody},
)

_GET: Operation[Conversation] = Operation(
    "GET /workspaces/{workspaceId}/conversations/{conversationId}",
    success={200: Conversation},
    errors={404: NotFoundErrorBody},
)

_LIST: PagedOperation[ConversationPage] = PagedOperation(
    "GET /workspaces/{workspaceId}/conversations",
    pagination=TokenPagination("results", "next_page_token", "page_token"),
    parameters={
        "limit": Query("limit"),
        "page_token": Query("pageToken"),
        "reverse": Query("reverse"),
        "resource": Query("resource"),
    },
    success={200: ConversationPage},
    errors={404: NotFoundErrorBody},
)

_UPDATE: Operation[Conversation] = Operation(
    "PATCH /workspaces/{workspaceId}/conversations/{conversationId}",
    body=Fields(UpdateConversation, required=False),
    success={200: Conversation},
    errors={404: NotFoundErrorBody, 409: ConflictErrorBody, 422: ValidationErrorBody},
)


class ConversationsResource(Resource[BaseClient]):
    """The operations of `client.conversations`."""

    def create(
        self,
        workspace_id: str,
        /,
        *,
        name: str | None = None,
        description: str | None = None,
        style: ConversationStyle | None = None,
        visibility: ConversationVisibility | None = None,
        accessibility: ConversationAccessibility | None = None,
        participants: Sequence[ParticipantRef | ParticipantRefDict] | None = None,
        initiating_participant: ParticipantRef | ParticipantRefDict | None = None,
        channel_id: UUID | str | None = None,
        initial_message: (
            CreateInitialMessage | CreateInitialMessageDict | None | Unset
        ) = UNSET,
        attributes: Mapping[str, object] | None | Unset = UNSET,
        resource: (
            ConversationResource | ConversationResourceDict | None | Unset
        ) = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Conversation:
        """Create conversation.

        Starts a conversation, with or without a first message.

        Args:
            workspace_id: `workspaceId` in the path.
            name: Name of the conversation. For e-mail it is the subject.
            description: Free text about the conversation.
            style: Purpose of a conversation.
            visibility: Whether a conversation is public or private.
            accessibility: How new participants get into a conversation: freely, by
                invitation, or by asking.
            participants: Participants to begin with, at most five.
            initiating_participant: Participant that starts the conversation. The sender
                of an initial message goes before it.
            channel_id: Channel that carries the conversation. Not empty.
            initial_message: First message of a new conversation.
            attributes: Your own data to keep with the conversation.
            resource: Object that the conversation is about.

        Raises:
            NotFoundError
            PermissionDeniedError: The access key may not do this.
            ConflictError: There is such a resource already.
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _CREATE(options, workspace_id),
            name=name,
            description=description,
            style=style,
            visibility=visibility,
            accessibility=accessibility,
            participants=participants,
            initiating_participant=initiating_participant,
            channel_id=channel_id,
            initial_message=initial_message,
            attributes=attributes,
            resource=resource,
        )

    def create_presigned_upload(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        *,
        content_type: str,
        **options: Unpack[RequestOptions],
    ) -> PresignedUpload:
        """Create a presigned media upload.

        Prepares the upload of a file for a message. The answer holds the address and
        the form fields for the upload, and the address to use in the message.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            content_type: Media type of the file, such as `image/png`. Not empty.

        Raises:
            NotFoundError
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _CREATE_PRESIGNED_UPLOAD(options, workspace_id, conversation_id),
            content_type=content_type,
        )

    def delete(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete conversation.

        Deletes one conversation.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.

        Raises: NotFoundError.
        """
        return self._client.call(_DELETE(options, workspace_id, conversation_id))

    def get(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> Conversation:
        """Get conversation.

        Returns one conversation.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.

        Raises: NotFoundError.

        Inferred, not documented: status 404.
        """
        return self._client.call(_GET(options, workspace_id, conversation_id))

    def list(
        self,
        workspace_id: str,
        /,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        resource: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Conversation]:
        """List conversations.

        Lists the conversations of a workspace, page by page.

        Args:
            workspace_id: `workspaceId` in the path.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
            resource: Return only conversations about this object, written as its type,
                a colon and its ID, such as `task:67e4d358-ca94-421e-98b7-448860df9d33`.
                At most 60 characters.

        Raises: NotFoundError.
        """
        return _LIST.pages(
            self._client,
            options,
            workspace_id,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            resource=resource,
        )

    def update(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        *,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        status: ConversationStatus | None = None,
        visibility: ConversationVisibility | None = None,
        accessibility: ConversationAccessibility | None = None,
        attributes: Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Conversation:
        """Update conversation.

        Changes the name, the state or other properties of a conversation. What is left
        out stays as it is.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            name: Name of the conversation. For e-mail it is the subject.
            description: Free text about the conversation.
            status: State of a conversation.
            visibility: Whether a conversation is public or private.
            accessibility: How new participants get into a conversation: freely, by
                invitation, or by asking.
            attributes: Your own data to keep with the conversation.

        Raises:
            NotFoundError
            ConflictError: The state of the resource does not allow this.
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _UPDATE(options, workspace_id, conversation_id),
            name=name,
            description=description,
            status=status,
            visibility=visibility,
            accessibility=accessibility,
            attributes=attributes,
        )

    @cached_property
    def with_raw_response(self) -> _RawConversationsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawConversationsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedConversationsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedConversationsResource(self._returning("stream"))


class _RawConversationsResource:
    def __init__(self, resource: ConversationsResource) -> None:
        self.create = raw(resource.create)
        self.create_presigned_upload = raw(resource.create_presigned_upload)
        self.delete = raw(resource.delete)
        self.get = raw(resource.get)
        self.list = raw(resource.list)
        self.update = raw(resource.update)


class _StreamedConversationsResource:
    def __init__(self, resource: ConversationsResource) -> None:
        self.create = streamed(resource.create)
        self.create_presigned_upload = streamed(resource.create_presigned_upload)
        self.delete = streamed(resource.delete)
        self.get = streamed(resource.get)
        self.list = streamed(resource.list)
        self.update = streamed(resource.update)


class AsyncConversationsResource(Resource[AsyncBaseClient]):
    """Async version of `ConversationsResource`."""

    async def create(
        self,
        workspace_id: str,
        /,
        *,
        name: str | None = None,
        description: str | None = None,
        style: ConversationStyle | None = None,
        visibility: ConversationVisibility | None = None,
        accessibility: ConversationAccessibility | None = None,
        participants: Sequence[ParticipantRef | ParticipantRefDict] | None = None,
        initiating_participant: ParticipantRef | ParticipantRefDict | None = None,
        channel_id: UUID | str | None = None,
        initial_message: (
            CreateInitialMessage | CreateInitialMessageDict | None | Unset
        ) = UNSET,
        attributes: Mapping[str, object] | None | Unset = UNSET,
        resource: (
            ConversationResource | ConversationResourceDict | None | Unset
        ) = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Conversation:
        """Create conversation.

        Starts a conversation, with or without a first message.

        Args:
            workspace_id: `workspaceId` in the path.
            name: Name of the conversation. For e-mail it is the subject.
            description: Free text about the conversation.
            style: Purpose of a conversation.
            visibility: Whether a conversation is public or private.
            accessibility: How new participants get into a conversation: freely, by
                invitation, or by asking.
            participants: Participants to begin with, at most five.
            initiating_participant: Participant that starts the conversation. The sender
                of an initial message goes before it.
            channel_id: Channel that carries the conversation. Not empty.
            initial_message: First message of a new conversation.
            attributes: Your own data to keep with the conversation.
            resource: Object that the conversation is about.

        Raises:
            NotFoundError
            PermissionDeniedError: The access key may not do this.
            ConflictError: There is such a resource already.
            UnprocessableEntityError: The request is not valid.
        """
        return await self._client.call(
            _CREATE(options, workspace_id),
            name=name,
            description=description,
            style=style,
            visibility=visibility,
            accessibility=accessibility,
            participants=participants,
            initiating_participant=initiating_participant,
            channel_id=channel_id,
            initial_message=initial_message,
            attributes=attributes,
            resource=resource,
        )

    async def create_presigned_upload(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        *,
        content_type: str,
        **options: Unpack[RequestOptions],
    ) -> PresignedUpload:
        """Create a presigned media upload.

        Prepares the upload of a file for a message. The answer holds the address and
        the form fields for the upload, and the address to use in the message.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            content_type: Media type of the file, such as `image/png`. Not empty.

        Raises:
            NotFoundError
            UnprocessableEntityError: The request is not valid.
        """
        return await self._client.call(
            _CREATE_PRESIGNED_UPLOAD(options, workspace_id, conversation_id),
            content_type=content_type,
        )

    async def delete(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete conversation.

        Deletes one conversation.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.

        Raises: NotFoundError.
        """
        return await self._client.call(_DELETE(options, workspace_id, conversation_id))

    async def get(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> Conversation:
        """Get conversation.

        Returns one conversation.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.

        Raises: NotFoundError.

        Inferred, not documented: status 404.
        """
        return await self._client.call(_GET(options, workspace_id, conversation_id))

    def list(
        self,
        workspace_id: str,
        /,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        resource: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Conversation]:
        """List conversations.

        Lists the conversations of a workspace, page by page.

        Args:
            workspace_id: `workspaceId` in the path.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
            resource: Return only conversations about this object, written as its type,
                a colon and its ID, such as `task:67e4d358-ca94-421e-98b7-448860df9d33`.
                At most 60 characters.

        Raises: NotFoundError.
        """
        return _LIST.async_pages(
            self._client,
            options,
            workspace_id,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            resource=resource,
        )

    async def update(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        *,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        status: ConversationStatus | None = None,
        visibility: ConversationVisibility | None = None,
        accessibility: ConversationAccessibility | None = None,
        attributes: Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Conversation:
        """Update conversation.

        Changes the name, the state or other properties of a conversation. What is left
        out stays as it is.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            name: Name of the conversation. For e-mail it is the subject.
            description: Free text about the conversation.
            status: State of a conversation.
            visibility: Whether a conversation is public or private.
            accessibility: How new participants get into a conversation: freely, by
                invitation, or by asking.
            attributes: Your own data to keep with the conversation.

        Raises:
            NotFoundError
            ConflictError: The state of the resource does not allow this.
            UnprocessableEntityError: The request is not valid.
        """
        return await self._client.call(
            _UPDATE(options, workspace_id, conversation_id),
            name=name,
            description=description,
            status=status,
            visibility=visibility,
            accessibility=accessibility,
            attributes=attributes,
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncConversationsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncConversationsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncConversationsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncConversationsResource(self._returning("stream"))


class _RawAsyncConversationsResource:
    def __init__(self, resource: AsyncConversationsResource) -> None:
        self.create = async_raw(resource.create)
        self.create_presigned_upload = async_raw(resource.create_presigned_upload)
        self.delete = async_raw(resource.delete)
        self.get = async_raw(resource.get)
        self.list = async_raw(resource.list)
        self.update = async_raw(resource.update)


class _StreamedAsyncConversationsResource:
    def __init__(self, resource: AsyncConversationsResource) -> None:
        self.create = async_streamed(resource.create)
        self.create_presigned_upload = async_streamed(resource.create_presigned_upload)
        self.delete = async_streamed(resource.delete)
        self.get = async_streamed(resource.get)
        self.list = async_streamed(resource.list)
        self.update = async_streamed(resource.update)
