# Part of the client's runtime, the same in every client. Do not edit.
"""What the server answered: whole, with its decoded body, or still to be read."""

from __future__ import annotations

import re
import time
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Iterator,
    Mapping,
)
from typing import Generic, Self, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Headers(Mapping[str, str]):
    """Values by name, in any case; those of a repeated name are joined by commas."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._values: dict[str, str] = {}
        for name, value in pairs:
            known = self._values.get(name := name.lower())
            self._values[name] = value if known is None else f"{known}, {value}"

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Headers({self._values})"


class Head(Struct, frozen=True):
    """What comes first in every answer."""

    status_code: int
    headers: Headers

    @property
    def request_id(self) -> str | None:
        """What the server calls this request, if it says so."""
        names = "x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id"
        return next(
            (self.headers[name] for name in names if name in self.headers), None
        )

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait, by a number or a date (RFC 9110 section 10.2.3)."""
        value = self.headers.get("retry-after", "")
        if re.fullmatch(r"\d{1,9}(\.\d+)?", value):
            return float(value)
        from email.utils import parsedate_to_datetime

        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
        except ValueError:
            return None


class RawResponse(Head, frozen=True):
    """A whole answer."""

    content: bytes
    """The body as it came, without its content encoding."""

    @property
    def text(self) -> str:
        """The body by its charset; UTF-8 where it has none."""
        charset = re.search(
            r"charset=\"?([\w.:-]+)", self.headers.get("content-type", "")
        )
        try:
            return self.content.decode(charset[1] if charset else "utf-8", "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")


class Response(RawResponse, Generic[T], frozen=True):
    """A whole answer, and what the call itself would have returned."""

    body: T
    method: str
    url: str
    """The request's, without credentials."""


class StreamedResponse(Head, frozen=True):
    """An answer whose body has not been read; a context manager that closes it.

    The body can be read once. Reading raises APIConnectionError where it breaks off.
    """

    iter_bytes: Callable[[], Iterator[bytes]]
    """The body in the pieces in which it arrives."""

    close: Callable[[], None]
    """Leave the rest unread."""

    def read(self) -> bytes:
        """The whole body."""
        return b"".join(self.iter_bytes())

    def whole(self) -> RawResponse:
        """The answer with its body, closed."""
        with self:
            return RawResponse(self.status_code, self.headers, self.read())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncStreamedResponse(Head, frozen=True):
    """Asynchronous twin of `StreamedResponse`."""

    iter_bytes: Callable[[], AsyncIterator[bytes]]
    close: Callable[[], Awaitable[None]]

    async def read(self) -> bytes:
        """The whole body."""
        return b"".join([piece async for piece in self.iter_bytes()])

    async def whole(self) -> RawResponse:
        """The answer with its body, closed."""
        async with self:
            return RawResponse(self.status_code, self.headers, await self.read())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
