"""What a change of the sources means for callers: the old description is read beside the new one, if that pays."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from fledge.config.client import ClientConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError
from fledge.second_process import has_second_core, run_beside
from fledge.workflows.fingerprint import has_same_sources, source_digests
from fledge.workflows.plan import GenerationPlan
from fledge.writer import Lock

if TYPE_CHECKING:  # at run time a client whose sources are the same would pay for their imports
    from fledge.workflows.diff import Baseline, Comparison, Progress

_LARGE = 500
"""Models and operations from which on to read the old description takes several times as long as to begin a process."""


class ChangeSummary:
    """The comparison of what a package was generated from with what it is generated from now.

    Make it before the new description is read. What `stack` holds is left at the end of the run, however that ends.
    """

    def __init__(self, client: ClientConfig, stack: ExitStack) -> None:
        self._client = client
        self._lock = lock = Lock.read(client.package_dir)
        self._result: Callable[[], Baseline | None] | None = None
        if (
            sum(lock.counts.values()) < _LARGE
            or not has_second_core()
            or has_same_sources(client, lock, base=Path.cwd())
        ):
            return
        from tempfile import TemporaryDirectory

        # A process that is killed removes nothing, so its folder is this one's.
        folder = stack.enter_context(TemporaryDirectory(prefix="fledge-", ignore_cleanup_errors=True))
        self._result = run_beside(_read_silently, (client, folder), stack)

    def finish(
        self, planned: GenerationPlan, report: DiagnosticCollector, progress: Progress | None
    ) -> Comparison | None:
        """What changed; None if the sources are the same, or Git does not have the old ones.

        `report` has the new ones.
        """
        client, lock = self._client, self._lock
        if not lock.sources or lock.sources == source_digests(client, planned.spec.files):
            return None
        show = progress or (lambda _: None)
        try:
            return self._compare(planned, report, show)
        except DiagnosticError:
            return None
        finally:
            show("")

    def _compare(self, planned: GenerationPlan, report: DiagnosticCollector, progress: Progress) -> Comparison | None:
        from fledge.workflows.diff import Side, compare_with_baseline, read_baseline

        if self._result is None:
            baseline = read_baseline(self._client, DiagnosticCollector(), progress)
        else:
            progress("comparing")
            baseline = self._result()
        if baseline is None:
            return None
        is_renamed = any(self._lock.names.get(key, name) != name for key, name in planned.api.names.items())
        current = None if is_renamed else Side.of(planned.api, planned.spec, report)
        return compare_with_baseline(baseline, self._client, DiagnosticCollector(), progress, current=current)


def _read_silently(inputs: tuple[ClientConfig, str]) -> Baseline | None:
    from fledge.workflows.diff import read_baseline

    client, folder = inputs
    try:
        return read_baseline(client, DiagnosticCollector(), lambda _: None, folder)
    except DiagnosticError:
        return None
