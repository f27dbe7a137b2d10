# Part of the client's runtime, the same in every client. Do not edit.
"""How far a body has come, and files that are there only once they are whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from .errors import APIConnectionError

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
            yield file
            size = file.tell()
        if size != (size if total is None else total):
            raise APIConnectionError(f"the body ended after {size} of {total} bytes")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _length(headers: Mapping[str, str]) -> int | None:
    """The length of the content, if it is said and nothing is to be decoded."""
    value = headers.get("content-length", "")
    known = value.isascii() and value.isdecimal() and "content-encoding" not in headers
    return int(value) if known else None
