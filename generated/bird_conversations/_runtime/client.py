# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Clients, written once as coroutines; those of `BaseClient` end after one step."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine, Mapping
from copy import copy
from functools import partial
from typing import Any, Generic, Literal, Self, TypedDict, TypeVar, Unpack, cast

from msgspec import structs

from .auth import APIKeyAuth, credentials
from .deadlines import Timeout
from .direct_requests import AsyncDirectRequests, DirectRequests
from .errors import APIError
from .hooks import AnyHooks, Hooks, resolve, run_sync
from .messages import Request, T
from .operation import Arguments, Call, Complete, Security, Session
from .parameters import Query
from .request import address, checked, make_request
from .response import Decoder, conceal, failure
from .retry import AnyRetryPolicy, RetryPolicy, exchange
from .transport import AsyncHTTPTransport, HTTPTransport

_MOST_BYTES = 2**30  # of a response that is read as a whole
ClientT = TypeVar("ClientT", bound="_Core")


class ClientOptions(TypedDict, total=False):
    """What `with_options` changes; the constructor of a client explains it."""

    base_url: str | None
    timeout: Timeout
    max_retries: int
    retry_policy: AnyRetryPolicy
    headers: Mapping[str, str] | None
    strict_responses: bool
    max_response_bytes: int | None
    auth: Literal[True] | None
    hooks: AnyHooks


class _Core:
    _asynchronous = False
    _view = "body"  # or "raw" or "stream": what calls give

    def __init__(
        self,
        *,
        transport: Any = None,
        http_client: Any = None,
        server: str = "",
        variables: Mapping[str, str] = {},
        expand: Any = None,
        schemes: Mapping[str, APIKeyAuth] = {},
        security: Security = (),
        errors: Mapping[int, Any] = {},
        idempotency: str = "",
        **options: Unpack[ClientOptions],
    ) -> None:
        self._expanded: Any = partial(expand, variables=variables) if expand else str
        self._server = self._expanded(server)
        self._auth, self._security, self._errors = schemes, security, errors
        self._idempotency = idempotency  # the header of keys
        self._root, self._closed = self, False  # the root's transport serves all views
        if http_client is not None:
            if transport is not None:
                raise TypeError("Pass either transport or http_client.")
            transport = self._sender(http_client, options)
        self._configure(options)
        default = AsyncHTTPTransport if self._asynchronous else HTTPTransport
        self._transport: Any = transport or default()

    def _sender(self, http_client: Any, options: ClientOptions) -> Any:
        """The transport of a user's client, whose timeout counts if it has its own."""
        from .http_clients import AsyncClientTransport, ClientTransport, own_timeout

        options["timeout"] = own_timeout(http_client, options.get("timeout", 60.0))
        kind = AsyncClientTransport if self._asynchronous else ClientTransport
        return kind(http_client)

    def _configure(self, options: ClientOptions) -> None:
        self._options = options
        self._headers = checked(options.get("headers"))
        self._base_url = address(options.get("base_url") or self._server)
        parameters = [each.parameter for each in self._auth.values()]
        secret_names = frozenset(p.name for p in parameters if isinstance(p, Query))
        self._session = Session(
            options.get("base_url") or self._server,
            options.get("timeout", 60.0),
            options.get("strict_responses", False),
            self._asynchronous,
            secret_names,
            self._exchange,
            partial(self._done, partial(self._result, whole=True)),
        )

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A client with other options, on the same connections; headers are added."""
        client = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, Resource):  # they know `self`
                delattr(client, name)
        headers = self._headers | checked(options.get("headers"))
        client._configure({**self._options, **options, "headers": headers})
        return client

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._base_url!r})"

    async def _send(self, call: Call[Any], arguments: Arguments) -> Any:
        """A success, whole or, if it is to be streamed, unread."""
        if self._closed or self._root._closed:
            raise RuntimeError("The client is closed.")
        operation, options, _ = call
        sent = self._headers | checked(options.get("extra_headers"))
        limits = {**self._options, **options}
        security = self._security if operation.security is None else operation.security
        security = () if limits.get("auth", True) is None else security
        request: Request | None = None
        end = partial(self._end, [])
        hidden = [part for each in self._auth.values() for part in each.parts]
        try:
            server = limits.get("base_url") or self._server
            about: Any = {"server": server, "timeout": limits.get("timeout", 60)}
            session = structs.replace(self._session, **about)
            secrets = await credentials(operation, self._auth, security, sent, session)
            hidden += [secret for _, secret in secrets]
            common = {**self._options, "headers": self._headers}
            common["secret_names"] = self._session.secret_names
            server = self._expanded(operation.server or self._server)
            request = make_request(call, arguments, common, server, secrets)
            for again in (True, False):
                response = await self._exchange(
                    request,
                    options.get("max_retries"),
                    success=operation.success,
                    streaming=operation.streaming or self._view == "stream",
                    hooks=self._options.get("hooks", Hooks()),
                    limit=limits.get("max_response_bytes", _MOST_BYTES),
                )
                if not hasattr(response, "content"):  # it is unread
                    failed = partial(self._done, self._failed, request, end, hidden)
                    close = partial(self._done, self._close, request, response, end)
                    about = {"request": request.public(), "failed": failed}
                    return structs.replace(response, close=close, **about)
                fresh = None
                if again and response.status_code == 401:
                    for each in self._auth.values() if security else ():
                        fresh = fresh or await each.renewed(request, session)
                if fresh is None:
                    break
                request, hidden = fresh, [*hidden, fresh.headers["authorization"]]
            if not response.is_result(operation.success):
                raise failure(operation, response, self._errors, self._auth, hidden)
            decode = Decoder(operation, request.public(), self._session.strict)
            response = structs.replace(response, _decode=decode)
            if self._view == "body":
                response.body  # raises here what is wrong with it
            await end(request, response)
            return response
        except BaseException as error:
            former = error.request if isinstance(error, APIError) else None
            if failing := request or former:
                await self._failed(failing, end, hidden, error)
            raise

    async def _failed(self, request: Request, end: Any, hidden: Any, error: Any) -> Any:
        """Give an error its request, and tell of it and of the end."""
        try:
            if isinstance(error, APIError):
                error.request = error.request or request.public()
                conceal(error, hidden)
                hook = self._options.get("hooks", Hooks()).error
                await resolve(hook and hook(request, error))
        finally:
            await end(request, error)

    async def _close(self, request: Request, response: Any, end: Any) -> None:
        """Close a response that was streamed, and tell of the end."""
        try:
            await resolve(response.close())
        finally:
            await end(request, response)

    async def _end(self, ended: list[Any], request: Request, outcome: Any) -> None:
        """Tell once how a call ends."""
        hook = self._options.get("hooks", Hooks()).end
        if hook and not ended:
            ended.append(outcome)
            await resolve(hook(request, outcome))

    def _done(self, function: Callable[..., Coroutine[Any, Any, T]], *of: Any) -> Any:
        """What it gives, at once or when it is awaited."""
        coroutine = function(*of)
        return coroutine if self._asynchronous else run_sync(coroutine)

    async def _exchange(self, request: Request, retries: Any = None, **how: Any) -> Any:
        retries = self._options.get("max_retries", 2) if retries is None else retries
        policy = self._options.get("retry_policy", RetryPolicy())
        how.setdefault("limit", self._options.get("max_response_bytes", _MOST_BYTES))
        sender = self._transport, self._sleep
        return await exchange(request, *sender, policy, retries, **how)

    def _sleep(self, seconds: float) -> Any:
        from asyncio import sleep

        return sleep(seconds) if self._asynchronous else time.sleep(seconds)

    async def _result(self, call: Complete[Any], *, whole: bool = False) -> Any:
        (operation, *_), _ = call
        response = await self._send(*call)
        if self._view != "stream":
            response = operation.finish(response, call, self._session)
        return response.body if self._view == "body" and not whole else response


class BaseClient(_Core, DirectRequests):
    """Calls operations; threads may share it. Generated clients add the resources."""

    def call(self, call: Call[T], /, **arguments: Any) -> T:
        """Call an operation. ValueError: an argument would corrupt the request."""
        return cast(T, run_sync(self._result((call, arguments))))

    def close(self) -> None:
        """Close all connections, also those of a transport that was passed in."""
        self._closed = True
        if self._root is self:
            self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncBaseClient(_Core, AsyncDirectRequests):
    """Asynchronous twin of `BaseClient`, for one event loop at a time."""

    _asynchronous = True

    async def call(self, call: Call[T], /, **arguments: Any) -> T:
        return cast(T, await self._result((call, arguments)))

    async def close(self) -> None:
        self._closed = True
        if self._root is self:
            await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()


class Resource(Generic[ClientT]):
    """The operations of one tag; generated resources add a method for each."""

    def __init__(self, client: ClientT) -> None:
        self._client = client

    def _returning(self, view: Literal["raw", "stream"]) -> Self:
        """The same resource, whose methods return responses; see `views`."""
        client: Any = copy(self._client)
        client._view = view
        resource = copy(self)
        resource._client = client
        return resource
