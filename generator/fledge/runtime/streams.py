# Part of the client's runtime, the same in every client. Do not edit.
"""Answers that come item by item, and are read while they come.

All is written once, as coroutines; those of a `Stream` are done after one step.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar, Generic, ParamSpec
from typing import Protocol, Self, TypeVar, cast

from msgspec import UNSET as _UNSET

from .codec import MismatchError, decode
from .errors import APIError, ResponseDecodeError
from .operation import (
    AnyResponse,
    Call,
    Complete,
    Operation,
    RequestOptions,
    Session,
    expected,
)
from .hooks import resolve, run_sync
from .messages import Response, T

if TYPE_CHECKING:
    from .client import AsyncBaseClient, BaseClient

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")  # a resource
_log = logging.getLogger(__package__)
_LONGEST = 64 * 2**20  # bytes of an item: nothing that comes may fill the memory


class Splitter:
    """Joins the pieces of a body, and cuts it at each `end`, a pattern.

    ValueError: there is more than `_LONGEST` without one.
    """

    def __init__(self, end: bytes) -> None:
        self._end = re.compile(end)
        self._begun: list[bytes] = []
        self.size = 0

    def cut(self, piece: bytes) -> list[bytes]:
        """What is complete now."""
        first, *others = self._end.split(piece)
        self._add(first)
        if not others:
            return []
        complete = [self.rest(), *others]
        refuse(max(map(len, others)))
        self._add(complete.pop())
        return complete

    def _add(self, part: bytes) -> None:
        if part:
            self._begun.append(part)
            self.size += len(part)
            refuse(self.size)

    def rest(self) -> bytes:
        """What is not, and no longer waits for its end."""
        whole = b"".join(self._begun)
        self._begun, self.size = [], 0
        return whole


def refuse(size: int) -> None:
    if size > _LONGEST:
        raise ValueError(f"an item has more than {_LONGEST} bytes")


class StreamDecoder(Protocol):
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
        self._decoder = operation.decoder()
        self._body = response.pieces()
        self._ready: deque[Any] = deque()
        self._ended = self._closed = False

    async def _next(self) -> Any:
        """The next item; UNSET at the end. There, and after an error, it is closed."""
        try:
            while not self._closed:
                if (item := self._whole()) is not _UNSET:
                    return item
                if self._ended:
                    break
                piece = await self._piece()
                self._ended = piece is None
                try:
                    self._ready.extend(self._decoder.feed(piece))
                except ValueError as error:
                    raise self._fault(str(error), b"") from None
        except BaseException as error:
            await self._failed(error)
            raise
        await resolve(self.close())
        return _UNSET

    def _whole(self) -> Any:
        """The next of the items that have come whole; UNSET if there is none."""
        while self._ready:
            if (item := self._item(self._ready.popleft())) is not _UNSET:
                return item
        return _UNSET

    async def _failed(self, error: BaseException) -> None:
        try:
            if not (isinstance(error, APIError) and error.request):
                await resolve(self.response.failed(error))
        finally:
            await resolve(self.close())

    async def _piece(self) -> bytes | None:
        """The next piece of the body; None at its end."""
        piece: bytes | None = await resolve(self._advance(self._body, None))
        return piece

    def _item(self, frame: Any) -> Any:
        """An item of what the decoder returned; UNSET if it is none."""
        try:
            return self._decoded(frame, self._kind)
        except ResponseDecodeError as error:
            if self._session.strict or not self._operation.lossy:
                raise
            _log.warning("%s, and is passed over", error)
            return _UNSET

    def _decoded(self, data: bytes | str, kind: Any) -> Any:
        try:
            return decode(kind, data, strict=self._session.strict)
        except MismatchError as error:
            fault = str(error)
        except ValueError:
            fault = "an item is not JSON"
        raise self._fault(fault, data)

    def _fault(self, fault: str, data: bytes | str) -> ResponseDecodeError:
        head = self.response
        data = data.encode() if isinstance(data, str) else data
        raw: AnyResponse = Response(head.status_code, head.headers, data)
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
        try:
            item = self._whole()  # which needs no coroutine
        except BaseException as error:
            run_sync(self._failed(error))
            raise
        if item is _UNSET and (item := run_sync(self._next())) is _UNSET:
            raise StopIteration
        return cast(T, item)

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
        try:
            item = self._whole()
        except BaseException as error:
            await self._failed(error)
            raise
        if item is _UNSET and (item := await self._next()) is _UNSET:
            raise StopAsyncIteration
        return cast(T, item)

    async def close(self) -> None:
        await resolve(super().close())

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


def signature_of(
    whole: Callable[P, object],
) -> Callable[[Callable[..., R]], Callable[P, R]]:
    """Give a method the arguments of another one, for type checkers and `help()`."""
    like = wraps(whole, assigned=())
    return lambda method: cast("Callable[P, R]", like(method))


class _Redirected:
    """A client that calls one operation in place of another, whose arguments are given."""

    def __init__(
        self, client: Any, operation: Operation[Any], fixed: dict[str, object]
    ) -> None:
        self._client, self._operation, self._fixed = client, operation, fixed

    def call(self, call: Call[Any], /, **arguments: Any) -> Any:
        _, *others = call
        return self._client.call((self._operation, *others), **arguments | self._fixed)


class StreamedOperation(Operation[T], frozen=True):
    """An operation that answers with a stream of `T`."""

    streaming: ClassVar[bool] = True
    decoder: ClassVar[type[StreamDecoder]]
    lossy: ClassVar[bool] = False  # whether what is no JSON is passed over
    streams: ClassVar[tuple[Any, Any]] = Stream, AsyncStream

    def open(
        self,
        client: BaseClient,
        options: RequestOptions,
        /,
        *path: Any,
        **arguments: Any,
    ) -> Stream[T]:
        """Ask for the stream; see `BaseClient.call`."""
        return cast("Stream[T]", client.call(self(options, *path), **arguments))

    async def async_open(
        self,
        client: AsyncBaseClient,
        options: RequestOptions,
        /,
        *path: Any,
        **arguments: Any,
    ) -> AsyncStream[T]:
        return cast(
            "AsyncStream[T]", await client.call(self(options, *path), **arguments)
        )

    def like(self, resource: S, /, **fixed: object) -> S:
        """A resource whose methods call this operation; `fixed` arguments replace theirs."""
        redirected: Any = copy(resource)
        redirected._client = _Redirected(redirected._client, self, fixed)
        return cast(S, redirected)

    def opened(self, result: object, /) -> Stream[T]:
        """What a method of such a resource returns, which is typed as another result."""
        return cast("Stream[T]", result)

    def async_opened(self, result: object, /) -> AsyncStream[T]:
        return cast("AsyncStream[T]", result)

    def finish(self, response: Any, call: Complete[T], session: Session) -> AnyResponse:
        """The stream takes the place of the body, none of which has been read."""
        body = self.streams[session.asynchronous](response, call, self, session)
        sent = response.request
        head = response.status_code, response.headers
        return Response(*head, b"", lambda _: body, sent.method, sent.url)
