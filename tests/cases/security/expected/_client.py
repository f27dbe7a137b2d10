# Generated from an OpenAPI description. Do not edit.
"""The clients: how to reach the API, and a property for each of its resources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import APIKeyAuth, HTTPAuth, Secret, setting
from ._runtime.basic_auth import BasicAuth
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.cookies import Cookie
from ._runtime.parameters import Header, Query
from ._runtime.sending import Hooks, RetryPolicy
from ._runtime.transport import AsyncTransport, Transport
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from .resources.all import AllResource, AsyncAllResource
    from .resources.basic import AsyncBasicResource, BasicResource
    from .resources.certified import AsyncCertifiedResource, CertifiedResource
    from .resources.open import AsyncOpenResource, OpenResource


class Client(BaseClient):
    """Client of the Case API.

    Args:
        basic_username: The credential of `basic`. Read from CLIENT_BASIC_USERNAME where
            it is not passed.
        basic_password: The credential of `basic`. Read from CLIENT_BASIC_PASSWORD where
            it is not passed.
        bearer: The credential of `bearer`. Read from CLIENT_BEARER where it is not
            passed.
        cookie: The credential of `cookie`. Read from CLIENT_COOKIE where it is not
            passed.
        digest: The credential of `digest`. Read from CLIENT_DIGEST where it is not
            passed.
        header: The key from your settings. Read from CLIENT_HEADER where it is not
            passed.
        implicit: The credential of `implicit`. Read from CLIENT_IMPLICIT where it is
            not passed.
        oidc: The credential of `oidc`. Read from CLIENT_OIDC where it is not passed.
        query: The credential of `query`. Read from CLIENT_QUERY where it is not passed.
        base_url: Where the API is; read from CLIENT_BASE_URL where it is not passed.
        timeout: Seconds to connect, for each write, and for the answer; None waits for
            ever.
        max_retries: How often a failed request is sent again.
        retry_policy: After which failures, and with which pauses.
        headers: Sent with every request.
        strict_responses: Raise where a response contradicts its documentation, not only
            log it.
        hooks: Functions that are told of requests, answers, retries and errors.
        transport: Sends the requests; by default an HTTPTransport. The API wants a
            certificate of yours: HTTPTransport(ssl_context=...).
    """

    def __init__(
        self,
        *,
        basic_username: str | None = None,
        basic_password: str | None = None,
        bearer: Secret | None = None,
        cookie: Secret | None = None,
        digest: Secret | None = None,
        header: Secret | None = None,
        implicit: Secret | None = None,
        oidc: Secret | None = None,
        query: Secret | None = None,
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
            server="https://api.example.com",
            auth={
                "basic": BasicAuth(
                    basic_username or setting("CLIENT_BASIC_USERNAME"),
                    basic_password or setting("CLIENT_BASIC_PASSWORD"),
                    hint="basic_username= or CLIENT_BASIC_USERNAME",
                ),
                "bearer": HTTPAuth(
                    "Bearer",
                    bearer or setting("CLIENT_BEARER"),
                    hint="bearer= or CLIENT_BEARER",
                ),
                "cookie": APIKeyAuth(
                    Cookie("sid"),
                    cookie or setting("CLIENT_COOKIE"),
                    hint="cookie= or CLIENT_COOKIE",
                ),
                "digest": HTTPAuth(
                    "Digest",
                    digest or setting("CLIENT_DIGEST"),
                    hint="digest= or CLIENT_DIGEST",
                ),
                "header": APIKeyAuth(
                    Header("X-Key"),
                    header or setting("CLIENT_HEADER"),
                    hint="header= or CLIENT_HEADER",
                ),
                "implicit": HTTPAuth(
                    "Bearer",
                    implicit or setting("CLIENT_IMPLICIT"),
                    hint="implicit= or CLIENT_IMPLICIT",
                ),
                "oidc": HTTPAuth(
                    "Bearer",
                    oidc or setting("CLIENT_OIDC"),
                    hint="oidc= or CLIENT_OIDC",
                ),
                "query": APIKeyAuth(
                    Query("key"),
                    query or setting("CLIENT_QUERY"),
                    hint="query= or CLIENT_QUERY",
                ),
            },
            security=(("header",), ("query", "cookie"), ()),
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


class AsyncClient(AsyncBaseClient):
    """Asynchronous client of the Case API.

    Args:
        basic_username: The credential of `basic`. Read from CLIENT_BASIC_USERNAME where
            it is not passed.
        basic_password: The credential of `basic`. Read from CLIENT_BASIC_PASSWORD where
            it is not passed.
        bearer: The credential of `bearer`. Read from CLIENT_BEARER where it is not
            passed.
        cookie: The credential of `cookie`. Read from CLIENT_COOKIE where it is not
            passed.
        digest: The credential of `digest`. Read from CLIENT_DIGEST where it is not
            passed.
        header: The key from your settings. Read from CLIENT_HEADER where it is not
            passed.
        implicit: The credential of `implicit`. Read from CLIENT_IMPLICIT where it is
            not passed.
        oidc: The credential of `oidc`. Read from CLIENT_OIDC where it is not passed.
        query: The credential of `query`. Read from CLIENT_QUERY where it is not passed.
        base_url: Where the API is; read from CLIENT_BASE_URL where it is not passed.
        timeout: Seconds to connect, for each write, and for the answer; None waits for
            ever.
        max_retries: How often a failed request is sent again.
        retry_policy: After which failures, and with which pauses.
        headers: Sent with every request.
        strict_responses: Raise where a response contradicts its documentation, not only
            log it.
        hooks: Functions that are told of requests, answers, retries and errors.
        transport: Sends the requests; by default an AsyncHTTPTransport. The API wants a
            certificate of yours: AsyncHTTPTransport(ssl_context=...).
    """

    def __init__(
        self,
        *,
        basic_username: str | None = None,
        basic_password: str | None = None,
        bearer: Secret | None = None,
        cookie: Secret | None = None,
        digest: Secret | None = None,
        header: Secret | None = None,
        implicit: Secret | None = None,
        oidc: Secret | None = None,
        query: Secret | None = None,
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
            server="https://api.example.com",
            auth={
                "basic": BasicAuth(
                    basic_username or setting("CLIENT_BASIC_USERNAME"),
                    basic_password or setting("CLIENT_BASIC_PASSWORD"),
                    hint="basic_username= or CLIENT_BASIC_USERNAME",
                ),
                "bearer": HTTPAuth(
                    "Bearer",
                    bearer or setting("CLIENT_BEARER"),
                    hint="bearer= or CLIENT_BEARER",
                ),
                "cookie": APIKeyAuth(
                    Cookie("sid"),
                    cookie or setting("CLIENT_COOKIE"),
                    hint="cookie= or CLIENT_COOKIE",
                ),
                "digest": HTTPAuth(
                    "Digest",
                    digest or setting("CLIENT_DIGEST"),
                    hint="digest= or CLIENT_DIGEST",
                ),
                "header": APIKeyAuth(
                    Header("X-Key"),
                    header or setting("CLIENT_HEADER"),
                    hint="header= or CLIENT_HEADER",
                ),
                "implicit": HTTPAuth(
                    "Bearer",
                    implicit or setting("CLIENT_IMPLICIT"),
                    hint="implicit= or CLIENT_IMPLICIT",
                ),
                "oidc": HTTPAuth(
                    "Bearer",
                    oidc or setting("CLIENT_OIDC"),
                    hint="oidc= or CLIENT_OIDC",
                ),
                "query": APIKeyAuth(
                    Query("key"),
                    query or setting("CLIENT_QUERY"),
                    hint="query= or CLIENT_QUERY",
                ),
            },
            security=(("header",), ("query", "cookie"), ()),
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
