# Generated from an OpenAPI description. Do not edit.
"""Conversations, their uploads, and the channels that take part in them. A conversation
is a thread of messages between participants.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack
from uuid import UUID

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Fields, Operation, RequestOptions
from .._runtime.pages import AsyncPager, Page, PagedOperation, TokenPagination
from .._runtime.parameters import Query
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
        ConversationStatus,
        ConversationStyle,
        ConversationVisibility,
        CreateInitialMessage,
        ParticipantRef,
    )

_CREATE: Operation[Conversation] = Operation(
    "POST /workspaces/{workspaceId}/conversations",
    body=Fields(CreateConversation),
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
    body=Fields(UpdateConversation),
    success={200: Conversation},
    errors={404: NotFoundErrorBody, 409: ConflictErrorBody, 422: ValidationErrorBody},
)


class ConversationsResource(Resource[BaseClient]):
    """The operations of `client.conversations`."""

    def create(
        self,
        workspace_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        style: ConversationStyle | None = None,
        visibility: ConversationVisibility | None = None,
        accessibility: ConversationAccessibility | None = None,
        participants: Sequence[ParticipantRef | Mapping[str, object]] | None = None,
        initiating_participant: ParticipantRef | Mapping[str, object] | None = None,
        channel_id: UUID | str | None = None,
        initial_message: (
            CreateInitialMessage | Mapping[str, object] | None | Unset
        ) = UNSET,
        attributes: Mapping[str, object] | None | Unset = UNSET,
        resource: ConversationResource | Mapping[str, object] | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Conversation:
        """Create conversation.

        Starts a conversation, with or without a first message.

        Keyword arguments are the fields of `CreateConversation`.

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
        *,
        content_type: str,
        **options: Unpack[RequestOptions],
    ) -> PresignedUpload:
        """Create a presigned media upload.

        Prepares the upload of a file for a message. The answer holds the address and
        the form fields for the upload, and the address to use in the message.

        Keyword arguments are the fields of `CreatePresignedUpload`.

        Raises:
            NotFoundError
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _CREATE_PRESIGNED_UPLOAD(options, workspace_id, conversation_id),
            content_type=content_type,
        )

    def delete(
        self, workspace_id: str, conversation_id: str, **options: Unpack[RequestOptions]
    ) -> None:
        """Delete conversation.

        Deletes one conversation.

        Raises: NotFoundError.
        """
        return self._client.call(_DELETE(options, workspace_id, conversation_id))

    def get(
        self, workspace_id: str, conversation_id: str, **options: Unpack[RequestOptions]
    ) -> Conversation:
        """Get conversation.

        Returns one conversation.

        Raises: NotFoundError.

        Inferred, not documented: status 404.
        """
        return self._client.call(_GET(options, workspace_id, conversation_id))

    def list(
        self,
        workspace_id: str,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        resource: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Conversation, ConversationPage]:
        """List conversations.

        Lists the conversations of a workspace, page by page.

        Args:
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

        Keyword arguments are the fields of `UpdateConversation`.

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


class AsyncConversationsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ConversationsResource`."""

    async def create(
        self,
        workspace_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        style: ConversationStyle | None = None,
        visibility: ConversationVisibility | None = None,
        accessibility: ConversationAccessibility | None = None,
        participants: Sequence[ParticipantRef | Mapping[str, object]] | None = None,
        initiating_participant: ParticipantRef | Mapping[str, object] | None = None,
        channel_id: UUID | str | None = None,
        initial_message: (
            CreateInitialMessage | Mapping[str, object] | None | Unset
        ) = UNSET,
        attributes: Mapping[str, object] | None | Unset = UNSET,
        resource: ConversationResource | Mapping[str, object] | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Conversation:
        """Asynchronous twin of `ConversationsResource.create`."""
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
        *,
        content_type: str,
        **options: Unpack[RequestOptions],
    ) -> PresignedUpload:
        """Asynchronous twin of `ConversationsResource.create_presigned_upload`."""
        return await self._client.call(
            _CREATE_PRESIGNED_UPLOAD(options, workspace_id, conversation_id),
            content_type=content_type,
        )

    async def delete(
        self, workspace_id: str, conversation_id: str, **options: Unpack[RequestOptions]
    ) -> None:
        """Asynchronous twin of `ConversationsResource.delete`."""
        return await self._client.call(_DELETE(options, workspace_id, conversation_id))

    async def get(
        self, workspace_id: str, conversation_id: str, **options: Unpack[RequestOptions]
    ) -> Conversation:
        """Asynchronous twin of `ConversationsResource.get`."""
        return await self._client.call(_GET(options, workspace_id, conversation_id))

    def list(
        self,
        workspace_id: str,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        resource: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Conversation, ConversationPage]:
        """Asynchronous twin of `ConversationsResource.list`."""
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
        *,
        name: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        status: ConversationStatus | None = None,
        visibility: ConversationVisibility | None = None,
        accessibility: ConversationAccessibility | None = None,
        attributes: Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Conversation:
        """Asynchronous twin of `ConversationsResource.update`."""
        return await self._client.call(
            _UPDATE(options, workspace_id, conversation_id),
            name=name,
            description=description,
            status=status,
            visibility=visibility,
            accessibility=accessibility,
            attributes=attributes,
        )
