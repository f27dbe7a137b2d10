"""A server on loopback that says, byte by byte, what a test tells it to; and what a client leaves open."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import pytest

Script: TypeAlias = "Callable[[Connection], None]"
"""What happens on a connection once a whole request was read."""


@dataclass
class Connection:
    """One connection, seen from the server."""

    socket: socket.socket
    stopped: threading.Event
    received: bytes = b""  # the last request

    def say(self, *parts: bytes | str) -> None:
        for part in parts:
            self.socket.sendall(part.encode() if isinstance(part, str) else part)

    def wait(self, seconds: float) -> None:
        self.stopped.wait(seconds)

    def reset(self) -> None:
        """End it by RST instead of FIN."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def request(self) -> bytes:
        """The next whole request; nothing if the client went away."""
        data = b""
        while b"\r\n\r\n" not in data:
            piece = self.socket.recv(65536)
            if not piece:
                return b""
            data += piece
        head, _, body = data.partition(b"\r\n\r\n")
        lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        length = int(lengths[0].partition(b":")[2]) if lengths else 0
        while len(body) < length:
            body += self.socket.recv(65536)
        return data


@dataclass
class Server:
    """Plays one script for each request, the last one again and again."""

    scripts: list[Script] = field(default_factory=list)
    requests: list[bytes] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def plays(self, *scripts: Script) -> None:
        self.scripts[:] = scripts

    def serve(self, listener: socket.socket) -> None:
        while not self.stopped.is_set():
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self.handle, args=(client,), daemon=True).start()

    def handle(self, client: socket.socket) -> None:
        connection = Connection(client, self.stopped)
        with suppress(OSError), client:
            while request := connection.request():
                self.requests.append(request)
                connection.received = request
                number = min(len(self.requests), len(self.scripts)) - 1
                self.scripts[number](connection)


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        state.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread = threading.Thread(target=state.serve, args=(listener,), daemon=True)
        thread.start()
        yield state
        state.stopped.set()
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)


@dataclass(frozen=True)
class Left:
    """What a client may leave behind: sockets towards the server, other files, tasks."""

    sockets: int
    files: int

    @classmethod
    def now(cls, port: int) -> Left:
        """Sockets whose other end is the server's port, and descriptors that are no sockets."""
        gc.collect()
        hexadecimal = f"0100007F:{port:04X}"
        lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
        inodes = {line.split()[9] for line in lines if line.split()[2] == hexadecimal}
        targets: list[str] = []
        for name in os.listdir("/proc/self/fd"):
            with suppress(OSError):
                targets.append(os.readlink(f"/proc/self/fd/{name}"))
        sockets = sum(target[8:-1] in inodes for target in targets if target.startswith("socket:"))
        return cls(sockets, sum(target.startswith("/") and not target.startswith("/dev") for target in targets))


@pytest.fixture(scope="package", autouse=True)
def what_was_there() -> None:
    """Let the collections of `Left.now` pass over what other tests left: they would take most of the time here."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def nothing_left(server: Server) -> Iterator[None]:
    """Fails where, after the test, a connection to the server, a file or a thread of the client is still there."""
    port = int(server.url.rpartition(":")[2])
    before = Left.now(port)
    yield
    for _ in range(100):
        if (after := Left.now(port)) == before:
            return
        time.sleep(0.02)
    assert after == before


class Face:
    """A client of either kind, whose calls are made the same way."""

    def __init__(self, kind: str, make: Callable[[str], Any]) -> None:
        self.kind, self.asynchronous = kind, kind != "sync"
        self._make = make

    def run(self, use: Callable[[Any], Any], **options: Any) -> Any:
        """What `use` gives of a fresh client, which is closed afterwards; no task may be left."""
        if not self.asynchronous:
            with self._make(self.kind)(**options) as client:
                return use(client)

        async def main() -> Any:
            before = asyncio.all_tasks()
            try:
                async with self._make(self.kind)(**options) as client:
                    return await use(client)
            finally:
                for _ in range(3):  # Python ends generators that were left by tasks of one step
                    await asyncio.sleep(0)
                assert asyncio.all_tasks() == before

        return asyncio.run(asyncio.wait_for(main(), 20))
