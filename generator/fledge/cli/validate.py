"""`fledge validate`: the diagnostics of descriptions, and nothing else."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from fledge.cli.output import Output, Progress, heading
from fledge.diagnostics.plural import pluralize
from fledge.workflows.clients import clients_or_sources
from fledge.workflows.load import load


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Validate each client, or the description of the sources that are named."""
    selection = clients_or_sources(options.names, options.config)
    for client in selection.clients:
        with Progress(f"validating {client.name}"):
            result = load(client, use_lock=selection.is_configured)
        counts = f"{pluralize(result.operations, 'operation')}, {pluralize(result.models, 'model')}"
        line = f"{client.name}: {counts}{'' if result.diagnostics else ', no problems'}"
        yield Output(
            client=client.name,
            heading=heading(client, selection.clients),
            target=client.package_dir.as_posix() if selection.is_configured else None,
            diagnostics=result.diagnostics,
            findings=options.strict and result.diagnostics.has_warnings,
            operations=result.operations,
            models=result.models,
            lines=() if result.api is None else (line,),
        )
