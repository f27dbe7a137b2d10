# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The clients, with a property for each resource of the API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ._runtime.auth import APIKeyAuth, Secret, read_env
from ._runtime.base_url import env_base_url
from ._runtime.basic_auth import BasicAuth
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.deadlines import Timeout
from ._runtime.hooks import AnyHooks, Hooks
from ._runtime.oauth2 import ClientAuth, OAuth2
from ._runtime.parameters import Header
from ._runtime.retry import AnyRetryPolicy, RetryPolicy
from ._runtime.transport import AsyncTransport, Transport
from ._runtime.views import NestedView, ResponseView
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    import httpx2
    from .resources.a import AResource, AsyncAResource


class Client(BaseClient):
    """Client for the Case API.

    Args:
        username: The user name for HTTP Basic authentication. Defaults to the
            environment variable CLIENT_USERNAME.
        password: The password for HTTP Basic authentication. Defaults to the
            environment variable CLIENT_PASSWORD.
        username_key: The API key, sent in the header `X-User`. Defaults to the
            environment variable CLIENT_USERNAME_KEY.
        oauth: An access token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_OAUTH.
        oauth_6e30_client_id: The ID of your application. Defaults to the environment
            variable CLIENT_OAUTH_6E30_CLIENT_ID.
        oauth_6e30_client_secret: The secret of your application. Defaults to the
            environment variable CLIENT_OAUTH_6E30_CLIENT_SECRET.
        oauth_6e30_username: The user to request tokens for. Defaults to the environment
            variable CLIENT_OAUTH_6E30_USERNAME.
        oauth_6e30_password: The password of that user. Defaults to the environment
            variable CLIENT_OAUTH_6E30_PASSWORD.
        oauth_6e30_scopes: The scopes to request. Defaults to those that the operations
            require.
        oauth_6e30_client_auth: Where to send the secret: "basic" for a header, "post"
            for the body.
        oauth_credential_client_id: The API key, sent in the header `X-Id`. Defaults to
            the environment variable CLIENT_OAUTH_CREDENTIAL_CLIENT_ID.
        oauth_password: An access token, sent in the header `Authorization`. Defaults to
            the environment variable CLIENT_OAUTH_PASSWORD.
        oauth_password_client_id: The ID of your application. Defaults to the
            environment variable CLIENT_OAUTH_PASSWORD_CLIENT_ID.
        oauth_password_client_secret: The secret of your application. Defaults to the
            environment variable CLIENT_OAUTH_PASSWORD_CLIENT_SECRET.
        oauth_password_username: The user to request tokens for. Defaults to the
            environment variable CLIENT_OAUTH_PASSWORD_USERNAME.
        oauth_password_password: The password of that user. Defaults to the environment
            variable CLIENT_OAUTH_PASSWORD_PASSWORD.
        oauth_password_scopes: The scopes to request. Defaults to those that the
            operations require.
        oauth_password_client_auth: Where to send the secret: "basic" for a header,
            "post" for the body.
        auth: None sends no credentials, also if the environment has some.
        base_url: Base URL of the API. Defaults to the environment variable
            CLIENT_BASE_URL.
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
        username: str | None = None,
        password: str | None = None,
        username_key: Secret | None = None,
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
            base_url=base_url or env_base_url("CLIENT_BASE_URL"),
            server="",
            schemes={
                "basic": BasicAuth(
                    username or read_env("CLIENT_USERNAME"),
                    password or read_env("CLIENT_PASSWORD"),
                    hint="username= and password= or CLIENT_USERNAME and CLIENT_PASSWORD",
                ),
                "basic_username": APIKeyAuth(
                    Header("X-User"),
                    username_key or read_env("CLIENT_USERNAME_KEY"),
                    hint="username_key= or CLIENT_USERNAME_KEY",
                ),
                "oauth": OAuth2(
                    oauth or read_env("CLIENT_OAUTH"),
                    token_urls={
                        "password": "https://login.example.com/token",
                        "refresh_token": "https://login.example.com/token",
                    },
                    client_id=oauth_6e30_client_id
                    or read_env("CLIENT_OAUTH_6E30_CLIENT_ID"),
                    client_secret=oauth_6e30_client_secret
                    or read_env("CLIENT_OAUTH_6E30_CLIENT_SECRET"),
                    username=oauth_6e30_username
                    or read_env("CLIENT_OAUTH_6E30_USERNAME"),
                    password=oauth_6e30_password
                    or read_env("CLIENT_OAUTH_6E30_PASSWORD"),
                    scopes=oauth_6e30_scopes,
                    client_auth=oauth_6e30_client_auth,
                    hint="oauth= or CLIENT_OAUTH; or oauth_6e30_username= and oauth_6e30_password= or CLIENT_OAUTH_6E30_USERNAME and CLIENT_OAUTH_6E30_PASSWORD",
                ),
                "oauth_credential_client_id": APIKeyAuth(
                    Header("X-Id"),
                    oauth_credential_client_id
                    or read_env("CLIENT_OAUTH_CREDENTIAL_CLIENT_ID"),
                    hint="oauth_credential_client_id= or CLIENT_OAUTH_CREDENTIAL_CLIENT_ID",
                ),
                "oauth_password": OAuth2(
                    oauth_password or read_env("CLIENT_OAUTH_PASSWORD"),
                    token_urls={
                        "password": "https://login.example.com/other",
                        "refresh_token": "https://login.example.com/other",
                    },
                    client_id=oauth_password_client_id
                    or read_env("CLIENT_OAUTH_PASSWORD_CLIENT_ID"),
                    client_secret=oauth_password_client_secret
                    or read_env("CLIENT_OAUTH_PASSWORD_CLIENT_SECRET"),
                    username=oauth_password_username
                    or read_env("CLIENT_OAUTH_PASSWORD_USERNAME"),
                    password=oauth_password_password
                    or read_env("CLIENT_OAUTH_PASSWORD_PASSWORD"),
                    scopes=oauth_password_scopes,
                    client_auth=oauth_password_client_auth,
                    hint="oauth_password= or CLIENT_OAUTH_PASSWORD; or oauth_password_username= and oauth_password_password= or CLIENT_OAUTH_PASSWORD_USERNAME and CLIENT_OAUTH_PASSWORD_PASSWORD",
                ),
            },
            security=(("basic",), ("basic_username",), ("oauth",), ("oauth_password",)),
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
    def a(self) -> AResource:
        """The operations on `/a`."""
        from .resources.a import AResource

        return AResource(self)

    @property
    def with_raw_response(self) -> _RawClient:
        """The same methods, but they return the response; `body` is the result."""
        return _RawClient(self)

    @property
    def with_streaming_response(self) -> _StreamedClient:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedClient(self)


class _RawClient(ResponseView[Client]):
    a = NestedView(Client, lambda of: of.a.with_raw_response)


class _StreamedClient(ResponseView[Client]):
    a = NestedView(Client, lambda of: of.a.with_streaming_response)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for the Case API.

    Args:
        username: The user name for HTTP Basic authentication. Defaults to the
            environment variable CLIENT_USERNAME.
        password: The password for HTTP Basic authentication. Defaults to the
            environment variable CLIENT_PASSWORD.
        username_key: The API key, sent in the header `X-User`. Defaults to the
            environment variable CLIENT_USERNAME_KEY.
        oauth: An access token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_OAUTH.
        oauth_6e30_client_id: The ID of your application. Defaults to the environment
            variable CLIENT_OAUTH_6E30_CLIENT_ID.
        oauth_6e30_client_secret: The secret of your application. Defaults to the
            environment variable CLIENT_OAUTH_6E30_CLIENT_SECRET.
        oauth_6e30_username: The user to request tokens for. Defaults to the environment
            variable CLIENT_OAUTH_6E30_USERNAME.
        oauth_6e30_password: The password of that user. Defaults to the environment
            variable CLIENT_OAUTH_6E30_PASSWORD.
        oauth_6e30_scopes: The scopes to request. Defaults to those that the operations
            require.
        oauth_6e30_client_auth: Where to send the secret: "basic" for a header, "post"
            for the body.
        oauth_credential_client_id: The API key, sent in the header `X-Id`. Defaults to
            the environment variable CLIENT_OAUTH_CREDENTIAL_CLIENT_ID.
        oauth_password: An access token, sent in the header `Authorization`. Defaults to
            the environment variable CLIENT_OAUTH_PASSWORD.
        oauth_password_client_id: The ID of your application. Defaults to the
            environment variable CLIENT_OAUTH_PASSWORD_CLIENT_ID.
        oauth_password_client_secret: The secret of your application. Defaults to the
            environment variable CLIENT_OAUTH_PASSWORD_CLIENT_SECRET.
        oauth_password_username: The user to request tokens for. Defaults to the
            environment variable CLIENT_OAUTH_PASSWORD_USERNAME.
        oauth_password_password: The password of that user. Defaults to the environment
            variable CLIENT_OAUTH_PASSWORD_PASSWORD.
        oauth_password_scopes: The scopes to request. Defaults to those that the
            operations require.
        oauth_password_client_auth: Where to send the secret: "basic" for a header,
            "post" for the body.
        auth: None sends no credentials, also if the environment has some.
        base_url: Base URL of the API. Defaults to the environment variable
            CLIENT_BASE_URL.
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
        username: str | None = None,
        password: str | None = None,
        username_key: Secret | None = None,
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
            base_url=base_url or env_base_url("CLIENT_BASE_URL"),
            server="",
            schemes={
                "basic": BasicAuth(
                    username or read_env("CLIENT_USERNAME"),
                    password or read_env("CLIENT_PASSWORD"),
                    hint="username= and password= or CLIENT_USERNAME and CLIENT_PASSWORD",
                ),
                "basic_username": APIKeyAuth(
                    Header("X-User"),
                    username_key or read_env("CLIENT_USERNAME_KEY"),
                    hint="username_key= or CLIENT_USERNAME_KEY",
                ),
                "oauth": OAuth2(
                    oauth or read_env("CLIENT_OAUTH"),
                    token_urls={
                        "password": "https://login.example.com/token",
                        "refresh_token": "https://login.example.com/token",
                    },
                    client_id=oauth_6e30_client_id
                    or read_env("CLIENT_OAUTH_6E30_CLIENT_ID"),
                    client_secret=oauth_6e30_client_secret
                    or read_env("CLIENT_OAUTH_6E30_CLIENT_SECRET"),
                    username=oauth_6e30_username
                    or read_env("CLIENT_OAUTH_6E30_USERNAME"),
                    password=oauth_6e30_password
                    or read_env("CLIENT_OAUTH_6E30_PASSWORD"),
                    scopes=oauth_6e30_scopes,
                    client_auth=oauth_6e30_client_auth,
                    hint="oauth= or CLIENT_OAUTH; or oauth_6e30_username= and oauth_6e30_password= or CLIENT_OAUTH_6E30_USERNAME and CLIENT_OAUTH_6E30_PASSWORD",
                ),
                "oauth_credential_client_id": APIKeyAuth(
                    Header("X-Id"),
                    oauth_credential_client_id
                    or read_env("CLIENT_OAUTH_CREDENTIAL_CLIENT_ID"),
                    hint="oauth_credential_client_id= or CLIENT_OAUTH_CREDENTIAL_CLIENT_ID",
                ),
                "oauth_password": OAuth2(
                    oauth_password or read_env("CLIENT_OAUTH_PASSWORD"),
                    token_urls={
                        "password": "https://login.example.com/other",
                        "refresh_token": "https://login.example.com/other",
                    },
                    client_id=oauth_password_client_id
                    or read_env("CLIENT_OAUTH_PASSWORD_CLIENT_ID"),
                    client_secret=oauth_password_client_secret
                    or read_env("CLIENT_OAUTH_PASSWORD_CLIENT_SECRET"),
                    username=oauth_password_username
                    or read_env("CLIENT_OAUTH_PASSWORD_USERNAME"),
                    password=oauth_password_password
                    or read_env("CLIENT_OAUTH_PASSWORD_PASSWORD"),
                    scopes=oauth_password_scopes,
                    client_auth=oauth_password_client_auth,
                    hint="oauth_password= or CLIENT_OAUTH_PASSWORD; or oauth_password_username= and oauth_password_password= or CLIENT_OAUTH_PASSWORD_USERNAME and CLIENT_OAUTH_PASSWORD_PASSWORD",
                ),
            },
            security=(("basic",), ("basic_username",), ("oauth",), ("oauth_password",)),
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
    def a(self) -> AsyncAResource:
        """The operations on `/a`."""
        from .resources.a import AsyncAResource

        return AsyncAResource(self)

    @property
    def with_raw_response(self) -> _RawAsyncClient:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncClient(self)

    @property
    def with_streaming_response(self) -> _StreamedAsyncClient:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncClient(self)


class _RawAsyncClient(ResponseView[AsyncClient]):
    a = NestedView(AsyncClient, lambda of: of.a.with_raw_response)


class _StreamedAsyncClient(ResponseView[AsyncClient]):
    a = NestedView(AsyncClient, lambda of: of.a.with_streaming_response)
