"""`fledge generate`: what it prints of each client that was generated."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fledge.cli.output import Output, Progress, heading
from fledge.config.client import ClientConfig
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.plural import pluralize
from fledge.workflows.clients import generated_clients, shell_words
from fledge.workflows.generate import GenerateResult, GenerateStatus, generate
from fledge.workflows.watch import watched_files

_INTERVAL = 0.5
"""Seconds between two looks at the files that are watched."""


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Generate each client; with `--watch`, again whenever one of its files changes, until Ctrl-C."""
    if not options.watch:
        yield from _generate(_clients(options), options)
        return
    if options.format != "text":
        raise DiagnosticError("usage", "--watch prints text", hint="omit --format")
    while True:
        clients = _clients(options)
        before = watched_files(clients)
        yield from _generate(clients, options)
        yield Output(conclusion="watching; Ctrl-C ends it")
        while watched_files(clients) == before:
            time.sleep(_INTERVAL)


def _clients(options: argparse.Namespace) -> Sequence[ClientConfig]:
    return generated_clients(options.names, options.output, options.package, options.config)


def _generate(clients: Sequence[ClientConfig], options: argparse.Namespace) -> Iterator[Output]:
    is_text = options.format == "text"
    for client in clients:
        with Progress(f"generating {client.name}") as progress:
            result = generate(
                client,
                force=options.force,
                strict=options.strict,
                rename=options.rename,
                skip_unchanged=is_text and not options.strict,
                compare=is_text,
                progress=progress.show,
                together=[each.package_dir for each in clients],
            )
        yield replace(
            _output(result),
            heading=heading(client, clients),
            validated=client.name if options.output is None else shell_words(client.sources),
        )


def _output(result: GenerateResult) -> Output:
    client, status = result.client, result.status
    lines: tuple[str, ...] = ()
    if status in (GenerateStatus.WRITTEN, GenerateStatus.UNCHANGED):
        lines = (
            generated_line(result),
            *(f"  {line}" for line in (*_renaming_lines(result), *_change_lines(result))),
            *(("", *result.next_steps) if result.next_steps else ()),
        )
    return Output(
        client=client.name,
        target=client.package_dir.as_posix(),
        diagnostics=result.diagnostics,
        findings=status is GenerateStatus.WARNINGS,
        operations=result.operations,
        models=result.models,
        json_fields={
            "written": status is GenerateStatus.WRITTEN,
            "files": [{"path": change.path, "change": str(change.kind)} for change in result.files],
            "renamings": [{"key": each.key, "old": each.old, "new": each.new} for each in result.renamings],
        },
        lines=lines,
        conclusion=(
            f"{client.name}: there are warnings (--strict); nothing was written"
            if status is GenerateStatus.WARNINGS
            else ""
        ),
        count_notes=True,
    )


def generated_line(result: GenerateResult) -> str:
    """The line that says what was generated, and what changed on disk."""
    counts = f"{pluralize(result.operations, 'operation')}, {pluralize(result.models, 'model')}"
    if result.status is GenerateStatus.UNCHANGED:
        change = "nothing changed"
    elif not result.files:
        change = "only the lock changed"
    else:
        removed = sum(each.after is None for each in result.files)
        change = f"{pluralize(len(result.files) - removed, 'file')} changed, {removed} removed"
    return f"generated {counts} into {result.client.package_dir.as_posix()}: {change}"


def _renaming_lines(result: GenerateResult) -> list[str]:
    """A table of old and new names, with their keys."""
    if not result.renamings:
        return []
    from fledge.diagnostics.render import escape_control_characters

    rows = [("old name", "new name", "of"), *((each.old, each.new, each.key) for each in result.renamings)]
    old, new = (max(len(row[column]) for row in rows) for column in (0, 1))
    return [f"{row[0]:<{old}}  {row[1]:<{new}}  {escape_control_characters(row[2])}" for row in rows]


def _change_lines(result: GenerateResult) -> list[str]:
    """What changed for callers, and the command that shows all of it."""
    comparison = result.comparison
    if comparison is None:
        return []
    from fledge.diff import summary_lines
    from fledge.workflows.diff import diff_command

    lines = summary_lines(comparison.diff)
    if len(lines) > len(comparison.diff.changes):
        return lines
    # Once the package is written, its lock no longer has the old digests: the command names both sides.
    command = diff_command(comparison, result.client)
    return [*lines, f"all changes: {command}"] if command else lines
