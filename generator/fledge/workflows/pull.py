"""Pulling a description: fetch, compare with the existing files, and keep those if the new ones are worse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fledge.cache import cache_folder
from fledge.config.client import ClientConfig, UpstreamConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector, Diagnostics, Severity
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.plural import pluralize
from fledge.diff import Diff
from fledge.loader.load import load
from fledge.loader.normalize.inheritance import operations as path_operations
from fledge.loader.sources.files import SUFFIXES
from fledge.openapi.document import Spec
from fledge.openapi.pointer import last_token
from fledge.pull.discover import discover
from fledge.pull.fetcher import Fetcher, redact_url
from fledge.pull.indent import indent_json
from fledge.pull.raw_files import raw_file
from fledge.pull.site import Progress
from fledge.pull.upstream_files import UpstreamFiles
from fledge.workflows.clients import upstream_missing
from fledge.workflows.diff import compare_specs
from fledge.workflows.errors import collect_errors
from fledge.workflows.load import published_urls
from fledge.writer import ReplacedFiles, replace_files
from fledge.writer.pulled_sources import pulled_files

_SHARE = 2
"""A description with fewer than one in so many of the operations before is taken for a broken one."""

_LOST = ("reference-unresolved", "reference-unreadable")
"""What says that a part of a description is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PullResult:
    """What `pull` fetched and wrote.

    `upstream` and `files` are None if the diagnostics have an error. `before` and `after` are the descriptions, if
    they can be read, and `changes` is what differs between them.
    """

    client: ClientConfig
    diagnostics: Diagnostics = Diagnostics()
    upstream: UpstreamFiles | None = None
    files: ReplacedFiles | None = None
    before: Spec | None = None
    after: Spec | None = None
    changes: Diff | None = None


def pull(client: ClientConfig, *, force: bool = False, progress: Progress | None = None) -> PullResult:
    """Fetch the `upstream` of a client into its `source`. Bad input is in the result's diagnostics.

    Existing files are kept if the new description is worse. With `force` they are replaced, and a warning says so.
    """
    report = DiagnosticCollector()
    result = PullResult(client=client)
    with collect_errors(report):
        if client.upstream is None:
            raise upstream_missing(client)
        result = _pull(client, client.upstream, report, force=force, progress=progress or (lambda *_: None))
        if result.files and result.before and result.after:
            result = replace(result, changes=compare_specs(result.before, result.after, client))
    return replace(result, diagnostics=report.freeze())


def _pull(
    client: ClientConfig,
    upstream: UpstreamConfig,
    report: DiagnosticCollector,
    *,
    force: bool,
    progress: Progress,
) -> PullResult:
    base, hosts = Path.cwd(), client.hosts
    [source] = client.sources
    target = base / source
    _refuse_links(base, target)
    is_folder = target.is_dir() or (not target.is_file() and target.suffix.lower() not in SUFFIXES)
    fetcher = Fetcher(raw_file(upstream.url), hosts=hosts, headers=upstream.headers, cache=cache_folder("pull"))
    fetched = discover(upstream, fetcher, report, force=force, progress=progress)
    if upstream.indent:
        fetched.files = {path: indent_json(data) for path, data in fetched.files.items()}
    if not is_folder and len(fetched.files) != 1:
        raise DiagnosticError(
            "upstream-files",
            f"{redact_url(upstream.url)} has {len(fetched.files)} files, and `source` is the file {source}",
            hint="let `source` name a folder",
        )
    roots = [str(base / root) for root in client.roots]

    def load_pulled(sources: list[str], problems: DiagnosticCollector, folder: Path) -> Spec | None:
        published = published_urls(replace(client, sources=tuple(sources)), folder)
        return load(sources, problems, base=folder, hosts=hosts, roots=roots, is_pulled=True, published=published)

    old_problems = DiagnosticCollector()
    before = load_pulled([source], old_problems, base) if target.exists() else None
    after: list[Spec | None] = []

    def accept(new: Path) -> None:
        problems = DiagnosticCollector()
        after.append(load_pulled(["."] if is_folder else [target.name], problems, new))
        faults = _lost_pages(fetched, pulled_files(target)) if is_folder else []
        faults += _degradation(before, after[0], problems if force else DiagnosticCollector())
        faults += _lost_targets(old_problems, problems) if before and after[0] else []
        _add_conflicts(problems, report, source if is_folder else "")
        if not faults:
            return
        problem = _problem(upstream, source if target.exists() else "", faults)
        if not force:
            _add_problems(problems, report)
            raise problem
        warning = replace(problem.diagnostic, severity=Severity.WARNING, hint=None)
        message = f"{warning.message[0].upper()}{warning.message[1:]}; Fledge wrote it (--force)."
        report.diagnostics[replace(warning, message=message)] = None

    urls = {path: redact_url(url) for path, url in fetched.urls.items()}  # a repository keeps them
    files = replace_files(target, fetched.files, urls, whole=is_folder, accept=accept)
    return PullResult(client=client, upstream=fetched, files=files, before=before, after=after[0])


def _problem(upstream: UpstreamConfig, existing: str, faults: Sequence[str]) -> DiagnosticError:
    """Why the description that was fetched is not used; `existing` is the one that it would replace, if any."""
    description = f"the description at {redact_url(upstream.url)}"
    if not existing:
        return DiagnosticError(
            "upstream-unreadable",
            f"{description} has errors: {'; '.join(faults)}",
            hint="nothing was written; save it as a file, correct that, and name the file",
        )
    return DiagnosticError(
        "upstream-degraded",
        f"{description} is worse than {existing}: {'; '.join(faults)}",
        hint="nothing was written; to write it, use --force",
    )


def _refuse_links(base: Path, target: Path) -> None:
    """Raise DiagnosticError if what is written would go through a link of the repository, to wherever that leads."""
    for path in (target, *target.parents):
        if path.is_relative_to(base) and path != base and path.is_symlink():
            raise DiagnosticError(
                "path-conflict",
                f"{path.relative_to(base)} is a symbolic link, and Fledge writes through none",
                hint="let `source` name the file or folder itself; nothing was written",
            )


def operations(spec: Spec | None) -> list[str]:
    """The operations of a description, as `GET /path`, sorted."""
    items = spec.root.get("paths", {}).items() if spec else ()
    return sorted(
        f"{last_token(pointer).upper()} {path}"
        for path, item in items
        if not path.startswith("x-")
        for pointer, _ in path_operations("", item)
    )


def operation_changes(before: Spec | None, after: Spec | None) -> list[str]:
    """Return a line for each operation that was added or removed; nothing if there was no description before."""
    old, new = operations(before), operations(after)
    lines = [f"+ {each}" for each in new if each not in old] if before else []
    return lines + [f"- {each}" for each in old if each not in new]


def coverage_summary(upstream: UpstreamFiles, after: Spec | None) -> str:
    """Return how many operations were fetched, and from what."""
    text = pluralize(len(operations(after)), "operation")
    documents = len(upstream.files) - upstream.pages
    if "llms-full.txt" in upstream.files:
        documents = 0
    sources = [pluralize(documents, "document")] if documents else []
    sources += [pluralize(upstream.pages, "page")] if upstream.pages else []
    text += f" from {' and '.join(sources)}"
    if upstream.visited > upstream.pages:
        text += f" ({pluralize(upstream.visited, 'page')} read)"
    if upstream.listed:
        text += f"; the site lists {pluralize(upstream.listed, 'operation')}"
    return text


def _lost_pages(fetched: UpstreamFiles, before: dict[str, str]) -> list[str]:
    """The pages among the existing files that are still listed and cannot be fetched, or have no description now."""
    reasons = {**dict.fromkeys(fetched.without_openapi, "it has no description any more"), **fetched.failed}
    lost = {redact_url(url): reason for url, reason in reasons.items()}
    pages = [f"{url} ({lost[url]})" for url in map(redact_url, before.values()) if url in lost]
    return [f"Fledge cannot fetch {pluralize(len(pages), 'existing page')}: {', '.join(pages[:3])}"] if pages else []


def _degradation(before: Spec | None, after: Spec | None, problems: DiagnosticCollector) -> list[str]:
    if after is None:
        errors = [each.message for each in problems if each.severity is Severity.ERROR]
        return [f"Fledge cannot read it ({errors[0].rstrip('.')})" if errors else "Fledge cannot read it"]
    old, new = len(operations(before)), len(operations(after))
    if old and new * _SHARE < old:
        return [f"it has {pluralize(new, 'operation')}, and there were {old}"]
    return []


def _lost_targets(before: DiagnosticCollector, after: DiagnosticCollector) -> list[str]:
    """References that lead to nothing, if there are more than before: what they led to was lost on its way."""
    old, new = (sum(each.code in _LOST for each in problems) for problems in (before, after))
    return [f"{pluralize(new, 'reference')} in it to nothing, and there were {old}"] if new > old else []


def _add_conflicts(problems: DiagnosticCollector, report: DiagnosticCollector, folder: str) -> None:
    """Report the pages that contradict each other, before they are written, by their paths in the folder."""
    for diagnostic in problems:
        if diagnostic.code not in ("component-conflict", "operation-conflict"):
            continue
        for pointer in (diagnostic.source, *(pointer for _, pointer in diagnostic.related)):
            if pointer is not None:
                document = problems.sources[pointer.source]
                path = f"{folder}/{document.path}" if folder else document.path
                report.sources[document.name] = replace(document, path=path)
        report.diagnostics[diagnostic] = None


def _add_problems(problems: DiagnosticCollector, report: DiagnosticCollector) -> None:
    """Add what is wrong with the fetched description: errors, what is said of its pages, and references to nothing."""
    report.sources.update(problems.sources)
    for diagnostic in problems:
        is_of_page = diagnostic.severity is Severity.WARNING and diagnostic.code.startswith("page-")
        if diagnostic.severity is Severity.ERROR or is_of_page or diagnostic.code in _LOST:
            report.diagnostics[diagnostic] = None
