"""The server, and the synchronous and the asynchronous client behind one face."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import reduce
from typing import Any

import pytest

from generated.bird_conversations import AsyncClient, Client
from generated.bird_conversations._runtime.transport import AsyncHTTPTransport, HTTPTransport

from .server import Bird, running

KEY = "AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIj"


class Api:
    """A client of either kind, called the same way: `api("participants.get", ...)`.

    The default transport is shared by the tests of a worker: to make one costs more than any test here.
    """

    def __init__(self, kind: str, url: str) -> None:
        self.runner = asyncio.Runner() if kind == "async" else None
        self.transport: Any = HTTPTransport() if self.runner is None else AsyncHTTPTransport()
        self.url = url
        self.begin()

    def begin(self) -> Api:
        """Forget what the test before did."""
        self.sleeps: list[float] = []
        """How long the client would have waited before it sent something again."""
        self.client: Any = self.new()
        return self

    def new(self, **options: Any) -> Any:
        """Another client of this kind, whose waits are only recorded; None leaves an option out."""
        options = {"access_key": KEY, "base_url": self.url, "transport": self.transport} | options
        kind: Any = Client if self.runner is None else AsyncClient
        client = kind(**{name: value for name, value in options.items() if value is not None})
        client._sleep = self.sleeps.append if self.runner is None else self._sleep
        return client

    async def _sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)

    def use(self, **options: Any) -> None:
        """Go on with a client that has these options."""
        self.client = self.client.with_options(**options)

    def method(self, path: str, client: Any = None) -> Any:
        return reduce(getattr, path.split("."), client or self.client)

    def __call__(self, path: str, *args: object, **kwargs: Any) -> Any:
        return self.run(self.method(path)(*args, **kwargs))

    def raw(self, path: str, *args: object, **kwargs: Any) -> Any:
        """The whole answer to a call."""
        resource, _, method = path.rpartition(".")
        return self.run(self.method(f"{resource}.with_raw_response.{method}")(*args, **kwargs))

    def run(self, value: Any) -> Any:
        """The value, or what the awaitable gives."""
        if self.runner is None:
            return value

        async def wait() -> Any:
            return await value

        return self.runner.run(wait())

    def all(self, items: Any) -> list[Any]:
        """Everything that can be iterated over."""
        if self.runner is None:
            return list(items)

        async def collect() -> list[Any]:
            return [item async for item in items]

        return self.runner.run(collect())

    def close(self) -> None:
        self.run(self.transport.close())
        if self.runner is not None:
            self.runner.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Bird]:
    with running() as server:
        yield server


@pytest.fixture
def bird(server: Bird) -> Iterator[Bird]:
    """A server that records requests and answers like Bird."""
    server.forget()
    yield server
    server.forget()


@pytest.fixture(scope="session", params=["sync", "async"])
def shared_api(request: pytest.FixtureRequest, server: Bird) -> Iterator[Api]:
    api = Api(request.param, server.url)
    yield api
    api.close()


@pytest.fixture
def api(shared_api: Api, bird: Bird) -> Api:
    """A client of that server, synchronous in one run of the test and asynchronous in the other."""
    return shared_api.begin()
