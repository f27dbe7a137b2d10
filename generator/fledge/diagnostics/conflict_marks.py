"""The marks that Git leaves in a file where two branches changed the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OURS, _BASE, _MIDDLE, _THEIRS = (mark * 7 for mark in "<|=>")
_IN_BASE = 2
_FIRST = re.compile(f"^{_OURS} ", re.MULTILINE)
_SECOND = re.compile(f"^{_MIDDLE}\\r?$", re.MULTILINE)
_LAST = re.compile(f"^{_THEIRS} ", re.MULTILINE)


def has_conflicts(text: str) -> bool:
    """Whether a text has both sides of a conflict."""
    return first_conflict(text) is not None


def first_conflict(text: str) -> int | None:
    """Where the first mark of a conflict stands in a text that has both sides of one."""
    first = _FIRST.search(text) if _OURS in text else None
    middle = first and _SECOND.search(text, first.end())
    return first.start() if first and middle and _LAST.search(text, middle.end()) else None


def sides_of_conflicts(text: str) -> tuple[str, str]:
    """Return a text as each side of its conflicts has it; of a conflict inside of one, its outer sides."""
    sides: tuple[list[str], list[str]] = ([], [])
    for stack, line in _lines(text):
        for side in (0, 1):
            if all(each == side for each in stack):
                sides[side].append(line)
    return "\n".join(sides[0]), "\n".join(sides[1])


def lines_without_marks(text: str) -> list[str]:
    """Return the lines of both sides, and what is around the conflicts."""
    return [line for _, line in _lines(text)]


def _lines(text: str) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield each line that is no mark with the sides that it is on, 0 or 1, from the outermost conflict to its own.

    Lines of the common base are left out.
    """
    stack: list[int] = []
    for line in text.split("\n"):
        if line.startswith(f"{_OURS} "):
            stack.append(0)
        elif stack and stack[-1] == 0 and line.startswith(_BASE):
            stack[-1] = _IN_BASE
        elif stack and stack[-1] in (0, _IN_BASE) and line.startswith(_MIDDLE):
            stack[-1] = 1
        elif stack and stack[-1] == 1 and line.startswith(f"{_THEIRS} "):
            stack.pop()
        elif _IN_BASE not in stack:
            yield tuple(stack), line
