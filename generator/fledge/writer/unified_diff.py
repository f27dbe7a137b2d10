"""What `fledge check` shows of a package that is out of date: a verdict per file, and a unified diff."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.writer import paths
from fledge.writer.plan import FileChange, FileStatus, WritePlan

VERDICTS = {
    FileStatus.ADDED: "missing",
    FileStatus.CHANGED: "stale",
    FileStatus.EDITED: "edited by hand",
    FileStatus.MISSING: "missing",
    FileStatus.EXTRA: "extra",
    FileStatus.FOREIGN: "not written by fledge",
    FileStatus.MERGED: "merged by git",
    FileStatus.CONFLICT: "unresolved conflict",
}


def file_verdicts(changes: WritePlan) -> tuple[tuple[str, str], ...]:
    """(path in the package, verdict) of each file that generating would change, sorted.

    A Python file that is not generated can be imported like the others, so it counts, but it is never removed.
    The lock counts where nothing else does: it says no more than the files do.
    """
    verdicts = [(change.path, VERDICTS[change.kind]) for change in changes.files]
    verdicts += [(path, "extra") for path in changes.unmanaged]
    if not verdicts and changes.lock_is_stale:
        verdicts.append((paths.LOCK, "stale"))
    return tuple(sorted(verdicts))


def unified_diff(changes: WritePlan, shown: str) -> Iterator[str]:
    """A diff from what is on disk to what would be generated; `shown` is the folder as a user names it."""
    for change in changes.files:
        yield from _one(change, f"{shown}/{change.path}")


def _one(change: FileChange, name: str) -> Iterator[str]:
    from difflib import unified_diff

    lines = unified_diff(
        _lines(change.before),
        _lines(change.after),
        "/dev/null" if change.before is None else f"a/{name}",
        "/dev/null" if change.after is None else f"b/{name}",
        lineterm="\n",
    )
    for line in lines:
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _lines(content: bytes | None) -> list[str]:
    """Lines in git's sense; `str.splitlines` would also cut at a form feed or U+2028."""
    if not content:
        return []
    lines = content.decode("utf-8", "backslashreplace").split("\n")
    last = lines.pop()
    return [f"{line}\n" for line in lines] + ([last] if last else [])
