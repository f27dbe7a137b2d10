"""`python -m tests.benchmarks.transfers`: a gigabyte up and down, against httpx2 by hand.

Each transfer runs in a process of its own, after a small one that makes what is made once. CPU seconds are compared;
the memory is by how much that process grew at its highest (VmHWM of Linux).
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import Process, Queue
from pathlib import Path

import httpx2

from fledge.runtime.client import AsyncBaseClient, BaseClient, Resource
from fledge.runtime.operation import Operation
from fledge.runtime.uploads import RawBody
from fledge.runtime.views import async_streamed, streamed
from tests.benchmarks import compare
from tests.conftest import ROOT

SIZE, SMALL, PIECE, PAIRS = 1 << 30, 1 << 20, 1 << 18, 5

DOWNLOAD: Operation[bytes] = Operation("GET /{size}", success={200: bytes})
UPLOAD: Operation[None] = Operation("POST /", body=RawBody("application/octet-stream"), success={204: None})


class Server(BaseHTTPRequestHandler):
    """Sends as many bytes as the path says, and takes what is sent."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        size = int(self.path[1:])
        self.send_response(200)
        self.send_header("Content-Length", str(size))
        self.end_headers()
        for _ in range(size // PIECE):
            self.wfile.write(bytes(PIECE))

    def do_POST(self) -> None:
        left = int(self.headers["content-length"])
        while left:
            left -= len(self.rfile.read(min(left, PIECE)))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


def _serve(urls: Queue[str]) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    urls.put(f"http://127.0.0.1:{server.server_port}")
    server.serve_forever()


class Files(Resource[BaseClient]):
    def download(self, size: int) -> bytes:
        return self._client.call(DOWNLOAD({}, size))


class AsyncFiles(Resource[AsyncBaseClient]):
    async def download(self, size: int) -> bytes:
        return await self._client.call(DOWNLOAD({}, size))


def ours(url: str, direction: str, path: Path) -> None:
    with BaseClient(server=url, timeout=None) as client:
        if direction == "up":
            client.call(UPLOAD({}), body=path)
            return
        with streamed(Files(client)._returning("stream").download)(path.stat().st_size) as response:
            response.save(path.with_suffix(".down"))


async def ours_async(url: str, direction: str, path: Path) -> None:
    async with AsyncBaseClient(server=url, timeout=None) as client:
        if direction == "up":
            await client.call(UPLOAD({}), body=path)
            return
        async with async_streamed(AsyncFiles(client)._returning("stream").download)(path.stat().st_size) as response:
            await response.save(path.with_suffix(".down"))


def raw(url: str, direction: str, path: Path) -> None:
    with httpx2.Client(timeout=None) as client:
        if direction == "up":
            with path.open("rb") as file:
                client.post(url, content=file).raise_for_status()
            return
        with (
            client.stream("GET", f"{url}/{path.stat().st_size}") as response,
            path.with_suffix(".down").open("wb") as to,
        ):
            for piece in response.iter_bytes():
                to.write(piece)


async def raw_async(url: str, direction: str, path: Path) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        with path.open("rb") as file:
            while piece := await asyncio.to_thread(file.read, PIECE):  # else other tasks wait for the disk
                yield piece

    async with httpx2.AsyncClient(timeout=None) as client:
        if direction == "up":
            headers = {"Content-Length": str(path.stat().st_size)}
            (await client.post(url, content=pieces(), headers=headers)).raise_for_status()
            return
        async with client.stream("GET", f"{url}/{path.stat().st_size}") as response:
            with path.with_suffix(".down").open("wb") as to:
                async for piece in response.aiter_bytes():
                    to.write(piece)


CLIENTS: dict[str, Callable[[str, str, Path], None]] = {
    "ours": ours,
    "raw": raw,
    "ours_async": lambda *arguments: asyncio.run(ours_async(*arguments)),
    "raw_async": lambda *arguments: asyncio.run(raw_async(*arguments)),
}


def transfer(client: str, url: str, direction: str, folder: Path) -> None:
    """What a child does: print CPU seconds of a transfer, and by how many bytes the process grew."""
    CLIENTS[client](url, direction, folder / "small")
    before = _peak()
    start = time.process_time()
    CLIENTS[client](url, direction, folder / "large")
    print(time.process_time() - start, _peak() - before)


def _peak() -> int:
    """The most bytes of memory that this process has held."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def main() -> None:
    """Print ratios of CPU, and the memory of the client and of httpx2 by hand."""
    with _serving() as url, tempfile.TemporaryDirectory() as temporary:
        for name, size in (("small", SMALL), ("large", SIZE)):
            with (Path(temporary) / name).open("wb") as file:
                file.truncate(size)
        for direction in ("up", "down"):
            for mode in ("", "_async"):
                grown: dict[str, list[float]] = {"ours": [], "raw": []}

                def measured(client: str) -> float:
                    command = [sys.executable, "-m", __spec__.name, client + mode, url, direction, temporary]
                    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
                    seconds, growth = map(float, output.split())
                    grown[client].append(growth / 1e6)
                    return seconds

                name = f"{SIZE >> 20} MiB {direction}{mode.replace('_', ', ')} / httpx2"
                compare(name, lambda: measured("ours"), lambda: measured("raw"), pairs=PAIRS)
                most, other = max(grown["ours"]), max(grown["raw"])
                print(f"{'':<4}grew by {most:.1f} MB at most; httpx2 by hand by {other:.1f} MB", flush=True)


@contextmanager
def _serving() -> Iterator[str]:
    urls: Queue[str] = Queue()
    server = Process(target=_serve, args=(urls,), daemon=True)
    server.start()
    try:
        yield urls.get()
    finally:
        server.terminate()


if __name__ == "__main__":
    if sys.argv[1:]:
        transfer(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]))
    else:
        main()
