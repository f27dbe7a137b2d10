# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Participants of a conversation: customers, users, agents, flows, bots, access keys
and parts of the system. The type of a participant says what its ID means: a contact
ID for a `contact`, a user ID for a `user`, an access key ID for an `accessKey`, and
so on. A contact can also be named by an identifier key and value, such as
`emailaddress` with `john.doe@example.com` or `phonenumber` with `+31612345678`;
other channels bring keys of their own.
"""

from __future__ import annotations

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
        CreateParticipantDict,
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
    body=Fields(UpdateParticipant, required=False),
    success={200: Participant},
    errors={404: NotFoundErrorBody, 409: ConflictErrorBody, 422: ValidationErrorBody},
)

_UPDATE_BY_IDENTIFIER: Operation[Participant] = Operation(
    "PATCH /workspaces/{workspaceId}/conversations/{conversationId}/participants/{identifierKey}/{identifierValue}",
    body=Fields(UpdateParticipant, required=False),
    success={200: Participant},
    errors={404: NotFoundErrorBody, 409: ConflictErrorBody, 422: ValidationErrorBody},
)


class ParticipantsResource(Resource[BaseClient]):
    """The operations of `client.participants`."""

    def create(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        *,
        body: CreateParticipant | CreateParticipantDict | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Ensure the conversation has a specific participant.

        Adds a participant to a conversation. Status 201 says that it was added, status
        200 that it was there already.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            body: Participant to add: a user or flow, a contact by its ID, or a contact
                by one of its identifiers.

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
        /,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete conversation participant.

        Takes a participant out of a conversation. There is no variant by identifier key
        and value.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            conversation_participant_id: `conversationParticipantId` in the path.

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
        /,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Get conversation participant.

        Returns a participant of a conversation, found by participant ID.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            conversation_participant_id: `conversationParticipantId` in the path.

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
        /,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Get conversation participant by contact.

        Returns a participant of a conversation, found by identifier key and value.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            identifier_key: `identifierKey` in the path.
            identifier_value: `identifierValue` in the path.

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
        /,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Participant]:
        """List conversation participants.

        Lists the participants of a conversation, page by page.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
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
        /,
        *,
        channel_id: UUID | str,
        visibility: ListParticipantConversationsVisibility | None = None,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        status: ConversationStatusFilter | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Conversation]:
        """List participant conversations.

        Lists the conversations of a participant on a channel, page by page. The
        participant is found by participant ID.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_participant_id: `conversationParticipantId` in the path.
            channel_id: Channel that the conversations belong to.
            visibility: Return only conversations of this visibility.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
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
            channel_id=channel_id,
            visibility=visibility,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            status=status,
        )

    def list_conversations_by_identifier(
        self,
        workspace_id: str,
        identifier_key: str,
        identifier_value: str,
        /,
        *,
        channel_id: UUID | str,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        status: ConversationStatusFilter | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[Conversation]:
        """List participant conversations for a contact.

        Lists the conversations of a contact on a channel, page by page. The contact is
        found by identifier key and value.

        Args:
            workspace_id: `workspaceId` in the path.
            identifier_key: `identifierKey` in the path.
            identifier_value: `identifierValue` in the path.
            channel_id: Channel that the conversations belong to.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
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
            channel_id=channel_id,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            status=status,
        )

    def update(
        self,
        workspace_id: str,
        conversation_id: str,
        conversation_participant_id: str,
        /,
        *,
        status: UpdateParticipantStatus | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Update conversation participant.

        Changes the status of a participant, found by participant ID.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            conversation_participant_id: `conversationParticipantId` in the path.
            status: Standing of the participant: `pending` waits for approval, `invited`
                waits for the participant to accept, `active` can send and receive
                messages.

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
        /,
        *,
        status: UpdateParticipantStatus | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Update conversation participant by contact.

        Changes the status of a participant, found by identifier key and value.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            identifier_key: `identifierKey` in the path.
            identifier_value: `identifierValue` in the path.
            status: Standing of the participant: `pending` waits for approval, `invited`
                waits for the participant to accept, `active` can send and receive
                messages.

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

    @cached_property
    def with_raw_response(self) -> _RawParticipantsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawParticipantsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedParticipantsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedParticipantsResource(self._returning("stream"))


class _RawParticipantsResource:
    def __init__(self, resource: ParticipantsResource) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.get = raw(resource.get)
        self.get_by_identifier = raw(resource.get_by_identifier)
        self.list = raw(resource.list)
        self.list_conversations = raw(resource.list_conversations)
        self.list_conversations_by_identifier = raw(
            resource.list_conversations_by_identifier
        )
        self.update = raw(resource.update)
        self.update_by_identifier = raw(resource.update_by_identifier)


class _StreamedParticipantsResource:
    def __init__(self, resource: ParticipantsResource) -> None:
        self.create = streamed(resource.create)
        self.delete = streamed(resource.delete)
        self.get = streamed(resource.get)
        self.get_by_identifier = streamed(resource.get_by_identifier)
        self.list = streamed(resource.list)
        self.list_conversations = streamed(resource.list_conversations)
        self.list_conversations_by_identifier = streamed(
            resource.list_conversations_by_identifier
        )
        self.update = streamed(resource.update)
        self.update_by_identifier = streamed(resource.update_by_identifier)


class AsyncParticipantsResource(Resource[AsyncBaseClient]):
    """Async version of `ParticipantsResource`."""

    async def create(
        self,
        workspace_id: str,
        conversation_id: str,
        /,
        *,
        body: CreateParticipant | CreateParticipantDict | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Ensure the conversation has a specific participant.

        Adds a participant to a conversation. Status 201 says that it was added, status
        200 that it was there already.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            body: Participant to add: a user or flow, a contact by its ID, or a contact
                by one of its identifiers.

        Raises:
            NotFoundError
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
        conversation_participant_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete conversation participant.

        Takes a participant out of a conversation. There is no variant by identifier key
        and value.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            conversation_participant_id: `conversationParticipantId` in the path.

        Raises:
            NotFoundError
            PermissionDeniedError: The access key may not do this.
        """
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
        /,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Get conversation participant.

        Returns a participant of a conversation, found by participant ID.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            conversation_participant_id: `conversationParticipantId` in the path.

        Raises: NotFoundError.
        """
        return await self._client.call(
            _GET(options, workspace_id, conversation_id, conversation_participant_id)
        )

    async def get_by_identifier(
        self,
        workspace_id: str,
        conversation_id: str,
        identifier_key: str,
        identifier_value: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Get conversation participant by contact.

        Returns a participant of a conversation, found by identifier key and value.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            identifier_key: `identifierKey` in the path.
            identifier_value: `identifierValue` in the path.

        Raises: NotFoundError.
        """
        return await self._client.call(
            _GET_BY_IDENTIFIER(
                options, workspace_id, conversation_id, identifier_key, identifier_value
            ),
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
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Participant]:
        """List conversation participants.

        Lists the participants of a conversation, page by page.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.

        Raises: NotFoundError.
        """
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
        /,
        *,
        channel_id: UUID | str,
        visibility: ListParticipantConversationsVisibility | None = None,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        status: ConversationStatusFilter | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Conversation]:
        """List participant conversations.

        Lists the conversations of a participant on a channel, page by page. The
        participant is found by participant ID.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_participant_id: `conversationParticipantId` in the path.
            channel_id: Channel that the conversations belong to.
            visibility: Return only conversations of this visibility.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
            status: Return only conversations in this state.

        Raises:
            AuthenticationError: The access key is missing or not valid.
            UnprocessableEntityError: The request is not valid.

        Inferred, not documented: parameter `visibility`.
        """
        return _LIST_CONVERSATIONS.async_pages(
            self._client,
            options,
            workspace_id,
            conversation_participant_id,
            channel_id=channel_id,
            visibility=visibility,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            status=status,
        )

    def list_conversations_by_identifier(
        self,
        workspace_id: str,
        identifier_key: str,
        identifier_value: str,
        /,
        *,
        channel_id: UUID | str,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        status: ConversationStatusFilter | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Conversation]:
        """List participant conversations for a contact.

        Lists the conversations of a contact on a channel, page by page. The contact is
        found by identifier key and value.

        Args:
            workspace_id: `workspaceId` in the path.
            identifier_key: `identifierKey` in the path.
            identifier_value: `identifierValue` in the path.
            channel_id: Channel that the conversations belong to.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
            status: Return only conversations in this state.

        Raises:
            AuthenticationError: The access key is missing or not valid.
            UnprocessableEntityError: The request is not valid.

        Inferred, not documented: status 401, status 422.
        """
        return _LIST_CONVERSATIONS_BY_IDENTIFIER.async_pages(
            self._client,
            options,
            workspace_id,
            identifier_key,
            identifier_value,
            channel_id=channel_id,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            status=status,
        )

    async def update(
        self,
        workspace_id: str,
        conversation_id: str,
        conversation_participant_id: str,
        /,
        *,
        status: UpdateParticipantStatus | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Update conversation participant.

        Changes the status of a participant, found by participant ID.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            conversation_participant_id: `conversationParticipantId` in the path.
            status: Standing of the participant: `pending` waits for approval, `invited`
                waits for the participant to accept, `active` can send and receive
                messages.

        Raises:
            NotFoundError
            ConflictError: The state of the resource does not allow this.
            UnprocessableEntityError: The request is not valid.
        """
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
        /,
        *,
        status: UpdateParticipantStatus | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Participant:
        """Update conversation participant by contact.

        Changes the status of a participant, found by identifier key and value.

        Args:
            workspace_id: `workspaceId` in the path.
            conversation_id: `conversationId` in the path.
            identifier_key: `identifierKey` in the path.
            identifier_value: `identifierValue` in the path.
            status: Standing of the participant: `pending` waits for approval, `invited`
                waits for the participant to accept, `active` can send and receive
                messages.

        Raises:
            NotFoundError
            ConflictError: The state of the resource does not allow this.
            UnprocessableEntityError: The request is not valid.
        """
        return await self._client.call(
            _UPDATE_BY_IDENTIFIER(
                options, workspace_id, conversation_id, identifier_key, identifier_value
            ),
            status=status,
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncParticipantsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncParticipantsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncParticipantsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncParticipantsResource(self._returning("stream"))


class _RawAsyncParticipantsResource:
    def __init__(self, resource: AsyncParticipantsResource) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.get = async_raw(resource.get)
        self.get_by_identifier = async_raw(resource.get_by_identifier)
        self.list = async_raw(resource.list)
        self.list_conversations = async_raw(resource.list_conversations)
        self.list_conversations_by_identifier = async_raw(
            resource.list_conversations_by_identifier
        )
        self.update = async_raw(resource.update)
        self.update_by_identifier = async_raw(resource.update_by_identifier)


class _StreamedAsyncParticipantsResource:
    def __init__(self, resource: AsyncParticipantsResource) -> None:
        self.create = async_streamed(resource.create)
        self.delete = async_streamed(resource.delete)
        self.get = async_streamed(resource.get)
        self.get_by_identifier = async_streamed(resource.get_by_identifier)
        self.list = async_streamed(resource.list)
        self.list_conversations = async_streamed(resource.list_conversations)
        self.list_conversations_by_identifier = async_streamed(
            resource.list_conversations_by_identifier
        )
        self.update = async_streamed(resource.update)
        self.update_by_identifier = async_streamed(resource.update_by_identifier)
