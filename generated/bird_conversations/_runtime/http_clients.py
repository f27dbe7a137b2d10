# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Transports that send with an `httpx2.Client` of the user's, as it is configured."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from functools import partial
from typing import Any

import httpx2

from .deadlines import Deadline, Timeout, phases
from .downloads import Decompressor
from .messages import Headers, Request
from .pool_messages import request_parts
from .transport import AsyncStreamedResponse, StreamedResponse, own_errors


def own_timeout(client: Any, timeout: Timeout) -> Timeout:
    """The client's, if it has one and the caller leaves ours as it is by default."""
    theirs = getattr(client, "timeout", None)
    plain = theirs is None or theirs == httpx2.Timeout(5.0)  # httpx2's own default
    return timeout if plain or timeout != 60.0 else theirs


class _UserClient:
    def __init__(self, client: Any, kind: type) -> None:
        if not isinstance(client, kind):
            name = f"{kind.__module__}.{kind.__qualname__}"
            raise TypeError(f"http_client must be an {name}, not {type(client)!r}.")
        self._client: Any = client
        self._process = 0  # in which it was used

    def _message(self, request: Request, pieces: Any) -> tuple[Any, Any]:
        """What is sent, and what sends it; nothing of theirs is added at another origin."""
        if self._process not in (0, os.getpid()):
            raise RuntimeError("The http_client was used before a fork: make it anew.")
        self._process = os.getpid()
        parts: dict[str, Any] = request_parts(request, pieces)
        parts["extensions"] = {"timeout": phases(request.timeout, request.timeout)}
        if request.is_foreign:  # without hooks, which may sign
            return httpx2.Request(**parts), self._client._send_single_request
        auth: Any = {"auth": None} if "authorization" in request.headers else {}
        send = partial(self._client.send, stream=True, follow_redirects=False, **auth)
        return self._client.build_request(**parts), send


class ClientTransport(_UserClient):
    """A `Transport`. Whoever made the client closes it."""

    def __init__(self, client: Any) -> None:
        super().__init__(client, httpx2.Client)

    def send(self, request: Request, /) -> StreamedResponse:
        deadline = Deadline(request.timeout)
        with deadline.sending(request.content) as sent, own_errors(request):
            message, send = self._message(request, sent)
            response = send(message)
        head = response.status_code, Headers(response.headers.items())

        def pieces() -> Iterator[bytes]:
            if response.is_stream_consumed:  # by a hook, or it never was a stream
                yield response.content
                return
            body = Decompressor(head[1])
            deadline.renew()
            with own_errors(request):
                for raw in response.iter_raw():
                    if (deadline.left or 1) < 0:
                        raise TimeoutError
                    for piece in body.pieces(raw):
                        yield piece
                        deadline.renew()
                body.end()

        return StreamedResponse(*head, pieces, response.close, deadline=deadline)

    def close(self) -> None: ...


class AsyncClientTransport(_UserClient):
    """Asynchronous twin of `ClientTransport`."""

    def __init__(self, client: Any) -> None:
        super().__init__(client, httpx2.AsyncClient)

    async def send(self, request: Request, /) -> AsyncStreamedResponse:
        deadline = Deadline(request.timeout)
        try:
            async with deadline.async_sending(request.content) as sent:
                with own_errors(request):
                    message, send = self._message(request, sent)
                    async with asyncio.timeout(None if sent else deadline.left):
                        response = await send(message)
        except RuntimeError as error:
            if "event loop" not in str(error).lower():
                raise
            raise RuntimeError(f"{error}: make an http_client for each") from error
        head = response.status_code, Headers(response.headers.items())

        async def pieces() -> AsyncIterator[bytes]:
            if response.is_stream_consumed:
                yield response.content
                return
            body, arriving = Decompressor(head[1]), response.aiter_raw()
            deadline.renew()
            with own_errors(request):
                while True:
                    async with asyncio.timeout(deadline.left):
                        raw = await anext(arriving, None)
                    if raw is None:
                        break
                    for piece in body.pieces(raw):
                        yield piece
                        deadline.renew()
                body.end()

        return AsyncStreamedResponse(*head, pieces, response.aclose, deadline=deadline)

    async def close(self) -> None: ...
