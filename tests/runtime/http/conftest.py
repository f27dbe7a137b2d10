"""A real server on loopback, and both clients behind one face."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from fledge.runtime.client import AsyncBaseClient, BaseClient, Resource
from fledge.runtime.views import async_streamed, streamed
from tests.runtime.http.operations import STATUS_ERRORS


@dataclass
class Seen:
    """A request as the server got it."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Answer:
    """What the server says; `cut` bytes of the body are held back, `hang` says nothing.

    `pieces` are sent one by one as chunks; with `hang` nothing ends them, until the client leaves.
    """

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    hang: bool = False
    pieces: tuple[bytes, ...] = ()


@dataclass
class Server:
    url: str
    seen: list[Seen] = field(default_factory=list)
    answers: deque[Answer] = field(default_factory=deque)
    done: Event = field(default_factory=Event)
    left: Event = field(default_factory=Event)
    """Set when a client has closed the connection of an answer that hangs."""
    connections: set[object] = field(default_factory=set[object])

    def answer(self, status: int = 200, body: object = b"", **more: Any) -> None:
        """Queue an answer; what is not bytes is sent as JSON."""
        headers = dict(more.pop("headers", {}))
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        self.answers.append(Answer(status, body, headers, **more))

    def stream(self, *pieces: bytes, **more: Any) -> None:
        """Queue server-sent events."""
        headers = {"Content-Type": "text/event-stream", **more.pop("headers", {})}
        self.answers.append(Answer(headers=headers, pieces=pieces or (b"",), **more))

    @property
    def last(self) -> Seen:
        return self.seen[-1]


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that records requests and gives the queued answers, else 200 and {}."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one(self) -> None:
            length = int(self.headers.get("content-length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(length)
            while headers.get("transfer-encoding") == "chunked" and (size := int(self.rfile.readline(), 16)):
                body += self.rfile.read(size + 2)[:-2]
            if "transfer-encoding" in headers:
                self.rfile.readline()
            state.seen.append(Seen(self.command, self.path, headers, body))
            state.connections.add(self.client_address)
            answer = state.answers.popleft() if state.answers else Answer()
            if answer.pieces:
                self.stream(answer)
                return
            if answer.hang:
                state.done.wait(5)
                self.close_connection = True
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.status != 204:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body[: len(answer.body) - answer.cut])
            if answer.cut:
                self.close_connection = True

        def stream(self, answer: Answer) -> None:
            self.send_response(answer.status)
            for name, value in {**answer.headers, "Transfer-Encoding": "chunked"}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for piece in filter(None, answer.pieces):
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                if answer.hang:
                    self.connection.settimeout(5)
                    if not self.rfile.read(1):
                        state.left.set()
            except ConnectionError:  # who closes a connection with something unread in it resets it
                state.left.set()
                raise
            if answer.hang or answer.cut:
                self.close_connection = True
            else:
                self.wfile.write(b"0\r\n\r\n")

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_one

        def log_message(self, *args: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *args: object) -> None:
            """A client that leaves early is part of the tests."""

    http = Quiet(("127.0.0.1", 0), Handler)
    state = Server(f"http://127.0.0.1:{http.server_port}")
    thread = Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield state
    state.done.set()
    http.shutdown()
    http.server_close()


class Things(Resource[BaseClient]):
    """A resource such as generated code has: one method for each kind of call."""

    def call(self, operation: Any, *path: object, **arguments: Any) -> Any:
        options = arguments.pop("options", {})
        return self._client.call(operation(options, *path), **arguments)

    def pages(self, operation: Any, *path: object, **arguments: Any) -> Any:
        options = arguments.pop("options", {})
        return operation.pages(self._client, options, *path, **arguments)

    def open(self, operation: Any, *path: object, **arguments: Any) -> Any:
        options = arguments.pop("options", {})
        return operation.open(self._client, options, *path, **arguments)


class AsyncThings(Resource[AsyncBaseClient]):
    async def call(self, operation: Any, *path: object, **arguments: Any) -> Any:
        options = arguments.pop("options", {})
        return await self._client.call(operation(options, *path), **arguments)

    def pages(self, operation: Any, *path: object, **arguments: Any) -> Any:
        options = arguments.pop("options", {})
        return operation.async_pages(self._client, options, *path, **arguments)

    async def open(self, operation: Any, *path: object, **arguments: Any) -> Any:
        options = arguments.pop("options", {})
        return await operation.async_open(self._client, options, *path, **arguments)


class Api:
    """A synchronous or asynchronous client, called the same way."""

    def __init__(self, kind: str, server: Server, **options: Any) -> None:
        self.asynchronous = kind == "async"
        self.runner = asyncio.Runner() if self.asynchronous else None
        self.server = server
        self.sleeps: list[float] = []
        self.clients: list[Any] = []
        self.client: Any = self.new(**options)

    def new(self, **options: Any) -> Any:
        """Another client, whose waits are recorded and not waited for."""
        options.setdefault("base_url", self.server.url)
        options.setdefault("errors", STATUS_ERRORS)
        client: Any
        if self.asynchronous:
            client = AsyncBaseClient(**options)
            client._sleep = self._async_sleep
        else:
            client = BaseClient(**options)
            client._sleep = self.sleeps.append
        self.clients.append(client)
        return client

    def use(self, client: Any) -> Api:
        """The same face for another client."""
        other: Api = object.__new__(Api)
        other.__dict__.update(self.__dict__, client=client)
        return other

    async def _async_sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)

    @property
    def things(self) -> Any:
        return (AsyncThings if self.asynchronous else Things)(self.client)

    def run(self, value: Any) -> Any:
        """The value, or what the awaitable gives."""
        if self.runner is None:
            return value

        async def wait() -> Any:
            return await value

        return self.runner.run(wait())

    def call(self, operation: Any, *path: object, **arguments: Any) -> Any:
        return self.run(self.things.call(operation, *path, **arguments))

    def raw(self, operation: Any, *path: object, **arguments: Any) -> Any:
        return self.run(self.things._returning("raw").call(operation, *path, **arguments))

    def pages(self, operation: Any, *path: object, **arguments: Any) -> Any:
        return self.run(self.things.pages(operation, *path, **arguments))

    def open(self, operation: Any, *path: object, **arguments: Any) -> Any:
        return self.run(self.things.open(operation, *path, **arguments))

    def next(self, items: Any) -> Any:
        """The next item of an iterator."""
        return next(items) if self.runner is None else self.run(anext(items))

    def listed(self, items: Any) -> list[Any]:
        """All that an iterable or asynchronous iterable yields."""
        if self.runner is None:
            return list(items)

        async def collect() -> list[Any]:
            return [item async for item in items]

        return self.runner.run(collect())

    def stream(self, use: Any, operation: Any, *path: object, **arguments: Any) -> Any:
        """Stream a call; `use` gets the answer and tells what to do with it."""
        things = self.things._returning("stream")
        if self.runner is None:
            with streamed(things.call)(operation, *path, **arguments) as response:
                return use(response)

        async def asynchronously() -> Any:
            async with async_streamed(things.call)(operation, *path, **arguments) as response:
                return await use(response)

        return self.runner.run(asynchronously())

    def close(self) -> None:
        self.run(self.client.close())

    def end(self) -> None:
        """Close all clients: what is left open is logged in whichever test runs when Python finds it."""
        for client in self.clients:
            self.run(client.close())
        if self.runner is not None:
            self.runner.close()


@pytest.fixture(params=["sync", "async"])
def api(request: pytest.FixtureRequest, server: Server) -> Iterator[Api]:
    api = Api(request.param, server)
    yield api
    api.end()
