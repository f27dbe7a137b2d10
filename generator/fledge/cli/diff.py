"""`fledge diff`: the report of each comparison, in the format that was asked for."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from fledge.cli.output import Output, Progress, heading
from fledge.config.client import ClientConfig
from fledge.config.pyproject import read_allowances
from fledge.diagnostics.errors import DiagnosticError
from fledge.diff.changes import Level
from fledge.workflows.clients import config_file, is_path, read_clients, unknown_client
from fledge.workflows.diff import Comparison, DiffResult, command_from_head, diff
from fledge.workflows.report_file import write_report

_LIMITS = {"breaking": Level.MAJOR, "minor": Level.MINOR, "any": Level.PATCH}
_FORMATS = {".html": "html", ".htm": "html", ".md": "markdown", ".json": "json"}
"""The format of a report by the suffix of its file."""


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Compare two sources, or each client with what it was generated from."""
    names: list[str] = options.names
    format = options.format or _FORMATS.get(Path(options.output or "").suffix.lower(), "text")
    allowances = read_allowances(Path.cwd(), None if options.config is None else config_file(options.config))
    if options.output is not None and format == "json":
        raise DiagnosticError(
            "usage", "--output writes a report, and JSON goes to stdout", hint="redirect it: --format json > FILE"
        )
    options.format = format
    if len(names) > 2 or options.client is not None and len(names) < 2:
        raise DiagnosticError("usage", "diff needs OLD and NEW", hint="fledge diff OLD NEW, or fledge diff CLIENT")
    if len(names) == 2:
        old, new = names
        client = _settings(options.client, options.config)
        with Progress(f"comparing {old} with {new}") as progress:
            result = diff(old, new, client=client, allowances=allowances, progress=progress.show)
        target = None if client is None else client.package_dir.as_posix()
        output = _output(result, target, options)
        yield from [output] if options.output is None else _into_file([output], options.output)
        return
    clients = _clients(names, options.config)
    if options.format == "html" and len(clients) > 1:
        choices = ", ".join(client.name for client in clients)
        raise DiagnosticError(
            "usage", f"a page is of one client. The clients are: {choices}", hint="fledge diff CLIENT"
        )
    outputs = []
    for client in clients:
        with Progress(f"comparing {client.name}") as progress:
            result = diff(client=client, allowances=allowances, progress=progress.show)
        output = _output(result, client.package_dir.as_posix(), options, heading=heading(client, clients))
        outputs.append(output)
        if options.output is None:
            yield output
    if options.output is not None:
        yield from _into_file(outputs, options.output)


def _settings(name: str | None, config: str | None) -> ClientConfig | None:
    """The client whose names and settings OLD and NEW are read with."""
    if name is None:
        return None
    clients = {client.name: client for client in read_clients(config)}
    if name not in clients:
        raise unknown_client(name, clients)
    return clients[name]


def _clients(names: Sequence[str], config: str | None) -> tuple[ClientConfig, ...]:
    try:
        every = read_clients(config)
    except DiagnosticError:
        if names and config is None and is_path(names[0]):
            raise _one_source(names[0]) from None
        raise
    clients = {client.name: client for client in every}
    for name in names:
        if name not in clients:
            raise _one_source(name) if is_path(name) else unknown_client(name, clients)
    return tuple(clients[name] for name in names) or every


def _one_source(name: str) -> DiagnosticError:
    """The error about a source that is compared with nothing."""
    command = command_from_head(name)
    hint = f"to compare with the last commit: {command}" if command else "name both: fledge diff OLD NEW"
    return DiagnosticError("usage", f"diff needs OLD and NEW, and {name} is one source", hint=hint)


def _output(result: DiffResult, target: str | None, options: argparse.Namespace, *, heading: str = "") -> Output:
    name, comparison = result.client.name, result.comparison
    if comparison is None:
        return Output(client=name, heading=heading, target=target, diagnostics=result.diagnostics)
    level = comparison.diff.unallowed_level
    is_json = options.format == "json"
    return Output(
        client=name,
        heading=heading,
        target=target,
        diagnostics=result.diagnostics,
        findings=bool(options.fail_on and level and level.rank <= _LIMITS[options.fail_on].rank),
        json_fields=_json(comparison) if is_json else {},
        lines=(
            ()
            if is_json
            else _render(comparison, options.format, heading, _command(options, name)).removesuffix("\n").split("\n")
        ),
    )


def _command(options: argparse.Namespace, client: str) -> str:
    """The command that prints all changes with their locations."""
    names: list[str] = options.names
    settings = ["--client", options.client] if options.client is not None else []
    return shlex.join(["fledge", "diff", *(names if len(names) == 2 else [client]), *settings])


def _into_file(outputs: Sequence[Output], file: str) -> Iterator[Output]:
    """Write the lines of all outputs into one file, and yield the outputs without them; nothing after an error."""
    if not any(output.diagnostics.failed for output in outputs):
        write_report(file, "".join(f"{line}\n" for output in outputs for line in output.lines))
    for output in outputs:
        yield replace(output, lines=(), conclusion="" if output.diagnostics.failed else f"wrote {file}")


def _json(comparison: Comparison) -> dict[str, object]:
    from fledge.diff.reports.json import to_json

    return to_json(comparison.diff, comparison.changes, comparison.old, comparison.new)


def _render(comparison: Comparison, format: str, heading: str, command: str) -> str:
    diff, changes, old, new = comparison.diff, comparison.changes, comparison.old, comparison.new
    match format:
        case "markdown":
            from fledge.diff.reports.markdown import render_markdown

            return render_markdown(diff, changes, *comparison.versions, name=heading, command=command)
        case "changelog":
            from fledge.diff.reports.changelog import render_changelog

            return render_changelog(diff, changes, *comparison.versions, name=heading)
        case "html":
            from fledge.diff.reports.html import render_html

            return render_html(diff, changes, *comparison.versions)
        case _:
            from fledge.diff.reports.text import render_text

            return render_text(diff, changes, old, new, name=heading)
