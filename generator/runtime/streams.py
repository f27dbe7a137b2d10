# Part of the client's runtime, the same in every client. Do not edit.
"""Answers that come item by item, and are read while they come.

All is written once, as coroutines; those of a `Stream` are done after one step.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, Self, cast

from msgspec import UNSET as _UNSET

from .codec import MismatchError, decode
from .errors import APIError, ResponseDecodeError
from .operation import Answer, Complete, Operation, RequestOptions, Session, expected
from .sending import finished, settled
from .transport import Response, T

if TYPE_CHECKING:
    from .client import AsyncBaseClient, BaseClient

_log = logging.getLogger(__package__)
_LONGEST = 64 * 2**20  # bytes of an item: nothing that comes may fill the memory


class Splitter:
    """Joins the pieces of a body, and cuts it at each `end`, a pattern.

    ValueError: there is more than `_LONGEST` without one.
    """

    def __init__(self, end: bytes) -> None:
        self._end = re.compile(end)
        self._begun: list[bytes] = []
        self._size = 0

    def cut(self, piece: bytes) -> list[bytes]:
        """What is complete now."""
        found: list[bytes] = []
        for index, part in enumerate(self._end.split(piece)):
            if index:
                found.append(self.rest())
            self._begun.append(part)
            self._size += len(part)
            refuse(self._size)
        return found

    def rest(self) -> bytes:
        """What is not, and no longer waits for its end."""
        whole = b"".join(self._begun)
        self._begun, self._size = [], 0
        return whole


def refuse(size: int) -> None:
    if size > _LONGEST:
        raise ValueError(f"an item has more than {_LONGEST} bytes")


class Framing(Protocol):
    """How items are told apart; one for each stream."""

    def feed(self, piece: bytes | None, /) -> list[Any]:
        """The items that are complete with this piece; None is the end of the body."""
        ...


class BaseStream(Generic[T]):
    """What a `Stream` and its twin have in common."""

    _advance: Any

    def __init__(
        self,
        response: Any,
        call: Complete[Any],
        operation: StreamedOperation[Any],
        session: Session,
    ) -> None:
        self.response = response  # the head of the answer
        self._call, self._operation, self._session = call, operation, session
        self._kind = expected(operation.success, response.status_code)
        self._framing = operation.framing()
        self._pieces = response.pieces()
        self._ready: deque[Any] = deque()
        self._ended = self._closed = False

    async def _next(self) -> Any:
        """The next item; UNSET at the end. There, and after an error, it is closed."""
        try:
            while not self._closed:
                while self._ready:
                    if (item := self._item(self._ready.popleft())) is not _UNSET:
                        return item
                if self._ended:
                    break
                piece = await self._piece()
                self._ended = piece is None
                try:
                    self._ready.extend(self._framing.feed(piece))
                except ValueError as error:
                    raise self._fault(str(error), b"") from None
        except BaseException as error:
            await settled(self.close())
            if isinstance(error, APIError) and not error.request:
                await settled(self.response.failed(error))
            raise
        await settled(self.close())
        return _UNSET

    async def _piece(self) -> bytes | None:
        """The next piece of the body; None at its end."""
        piece: bytes | None = await settled(self._advance(self._pieces, None))
        return piece

    def _item(self, frame: Any) -> Any:
        """An item of what the framing found; UNSET if it is none."""
        try:
            return self._decoded(frame, self._kind)
        except ResponseDecodeError as error:
            if self._session.strict or not self._operation.lossy:
                raise
            _log.warning("%s, and is passed over", error)
            return _UNSET

    def _value(self, item: Any) -> T:
        """What iterating gives of an item."""
        return cast(T, item)

    def _decoded(self, data: bytes, kind: Any) -> Any:
        try:
            return decode(data, kind, strict=self._session.strict)
        except MismatchError as error:
            fault = str(error)
        except ValueError:
            fault = "an item is not JSON"
        raise self._fault(fault, data)

    def _fault(self, fault: str, data: bytes) -> ResponseDecodeError:
        head = self.response
        raw = Response(head.status_code, head.headers, data, None)
        message = f"{self._operation.name}: {head.status_code}: {fault}"
        return ResponseDecodeError(message, raw)

    def close(self) -> Any:
        """Close the connection, unless the stream has ended: there are no more items."""
        if not self._closed:
            self._closed = True
            self._ready.clear()
            return self.response.close()

    def _left_open(self) -> bool:
        """Whether it is thrown away unread, which a ResourceWarning tells."""
        if getattr(self, "_closed", True):
            return False
        message = f"{self._operation.name}: a stream was not closed"
        warnings.warn(message, ResourceWarning, source=self)
        return True


class Stream(BaseStream[T]):
    """Items as they come. It is closed at the end, by an error, by `with`, or `close()`.

    `response` has the status and the headers. Iterating raises APIConnectionError
    where the connection breaks, ResponseDecodeError where something else came.
    """

    _advance = staticmethod(next)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        if (item := finished(self._next())) is _UNSET:
            raise StopIteration
        return self._value(item)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __del__(self) -> None:
        if self._left_open():
            self.close()


class AsyncStream(BaseStream[T]):
    """Asynchronous twin of `Stream`."""

    _advance = staticmethod(anext)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        if (item := await self._next()) is _UNSET:
            raise StopAsyncIteration
        return self._value(item)

    async def close(self) -> None:
        await settled(super().close())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    def __del__(self) -> None:
        if self._left_open():
            from asyncio import get_running_loop

            with suppress(RuntimeError):  # the loop has ended, and its connections too
                loop = get_running_loop()
                _closing.add(task := loop.create_task(self.close()))
                task.add_done_callback(_closing.discard)


_closing: set[Any] = set()  # a loop would forget its tasks


class StreamedOperation(Operation[T], frozen=True):
    """An operation that answers with a stream of `T`."""

    unread: ClassVar[bool] = True
    framing: ClassVar[type[Framing]]
    lossy: ClassVar[bool] = False  # whether what is no JSON is passed over
    streams: ClassVar[tuple[Any, Any]] = Stream, AsyncStream

    def open(
        self, client: BaseClient, options: RequestOptions, /, *path: Any, **given: Any
    ) -> Stream[T]:
        """Ask for the stream; see `BaseClient.call`."""
        return cast("Stream[T]", client.call(self(options, *path), **given))

    async def async_open(
        self,
        client: AsyncBaseClient,
        options: RequestOptions,
        /,
        *path: Any,
        **given: Any,
    ) -> AsyncStream[T]:
        return cast("AsyncStream[T]", await client.call(self(options, *path), **given))

    def finish(self, answer: Any, call: Complete[T], session: Session) -> Answer:
        """The stream takes the place of the body, none of which has been read."""
        body = self.streams[session.asynchronous](answer, call, self, session)
        sent = answer.request
        head = answer.status_code, answer.headers
        return Response(*head, b"", body, sent.method, sent.url)
