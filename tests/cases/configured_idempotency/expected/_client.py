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

from ._runtime.auth import read_env
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.deadlines import Timeout
from ._runtime.hooks import AnyHooks, Hooks
from ._runtime.retry import AnyRetryPolicy, RetryPolicy
from ._runtime.transport import AsyncTransport, Transport
from ._runtime.views import NestedView, ResponseView
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    import httpx2
    from .resources.orders import AsyncOrdersResource, OrdersResource


class Client(BaseClient):
    """Client for the Shop API.

    Args:
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
            server="https://api.example.com",
            schemes={},
            security=(),
            errors=STATUS_ERRORS,
            idempotency="Idempotency-Token",
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
    """Asynchronous client for the Shop API.

    Args:
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
            server="https://api.example.com",
            schemes={},
            security=(),
            errors=STATUS_ERRORS,
            idempotency="Idempotency-Token",
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
