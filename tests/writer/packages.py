"""Small packages for the writer's tests, made without an emitter."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fledge.emitter.package import Package
from fledge.writer import BuildInputs, Lock, WritePlan, plan_changes, read_disk, write


def package(
    files: Mapping[str, str], *, unsettled: tuple[str, ...] = (), names: Mapping[str, str] | None = None
) -> Package:
    """A package of these files, in sorted order as the emitter makes it."""
    return Package(
        files=dict(sorted(files.items())),
        templated=frozenset(files),
        unformatted=frozenset(unsettled),
        names=names or {},
    )


def changes(files: Mapping[str, str], folder: Path, *, digest: str = "digest") -> WritePlan:
    """What writing these files would change."""
    made = package(files)
    lock = Lock.read(folder)
    return plan_changes(read_disk(made, lock, folder), made, lock, of(digest))


def of(digest: str) -> BuildInputs:
    """What a package was made from, as far as these tests care."""
    return BuildInputs(digest=digest, inputs_digest="", counts={}, sources={})


def generate(files: Mapping[str, str], folder: Path, *, digest: str = "digest", force: bool = False) -> bool:
    """Compare and write, as `fledge generate` does."""
    return write(changes(files, folder, digest=digest), force=force)


def kinds(found: WritePlan) -> dict[str, str]:
    """Path to kind of change."""
    return {change.path: str(change.kind) for change in found.files}


def tree(folder: Path) -> dict[str, str]:
    """All files below a folder, without the lock."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "fledge.lock"
    }


def inodes(folder: Path) -> dict[str, tuple[int, int]]:
    """Which file each file is, and when it was changed last."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
    }
