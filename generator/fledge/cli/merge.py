"""`fledge merge`: the merge driver that Git calls for `fledge.lock`; it prints nothing where all is well."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from fledge.cli.output import Output
from fledge.workflows.branches import merge_locks


def run(options: argparse.Namespace) -> Iterator[Output]:
    """Write the lock of both sides in place of ours."""
    merge_locks(Path(options.base), Path(options.ours), Path(options.theirs))
    yield Output()
