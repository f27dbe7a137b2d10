"""`python -m tests.benchmarks.calling`: one call on loopback, against httpx2 and msgspec by hand."""

from __future__ import annotations

import asyncio
import sys
from multiprocessing import Process, Queue
from typing import Any

import httpx2
import msgspec

from tests.benchmarks import GENERATED, awaited, compare, elapsed
from tests.bird.examples import CONTACT, CONVERSATION, WORKSPACE

sys.path.insert(0, str(GENERATED))

PATH = f"/workspaces/{WORKSPACE}/conversations/{CONVERSATION}/participants/{CONTACT}"
HEADERS = {"Authorization": "AccessKey secret", "Accept": "application/json", "Content-Type": "application/json"}
TIMES = 50


def _serve(urls: Queue[str]) -> None:
    """The server, in a process of its own: it must not take turns with the client."""
    import time

    from tests.bird.server import running

    with running() as bird:
        urls.put(bird.url)
        while True:
            time.sleep(1)
            bird.seen.clear()


def main() -> None:
    """A PATCH with a body and a typed answer, the same both ways."""
    urls: Queue[str] = Queue()
    server = Process(target=_serve, args=(urls,), daemon=True)
    server.start()
    url = urls.get()
    try:
        _sync(url)
        asyncio.run(_nothing())
        _async(url)
    finally:
        server.terminate()


async def _nothing() -> None:
    """Import what asyncio needs before anything is measured."""


def _by_hand() -> tuple[Any, Any]:
    from bird_conversations import models
    from bird_conversations._runtime import codec

    codec.decode(b'{"id": "1", "type": "user"}', models.Participant)
    return msgspec.json.Decoder(models.Participant), models.UpdateParticipant


def _sync(url: str) -> None:
    from bird_conversations import Client

    decoder, update = _by_hand()
    with Client(access_key="secret", base_url=url) as bird, httpx2.Client(base_url=url, headers=HEADERS) as client:

        def ours() -> object:
            return bird.participants.update(WORKSPACE, CONVERSATION, CONTACT, status="active")

        def raw() -> object:
            response = client.patch(PATH, content=msgspec.json.encode(update(status="active")))
            response.raise_for_status()
            return decoder.decode(response.content)

        assert ours() == raw()
        compare("call / httpx2.Client and msgspec", elapsed(ours, times=TIMES), elapsed(raw, times=TIMES), pairs=40)


def _async(url: str) -> None:
    from bird_conversations import AsyncClient

    decoder, update = _by_hand()
    with asyncio.Runner() as runner:
        bird = AsyncClient(access_key="secret", base_url=url)
        client = httpx2.AsyncClient(base_url=url, headers=HEADERS)

        async def ours() -> object:
            return await bird.participants.update(WORKSPACE, CONVERSATION, CONTACT, status="active")

        async def raw() -> object:
            response = await client.patch(PATH, content=msgspec.json.encode(update(status="active")))
            response.raise_for_status()
            return decoder.decode(response.content)

        def run(work: Any) -> object:
            return runner.run(work)

        compare(
            "async call / httpx2.AsyncClient and msgspec",
            awaited(run, ours, times=TIMES),
            awaited(run, raw, times=TIMES),
            pairs=40,
        )
        runner.run(bird.close())
        runner.run(client.aclose())


if __name__ == "__main__":
    main()
