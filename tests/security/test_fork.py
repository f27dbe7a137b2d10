"""A process that forks after it used a client: the child has connections and locks of its own; 8 situations."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx2
import pytest

from fledge.runtime import codec
from fledge.runtime.aiohttp_transport import AIOHTTPTransport
from fledge.runtime.client import AsyncBaseClient, BaseClient
from fledge.runtime.oauth2 import OAuth2
from fledge.runtime.operation import Operation
from tests.runtime.http.operations import STATUS_ERRORS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork a process")
GET = Operation[Any]("GET /x", success={200: Any})


@pytest.fixture
def server() -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
    """A server: its URL, and the path, the number of the connection and that of the process of each request."""
    requests: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = b'{"access_token": "t", "expires_in": 3600}' if self.path == "/token" else b'{"a": 1}'
            requests.append((self.path, self.client_address[1]))
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", requests
    server.shutdown()
    server.server_close()


def in_child(function: Callable[[], Any]) -> Any:
    """What a function gives in a process that was forked."""
    context = multiprocessing.get_context("fork")
    results = context.SimpleQueue()
    process = context.Process(target=lambda: results.put(function()))
    process.start()
    process.join(30)
    alive = process.is_alive()
    process.kill()
    assert not alive, "the child hangs"
    assert not results.empty()
    return results.get()


def asynchronous(transport: str, url: str, **options: Any) -> AsyncBaseClient:
    chosen = AIOHTTPTransport() if transport == "aiohttp" else None
    return AsyncBaseClient(base_url=url, errors=STATUS_ERRORS, transport=chosen, timeout=10.0, **options)


@pytest.mark.parametrize("transport", ["httpx2", "aiohttp"])
def test_async_clients(server: Any, transport: str) -> None:
    """The child's event loop gets connections of its own, and closing them leaves the parent's alone."""
    url, requests = server
    client = asynchronous(transport, url)

    def child() -> Any:
        async def main() -> Any:
            async with client:
                return await client.call(GET({})), await client.call(GET({}))

        return asyncio.run(main())

    async def parent() -> Any:
        async with client:
            await client.call(GET({}))
            assert await asyncio.to_thread(in_child, child) == ({"a": 1}, {"a": 1})
            return await client.call(GET({}))

    assert asyncio.run(parent()) == {"a": 1}
    first, *inner, last = [connection for _, connection in requests]
    assert first == last and first not in inner and len(set(inner)) == 1


@pytest.mark.parametrize("transport", ["sync", "httpx2", "aiohttp"])
def test_closing_in_the_child(server: Any, transport: str) -> None:
    """A child that only closes the client, as at its exit, closes no connection of the parent."""
    url, requests = server
    if transport == "sync":
        with BaseClient(base_url=url, errors=STATUS_ERRORS) as client:
            client.call(GET({}))
            in_child(client.close)
            client.call(GET({}))
    else:

        async def parent() -> None:
            async with asynchronous(transport, url) as client:
                await client.call(GET({}))
                await asyncio.to_thread(in_child, lambda: asyncio.run(client.close()))
                await client.call(GET({}))

        asyncio.run(parent())
    assert len({connection for _, connection in requests}) == 1


@pytest.mark.parametrize("transport", ["sync", "httpx2"])
def test_a_lock_for_tokens_that_another_thread_holds(server: Any, transport: str) -> None:
    """A fork while another thread asks for a token: the child asks for one of its own."""
    url, requests = server
    oauth = OAuth2(None, token_urls={"client_credentials": "/token"}, client_id="i", client_secret="s")
    options: Any = {"schemes": {"o": oauth}, "security": (("o",),)}

    def child() -> Any:
        if transport == "sync":
            with BaseClient(base_url=url, errors=STATUS_ERRORS, **options) as client:
                return client.call(GET({}))

        async def main() -> Any:
            async with asynchronous(transport, url, **options) as client:
                return await client.call(GET({}))

        return asyncio.run(main())

    async def holding() -> Any:
        lock = oauth._locks.setdefault(asyncio.get_running_loop(), asyncio.Lock())
        async with lock:
            return await asyncio.to_thread(in_child, child)

    with oauth._lock:
        assert asyncio.run(holding()) == {"a": 1}
    assert [path for path, _ in requests] == ["/token", "/x"]


def test_a_client_of_the_user_s_own(server: Any) -> None:
    """Its connections are not shared with a child: used before the fork, it is refused there; else it is the child's."""
    url, _ = server

    def called(client: BaseClient) -> str:
        try:
            return str(client.call(GET({})))
        except RuntimeError as error:
            return str(error)

    with httpx2.Client() as theirs, BaseClient(base_url=url, errors=STATUS_ERRORS, http_client=theirs) as client:
        assert in_child(lambda: called(client)) == "{'a': 1}"
        assert called(client) == "{'a': 1}"
        assert "before a fork" in in_child(lambda: called(client))
        assert called(client) == "{'a': 1}"


def test_a_lock_for_decoders_that_another_thread_holds() -> None:
    """A fork while another thread learns a type: the child decodes what nobody decoded before."""
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with codec.lock:
            held.set()
            done.wait(60)

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(10)
    try:
        assert in_child(lambda: codec.decode(dict[str, list[int]], b'{"a": [1]}')) == {"a": [1]}
    finally:
        done.set()
        thread.join()
