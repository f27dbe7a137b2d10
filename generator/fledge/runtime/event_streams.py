# Part of the client's runtime, the same in every client. Do not edit.
"""Server-sent events, as the HTML standard has them (section 9.2)."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, cast

from msgspec import UNSET as _UNSET
from msgspec import Struct

from .codec import decode
from .errors import APIConnectionError, APIError, APIResponseError, ResponseDecodeError
from .hooks import resolve
from .shapes import parts
from .operation import RequestOptions
from .streams import (
    AsyncStream,
    Stream,
    StreamedOperation,
    BaseStream,
    refuse,
)
from .messages import Headers, Response, T
from .status_errors import APIStatusError

if TYPE_CHECKING:
    from .client import AsyncBaseClient, BaseClient

_DONE = "[DONE]"  # data by which many APIs say that nothing more comes
_LONGEST_WAIT = 60.0


class ServerSentEvent(Struct, Generic[T], frozen=True):
    data: T
    event: str = "message"
    id: str = ""  # the last one that came, with this event or before
    retry: int | None = None  # milliseconds to wait before reconnecting, if it says so


class StreamError(APIResponseError):
    """An event `error`, where the API documents it; `body` is its data.

    `message` is the server's reason in words, and `code` the one for programs.
    """

    def __init__(
        self, text: str, response: Response[Any], body: Any, reason: APIStatusError
    ) -> None:
        super().__init__(text, response)
        self.body, self.message, self.code = body, reason.message, reason.code


class EventParser:
    """The algorithm of the standard (9.2.6), for bytes as they come."""

    def __init__(self) -> None:
        self.last_id: str | None = None  # of what came whole; "": one that is empty
        self.retry = 3000
        self.restart()

    def restart(self) -> None:
        """Begin with another body; what is not complete of this one is dropped."""
        self._begun: list[bytes] = []  # of a line
        self._waiting = 0  # its bytes
        self._size = 0  # characters in lines since the last empty one
        self.begins, self._after_cr = True, False  # no line has come whole
        self._id = self.last_id
        self._clear()

    def _clear(self) -> None:
        self._event = ""
        self._data: list[str] = []
        self._retry: int | None = None

    def feed(self, piece: bytes | None, /) -> list[ServerSentEvent[str]]:
        if not piece:
            return []
        skipped = self._after_cr and piece.startswith(b"\n")  # it was CR LF
        self._after_cr = piece.endswith(b"\r")
        end = max(piece.rfind(b"\n"), piece.rfind(b"\r")) + 1
        self._begun.append(piece[skipped:end] if end else piece)
        if not end:
            self._waiting += len(piece)
            refuse(self._waiting)
            return []
        text = b"".join(self._begun).decode("utf-8", "replace")
        self._begun, self._waiting = [piece[end:]], len(piece) - end
        if self.begins:
            self.begins, text = False, text.removeprefix("\ufeff")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        _, empty, tail = f"\n{text}".rpartition("\n\n")
        self._size = len(tail) + (0 if empty else self._size)
        refuse(self._size)
        return self._events(text.split("\n")[:-1])

    def _events(self, lines: list[str]) -> list[ServerSentEvent[str]]:
        events: list[ServerSentEvent[str]] = []
        for line in lines:
            if line.startswith("data: "):  # as nearly all do
                self._data.append(line[6:])
            elif line:
                self._read(line)
            else:
                self.last_id = self._id
                if self._data:
                    data, event = "\n".join(self._data), self._event or "message"
                    last = self._id or ""
                    events.append(ServerSentEvent(data, event, last, self._retry))
                self._clear()
        return events

    def _read(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and re.fullmatch(r"[0-9]{1,9}", value):
            self.retry = self._retry = int(value)


class _EventStream(BaseStream[T]):
    _decoder: EventParser
    _operation: EventsOperation[Any]
    _frame: ServerSentEvent[str]
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
        try:
            piece = await super()._piece()
            if self._decoder.begins:
                media_type = self.response.headers.get("content-type", "")
                if re.search(r"json\b|html\b", media_type):
                    fault = f"{media_type} is no event stream"
                    raise self._fault(fault, piece or b"")
            if piece is not None or not self._left or self.response.status_code == 204:
                return piece
        except APIConnectionError:
            if not self._left:
                raise
        await self._reconnect()
        return b""

    async def _reconnect(self) -> None:
        await resolve(self.response.close())
        requested = self._decoder.retry / 1000
        wait = requested * 2.0 ** (self._attempts - self._left)
        await resolve(self._sleep(min(wait, max(requested, _LONGEST_WAIT))))
        self._left -= 1
        (operation, options, path), arguments = self._call
        headers = dict(options.get("extra_headers", {}))
        if (last := self._decoder.last_id) is not None:  # in place of the caller's
            named = {k: getattr(v, "name", k) for k, v in operation.parameters.items()}
            arguments = _without_id(arguments, named)
            headers = _without_id(headers, {})
        if last:
            headers["Last-Event-ID"] = last
        call = (
            operation,
            cast(RequestOptions, {**options, "extra_headers": headers}),
            path,
        )
        try:
            response = await resolve(self._session.again((call, arguments)))
        except APIConnectionError:
            if not self._left:
                raise
            return
        except ValueError as error:  # of the header
            raise APIError(f"{operation.name}: {error}") from error
        self.response, self._body = response.body._taken()
        self._decoder.restart()

    def _taken(self) -> tuple[Any, Any]:
        """What it reads from, which another stream goes on with."""
        self._closed = True
        return self.response, self._body

    def _sleep(self, seconds: float) -> Any:
        return time.sleep(seconds)

    def _item(self, frame: ServerSentEvent[str]) -> Any:
        self._left, self._frame = self._attempts, frame
        data, kind = frame.data, self._kind
        if kinds := self._operation.events:
            kind = kinds.get(frame.event, Any)
            if frame.event == "error" and "error" in kinds:
                raise self._failure(frame, kind)
        if kind is str:
            return data
        if not data:  # a sign of life
            return _UNSET
        if data == _DONE:
            self._ended = True
            self._ready.clear()
            return _UNSET
        if kinds and frame.event not in kinds:
            kind = self._fitting(data)
        try:
            return data if kind is str else self._decoded(data, kind)
        except ResponseDecodeError:
            if kind is not Any and str not in parts(kind):
                raise
            return data

    def _fitting(self, data: str) -> Any:
        """The type of an event whose name is not documented: the first that its data has."""
        kinds = dict.fromkeys(self._operation.events.values())
        for kind in kinds:
            with suppress(ValueError):
                if kind is not str:
                    decode(kind, data, strict=True)
                    return kind
        if self._session.strict and str not in kinds:
            raise self._fault("an event is none of those that are documented", data)
        return str if str in kinds else Any

    def _event(self, data: T) -> ServerSentEvent[T]:
        """The event whose data was the last item."""
        frame = self._frame
        return ServerSentEvent(data, frame.event, frame.id, frame.retry)

    def _failure(self, frame: ServerSentEvent[str], kind: Any) -> StreamError:
        data, head = frame.data.encode(), self.response
        raw = Response[Any](head.status_code, head.headers, data)
        body: Any = frame.data
        if kind is not str:
            with suppress(ResponseDecodeError):
                body = self._decoded(data, kind)
        plain = Headers({"content-type": "text/plain"})
        as_text = Response[Any](head.status_code, plain, data)
        reason = APIStatusError("", as_text, body)
        text = f"{self._operation.name}: {head.status_code}: error event: "
        return StreamError(text + reason.message, raw, body, reason)


def _without_id(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """What is sent, without the id of an event."""
    name = "last-event-id"
    return {k: v for k, v in values.items() if names.get(k, k).lower() != name}


class EventStream(_EventStream[T], Stream[T]):
    """Server-sent events: iterating gives the data of each."""

    def events(self) -> Iterator[ServerSentEvent[T]]:
        """The same, with the names and ids of the events."""
        for data in self:
            yield self._event(data)


class AsyncEventStream(_EventStream[T], AsyncStream[T]):
    """Asynchronous twin of `EventStream`."""

    async def events(self) -> AsyncIterator[ServerSentEvent[T]]:
        async for data in self:
            yield self._event(data)

    def _sleep(self, seconds: float) -> Any:
        from asyncio import sleep

        return sleep(seconds)


class EventsOperation(StreamedOperation[T], frozen=True):
    """An operation that answers with server-sent events.

    `events` are the types of the data by the name of the event, where it tells them.
    """

    events: Mapping[str, Any] = {}
    decoder: ClassVar[type[EventParser]] = EventParser
    streams = EventStream, AsyncEventStream

    def open(
        self,
        client: BaseClient,
        options: RequestOptions,
        /,
        *path: Any,
        **arguments: Any,
    ) -> EventStream[T]:
        return cast("EventStream[T]", super().open(client, options, *path, **arguments))

    async def async_open(
        self,
        client: AsyncBaseClient,
        options: RequestOptions,
        /,
        *path: Any,
        **arguments: Any,
    ) -> AsyncEventStream[T]:
        stream = await super().async_open(client, options, *path, **arguments)
        return cast("AsyncEventStream[T]", stream)

    def opened(self, result: object, /) -> EventStream[T]:
        return cast("EventStream[T]", result)

    def async_opened(self, result: object, /) -> AsyncEventStream[T]:
        return cast("AsyncEventStream[T]", result)
