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
from typing import Any

import httpcore2

from .deadlines import Deadline

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
        plain = self.get_extra_info("ssl_object") is None
        for start in range(0, len(buffer), _RECORD):
            piece = buffer[start : start + _RECORD]
            left = _left(timeout, httpcore2.WriteTimeout)
            if not plain:
                self._inner.write(piece, left)
                continue
            try:  # httpcore2 would give each part that the system takes the whole time
                connection = self.get_extra_info("socket")
                connection.settimeout(left)
                connection.sendall(piece)
            except TimeoutError as error:
                raise httpcore2.WriteTimeout(str(error)) from error
            except OSError:  # httpcore2 meets it too, and looks for an early answer
                self._inner.write(piece, left)

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
    async def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        return await self._inner.read(max_bytes, _left(timeout, httpcore2.ReadTimeout))

    async def write(self, buffer: bytes, timeout: Any = None) -> None:
        await self._inner.write(buffer, _left(timeout, httpcore2.WriteTimeout))

    async def start_tls(
        self, ssl_context: Any, server_hostname: Any, timeout: Any
    ) -> Any:
        left = _left(timeout, httpcore2.ConnectTimeout)
        inner = await self._inner.start_tls(ssl_context, server_hostname, left)
        return _AsyncTimedStream(inner)
