"""`fledge completion`: the script by which a shell completes commands, options and clients."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from fledge.cli.output import Output


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Print the script for one shell."""
    from argcomplete.shell_integration import shellcode

    yield Output(lines=shellcode(["fledge"], shell=options.shell).rstrip("\n").split("\n"))
