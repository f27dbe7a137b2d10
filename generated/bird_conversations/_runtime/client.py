# Part of the client's runtime, the same in every client. Do not edit.
"""Clients: their options, and the ways in which an operation can be called.

All is written once, as coroutines; those of `BaseClient` are done after one step.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from copy import copy
from functools import partial
from typing import Any, Generic, ParamSpec, Self, TypedDict, TypeVar, Unpack

from msgspec import structs

from .auth import APIKeyAuth, credentials, renewed
from .errors import APIError, APIStatusError
from .operation import Arguments, Call, Complete, Security, Session
from .request import address, checked, expanded, make_request
from .result import decoded, failure
from .sending import Hooks, RetryPolicy, exchange, finished, settled
from .transport import AsyncHTTPTransport, AsyncStreamedResponse, HTTPTransport
from .transport import Request, Response, StreamedResponse, T

ClientT = TypeVar("ClientT", bound="_Core")
P = ParamSpec("P")


class ClientOptions(TypedDict, total=False):
    """What `with_options` changes; the constructor of a client explains it."""

    base_url: str | None
    timeout: float | None
    max_retries: int
    retry_policy: RetryPolicy
    headers: Mapping[str, str] | None
    strict_responses: bool
    hooks: Hooks


class _Core:
    _asynchronous = False
    _view = "body"  # or "raw" or "stream": what calls give

    def __init__(
        self,
        *,
        transport: Any = None,
        server: str = "",
        variables: Mapping[str, str] = {},
        auth: Mapping[str, APIKeyAuth] = {},
        security: Security = (),
        errors: Mapping[int, type[APIStatusError]] = {},
        **options: Unpack[ClientOptions],
    ) -> None:
        self._server, self._variables = expanded(server, variables), variables
        self._auth, self._security = auth, security
        self._errors = errors
        self._root, self._closed = self, False  # the root's transport serves all views
        self._configure(options)
        default = AsyncHTTPTransport if self._asynchronous else HTTPTransport
        self._transport: Any = transport or default()

    def _configure(self, options: ClientOptions) -> None:
        self._options = options
        self._headers = checked(options.get("headers"))
        self._base_url = address(options.get("base_url") or self._server)
        self._session = Session(
            options.get("base_url") or self._server,
            options.get("timeout", 60.0),
            options.get("strict_responses", False),
            self._asynchronous,
            self._exchange,
            lambda call: self._done(self._result(call, whole=True)),
        )

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A client that differs in these options; headers are added to those there are.

        It uses the same connections, which end with the client that it was made from.
        """
        client = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, Resource):  # they know `self`
                delattr(client, name)
        headers = self._headers | checked(options.get("headers"))
        client._configure({**self._options, **options, "headers": headers})
        return client

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._base_url!r})"

    async def _send(self, call: Call[Any], given: Arguments) -> Any:
        """A success, whole or, if it is to be streamed, unread."""
        if self._closed or self._root._closed:
            raise RuntimeError("The client is closed.")
        operation, options, _ = call
        own = self._headers | checked(options.get("extra_headers"))
        security = self._security if operation.security is None else operation.security
        request: Request | None = None
        try:
            secrets = await credentials(
                operation.name, self._auth, security, own, self._session
            )
            common = {**self._options, "headers": self._headers}
            server = operation.server and expanded(operation.server, self._variables)
            request = make_request(call, given, common, server or self._server, secrets)
            for again in (True, False):
                answer = await self._exchange(
                    request,
                    options.get("max_retries"),
                    success=operation.success,
                    unread=operation.unread or self._view == "stream",
                    hooks=self._options.get("hooks", Hooks()),
                )
                if not hasattr(answer, "content"):  # it is unread
                    public, failed = request.public(), partial(self._failed, request)
                    return structs.replace(answer, request=public, failed=failed)
                fresh = None
                if again and answer.status_code == 401:
                    fresh = await renewed(request, self._auth, self._session)
                if fresh is None:
                    break
                request = fresh
            if not answer.is_success and answer.status_code not in operation.success:
                hints = filter(None, (each.hint for each in self._auth.values()))
                hint = " or ".join(dict.fromkeys(hints))
                raise failure(operation, answer, self._errors, hint)
            body = decoded(operation, answer, self._session.strict)
            return structs.replace(answer, body=body)
        except APIError as error:
            if about := request or error.request:
                await settled(self._failed(about, error))
            raise

    def _failed(self, request: Request, error: APIError) -> Any:
        """Give an error its request, and tell of it."""
        error.request = error.request or request.public()
        hook = self._options.get("hooks", Hooks()).error
        return self._done(settled(hook and hook(request, error)))

    def _done(self, coroutine: Coroutine[Any, Any, T]) -> Any:
        """What it gives, at once or when it is awaited."""
        return coroutine if self._asynchronous else finished(coroutine)

    async def _exchange(
        self, request: Request, retries: int | None = None, **more: Any
    ) -> Any:
        usual = self._options.get("max_retries", 2)
        return await exchange(
            request,
            self._transport,
            self._sleep,
            self._options.get("retry_policy", RetryPolicy()),
            usual if retries is None else retries,
            **more,
        )

    def _sleep(self, seconds: float) -> Any:
        if not self._asynchronous:
            return time.sleep(seconds)
        from asyncio import sleep

        return sleep(seconds)

    async def _result(self, call: Complete[Any], *, whole: bool = False) -> Any:
        (operation, *_), _ = call
        answer = await self._send(*call)
        if self._view != "stream":
            answer = operation.finish(answer, call, self._session)
        return answer.body if self._view == "body" and not whole else answer

    def _through(self, kind: str, method: Callable[..., Any]) -> Callable[..., Any]:
        """The same method of the same resource, with a client that answers otherwise."""
        resource: Any = getattr(method, "__self__", None)
        if getattr(resource, "_client", None) is not self:
            raise TypeError("Expected a method of one of this client's resources.")
        view: Any = copy(resource)
        view._client = copy(self)
        view._client._view = kind
        bound: Callable[..., Any] = getattr(view, method.__name__)
        return bound


class BaseClient(_Core):
    """Calls operations; threads may share it. Generated clients add the resources."""

    def call(self, call: Call[T], /, **given: Any) -> T:
        """Call an operation. ValueError: an argument would corrupt the request."""
        body: T = finished(self._result((call, given)))
        return body

    def with_raw_response(self, method: Callable[P, T]) -> Callable[P, Response[T]]:
        """`method` of one of this client's resources, returning the whole answer."""
        return self._through("raw", method)

    def with_streaming_response(
        self, method: Callable[P, Any]
    ) -> Callable[P, StreamedResponse]:
        """`method`, returning an answer whose body is not read yet: use it by `with`."""
        return self._through("stream", method)

    def close(self) -> None:
        """Close all connections, also those of a transport that was passed in."""
        self._closed = True
        if self._root is self:
            self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncBaseClient(_Core):
    """Asynchronous twin of `BaseClient`, for one event loop."""

    _asynchronous = True

    async def call(self, call: Call[T], /, **given: Any) -> T:
        body: T = await self._result((call, given))
        return body

    def with_raw_response(
        self, method: Callable[P, Awaitable[T]]
    ) -> Callable[P, Awaitable[Response[T]]]:
        return self._through("raw", method)

    def with_streaming_response(
        self, method: Callable[P, Awaitable[Any]]
    ) -> Callable[P, AbstractAsyncContextManager[AsyncStreamedResponse]]:
        view = self._through("stream", method)

        @asynccontextmanager
        async def stream(
            *args: P.args, **kwargs: P.kwargs
        ) -> AsyncGenerator[AsyncStreamedResponse]:
            async with await view(*args, **kwargs) as response:
                yield response

        return stream

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
