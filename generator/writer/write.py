"""Making a package on disk what it is in memory: a run killed at any point leaves the old one or the new one.

The new folder is built whole beside the old one and then takes its place:

    generated/bird/                       the package
    generated/.bird.fledge-1f2e3d4c/      ours: made by a run and removed by it, or by the next one if it is killed
        .gitignore                        says so: a folder without it is not ours and is left alone
        new/                              the package to come; what stays, and the user's own, are hard links
        old/                              the package that was, where the two cannot be exchanged in one step

Linux and macOS exchange two folders in one step. Elsewhere (Windows, a few file systems) it takes two renames: a
run that is killed between them leaves no package for the moment, and the next run puts the old one back. Where no
folder can be renamed (a lower layer of an overlay file system, a file that is open on Windows), each file is
replaced in one step, the lock last: a run that is killed then leaves some files old and some new.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.fault import Fault
from generator.writer import paths, swap
from generator.writer.compare import Change, Changes
from generator.writer.lock import Lock

_SIGN = ".gitignore"
_SIGN_TEXT = "# Made by fledge while it writes a package. If it was killed, its next run removes this folder.\n*\n"


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
    with _alone(folder.parent):
        _recheck(changes)
        work = _work_folder(folder)
        try:
            if changes.exists and not changes.files:
                _one_by_one(changes, work)
            else:
                _stage(changes, work / "new")
                _flush(work / "new")
                _put_in_place(changes, work)
        finally:
            _discard(work, folder)
        _sync(folder.parent)
    return True


def recover(folder: Path) -> None:
    """Clean up after killed runs: a package that was caught between two renames goes back, the rest goes."""
    folder = folder.resolve()
    if not any(True for _ in _left_behind(folder)):
        return
    with _alone(folder.parent):
        for work in _left_behind(folder):
            _discard(work, folder)


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
            _keep(Path(entry.path), new / entry.name)
            kept = True
    return kept


def _keep(old: Path, new: Path) -> None:
    """The same file under a second name; a copy with its dates where the file system has no hard links."""
    if old.is_symlink():
        new.symlink_to(os.readlink(old))
        return
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _create(path: Path, content: bytes, *, like: Path) -> None:
    """Write a file, executable or private if the one that it replaces is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with suppress(FileNotFoundError):
        shutil.copymode(like, path)


def _flush(folder: Path) -> None:
    """Wait until a folder is on the disk, as a swap that outlives its content would be worse than none."""
    for root, _, files in os.walk(folder, topdown=False):
        for name in files:
            path = Path(root, name)
            # Nobody else's file has to be flushed: those that were linked have other names by now.
            if not path.is_symlink() and path.stat().st_nlink == 1:
                _sync(path)
        _sync(Path(root))


def _sync(path: Path) -> None:
    """Ask for a file or folder to be on the disk; what cannot be asked (folders on Windows) need not be."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


# --- putting it in place


def _put_in_place(changes: Changes, work: Path) -> None:
    folder, new = changes.folder, work / "new"
    if not changes.exists:
        os.rename(new, folder)
    elif not swap.exchange(new, folder) and not _in_two_steps(folder, new, work / "old"):
        _one_by_one(changes, work)


def _in_two_steps(folder: Path, new: Path, old: Path) -> bool:
    if not swap.rename(folder, old):
        return False
    try:
        os.rename(new, folder)
    except BaseException:
        os.rename(old, folder)
        raise
    return True


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
    _sync(beside)
    os.replace(beside, path)
    _sync(path.parent)


# --- our folders beside the package, and other runs


def _work_folder(folder: Path) -> Path:
    work = folder.with_name(f".{folder.name}.fledge-{os.urandom(4).hex()}")
    work.mkdir()
    (work / _SIGN).write_text(_SIGN_TEXT, encoding="utf-8", newline="\n")
    return work


def _left_behind(folder: Path) -> Iterator[Path]:
    """The work folders of killed runs, and nothing that only looks like one."""
    if not folder.parent.is_dir():
        return
    start = f".{folder.name}.fledge-"
    for entry in sorted(folder.parent.iterdir()):
        if entry.name.startswith(start) and entry.is_dir() and not entry.is_symlink() and _is_ours(entry):
            yield entry


def _is_ours(work: Path) -> bool:
    """Whether a folder carries our sign, or was left while it was being put there."""
    content = {path.name for path in work.iterdir()}
    if not content:
        return True
    sign = (work / _SIGN).read_bytes() if _SIGN in content else None
    return sign == _SIGN_TEXT.encode() or (content == {_SIGN} and sign == b"")


def _discard(work: Path, folder: Path) -> None:
    """Remove a work folder, unless it holds the only copy of the package: that goes back to where it was."""
    if (work / "old").exists() and not folder.exists():
        os.rename(work / "old", folder)
    for name in ("new", "old"):
        shutil.rmtree(work / name, ignore_errors=True)
    # The sign goes last: as long as anything is left, the next run knows whose it is.
    if not any((work / name).exists() for name in ("new", "old")):
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _alone(parent: Path) -> Iterator[None]:
    """Make other runs wait meanwhile that write into the same folder, where the platform can."""
    try:
        import fcntl
    except ImportError:  # Windows, where a folder in use cannot be renamed
        yield
        return
    descriptor = os.open(parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # a network file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


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
