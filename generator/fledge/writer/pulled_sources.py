"""Putting descriptions that were pulled in place of those that are there: all of them, or none.

A folder remembers in `.fledge-pull.json` what came from where, so that the next pull removes what is gone. Whatever
else is in it stays.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from fledge.quick_dataclass import quick_dataclass
from fledge.writer import staging

RECORD = ".fledge-pull.json"


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ReplacedFiles:
    """What became of the files, by paths relative to the folder; Fledge did not pull `untracked`."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    untracked: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def pulled_files(into: Path) -> dict[str, str]:
    """The URLs of the files that an earlier pull put into a folder, by their paths; a broken record is none."""
    try:
        files = json.loads(_read(into / RECORD) or b"{}")["files"]
        return {path: url for path, url in files.items() if isinstance(url, str) and _is_inside(path)}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def replace_files(
    into: Path, files: Mapping[str, bytes], urls: Mapping[str, str], *, whole: bool, accept: Callable[[Path], None]
) -> ReplacedFiles:
    """Let `into` hold `files`: a folder, or with `whole` False one file.

    `accept` sees the new folder before it is put in place, and raises if it shall not be; then nothing is changed.
    """
    into = into.resolve()
    new_folders = [folder for folder in into.parents if not folder.exists()]
    into.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _replace_files(into, files, urls, whole=whole, accept=accept)
    except BaseException:
        for folder in new_folders:
            with suppress(OSError):  # something else is in it by now
                folder.rmdir()
        raise


def _replace_files(
    into: Path, files: Mapping[str, bytes], urls: Mapping[str, str], *, whole: bool, accept: Callable[[Path], None]
) -> ReplacedFiles:
    staging.recover(into)
    with staging.exclusive(into.parent):
        work = staging.staging_dir(into)
        try:
            new = work / "new"
            new.mkdir()
            if whole:
                replaced = _stage(into, new, files, urls)
            else:
                (content,) = files.values()
                (new / into.name).write_bytes(content)
                replaced = _compare({into.name: _read(into)}, {into.name: content}, ())
            accept(new)
            if not replaced and (not whole or _read(into / RECORD) == _read(new / RECORD)):
                return replaced
            staging.fsync_dir(new)
            if not whole:
                os.replace(new / into.name, into)
            elif not staging.publish(into, work):
                _one_by_one(into, new, replaced)
            staging.fsync(into.parent)
        finally:
            staging.discard(work, into)
    return replaced


def _stage(into: Path, new: Path, files: Mapping[str, bytes], urls: Mapping[str, str]) -> ReplacedFiles:
    """Build the new folder: what was pulled is written, and what never was is linked."""
    before = {path: _read(into / path) for path in {**pulled_files(into), **files}}
    untracked: list[str] = []
    for root, below, names in os.walk(into):
        below.sort()
        links = [name for name in below if Path(root, name).is_symlink()]  # of folders, which are not walked
        for name in sorted([*names, *links]):
            path = Path(root, name).relative_to(into).as_posix()
            if path not in before and path != RECORD:
                (new / path).parent.mkdir(parents=True, exist_ok=True)
                staging.link_or_copy(into / path, new / path)
                untracked += [path] if not name.startswith(".") else []
    record = json.dumps({"files": {path: urls[path] for path in sorted(files)}}, indent=2, ensure_ascii=False)
    for path, content in {**files, RECORD: f"{record}\n".encode()}.items():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_bytes(content)
    return _compare(before, files, untracked)


def _compare(
    before: Mapping[str, bytes | None], files: Mapping[str, bytes], untracked: list[str] | tuple[()]
) -> ReplacedFiles:
    return ReplacedFiles(
        added=tuple(sorted(path for path in files if before[path] is None)),
        changed=tuple(sorted(path for path, new in files.items() if _differs(before[path], new))),
        removed=tuple(sorted(path for path, old in before.items() if old is not None and path not in files)),
        untracked=tuple(untracked),
    )


def _differs(old: bytes | None, new: bytes) -> bool:
    """Git on Windows may have given lines another ending, which is no change."""
    return old is not None and old.replace(b"\r\n", b"\n") != new.replace(b"\r\n", b"\n")


def _read(path: Path) -> bytes | None:
    """The content of a file; None if there is none, or a pipe, which would be read forever."""
    return path.read_bytes() if path.is_file() else None


def _one_by_one(into: Path, new: Path, replaced: ReplacedFiles) -> None:
    """Replace each file in one step, where folders cannot be renamed; the record comes last."""
    for path in (*replaced.added, *replaced.changed, RECORD):
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        os.replace(new / path, into / path)
    for path in replaced.removed:
        (into / path).unlink()


def _is_inside(path: str) -> bool:
    return not os.path.isabs(path) and ".." not in Path(path).parts
