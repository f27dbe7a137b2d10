"""Descriptions as they were: files of a revision of Git, in a folder of their own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.fault import Fault
from generator.loader.remote import is_remote
from generator.loader.source import SUFFIXES, digest_of

LOOKED_AT = 200
"""How many revisions are searched for what a client was last generated from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A path at a revision, as `git show` takes it: `HEAD~3:specs/pets.yaml`. Paths are those of the repository."""

    name: str
    path: str


def revision(source: str) -> Revision | None:
    """The revision that a source names; None where it is a file, a folder or a URL.

    Raises:
        Fault: there is no such revision.
    """
    name, colon, path = source.partition(":")
    if not colon or not name or is_remote(source) or os.path.exists(source):
        return None
    top = top_folder(Path.cwd())
    if top is None:
        raise Fault("revision-unknown", f"{source} is no file, and no revision: this is no working tree of Git")
    _commit(top, name)
    # As with `git show`: from the top, unless it begins with a dot.
    inside = os.path.relpath(os.path.abspath(path), top) if path.startswith(".") else path or "."
    return Revision(name=name, path=Path(os.path.normpath(inside)).as_posix())


def top_folder(start: Path) -> Path | None:
    """The top of the working tree that a folder belongs to."""
    out = _git(start, "rev-parse", "--show-toplevel")
    return None if out is None else Path(out.decode("utf-8", "surrogateescape").rstrip("\n"))


def extract(top: Path, name: str, paths: Iterable[str], into: Path) -> None:
    """Write what descriptions may be made of into a folder, as it was at a revision.

    That is all of the folders at the top of the repository that `paths` begin with, as descriptions refer to others.
    """
    commit = _commit(top, name)
    heads = dict.fromkeys(PurePosixPath(path).parts[0] if path != "." else "." for path in paths)
    wanted = [head for head in heads if not any(char in head for char in "*?[")]
    listed = _git(
        top, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *(wanted if len(wanted) == len(heads) else ["."])
    )
    files: dict[str, str] = {}
    for entry in (listed or b"").decode("utf-8", "surrogateescape").split("\0"):
        about, _, path = entry.partition("\t")
        mode, kind, blob = about.split() if about else ("", "", "")
        # Links could lead anywhere, so they are left out.
        if kind == "blob" and mode != "120000" and (path.lower().endswith(SUFFIXES) or path in heads or path in paths):
            files[path] = blob
    for path, data in zip(files, _blobs(top, list(files.values()))):
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def last_with(top: Path, digests: Mapping[str, str]) -> str | None:
    """The newest revision at which files have these digests; None where there is none among the last ones.

    `digests` are by path from the top. Where it is the newest of all, it is called HEAD.
    """
    if not digests:
        return None
    paths = list(digests)
    log = _git(top, "log", f"-n{LOOKED_AT}", "--format=%h", "--", *paths)
    for name in ("HEAD", *(log or b"").decode("ascii").split()):
        found = _blobs(top, [f"{name}:{path}" for path in paths])
        if [digest_of(data) for data in found] == [digests[path] for path in paths]:
            return name
    return None


def has_history(top: Path) -> bool:
    """Whether anything was committed."""
    return _git(top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") is not None


def _commit(top: Path, name: str) -> str:
    out = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if out is None:
        raise Fault(
            "revision-unknown",
            f"there is no file or folder, and no revision `{name}` of Git",
            hint="name a file, a folder, a URL, or a revision and a path, such as HEAD~3:specs/api.yaml",
        )
    return out.decode("ascii").strip()


def _blobs(top: Path, names: Sequence[str]) -> list[bytes]:
    """The contents of blobs; empty where there is none."""
    out = _git(
        top, "cat-file", "--batch", told="".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape")
    )
    found: list[bytes] = []
    at, data = 0, out or b""
    while at < len(data):
        end = data.index(b"\n", at)
        header = data[at:end].split()
        size = int(header[-1]) if header[-1:] != [b"missing"] and header[-1].isdigit() else None
        found.append(b"" if size is None else data[end + 1 : end + 1 + size])
        at = end + 1 + (0 if size is None else size + 1)
    return found


def _git(folder: Path, *arguments: str, told: bytes = b"") -> bytes | None:
    """What Git prints; None where it fails, or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], input=told, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
