# Generated from an OpenAPI description. Do not edit.
"""The clients: how to reach the API, and a property for each of its resources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import Secret, setting
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.oauth2 import ClientAuth, OAuth2
from ._runtime.sending import Hooks, RetryPolicy
from ._runtime.transport import AsyncTransport, Transport
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from .resources.orders import AsyncOrdersResource, OrdersResource

_MACHINE_SCOPES = (
    "orders.read",
    "orders.write",
)

_PERSON_SCOPES = ("me",)


class Client(BaseClient):
    """Client of the Case API.

    Args:
        machine: For servers. Read from CLIENT_MACHINE where it is not passed.
        machine_client_id: The id of your application. Read from
            CLIENT_MACHINE_CLIENT_ID where it is not passed.
        machine_client_secret: Its secret. Read from CLIENT_MACHINE_CLIENT_SECRET where
            it is not passed.
        machine_scopes: What tokens are to allow; by default what the operations
            require.
        machine_client_auth: Where the secret goes: "basic", in a header, or "post", in
            the body.
        person: The credential of `person`. Read from CLIENT_PERSON where it is not
            passed.
        person_client_id: The id of your application. Read from CLIENT_PERSON_CLIENT_ID
            where it is not passed.
        person_client_secret: Its secret. Read from CLIENT_PERSON_CLIENT_SECRET where it
            is not passed.
        person_username: Of the user for whom tokens are asked. Read from
            CLIENT_PERSON_USERNAME where it is not passed.
        person_password: Of that user. Read from CLIENT_PERSON_PASSWORD where it is not
            passed.
        person_refresh_token: Renews the token by itself. Read from
            CLIENT_PERSON_REFRESH_TOKEN where it is not passed.
        person_scopes: What tokens are to allow; by default what the operations require.
        person_client_auth: Where the secret goes: "basic", in a header, or "post", in
            the body.
        base_url: Where the API is; read from CLIENT_BASE_URL where it is not passed. By
            default https://sandbox.example.com (The sandbox.); there is also
            https://api.example.com (The live API.).
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
            server="https://sandbox.example.com",
            auth={
                "machine": OAuth2(
                    machine or setting("CLIENT_MACHINE"),
                    token_urls={"client_credentials": "/oauth/token"},
                    client_id=machine_client_id or setting("CLIENT_MACHINE_CLIENT_ID"),
                    client_secret=machine_client_secret
                    or setting("CLIENT_MACHINE_CLIENT_SECRET"),
                    scopes=machine_scopes,
                    client_auth=machine_client_auth,
                    hint="machine= or machine_client_id= or CLIENT_MACHINE",
                ),
                "person": OAuth2(
                    person or setting("CLIENT_PERSON"),
                    token_urls={
                        "password": "https://login.example.com/token",
                        "refresh_token": "https://login.example.com/refresh",
                    },
                    client_id=person_client_id or setting("CLIENT_PERSON_CLIENT_ID"),
                    client_secret=person_client_secret
                    or setting("CLIENT_PERSON_CLIENT_SECRET"),
                    username=person_username or setting("CLIENT_PERSON_USERNAME"),
                    password=person_password or setting("CLIENT_PERSON_PASSWORD"),
                    refresh_token=person_refresh_token
                    or setting("CLIENT_PERSON_REFRESH_TOKEN"),
                    scopes=person_scopes,
                    client_auth=person_client_auth,
                    hint="person= or person_username= or person_refresh_token= or CLIENT_PERSON",
                ),
            },
            security=(("machine",),),
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
    def orders(self) -> OrdersResource:
        """The operations on `/orders`."""
        from .resources.orders import OrdersResource

        return OrdersResource(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client of the Case API.

    Args:
        machine: For servers. Read from CLIENT_MACHINE where it is not passed.
        machine_client_id: The id of your application. Read from
            CLIENT_MACHINE_CLIENT_ID where it is not passed.
        machine_client_secret: Its secret. Read from CLIENT_MACHINE_CLIENT_SECRET where
            it is not passed.
        machine_scopes: What tokens are to allow; by default what the operations
            require.
        machine_client_auth: Where the secret goes: "basic", in a header, or "post", in
            the body.
        person: The credential of `person`. Read from CLIENT_PERSON where it is not
            passed.
        person_client_id: The id of your application. Read from CLIENT_PERSON_CLIENT_ID
            where it is not passed.
        person_client_secret: Its secret. Read from CLIENT_PERSON_CLIENT_SECRET where it
            is not passed.
        person_username: Of the user for whom tokens are asked. Read from
            CLIENT_PERSON_USERNAME where it is not passed.
        person_password: Of that user. Read from CLIENT_PERSON_PASSWORD where it is not
            passed.
        person_refresh_token: Renews the token by itself. Read from
            CLIENT_PERSON_REFRESH_TOKEN where it is not passed.
        person_scopes: What tokens are to allow; by default what the operations require.
        person_client_auth: Where the secret goes: "basic", in a header, or "post", in
            the body.
        base_url: Where the API is; read from CLIENT_BASE_URL where it is not passed. By
            default https://sandbox.example.com (The sandbox.); there is also
            https://api.example.com (The live API.).
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
            server="https://sandbox.example.com",
            auth={
                "machine": OAuth2(
                    machine or setting("CLIENT_MACHINE"),
                    token_urls={"client_credentials": "/oauth/token"},
                    client_id=machine_client_id or setting("CLIENT_MACHINE_CLIENT_ID"),
                    client_secret=machine_client_secret
                    or setting("CLIENT_MACHINE_CLIENT_SECRET"),
                    scopes=machine_scopes,
                    client_auth=machine_client_auth,
                    hint="machine= or machine_client_id= or CLIENT_MACHINE",
                ),
                "person": OAuth2(
                    person or setting("CLIENT_PERSON"),
                    token_urls={
                        "password": "https://login.example.com/token",
                        "refresh_token": "https://login.example.com/refresh",
                    },
                    client_id=person_client_id or setting("CLIENT_PERSON_CLIENT_ID"),
                    client_secret=person_client_secret
                    or setting("CLIENT_PERSON_CLIENT_SECRET"),
                    username=person_username or setting("CLIENT_PERSON_USERNAME"),
                    password=person_password or setting("CLIENT_PERSON_PASSWORD"),
                    refresh_token=person_refresh_token
                    or setting("CLIENT_PERSON_REFRESH_TOKEN"),
                    scopes=person_scopes,
                    client_auth=person_client_auth,
                    hint="person= or person_username= or person_refresh_token= or CLIENT_PERSON",
                ),
            },
            security=(("machine",),),
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
    def orders(self) -> AsyncOrdersResource:
        """The operations on `/orders`."""
        from .resources.orders import AsyncOrdersResource

        return AsyncOrdersResource(self)
