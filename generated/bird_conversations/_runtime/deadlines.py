# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Deadlines: the time that a request may take, however many bytes drip in."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Generator, Iterator
from contextlib import aclosing, asynccontextmanager, closing, contextmanager
from math import inf
from typing import Any, Protocol, TypeAlias

PIECE = 1 << 16  # bytes of a content, each of which may take the whole time


class Phases(Protocol):
    """A timeout for each read and write, as `httpx2.Timeout` is: no deadline."""

    def as_dict(self) -> dict[str, float | None]: ...


Timeout: TypeAlias = float | Phases | None


class Deadline:
    """When the time of a request is over. Pieces of a stream may `renew` it."""

    def __init__(self, timeout: Timeout) -> None:
        self._seconds, self._whole, self.end = seconds(timeout), False, inf
        self.renew()

    def renew(self) -> None:
        """Begin anew, unless all that comes is waited for."""
        if self._seconds is not None and not self._whole:
            self.end = time.monotonic() + self._seconds

    def finish(self, within: float) -> None:
        """End in so many seconds, whatever comes."""
        self.end, self._whole = time.monotonic() + within, True

    @property
    def left(self) -> float | None:
        """Seconds, of which there may be less than none; None: it has no end."""
        return None if self.end == inf else self.end - time.monotonic()

    @contextmanager
    def sending(self, content: Any) -> Generator[Generator[bytes] | None]:
        """Pieces: sending each has its own time, and making it none. None: it is small."""
        if content is None or isinstance(content, bytes) and len(content) <= PIECE:
            yield None
            return
        whole = (content for _ in "1") if isinstance(content, bytes) else iter(content)
        with closing(whole), closing(self._sending(whole)) as pieces:
            yield pieces

    @asynccontextmanager
    async def async_sending(self, content: Any) -> AsyncGenerator[Any]:
        if content is None or isinstance(content, bytes) and len(content) <= PIECE:
            yield None
            return
        async with aclosing(self._async_sending(content)) as pieces:
            yield pieces

    def _sending(self, pieces: Iterator[bytes]) -> Generator[bytes]:
        for piece in pieces:
            yield from self._parts(piece)
        self.renew()

    async def _async_sending(self, content: Any) -> AsyncGenerator[bytes]:
        if isinstance(content, bytes):
            for part in self._parts(content):
                yield part
        else:
            async with aclosing(aiter(content)) as pieces:
                async for piece in pieces:
                    for part in self._parts(piece):
                        yield part
        self.renew()

    def _parts(self, piece: bytes) -> Iterator[bytes]:
        for start in range(0, len(piece), PIECE):
            self.renew()
            yield piece[start : start + PIECE]


def seconds(timeout: Timeout) -> float | None:
    """How long a request may take; None: there is no deadline."""
    return timeout if isinstance(timeout, int | float) else None


def phases(timeout: Timeout, deadline: Any) -> dict[str, Any]:
    """What httpcore2 is told: the same for each phase, but for that of threads."""
    if timeout is not None and not isinstance(timeout, int | float):
        return timeout.as_dict()
    return {**dict.fromkeys(("connect", "read", "write"), deadline), "pool": timeout}


def late(timeout: Timeout) -> str:
    """Why there is no answer."""
    limit = timeout if seconds(timeout) is None else f"{timeout:.3g} s"
    return f"no answer within {limit}"
