"""What generating would change: a package in memory against the folder on disk and the lock, byte by byte."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator import version
from generator.fault import Fault
from generator.writer import paths
from generator.writer.lock import Hashes, Lock

if TYPE_CHECKING:  # at run time it would bring the templates' engine along
    from generator.emitter.package import Package


class Kind(StrEnum):
    """How a file on disk differs from the file that is wanted."""

    ADDED = "added"  # wanted, not there, never written before
    CHANGED = "changed"  # there as we wrote it, and it would now be different
    EDITED = "edited"  # there, and not as we wrote it
    MISSING = "missing"  # written before, wanted, and gone
    EXTRA = "extra"  # there as we wrote it, and no longer wanted
    FOREIGN = "foreign"  # there, in the way, and never written by us


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One file that would change. `before` is what is on disk, `after` what is wanted; None is no file."""

    path: str
    kind: Kind
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is known before anything is formatted; `stale` are the files whose final text is not known yet."""

    folder: Path
    exists: bool
    rendered: Mapping[str, str]
    before: Mapping[str, bytes]
    own: tuple[str, ...]
    stale: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that a run would do to a folder. `own` are Python files in it that are not generated."""

    folder: Path
    exists: bool
    files: tuple[Change, ...]
    own: tuple[str, ...]
    before: Lock
    after: Lock

    @property
    def refused(self) -> tuple[Change, ...]:
        """The changes that would destroy what somebody else wrote."""
        return tuple(change for change in self.files if change.kind in (Kind.EDITED, Kind.FOREIGN))

    @property
    def lock_is_stale(self) -> bool:
        """Whether the lock would say something new, other than the versions of the tools."""
        return not self.before.says_as_much_as(self.after)


def survey(package: Package, lock: Lock, folder: Path) -> Survey:
    """Look at the disk, and find without formatting which files are still what the lock says they are."""
    paths.check(package.files)
    folder = folder.resolve()
    known = sorted({*package.files, *lock.files})
    _check_room(folder, known)
    before = {path: content for path in known if (content := _read(folder / path)) is not None}
    rendered = {path: _hash(text.encode()) for path, text in package.files.items()}
    same_black = lock.black == version.black()
    return Survey(
        folder=folder,
        exists=folder.exists(),
        rendered=rendered,
        before=before,
        own=tuple(path for path in _python_files(folder) if path not in package.files and path not in lock.files),
        stale=frozenset(
            path
            for path in package.files
            if not (
                path in before
                and path in lock.files
                and rendered[path] == lock.files[path].rendered
                and _hash(before[path]) == lock.files[path].written
                and (same_black or path not in package.unsettled)
            )
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a package was made from and with, for the lock; see `Lock`."""

    digest: str
    made_with: str
    counts: Mapping[str, int]
    sources: Mapping[str, str]


def compare(seen: Survey, package: Package, lock: Lock, made: Made) -> Changes:
    """Say what would change, now that the files that were stale in the survey are formatted in `package`."""
    changes: list[Change] = []
    files: dict[str, Hashes] = {}
    for path, text in package.files.items():
        if path not in seen.stale:
            files[path] = lock.files[path]
            continue
        after = text.encode()
        before = seen.before.get(path)
        files[path] = Hashes(rendered=seen.rendered[path], written=_hash(after))
        if before != after:
            kind = _kind(before, lock.files.get(path))
            changes.append(Change(path=path, kind=kind, before=before, after=after))
    for path, hashes in lock.files.items():
        before = seen.before.get(path)
        if path not in package.files and before is not None:
            kind = Kind.EXTRA if _hash(before) == hashes.written else Kind.EDITED
            changes.append(Change(path=path, kind=kind, before=before, after=None))
    return Changes(
        folder=seen.folder,
        exists=seen.exists,
        files=tuple(sorted(changes, key=lambda change: change.path)),
        own=seen.own,
        before=lock,
        after=Lock(
            generator=version.FLEDGE,
            black=version.black(),
            digest=made.digest,
            made_with=made.made_with,
            counts=made.counts,
            sources=made.sources,
            names=dict(package.names),
            files=files,
        ),
    )


def is_as_written(lock: Lock, folder: Path) -> bool:
    """Whether a package is what its lock says, file by file, with no file of Python besides."""
    if not lock.files or any(path not in lock.files for path in _python_files(folder)):
        return False
    contents = ((_read(folder / path), hashes.written) for path, hashes in lock.files.items())
    return all(content is not None and _hash(content) == written for content, written in contents)


def _kind(before: bytes | None, locked: Hashes | None) -> Kind:
    if before is None:
        return Kind.ADDED if locked is None else Kind.MISSING
    if locked is None:
        return Kind.FOREIGN
    return Kind.CHANGED if _hash(before) == locked.written else Kind.EDITED


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _read(path: Path) -> bytes | None:
    """What a file holds; git on Windows may have given its lines another ending, which is no edit."""
    try:
        return path.read_bytes().replace(b"\r\n", b"\n")
    except FileNotFoundError:
        return None


def _check_room(folder: Path, known: list[str]) -> None:
    """Refuse what no --force should get past: a folder where a file must stand, or the other way round."""
    if folder.exists() and not folder.is_dir():
        raise _in_the_way(folder, "a file")
    for inner in sorted({parent for path in known for parent in paths.folders(path)}):
        place = folder / inner
        if place.is_symlink():
            raise _in_the_way(place, "a symbolic link")
        if place.exists() and not place.is_dir():
            raise _in_the_way(place, "a file")
    for path in known:
        if (folder / path).is_dir():
            raise _in_the_way(folder / path, "a folder")


def _in_the_way(place: Path, what: str) -> Fault:
    return Fault(
        "in-the-way",
        f"{place} is {what}, where the package needs a {'file' if what == 'a folder' else 'folder'}",
        hint="move it away, or generate into another folder",
    )


def _python_files(folder: Path) -> Iterator[str]:
    """All files of a folder that Python would import, sorted."""
    for root, inner, files in os.walk(folder):
        inner[:] = sorted(name for name in inner if name != "__pycache__" and not name.startswith("."))
        for name in sorted(files):
            if name.endswith((".py", ".pyi")):
                yield Path(root, name).relative_to(folder).as_posix()
