# Generated from an OpenAPI description. Do not edit.
"""Participants of a conversation: customers, users, agents, flows, bots, access keys
and parts of the system. The type of a participant says what its ID means: a contact
ID for a `contact`, a user ID for a `user`, an access key ID for an `accessKey`, and
so on. A contact can also be named by an identifier key and value, such as
`emailaddress` with `john.doe@example.com` or `phonenumber` with `+31612345678`;
other channels bring keys of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack
from uuid import UUID

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Fields, JSONBody, Operation, RequestOptions
from .._runtime.pages import AsyncPager, Page, PagedOperation, TokenPagination
from .._runtime.parameters import Query
from ..models import (
    ConflictErrorBody,
    ConversationPage,
    DetailedError,
    NotFoundErrorBody,
    Participant,
    ParticipantPage,
    UpdateParticipant,
    ValidationErrorBody,
)

if TYPE_CHECKING:
    from ..models import (
        Conversation,
        ConversationStatusFilter,
        CreateParticipant,
        ListParticipantConversationsVisibility,
        UpdateParticipantStatus,
    )

_CREATE: Operation[Participant] = Operation(
    "POST /workspaces/{workspaceId}/conversations/{conversationId}/participants",
    body=JSONBody(required=False, nullable=True),
    success={200: Participant, 201: Participant},
    errors={404: NotFoundErrorBody, 409: ConflictErrorBody, 422: ValidationErrorBody},
)

_DELETE: Operation[None] = Operation(
    "DELETE /workspaces/{workspaceId}/conversations/{conversationId}/participants/{conversationParticipantId}",
    success={204: None},
    errors={404: NotFoundErrorBody},
)

_GET: Operation[Participant] = Operation(
    "GET /workspaces/{workspaceId}/conversations/{conversationId}/participants/{conversationParticipantId}",
    success={200: Participant},
    errors={404: NotFoundErrorBody},
)

_GET_BY_IDENTIFIER: Operation[Participant] = Operation(
    "GET /workspaces/{workspaceId}/conversations/{conversationId}/participants/{identifierKey}/{identifierValue}",
    success={200: Participant},
    errors={404: NotFoundErrorBody},
)

_LIST: PagedOperation[ParticipantPage] = PagedOperation(
    "GET /workspaces/{workspaceId}/conversations/{conversationId}/participants",
    pagination=TokenPagination("results", "next_page_token", "page_token"),
    parameters={
        "limit": Query("limit"),
        "page_token": Query("pageToken"),
        "reverse": Query("reverse"),
    },
    success={200: ParticipantPage},
    errors={404: NotFoundErrorBody},
)

_LIST_CONVERSATIONS: PagedOperation[ConversationPage] = PagedOperation(
    "GET /workspaces/{workspaceId}/participants/{conversationParticipantId}/conversations",
    pagination=TokenPagination("results", "next_page_token", "page_token"),
    parameters={
        "visibility": Query("visibility"),
        "limit": Query("limit"),
        "page_token": Query("pageToken"),
        "reverse": Query("reverse"),
        "channel_id": Query("channelId"),
        "status": Query("status"),
    },
    success={200: ConversationPage},
    errors={401: DetailedError, 422: ValidationErrorBody},
)

_LIST_CONVERSATIONS_BY_IDENTIFIER: PagedOperation[ConversationPage] = PagedOperation(
    "GET /workspaces/{workspaceId}/participants/{identifierKey}/{identifierValue}/conversations",
    pagination=TokenPagination("results", "next_page_token", "page_token"),
    parameters={
        "limit": Query("limit"),
        "page_token": Query("pageToken"),
        "reverse": Query("reverse"),
        "channel_id": Query("channelId"),
        "status": Query("status"),
    },
    success={200: ConversationPage},
    errors={401: DetailedError, 422: ValidationErrorBody},
)

_UPDATE: Operation[Participant] = Operation(
    "PATCH /workspaces/{workspaceId}/conversations/{conversationId}/participants/{conversationParticipantId}",
    body=Fields(UpdateParticipant),
    success={200: Participant},
    errors={404: NotFoundErrorBody, 409: ConflictErrorBody, 422: ValidationErrorBody},
)

_UPDATE_BY_IDENTIFIER: Operation[Participant] = Operation(
    "PATCH /workspaces/{workspaceId}/conversations/{conversationId}/participants/{identifierKey}/{identifierValue}",
    body=Fields(UpdateParticipant),
    success={200: Participant},
    errors={404: NotFoundErrorBody, 409: ConflictErrorBody, 422: ValidationErrorBody},
)


class ParticipantsResource(Resource[BaseClient]):
    """The operations of `client.participants`."""

    def create(
        self,
        workspace_id: str,
        conversation_id: str,
        *,
        body: CreateParticipant | Mapping[str, object] | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Ensure the conversation has a specific participant.

        Adds a participant to a conversation. Status 201 says that it was added, status
        200 that it was there already.

        Raises:
            NotFoundError
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
        conversation_participant_id: str,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete conversation participant.

        Takes a participant out of a conversation. There is no variant by identifier key
        and value.

        Raises:
            NotFoundError
            PermissionDeniedError: The access key may not do this.
        """
        return self._client.call(
            _DELETE(
                options, workspace_id, conversation_id, conversation_participant_id
            ),
        )

    def get(
        self,
        workspace_id: str,
        conversation_id: str,
        conversation_participant_id: str,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Get conversation participant.

        Returns a participant of a conversation, found by participant ID.

        Raises: NotFoundError.
        """
        return self._client.call(
            _GET(options, workspace_id, conversation_id, conversation_participant_id)
        )

    def get_by_identifier(
        self,
        workspace_id: str,
        conversation_id: str,
        identifier_key: str,
        identifier_value: str,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Get conversation participant by contact.

        Returns a participant of a conversation, found by identifier key and value.

        Raises: NotFoundError.
        """
        return self._client.call(
            _GET_BY_IDENTIFIER(
                options, workspace_id, conversation_id, identifier_key, identifier_value
            ),
        )

    def list(
        self,
        workspace_id: str,
        conversation_id: str,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Participant, ParticipantPage]:
        """List conversation participants.

        Lists the participants of a conversation, page by page.

        Args:
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.

        Raises: NotFoundError.
        """
        return _LIST.pages(
            self._client,
            options,
            workspace_id,
            conversation_id,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
        )

    def list_conversations(
        self,
        workspace_id: str,
        conversation_participant_id: str,
        *,
        visibility: ListParticipantConversationsVisibility | None = None,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        channel_id: UUID | str,
        status: ConversationStatusFilter | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Conversation, ConversationPage]:
        """List participant conversations.

        Lists the conversations of a participant on a channel, page by page. The
        participant is found by participant ID.

        Args:
            visibility: Return only conversations of this visibility.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
            channel_id: Channel that the conversations belong to.
            status: Return only conversations in this state.

        Raises:
            AuthenticationError: The access key is missing or not valid.
            UnprocessableEntityError: The request is not valid.

        Inferred, not documented: parameter `visibility`.
        """
        return _LIST_CONVERSATIONS.pages(
            self._client,
            options,
            workspace_id,
            conversation_participant_id,
            visibility=visibility,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            channel_id=channel_id,
            status=status,
        )

    def list_conversations_by_identifier(
        self,
        workspace_id: str,
        identifier_key: str,
        identifier_value: str,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        channel_id: UUID | str,
        status: ConversationStatusFilter | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Conversation, ConversationPage]:
        """List participant conversations for a contact.

        Lists the conversations of a contact on a channel, page by page. The contact is
        found by identifier key and value.

        Args:
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
            channel_id: Channel that the conversations belong to.
            status: Return only conversations in this state.

        Raises:
            AuthenticationError: The access key is missing or not valid.
            UnprocessableEntityError: The request is not valid.

        Inferred, not documented: status 401, status 422.
        """
        return _LIST_CONVERSATIONS_BY_IDENTIFIER.pages(
            self._client,
            options,
            workspace_id,
            identifier_key,
            identifier_value,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            channel_id=channel_id,
            status=status,
        )

    def update(
        self,
        workspace_id: str,
        conversation_id: str,
        conversation_participant_id: str,
        *,
        status: UpdateParticipantStatus | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Update conversation participant.

        Changes the status of a participant, found by participant ID.

        Keyword arguments are the fields of `UpdateParticipant`.

        Raises:
            NotFoundError
            ConflictError: The state of the resource does not allow this.
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _UPDATE(
                options, workspace_id, conversation_id, conversation_participant_id
            ),
            status=status,
        )

    def update_by_identifier(
        self,
        workspace_id: str,
        conversation_id: str,
        identifier_key: str,
        identifier_value: str,
        *,
        status: UpdateParticipantStatus | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Update conversation participant by contact.

        Changes the status of a participant, found by identifier key and value.

        Keyword arguments are the fields of `UpdateParticipant`.

        Raises:
            NotFoundError
            ConflictError: The state of the resource does not allow this.
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _UPDATE_BY_IDENTIFIER(
                options, workspace_id, conversation_id, identifier_key, identifier_value
            ),
            status=status,
        )


class AsyncParticipantsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ParticipantsResource`."""

    async def create(
        self,
        workspace_id: str,
        conversation_id: str,
        *,
        body: CreateParticipant | Mapping[str, object] | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Asynchronous twin of `ParticipantsResource.create`."""
        return await self._client.call(
            _CREATE(options, workspace_id, conversation_id), body=body
        )

    async def delete(
        self,
        workspace_id: str,
        conversation_id: str,
        conversation_participant_id: str,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ParticipantsResource.delete`."""
        return await self._client.call(
            _DELETE(
                options, workspace_id, conversation_id, conversation_participant_id
            ),
        )

    async def get(
        self,
        workspace_id: str,
        conversation_id: str,
        conversation_participant_id: str,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Asynchronous twin of `ParticipantsResource.get`."""
        return await self._client.call(
            _GET(options, workspace_id, conversation_id, conversation_participant_id)
        )

    async def get_by_identifier(
        self,
        workspace_id: str,
        conversation_id: str,
        identifier_key: str,
        identifier_value: str,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Asynchronous twin of `ParticipantsResource.get_by_identifier`."""
        return await self._client.call(
            _GET_BY_IDENTIFIER(
                options, workspace_id, conversation_id, identifier_key, identifier_value
            ),
        )

    def list(
        self,
        workspace_id: str,
        conversation_id: str,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Participant, ParticipantPage]:
        """Asynchronous twin of `ParticipantsResource.list`."""
        return _LIST.async_pages(
            self._client,
            options,
            workspace_id,
            conversation_id,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
        )

    def list_conversations(
        self,
        workspace_id: str,
        conversation_participant_id: str,
        *,
        visibility: ListParticipantConversationsVisibility | None = None,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        channel_id: UUID | str,
        status: ConversationStatusFilter | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Conversation, ConversationPage]:
        """Asynchronous twin of `ParticipantsResource.list_conversations`."""
        return _LIST_CONVERSATIONS.async_pages(
            self._client,
            options,
            workspace_id,
            conversation_participant_id,
            visibility=visibility,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            channel_id=channel_id,
            status=status,
        )

    def list_conversations_by_identifier(
        self,
        workspace_id: str,
        identifier_key: str,
        identifier_value: str,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        channel_id: UUID | str,
        status: ConversationStatusFilter | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Conversation, ConversationPage]:
        """Asynchronous twin of `ParticipantsResource.list_conversations_by_identifier`."""
        return _LIST_CONVERSATIONS_BY_IDENTIFIER.async_pages(
            self._client,
            options,
            workspace_id,
            identifier_key,
            identifier_value,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            channel_id=channel_id,
            status=status,
        )

    async def update(
        self,
        workspace_id: str,
        conversation_id: str,
        conversation_participant_id: str,
        *,
        status: UpdateParticipantStatus | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Asynchronous twin of `ParticipantsResource.update`."""
        return await self._client.call(
            _UPDATE(
                options, workspace_id, conversation_id, conversation_participant_id
            ),
            status=status,
        )

    async def update_by_identifier(
        self,
        workspace_id: str,
        conversation_id: str,
        identifier_key: str,
        identifier_value: str,
        *,
        status: UpdateParticipantStatus | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Asynchronous twin of `ParticipantsResource.update_by_identifier`."""
        return await self._client.call(
            _UPDATE_BY_IDENTIFIER(
                options, workspace_id, conversation_id, identifier_key, identifier_value
            ),
            status=status,
        )
