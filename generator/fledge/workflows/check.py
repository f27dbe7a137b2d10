"""Checking that a package is what would be generated: contents are compared, and the lock proves nothing.

Nothing is written. Whoever can edit a file of the package can edit its digest in the lock, so every file is generated
again, and compared byte by byte.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from fledge.config.client import ClientConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector, Diagnostics
from fledge.workflows.errors import collect_errors
from fledge.workflows.plan import plan_generation
from fledge.workflows.shared_runtime import path_from_package
from fledge.writer import WritePlan, file_verdicts, unified_diff
from fledge.writer.reformatted import is_reformatted


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What `check` found.

    `files` are (path from the package, verdict) of each file that is not as generated, those of a shared runtime
    included; with `is_missing`, the package does not exist. `edited` and `unmanaged` count the files that generating
    would refuse to overwrite, or leave alone. `diff` is what generating would change, as lines of a unified diff.
    `file_count` is the number of files that the package should have. With `is_reformatted`, all edits are a
    formatter's.
    """

    client: ClientConfig
    diagnostics: Diagnostics = Diagnostics()
    operations: int | None = None
    models: int | None = None
    file_count: int = 0
    files: tuple[tuple[str, str], ...] = ()
    edited: int = 0
    is_reformatted: bool = False
    unmanaged: int = 0
    is_missing: bool = False
    diff: tuple[str, ...] = ()

    @property
    def is_current(self) -> bool:
        """Whether the package is what would be generated."""
        return not self.diagnostics.failed and not self.files


def check(client: ClientConfig) -> CheckResult:
    """Compare a client's package with what would be generated. Bad input is in the result's diagnostics."""
    report = DiagnosticCollector()
    result = CheckResult(client=client)
    with collect_errors(report):
        planned = plan_generation(client, report, base=Path.cwd())
        if planned is not None:
            result = replace(
                _compare(client, planned.plan, planned.runtime), operations=planned.operations, models=planned.models
            )
    return replace(result, diagnostics=report.freeze())


def _compare(client: ClientConfig, plan: WritePlan, runtime: WritePlan | None) -> CheckResult:
    is_missing = not plan.before.files and len(plan.files) >= len(plan.after.files)
    files = file_verdicts(plan)
    every = (plan, runtime) if runtime else (plan,)
    folders = [each.as_posix() for each in (client.package_dir, *([client.runtime.folder] if client.runtime else []))]
    if runtime:
        above = path_from_package(client, runtime)
        files = tuple(sorted((*files, *((f"{above}/{path}", verdict) for path, verdict in file_verdicts(runtime)))))
    return CheckResult(
        client=client,
        file_count=len(plan.after.files),
        files=files,
        edited=sum(len(each.conflicts) for each in every),
        is_reformatted=is_reformatted(tuple(change for each in every for change in each.conflicts)),
        unmanaged=sum(len(each.unmanaged) for each in every),
        is_missing=bool(files) and is_missing,
        # The diff of a package that does not exist would be the package.
        diff=(
            ()
            if is_missing
            else tuple(line for each, shown in zip(every, folders) for line in unified_diff(each, shown))
        ),
    )
