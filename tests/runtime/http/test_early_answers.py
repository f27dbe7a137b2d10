"""Servers that refuse a large body before they have read it, and close the connection."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

from fledge.runtime.aiohttp_transport import AIOHTTPTransport
from fledge.runtime.client import AsyncBaseClient, BaseClient
from fledge.runtime.operation import Operation
from fledge.runtime.status_errors import APIStatusError
from fledge.runtime.transport import AsyncHTTPTransport, HTTPTransport
from fledge.runtime.uploads import RawBody

from .operations import STATUS_ERRORS

PUT: Operation[Any] = Operation("PUT /thing", body=RawBody("application/octet-stream"), success={200: Any})
BIG = 16 << 20  # bytes, more than the buffers of both ends hold


def pieces(size: int) -> Iterator[bytes]:
    for _ in range(BIG // size):
        yield bytes(size)


def a_file(folder: Path) -> Path:
    path = folder / "big.bin"
    with path.open("wb") as file:
        file.truncate(BIG)
    return path


BODIES: dict[str, Callable[[Path], Any]] = {
    "bytes": lambda folder: bytes(BIG),
    "file": a_file,
    "pieces": lambda folder: pieces(1 << 20),
    "small pieces": lambda folder: pieces(1000),
}


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(params=["http", "https"])
def refusing(request: pytest.FixtureRequest, authority: trustme.CA) -> Iterator[str]:
    """A server that reads the head, answers in two parts, and closes with the body unread, which is a reset."""
    listener = socket.create_server(("127.0.0.1", 0))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)

    def answer(connection: socket.socket) -> None:
        if request.param == "https":
            connection = context.wrap_socket(connection, server_side=True)
        head = b""
        while b"\r\n\r\n" not in head:
            head += connection.recv(1)
        connection.sendall(b"HTTP/1.1 413 X\r\nContent-Type: application/json\r\nContent-Length: 21\r\n\r\n")
        time.sleep(0.05)
        connection.sendall(b'{"message":"too big"}')
        time.sleep(0.2)
        connection.close()

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    yield f"{request.param}://localhost:{listener.getsockname()[1]}"
    listener.close()


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("transport", [HTTPTransport, AsyncHTTPTransport, AIOHTTPTransport])
def test_the_reason_is_read(refusing: str, authority: trustme.CA, tmp_path: Path, body: str, transport: Any) -> None:
    """The call raises what the server says, not that the connection broke."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    options: dict[str, Any] = {"base_url": refusing, "errors": STATUS_ERRORS, "max_retries": 0, "timeout": 10}
    content = BODIES[body](tmp_path)

    def call() -> Any:
        with BaseClient(transport=transport(ssl_context=context), **options) as client:
            return client.call(PUT({}), body=content)

    async def async_call() -> Any:
        async with AsyncBaseClient(transport=transport(ssl_context=context), **options) as client:
            return await client.call(PUT({}), body=content)

    with pytest.raises(APIStatusError, match="413 too big"):
        call() if transport is HTTPTransport else asyncio.run(async_call())
