# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Bodies that are sent as they are: from memory, from disk, or from what yields bytes."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Generator
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from io import TextIOBase
from mimetypes import guess_type
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeGuard

from msgspec import UNSET as _UNSET
from msgspec import Struct

from .codec import plain
from .downloads import Progress
from .operation import Arguments, Encoded
from .parameters import header_value, scalar
from .shapes import BYTES

RawContent: TypeAlias = (
    bytes | IO[bytes] | os.PathLike[str] | Iterable[bytes] | AsyncIterable[bytes]
)
"""What can be a body. Files are open for reading bytes, and are left open.

What yields asynchronously is for an asynchronous client.
"""
_PIECE = 1 << 18  # bytes, at most


class RawBody(Struct, frozen=True):
    """Bytes, or text that is sent as UTF-8: the argument `body`; None is no body.

    A number, a boolean or a date is sent as its text.

    A media type may be a range such as `image/*`: `content_type` or a file's name says
    which of them it is.
    """

    media_type: str

    def encode(self, arguments: Arguments) -> Encoded | None:
        body = arguments.get("body")
        if body is None or body is _UNSET:
            return None
        chosen = arguments.get("content_type") or media_type(body, self.media_type)
        if not matches(chosen, self.media_type):
            if not arguments.get("content_type"):
                raise ValueError(
                    f"content_type must say which {self.media_type} it is."
                )
        chosen = header_value("content_type", chosen)
        if not (hasattr(body, "__iter__") or is_raw(body)):
            body = scalar(plain(body))
        if isinstance(body, str):
            return body.encode(), chosen
        return bytes(body) if isinstance(body, BYTES) else Upload(body), chosen


class Upload:
    """Contents that are sent one after the other, in pieces.

    `length` is None where it is not known beforehand. A path, and a file that can be
    rewound, is read anew each time; what yields bytes is not `replayable`.
    """

    def __init__(self, *contents: Any) -> None:
        self._sources = [_Source(content) for content in contents]
        lengths = [each.length for each in self._sources if each.length is not None]
        self.length = sum(lengths) if len(lengths) == len(contents) else None
        self.replayable = all(each.replayable for each in self._sources)
        self.progress: Progress = lambda sent, length: None

    def __iter__(self) -> Generator[bytes]:
        sent = 0
        for source in self._sources:
            with source.opened() as file:
                for piece in source.pieces(file):
                    yield piece
                    sent += len(piece)
                    self.progress(sent, self.length)

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        sent = 0
        for source in self._sources:
            with source.opened() as file:
                async for piece in source.async_pieces(file):
                    yield piece
                    sent += len(piece)
                    self.progress(sent, self.length)


class _Source:
    """One content, and what is known of it."""

    def __init__(self, content: Any) -> None:
        content = bytes(content) if isinstance(content, BYTES) else content
        self.content = content
        self.length: int | None = None
        self.start: int | None = None
        self.replayable = isinstance(content, bytes)
        if isinstance(content, bytes):
            self.length = len(content)
        elif hasattr(content, "__fspath__"):
            self.replayable = os.path.isfile(content)
            self.length = os.stat(content).st_size if self.replayable else None
        elif isinstance(content, (str, TextIOBase)):
            raise TypeError("A file must be open for reading bytes, and a path a Path.")
        elif hasattr(content, "read") and content.seekable():
            self.replayable = True
            self.start = content.tell()
            self.length = content.seek(0, os.SEEK_END) - self.start
            content.seek(self.start)

    @contextmanager
    def opened(self) -> Generator[Any]:
        """The file, if it is one; closed at the end if it was opened for this."""
        if hasattr(self.content, "__fspath__"):
            with open(self.content, "rb") as file:
                yield file
        else:
            if self.start is not None:
                self.content.seek(self.start)
            yield self.content if hasattr(self.content, "read") else None

    def pieces(self, file: Any) -> Iterator[bytes]:
        if file is not None:
            left = self.length
            while piece := file.read(_limit(left)):
                yield piece
                left = left and left - len(piece)
            _check(left)
        elif isinstance(self.content, bytes):
            for start in range(0, len(self.content), _PIECE):
                yield self.content[start : start + _PIECE]
        elif hasattr(self.content, "__iter__"):
            for piece in self.content:
                if piece:
                    yield memoryview(piece).tobytes()
        else:
            raise TypeError("What yields asynchronously is for asynchronous clients.")

    async def async_pieces(self, file: Any) -> AsyncIterator[bytes]:
        """The same; files are read in threads, to let other tasks go on."""
        from asyncio import to_thread

        if file is not None:
            left = self.length
            while piece := await to_thread(file.read, _limit(left)):
                yield piece
                left = left and left - len(piece)
            _check(left)
        elif hasattr(self.content, "__aiter__"):
            async for piece in self.content:
                if piece:
                    yield memoryview(piece).tobytes()
        else:
            for piece in self.pieces(None):
                yield piece


def _limit(left: int | None) -> int:
    return _PIECE if left is None else min(_PIECE, left)


def _check(left: int | None) -> None:
    if left:
        raise OSError("A file has become shorter while it was sent.")


def is_file(value: Any) -> bool:
    """Whether it is bytes, a path, an open file, or a tuple of a name and one of them."""
    if is_tuple(value):
        return len(value) > 1 and isinstance(value[0], str) and is_file(value[1])
    readable = callable(getattr(value, "read", None))  # a model may have such a field
    return isinstance(value, BYTES) or readable or hasattr(value, "__fspath__")


def is_raw(value: Any) -> bool:
    """Whether it can be a body as it is."""
    lazy = hasattr(value, "__next__") or hasattr(value, "__aiter__")
    return lazy or isinstance(value, str) or is_file(value)


def file_name(content: Any) -> str:
    """What a path or an open file is called; "" if it has no name."""
    name = content if hasattr(content, "__fspath__") else getattr(content, "name", "")
    return "" if isinstance(name, int) else Path(str(name)).name


def media_type(content: Any, stated: str, name: str = "") -> str:
    """Which of the `stated` media types a content has, by its file's name.

    Those are separated by commas, and may be ranges. Without any, it is unknown.
    """
    guess = guess_type(name or file_name(content))[0] or "application/octet-stream"
    stated_types = choices(stated)
    exact = [each for each in stated_types if "*" not in each]
    return guess if matches(guess, stated) else [*exact, guess][0]


def matches(kind: str, stated: str) -> bool:
    """Whether a media type is one of those that are `stated`."""
    return any(fnmatch(*map(_essence, (kind, each))) for each in choices(stated))


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def choices(stated: str) -> list[str]:
    return [each.strip() for each in stated.split(",") if each.strip()]


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)
