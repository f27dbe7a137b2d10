"""`fledge pull`: what it prints of each description that was fetched."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from fledge.cli.output import Output, heading
from fledge.diagnostics.plural import pluralize
from fledge.diff import summary_lines
from fledge.workflows.clients import clients_with_upstream
from fledge.workflows.pull import PullResult, coverage_summary, operation_changes, operations, pull

_MAX_LINES = 20
"""How many changes of one client are listed."""


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Pull each client; a source that two clients share is pulled once."""
    pulled: dict[str, str] = {}
    clients = clients_with_upstream(options.names, options.config)
    for client in clients:
        [source] = client.sources if client.upstream else [""]
        if source in pulled:
            line = f"{client.name}: {source} is pulled already, for {pulled[source]}"
            yield Output(client=client.name, target=client.package_dir.as_posix(), json_fields=_NOTHING, lines=(line,))
            continue
        with page_progress(client.name) as progress:
            result = pull(client, force=options.force, progress=progress)
        if not result.diagnostics.failed:
            pulled[source] = client.name
        yield replace(_output(result), heading=heading(client, clients))


_NOTHING = {"written": False, "files": (), "operations_before": None}


@contextmanager
def page_progress(name: str) -> Iterator[Callable[[int, int], None]]:
    """Show on a terminal how many pages were fetched, until the block ends."""
    terminal = sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None

    is_shown = False

    def show(count: int, total: int) -> None:
        nonlocal is_shown
        if terminal:
            is_shown = True
            print(f"\r{name}: {count} of {total} pages\x1b[K", end="", file=terminal, flush=True)

    try:
        yield show
    finally:
        if terminal and is_shown:
            print("\r\x1b[K", end="", file=terminal, flush=True)


def _output(result: PullResult) -> Output:
    client, files = result.client, result.files
    changes = {"added": files.added, "changed": files.changed, "removed": files.removed} if files else {}
    return Output(
        client=client.name,
        target=client.package_dir.as_posix(),
        diagnostics=result.diagnostics,
        operations=len(operations(result.after)) if files else None,
        json_fields={
            "written": bool(files),
            "files": [{"path": path, "change": change} for change, paths in changes.items() for path in paths],
            "operations_before": len(operations(result.before)) if files and result.before else None,
        },
        lines=tuple(pulled_lines(result)),
    )


def pulled_lines(result: PullResult) -> Iterator[str]:
    """What was pulled, and what changed; nothing after an error."""
    files = result.files
    if result.upstream is None or files is None:
        return
    changes = {"added": files.added, "changed": files.changed, "removed": files.removed}
    summary = ", ".join(f"{pluralize(len(paths), 'file')} {change}" for change, paths in changes.items() if paths)
    [source] = result.client.sources
    coverage = coverage_summary(result.upstream, result.after)
    yield f"pulled {coverage} into {source}: {summary or 'nothing changed'}"
    lines = [] if result.changes is None else summary_lines(result.changes)
    lines += operation_changes(result.before, result.after)
    yield from (f"  {line}" for line in lines[:_MAX_LINES])
    if len(lines) > _MAX_LINES:
        yield f"  … and {len(lines) - _MAX_LINES} more"
    if files.untracked:
        yield f"  not from upstream, and kept: {', '.join(files.untracked[:_MAX_LINES])}"
