"""What of a folder Python would import: nothing of it is trusted because of where it lies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.machinery import all_suffixes
from pathlib import Path

_SUFFIXES = tuple({*all_suffixes(), ".py", ".pyc", ".pyd", ".pyi", ".so"})
"""Suffixes of this Python, and of others: a package is used by more Pythons than the one that checks it."""


def importable_paths(folder: Path) -> Iterator[str]:
    """Yield, sorted, the paths of a folder that Python would import, and links to folders.

    Of `__pycache__`, only files that Python loads without comparing them with their source.
    """
    for root, folders, files in os.walk(folder):
        relative = Path(root).relative_to(folder)
        inside = f"{relative.as_posix()}/" if relative.parts else ""
        if relative.name == "__pycache__":
            folders.clear()
            yield from (f"{inside}{name}" for name in sorted(files) if _is_unchecked(Path(root, name)))
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (f"{inside}{name}" for name in folders if os.path.islink(f"{root}/{name}"))
        yield from (f"{inside}{name}" for name in sorted(files) if name.endswith(_SUFFIXES))


def _is_unchecked(path: Path) -> bool:
    """Whether compiled code is by hash and not checked (PEP 552): then it runs whatever its source is."""
    if path.is_symlink() or not path.is_file():
        return True
    with path.open("rb") as file:
        return path.suffix == ".pyc" and int.from_bytes(file.read(8)[4:8], "little") & 0b11 == 0b01
