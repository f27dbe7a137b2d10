# Part of the client's runtime, the same in every client. Do not edit.
"""From a call to its request, and from the answer to its result.

`BaseClient` and `AsyncBaseClient` differ in what awaits; the rest is in `_Core`.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from random import random
from types import SimpleNamespace
from typing import Any, Generic, ParamSpec, Self, TypedDict, TypeVar, Unpack
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct, json

from . import errors
from .auth import APIKeyAuth
from .codec import MismatchError, construct, decode, encode
from .errors import APIConnectionError, APIStatusError, StatusErrors
from .model import is_object
from .operation import Operation, Security, Values, documented
from .operation import RequestOptions as Options
from .pages import AsyncPage, AsyncPager, Page
from .parameters import Cookie, Query, cookie_text, header_value, percent
from .response import AsyncStreamedResponse, Head, RawResponse, Response
from .response import StreamedResponse, T
from .transport import AsyncHTTPTransport, AsyncTransport, HTTPTransport, Request
from .transport import Transport

P = ParamSpec("P")
TransportT = TypeVar("TransportT")

log = logging.getLogger(__package__)

_USER_AGENT = f".{__package__}".split(".")[-2]


class ClientOptions(TypedDict, total=False):
    """What `with_options` changes; the constructor of a client explains it."""

    base_url: str
    timeout: float | None
    max_retries: int
    headers: Mapping[str, str] | None
    strict_responses: bool


class _Call(Struct, Generic[T], frozen=True):
    operation: Operation[T]
    path: Values
    options: Options
    given: dict[str, object]
    request: Request
    url: str
    """The request's, without credentials."""


class _Core(Generic[TransportT]):
    """Everything that does not await."""

    _make_transport: Callable[[], Any]

    def __init__(
        self,
        *,
        transport: TransportT | None = None,
        auth: Mapping[str, APIKeyAuth] | None = None,
        security: Security = (),
        errors: StatusErrors | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        self._transport: TransportT = (
            self._make_transport() if transport is None else transport
        )
        self._auth = auth or {}
        self._security = security
        self._errors = errors or {}
        self._headers = _checked_headers(options.get("headers"))
        self._options = options
        self._base_url = _checked_url(options.get("base_url", ""))
        self._closed = False
        self._derived = False

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A client that differs in these options and uses the same connections.

        They stay open when it is closed, and end with the client it was made from.
        Headers are added to those that the client has.
        """
        client = type(self).__new__(type(self))
        for name, value in vars(self).items():
            if not isinstance(value, (Resource, AsyncResource)):  # they know `self`
                setattr(client, name, value)
        client._derived = True
        client._options = {**self._options, **options}
        client._headers = self._headers | _checked_headers(options.get("headers"))
        client._base_url = _checked_url(options.get("base_url", self._base_url))
        return client

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._base_url!r})"

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("A client holds connections and secrets: it is not pickled.")

    def _prepare(
        self,
        operation: Operation[T],
        path: Values,
        options: Options,
        given: dict[str, object],
    ) -> _Call[T]:
        if self._closed:
            raise RuntimeError("The client is closed.")
        url = self._base_url + operation.expand(path)
        own = self._headers.copy()
        query: list[str] = []
        cookies: list[str] = []
        fields: dict[str, object] = {}
        for name, value in given.items():
            parameter = operation.parameters.get(name)
            if parameter is None:
                fields[name] = value
            elif value is None or value is msgspec.UNSET:
                continue
            elif isinstance(parameter, Query):
                query += parameter.encode(value)
            elif isinstance(parameter, Cookie):
                cookies += parameter.encode(value)
            else:
                own[parameter.name.lower()] = parameter.encode(value)
        for name, value in options.get("extra_query", {}).items():
            query += [] if value is None else Query(name).encode(value)
        own |= _checked_headers(options.get("extra_headers"))

        headers = {"user-agent": _USER_AGENT, "accept": operation.accept}
        body = operation.body
        content = body.encode(fields) if body else None
        if "extra_body" in options:
            content = _merged(content, options["extra_body"])
        if content is not None:
            headers["content-type"] = body.media_type if body else "application/json"
        public = f"{url}?{'&'.join(query)}" if query else url
        for auth, value in self._credentials(operation, own):
            if auth.location == "header":
                headers[auth.name.lower()] = value
            elif auth.location == "cookie":
                cookies.append(f"{auth.name}={cookie_text(value)}")
            else:
                query.append(f"{percent(auth.name)}={percent(value)}")
        if cookies:
            headers["cookie"] = "; ".join(cookies)
        request = Request(
            operation=operation.name,
            method=operation.method,
            url=f"{url}?{'&'.join(query)}" if query else url,
            headers=headers | own,
            content=content,
            timeout=options.get("timeout", self._options.get("timeout", 60.0)),
        )
        return _Call(operation, path, options, given, request, public)

    def _credentials(
        self, operation: Operation[Any], own: Mapping[str, str]
    ) -> list[tuple[APIKeyAuth, str]]:
        """Those of the first alternative that the client has all of."""
        security = self._security if operation.security is None else operation.security
        missing: list[APIKeyAuth] = []
        for names in security:
            known = [self._auth[name] for name in names if name in self._auth]
            found = [(auth, value) for auth in known if (value := auth.value())]
            if names and len(found) == len(names):
                return found
            missing += known
        sent = [auth for auth in missing if auth.location == "header"]
        if () in security or not security or any(a.name.lower() in own for a in sent):
            return []
        hints = "; or ".join(dict.fromkeys(auth.hint for auth in missing if auth.hint))
        raise errors.MissingCredentialsError(f"{operation.name}: pass {hints}")

    def _wait(
        self, call: _Call[Any], outcome: Head | APIConnectionError, attempt: int
    ) -> float | None:
        """Seconds before the request is sent again; None where the outcome is final."""
        default = self._options.get("max_retries", 2)
        if attempt >= call.options.get("max_retries", default):
            return None
        wait = wait_before_retry(call.request.method, outcome, attempt, random())
        if wait is not None:
            log.info("%s: sent again in %.1f s", call.operation.name, wait)
        return wait

    def _result(self, call: _Call[T], raw: RawResponse) -> Response[T]:
        log.debug("%s: %d", call.operation.name, raw.status_code)
        if not _is_success(call, raw.status_code):
            raise self._failure(call.operation, raw)
        return _response(call, raw, self._decoded(call.operation, raw))

    def _decoded(self, operation: Operation[Any], raw: RawResponse) -> Any:
        """The body of a success, by the type that is documented for its status.

        Another status has the type of the only one that is; else JSON is its plain
        value. What is not JSON then is text or bytes. No body is None.
        """
        kind = documented(operation.success, raw.status_code)
        certain = kind is not msgspec.UNSET
        if not certain:
            kinds = [kind for kind in operation.success.values() if kind is not None]
            kind = kinds[0] if len(kinds) == 1 else Any
        if kind is bytes or kind is str:
            return raw.content if kind is bytes else raw.text
        if kind is None or not raw.content or raw.status_code == 204:
            return None
        media_type = raw.headers.get("content-type", "no media type")
        strict = certain and self._options.get("strict_responses", False)
        try:
            return decode(raw.content, kind, strict=strict)
        except MismatchError as error:
            problem = str(error)
        except ValueError:
            if not certain:
                return raw.text if media_type.startswith("text/") else raw.content
            problem = f"the body is not JSON ({media_type})"
        message = f"{operation.name}: {raw.status_code}: {problem}"
        raise errors.ResponseDecodeError(message, raw)

    def _failure(self, operation: Operation[Any], raw: RawResponse) -> APIStatusError:
        """The exception for an answer that is no success."""
        error = errors.error_class(raw.status_code, self._errors)
        kind = documented(operation.errors, raw.status_code)
        if kind is msgspec.UNSET:
            kind = error.body_type()
        try:
            value = json.decode(raw.content)
        except ValueError:
            value = None
        body = value
        if kind is bytes or kind is str:
            body = raw.content if kind is bytes else raw.text
        elif kind is not None:
            body = construct(kind, {} if value is None else value)
            if isinstance(kind, type) and not isinstance(body, kind):
                body = construct(kind, {})
        message = f"{operation.name}: {raw.status_code} {_summary(value)}"
        return error(message.strip(), raw, body)

    def _rebound(
        self,
        method: Callable[P, Any],
        respond: Callable[[_Call[Any]], Any],
        page: Callable[[_Call[Any]], Any],
    ) -> Callable[P, Any]:
        """The same method of the same resource, with a stand-in for the client."""
        resource = getattr(method, "__self__", None)
        if resource is None or getattr(resource, "_client", None) is not self:
            raise TypeError("Expected a method of one of this client's resources.")

        def through(finish: Callable[[_Call[Any]], Any]) -> Callable[..., Any]:
            def call(*facts: Any, **given: object) -> Any:
                operation, path, options = facts
                return finish(self._prepare(operation, path, options, given))

            return call

        stand_in = SimpleNamespace(call=through(respond), pages=through(page))
        bound: Callable[P, Any] = getattr(type(resource)(stand_in), method.__name__)
        return bound


class BaseClient(_Core[Transport]):
    """Calls operations; threads may share it. Generated clients add the resources."""

    _make_transport = HTTPTransport
    _sleep = staticmethod(time.sleep)

    def call(
        self, operation: Operation[T], path: Values, options: Options, /, **given: Any
    ) -> T:
        """Call an operation.

        Args:
            operation: Its wire facts.
            path: The values of the path's parameters, in the order of the template.
            options: What every call takes.
            **given: The other arguments: parameters, and the body or its fields.

        Raises:
            APIError: See the module `errors`.
            ValueError: An argument would corrupt the request; nothing was sent.
        """
        return self._respond(self._prepare(operation, path, options, given)).body

    def pages(
        self, operation: Operation[T], path: Values, options: Options, /, **given: Any
    ) -> Page[Any, T]:
        """Call an operation that gives a list; see `call`."""
        return self._page(self._prepare(operation, path, options, given)).body

    def with_raw_response(self, method: Callable[P, T]) -> Callable[P, Response[T]]:
        """`method` of one of this client's resources, returning the whole answer."""
        return self._rebound(method, self._respond, self._page)

    def with_streaming_response(
        self, method: Callable[P, Any]
    ) -> Callable[P, StreamedResponse]:
        """`method`, returning an answer whose body is not read yet: use it by `with`."""
        return self._rebound(method, self._stream, self._stream)

    def close(self) -> None:
        """Close all connections, also those of a transport that was passed in."""
        self._closed = True
        if not self._derived:
            self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _respond(self, call: _Call[T]) -> Response[T]:
        return self._result(call, self._send(call))

    def _page(self, call: _Call[T]) -> Response[Page[Any, T]]:
        def fetch(arguments: dict[str, object]) -> Page[Any, T]:
            return self.pages(call.operation, call.path, call.options, **arguments)

        response = self._respond(call)
        page = Page[Any, T](call.operation, call.given, response.body, fetch)
        return _response(call, response, page)

    def _stream(self, call: _Call[Any]) -> StreamedResponse:
        answer: StreamedResponse = self._send(call, keep=True)
        if not _is_success(call, answer.status_code):
            raise self._failure(call.operation, answer.whole())
        return answer

    def _send(self, call: _Call[Any], *, keep: bool = False) -> Any:
        """The answer, whole or, if it is to be kept open, its head."""
        attempt = 0
        while True:
            try:
                answer = self._transport.send(call.request)
                wait = self._wait(call, answer, attempt)
                if wait is None:
                    return answer if keep else answer.whole()
                answer.close()
            except APIConnectionError as error:
                wait = self._wait(call, error, attempt)
                if wait is None:
                    raise
            self._sleep(wait)
            attempt += 1


class AsyncBaseClient(_Core[AsyncTransport]):
    """Asynchronous twin of `BaseClient`, for one event loop."""

    _make_transport = AsyncHTTPTransport

    @staticmethod
    async def _sleep(seconds: float) -> None:
        from asyncio import sleep

        await sleep(seconds)

    async def call(
        self, operation: Operation[T], path: Values, options: Options, /, **given: Any
    ) -> T:
        """See `BaseClient.call`."""
        call = self._prepare(operation, path, options, given)
        return (await self._respond(call)).body

    def pages(
        self, operation: Operation[T], path: Values, options: Options, /, **given: Any
    ) -> AsyncPager[Any, T]:
        """See `BaseClient.pages`. It is sent when it is awaited or iterated over."""

        async def first() -> AsyncPage[Any, T]:
            call = self._prepare(operation, path, options, given)
            return (await self._page(call)).body

        return AsyncPager(first)

    def with_raw_response(
        self, method: Callable[P, Awaitable[T]]
    ) -> Callable[P, Awaitable[Response[T]]]:
        """See `BaseClient.with_raw_response`."""
        return self._rebound(method, self._respond, self._page)

    def with_streaming_response(
        self, method: Callable[P, Awaitable[Any]]
    ) -> Callable[P, AbstractAsyncContextManager[AsyncStreamedResponse]]:
        """See `BaseClient.with_streaming_response`."""
        bound = self._rebound(method, self._stream, self._stream)

        @asynccontextmanager
        async def stream(
            *args: P.args, **kwargs: P.kwargs
        ) -> AsyncGenerator[AsyncStreamedResponse]:
            async with await bound(*args, **kwargs) as response:
                yield response

        return stream

    async def close(self) -> None:
        """See `BaseClient.close`."""
        self._closed = True
        if not self._derived:
            await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def _respond(self, call: _Call[T]) -> Response[T]:
        return self._result(call, await self._send(call))

    async def _page(self, call: _Call[T]) -> Response[AsyncPage[Any, T]]:
        async def fetch(arguments: dict[str, object]) -> AsyncPage[Any, T]:
            return await self.pages(
                call.operation, call.path, call.options, **arguments
            )

        response = await self._respond(call)
        page = AsyncPage[Any, T](call.operation, call.given, response.body, fetch)
        return _response(call, response, page)

    async def _stream(self, call: _Call[Any]) -> AsyncStreamedResponse:
        answer: AsyncStreamedResponse = await self._send(call, keep=True)
        if not _is_success(call, answer.status_code):
            raise self._failure(call.operation, await answer.whole())
        return answer

    async def _send(self, call: _Call[Any], *, keep: bool = False) -> Any:
        attempt = 0
        while True:
            try:
                answer = await self._transport.send(call.request)
                wait = self._wait(call, answer, attempt)
                if wait is None:
                    return answer if keep else await answer.whole()
                await answer.close()
            except APIConnectionError as error:
                wait = self._wait(call, error, attempt)
                if wait is None:
                    raise
            await self._sleep(wait)
            attempt += 1


class Resource:
    """The operations of one tag; generated resources add a method for each."""

    def __init__(self, client: BaseClient) -> None:
        self._client = client


class AsyncResource:
    """Asynchronous twin of `Resource`."""

    def __init__(self, client: AsyncBaseClient) -> None:
        self._client = client


def wait_before_retry(
    method: str, outcome: Head | APIConnectionError, attempt: int, chance: float
) -> float | None:
    """Seconds until a request is sent again; None where its outcome is final.

    Sent again is what did not reach the server; what may be repeated without harm (RFC
    9110 section 9.2.2), where no whole answer came; what was answered by 429 or 5xx but
    501. Retry-After is obeyed, up to 60 s; without it, the wait is 0.5 s, doubled with
    each `attempt` (from 0) up to 8 s, less a quarter times `chance` (0 to 1).
    """
    wait = min(0.5 * 2.0 ** min(attempt, 10), 8.0) * (1 - chance / 4)
    if isinstance(outcome, APIConnectionError):
        repeatable = method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE")
        return None if outcome.sent and not repeatable else wait
    status = outcome.status_code
    if status != 429 and (status < 500 or status == 501):
        return None
    asked = outcome.retry_after
    if asked is not None:
        return asked if asked <= 60 else None
    return wait


def _response(call: _Call[Any], raw: RawResponse, body: T) -> Response[T]:
    head = raw.status_code, raw.headers, raw.content
    return Response(*head, body, call.operation.method, call.url)


def _is_success(call: _Call[Any], status: int) -> bool:
    return 200 <= status < 300 or status in call.operation.success


def _summary(body: object) -> str:
    """The code and message of an error, from where they usually are (RFC 9457, too)."""
    if is_object(body) and is_object(body.get("error")):
        body = body["error"]
    if not is_object(body):
        return ""
    texts = [body.get(name) for name in ("code", "title", "message", "detail")]
    return ": ".join(text for text in texts if isinstance(text, str))[:500]


def _checked_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("base_url must be like https://host or https://host/path.")
    if "?" in url or "#" in url or "@" in parts.netloc:
        raise ValueError("base_url must have no query, fragment or credentials.")
    return url.rstrip("/")


def _checked_headers(headers: Mapping[str, str] | None) -> dict[str, str]:
    checked: dict[str, str] = {}
    for name, value in (headers or {}).items():
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            raise ValueError(f"{name!r} is not the name of a header.")
        if name.lower() in (
            "connection",
            "content-length",
            "host",
            "transfer-encoding",
        ):
            raise ValueError(f"The header {name!r} is set by the transport alone.")
        checked[name.lower()] = header_value(name, value)
    return checked


def _merged(content: bytes | None, extra: Mapping[str, object]) -> bytes:
    body = json.decode(content or b"{}")
    if not is_object(body):
        raise ValueError("extra_body needs a body that is a JSON object.")
    return encode({**body, **extra})
