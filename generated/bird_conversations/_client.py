# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The clients, with a property for each resource of the API."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ._runtime.auth import Secret, read_env
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.deadlines import Timeout
from ._runtime.hooks import AnyHooks, Hooks
from ._runtime.http_auth import HTTPAuth
from ._runtime.retry import AnyRetryPolicy, RetryPolicy
from ._runtime.transport import AsyncTransport, Transport
from ._runtime.views import NestedView, ResponseView
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    import httpx2
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
    """Client for the Conversations API.

    Args:
        access_key: Access key of a workspace, sent as `Authorization: AccessKey
            <token>`. Defaults to the environment variable BIRD_ACCESS_KEY.
        auth: None sends no credentials, also if the environment has some.
        base_url: Base URL of the API. Defaults to the environment variable
            BIRD_BASE_URL.
        timeout: Seconds that an attempt may take, or an `httpx2.Timeout`; None waits
            forever.
        max_retries: Maximum number of retries of a failed request.
        retry_policy: Which failures to retry, and the delays between retries.
        headers: Headers to send with every request.
        strict_responses: Raise an error if a response contradicts the description,
            instead of logging it.
        max_response_bytes: The size of a response at most, decompressed; None: any.
        hooks: Callbacks for requests, responses, retries and errors.
        transport: Sends the requests. Defaults to HTTPTransport.
        http_client: An `httpx2.Client` that sends the requests instead; you close it.
    """

    def __init__(
        self,
        *,
        access_key: Secret | None = None,
        auth: Literal[True] | None = True,
        base_url: str | None = None,
        timeout: Timeout = 60.0,
        max_retries: int = 2,
        retry_policy: AnyRetryPolicy = RetryPolicy(),
        headers: Mapping[str, str] | None = None,
        strict_responses: bool = False,
        max_response_bytes: int | None = 2**30,
        hooks: AnyHooks = Hooks(),
        transport: Transport | None = None,
        http_client: httpx2.Client | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url or read_env("BIRD_BASE_URL"),
            server="https://api.bird.com",
            schemes={
                "accessKey": HTTPAuth(
                    "AccessKey",
                    access_key or read_env("BIRD_ACCESS_KEY"),
                    hint="access_key= or BIRD_ACCESS_KEY",
                ),
            },
            security=(("accessKey",),),
            errors=STATUS_ERRORS,
            auth=auth,
            timeout=timeout,
            max_retries=max_retries,
            retry_policy=retry_policy,
            headers=headers,
            strict_responses=strict_responses,
            max_response_bytes=max_response_bytes,
            hooks=hooks,
            transport=transport,
            http_client=http_client,
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

    @property
    def with_raw_response(self) -> _RawClient:
        """The same methods, but they return the response; `body` is the result."""
        return _RawClient(self)

    @property
    def with_streaming_response(self) -> _StreamedClient:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedClient(self)


class _RawClient(ResponseView[Client]):
    allow_block_rules = NestedView(
        Client, lambda of: of.allow_block_rules.with_raw_response
    )
    antispam = NestedView(Client, lambda of: of.antispam.with_raw_response)
    channels = NestedView(Client, lambda of: of.channels.with_raw_response)
    conversations = NestedView(Client, lambda of: of.conversations.with_raw_response)
    messages = NestedView(Client, lambda of: of.messages.with_raw_response)
    participants = NestedView(Client, lambda of: of.participants.with_raw_response)


class _StreamedClient(ResponseView[Client]):
    allow_block_rules = NestedView(
        Client, lambda of: of.allow_block_rules.with_streaming_response
    )
    antispam = NestedView(Client, lambda of: of.antispam.with_streaming_response)
    channels = NestedView(Client, lambda of: of.channels.with_streaming_response)
    conversations = NestedView(
        Client, lambda of: of.conversations.with_streaming_response
    )
    messages = NestedView(Client, lambda of: of.messages.with_streaming_response)
    participants = NestedView(
        Client, lambda of: of.participants.with_streaming_response
    )


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for the Conversations API.

    Args:
        access_key: Access key of a workspace, sent as `Authorization: AccessKey
            <token>`. Defaults to the environment variable BIRD_ACCESS_KEY.
        auth: None sends no credentials, also if the environment has some.
        base_url: Base URL of the API. Defaults to the environment variable
            BIRD_BASE_URL.
        timeout: Seconds that an attempt may take, or an `httpx2.Timeout`; None waits
            forever.
        max_retries: Maximum number of retries of a failed request.
        retry_policy: Which failures to retry, and the delays between retries.
        headers: Headers to send with every request.
        strict_responses: Raise an error if a response contradicts the description,
            instead of logging it.
        max_response_bytes: The size of a response at most, decompressed; None: any.
        hooks: Callbacks for requests, responses, retries and errors.
        transport: Sends the requests. Defaults to AsyncHTTPTransport.
        http_client: An `httpx2.AsyncClient` that sends the requests instead; you close
            it.
    """

    def __init__(
        self,
        *,
        access_key: Secret | None = None,
        auth: Literal[True] | None = True,
        base_url: str | None = None,
        timeout: Timeout = 60.0,
        max_retries: int = 2,
        retry_policy: AnyRetryPolicy = RetryPolicy(),
        headers: Mapping[str, str] | None = None,
        strict_responses: bool = False,
        max_response_bytes: int | None = 2**30,
        hooks: AnyHooks = Hooks(),
        transport: AsyncTransport | None = None,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            base_url=base_url or read_env("BIRD_BASE_URL"),
            server="https://api.bird.com",
            schemes={
                "accessKey": HTTPAuth(
                    "AccessKey",
                    access_key or read_env("BIRD_ACCESS_KEY"),
                    hint="access_key= or BIRD_ACCESS_KEY",
                ),
            },
            security=(("accessKey",),),
            errors=STATUS_ERRORS,
            auth=auth,
            timeout=timeout,
            max_retries=max_retries,
            retry_policy=retry_policy,
            headers=headers,
            strict_responses=strict_responses,
            max_response_bytes=max_response_bytes,
            hooks=hooks,
            transport=transport,
            http_client=http_client,
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

    @property
    def with_raw_response(self) -> _RawAsyncClient:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncClient(self)

    @property
    def with_streaming_response(self) -> _StreamedAsyncClient:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncClient(self)


class _RawAsyncClient(ResponseView[AsyncClient]):
    allow_block_rules = NestedView(
        AsyncClient, lambda of: of.allow_block_rules.with_raw_response
    )
    antispam = NestedView(AsyncClient, lambda of: of.antispam.with_raw_response)
    channels = NestedView(AsyncClient, lambda of: of.channels.with_raw_response)
    conversations = NestedView(
        AsyncClient, lambda of: of.conversations.with_raw_response
    )
    messages = NestedView(AsyncClient, lambda of: of.messages.with_raw_response)
    participants = NestedView(AsyncClient, lambda of: of.participants.with_raw_response)


class _StreamedAsyncClient(ResponseView[AsyncClient]):
    allow_block_rules = NestedView(
        AsyncClient, lambda of: of.allow_block_rules.with_streaming_response
    )
    antispam = NestedView(AsyncClient, lambda of: of.antispam.with_streaming_response)
    channels = NestedView(AsyncClient, lambda of: of.channels.with_streaming_response)
    conversations = NestedView(
        AsyncClient, lambda of: of.conversations.with_streaming_response
    )
    messages = NestedView(AsyncClient, lambda of: of.messages.with_streaming_response)
    participants = NestedView(
        AsyncClient, lambda of: of.participants.with_streaming_response
    )
