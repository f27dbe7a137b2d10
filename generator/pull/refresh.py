"""One pull: gather, compare with what is in place, and write nothing that would be worse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.config import Upstream
from generator.counts import many
from generator.diagnostics import Report, Severity
from generator.fault import Fault
from generator.loader.load import load
from generator.loader.spec import Spec
from generator.loader.grammar import METHODS
from generator.pull.fetching import Fetcher, cache_folder, shown
from generator.pull.gather import Gathered, Progress, gather, raw_file
from generator.writer import Replaced, replace
from generator.writer.specs import pulled

_SUFFIXES = (".json", ".yaml", ".yml", ".md", ".mdx", ".txt")
_SHARE = 2
"""A description with less than one in so many of the operations that were there is taken for a broken one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """What a pull found and did. `before` and `after` are the descriptions, where they can be read."""

    gathered: Gathered
    files: Replaced
    before: Spec | None
    after: Spec | None


def pull(
    upstream: Upstream,
    into: str,
    report: Report,
    *,
    base: Path,
    hosts: Sequence[str],
    force: bool,
    progress: Progress,
) -> Pulled:
    """Fetch an upstream into a file or folder. Raises Fault, and then nothing was written.

    With `force`, what is worse than before is written as well, and a warning says so.
    """
    target = base / into
    whole = target.is_dir() or (not target.is_file() and target.suffix.lower() not in _SUFFIXES)
    fetcher = Fetcher(raw_file(upstream.url), hosts=hosts, headers=upstream.headers, cache=cache_folder())
    gathered = gather(upstream, fetcher, report, force=force, progress=progress)
    if not whole and len(gathered.files) != 1:
        raise Fault(
            "upstream-files",
            f"{shown(upstream.url)} gives {len(gathered.files)} files, and `source` is the file {into}",
            hint="let `source` name a folder",
        )
    before = load([into], Report(), base=base, hosts=hosts) if target.exists() else None
    after: list[Spec | None] = []

    def accept(new: Path) -> None:
        problems = Report()
        after.append(load(["."] if whole else [target.name], problems, base=new, hosts=hosts))
        faults = _lost(gathered, pulled(target)) if whole else []
        faults += _worse(before, after[0], problems)
        if not faults:
            return
        message = f"what {shown(upstream.url)} gives is worse than what is in place: {'; '.join(faults)}"
        if not force:
            _quote(problems, report)
            raise Fault("upstream-worse", message, hint="nothing was written; --force writes it all the same")
        report.warning("upstream-worse", f"{message[0].upper()}{message[1:]}; it was written (--force).")

    found = replace(target, gathered.files, gathered.urls, whole=whole, accept=accept)
    return Pulled(gathered=gathered, files=found, before=before, after=after[0])


def operations(spec: Spec | None) -> list[str]:
    """The operations of a description, as `GET /path`, sorted."""
    items = spec.root.get("paths", {}).items() if spec else ()
    return sorted(f"{method.upper()} {path}" for path, item in items for method in METHODS if method in item)


def changes(before: Spec | None, after: Spec | None) -> list[str]:
    """What changed in terms of the API, a line for each operation that came or went."""
    old, new = operations(before), operations(after)
    lines = [f"+ {each}" for each in new if each not in old] if before else []
    return lines + [f"- {each}" for each in old if each not in new]


def coverage(found: Pulled) -> str:
    """How much was found, and from what."""
    text = many(len(operations(found.after)), "operation")
    documents = len(found.gathered.files) - found.gathered.pages
    if "llms-full.txt" in found.gathered.files:
        documents = 0
    sources = [many(documents, "document")] if documents else []
    sources += [many(found.gathered.pages, "page")] if found.gathered.pages else []
    text += f" from {' and '.join(sources)}"
    if found.gathered.looked > found.gathered.pages:
        text += f" ({many(found.gathered.looked, 'page')} looked at)"
    if found.gathered.listed:
        text += f"; the site lists {many(found.gathered.listed, 'operation')}"
    return text


def _lost(gathered: Gathered, before: dict[str, str]) -> list[str]:
    """The pages in place that are still listed and cannot be had, or are prose now."""
    gone = {**dict.fromkeys(gathered.bare, "it holds no description any more"), **gathered.bad}
    lost = [f"{shown(url)} ({gone[url]})" for url in before.values() if url in gone]
    return [f"{many(len(lost), 'page')} in place cannot be had: {', '.join(lost[:3])}"] if lost else []


def _worse(before: Spec | None, after: Spec | None, problems: Report) -> list[str]:
    if after is None:
        errors = [each.message for each in problems if each.severity is Severity.ERROR]
        return [f"it cannot be read ({errors[0].rstrip('.')})" if errors else "it cannot be read"]
    old, new = len(operations(before)), len(operations(after))
    if old and new * _SHARE < old:
        return [f"it has {many(new, 'operation')}, and there were {old}"]
    return []


def _quote(problems: Report, report: Report) -> None:
    """Say what is wrong with what was fetched, with its places."""
    for document in problems.documents.values():
        report.read(document)
    for diagnostic in problems:
        if diagnostic.severity is Severity.ERROR:
            report.diagnostics[diagnostic] = None
