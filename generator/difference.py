"""The flow of `fledge diff`: two descriptions are read, each as it was or is, and compared."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from glob import glob
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from generator import revisions
from generator.config import Client
from generator.diagnostics import Document, Report
from generator.diff import Diff, compare
from generator.diff.placing import Shown, Side, shown
from generator.fault import Fault
from generator.loader.spec import Spec
from generator.loader.remote import is_remote
from generator.model.api import Api
from generator.pipeline import model, understand
from generator.writer import Lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs between two descriptions, where, and what the two are called."""

    old: str
    new: str
    diff: Diff
    changes: tuple[Shown, ...]


Told = Callable[[str], None]
"""Is told what is going on."""


def between(
    old: str, new: str, client: Client, names: Mapping[str, str], report: Report, told: Told
) -> Difference | None:
    """Compare two sources, each a file, a folder, a URL, or a path at a revision; None where an error was reported.

    They are read as `client` is configured, whose own sources are not. `names` are those that its lock remembers.
    """
    before = _source(old, client, names, report, told)
    after = before and _source(new, client, before.api.names, report, told)
    return _compared(old, new, before, after, told) if before and after else None


def since_generated(client: Client, report: Report, told: Told) -> Difference | None:
    """Compare what a client was last generated from with what its sources say now.

    The lock has the digests of the sources, and Git their content: the newest revision of those digests is the old
    description, or HEAD where none has them.
    """
    lock = Lock.read(client.target)
    top = revisions.top_folder(Path.cwd())
    if top is None or not revisions.has_history(top) or any(map(is_remote, client.sources)):
        raise Fault(
            "diff-without-history",
            f"what `{client.name}` was generated from is not known: its sources are not in Git, which has what they were",
            hint="name both: fledge diff OLD NEW",
        )
    paths = [_inside(top, source) for source in client.sources]
    sources = {_inside(top, os.path.join(client.target, path)): digest for path, digest in lock.sources.items()}
    name = revisions.last_with(top, sources)
    if name is None:
        why = (
            f"no revision has the sources that `{client.name}` was generated from"
            if sources
            else f"`{client.name}` is not generated yet, or was by an older version of Fledge"
        )
        report.note(
            "diff-from-head",
            f"{why}, so it is compared with HEAD",
            hint="to compare with another one: fledge diff REVISION:PATH PATH",
        )
    at = name or "HEAD"
    overlays = [_inside(top, overlay) for overlay in client.overlays]
    before = _at(top, at, paths, client, lock.names, report, told, overlays)
    after = before and _read("working tree", client, before.api.names, report, told, Path.cwd(), strict=True)
    return _compared(at, "working tree", before, after, told) if before and after else None


def command(found: Difference, client: Client) -> str:
    """How to get a comparison since a revision again; nothing where it is of several sources, which no two names are."""
    if len(client.sources) != 1:
        return ""
    [source] = client.sources
    # Without a dot, the path at a revision begins at the top.
    top = revisions.top_folder(Path.cwd())
    inside = source if source.startswith(".") or top == Path.cwd() else f"./{source}"
    return shlex.join(["fledge", "diff", f"{found.old}:{inside}", source, "--client", client.name])


def of_specs(before: Spec, after: Spec, client: Client) -> Diff:
    """Compare two descriptions that were read already."""
    old = model(before, client, Report(), given=Lock.read(client.target).names)
    return compare(old, model(after, client, Report(), given=old.names))


def _inside(top: Path, path: str) -> str:
    inside = Path(os.path.relpath(os.path.abspath(path), top.resolve())).as_posix()
    if inside.startswith("../"):
        raise Fault("diff-without-history", f"{path} is not in this repository", hint="name both: fledge diff OLD NEW")
    return inside


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A description that was read."""

    api: Api
    side: Side


def _source(source: str, client: Client, names: Mapping[str, str], report: Report, told: Told) -> _Read | None:
    found = revisions.revision(source)
    if found is not None:
        top = revisions.top_folder(Path.cwd())
        assert top is not None
        return _at(top, found.name, [found.path], client, names, report, told)
    # Who names a URL wants it to be fetched.
    hosts = (*client.hosts, *([urlsplit(source).netloc.rpartition("@")[2]] if is_remote(source) else []))
    return _read(source, replace(client, sources=(source,), hosts=hosts), names, report, told, Path.cwd())


def _at(
    top: Path,
    name: str,
    paths: list[str],
    client: Client,
    names: Mapping[str, str],
    report: Report,
    told: Told,
    overlays: list[str] | None = None,
) -> _Read | None:
    """Read what was at a revision, with the `overlays` that were there then, or with those of the client as they are."""
    told(f"reading {name}:{' '.join(paths)}")
    with TemporaryDirectory(prefix="fledge-") as folder:
        revisions.extract(top, name, [*paths, *(overlays or ())], Path(folder))
        for path in paths:
            if not glob(path, root_dir=folder, include_hidden=True) and not os.path.exists(os.path.join(folder, path)):
                hint = "links are not followed; `git ls-tree -r --name-only REVISION` lists what there is"
                raise Fault("source-missing", f"there is no file or folder {path} at {name}", hint=hint)
        then = [each for each in overlays or () if glob(each, root_dir=folder)]
        now = [each if is_remote(each) else os.path.abspath(each) for each in client.overlays]
        there = replace(client, sources=tuple(paths), overlays=tuple(now if overlays is None else then))
        return _read("", there, names, report, told, Path(folder), prefix=f"{name}:")


def _read(
    source: str,
    client: Client,
    names: Mapping[str, str],
    report: Report,
    told: Told,
    base: Path,
    *,
    prefix: str = "",
    strict: bool = False,
) -> _Read | None:
    if source:
        told(f"reading {source}")
    own = Report()
    understood = understand(client, own, base=base, lock=Lock(names=names), validator=False, strict=strict)
    documents: dict[str, Document] = {name: replace(one, path=prefix + one.path) for name, one in own.documents.items()}
    if understood is None:
        # Only what is wrong is told: what is merely widened is no business of a comparison.
        report.documents.update(documents)
        report.diagnostics.update({each: None for each in own if own.failed and each.severity == "error"})
        return None
    return _Read(api=understood.api, side=Side(spec=understood.spec, documents=documents))


def _compared(old: str, new: str, before: _Read, after: _Read, told: Told) -> Difference:
    told("comparing")
    diff = compare(before.api, after.api)
    return Difference(old=old, new=new, diff=diff, changes=shown(diff, before.side, after.side))
