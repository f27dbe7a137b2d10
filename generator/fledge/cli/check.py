"""`fledge check`: what it prints of each package that is not up to date."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator
from dataclasses import replace

from fledge.cli.output import Output, Progress, heading
from fledge.diagnostics.plural import pluralize
from fledge.workflows.check import CheckResult, check
from fledge.workflows.clients import generated_clients


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Check each client."""
    clients = generated_clients(options.names, options.output, options.package, options.config)
    for client in clients:
        with Progress(f"checking {client.name}"):
            result = check(client)
        yield replace(_output(result, _generate_command(options)), heading=heading(client, clients))


def _generate_command(options: argparse.Namespace) -> str:
    """The command that generates what these options check."""
    words = ["fledge", "generate", *(options.names if options.output is not None else ())]
    for name in ("output", "package", "config"):
        value = getattr(options, name)
        words += [f"--{name}", value] if value is not None else []
    return shlex.join(words)


def _output(result: CheckResult, generate_command: str) -> Output:
    folder = result.client.package_dir.as_posix()
    return Output(
        client=result.client.name,
        target=folder,
        diagnostics=result.diagnostics,
        findings=bool(result.files),
        operations=result.operations,
        models=result.models,
        json_fields={
            "files": [{"path": path, "verdict": verdict} for path, verdict in result.files],
            "diff": "".join(f"{line}\n" for line in result.diff),
        },
        lines=() if result.diagnostics.failed else tuple(_lines(result, folder, generate_command)),
        annotations=tuple(_annotations(result, folder)),
        stale_files=[(f"{folder}/{path}", verdict) for path, verdict in result.files],
        hide_diagnostics=True,
    )


def _lines(result: CheckResult, folder: str, generate_command: str) -> Iterator[str]:
    if not result.files:
        yield f"{folder}: {pluralize(result.file_count, 'file')}, as generated"
        return
    missing = sum(verdict == "missing" for _, verdict in result.files)
    for path, verdict in result.files:
        if not result.is_missing or verdict != "missing":
            yield f"{verdict}: {folder}/{path}"
    if result.is_missing:
        yield f"missing: {folder} ({pluralize(missing, 'file')}); run `{generate_command}`"
        return
    if result.diff:
        yield ""
        yield from result.diff
    yield ""
    yield from (f"{folder}: {advice}" for advice in _advice(result, generate_command))


def _advice(result: CheckResult, generate_command: str) -> Iterator[str]:
    """What to do about files that are not as generated; Fledge never changes Python files of others."""
    if result.is_reformatted:
        from fledge.workflows.generate import reformatted_hint

        yield f"a formatter rewrote generated files; {reformatted_hint(result.client)}"
    elif result.edited:
        yield f"`{generate_command}` keeps edited files; to discard the edits: --force"
    if result.unmanaged:
        files = pluralize(result.unmanaged, "file")
        yield f"{files} not written by Fledge; move your files elsewhere, delete the others"
    stale = len(result.files) - result.unmanaged
    if stale:
        yield f"{pluralize(stale, 'file')} not as generated; run `{generate_command}`"


def _annotations(result: CheckResult, folder: str) -> Iterator[str]:
    if not result.files:
        return
    from fledge.diagnostics.render import workflow_command

    for path, verdict in result.files:
        message = f"{path} is not what would be generated"
        yield workflow_command("error", message, file=f"{folder}/{path}", title=verdict)
