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

from ._runtime.auth import APIKeyAuth, Secret, read_env
from ._runtime.basic_auth import BasicAuth
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.cookies import Cookie
from ._runtime.deadlines import Timeout
from ._runtime.hooks import AnyHooks, Hooks
from ._runtime.http_auth import HTTPAuth
from ._runtime.parameters import Header, Query
from ._runtime.retry import AnyRetryPolicy, RetryPolicy
from ._runtime.transport import AsyncTransport, Transport
from ._runtime.views import NestedView, ResponseView
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    import httpx2
    from .resources.all import AllResource, AsyncAllResource
    from .resources.basic import AsyncBasicResource, BasicResource
    from .resources.certified import AsyncCertifiedResource, CertifiedResource
    from .resources.open import AsyncOpenResource, OpenResource


class Client(BaseClient):
    """Client for the Case API.

    Args:
        username: The user name for HTTP Basic authentication. Defaults to the
            environment variable CLIENT_USERNAME.
        password: The password for HTTP Basic authentication. Defaults to the
            environment variable CLIENT_PASSWORD.
        bearer: The Bearer token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_BEARER.
        cookie: The API key, sent in the cookie `sid`. Defaults to the environment
            variable CLIENT_COOKIE.
        digest: The Digest token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_DIGEST.
        header: The key from your settings. Defaults to the environment variable
            CLIENT_HEADER.
        implicit: The Bearer token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_IMPLICIT.
        oidc: The Bearer token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_OIDC.
        query: The API key, sent in the query parameter `key`. Defaults to the
            environment variable CLIENT_QUERY.
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
        transport: Sends the requests. Defaults to HTTPTransport. The API requires a
            client certificate: HTTPTransport(ssl_context=...).
        http_client: An `httpx2.Client` that sends the requests instead; you close it.
    """

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        bearer: Secret | None = None,
        cookie: Secret | None = None,
        digest: Secret | None = None,
        header: Secret | None = None,
        implicit: Secret | None = None,
        oidc: Secret | None = None,
        query: Secret | None = None,
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
            schemes={
                "basic": BasicAuth(
                    username or read_env("CLIENT_USERNAME"),
                    password or read_env("CLIENT_PASSWORD"),
                    hint="username= and password= or CLIENT_USERNAME and CLIENT_PASSWORD",
                ),
                "bearer": HTTPAuth(
                    "Bearer",
                    bearer or read_env("CLIENT_BEARER"),
                    hint="bearer= or CLIENT_BEARER",
                ),
                "cookie": APIKeyAuth(
                    Cookie("sid"),
                    cookie or read_env("CLIENT_COOKIE"),
                    hint="cookie= or CLIENT_COOKIE",
                ),
                "digest": HTTPAuth(
                    "Digest",
                    digest or read_env("CLIENT_DIGEST"),
                    hint="digest= or CLIENT_DIGEST",
                ),
                "header": APIKeyAuth(
                    Header("X-Key"),
                    header or read_env("CLIENT_HEADER"),
                    hint="header= or CLIENT_HEADER",
                ),
                "implicit": HTTPAuth(
                    "Bearer",
                    implicit or read_env("CLIENT_IMPLICIT"),
                    hint="implicit= or CLIENT_IMPLICIT",
                ),
                "oidc": HTTPAuth(
                    "Bearer",
                    oidc or read_env("CLIENT_OIDC"),
                    hint="oidc= or CLIENT_OIDC",
                ),
                "query": APIKeyAuth(
                    Query("key"),
                    query or read_env("CLIENT_QUERY"),
                    hint="query= or CLIENT_QUERY",
                ),
            },
            security=(("header",), ("query", "cookie"), ()),
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
    def all(self) -> AllResource:
        """The operations on `/all`."""
        from .resources.all import AllResource

        return AllResource(self)

    @cached_property
    def basic(self) -> BasicResource:
        """The operations on `/basic`."""
        from .resources.basic import BasicResource

        return BasicResource(self)

    @cached_property
    def certified(self) -> CertifiedResource:
        """The operations on `/certified`."""
        from .resources.certified import CertifiedResource

        return CertifiedResource(self)

    @cached_property
    def open(self) -> OpenResource:
        """The operations on `/open`."""
        from .resources.open import OpenResource

        return OpenResource(self)

    @property
    def with_raw_response(self) -> _RawClient:
        """The same methods, but they return the response; `body` is the result."""
        return _RawClient(self)

    @property
    def with_streaming_response(self) -> _StreamedClient:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedClient(self)


class _RawClient(ResponseView[Client]):
    all = NestedView(Client, lambda of: of.all.with_raw_response)
    basic = NestedView(Client, lambda of: of.basic.with_raw_response)
    certified = NestedView(Client, lambda of: of.certified.with_raw_response)
    open = NestedView(Client, lambda of: of.open.with_raw_response)


class _StreamedClient(ResponseView[Client]):
    all = NestedView(Client, lambda of: of.all.with_streaming_response)
    basic = NestedView(Client, lambda of: of.basic.with_streaming_response)
    certified = NestedView(Client, lambda of: of.certified.with_streaming_response)
    open = NestedView(Client, lambda of: of.open.with_streaming_response)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for the Case API.

    Args:
        username: The user name for HTTP Basic authentication. Defaults to the
            environment variable CLIENT_USERNAME.
        password: The password for HTTP Basic authentication. Defaults to the
            environment variable CLIENT_PASSWORD.
        bearer: The Bearer token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_BEARER.
        cookie: The API key, sent in the cookie `sid`. Defaults to the environment
            variable CLIENT_COOKIE.
        digest: The Digest token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_DIGEST.
        header: The key from your settings. Defaults to the environment variable
            CLIENT_HEADER.
        implicit: The Bearer token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_IMPLICIT.
        oidc: The Bearer token, sent in the header `Authorization`. Defaults to the
            environment variable CLIENT_OIDC.
        query: The API key, sent in the query parameter `key`. Defaults to the
            environment variable CLIENT_QUERY.
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
        transport: Sends the requests. Defaults to AsyncHTTPTransport. The API requires
            a client certificate: AsyncHTTPTransport(ssl_context=...).
        http_client: An `httpx2.AsyncClient` that sends the requests instead; you close
            it.
    """

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        bearer: Secret | None = None,
        cookie: Secret | None = None,
        digest: Secret | None = None,
        header: Secret | None = None,
        implicit: Secret | None = None,
        oidc: Secret | None = None,
        query: Secret | None = None,
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
            schemes={
                "basic": BasicAuth(
                    username or read_env("CLIENT_USERNAME"),
                    password or read_env("CLIENT_PASSWORD"),
                    hint="username= and password= or CLIENT_USERNAME and CLIENT_PASSWORD",
                ),
                "bearer": HTTPAuth(
                    "Bearer",
                    bearer or read_env("CLIENT_BEARER"),
                    hint="bearer= or CLIENT_BEARER",
                ),
                "cookie": APIKeyAuth(
                    Cookie("sid"),
                    cookie or read_env("CLIENT_COOKIE"),
                    hint="cookie= or CLIENT_COOKIE",
                ),
                "digest": HTTPAuth(
                    "Digest",
                    digest or read_env("CLIENT_DIGEST"),
                    hint="digest= or CLIENT_DIGEST",
                ),
                "header": APIKeyAuth(
                    Header("X-Key"),
                    header or read_env("CLIENT_HEADER"),
                    hint="header= or CLIENT_HEADER",
                ),
                "implicit": HTTPAuth(
                    "Bearer",
                    implicit or read_env("CLIENT_IMPLICIT"),
                    hint="implicit= or CLIENT_IMPLICIT",
                ),
                "oidc": HTTPAuth(
                    "Bearer",
                    oidc or read_env("CLIENT_OIDC"),
                    hint="oidc= or CLIENT_OIDC",
                ),
                "query": APIKeyAuth(
                    Query("key"),
                    query or read_env("CLIENT_QUERY"),
                    hint="query= or CLIENT_QUERY",
                ),
            },
            security=(("header",), ("query", "cookie"), ()),
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
    def all(self) -> AsyncAllResource:
        """The operations on `/all`."""
        from .resources.all import AsyncAllResource

        return AsyncAllResource(self)

    @cached_property
    def basic(self) -> AsyncBasicResource:
        """The operations on `/basic`."""
        from .resources.basic import AsyncBasicResource

        return AsyncBasicResource(self)

    @cached_property
    def certified(self) -> AsyncCertifiedResource:
        """The operations on `/certified`."""
        from .resources.certified import AsyncCertifiedResource

        return AsyncCertifiedResource(self)

    @cached_property
    def open(self) -> AsyncOpenResource:
        """The operations on `/open`."""
        from .resources.open import AsyncOpenResource

        return AsyncOpenResource(self)

    @property
    def with_raw_response(self) -> _RawAsyncClient:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncClient(self)

    @property
    def with_streaming_response(self) -> _StreamedAsyncClient:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncClient(self)


class _RawAsyncClient(ResponseView[AsyncClient]):
    all = NestedView(AsyncClient, lambda of: of.all.with_raw_response)
    basic = NestedView(AsyncClient, lambda of: of.basic.with_raw_response)
    certified = NestedView(AsyncClient, lambda of: of.certified.with_raw_response)
    open = NestedView(AsyncClient, lambda of: of.open.with_raw_response)


class _StreamedAsyncClient(ResponseView[AsyncClient]):
    all = NestedView(AsyncClient, lambda of: of.all.with_streaming_response)
    basic = NestedView(AsyncClient, lambda of: of.basic.with_streaming_response)
    certified = NestedView(AsyncClient, lambda of: of.certified.with_streaming_response)
    open = NestedView(AsyncClient, lambda of: of.open.with_streaming_response)
