"""Numbers in sentences."""

from __future__ import annotations


def many(count: int | None, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
