# Part of the client's runtime, the same in every client. Do not edit.
"""Streams of JSON values, each on a line, or marked as in RFC 7464."""

from __future__ import annotations

import msgspec

from .messages import T
from .streams import Splitter, StreamedOperation

_BLANKS = b" \t\r\n"
_TRIES, _FREE = 8, 1 << 16  # how much is parsed too early: times its size, and bytes


class _Lines:
    """Lines that are not blank; the last one needs no end."""

    def __init__(self) -> None:
        self._lines = Splitter(rb"\n")

    def feed(self, piece: bytes | None, /) -> list[bytes]:
        texts = [self._lines.rest()] if piece is None else self._lines.cut(piece)
        return [line for line in texts if line.strip(_BLANKS)]


class _Sequence:
    """Texts behind record separators; one that was cut off is empty (RFC 7464 2.4)."""

    def __init__(self) -> None:
        self._texts = Splitter(rb"\x1e")
        self._tried = 0  # bytes that were parsed of a text that was not complete

    def feed(self, piece: bytes | None, /) -> list[bytes]:
        texts = [] if piece is None else self._texts.cut(piece)
        self._tried = 0 if texts else self._tried
        # It need not wait for the next one. All attempts together take linear time.
        few = self._tried <= _TRIES * self._texts.size + _FREE
        if piece is None or piece.endswith(b"\n") and few:
            text = self._texts.rest()
            if piece is None or _is_json(text):
                self._tried = 0
                texts.append(text)
            else:
                self._tried += len(text)
                self._texts.cut(text)
        return [b"" if _is_cut(text) else text for text in texts if text.strip(_BLANKS)]


def _is_json(text: bytes) -> bool:
    try:
        msgspec.json.decode(text, type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def _is_cut(text: bytes) -> bool:
    """Whether a number, true, false or null may be the beginning of another one."""
    return text[-1] not in _BLANKS and text.lstrip(_BLANKS)[0] in b"-0123456789tfn"


class LinesOperation(StreamedOperation[T], frozen=True):
    """An operation that answers with JSON lines."""

    decoder = _Lines


class SequenceOperation(StreamedOperation[T], frozen=True):
    """An operation that answers with a JSON text sequence."""

    decoder = _Sequence
    lossy = True
