# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Connections of httpx2's pools, whose reads and writes end when the time is over.

They have the methods of `httpcore2.NetworkBackend` and `httpcore2.NetworkStream`.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any

import httpcore2

from .deadlines import PIECE, Deadline

_RECORD = 1 << 14  # bytes that TLS writes at once


def _left(timeout: Any, error: type[Exception]) -> float | None:
    """The seconds that a step may take, or `error` if there are none."""
    left: float | None = timeout.left if isinstance(timeout, Deadline) else timeout
    if isinstance(timeout, Deadline) and left is not None and left <= 0:
        raise error("the time is over")
    return left


class _Around:
    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


class TimedBackend(_Around):
    """Opens connections; a host's addresses share the time."""

    def connect_tcp(self, host: str, port: int, timeout: Any, **more: Any) -> Any:
        addresses = _addresses(host, port) if isinstance(timeout, Deadline) else [host]
        for address in addresses:
            left = _left(timeout, httpcore2.ConnectTimeout)
            try:
                inner = self._inner.connect_tcp(address, port, left, **more)
                return _TimedStream(inner)
            except Exception:
                if address == addresses[-1]:
                    raise


def _addresses(host: str, port: int) -> list[str]:
    """Those of a host; itself where it has none, as the connection then tells."""
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return [host]
    scopes = [f"%{to[3]}" if len(to) > 3 and to[3] else "" for *_, to in infos]
    return [f"{to[0]}{scope}" for (*_, to), scope in zip(infos, scopes)]


class _TimedStream(_Around):
    def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        return self._inner.read(max_bytes, _left(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self.get_extra_info("ssl_object") is not None:
            for start in range(0, len(buffer), _RECORD):
                left = _left(timeout, httpcore2.WriteTimeout)
                self._inner.write(buffer[start : start + _RECORD], left)
            return
        try:  # httpcore2 would give each part that the system takes the whole time
            connection = self.get_extra_info("socket")
            connection.settimeout(_left(timeout, httpcore2.WriteTimeout))
            connection.sendall(buffer)
        except TimeoutError as error:
            raise httpcore2.WriteTimeout(str(error)) from error
        except OSError as error:  # httpcore2 then looks for an early answer
            raise httpcore2.WriteError(str(error)) from error

    def start_tls(self, ssl_context: Any, server_hostname: Any, timeout: Any) -> Any:
        left = _left(timeout, httpcore2.ConnectTimeout)
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, left))


class AsyncTimedBackend(_Around):
    """Asynchronous twin of `TimedBackend`."""

    async def connect_tcp(self, host: str, port: int, timeout: Any, **more: Any) -> Any:
        left = _left(timeout, httpcore2.ConnectTimeout)
        inner = await self._inner.connect_tcp(host, port, left, **more)
        return _AsyncTimedStream(inner)


class _AsyncTimedStream(_Around):
    """Reads while a large content is written: a write that fails loses all answers."""

    def __init__(self, inner: Any) -> None:
        super().__init__(inner)
        tls = self.get_extra_info("ssl_object")
        self._is_http2 = tls and tls.selected_alpn_protocol() == "h2"  # it reads anyway
        self._writes, self._early = 0, list[bytes]()  # since the last read
        self._reading: Any = None

    async def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        left, self._writes = _left(timeout, httpcore2.ReadTimeout), 0
        if self._reading:
            from asyncio import wait

            self._reading.cancel()
            await wait([self._reading])
            self._reading = None
        if self._early:
            return self._early.pop(0)
        return await self._inner.read(max_bytes, left)

    async def write(self, buffer: bytes, timeout: Any = None) -> None:
        self._writes += bool(buffer)
        is_large = self._writes > 2 or len(buffer) >= PIECE  # first comes the head
        if is_large and not self._is_http2:
            from asyncio import ensure_future, sleep

            self._reading = self._reading or ensure_future(self._read_early())
            while not self._reading.done() and self.get_extra_info("is_readable"):
                await sleep(0)  # what is there is read before a write fails
        await self._inner.write(buffer, _left(timeout, httpcore2.WriteTimeout))

    async def _read_early(self) -> None:
        with suppress(httpcore2.ReadError):
            for _ in range(16):  # pieces: nothing that comes may fill the memory
                self._early.append(await self._inner.read(PIECE))

    async def start_tls(
        self, ssl_context: Any, server_hostname: Any, timeout: Any
    ) -> Any:
        left = _left(timeout, httpcore2.ConnectTimeout)
        inner = await self._inner.start_tls(ssl_context, server_hostname, left)
        return _AsyncTimedStream(inner)
