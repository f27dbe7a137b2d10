"""Making a package on disk what it is in memory: a run killed at any point leaves the old one or the new one.

The new folder is built whole beside the old one and then takes its place: see `folders`. Where no folder can be
renamed (a lower layer of an overlay file system, a file that is open on Windows), each file is replaced in one step,
the lock last: a run that is killed then leaves some files old and some new.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from generator.fault import Fault
from generator.writer import folders, paths
from generator.writer.compare import Change, Changes
from generator.writer.lock import Lock


class Refused(Exception):
    """Files that were edited by hand, or never written by us, are in the way."""

    def __init__(self, changes: tuple[Change, ...]) -> None:
        super().__init__(f"{len(changes)} files were not written by Fledge as they are")
        self.changes = changes


def write(changes: Changes, *, force: bool = False) -> bool:
    """Do what is necessary; False where that is nothing. Raises Refused before anything is touched."""
    if changes.refused and not force:
        raise Refused(changes.refused)
    if not changes.files and changes.exists and changes.before == changes.after:
        return False
    folder = changes.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folders.alone(folder.parent):
        _recheck(changes)
        work = folders.work_folder(folder)
        try:
            if changes.exists and not changes.files:
                _one_by_one(changes, work)
            else:
                _stage(changes, work / "new")
                folders.flush(work / "new")
                if not folders.put_in_place(folder, work):
                    _one_by_one(changes, work)
        finally:
            folders.discard(work, folder)
        folders.sync(folder.parent)
    return True


# --- the folder to come


def _stage(changes: Changes, new: Path) -> None:
    """Build the new package: what is wanted is written, everything else in the old folder is linked."""
    old = changes.folder
    new.mkdir()
    replaced = {change.path for change in changes.files} | {paths.LOCK}
    if changes.exists:
        shutil.copymode(old, new)
        _link(old, new, "", replaced)
    for change in changes.files:
        if change.after is not None:
            _create(new / change.path, change.after, like=old / change.path)
    _create(new / paths.LOCK, changes.after.text().encode(), like=old / paths.LOCK)


def _link(old: Path, new: Path, inside: str, replaced: set[str]) -> bool:
    """Link what is kept of a folder into another; False if all of it went, so that it need not stay."""
    with os.scandir(old) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    kept = not entries
    for entry in entries:
        path = inside + entry.name
        if entry.is_dir(follow_symlinks=False):
            if entry.name == "__pycache__":
                continue
            there = new / entry.name
            there.mkdir()
            shutil.copymode(entry.path, there)
            if _link(old / entry.name, there, f"{path}/", replaced):
                kept = True
            else:
                there.rmdir()
        elif path not in replaced:
            folders.keep(Path(entry.path), new / entry.name)
            kept = True
    return kept


def _create(path: Path, content: bytes, *, like: Path) -> None:
    """Write a file, executable or private if the one that it replaces is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with suppress(FileNotFoundError):
        shutil.copymode(like, path)


# --- putting it in place


def _one_by_one(changes: Changes, work: Path) -> None:
    """Replace each file in one step, then remove what is unwanted; the lock comes last (or is all there is)."""
    for change in changes.files:
        if change.after is not None:
            _replace(changes.folder / change.path, change.after, work)
    for change in changes.files:
        if change.after is None:
            (changes.folder / change.path).unlink()
            for parent in reversed(paths.folders(change.path)):
                with suppress(OSError):  # not empty, so it stays
                    (changes.folder / parent).rmdir()
    _replace(changes.folder / paths.LOCK, changes.after.text().encode(), work)


def _replace(path: Path, content: bytes, work: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = work / "file"
    _create(beside, content, like=path)
    folders.sync(beside)
    os.replace(beside, path)
    folders.sync(path.parent)


def _recheck(changes: Changes) -> None:
    """Stop if somebody wrote into the package since it was compared: another run, or an editor."""
    current = Lock.read(changes.folder) == changes.before and changes.folder.exists() == changes.exists
    for change in changes.files:
        try:
            content = (changes.folder / change.path).read_bytes().replace(b"\r\n", b"\n")
        except FileNotFoundError:
            content = None
        current = current and content == change.before
    if not current:
        raise Fault(
            "changed-meanwhile",
            f"{changes.folder} was changed while the new package was made; nothing was written",
            hint="run it again",
        )
