"""Comparing two descriptions: each is read as it was or as it is, and the two IRs are compared."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from glob import glob
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from fledge.config.client import ClientConfig, check_url, client_from_arguments
from fledge.diagnostics.diagnostic import DiagnosticCollector, Diagnostics
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.source import StoredText
from fledge.diff import Diff, compare_apis
from fledge.diff.allow import allow_changes
from fledge.diff.locations import LoadedDescription, LocatedChange, locate_changes
from fledge.ir import Api
from fledge.loader.sources.files import STDIN
from fledge.loader.sources import git
from fledge.loader.sources.urls import is_remote
from fledge.openapi.document import Spec
from fledge.openapi.json_values import as_object, as_string
from fledge.workflows.errors import collect_errors
from fledge.workflows.load import build_api, load_api
from fledge.writer import Lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between two descriptions, where, and what the two are called."""

    old: str
    new: str
    diff: Diff
    changes: tuple[LocatedChange, ...]
    versions: tuple[str, str]
    """The versions of the two descriptions, or what the two are called if these do not tell them apart."""

    def allowing(self, allowances: Mapping[str, str]) -> Comparison:
        """Return the comparison with the reason at each change that is allowed."""
        diff = allow_changes(self.diff, allowances)
        reasons = {id(old): new for old, new in zip(self.diff.changes, diff.changes)}
        changes = tuple(replace(each, change=reasons[id(each.change)]) for each in self.changes)
        return replace(self, diff=diff, changes=changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffResult:
    """What `diff` compared; `comparison` is None if the diagnostics have an error."""

    client: ClientConfig
    diagnostics: Diagnostics
    comparison: Comparison | None = None


Progress = Callable[[str], None]
"""Is called with what is being done; with an empty text at the end."""


def diff(
    old: str | None = None,
    new: str | None = None,
    *,
    client: ClientConfig | None = None,
    allowances: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> DiffResult:
    """Compare two sources, or without them what a client was last generated from with what its sources are now.

    A source is a file, a folder, a URL or a path at a revision of Git (`HEAD~3:specs/api.yaml`). It is read with the
    names and settings of `client`. `allowances` are changes that are allowed, with reasons. Bad input is in the
    result's diagnostics. Raise TypeError if neither two sources nor a client are passed.
    """
    if (old is None) != (new is None) or (old is None and client is None):
        raise TypeError("diff() takes `old` and `new`, or `client`, or all three")
    show = progress or (lambda _: None)
    report = DiagnosticCollector()
    comparison = None
    reader = client or client_from_arguments((), os.curdir, "client")
    with collect_errors(report):
        if old is not None and new is not None:
            names = Lock.read(client.package_dir).names if client else {}
            comparison = compare_sources(old, new, reader, names, report, show)
        else:
            baseline = read_baseline(reader, report, show)
            comparison = compare_with_baseline(baseline, reader, report, show) if baseline else None
        if comparison is not None and allowances:
            comparison = comparison.allowing(allowances)
        show("")
    return DiffResult(client=reader, diagnostics=report.freeze(), comparison=comparison)


def compare_sources(
    old: str, new: str, client: ClientConfig, names: Mapping[str, str], report: DiagnosticCollector, progress: Progress
) -> Comparison | None:
    """Compare two sources, each a file, a folder, a URL, or a path at a revision; None if an error was reported.

    They are read as `client` is configured, whose sources are not read. `names` are those that its lock keeps.
    """
    if old == new == STDIN:
        raise DiagnosticError("usage", "OLD and NEW cannot both be standard input", hint="name a file for one of them")
    before = _read_source(old, client, names, report, progress)
    after = before and _read_source(new, client, before.api.names, report, progress)
    return _comparison(old, new, before, after, progress) if before and after else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """What a client was last generated from: a revision of Git, and the description at it."""

    revision: str
    side: Side


def read_baseline(
    client: ClientConfig, report: DiagnosticCollector, progress: Progress, folder: str | None = None
) -> Baseline | None:
    """Read what a client was last generated from; None if an error was reported. Raise DiagnosticError without Git.

    The lock has the digests of the sources, and Git their content: the newest revision with those digests is the one,
    or HEAD if none has them. Its files are put into `folder`, or without one into one that is removed.
    """
    lock = Lock.read(client.package_dir)
    top = git.repository_root(Path.cwd())
    if top is None or not git.has_commits(top) or any(map(is_remote, client.sources)):
        raise DiagnosticError(
            "diff-without-history",
            f"Fledge cannot read what `{client.name}` was generated from: its sources are not in Git",
            hint="name both: fledge diff OLD NEW",
        )
    paths = [_from_root(top, source) for source in client.sources]
    sources = {_from_root(top, os.path.join(client.package_dir, path)): digest for path, digest in lock.sources.items()}
    revision = git.find_revision(top, sources)
    if revision is None:
        if sources:
            reason = f"no revision has the sources that `{client.name}` was generated from"
        elif lock.files:
            reason = (
                f"the lock of `{client.name}` has no digests of its sources, since a file of them was missing or remote"
            )
        else:
            reason = f"`{client.name}` is not generated yet"
        report.note(
            "diff-from-head",
            f"{reason}; Fledge compares with HEAD",
            hint="to compare with another revision: fledge diff REVISION:PATH PATH",
        )
    old = revision or "HEAD"
    overlays = [_from_root(top, overlay) for overlay in client.overlays]
    side = _read_revision(top, old, paths, client, lock.names, report, progress, overlays, folder)
    return Baseline(revision=old, side=side) if side else None


def compare_with_baseline(
    baseline: Baseline,
    client: ClientConfig,
    report: DiagnosticCollector,
    progress: Progress,
    *,
    current: Side | None = None,
) -> Comparison | None:
    """Compare what a client was generated from with what its sources are now; None if an error was reported.

    `current` is the description of the sources, if it was built already, with the names of the lock.
    """
    before = baseline.side
    names = before.api.names
    after = current if names == Lock.read(client.package_dir).names else None
    after = after or _read("working tree", client, names, report, progress, Path.cwd(), strict=True)
    return _comparison(baseline.revision, "working tree", before, after, progress) if after else None


def diff_command(comparison: Comparison, client: ClientConfig) -> str:
    """The command that compares with a revision again; empty if a client has several sources, which OLD cannot name."""
    if len(client.sources) != 1:
        return ""
    [source] = client.sources
    old = _at_revision(comparison.old, source, git.repository_root(Path.cwd()))
    return shlex.join(["fledge", "diff", old, source, "--client", client.name])


def command_from_head(source: str) -> str:
    """The command that compares a file or folder with the last commit; empty if that does not have it."""
    top = git.repository_root(Path.cwd())
    relative = "" if top is None else Path(os.path.relpath(os.path.abspath(source), top.resolve())).as_posix()
    if top is None or relative.startswith("../") or not any(git.read_files(top, "HEAD", [relative])):
        return ""
    return shlex.join(["fledge", "diff", _at_revision("HEAD", source, top), source])


def _at_revision(revision: str, source: str, top: Path | None) -> str:
    """A path at a revision: without a dot, it begins at the top."""
    path = source if source.startswith(".") or top == Path.cwd() else f"./{source}"
    return f"{revision}:{path}"


def compare_specs(before: Spec, after: Spec, client: ClientConfig) -> Diff:
    """Compare two descriptions that are loaded."""
    old = build_api(before, client, DiagnosticCollector(), locked_names=Lock.read(client.package_dir).names)
    return compare_apis(old, build_api(after, client, DiagnosticCollector(), locked_names=old.names))


def _from_root(top: Path, path: str) -> str:
    relative = Path(os.path.relpath(os.path.abspath(path), top.resolve())).as_posix()
    if relative.startswith("../"):
        raise DiagnosticError(
            "diff-without-history", f"{path} is not in this repository", hint="name both: fledge diff OLD NEW"
        )
    return relative


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two descriptions."""

    api: Api
    description: LoadedDescription

    @classmethod
    def of(cls, api: Api, spec: Spec, report: DiagnosticCollector, prefix: str = "") -> Side:
        """Return what was built of `spec`; its documents are in the report, and `prefix` stands before their paths."""
        documents: dict[str, StoredText] = {
            name: replace(one, path=prefix + one.path) for name, one in report.sources.items()
        }
        return cls(api=api, description=LoadedDescription(spec=spec, documents=documents))


def _read_source(
    source: str, client: ClientConfig, names: Mapping[str, str], report: DiagnosticCollector, progress: Progress
) -> Side | None:
    revision = git.revision(source)
    if revision is not None:
        top = git.repository_root(Path.cwd())
        assert top is not None
        return _read_revision(top, revision.name, [revision.path], client, names, report, progress)
    # A user who names a URL wants Fledge to fetch it.
    if is_remote(source):
        check_url(source)
    hosts = (*client.hosts, *([urlsplit(source).netloc.rpartition("@")[2]] if is_remote(source) else []))
    return _read(source, replace(client, sources=(source,), hosts=hosts), names, report, progress, Path.cwd())


def _read_revision(
    top: Path,
    revision: str,
    paths: list[str],
    client: ClientConfig,
    names: Mapping[str, str],
    report: DiagnosticCollector,
    progress: Progress,
    overlays: list[str] | None = None,
    folder: str | None = None,
) -> Side | None:
    """Read a revision, with the `overlays` that it has, or without them with those that the client has now.

    Its files are put into the `folder`, or without one into one that is removed.
    """
    progress(f"reading {revision}:{' '.join(paths)}")
    with TemporaryDirectory(prefix="fledge-") if folder is None else nullcontext(folder) as folder:
        git.export_revision(top, revision, [*paths, *(overlays or ())], Path(folder))
        for path in paths:
            if not glob(path, root_dir=folder, include_hidden=True) and not os.path.exists(os.path.join(folder, path)):
                hint = "links are not followed; `git ls-tree -r --name-only REVISION` lists the files"
                raise DiagnosticError("source-missing", f"there is no file or folder {path} at {revision}", hint=hint)
        old = [each for each in overlays or () if glob(each, root_dir=folder)]
        current = [each if is_remote(each) else os.path.abspath(each) for each in client.overlays]
        exported = replace(client, sources=tuple(paths), overlays=tuple(current if overlays is None else old))
        return _read("", exported, names, report, progress, Path(folder), prefix=f"{revision}:")


def _read(
    source: str,
    client: ClientConfig,
    names: Mapping[str, str],
    report: DiagnosticCollector,
    progress: Progress,
    base: Path,
    *,
    prefix: str = "",
    strict: bool = False,
) -> Side | None:
    if source:
        progress(f"reading {source}")
    inner = DiagnosticCollector()
    loaded = load_api(client, inner, base=base, lock=Lock(names=names), validator=False, strict=strict)
    if loaded is None:
        # Only errors are reported: what is merely typed wider is no part of a comparison.
        report.sources.update({name: replace(one, path=prefix + one.path) for name, one in inner.sources.items()})
        report.diagnostics.update({each: None for each in inner if inner.failed and each.severity == "error"})
        return None
    return Side.of(loaded.api, loaded.spec, inner, prefix)


def _comparison(old: str, new: str, before: Side, after: Side, progress: Progress) -> Comparison:
    progress("comparing")
    differences = compare_apis(before.api, after.api)
    changes = locate_changes(differences, before.description, after.description)
    versions = _version(before.description.spec), _version(after.description.spec)
    return Comparison(
        old=old,
        new=new,
        diff=differences,
        changes=changes,
        versions=versions if all(versions) and versions[0] != versions[1] else _file_names(old, new),
    )


def _file_names(old: str, new: str) -> tuple[str, str]:
    """The names of two files, if these tell them apart; else what the user called them."""
    names = os.path.basename(old), os.path.basename(new)
    return names if all(map(os.path.isfile, (old, new))) and names[0] != names[1] else (old, new)


def _version(spec: Spec) -> str:
    """The version that the description states; empty if it states none."""
    return as_string(as_object(spec.root.get("info")).get("version"))
