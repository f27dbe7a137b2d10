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

from ._runtime.auth import Secret, read_env
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.deadlines import Timeout
from ._runtime.hooks import AnyHooks, Hooks
from ._runtime.oauth2 import ClientAuth, OAuth2
from ._runtime.retry import AnyRetryPolicy, RetryPolicy
from ._runtime.transport import AsyncTransport, Transport
from ._runtime.views import NestedView, ResponseView
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    import httpx2
    from .resources.orders import AsyncOrdersResource, OrdersResource

_MACHINE_SCOPES = (
    "orders.read",
    "orders.write",
)

_PERSON_SCOPES = ("me",)


class Client(BaseClient):
    """Client for the Case API.

    Args:
        machine: For servers. Defaults to the environment variable CLIENT_MACHINE.
        machine_client_id: The ID of your application. Defaults to the environment
            variable CLIENT_MACHINE_CLIENT_ID.
        machine_client_secret: The secret of your application. Defaults to the
            environment variable CLIENT_MACHINE_CLIENT_SECRET.
        machine_scopes: The scopes to request. Defaults to those that the operations
            require.
        machine_client_auth: Where to send the secret: "basic" for a header, "post" for
            the body.
        person: An access token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_PERSON.
        person_client_id: The ID of your application. Defaults to the environment
            variable CLIENT_PERSON_CLIENT_ID.
        person_client_secret: The secret of your application. Defaults to the
            environment variable CLIENT_PERSON_CLIENT_SECRET.
        person_username: The user to request tokens for. Defaults to the environment
            variable CLIENT_PERSON_USERNAME.
        person_password: The password of that user. Defaults to the environment variable
            CLIENT_PERSON_PASSWORD.
        person_refresh_token: Exchanged for access tokens when they expire. Defaults to
            the environment variable CLIENT_PERSON_REFRESH_TOKEN.
        person_scopes: The scopes to request. Defaults to those that the operations
            require.
        person_client_auth: Where to send the secret: "basic" for a header, "post" for
            the body.
        auth: None sends no credentials, also if the environment has some.
        base_url: Base URL of the API. Defaults to the environment variable
            CLIENT_BASE_URL. Without it, https://sandbox.example.com (The sandbox.).
            Other servers: https://api.example.com (The live API.).
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
        machine: Secret | None = None,
        machine_client_id: str | None = None,
        machine_client_secret: str | None = None,
        machine_scopes: Sequence[str] = _MACHINE_SCOPES,
        machine_client_auth: ClientAuth = "basic",
        person: Secret | None = None,
        person_client_id: str | None = None,
        person_client_secret: str | None = None,
        person_username: str | None = None,
        person_password: str | None = None,
        person_refresh_token: str | None = None,
        person_scopes: Sequence[str] = _PERSON_SCOPES,
        person_client_auth: ClientAuth = "basic",
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
            base_url=base_url or read_env("CLIENT_BASE_URL"),
            server="https://sandbox.example.com",
            schemes={
                "machine": OAuth2(
                    machine or read_env("CLIENT_MACHINE"),
                    token_urls={"client_credentials": "/oauth/token"},
                    client_id=machine_client_id or read_env("CLIENT_MACHINE_CLIENT_ID"),
                    client_secret=machine_client_secret
                    or read_env("CLIENT_MACHINE_CLIENT_SECRET"),
                    scopes=machine_scopes,
                    client_auth=machine_client_auth,
                    hint="machine= or CLIENT_MACHINE; or machine_client_id= and machine_client_secret= or CLIENT_MACHINE_CLIENT_ID and CLIENT_MACHINE_CLIENT_SECRET",
                ),
                "person": OAuth2(
                    person or read_env("CLIENT_PERSON"),
                    token_urls={
                        "password": "https://login.example.com/token",
                        "refresh_token": "https://login.example.com/refresh",
                    },
                    client_id=person_client_id or read_env("CLIENT_PERSON_CLIENT_ID"),
                    client_secret=person_client_secret
                    or read_env("CLIENT_PERSON_CLIENT_SECRET"),
                    username=person_username or read_env("CLIENT_PERSON_USERNAME"),
                    password=person_password or read_env("CLIENT_PERSON_PASSWORD"),
                    refresh_token=person_refresh_token
                    or read_env("CLIENT_PERSON_REFRESH_TOKEN"),
                    scopes=person_scopes,
                    client_auth=person_client_auth,
                    hint="person= or CLIENT_PERSON; or person_username= and person_password= or CLIENT_PERSON_USERNAME and CLIENT_PERSON_PASSWORD; or person_refresh_token= or CLIENT_PERSON_REFRESH_TOKEN",
                ),
            },
            security=(("machine",),),
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
    def orders(self) -> OrdersResource:
        """The operations on `/orders`."""
        from .resources.orders import OrdersResource

        return OrdersResource(self)

    @property
    def with_raw_response(self) -> _RawClient:
        """The same methods, but they return the response; `body` is the result."""
        return _RawClient(self)

    @property
    def with_streaming_response(self) -> _StreamedClient:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedClient(self)


class _RawClient(ResponseView[Client]):
    orders = NestedView(Client, lambda of: of.orders.with_raw_response)


class _StreamedClient(ResponseView[Client]):
    orders = NestedView(Client, lambda of: of.orders.with_streaming_response)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for the Case API.

    Args:
        machine: For servers. Defaults to the environment variable CLIENT_MACHINE.
        machine_client_id: The ID of your application. Defaults to the environment
            variable CLIENT_MACHINE_CLIENT_ID.
        machine_client_secret: The secret of your application. Defaults to the
            environment variable CLIENT_MACHINE_CLIENT_SECRET.
        machine_scopes: The scopes to request. Defaults to those that the operations
            require.
        machine_client_auth: Where to send the secret: "basic" for a header, "post" for
            the body.
        person: An access token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_PERSON.
        person_client_id: The ID of your application. Defaults to the environment
            variable CLIENT_PERSON_CLIENT_ID.
        person_client_secret: The secret of your application. Defaults to the
            environment variable CLIENT_PERSON_CLIENT_SECRET.
        person_username: The user to request tokens for. Defaults to the environment
            variable CLIENT_PERSON_USERNAME.
        person_password: The password of that user. Defaults to the environment variable
            CLIENT_PERSON_PASSWORD.
        person_refresh_token: Exchanged for access tokens when they expire. Defaults to
            the environment variable CLIENT_PERSON_REFRESH_TOKEN.
        person_scopes: The scopes to request. Defaults to those that the operations
            require.
        person_client_auth: Where to send the secret: "basic" for a header, "post" for
            the body.
        auth: None sends no credentials, also if the environment has some.
        base_url: Base URL of the API. Defaults to the environment variable
            CLIENT_BASE_URL. Without it, https://sandbox.example.com (The sandbox.).
            Other servers: https://api.example.com (The live API.).
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
        machine: Secret | None = None,
        machine_client_id: str | None = None,
        machine_client_secret: str | None = None,
        machine_scopes: Sequence[str] = _MACHINE_SCOPES,
        machine_client_auth: ClientAuth = "basic",
        person: Secret | None = None,
        person_client_id: str | None = None,
        person_client_secret: str | None = None,
        person_username: str | None = None,
        person_password: str | None = None,
        person_refresh_token: str | None = None,
        person_scopes: Sequence[str] = _PERSON_SCOPES,
        person_client_auth: ClientAuth = "basic",
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
            base_url=base_url or read_env("CLIENT_BASE_URL"),
            server="https://sandbox.example.com",
            schemes={
                "machine": OAuth2(
                    machine or read_env("CLIENT_MACHINE"),
                    token_urls={"client_credentials": "/oauth/token"},
                    client_id=machine_client_id or read_env("CLIENT_MACHINE_CLIENT_ID"),
                    client_secret=machine_client_secret
                    or read_env("CLIENT_MACHINE_CLIENT_SECRET"),
                    scopes=machine_scopes,
                    client_auth=machine_client_auth,
                    hint="machine= or CLIENT_MACHINE; or machine_client_id= and machine_client_secret= or CLIENT_MACHINE_CLIENT_ID and CLIENT_MACHINE_CLIENT_SECRET",
                ),
                "person": OAuth2(
                    person or read_env("CLIENT_PERSON"),
                    token_urls={
                        "password": "https://login.example.com/token",
                        "refresh_token": "https://login.example.com/refresh",
                    },
                    client_id=person_client_id or read_env("CLIENT_PERSON_CLIENT_ID"),
                    client_secret=person_client_secret
                    or read_env("CLIENT_PERSON_CLIENT_SECRET"),
                    username=person_username or read_env("CLIENT_PERSON_USERNAME"),
                    password=person_password or read_env("CLIENT_PERSON_PASSWORD"),
                    refresh_token=person_refresh_token
                    or read_env("CLIENT_PERSON_REFRESH_TOKEN"),
                    scopes=person_scopes,
                    client_auth=person_client_auth,
                    hint="person= or CLIENT_PERSON; or person_username= and person_password= or CLIENT_PERSON_USERNAME and CLIENT_PERSON_PASSWORD; or person_refresh_token= or CLIENT_PERSON_REFRESH_TOKEN",
                ),
            },
            security=(("machine",),),
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
    def orders(self) -> AsyncOrdersResource:
        """The operations on `/orders`."""
        from .resources.orders import AsyncOrdersResource

        return AsyncOrdersResource(self)

    @property
    def with_raw_response(self) -> _RawAsyncClient:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncClient(self)

    @property
    def with_streaming_response(self) -> _StreamedAsyncClient:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncClient(self)


class _RawAsyncClient(ResponseView[AsyncClient]):
    orders = NestedView(AsyncClient, lambda of: of.orders.with_raw_response)


class _StreamedAsyncClient(ResponseView[AsyncClient]):
    orders = NestedView(AsyncClient, lambda of: of.orders.with_streaming_response)
