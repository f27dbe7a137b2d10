"""The marks that Git leaves in a file where two branches changed the same lines."""

from __future__ import annotations

from collections.abc import Iterator

_OURS, _BASE, _MIDDLE, _THEIRS = (mark * 7 for mark in "<|=>")


def has_conflicts(text: str) -> bool:
    """Whether a text has both sides of a conflict."""
    lines = text.split("\n")
    return all(any(line.startswith(f"{mark} ") for line in lines) for mark in (_OURS, _THEIRS))


def sides_of_conflicts(text: str) -> tuple[str, str]:
    """Return a text as each side of its conflicts has it."""
    sides: tuple[list[str], list[str]] = ([], [])
    for side, line in _lines(text):
        for index in (0, 1) if side is None else (side,):
            sides[index].append(line)
    return "\n".join(sides[0]), "\n".join(sides[1])


def lines_without_marks(text: str) -> list[str]:
    """Return the lines of both sides, and what is around the conflicts."""
    return [line for _, line in _lines(text)]


def _lines(text: str) -> Iterator[tuple[int | None, str]]:
    """Yield each line that is no mark with its side, 0 or 1; lines of the common base are left out."""
    side: int | None = None
    is_base = False
    for line in text.split("\n"):
        if line.startswith(f"{_OURS} "):
            side = 0
        elif side == 0 and line.startswith(_BASE):
            is_base = True
        elif side == 0 and line.startswith(_MIDDLE):
            side, is_base = 1, False
        elif side == 1 and line.startswith(f"{_THEIRS} "):
            side = None
        elif not is_base:
            yield side, line
