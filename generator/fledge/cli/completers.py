"""What a shell completes besides commands and options: clients, files, codes. Argcomplete calls these functions."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence


def complete(action: argparse.Action, completer: Callable[..., Sequence[str]]) -> None:
    """Let a shell complete an argument by a function; argcomplete looks for it in this attribute."""
    setattr(action, "completer", completer)


def clients(prefix: str, parsed_args: argparse.Namespace, **_: object) -> Sequence[str]:
    """The clients of the configuration; none if it cannot be read."""
    from fledge.diagnostics.errors import DiagnosticError
    from fledge.workflows.clients import read_clients

    try:
        return [client.name for client in read_clients(getattr(parsed_args, "config", None))]
    except DiagnosticError:
        return ()


def clients_and_files(prefix: str, parsed_args: argparse.Namespace, **_: object) -> Sequence[str]:
    """The clients of the configuration, and files that may be sources."""
    from argcomplete.completers import FilesCompleter

    files: Sequence[str] = FilesCompleter()(prefix)
    return [*clients(prefix, parsed_args), *files]


def codes(prefix: str, **_: object) -> Sequence[str]:
    """The codes that `fledge rules` lists."""
    from fledge.diagnostics.codes import diagnostic_codes
    from fledge.diff.rules import RULES

    return [*(rule.code for rule in RULES), *(each.code for each in diagnostic_codes())]
