# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Bodies that arrive: their encodings, how far they have come, and files of them."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from .errors import APIConnectionError

ACCEPTED = "gzip, deflate"
_GZIP, _ZLIB = 31, 15  # the formats of RFC 1952 and RFC 1950, as zlib calls them
_PIECE = 1 << 20  # bytes, at most: of a small body, however much comes out of it
Progress: TypeAlias = Callable[[int, int | None], object]
"""Told how many bytes there are so far, and how many it will be; None: nobody knows."""


def counted(
    headers: Mapping[str, str], progress: Progress | None
) -> Callable[[bytes], bytes]:
    """Passes on the pieces of a body, and tells `progress` of each."""
    total, so_far = _length(headers), 0

    def count(piece: bytes) -> bytes:
        nonlocal so_far
        so_far += len(piece)
        if progress:
            progress(so_far, total)
        return piece

    return count


@contextmanager
def written(path: Path, headers: Mapping[str, str]) -> Generator[BinaryIO]:
    """A new file, which takes the place of `path` if the whole body is in it."""
    total = _length(headers)
    part = path.with_name(f".{os.urandom(8).hex()}.part")
    try:
        with part.open("xb") as file:
            if path.exists():
                part.chmod(path.stat().st_mode & 0o777)
            yield file
            size = file.tell()
        if size != (size if total is None else total):
            raise APIConnectionError(f"the body ended after {size} of {total} bytes")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


class Decompressor:
    """Undoes one encoding; a body in any other one stays as it is.

    zlib.error: what came is not compressed so, or is not whole.
    """

    def __init__(self, headers: Mapping[str, str]) -> None:
        name = headers.get("content-encoding", "").lower()
        self._format = _GZIP if "gzip" in name else _ZLIB if "deflate" in name else None
        self._member: Any = None

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What comes out of a piece."""
        if self._format is None:
            yield data
            return
        output = b""
        while data or len(output) == _PIECE:
            if self._member is None or self._member.eof:
                if self._member and (self._format == _ZLIB or data[:1] != b"\x1f"):
                    return  # it is no further member of a gzip file (RFC 1952 2.2)
                bare = self._format == _ZLIB and data[0] & 15 != 8  # without a header
                self._member = zlib.decompressobj(-_ZLIB if bare else self._format)
            output = self._member.decompress(data, _PIECE)
            if output:
                yield output
            data = self._member.unconsumed_tail or self._member.unused_data

    def end(self) -> None:
        """Nothing more comes."""
        if self._member and not self._member.eof:
            raise zlib.error("the compressed body ends too early")


def _length(headers: Mapping[str, str]) -> int | None:
    """The length of the content, if it is said and nothing is to be decoded."""
    value = headers.get("content-length", "")
    valid = value.isascii() and value.isdecimal() and "content-encoding" not in headers
    return int(value) if valid else None
