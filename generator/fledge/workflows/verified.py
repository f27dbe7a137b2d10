"""Which locks this machine has proved by generating: a record that a repository cannot forge.

A lock says of itself that its package is what Fledge generates. Whoever edits a file can edit the lock as well, so
`fledge generate` believes only a lock that an earlier run on this machine has written or compared.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from fledge.cache import cache_folder
from fledge.writer import Lock


def is_verified(lock: Lock) -> bool:
    """Whether a run on this machine generated exactly this lock: the same inputs, and the same files."""
    path = _record(lock)
    return path is not None and path.is_file()


def mark_verified(lock: Lock) -> None:
    """Record that a lock is what Fledge generates."""
    path = _record(lock)
    if path is None:
        return
    with suppress(OSError):  # the record only saves work: without it, the next run generates again
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def _record(lock: Lock) -> Path | None:
    folder = cache_folder("verified")
    return folder and folder / sha256(lock.text().encode()).hexdigest()
