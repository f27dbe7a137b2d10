# Generated from an OpenAPI description. Do not edit.
"""The clients: how to reach the API, and a property for each of its resources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ._runtime.auth import setting
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.sending import Hooks, RetryPolicy
from ._runtime.transport import AsyncTransport, Transport
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from .resources.things import AsyncThingsResource, ThingsResource


class Client(BaseClient):
    """Client of the Case API.

    Args:
        protocol: How it is spoken to.
        region: `region` in the server's URL.
        port: `port` in the server's URL.
        base_path: The version.
        base_url: Where the API is; read from CLIENT_BASE_URL where it is not passed. By
            default https://us.example.com:443/v1; there is also
            https://sandbox.example.com (The sandbox.).
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
        protocol: Literal["https", "http"] = "https",
        region: Literal["eu", "us"] = "us",
        port: str = "443",
        base_path: str = "v1",
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
            server="{protocol}://{region}.example.com:{port}/{basePath}",
            variables={
                "protocol": protocol,
                "region": region,
                "port": port,
                "basePath": base_path,
            },
            auth={},
            security=(),
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
    def things(self) -> ThingsResource:
        """The operations on `/things`."""
        from .resources.things import ThingsResource

        return ThingsResource(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client of the Case API.

    Args:
        protocol: How it is spoken to.
        region: `region` in the server's URL.
        port: `port` in the server's URL.
        base_path: The version.
        base_url: Where the API is; read from CLIENT_BASE_URL where it is not passed. By
            default https://us.example.com:443/v1; there is also
            https://sandbox.example.com (The sandbox.).
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
        protocol: Literal["https", "http"] = "https",
        region: Literal["eu", "us"] = "us",
        port: str = "443",
        base_path: str = "v1",
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
            server="{protocol}://{region}.example.com:{port}/{basePath}",
            variables={
                "protocol": protocol,
                "region": region,
                "port": port,
                "basePath": base_path,
            },
            auth={},
            security=(),
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
    def things(self) -> AsyncThingsResource:
        """The operations on `/things`."""
        from .resources.things import AsyncThingsResource

        return AsyncThingsResource(self)
