"""A folder that takes another's place whole: built beside it, exchanged with it, and cleaned up after killed runs.

    generated/bird/                       the folder: a package, or the descriptions that are pulled
    generated/.bird.fledge-1f2e3d4c/      ours: made by a run and removed by it, or by the next one if it is killed
        .gitignore                        says so: a folder without it is not ours and is left alone
        new/                              the folder to come; what stays, and the user's own, are hard links
        old/                              the folder that was, where the two cannot be exchanged in one step

Linux and macOS exchange two folders in one step. Elsewhere (Windows, a few file systems) it takes two renames: a
run that is killed between them leaves no folder for the moment, and the next run puts the old one back.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fledge.writer import atomic_rename

MARKER = ".gitignore"
MANY = 100
"""Files from which on one flush of everything takes less time than one for each."""
_SIGN_TEXT = "# Made by fledge while it writes a package. If it was killed, its next run removes this folder.\n*\n"


def recover(folder: Path) -> None:
    """Clean up after killed runs: a package that was caught between two renames goes back, the rest goes."""
    folder = folder.resolve()
    if not any(True for _ in stale_staging_dirs(folder)):
        return
    with exclusive(folder.parent):
        for work in stale_staging_dirs(folder):
            discard(work, folder)


def link_or_copy(old: str | Path, new: str | Path) -> None:
    """The same file under a second name; a copy with its dates where the file system has no hard links."""
    if os.path.islink(old):
        os.symlink(os.readlink(old), new)
        return
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def fsync_dir(folder: Path) -> None:
    """Wait until a folder is on the disk, as a swap that outlives its content would be worse than none."""
    folders: list[Path] = []
    files: list[Path] = []
    for root, _, names in os.walk(folder, topdown=False):
        folders.append(Path(root))
        for path in (Path(root, name) for name in names):
            # Nobody else's file has to be flushed: those that were linked have other names by now.
            if not path.is_symlink() and path.stat().st_nlink == 1:
                files.append(path)
            if len(files) > MANY and sys.platform == "linux":  # elsewhere `sync` returns before it has written
                os.sync()
                return
    for path in [*files, *folders]:
        fsync(path)


def fsync(path: Path) -> None:
    """Ask for a file or folder to be on the disk; what cannot be asked (folders on Windows) need not be."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def publish(folder: Path, work: Path) -> bool:
    """Let what was built in `work` be the folder; False where folders cannot be renamed, and nothing is done."""
    new = work / "new"
    if not folder.exists():
        os.rename(new, folder)
        return True
    return atomic_rename.swap_directories(new, folder) or _in_two_steps(folder, new, work / "old")


def _in_two_steps(folder: Path, new: Path, old: Path) -> bool:
    if not atomic_rename.rename(folder, old):
        return False
    try:
        os.rename(new, folder)
    except BaseException:
        os.rename(old, folder)
        raise
    return True


def staging_dir(folder: Path) -> Path:
    work = folder.with_name(f".{folder.name}.fledge-{os.urandom(4).hex()}")
    work.mkdir()
    try:
        (work / MARKER).write_text(_SIGN_TEXT, encoding="utf-8", newline="\n")
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    return work


def stale_staging_dirs(folder: Path) -> Iterator[Path]:
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
    if MARKER not in content:
        return False
    text, sign = _SIGN_TEXT.encode(), (work / MARKER).read_bytes()
    return sign == text or (content == {MARKER} and text.startswith(sign))


def discard(work: Path, folder: Path) -> None:
    """Remove a work folder, unless it holds the only copy of the package: that goes back to where it was."""
    if (work / "old").exists() and not folder.exists():
        os.rename(work / "old", folder)
    for name in ("new", "old"):
        shutil.rmtree(work / name, ignore_errors=True)
    # The sign goes last: as long as anything is left, the next run knows whose it is.
    if not any((work / name).exists() for name in ("new", "old")):
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def exclusive(parent: Path) -> Iterator[None]:
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
