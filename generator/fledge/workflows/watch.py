"""Which files clients are made of, and when each was last changed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from fledge.config.client import ClientConfig
from fledge.config.pyproject import find_config
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError
from fledge.loader.sources.files import local_files
from fledge.writer import Lock


def watched_files(clients: Sequence[ClientConfig]) -> Mapping[str, tuple[int, int]]:
    """Return the time of change (ns) and the size (bytes) of each local file that the clients are made of.

    These are sources, overlays, the files that a source refers to, as the lock has them, and the configuration.
    """
    here = Path.cwd()
    files: dict[str, None] = {}
    for client in clients:
        named = local_files([*client.sources, *client.overlays], DiagnosticCollector(), base=here)
        files |= dict.fromkeys(map(os.path.abspath, named))
        with suppress(DiagnosticError):
            locked = Lock.read(client.package_dir).sources
            files |= {os.path.abspath(client.package_dir / path): None for path in locked if "://" not in path}
    with suppress(DiagnosticError):
        if (configuration := find_config(here)) is not None:
            files[str(configuration)] = None
    states: dict[str, tuple[int, int]] = {}
    for file in files:
        with suppress(OSError):  # it was removed, which is a change as well
            status = os.stat(file)
            states[file] = (status.st_mtime_ns, status.st_size)
    return states
