# Generated from an OpenAPI description. Do not edit.
"""The clients: how to reach the API, and a property for each of its resources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import HTTPAuth, Secret, setting
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.sending import Hooks, RetryPolicy
from ._runtime.transport import AsyncTransport, Transport
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from .resources.allow_block_rules import (
        AllowBlockRulesResource,
        AsyncAllowBlockRulesResource,
    )
    from .resources.antispam import AntispamResource, AsyncAntispamResource
    from .resources.channels import AsyncChannelsResource, ChannelsResource
    from .resources.conversations import (
        AsyncConversationsResource,
        ConversationsResource,
    )
    from .resources.messages import AsyncMessagesResource, MessagesResource
    from .resources.participants import AsyncParticipantsResource, ParticipantsResource


class Client(BaseClient):
    """Client of the Conversations API.

    Args:
        access_key: Access key of a workspace, sent as `Authorization: AccessKey
            <token>`. Read from BIRD_ACCESS_KEY where it is not passed.
        base_url: Where the API is; read from BIRD_BASE_URL where it is not passed.
        timeout: Seconds to connect, for each write, and for the answer; None waits for
            ever.
        max_retries: How often a failed request is sent again.
        retry_policy: After which failures, and with which pauses.
        headers: Sent with every request.
        strict_responses: Raise where a response contradicts its documentation, not only
            log it.
        hooks: Functions that are told of requests, answers, retries and errors.
        transport: Sends the requests; by default an HTTPTransport.
    """

    def __init__(
        self,
        *,
        access_key: Secret | None = None,
        base_url: str | None = None,
        timeout: float | None = 60.0,
        max_retries: int = 2,
        retry_policy: RetryPolicy = RetryPolicy(),
        headers: Mapping[str, str] | None = None,
        strict_responses: bool = False,
        hooks: Hooks = Hooks(),
        transport: Transport | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url or setting("BIRD_BASE_URL"),
            server="https://api.bird.com",
            auth={
                "accessKey": HTTPAuth(
                    "AccessKey",
                    access_key or setting("BIRD_ACCESS_KEY"),
                    hint="access_key= or BIRD_ACCESS_KEY",
                ),
            },
            security=(("accessKey",),),
            errors=STATUS_ERRORS,
            timeout=timeout,
            max_retries=max_retries,
            retry_policy=retry_policy,
            headers=headers,
            strict_responses=strict_responses,
            hooks=hooks,
            transport=transport,
        )

    @cached_property
    def allow_block_rules(self) -> AllowBlockRulesResource:
        """Rules that say whose e-mail reaches the conversations of a workspace."""
        from .resources.allow_block_rules import AllowBlockRulesResource

        return AllowBlockRulesResource(self)

    @cached_property
    def antispam(self) -> AntispamResource:
        """The operations on
        `/workspaces/{workspaceId}/conversations-antispam-settings`.
        """
        from .resources.antispam import AntispamResource

        return AntispamResource(self)

    @cached_property
    def channels(self) -> ChannelsResource:
        """The operations on
        `/workspaces/{workspaceId}/channels/{channelId}/conversational`.
        """
        from .resources.channels import ChannelsResource

        return ChannelsResource(self)

    @cached_property
    def conversations(self) -> ConversationsResource:
        """Conversations, their uploads, and the channels that take part in them."""
        from .resources.conversations import ConversationsResource

        return ConversationsResource(self)

    @cached_property
    def messages(self) -> MessagesResource:
        """Messages of a conversation."""
        from .resources.messages import MessagesResource

        return MessagesResource(self)

    @cached_property
    def participants(self) -> ParticipantsResource:
        """Participants of a conversation: customers, users, agents, flows, bots, access
        keys and parts of the system.
        """
        from .resources.participants import ParticipantsResource

        return ParticipantsResource(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client of the Conversations API.

    Args:
        access_key: Access key of a workspace, sent as `Authorization: AccessKey
            <token>`. Read from BIRD_ACCESS_KEY where it is not passed.
        base_url: Where the API is; read from BIRD_BASE_URL where it is not passed.
        timeout: Seconds to connect, for each write, and for the answer; None waits for
            ever.
        max_retries: How often a failed request is sent again.
        retry_policy: After which failures, and with which pauses.
        headers: Sent with every request.
        strict_responses: Raise where a response contradicts its documentation, not only
            log it.
        hooks: Functions that are told of requests, answers, retries and errors.
        transport: Sends the requests; by default an AsyncHTTPTransport.
    """

    def __init__(
        self,
        *,
        access_key: Secret | None = None,
        base_url: str | None = None,
        timeout: float | None = 60.0,
        max_retries: int = 2,
        retry_policy: RetryPolicy = RetryPolicy(),
        headers: Mapping[str, str] | None = None,
        strict_responses: bool = False,
        hooks: Hooks = Hooks(),
        transport: AsyncTransport | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url or setting("BIRD_BASE_URL"),
            server="https://api.bird.com",
            auth={
                "accessKey": HTTPAuth(
                    "AccessKey",
                    access_key or setting("BIRD_ACCESS_KEY"),
                    hint="access_key= or BIRD_ACCESS_KEY",
                ),
            },
            security=(("accessKey",),),
            errors=STATUS_ERRORS,
            timeout=timeout,
            max_retries=max_retries,
            retry_policy=retry_policy,
            headers=headers,
            strict_responses=strict_responses,
            hooks=hooks,
            transport=transport,
        )

    @cached_property
    def allow_block_rules(self) -> AsyncAllowBlockRulesResource:
        """Rules that say whose e-mail reaches the conversations of a workspace."""
        from .resources.allow_block_rules import AsyncAllowBlockRulesResource

        return AsyncAllowBlockRulesResource(self)

    @cached_property
    def antispam(self) -> AsyncAntispamResource:
        """The operations on
        `/workspaces/{workspaceId}/conversations-antispam-settings`.
        """
        from .resources.antispam import AsyncAntispamResource

        return AsyncAntispamResource(self)

    @cached_property
    def channels(self) -> AsyncChannelsResource:
        """The operations on
        `/workspaces/{workspaceId}/channels/{channelId}/conversational`.
        """
        from .resources.channels import AsyncChannelsResource

        return AsyncChannelsResource(self)

    @cached_property
    def conversations(self) -> AsyncConversationsResource:
        """Conversations, their uploads, and the channels that take part in them."""
        from .resources.conversations import AsyncConversationsResource

        return AsyncConversationsResource(self)

    @cached_property
    def messages(self) -> AsyncMessagesResource:
        """Messages of a conversation."""
        from .resources.messages import AsyncMessagesResource

        return AsyncMessagesResource(self)

    @cached_property
    def participants(self) -> AsyncParticipantsResource:
        """Participants of a conversation: customers, users, agents, flows, bots, access
        keys and parts of the system.
        """
        from .resources.participants import AsyncParticipantsResource

        return AsyncParticipantsResource(self)
