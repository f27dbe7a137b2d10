# Part of the client's runtime, the same in every client. Do not edit.
"""From a call to its request, and from the answer to its result.

All is written once, as coroutines; those of `BaseClient` are done after one step.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from copy import copy
from random import random
from typing import Any, Generic, ParamSpec, Self, TypeAlias, TypedDict, TypeVar
from typing import Unpack

from msgspec import UNSET as _UNSET
from msgspec import json, structs

from .auth import APIKeyAuth
from .codec import MismatchError, construct, decode, encode
from .errors import APIConnectionError, APIStatusError, MissingCredentialsError
from .errors import ResponseDecodeError
from .model import is_model, is_object
from .operation import Arguments, Call, Operation, RequestOptions, Security
from .operation import documented
from .parameters import Header, Parameter, Query, header_value
from .transport import AsyncHTTPTransport, AsyncStreamedResponse, Head, HTTPTransport
from .transport import Request, Response, StreamedResponse, T

ClientT = TypeVar("ClientT", bound="_Core")
P = ParamSpec("P")
Complete: TypeAlias = tuple[Call[T], Arguments]

_USER_AGENT = f".{__package__}".split(".")[-2]
_FRAMING = {"connection", "content-length", "host", "transfer-encoding"}
log = logging.getLogger(__package__)


class ClientOptions(TypedDict, total=False):
    """What `with_options` changes; the constructor of a client explains it."""

    base_url: str | None
    timeout: float | None
    max_retries: int
    headers: Mapping[str, str] | None
    strict_responses: bool


class _Core:
    _asynchronous = False
    _view = "body"  # or "raw" or "stream": what calls give

    def __init__(
        self,
        *,
        transport: Any = None,
        server: str = "",
        auth: Mapping[str, APIKeyAuth] = {},
        security: Security = (),
        errors: Mapping[int, type[APIStatusError]] = {},
        **options: Unpack[ClientOptions],
    ) -> None:
        self._server, self._auth, self._security = server, auth, security
        self._errors = errors
        self._root, self._closed = self, False  # the root's transport serves all views
        self._configure(options)
        default = AsyncHTTPTransport if self._asynchronous else HTTPTransport
        self._transport: Any = transport or default(self._base_url)

    def _configure(self, options: ClientOptions) -> None:
        self._options = options
        self._headers = _checked(options.get("headers"))
        self._base_url = (options.get("base_url") or self._server).rstrip("/")
        if not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", self._base_url):
            raise ValueError("base_url must be like https://host or https://host/path.")

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A client that differs in these options; headers are added to those there are.

        It uses the same connections, which end with the client that it was made from.
        """
        client = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, Resource):  # they know `self`
                delattr(client, name)
        headers = self._headers | _checked(options.get("headers"))
        client._configure({**self._options, **options, "headers": headers})
        return client

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._base_url!r})"

    def _request(self, call: Complete[Any]) -> Request:
        (operation, options, values), given = call
        for unknown in sorted(options.keys() - RequestOptions.__optional_keys__):
            raise TypeError(f"{operation.name}: there is no argument {unknown!r}.")
        extra = _checked(options.get("extra_headers"))
        headers = {"user-agent": _USER_AGENT, "accept": operation.accept}
        query: list[str] = []
        cookies: list[str] = []

        def put(parameter: Parameter, value: object) -> None:
            text = parameter.encode(value)
            if isinstance(parameter, Header):
                headers[parameter.name.lower()] = text
            elif text:
                (query if isinstance(parameter, Query) else cookies).append(text)

        for parameter, secret in self._credentials(operation, self._headers | extra):
            put(parameter, secret)
        secrets = len(query)
        headers |= self._headers
        fields: dict[str, Any] = {}
        for name, value in given.items():
            if name not in operation.parameters:
                fields[name] = value
            elif value is not None and value is not _UNSET:
                put(operation.parameters[name], value)
        for name, value in options.get("extra_query", {}).items():
            put(Query(name), value)
        if cookies:
            headers["cookie"] = "; ".join(cookies)
        body = operation.body.encode(fields) if operation.body else None
        content, media_type = body or (None, "application/json")
        if more := options.get("extra_body"):
            known = json.decode(content or b"{}")
            if not is_object(known):
                raise ValueError("extra_body needs a body that is a JSON object.")
            content = encode({**known, **more})
        if content is not None:
            headers.setdefault("content-type", media_type)
        base = self._options.get("base_url") or operation.server or self._server
        url = base.rstrip("/") + operation.expand(values)
        return Request(
            operation.name,
            operation.method,
            f"{url}?{'&'.join(query)}" if query else url,
            f"{url}?{'&'.join(query[secrets:])}" if query[secrets:] else url,
            headers | extra,
            content,
            options.get("timeout", self._options.get("timeout", 60.0)),
        )

    def _credentials(
        self, operation: Operation[Any], own: Mapping[str, str]
    ) -> list[tuple[Parameter, str]]:
        """Those of the first alternative that the client has all of."""
        security = self._security if operation.security is None else operation.security
        missing: list[APIKeyAuth] = []
        for names in security:
            known = [self._auth[name] for name in names if name in self._auth]
            found = [(auth.parameter, key) for auth in known if (key := auth.value())]
            if names and len(found) == len(names):
                return found
            missing += known
        sent = any(auth.parameter.name.lower() in own for auth in missing)
        if () in security or not security or sent:
            return []
        hints = "; or ".join(dict.fromkeys(auth.hint for auth in missing if auth.hint))
        raise MissingCredentialsError(f"{operation.name}: pass {hints}")

    async def _send(self, call: Complete[Any]) -> Any:
        """A success, whole or, if it is to be streamed, unread."""
        if self._closed or self._root._closed:
            raise RuntimeError("The client is closed.")
        (operation, options, _), _ = call
        request = self._request(call)
        retries = options.get("max_retries", self._options.get("max_retries", 2))
        attempt = 0
        while True:
            chance = random() if attempt < retries else None
            try:
                answer = await _settled(self._transport.send(request))
                status: int = answer.status_code
                good = 200 <= status < 300 or status in operation.success
                wait = wait_before_retry(request.method, answer, attempt, chance)
                if wait is None and good and self._view == "stream":
                    return answer
                if wait is None:
                    content: bytes = await _settled(answer.read())
                    break
                await _settled(answer.close())
            except APIConnectionError as error:
                wait = wait_before_retry(request.method, error, attempt, chance)
                if wait is None:
                    raise
            log.info("%s: sent again in %.1f s", operation.name, wait)
            await _settled(self._sleep(wait))
            attempt += 1
        log.debug("%s: %d", operation.name, status)
        about = request.method, request.public_url
        raw = Response(status, answer.headers, content, None, *about)
        if not good:
            raise self._failure(operation, raw)
        return structs.replace(raw, body=self._decoded(operation, raw))

    def _sleep(self, seconds: float) -> Any:
        if not self._asynchronous:
            return time.sleep(seconds)
        from asyncio import sleep

        return sleep(seconds)

    def _decoded(self, operation: Operation[Any], raw: Response[Any]) -> Any:
        """The body by its documented type, else plain JSON, else text or bytes."""
        kind = documented(operation.success, raw.status_code)
        certain = kind is not _UNSET
        if not certain:
            kinds = [kind for kind in operation.success.values() if kind is not None]
            kind = kinds[0] if len(kinds) == 1 else Any
        if kind is bytes or kind is str:
            return _as_it_came(raw, kind)
        if kind is None or not raw.content or raw.status_code == 204:
            return None
        strict = certain and self._options.get("strict_responses", False)
        try:
            return decode(raw.content, kind, strict=strict)
        except MismatchError as error:
            fault = str(error)
        except ValueError:
            media_type = raw.headers.get("content-type", "no media type")
            if not certain:
                return raw.text if media_type.startswith("text/") else raw.content
            fault = f"the body is not JSON ({media_type})"
        raise ResponseDecodeError(f"{operation.name}: {raw.status_code}: {fault}", raw)

    def _failure(self, operation: Operation[Any], raw: Response[Any]) -> APIStatusError:
        """The exception for an answer that is no success; 500's is that of all 5xx."""
        status = raw.status_code
        error = self._errors.get(status, self._errors.get(status // 500 * 500))
        error = error or APIStatusError
        kind = documented(operation.errors, status)
        kind = error.body_type() if kind is _UNSET else kind
        value = None
        with suppress(ValueError):
            value = json.decode(raw.content)
        body = _as_it_came(raw, kind) if kind is bytes or kind is str else value
        if body is value and kind is not None:
            fits = is_object(value) or not is_model(kind)
            body = construct(kind, value if fits else {})
        return error(f"{operation.name}: {status} {_summary(value)}".strip(), raw, body)

    async def _result(self, call: Complete[Any], *, whole: bool = False) -> Any:
        (operation, *_), given = call
        answer = await self._send(call)

        def again(given: Arguments) -> Any:
            result = self._result((call[0], given), whole=True)
            return result if self._asynchronous else _finished(result)

        if self._view != "stream":
            answer = operation.finish(answer, given, again, self._asynchronous)
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


async def _settled(value: Any) -> Any:
    """What a transport gives, at once or when it is awaited."""
    return await value if hasattr(value, "__await__") else value


def _finished(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """The result of a coroutine that never waits."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    raise TypeError("The transport of a synchronous client must not be asynchronous.")


class BaseClient(_Core):
    """Calls operations; threads may share it. Generated clients add the resources."""

    def call(self, call: Call[T], /, **given: Any) -> T:
        """Call an operation. ValueError: an argument would corrupt the request."""
        body: T = _finished(self._result((call, given)))
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


def wait_before_retry(
    method: str, outcome: Head | APIConnectionError, attempt: int, chance: float | None
) -> float | None:
    """Seconds until a request is sent again; None where its outcome is final.

    It is sent again if it did not reach the server, if no whole answer came and it may
    be repeated (RFC 9110 9.2.2), or for 429 and 5xx but 501. Retry-After is obeyed, up
    to 60 s; without it, the wait is 0.5 s, doubled with each `attempt` up to 8 s, less
    a quarter times `chance` (None: no attempt is left).
    """
    if chance is None:
        return None
    wait = min(0.5 * 2.0 ** min(attempt, 10), 8.0) * (1 - chance / 4)
    if isinstance(outcome, APIConnectionError):
        repeatable = method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE")
        return None if outcome.sent and not repeatable else wait
    status, asked = outcome.status_code, outcome.retry_after
    if status != 429 and (status < 500 or status == 501):
        return None
    wait = wait if asked is None else asked
    return wait if wait <= 60 else None


def _as_it_came(raw: Response[Any], kind: type[bytes | str]) -> Any:
    """Bytes or text; what came as JSON is decoded for it, unless it is none."""
    if kind is str and "json" in raw.headers.get("content-type", ""):
        with suppress(ValueError):
            return decode(raw.content, str)
    return raw.content if kind is bytes else raw.text


def _summary(body: object) -> str:
    """The code and message of an error, from where they usually are (RFC 9457, too)."""
    if is_object(body) and is_object(body.get("error")):
        body = body["error"]
    known: dict[str, Any] = body if is_object(body) else {}
    texts = [known.get(name) for name in ("code", "title", "message", "detail")]
    return ": ".join(text for text in texts if isinstance(text, str))[:500]


def _checked(headers: Mapping[str, str] | None) -> dict[str, str]:
    """Headers by their names in lower case, or ValueError for one that would do harm."""
    for name in headers or {}:
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            raise ValueError(f"{name!r} is not the name of a header.")
        if name.lower() in _FRAMING:
            raise ValueError(f"The header {name!r} is set by the transport alone.")
    return {k.lower(): header_value(k, v) for k, v in (headers or {}).items()}
