# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Requests that the description does not have, by method and path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from typing import Any, Literal, Unpack, overload

from msgspec import UNSET as _UNSET, Struct

from .codec import encode
from .hooks import run_sync
from .messages import IDEMPOTENT, Response, T
from .operation import Arguments, Complete, Encoded, Operation, RequestOptions
from .shapes import BYTES
from .transport import AsyncStreamedResponse, StreamedResponse


class _Options(RequestOptions, total=False):
    query: Mapping[str, object] | None
    body: object


class _Unstreamed(_Options, total=False):
    stream: Literal[False]


class _AnyBody(Struct, frozen=True):
    """Bytes, or what is sent as JSON."""

    def encode(self, arguments: Arguments) -> Encoded | None:
        if isinstance(body := arguments["body"], BYTES):
            return bytes(body), "application/octet-stream"
        return None if body is _UNSET else (encode(body), "application/json")


def _call(
    client: Any, method: str, path: str, kind: Any, query: Any, body: Any, options: Any
) -> Complete[Any]:
    """The call of a path. ValueError: it would lead elsewhere than below the base URL."""
    if not re.fullmatch("[A-Za-z]+", method) or method.upper() == "CONNECT":
        raise ValueError(f"{method!r} is not a method of HTTP.")
    if not re.fullmatch(r"/(?![/\\])[^?#\\]*", path, re.DOTALL):
        problem = "The path must begin with one slash, and stand below the base URL"
        raise ValueError(f"{problem}: query= is what follows the question mark.")
    escaped = path.replace("{", "%7B").replace("}", "%7D")
    operation = Operation[Any](
        f"{method.upper()} {escaped}",
        body=_AnyBody(),
        accept="application/json, */*",
        success={"default": Any if kind is None else kind},
        idempotency_key="" if method.upper() in IDEMPOTENT else client._idempotency,
    )
    values: dict[str, Any] = {**(query or {}), **options.get("extra_query", {})}
    sent = {k: v for k, v in values.items() if v is not None and v is not _UNSET}
    about: Any = {**options, "extra_query": sent}
    return operation(about), {"body": body}


def _viewed(client: Any, kind: Any, stream: bool) -> Any:
    """The client whose calls give what `request` is to return."""
    viewed = copy(client)
    viewed._view = "stream" if stream else "raw" if kind is None else "body"
    return viewed


class DirectRequests:
    """What a client asks for by method and path."""

    @overload
    def request(
        self, method: str, path: str, *, type: None = None, **more: Unpack[_Unstreamed]
    ) -> Response[Any]: ...
    @overload
    def request(
        self, method: str, path: str, *, type: type[T], **more: Unpack[_Unstreamed]
    ) -> T: ...
    @overload
    def request(
        self, method: str, path: str, *, stream: Literal[True], **more: Unpack[_Options]
    ) -> StreamedResponse: ...
    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        body: object = _UNSET,
        type: Any = None,
        stream: bool = False,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Send what the description does not have, as any other call.

        Args:
            method: Such as "GET".
            path: Below the base URL; it begins with a slash.
            query: Parameters; a list is repeated, and None is left out.
            body: Bytes, or a value or model that is sent as JSON.
            type: What the response is decoded to and returned as. Without it, the
                whole response is returned, whose `json()` is its content.
            stream: Whether the response is returned unread, to use in `with`.

        Raises:
            ValueError: The path has no leading slash, or would lead to another host.
        """
        call = _call(self, method, path, type, query, body, options)
        return run_sync(_viewed(self, type, stream)._result(call))


class AsyncDirectRequests:
    """Asynchronous twin of `DirectRequests`."""

    @overload
    async def request(
        self, method: str, path: str, *, type: None = None, **more: Unpack[_Unstreamed]
    ) -> Response[Any]: ...
    @overload
    async def request(
        self, method: str, path: str, *, type: type[T], **more: Unpack[_Unstreamed]
    ) -> T: ...
    @overload
    async def request(
        self, method: str, path: str, *, stream: Literal[True], **more: Unpack[_Options]
    ) -> AsyncStreamedResponse: ...
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        body: object = _UNSET,
        type: Any = None,
        stream: bool = False,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """Send what the description does not have; see `DirectRequests.request`."""
        call = _call(self, method, path, type, query, body, options)
        return await _viewed(self, type, stream)._result(call)
