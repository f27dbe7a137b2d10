# Part of the client's runtime, the same in every client. Do not edit.
"""Server-sent events, as the HTML standard has them (section 9.2)."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, cast

from msgspec import UNSET as _UNSET
from msgspec import Struct, structs

from .errors import APIConnectionError, ResponseDecodeError
from .model import parts
from .operation import RequestOptions
from .sending import finished, settled
from .streams import (
    AsyncStream,
    Splitter,
    Stream,
    StreamedOperation,
    BaseStream,
    refuse,
)
from .transport import T

if TYPE_CHECKING:
    from .client import AsyncBaseClient, BaseClient

_DONE = "[DONE]"  # data by which many APIs say that nothing more comes
_LONGEST_WAIT = 60.0


class ServerSentEvent(Struct, Generic[T], frozen=True):
    data: T
    event: str = "message"
    id: str = ""  # the last one that came, with this event or before
    retry: int | None = None  # milliseconds to wait before reconnecting, if it says so


class EventParser:
    """The algorithm of the standard (9.2.6), for bytes as they come."""

    def __init__(self) -> None:
        self.last_id, self.retry = "", 3000
        self.restart()

    def restart(self) -> None:
        """Begin with another body; what is not complete of this one is dropped."""
        self._lines = Splitter(rb"\r\n|\r|\n")
        self._first, self._after_cr = True, False
        self._clear()

    def _clear(self) -> None:
        self._event, self._size = "", 0
        self._data: list[str] = []
        self._retry: int | None = None

    def feed(self, piece: bytes | None, /) -> list[ServerSentEvent[str]]:
        if not piece:
            return []
        skipped = self._after_cr and piece.startswith(b"\n")  # it was CR LF
        self._after_cr = piece.endswith(b"\r")
        found: list[ServerSentEvent[str]] = []
        for line in self._lines.cut(piece[skipped:]):
            text = line.decode("utf-8", "replace")
            if self._first:
                self._first, text = False, text.removeprefix("\ufeff")
            if text:
                self._read(text)
                continue
            if self._data:
                data, event = "\n".join(self._data), self._event or "message"
                found.append(ServerSentEvent(data, event, self.last_id, self._retry))
            self._clear()
        return found

    def _read(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
            self._size += len(value)
            refuse(self._size)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self.last_id = value
        elif name == "retry" and re.fullmatch(r"[0-9]{1,9}", value):
            self.retry = self._retry = int(value)


class _EventStream(BaseStream[T]):
    _framing: EventParser
    _operation: EventsOperation[Any]
    _attempts = _left = 0

    def reconnecting(self, attempts: int = 5) -> Self:
        """The same stream, which asks again where the connection ends or breaks.

        The server gets the id of the last event. The wait is what it asks for, else 3
        seconds, and doubles with each of the `attempts` in a row that bring no event.
        A server ends such a stream by status 204. What is asked for is asked for again:
        do so only where the API resumes by the id, or where that does no harm.
        """
        self._attempts = self._left = attempts
        return self

    async def _piece(self) -> bytes | None:
        media_type = self.response.headers.get("content-type", "")
        try:
            piece = await super()._piece()
            if re.search(r"json\b|html\b", media_type):
                raise self._fault(f"{media_type} is no event stream", piece or b"")
            if piece is not None or not self._left or self.response.status_code == 204:
                return piece
        except APIConnectionError:
            if not self._left:
                raise
        await self._reconnect()
        return b""

    async def _reconnect(self) -> None:
        await settled(self.response.close())
        asked = self._framing.retry / 1000
        wait = asked * 2.0 ** (self._attempts - self._left)
        await settled(self._sleep(min(wait, max(asked, _LONGEST_WAIT))))
        self._left -= 1
        (operation, options, path), given = self._call
        headers = dict(options.get("extra_headers", {}))
        if self._framing.last_id:
            headers["Last-Event-ID"] = self._framing.last_id
        call = (
            operation,
            cast(RequestOptions, {**options, "extra_headers": headers}),
            path,
        )
        try:
            answer = await settled(self._session.again((call, given)))
        except APIConnectionError:
            if not self._left:
                raise
            return
        self.response, self._pieces = answer.body._taken()
        self._framing.restart()

    def _taken(self) -> tuple[Any, Any]:
        """What it reads from, which another stream goes on with."""
        self._closed = True
        return self.response, self._pieces

    def _sleep(self, seconds: float) -> Any:
        return time.sleep(seconds)

    def _item(self, frame: ServerSentEvent[str]) -> Any:
        self._left = self._attempts
        kind = self._operation.events.get(frame.event, self._kind)
        if kind is str:
            return frame
        if not frame.data:  # a sign of life
            return _UNSET
        if frame.data == _DONE:
            self._ended = True
            self._ready.clear()
            return _UNSET
        try:
            value = self._decoded(frame.data.encode(), kind)
        except ResponseDecodeError:
            if kind is not Any and str not in parts(kind):
                raise
            return frame
        return structs.replace(frame, data=value)

    def _value(self, item: ServerSentEvent[T]) -> T:
        return item.data


class EventStream(_EventStream[T], Stream[T]):
    """Server-sent events: iterating gives the data of each."""

    def events(self) -> Iterator[ServerSentEvent[T]]:
        """The same, with the names and ids of the events."""
        while (event := finished(self._next())) is not _UNSET:
            yield event


class AsyncEventStream(_EventStream[T], AsyncStream[T]):
    """Asynchronous twin of `EventStream`."""

    async def events(self) -> AsyncIterator[ServerSentEvent[T]]:
        while (event := await self._next()) is not _UNSET:
            yield event

    def _sleep(self, seconds: float) -> Any:
        from asyncio import sleep

        return sleep(seconds)


class EventsOperation(StreamedOperation[T], frozen=True):
    """An operation that answers with server-sent events.

    `events` are the types of the data by the name of the event, where it tells them.
    """

    events: Mapping[str, Any] = {}
    framing: ClassVar[type[EventParser]] = EventParser
    streams = EventStream, AsyncEventStream

    def open(
        self, client: BaseClient, options: RequestOptions, /, *path: Any, **given: Any
    ) -> EventStream[T]:
        return cast("EventStream[T]", super().open(client, options, *path, **given))

    async def async_open(
        self,
        client: AsyncBaseClient,
        options: RequestOptions,
        /,
        *path: Any,
        **given: Any,
    ) -> AsyncEventStream[T]:
        stream = await super().async_open(client, options, *path, **given)
        return cast("AsyncEventStream[T]", stream)
