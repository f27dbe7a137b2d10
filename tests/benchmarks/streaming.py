"""`python -m tests.benchmarks.streaming`: 20,000 events of a stream into models, against httpx-sse and msgspec.

The pieces of the body come from memory, so that only the reading of events is measured. It needs `httpx-sse`, which
the tests do without.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import AsyncIterator, Iterator
from types import SimpleNamespace
from typing import Any

import msgspec

from fledge.runtime.event_streams import AsyncEventStream, EventsOperation, EventStream
from fledge.runtime.model import Model
from tests.benchmarks import compare, timed

EVENTS = 20_000
PIECE = 4096


class Choice(Model):
    """What a model of a chat says at a time."""

    index: int
    text: str
    finish_reason: str | None = None


class Chunk(Model):
    """The data of an event."""

    id: str
    created: int
    choices: list[Choice]


CHAT: EventsOperation[Chunk] = EventsOperation("GET /chat", accept="text/event-stream", success={200: Chunk})


class Answer:
    """A response whose body comes in pieces, as each of the two clients reads it."""

    status_code = 200
    headers = {"content-type": "text/event-stream"}

    def __init__(self, body: bytes) -> None:
        self._pieces = [body[start : start + PIECE] for start in range(0, len(body), PIECE)]

    def pieces(self) -> Iterator[bytes]:
        """What Fledge's stream reads."""
        return iter(self._pieces)

    def iter_text(self) -> Iterator[str]:
        """What httpx-sse reads: the body is ASCII, so that no piece ends inside a character."""
        return (piece.decode() for piece in self._pieces)

    def close(self) -> None:
        """There is no connection."""


class AsyncAnswer(Answer):
    """The same for asynchronous clients."""

    async def pieces(self) -> AsyncIterator[bytes]:  # type: ignore[override] # the twin of it
        for piece in self._pieces:
            yield piece

    async def aiter_text(self) -> AsyncIterator[str]:
        """What httpx-sse reads."""
        for piece in self._pieces:
            yield piece.decode()


def main() -> int:
    """Print the ratios."""
    try:
        httpx_sse: Any = importlib.import_module("httpx_sse")
    except ImportError:
        print("skipped: httpx-sse is not installed", file=sys.stderr)
        return 0
    one = b'data: {"id":"chat-1","created":1700000000,"choices":[{"index":0,"text":"some words of it"}]}\n\n'
    body = one * EVENTS
    decoder = msgspec.json.Decoder(Chunk)
    session: Any = SimpleNamespace(strict=False, asynchronous=False)
    call: Any = ((CHAT, {}, ()), {})

    def ours() -> None:
        assert sum(1 for _ in EventStream(Answer(body), call, CHAT, session)) == EVENTS

    def theirs() -> None:
        events = httpx_sse.EventSource(Answer(body)).iter_sse()
        assert sum(1 for each in events if decoder.decode(each.data).choices) == EVENTS

    async def ours_async() -> None:
        stream: AsyncEventStream[Chunk] = AsyncEventStream(AsyncAnswer(body), call, CHAT, session)
        assert len([each async for each in stream]) == EVENTS

    async def theirs_async() -> None:
        events = httpx_sse.EventSource(AsyncAnswer(body)).aiter_sse()
        assert len([decoder.decode(each.data) async for each in events]) == EVENTS

    compare("events of a stream, against httpx-sse and msgspec", timed(ours), timed(theirs), pairs=9)
    ours_run, theirs_run = (lambda: asyncio.run(ours_async())), (lambda: asyncio.run(theirs_async()))
    compare("the same, async", timed(ours_run), timed(theirs_run), pairs=9)
    return 0


if __name__ == "__main__":
    sys.exit(main())
