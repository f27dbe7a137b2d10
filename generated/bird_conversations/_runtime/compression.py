# Part of the client's runtime, the same in every client. Do not edit.
"""Content encodings, which are undone piece by piece, and held to their ends."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Any

ACCEPTED = "gzip, deflate"
_GZIP, _ZLIB = 31, 15  # the formats of RFC 1952 and RFC 1950, as zlib calls them
_PIECE = 1 << 20  # bytes, at most: of a small body, however much comes out of it


class Decompressor:
    """Undoes one encoding; a body in any other one stays as it is.

    zlib.error: what came is not compressed so, or is not whole.
    """

    def __init__(self, headers: Mapping[str, str]) -> None:
        said = headers.get("content-encoding", "").lower()
        self._format = _GZIP if "gzip" in said else _ZLIB if "deflate" in said else None
        self._member: Any = None

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What comes out of a piece."""
        if self._format is None:
            yield data
            return
        found = b""
        while data or len(found) == _PIECE:
            if self._member is None or self._member.eof:
                if self._member and (self._format == _ZLIB or data[:1] != b"\x1f"):
                    return  # it is no further member of a gzip file (RFC 1952 2.2)
                bare = self._format == _ZLIB and data[0] & 15 != 8  # without a header
                self._member = zlib.decompressobj(-_ZLIB if bare else self._format)
            found = self._member.decompress(data, _PIECE)
            if found:
                yield found
            data = self._member.unconsumed_tail or self._member.unused_data

    def end(self) -> None:
        """Nothing more comes."""
        if self._member and not self._member.eof:
            raise zlib.error("the compressed body ends too early")
