"""`python -m tests.benchmarks.calling`: CPU of one call, and of a list of ten pages, against httpx2 and msgspec by
hand.

The server has a process of its own, so that this process's CPU is the client's; connections are kept open. With
`--profile` it prints where the time of the synchronous calls goes.
"""

from __future__ import annotations

import asyncio
import cProfile
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from multiprocessing import Process, Queue
from typing import Any

import httpx2
import msgspec

from tests.benchmarks import GENERATED, compare, timed
from tests.bird import examples
from tests.bird.examples import CONTACT, CONVERSATION, WORKSPACE

sys.path.insert(0, str(GENERATED))

LIST = f"/workspaces/{WORKSPACE}/conversations"
PATH = f"/workspaces/{WORKSPACE}/conversations/{CONVERSATION}/participants/{CONTACT}"
HEADERS = {"Authorization": "AccessKey secret", "Accept": "application/json"}
JSON = {"Content-Type": "application/json"}
TIMES, PAIRS = 100, 40


@contextmanager
def serving(page: int = 1, pages: int = 1) -> Iterator[str]:
    """The address of a server in a process of its own: it must not take turns with the client.

    Its conversations are so many pages, of about `page` bytes each.
    """
    urls: Queue[str] = Queue()
    server = Process(target=_serve, args=(urls, page, pages), daemon=True)
    server.start()
    try:
        yield urls.get()
    finally:
        server.terminate()


def _serve(urls: Queue[str], page: int, pages: int) -> None:
    from tests.bird.server import OPERATIONS, running

    conversations = [examples.conversation()] * max(1, page // len(json.dumps(examples.conversation())))
    tokens = cycle([*map(str, range(pages - 1)), None])
    OPERATIONS["GET", "/workspaces/{workspaceId}/conversations"] = lambda: (
        200,
        examples.page(*conversations, token=next(tokens)),
    )
    with running() as bird:
        urls.put(bird.url)
        while True:
            time.sleep(1)
            bird.requests.clear()


def main() -> None:
    """Calls that read and that change a participant, with typed answers, the same both ways."""
    with serving() as url, asyncio.Runner() as runner:
        calls = _sync(url)
        if "--profile" in sys.argv:
            for ours, _ in calls.values():
                cProfile.runctx("for _ in range(1000): ours()", {}, {"ours": ours}, sort="tottime")
            return
        for name, (ours, raw) in calls.items():
            assert ours() == raw()
            compare(f"{name} / httpx2.Client", timed(ours, times=TIMES), timed(raw, times=TIMES), pairs=PAIRS)

        def awaited(work: Callable[[], Any]) -> Callable[[], float]:
            async def many() -> None:
                for _ in range(TIMES):
                    await work()

            return lambda: timed(lambda: runner.run(many()))() / TIMES

        for name, (ours, raw) in _async(url).items():
            assert runner.run(ours()) == runner.run(raw())
            compare(f"async {name} / httpx2.AsyncClient", awaited(ours), awaited(raw), pairs=PAIRS)
    with serving(page=50_000, pages=10) as url:
        ours, raw = _list(url)
        assert ours() == raw()
        compare("a list of 10 pages of 50 KB / httpx2.Client", timed(ours), timed(raw), pairs=PAIRS)


def _by_hand() -> tuple[Any, Any]:
    """What reads a participant, and what writes a change of one."""
    from bird_conversations import models
    from bird_conversations._runtime import codec

    codec._prepare(models.Participant)  # what comes first is read without it
    decoder, encoder = msgspec.json.Decoder(models.Participant), msgspec.json.Encoder()

    def read(response: httpx2.Response) -> object:
        response.raise_for_status()
        return decoder.decode(response.content)

    return read, lambda: encoder.encode(models.UpdateParticipant(status="active"))


def _sync(url: str) -> dict[str, tuple[Callable[[], Any], Callable[[], Any]]]:
    from bird_conversations import Client

    read, change = _by_hand()
    bird, client = Client(access_key="secret", base_url=url), httpx2.Client(base_url=url, headers=HEADERS)
    return {
        "GET": (
            lambda: bird.participants.get(WORKSPACE, CONVERSATION, CONTACT),
            lambda: read(client.get(PATH)),
        ),
        "PATCH": (
            lambda: bird.participants.update(WORKSPACE, CONVERSATION, CONTACT, status="active"),
            lambda: read(client.patch(PATH, content=change(), headers=JSON)),
        ),
    }


def _list(url: str) -> tuple[Callable[[], int], Callable[[], int]]:
    """Count the items of all pages."""
    from bird_conversations import Client, models

    bird, client = Client(access_key="secret", base_url=url), httpx2.Client(base_url=url, headers=HEADERS)
    decoder = msgspec.json.Decoder(models.ConversationPage)

    def by_hand() -> int:
        number, token = 0, None
        while True:
            response = client.get(LIST, params={"pageToken": token} if token else None)
            response.raise_for_status()
            page = decoder.decode(response.content)
            number += sum(1 for _ in page.results or [])
            token = page.next_page_token
            if not token:
                return number

    return (lambda: sum(1 for _ in bird.conversations.list(WORKSPACE))), by_hand


def _async(url: str) -> dict[str, tuple[Callable[[], Any], Callable[[], Any]]]:
    from bird_conversations import AsyncClient

    read, change = _by_hand()
    bird, client = AsyncClient(access_key="secret", base_url=url), httpx2.AsyncClient(base_url=url, headers=HEADERS)

    async def get() -> object:
        return read(await client.get(PATH))

    async def patch() -> object:
        return read(await client.patch(PATH, content=change(), headers=JSON))

    return {
        "GET": (lambda: bird.participants.get(WORKSPACE, CONVERSATION, CONTACT), get),
        "PATCH": (lambda: bird.participants.update(WORKSPACE, CONVERSATION, CONTACT, status="active"), patch),
    }


if __name__ == "__main__":
    main()
