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
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.writer import swap

SIGN = ".gitignore"
_SIGN_TEXT = "# Made by fledge while it writes a package. If it was killed, its next run removes this folder.\n*\n"


def recover(folder: Path) -> None:
    """Clean up after killed runs: a package that was caught between two renames goes back, the rest goes."""
    folder = folder.resolve()
    if not any(True for _ in left_behind(folder)):
        return
    with alone(folder.parent):
        for work in left_behind(folder):
            discard(work, folder)


def keep(old: Path, new: Path) -> None:
    """The same file under a second name; a copy with its dates where the file system has no hard links."""
    if old.is_symlink():
        new.symlink_to(os.readlink(old))
        return
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def flush(folder: Path) -> None:
    """Wait until a folder is on the disk, as a swap that outlives its content would be worse than none."""
    for root, _, files in os.walk(folder, topdown=False):
        for name in files:
            path = Path(root, name)
            # Nobody else's file has to be flushed: those that were linked have other names by now.
            if not path.is_symlink() and path.stat().st_nlink == 1:
                sync(path)
        sync(Path(root))


def sync(path: Path) -> None:
    """Ask for a file or folder to be on the disk; what cannot be asked (folders on Windows) need not be."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def put_in_place(folder: Path, work: Path) -> bool:
    """Let what was built in `work` be the folder; False where folders cannot be renamed, and nothing is done."""
    new = work / "new"
    if not folder.exists():
        os.rename(new, folder)
        return True
    return swap.exchange(new, folder) or _in_two_steps(folder, new, work / "old")


def _in_two_steps(folder: Path, new: Path, old: Path) -> bool:
    if not swap.rename(folder, old):
        return False
    try:
        os.rename(new, folder)
    except BaseException:
        os.rename(old, folder)
        raise
    return True


def work_folder(folder: Path) -> Path:
    work = folder.with_name(f".{folder.name}.fledge-{os.urandom(4).hex()}")
    work.mkdir()
    try:
        (work / SIGN).write_text(_SIGN_TEXT, encoding="utf-8", newline="\n")
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    return work


def left_behind(folder: Path) -> Iterator[Path]:
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
    if SIGN not in content:
        return False
    text, sign = _SIGN_TEXT.encode(), (work / SIGN).read_bytes()
    return sign == text or (content == {SIGN} and text.startswith(sign))


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
def alone(parent: Path) -> Iterator[None]:
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
