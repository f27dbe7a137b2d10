# Generated from an OpenAPI description. Do not edit.
"""The clients: how to reach the API, and a property for each of its resources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import APIKeyAuth, Secret, setting
from ._runtime.basic_auth import BasicAuth
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.oauth2 import ClientAuth, OAuth2
from ._runtime.parameters import Header
from ._runtime.sending import Hooks, RetryPolicy
from ._runtime.transport import AsyncTransport, Transport
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from .resources.a import AResource, AsyncAResource


class Client(BaseClient):
    """Client of the Case API.

    Args:
        basic_credential_username: The credential of `basic`. Read from
            CLIENT_BASIC_CREDENTIAL_USERNAME where it is not passed.
        basic_credential_password: The credential of `basic`. Read from
            CLIENT_BASIC_CREDENTIAL_PASSWORD where it is not passed.
        basic_username: The credential of `basic_username`. Read from
            CLIENT_BASIC_USERNAME where it is not passed.
        oauth: The credential of `oauth`. Read from CLIENT_OAUTH where it is not passed.
        oauth_6e30_client_id: The id of your application. Read from
            CLIENT_OAUTH_6E30_CLIENT_ID where it is not passed.
        oauth_6e30_client_secret: Its secret. Read from CLIENT_OAUTH_6E30_CLIENT_SECRET
            where it is not passed.
        oauth_6e30_username: Of the user for whom tokens are asked. Read from
            CLIENT_OAUTH_6E30_USERNAME where it is not passed.
        oauth_6e30_password: Of that user. Read from CLIENT_OAUTH_6E30_PASSWORD where it
            is not passed.
        oauth_6e30_scopes: What tokens are to allow; by default what the operations
            require.
        oauth_6e30_client_auth: Where the secret goes: "basic", in a header, or "post",
            in the body.
        oauth_credential_client_id: The credential of `oauth_credential_client_id`. Read
            from CLIENT_OAUTH_CREDENTIAL_CLIENT_ID where it is not passed.
        oauth_password: The credential of `oauth_password`. Read from
            CLIENT_OAUTH_PASSWORD where it is not passed.
        oauth_password_client_id: The id of your application. Read from
            CLIENT_OAUTH_PASSWORD_CLIENT_ID where it is not passed.
        oauth_password_client_secret: Its secret. Read from
            CLIENT_OAUTH_PASSWORD_CLIENT_SECRET where it is not passed.
        oauth_password_username: Of the user for whom tokens are asked. Read from
            CLIENT_OAUTH_PASSWORD_USERNAME where it is not passed.
        oauth_password_password: Of that user. Read from CLIENT_OAUTH_PASSWORD_PASSWORD
            where it is not passed.
        oauth_password_scopes: What tokens are to allow; by default what the operations
            require.
        oauth_password_client_auth: Where the secret goes: "basic", in a header, or
            "post", in the body.
        base_url: Where the API is; read from CLIENT_BASE_URL where it is not passed.
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
        basic_credential_username: str | None = None,
        basic_credential_password: str | None = None,
        basic_username: Secret | None = None,
        oauth: Secret | None = None,
        oauth_6e30_client_id: str | None = None,
        oauth_6e30_client_secret: str | None = None,
        oauth_6e30_username: str | None = None,
        oauth_6e30_password: str | None = None,
        oauth_6e30_scopes: Sequence[str] = (),
        oauth_6e30_client_auth: ClientAuth = "basic",
        oauth_credential_client_id: Secret | None = None,
        oauth_password: Secret | None = None,
        oauth_password_client_id: str | None = None,
        oauth_password_client_secret: str | None = None,
        oauth_password_username: str | None = None,
        oauth_password_password: str | None = None,
        oauth_password_scopes: Sequence[str] = (),
        oauth_password_client_auth: ClientAuth = "basic",
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
            base_url=base_url or setting("CLIENT_BASE_URL"),
            server="",
            auth={
                "basic": BasicAuth(
                    basic_credential_username
                    or setting("CLIENT_BASIC_CREDENTIAL_USERNAME"),
                    basic_credential_password
                    or setting("CLIENT_BASIC_CREDENTIAL_PASSWORD"),
                    hint="basic_credential_username= or CLIENT_BASIC_USERNAME",
                ),
                "basic_username": APIKeyAuth(
                    Header("X-User"),
                    basic_username or setting("CLIENT_BASIC_USERNAME"),
                    hint="basic_username= or CLIENT_BASIC_USERNAME",
                ),
                "oauth": OAuth2(
                    oauth or setting("CLIENT_OAUTH"),
                    token_urls={
                        "password": "https://login.example.com/token",
                        "refresh_token": "https://login.example.com/token",
                    },
                    client_id=oauth_6e30_client_id
                    or setting("CLIENT_OAUTH_6E30_CLIENT_ID"),
                    client_secret=oauth_6e30_client_secret
                    or setting("CLIENT_OAUTH_6E30_CLIENT_SECRET"),
                    username=oauth_6e30_username
                    or setting("CLIENT_OAUTH_6E30_USERNAME"),
                    password=oauth_6e30_password
                    or setting("CLIENT_OAUTH_6E30_PASSWORD"),
                    scopes=oauth_6e30_scopes,
                    client_auth=oauth_6e30_client_auth,
                    hint="oauth= or oauth_6e30_username= or CLIENT_OAUTH",
                ),
                "oauth_credential_client_id": APIKeyAuth(
                    Header("X-Id"),
                    oauth_credential_client_id
                    or setting("CLIENT_OAUTH_CREDENTIAL_CLIENT_ID"),
                    hint="oauth_credential_client_id= or CLIENT_OAUTH_CREDENTIAL_CLIENT_ID",
                ),
                "oauth_password": OAuth2(
                    oauth_password or setting("CLIENT_OAUTH_PASSWORD"),
                    token_urls={
                        "password": "https://login.example.com/other",
                        "refresh_token": "https://login.example.com/other",
                    },
                    client_id=oauth_password_client_id
                    or setting("CLIENT_OAUTH_PASSWORD_CLIENT_ID"),
                    client_secret=oauth_password_client_secret
                    or setting("CLIENT_OAUTH_PASSWORD_CLIENT_SECRET"),
                    username=oauth_password_username
                    or setting("CLIENT_OAUTH_PASSWORD_USERNAME"),
                    password=oauth_password_password
                    or setting("CLIENT_OAUTH_PASSWORD_PASSWORD"),
                    scopes=oauth_password_scopes,
                    client_auth=oauth_password_client_auth,
                    hint="oauth_password= or oauth_password_username= or CLIENT_OAUTH_PASSWORD",
                ),
            },
            security=(("basic",), ("basic_username",), ("oauth",), ("oauth_password",)),
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
    def a(self) -> AResource:
        """The operations on `/a`."""
        from .resources.a import AResource

        return AResource(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client of the Case API.

    Args:
        basic_credential_username: The credential of `basic`. Read from
            CLIENT_BASIC_CREDENTIAL_USERNAME where it is not passed.
        basic_credential_password: The credential of `basic`. Read from
            CLIENT_BASIC_CREDENTIAL_PASSWORD where it is not passed.
        basic_username: The credential of `basic_username`. Read from
            CLIENT_BASIC_USERNAME where it is not passed.
        oauth: The credential of `oauth`. Read from CLIENT_OAUTH where it is not passed.
        oauth_6e30_client_id: The id of your application. Read from
            CLIENT_OAUTH_6E30_CLIENT_ID where it is not passed.
        oauth_6e30_client_secret: Its secret. Read from CLIENT_OAUTH_6E30_CLIENT_SECRET
            where it is not passed.
        oauth_6e30_username: Of the user for whom tokens are asked. Read from
            CLIENT_OAUTH_6E30_USERNAME where it is not passed.
        oauth_6e30_password: Of that user. Read from CLIENT_OAUTH_6E30_PASSWORD where it
            is not passed.
        oauth_6e30_scopes: What tokens are to allow; by default what the operations
            require.
        oauth_6e30_client_auth: Where the secret goes: "basic", in a header, or "post",
            in the body.
        oauth_credential_client_id: The credential of `oauth_credential_client_id`. Read
            from CLIENT_OAUTH_CREDENTIAL_CLIENT_ID where it is not passed.
        oauth_password: The credential of `oauth_password`. Read from
            CLIENT_OAUTH_PASSWORD where it is not passed.
        oauth_password_client_id: The id of your application. Read from
            CLIENT_OAUTH_PASSWORD_CLIENT_ID where it is not passed.
        oauth_password_client_secret: Its secret. Read from
            CLIENT_OAUTH_PASSWORD_CLIENT_SECRET where it is not passed.
        oauth_password_username: Of the user for whom tokens are asked. Read from
            CLIENT_OAUTH_PASSWORD_USERNAME where it is not passed.
        oauth_password_password: Of that user. Read from CLIENT_OAUTH_PASSWORD_PASSWORD
            where it is not passed.
        oauth_password_scopes: What tokens are to allow; by default what the operations
            require.
        oauth_password_client_auth: Where the secret goes: "basic", in a header, or
            "post", in the body.
        base_url: Where the API is; read from CLIENT_BASE_URL where it is not passed.
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
        basic_credential_username: str | None = None,
        basic_credential_password: str | None = None,
        basic_username: Secret | None = None,
        oauth: Secret | None = None,
        oauth_6e30_client_id: str | None = None,
        oauth_6e30_client_secret: str | None = None,
        oauth_6e30_username: str | None = None,
        oauth_6e30_password: str | None = None,
        oauth_6e30_scopes: Sequence[str] = (),
        oauth_6e30_client_auth: ClientAuth = "basic",
        oauth_credential_client_id: Secret | None = None,
        oauth_password: Secret | None = None,
        oauth_password_client_id: str | None = None,
        oauth_password_client_secret: str | None = None,
        oauth_password_username: str | None = None,
        oauth_password_password: str | None = None,
        oauth_password_scopes: Sequence[str] = (),
        oauth_password_client_auth: ClientAuth = "basic",
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
            base_url=base_url or setting("CLIENT_BASE_URL"),
            server="",
            auth={
                "basic": BasicAuth(
                    basic_credential_username
                    or setting("CLIENT_BASIC_CREDENTIAL_USERNAME"),
                    basic_credential_password
                    or setting("CLIENT_BASIC_CREDENTIAL_PASSWORD"),
                    hint="basic_credential_username= or CLIENT_BASIC_USERNAME",
                ),
                "basic_username": APIKeyAuth(
                    Header("X-User"),
                    basic_username or setting("CLIENT_BASIC_USERNAME"),
                    hint="basic_username= or CLIENT_BASIC_USERNAME",
                ),
                "oauth": OAuth2(
                    oauth or setting("CLIENT_OAUTH"),
                    token_urls={
                        "password": "https://login.example.com/token",
                        "refresh_token": "https://login.example.com/token",
                    },
                    client_id=oauth_6e30_client_id
                    or setting("CLIENT_OAUTH_6E30_CLIENT_ID"),
                    client_secret=oauth_6e30_client_secret
                    or setting("CLIENT_OAUTH_6E30_CLIENT_SECRET"),
                    username=oauth_6e30_username
                    or setting("CLIENT_OAUTH_6E30_USERNAME"),
                    password=oauth_6e30_password
                    or setting("CLIENT_OAUTH_6E30_PASSWORD"),
                    scopes=oauth_6e30_scopes,
                    client_auth=oauth_6e30_client_auth,
                    hint="oauth= or oauth_6e30_username= or CLIENT_OAUTH",
                ),
                "oauth_credential_client_id": APIKeyAuth(
                    Header("X-Id"),
                    oauth_credential_client_id
                    or setting("CLIENT_OAUTH_CREDENTIAL_CLIENT_ID"),
                    hint="oauth_credential_client_id= or CLIENT_OAUTH_CREDENTIAL_CLIENT_ID",
                ),
                "oauth_password": OAuth2(
                    oauth_password or setting("CLIENT_OAUTH_PASSWORD"),
                    token_urls={
                        "password": "https://login.example.com/other",
                        "refresh_token": "https://login.example.com/other",
                    },
                    client_id=oauth_password_client_id
                    or setting("CLIENT_OAUTH_PASSWORD_CLIENT_ID"),
                    client_secret=oauth_password_client_secret
                    or setting("CLIENT_OAUTH_PASSWORD_CLIENT_SECRET"),
                    username=oauth_password_username
                    or setting("CLIENT_OAUTH_PASSWORD_USERNAME"),
                    password=oauth_password_password
                    or setting("CLIENT_OAUTH_PASSWORD_PASSWORD"),
                    scopes=oauth_password_scopes,
                    client_auth=oauth_password_client_auth,
                    hint="oauth_password= or oauth_password_username= or CLIENT_OAUTH_PASSWORD",
                ),
            },
            security=(("basic",), ("basic_username",), ("oauth",), ("oauth_password",)),
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
    def a(self) -> AsyncAResource:
        """The operations on `/a`."""
        from .resources.a import AsyncAResource

        return AsyncAResource(self)
