"""What generating would change: a package in memory against the folder on disk and the lock, byte by byte."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from fledge import version
from fledge.diagnostics.conflict_marks import has_conflicts
from fledge.diagnostics.errors import DiagnosticError
from fledge.quick_dataclass import quick_dataclass
from fledge.writer import paths
from fledge.writer.importable import importable_paths
from fledge.writer.lock import Lock
from fledge.writer.merged import MergeSide, is_merge

if TYPE_CHECKING:  # at run time it would bring the templates' engine along
    from fledge.emitter.package import Package


class FileStatus(StrEnum):
    """How a file on disk differs from the file that is generated."""

    ADDED = "added"  # new, and never written before
    CHANGED = "changed"  # as Fledge wrote it, and different now
    EDITED = "edited"  # not as Fledge wrote it
    MISSING = "missing"  # written before, and deleted since
    EXTRA = "extra"  # as Fledge wrote it, and no longer generated
    FOREIGN = "foreign"  # at the path of a generated file, and never written by Fledge
    MERGED = "merged"  # of a merge, each hunk as Fledge wrote it on a side
    CONFLICT = "conflict"  # has conflict marks of a merge, and lines that Fledge did not write


_OF_OTHERS = (FileStatus.EDITED, FileStatus.FOREIGN, FileStatus.CONFLICT)
"""Files with what somebody else wrote."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """One file that would change, from its content on disk to the generated one; None is no file."""

    path: str
    kind: FileStatus
    before: bytes | None
    after: bytes | None


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class DiskState:
    """What is on disk: `before` has the contents. `unmanaged` is what Python would import and nobody generates."""

    folder: Path
    exists: bool
    before: Mapping[str, bytes]
    unmanaged: tuple[str, ...]


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class WritePlan:
    """Everything that a run would do to a folder. `unmanaged` are Python files in it that are not generated."""

    folder: Path
    exists: bool
    files: tuple[FileChange, ...]
    unmanaged: tuple[str, ...]
    before: Lock
    after: Lock

    @property
    def conflicts(self) -> tuple[FileChange, ...]:
        """The changes that would destroy what somebody else wrote."""
        return tuple(change for change in self.files if change.kind in _OF_OTHERS)

    @property
    def lock_is_stale(self) -> bool:
        """Whether the lock would say something new, other than the versions of the tools."""
        return not self.before.is_equivalent(self.after)


def read_disk(package: Package, lock: Lock, folder: Path) -> DiskState:
    """Read the disk: the files of the package and of the lock, and what Python would import besides."""
    paths.check_paths(package.files)
    folder = folder.resolve()
    all_paths = sorted({*package.files, *lock.files})
    on_disk = _files_on_disk(folder, all_paths)
    start = f"{folder}/"
    before = {path: content for path in on_disk if (content := read_file(start + path)) is not None}
    return DiskState(
        folder=folder,
        exists=folder.exists(),
        before=before,
        unmanaged=tuple(
            path for path in importable_paths(folder) if path not in package.files and path not in lock.files
        ),
    )


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class BuildInputs:
    """What a package was inputs from and with, for the lock; see `Lock`."""

    digest: str
    inputs_digest: str
    counts: Mapping[str, int]
    sources: Mapping[str, str]


def plan_changes(
    disk: DiskState, package: Package, lock: Lock, inputs: BuildInputs, sides: Sequence[MergeSide] = ()
) -> WritePlan:
    """Return what would change, byte by byte. `sides` are those of a merge."""
    changes: list[FileChange] = []
    files: dict[str, str] = {}
    for path, text in package.files.items():
        after = text.encode()
        before = disk.before.get(path)
        files[path] = _hash(after)
        if before != after:
            kind = _kind(path, before, lock.files.get(path), sides)
            changes.append(FileChange(path=path, kind=kind, before=before, after=after))
    for path, hashes in lock.files.items():
        before = disk.before.get(path)
        if path not in package.files and before is not None:
            kind = _kind(path, before, hashes, sides)
            kind = FileStatus.EXTRA if kind in (FileStatus.CHANGED, FileStatus.MERGED) else kind
            changes.append(FileChange(path=path, kind=kind, before=before, after=None))
    return WritePlan(
        folder=disk.folder,
        exists=disk.exists,
        files=tuple(sorted(changes, key=lambda change: change.path)),
        unmanaged=disk.unmanaged,
        before=lock,
        after=Lock(
            generator=version.FLEDGE,
            black=version.black(),
            digest=inputs.digest,
            inputs_digest=inputs.inputs_digest,
            counts=inputs.counts,
            sources=inputs.sources,
            names=package.names,
            files=files,
            runtime=package.shared_runtime,
        ),
    )


def matches_lock(lock: Lock, folder: Path) -> bool:
    """Whether a package is what its lock says, file by file, with no file of Python besides."""
    if not lock.files or any(path not in lock.files for path in importable_paths(folder)):
        return False
    contents = ((read_file(f"{folder}/{path}"), digest) for path, digest in lock.files.items())
    return all(content is not None and _hash(content) == written for content, written in contents)


def _kind(path: str, before: bytes | None, locked: str | None, sides: Sequence[MergeSide]) -> FileStatus:
    if before is None:
        return FileStatus.ADDED if locked is None else FileStatus.MISSING
    if locked is not None and _hash(before) == locked:
        return FileStatus.CHANGED
    if is_merge(before, path, sides):
        return FileStatus.MERGED
    if has_conflicts(before.decode("utf-8", "replace")):
        return FileStatus.CONFLICT
    return FileStatus.FOREIGN if locked is None else FileStatus.EDITED


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def read_file(path: str) -> bytes | None:
    """What a file holds; git on Windows may have given its lines another ending, which is no edit."""
    try:
        with open(path, "rb", buffering=0) as file:  # thousands may be read, and each call counts
            content = file.read()
            return content.replace(b"\r\n", b"\n") if b"\r" in content else content
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None  # what stands there is refused before anything is written


def _files_on_disk(folder: Path, all_paths: Sequence[str]) -> list[str]:
    """Return the paths of which there are files. A lock may list 100,000 others: each costs one call.

    Refuse what no --force should get past: a folder where a file must stand, or the other way round.
    """
    for parent in (folder, *folder.parents):
        if parent.exists() and not parent.is_dir():
            raise _path_conflict(parent, "a file")
    if not folder.exists():
        return []
    folders = {path.rpartition("/")[0] for path in all_paths}
    for inner in sorted({parent for inner in folders if inner for parent in (*paths.parent_dirs(inner), inner)}):
        parent = folder / inner
        if parent.is_symlink():
            raise _path_conflict(parent, "a symbolic link")
        if parent.exists() and not parent.is_dir():
            raise _path_conflict(parent, "a file")
    files: list[str] = []
    start = f"{folder}/"
    for path in all_paths:
        try:
            mode = os.stat(start + path).st_mode
        except (FileNotFoundError, NotADirectoryError):
            continue
        if stat.S_ISDIR(mode):
            raise _path_conflict(folder / path, "a folder")
        if not stat.S_ISREG(mode):  # a pipe would be read forever
            raise _path_conflict(folder / path, "a pipe or a device")
        files.append(path)
    return files


def _path_conflict(path: Path, kind: str) -> DiagnosticError:
    return DiagnosticError(
        "path-conflict",
        f"{path} is {kind}, where the package needs a {'folder' if kind in ('a file', 'a symbolic link') else 'file'}",
        hint="move it away, or generate into another folder",
    )
