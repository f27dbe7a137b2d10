"""Making a package on disk what it is in memory: a run killed at any point leaves the old one or the new one.

The new folder is built whole beside the old one and then takes its place: see `staging`. Where no folder can be
renamed (a lower layer of an overlay file system, a file that is open on Windows), each file is replaced in one step,
the lock last: a run that is killed then leaves some files old and some new.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from fledge.diagnostics.errors import DiagnosticError
from fledge.writer import paths, staging
from fledge.writer.lock import Lock
from fledge.writer.plan import FileChange, WritePlan, read_file


class WriteConflict(Exception):
    """Files that were edited by hand, or never written by us, are in the way."""

    def __init__(self, changes: tuple[FileChange, ...]) -> None:
        super().__init__(f"{len(changes)} files were not written by Fledge as they are")
        self.changes = changes


def write(changes: WritePlan, *, force: bool = False) -> bool:
    """Do what is necessary; False where that is nothing. Raise WriteConflict before anything is changed."""
    if changes.conflicts and not force:
        raise WriteConflict(changes.conflicts)
    if not changes.files and changes.exists and changes.before == changes.after:
        return False
    folder = changes.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with staging.exclusive(folder.parent):
        if _is_done(changes):
            return False
        _recheck(changes)
        work = staging.staging_dir(folder)
        try:
            if changes.exists and not changes.files:
                _one_by_one(changes, work)
            else:
                _stage(changes, work / "new")
                staging.fsync_dir(work / "new")
                if not staging.publish(folder, work):
                    _one_by_one(changes, work)
        finally:
            staging.discard(work, folder)
        staging.fsync(folder.parent)
    return True


# --- the folder to come


def _stage(changes: WritePlan, new: Path) -> None:
    """Build the new package: what is wanted is written, everything else in the old folder is linked."""
    old = changes.folder
    new.mkdir()
    replaced = {change.path for change in changes.files} | {paths.LOCK}
    if changes.exists:
        shutil.copymode(old, new)
        _link(str(old), str(new), "", replaced)
    written = [change for change in changes.files if change.after is not None]
    for folder in dict.fromkeys(change.path.rpartition("/")[0] for change in written):
        os.makedirs(new / folder, exist_ok=True)
    for change in written:
        like = f"{old}/{change.path}" if change.before is not None else None
        _create(f"{new}/{change.path}", change.after or b"", like=like)
    _create(f"{new}/{paths.LOCK}", changes.after.text().encode(), like=f"{old}/{paths.LOCK}")


def _link(old: str, new: str, inside: str, replaced: set[str]) -> bool:
    """Link what is kept of a folder into another; False if all of it went, so that it need not stay."""
    with os.scandir(old) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    kept = not entries
    for entry in entries:
        path = inside + entry.name
        if entry.is_dir(follow_symlinks=False):
            if entry.name == "__pycache__":
                continue
            copy = f"{new}/{entry.name}"
            os.mkdir(copy)
            shutil.copymode(entry.path, copy)
            if _link(entry.path, copy, f"{path}/", replaced):
                kept = True
            else:
                os.rmdir(copy)
        elif path not in replaced:
            staging.link_or_copy(entry.path, f"{new}/{entry.name}")
            kept = True
    return kept


def _create(path: str, content: bytes, *, like: str | None) -> None:
    """Write a file, executable or private if the one that it replaces is. There may be thousands: each call counts."""
    with open(path, "wb", buffering=0) as file:
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]
    if like is not None:
        with suppress(FileNotFoundError):
            shutil.copymode(like, path)


# --- putting it in place


def _one_by_one(changes: WritePlan, work: Path) -> None:
    """Replace each file in one step, then remove what is unwanted; the lock comes last (or is all there is)."""
    for change in changes.files:
        if change.after is not None:
            _replace(changes.folder / change.path, change.after, work)
    for change in changes.files:
        if change.after is None:
            (changes.folder / change.path).unlink()
            for parent in reversed(paths.parent_dirs(change.path)):
                with suppress(OSError):  # not empty, so it stays
                    (changes.folder / parent).rmdir()
    _replace(changes.folder / paths.LOCK, changes.after.text().encode(), work)


def _replace(path: Path, content: bytes, work: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = work / "file"
    _create(str(beside), content, like=str(path))
    staging.fsync(beside)
    os.replace(beside, path)
    staging.fsync(path.parent)


def _is_done(changes: WritePlan) -> bool:
    """Whether another run has written the same package since this one compared it."""
    if not changes.folder.exists() or Lock.read(changes.folder) != changes.after:
        return False
    return all(read_file(f"{changes.folder}/{change.path}") == change.after for change in changes.files)


def _recheck(changes: WritePlan) -> None:
    """Stop if somebody wrote into the package since it was compared: another run, or an editor."""
    current = Lock.read(changes.folder) == changes.before and changes.folder.exists() == changes.exists
    if current and changes.exists:
        current = all(read_file(f"{changes.folder}/{change.path}") == change.before for change in changes.files)
    if not current:
        raise DiagnosticError(
            "concurrent-change",
            f"{changes.folder} was changed while Fledge generated the new package; nothing was written",
            hint="run it again",
        )
