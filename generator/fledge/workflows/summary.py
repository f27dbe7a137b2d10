"""What a change of the sources means for callers: found by another process while this one makes the package, if it can."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from fledge.config.client import ClientConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError
from fledge.second_process import has_second_core, run_beside
from fledge.workflows.fingerprint import source_digests
from fledge.workflows.load import LoadedApi, operation_count
from fledge.writer import Lock

if TYPE_CHECKING:  # at run time a client whose sources are the same would pay for their imports
    from fledge.workflows.diff import Comparison, Progress, Side

_LARGE = 500
"""Models and operations from which on to read the old description takes several times as long as to begin a process."""


class ChangeSummary:
    """The comparison of what a package was generated from with what it is generated from now.

    It begins when the new Api is built. `report` has the sources of that; what `stack` holds is left at the end of the
    run, however that ends.
    """

    def __init__(self, client: ClientConfig, report: DiagnosticCollector, stack: ExitStack) -> None:
        self._client = client
        self._report = report
        self._stack = stack
        self._finish: Callable[[Progress], Comparison | None] = lambda _: None

    def begin(self, built: LoadedApi) -> None:
        """Compare with an Api, if the sources changed: of several, the last one counts."""
        client, lock = self._client, Lock.read(self._client.package_dir)
        if not lock.sources or lock.sources == source_digests(client, built.spec.files):
            self._finish = lambda _: None
            return
        from tempfile import TemporaryDirectory

        from fledge.workflows.diff import Side

        is_renamed = any(lock.names.get(key, name) != name for key, name in built.api.names.items())
        current = None if is_renamed else Side.of(built.api, built.spec, self._report)
        if len(built.api.models) + operation_count(built.api) < _LARGE or not has_second_core():
            self._finish = partial(_compare, client, current)
            return
        # A process that is killed removes nothing, so its folder is this one's.
        folder = self._stack.enter_context(TemporaryDirectory(prefix="fledge-", ignore_cleanup_errors=True))
        result = run_beside(_compare_silently, (client, current, folder))

        def finish(progress: Progress) -> Comparison | None:
            progress("comparing")
            return result()

        self._finish = finish

    def finish(self, progress: Progress | None) -> Comparison | None:
        """What changed; None if the sources are the same, or Git does not have the old ones."""
        show = progress or (lambda _: None)
        try:
            return self._finish(show)
        finally:
            show("")


def _compare(
    client: ClientConfig, current: Side | None, progress: Progress, folder: str | None = None
) -> Comparison | None:
    from fledge.workflows.diff import compare_with_lock

    try:
        return compare_with_lock(client, DiagnosticCollector(), progress, current=current, folder=folder)
    except DiagnosticError:
        return None


def _compare_silently(inputs: tuple[ClientConfig, Side | None, str]) -> Comparison | None:
    client, current, folder = inputs
    return _compare(client, current, lambda _: None, folder)
