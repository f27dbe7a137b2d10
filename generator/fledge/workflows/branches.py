"""The branches that Git has merged, or merges now, into a package: their locks, and what they generated."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from fledge.diagnostics.errors import DiagnosticError
from fledge.loader.sources import git
from fledge.quick_dataclass import quick_dataclass
from fledge.writer import Lock, MergeSide

LOCK = "fledge.lock"


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A package at a revision of Git: `folder` is the package's, from the top of the repository."""

    top: Path
    revision: str
    folder: str
    lock: Lock

    def side(self, paths: Collection[str]) -> MergeSide:
        """Return the contents of files with the lock."""
        ours = [path for path in paths if path in self.lock.files]
        contents = git.read_files(self.top, self.revision, [f"{self.folder}/{path}" for path in ours])
        return MergeSide(lock=self.lock, contents=dict(zip(ours, contents)))


def open_merge(package_dir: Path) -> tuple[Branch, ...]:
    """Return the branches of a merge, rebase or cherry-pick that is not committed yet; mostly none."""
    revisions = git.open_merge(package_dir)
    return tuple(_branches(package_dir, revisions)) if revisions else ()


def last_merge(package_dir: Path) -> tuple[Branch, ...]:
    """Return the branches that the last commit merged; mostly none."""
    return tuple(_branches(package_dir, ("HEAD^1", "HEAD^2")))


def history(package_dir: Path) -> tuple[Branch, ...]:
    """Return the package at its last revisions, those before a rebase included."""
    location = _package_in_git(package_dir)
    return tuple(_branches(package_dir, git.revisions(location[0], f"{location[1]}/{LOCK}"))) if location else ()


def merge_locks(base: Path, ours: Path, theirs: Path) -> None:
    """Write the lock with the names and files of both sides to `ours`, as Git's merge drivers do.

    Raise DiagnosticError if one of them cannot be read; then nothing is written. `base` may be empty.
    """
    locks = [Lock.parse(path, path.read_bytes()) for path in (ours, theirs)]
    common = base.read_bytes()
    united = locks[0].united(locks[1], Lock.parse(base, common) if common.strip() else None)
    ours.write_text(united.text(), encoding="utf-8", newline="\n")


def unite_names(lock: Lock, branches: Iterable[Branch]) -> Lock:
    """Return the lock with the names and files of all branches."""
    for each in branches:
        lock = lock.united(each.lock)
    return lock


def _branches(package_dir: Path, revisions: Sequence[str]) -> Iterator[Branch]:
    location = _package_in_git(package_dir)
    if location is None:
        return
    top, folder = location
    for revision, content in zip(revisions, git.read_files_at(top, revisions, f"{folder}/{LOCK}")):
        try:
            lock = Lock.parse(package_dir / LOCK, content)
        except DiagnosticError:
            continue  # a revision without a lock that this version can read
        yield Branch(top=top, revision=revision, folder=folder, lock=lock)


def _package_in_git(package_dir: Path) -> tuple[Path, str] | None:
    """Return the top of the repository, and the package's folder in it."""
    existing = next((each for each in (package_dir, *package_dir.parents) if each.is_dir()), None)
    top = existing and git.repository_root(existing)
    if top is None:
        return None
    folder = Path(os.path.relpath(os.path.realpath(package_dir), os.path.realpath(top))).as_posix()
    return None if folder.startswith("..") else (top, folder)
