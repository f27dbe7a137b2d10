# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""For tests: transports that answer operations as their description allows.

fake = FakeTransport()
client = Client(transport=fake)
fake.on(client.pets.get).returns(Pet(id=1, name="Rex"))
assert client.pets.get(1).name == "Rex"
fake.on(client.pets.get).assert_called_with(1)
"""

from __future__ import annotations

import inspect
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from copy import copy
from decimal import Decimal
from itertools import count
from typing import Any, Generic, ParamSpec, Protocol, Self, TypeAlias, TypeVar
from typing import overload
from urllib.parse import parse_qs, quote, unquote, urlsplit

from msgspec import UNSET as _UNSET
from msgspec import DecodeError, Struct, json, structs

from .client import Resource
from .codec import decode, encode
from .errors import APIConnectionError
from .messages import Headers, Request, T, is_json
from .operation import Arguments, Call, documented
from .parameters import Header, Query
from .request import make_request
from .shapes import is_array, is_object
from .transport import AsyncStreamedResponse, StreamedResponse

P = ParamSpec("P")
BodyT = TypeVar("BodyT", covariant=True)
_ANY_SERVER = "http://localhost"
_TOKEN_REQUEST = "OAuth2 token request"  # as `oauth2` calls it
_SAFE = "%/:@!$&'()*+,;="  # what stands in a path as it is
Reply: TypeAlias = tuple[int, Mapping[str, str], bytes]


class RecordedRequest(Struct, frozen=True):
    """A request that was sent."""

    operation: str  # method and path template
    path: dict[str, str]  # by the names in the template
    query: dict[str, list[str]]
    headers: dict[str, str]  # by name in lower case
    body: Any  # the value where it is JSON, else bytes; None: there is none
    request: Request

    def __str__(self) -> str:
        parts = self.path, self.query, self.body
        return " ".join(f"{part!r:.300}" for part in parts if part)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.operation} {self}>"


class _Paged(Protocol[BodyT]):
    """A page: what is answered is its body."""

    @property
    def body(self) -> BodyT: ...
    @property
    def next_token(self) -> str | None: ...


class Stub(Generic[P, T]):
    """What an operation answers that is called with `P` and returns `T`.

    Each call gets the next answer, and those after the last get that one. ValueError:
    the description does not allow an answer.
    """

    def __init__(self, method: Callable[..., Any]) -> None:
        self.calls: list[RecordedRequest] = []
        self._method = method
        parameters = inspect.signature(method).parameters.values()
        named = {
            each.name: None for each in parameters if each.kind is each.KEYWORD_ONLY
        }
        values = [None for each in parameters if each.kind is each.POSITIONAL_ONLY]
        (self._operation, *_), _ = _captured(method, values, named)
        self.name = self._operation.name  # method and path template
        self.accept = self._operation.accept
        self._replies: list[Callable[[RecordedRequest], Reply]] = []
        self._turn = count()

    def returns(
        self, body: T, *, status: int | None = None, headers: Mapping[str, str] = {}
    ) -> Self:
        """Succeed, with `status` or the first documented one that has such a body."""
        reply = self._success(body, status, headers)
        return self._then(lambda sent: reply)

    def returns_from(
        self, function: Callable[[RecordedRequest], T], *, status: int | None = None
    ) -> Self:
        """Succeed with what a function makes of the request."""
        return self._then(lambda sent: self._success(function(sent), status, {}))

    def fails(
        self, status: int, body: object = None, *, headers: Mapping[str, str] = {}
    ) -> Self:
        """Fail as documented; or with 401, 403, 429 or 5xx, as any server may."""
        kind = documented(self._operation.errors, status)
        if kind is _UNSET and (status in (401, 403, 429) or 500 <= status <= 599):
            kind = None if body is None else self._body_type(status)
        if kind is _UNSET or status < 400:
            raise self._undocumented(status)
        reply = self._reply(status, kind, body, headers)
        return self._then(lambda sent: reply)

    def raises(self, error: APIConnectionError) -> Self:
        """Give no answer, but an APIConnectionError or APITimeoutError."""

        def reply(sent: RecordedRequest) -> Reply:
            raise error

        return self._then(reply)

    def responds(
        self, status: int, content: bytes = b"", headers: Mapping[str, str] = {}
    ) -> Self:
        """Answer with anything: a stream, or what the description does not allow."""
        return self._then(lambda sent: (status, headers, content))

    def assert_called(self, times: int | None = None) -> None:
        """AssertionError: no call came, or not so many."""
        if not self.calls if times is None else len(self.calls) != times:
            count = "a call" if times is None else f"{times} calls"
            raise AssertionError(f"Expected {count} of {self._came(self.calls)}")

    def assert_called_with(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """AssertionError: no call with these arguments came."""
        call, arguments = _captured(self._method, args, kwargs)
        expected = make_request(call, arguments, {"headers": {}}, _ANY_SERVER, [])
        url = expected.url.removeprefix(_ANY_SERVER)
        names = {k.lower() for k in call[1].get("extra_headers", {})}
        for parameter in self._operation.parameters.values():
            if isinstance(parameter, Header):
                names.add(parameter.name.lower())
            elif not isinstance(parameter, Query):
                names.add(f"cookie {parameter.label(parameter.name)}")
        names |= _with_cookies(expected).keys() - expected.headers.keys()
        names.discard(self._operation.idempotency_key.lower())

        def headers(request: Request) -> dict[str, str]:
            """Those that arguments make: a credential is none."""
            values = _with_cookies(request)
            return {name: values[name] for name in sorted(names & values.keys())}

        def alike(came: Request) -> bool:
            return (
                came.public_url.endswith(url)
                and _is_same(_content(came, Decimal), _content(expected, Decimal))
                and headers(came) == headers(expected)
            )

        if not any(alike(sent.request) for sent in self.calls):
            came = [
                f"{each} {headers(each.request) or ''}".strip() for each in self.calls
            ]
            about = f"{_recorded(expected)} {headers(expected) or ''}".strip()
            raise AssertionError(f"Expected {about} of {self._came(came)}")

    def reply(self, sent: RecordedRequest) -> Reply:
        """What the transport sends back."""
        self.calls.append(sent)
        if not self._replies:
            raise AssertionError(f"{sent.operation} was called and has no answer yet.")
        return self._replies[min(next(self._turn), len(self._replies) - 1)](sent)

    def _then(self, reply: Callable[[RecordedRequest], Reply]) -> Self:
        self._replies.append(reply)
        return self

    def _success(
        self, body: object, status: int | None, headers: Mapping[str, str]
    ) -> Reply:
        fault: ValueError | None = None
        for key in self._operation.success if status is None else [status]:
            code = int(str(key).replace("XX", "00").replace("default", "200"))
            kind = documented(self._operation.success, code)
            if kind is _UNSET or code >= 400:
                break
            try:
                return self._reply(code, kind, body, headers)
            except ValueError as error:
                fault = fault or error
        raise fault or self._undocumented(status)

    def _undocumented(self, status: int | None) -> ValueError:
        documented_statuses = ", ".join(
            map(str, [*self._operation.success, *self._operation.errors])
        )
        return ValueError(
            f"{self.name}: {status or 'a success'} is not documented; known"
            f" are: {documented_statuses or 'none'}. Use responds() to answer it all the same."
        )

    def _body_type(self, status: int) -> Any:
        """The type of a failure's body that only other operations document."""
        resource: Any = getattr(self._method, "__self__", None)
        errors = resource._client._errors
        error = errors.get(status) or errors.get(status // 500 * 500)
        return (error and error.body_type()) or Any

    def _reply(
        self, status: int, kind: Any, body: Any, headers: Mapping[str, str]
    ) -> Reply:
        about = f"{self.name}: {status}"
        if kind is bytes or kind is str or kind is None:
            if not isinstance(body, kind or type(None)):
                raise ValueError(
                    f"{about} has {'no' if kind is None else 'another'} body."
                )
            media_type = "application/octet-stream" if kind is bytes else "text/plain"
            content = body.encode() if isinstance(body, str) else body or b""
        else:
            media_type, content = "application/json", encode(body)
            try:
                decode(kind, content, strict=True)
            except ValueError as error:
                raise ValueError(f"{about}: {error}") from None
        return status, {"content-type": media_type, **headers}, content

    def _came(self, calls: Iterable[object]) -> str:
        shown = "".join(f"\n  {each}" for each in calls)
        return f"{self.name}; these came:{shown or ' none'}"


class _Fake:
    def __init__(self) -> None:
        self.calls: list[RecordedRequest] = []  # of all operations, in order
        self._answers: dict[tuple[str, str], Stub[..., Any]] = {}

    @overload
    def on(self, method: Callable[P, Awaitable[_Paged[T]]]) -> Stub[P, T]: ...
    @overload
    def on(self, method: Callable[P, _Paged[T]]) -> Stub[P, T]: ...
    @overload
    def on(self, method: Callable[P, Awaitable[T]]) -> Stub[P, T]: ...
    @overload
    def on(self, method: Callable[P, T]) -> Stub[P, T]: ...
    def on(self, method: Callable[..., Any]) -> Stub[..., Any]:
        """The answers of an operation, by a method of any client's resource."""
        answers: Stub[..., Any] = Stub(method)
        return self._answers.setdefault((answers.name, answers.accept), answers)

    def _reply_to(self, request: Request) -> Reply:
        if request.operation == _TOKEN_REQUEST:  # no method of a client sends it
            token = {"access_token": "token", "token_type": "Bearer"}
            return 200, {"content-type": "application/json"}, encode(token)
        self.calls.append(sent := _recorded(request))
        matches = [a for a in self._answers.values() if a.name == request.operation]
        if not matches:
            raise AssertionError(
                f"{request.operation} was called; use on() to answer it."
            )
        accept = request.headers.get("accept")  # tells a stream from a whole answer
        return next((a for a in matches if a.accept == accept), matches[0]).reply(sent)


class FakeTransport(_Fake):
    """A `Transport` that sends nothing. AssertionError: a call has no answer."""

    def send(self, request: Request, /) -> StreamedResponse:
        if request.content and not isinstance(request.content, bytes):
            request = structs.replace(request, content=b"".join(request.content))
        status, headers, content = self._reply_to(request)
        return StreamedResponse(
            status, Headers(headers), lambda: iter([content]), lambda: None
        )

    def close(self) -> None: ...


class AsyncFakeTransport(_Fake):
    """Asynchronous twin of `FakeTransport`."""

    async def send(self, request: Request, /) -> AsyncStreamedResponse:
        if request.content and not isinstance(request.content, bytes):
            pieces = [piece async for piece in request.content]
            request = structs.replace(request, content=b"".join(pieces))
        status, headers, content = self._reply_to(request)

        async def iter_bytes() -> AsyncIterator[bytes]:
            yield content

        return AsyncStreamedResponse(status, Headers(headers), iter_bytes, self.close)

    async def close(self) -> None: ...


class _Captured(Exception): ...


class _Client:
    """Takes the place of a client, to learn what a method calls."""

    def call(self, call: Call[Any], /, **arguments: Any) -> Any:
        raise _Captured(call, arguments)


def _captured(method: Any, args: Any, kwargs: Any) -> tuple[Call[Any], Arguments]:
    """What a resource's method would call with these arguments."""
    if isinstance(getattr(method, "__self__", None), Resource):
        view: Any = copy(method.__self__)
        view._client = _Client()
        try:
            getattr(view, method.__name__)(*args, **kwargs).__await__().send(None)
        except _Captured as captured:
            return captured.args[0], captured.args[1]
    raise TypeError("Pass a method of a client's resource, such as client.pets.get.")


def _recorded(request: Request) -> RecordedRequest:
    url = urlsplit(request.public_url)
    literal, *pieces = re.split(r"\{([^}]*)\}", request.operation.partition(" ")[2])
    pattern = "".join(
        f"([^/]*){re.escape(quote(text, safe=_SAFE))}" for text in pieces[1::2]
    )
    match = re.search(f"{re.escape(quote(literal, safe=_SAFE))}{pattern}$", url.path)
    values = map(unquote, match.groups() if match else ())
    return RecordedRequest(
        request.operation,
        dict(zip(pieces[::2], values)),
        parse_qs(url.query, keep_blank_values=True),
        request.headers,
        _content(request),
        request,
    )


def _with_cookies(request: Request) -> dict[str, str]:
    """The headers, and each cookie by its name."""
    pairs = (
        each.partition("=") for each in request.headers.get("cookie", "").split("; ")
    )
    return {**request.headers, **{f"cookie {name}": v for name, _, v in pairs if name}}


def _content(request: Request, number: type[float | Decimal] = float) -> Any:
    """The value of JSON, else bytes; the random boundary of multipart is replaced."""
    content: Any = request.content
    if content and not isinstance(content, bytes):
        content = b"".join(content)
    media_type = request.headers.get("content-type", "")
    if is_json(media_type) and content:
        with suppress(DecodeError):  # `extra_body` may be anything
            return json.Decoder(float_hook=number).decode(content)
    boundary = re.search("boundary=([^;]+)", media_type)
    if boundary and content:
        content = content.replace(boundary[1].encode(), b"boundary")
    return content


def _is_same(one: Any, other: Any) -> bool:
    """Whether two values of JSON are equal: `1` and `1.0` are, `1` and `true` are not."""
    if is_object(one) and is_object(other):
        names = one.keys() | other.keys()
        return all(_is_same(one.get(k, _UNSET), other.get(k, _UNSET)) for k in names)
    if is_array(one) and is_array(other):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)
