"""Descriptions as they were: files of a revision of Git, in a folder of their own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from fledge.diagnostics.errors import DiagnosticError
from fledge.loader.sources.files import SUFFIXES, content_digest, has_suffix
from fledge.quick_dataclass import quick_dataclass

LOOKED_AT = 200
"""How many revisions are searched for what a client was last generated from."""

REMEMBERED = 20
"""How many revisions of a package are searched for lines that were generated before."""

_OPEN = {"MERGE_HEAD": "", "REBASE_HEAD": "", "CHERRY_PICK_HEAD": "", "REVERT_HEAD": "^"}
"""Files that Git keeps while a merge is not finished, and what leads from the commit in it to the other side."""

_VERIFY = ("rev-parse", "--verify", "--quiet", "--end-of-options")
"""The command that prints the digest of what a revision leads to, and fails if there is no such revision."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A path at a revision, as `git show` takes it: `HEAD~3:specs/pets.yaml`. Paths are those of the repository."""

    name: str
    path: str


def revision(source: str) -> Revision | None:
    """The revision that a source names; None where it is a file, a folder or a URL.

    Raise DiagnosticError if there is no such revision, or if the source is one and names no path.
    """
    name, colon, path = source.partition(":")
    if not name or "://" in source or os.path.exists(source):
        return None
    top = repository_root(Path.cwd())
    if not colon:
        if top is not None and _git(top, *_VERIFY, f"{name}^{{commit}}") is not None:
            raise DiagnosticError(
                "source-missing",
                f"{name} is a Git revision, and no file of it is named",
                hint=f"name the path of the description, too: {name}:PATH",
            )
        return None
    if top is None:
        raise DiagnosticError(
            "revision-unknown", f"{source} is no file, and no revision: this folder is not in a Git repository"
        )
    _commit(top, name)
    # As with `git show`: from the top, unless it begins with a dot.
    inside = os.path.relpath(os.path.abspath(path), top) if path.startswith(".") else path or "."
    return Revision(name=name, path=Path(os.path.normpath(inside)).as_posix())


def repository_root(start: Path) -> Path | None:
    """The top of the working tree that a folder belongs to."""
    out = _git(start, "rev-parse", "--show-toplevel")
    return None if out is None else Path(out.decode("utf-8", "surrogateescape").rstrip("\n"))


def export_revision(top: Path, name: str, paths: Iterable[str], into: Path) -> None:
    """Write what descriptions may be made of into a folder, as it was at a revision.

    That is all of the folders at the top of the repository that `paths` begin with, as descriptions refer to others.
    """
    commit = _commit(top, name)
    heads = dict.fromkeys(PurePosixPath(path).parts[0] if path != "." else "." for path in paths)
    exact = [head for head in heads if not any(char in head for char in "*?[")]
    listed = _git(
        top, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *(exact if len(exact) == len(heads) else ["."])
    )
    files: dict[str, str] = {}
    for entry in (listed or b"").decode("utf-8", "surrogateescape").split("\0"):
        about, _, path = entry.partition("\t")
        mode, kind, blob = about.split() if about else ("", "", "")
        # Links could lead anywhere, so they are left out.
        if kind == "blob" and mode != "120000" and (has_suffix(path, SUFFIXES) or path in heads or path in paths):
            files[path] = blob
    for path, data in zip(files, _blobs(top, list(files.values()))):
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def find_revision(top: Path, digests: Mapping[str, str]) -> str | None:
    """The newest revision at which files have these digests; None where there is none among the last ones.

    `digests` are by path from the top. Where it is the newest of all, it is called HEAD.
    """
    if not digests:
        return None
    paths = list(digests)
    for name in _revisions_with(top, paths):
        blobs = _blobs(top, [f"{name}:{path}" for path in paths])
        if [content_digest(data) for data in blobs] == [digests[path] for path in paths]:
            return name
    return None


def _revisions_with(top: Path, paths: Sequence[str]) -> Iterator[str]:
    """HEAD, and the last revisions that changed one of these files: Git looks through the history to find them."""
    yield "HEAD"
    log = _git(top, "log", f"-n{LOOKED_AT}", "--format=%h", "--", *paths)
    yield from (log or b"").decode("ascii").split()


def open_merge(start: Path) -> tuple[str, ...]:
    """The revisions that Git is about to join in the working tree of a folder; nothing where no merge is open.

    This reads a few names of files, and does not run Git.
    """
    for folder in (start, *start.absolute().parents):
        marker = folder / ".git"
        if marker.is_file():  # a further working tree of a repository
            marker = folder / marker.read_text(encoding="utf-8", errors="replace").removeprefix("gitdir:").strip()
        if marker.is_dir():
            others = [
                f"{commit}{suffix}"
                for name, suffix in _OPEN.items()
                if (marker / name).is_file()
                for commit in (marker / name).read_text(encoding="ascii", errors="replace").split()
            ]
            return ("HEAD", *others) if others else ()
    return ()


def revisions(top: Path, path: str) -> tuple[str, ...]:
    """The last revisions that changed a file, those of before the last merge or rebase and of the last stash included."""
    names = ("ORIG_HEAD", "refs/stash")
    former = [name for name in names if _git(top, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")]
    log = _git(top, "log", "--full-history", f"-n{REMEMBERED}", "--format=%H", "HEAD", *former, "--", path)
    return tuple((log or b"").decode("ascii").split())


def read_files(top: Path, revision: str, paths: Sequence[str]) -> list[bytes]:
    """The contents of files at a revision; empty where there is none."""
    return _blobs(top, [f"{revision}:{path}" for path in paths]) if paths else []


def read_files_at(top: Path, revisions: Sequence[str], path: str) -> list[bytes]:
    """The content of a file at each of several revisions; empty where there is none."""
    return _blobs(top, [f"{revision}:{path}" for revision in revisions]) if revisions else []


def has_commits(top: Path) -> bool:
    """Whether anything was committed."""
    return _git(top, *_VERIFY, "HEAD^{commit}") is not None


def _commit(top: Path, name: str) -> str:
    out = _git(top, *_VERIFY, f"{name}^{{commit}}")
    if out is None:
        raise DiagnosticError(
            "revision-unknown",
            f"`{name}` is no file or folder, and no Git revision",
            hint="name a file, a folder, a URL, or a revision and a path, such as HEAD~3:specs/api.yaml",
        )
    return out.decode("ascii").strip()


def _blobs(top: Path, names: Sequence[str]) -> list[bytes]:
    """The contents of blobs; empty where there is none."""
    out = _git(
        top, "cat-file", "--batch", stdin="".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape")
    )
    contents: list[bytes] = []
    at, data = 0, out or b""
    while at < len(data):
        end = data.index(b"\n", at)
        header = data[at:end].split()
        size = int(header[-1]) if header[-1:] != [b"missing"] and header[-1].isdigit() else None
        contents.append(b"" if size is None else data[end + 1 : end + 1 + size])
        at = end + 1 + (0 if size is None else size + 1)
    return contents


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes | None:
    """What Git prints; None where it fails, or is not there."""
    try:
        import subprocess  # most runs do not ask Git

        done = subprocess.run(["git", "-C", str(folder), *arguments], input=stdin, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
