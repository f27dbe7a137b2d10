"""Numbers in sentences."""

from __future__ import annotations


def pluralize(count: int | None, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def repeated(count: int) -> str:
    """` (2 times here)`, or nothing of what is there once."""
    return f" ({count} times here)" if count > 1 else ""
