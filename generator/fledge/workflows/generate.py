"""Generating a client: plan it, report what the change means for callers, write it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from fledge.config.client import ClientConfig
from fledge.config.pyproject import read_config
from fledge.diagnostics.diagnostic import DiagnosticCollector, Diagnostics
from fledge.diagnostics.errors import DiagnosticError
from fledge.workflows.errors import collect_errors
from fledge.workflows.fingerprint import up_to_date_lock
from fledge.workflows.verified import is_verified, mark_verified
from fledge.writer import VERDICTS, FileChange, Lock, WriteConflict, WritePlan, recover, write
from fledge.writer.reformatted import is_reformatted

if TYPE_CHECKING:  # at run time an unchanged client would pay for the imports of all stages
    from fledge.workflows.diff import Comparison
    from fledge.workflows.plan import GenerationPlan, Renaming

Progress = Callable[[str], None]
"""Is called with what is being done; with an empty text at the end."""


class GenerateStatus(StrEnum):
    """How a run ended."""

    FAILED = "failed"  # the diagnostics have an error; nothing was written
    WARNINGS = "warnings"  # there are warnings, and `strict`; nothing was written
    UNCHANGED = "unchanged"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateResult:
    """What `generate` did.

    `operations` and `models` count what the client has, and are None after an error. `files` are the files that were
    written or removed: none if only the lock changed. `is_new` says that there was no package before: then `next_steps`
    are the lines that install what it needs, and make the first call. `comparison` is what changed in the API since the
    package was generated, if it was asked for and Git has the sources. `renamings` are the names that `rename` changed.
    """

    client: ClientConfig
    status: GenerateStatus
    diagnostics: Diagnostics = Diagnostics()
    operations: int | None = None
    models: int | None = None
    files: tuple[FileChange, ...] = ()
    is_new: bool = False
    next_steps: tuple[str, ...] = ()
    comparison: Comparison | None = None
    renamings: tuple[Renaming, ...] = ()


def generate(
    client: ClientConfig,
    *,
    force: bool = False,
    strict: bool = False,
    rename: bool = False,
    skip_unchanged: bool = False,
    compare: bool = False,
    progress: Progress | None = None,
    together: Collection[Path] = (),
) -> GenerateResult:
    """Generate a client into its `package_dir`. Bad input is in the result's diagnostics; nothing is raised for it.

    `force` replaces files that were edited by hand. With `rename`, names of the lock do not hold. With `strict`,
    nothing is written if there are warnings. With `skip_unchanged`, a package that this machine generated from the same
    inputs is not generated again, and has no diagnostics. With `compare`, the result has what changed in the API.
    `together` are the packages that are generated in the same run: only with all its clients does a shared runtime
    change to that of another version of Fledge.
    """
    report = DiagnosticCollector()
    result = GenerateResult(client=client, status=GenerateStatus.FAILED)
    with collect_errors(report), ExitStack() as stack:
        recover(client.package_dir)
        if client.runtime is not None:
            recover(client.runtime.folder)
        lock = up_to_date_lock(client, base=Path.cwd()) if skip_unchanged and not rename else None
        if lock is not None and is_verified(lock) and _has_runtime(client, lock):
            return GenerateResult(
                client=client,
                status=GenerateStatus.UNCHANGED,
                operations=lock.counts["operations"],
                models=lock.counts["models"],
            )
        from fledge.workflows.plan import plan_generation
        from fledge.workflows.summary import ChangeSummary

        summary = ChangeSummary(client, stack) if compare else None
        planned = plan_generation(client, report, base=Path.cwd(), strict=strict, rename=rename)
        if planned is not None:
            result = replace(
                result,
                operations=planned.operations,
                models=planned.models,
                is_new=not planned.plan.before.files,
                renamings=planned.renamings if rename else (),
            )
            if strict and report.freeze().has_warnings:
                result = replace(result, status=GenerateStatus.WARNINGS)
            else:
                comparison = summary.finish(planned, report, progress) if summary else None
                result = write_generated(
                    replace(result, comparison=comparison), planned, report, force=force, together=together
                )
    return replace(result, diagnostics=report.freeze())


def write_generated(
    result: GenerateResult,
    planned: GenerationPlan,
    report: DiagnosticCollector,
    *,
    force: bool = False,
    together: Collection[Path] = (),
) -> GenerateResult:
    """Write what was planned, and return the result with its status and files. Errors go to the report."""
    with collect_errors(report):
        changes = planned.plan.files
        try:
            if planned.plan.conflicts and not force:
                raise WriteConflict(planned.plan.conflicts)
            has_runtime = False
            if planned.runtime is not None:
                from fledge.workflows.shared_runtime import check_versions, runtime_changes

                check_versions(result.client, planned.runtime, together)
                shared = runtime_changes(result.client, planned.runtime)
                if planned.runtime.conflicts and not force:
                    conflicts = {change.path for change in planned.runtime.conflicts}
                    raise WriteConflict(tuple(each for each in shared if Path(each.path).name in conflicts))
                has_runtime = write(planned.runtime, force=force)
                changes = tuple(sorted((*changes, *shared), key=lambda change: change.path))
            has_written = write(planned.plan, force=force) or has_runtime
        except WriteConflict as conflict:
            raise _conflict_error(result.client, conflict) from None
        mark_verified(planned.plan.after)
        _report_abandoned_package(result.client, planned.plan, report)
        status = GenerateStatus.WRITTEN if has_written else GenerateStatus.UNCHANGED
        if result.is_new:
            from fledge.workflows.next_steps import next_steps

            result = replace(result, next_steps=next_steps(planned.api, result.client, Path.cwd()))
        return replace(result, status=status, files=changes)
    return result


def _has_runtime(client: ClientConfig, lock: Lock) -> bool:
    """Whether the runtime that the client shares, if any, is what its clients need."""
    if client.runtime is None:
        return True
    from fledge.workflows.shared_runtime import plan_runtime

    plan = plan_runtime(client, lock.runtime)
    return plan is not None and not plan.files and not plan.unmanaged and not plan.lock_is_stale


def _conflict_error(client: ClientConfig, conflict: WriteConflict) -> DiagnosticError:
    lines = [f"{client.package_dir.as_posix()}: Fledge would overwrite edited files"]
    lines += [f"{VERDICTS[change.kind]}: {change.path}" for change in conflict.changes]
    if is_reformatted(conflict.changes):
        lines[0] = f"{client.package_dir.as_posix()}: a formatter rewrote generated files"
        return DiagnosticError(
            "file-modified", "\n".join(lines), hint=f"nothing was written; {reformatted_hint(client)}"
        )
    return DiagnosticError(
        "file-modified",
        "\n".join(lines),
        hint="nothing was written; move your changes elsewhere, or discard them with --force",
    )


def reformatted_hint(client: ClientConfig) -> str:
    """What to do about a formatter that rewrites the package."""
    folder = client.package_dir.as_posix()
    return (
        f'exclude the folder from the formatter, such as `extend-exclude = ["{folder}"]` in [tool.ruff], '
        "and run once: fledge generate --force"
    )


def _report_abandoned_package(client: ClientConfig, plan: WritePlan, report: DiagnosticCollector) -> None:
    """Add a note if a configured client is new, and a package of the same sources is beside it that no client has."""
    if plan.before.files:
        return
    try:
        configured = read_config(Path.cwd())
    except DiagnosticError:
        return
    if client not in configured:
        return
    package_dirs = {each.package_dir.resolve() for each in configured}
    for folder in sorted(path.parent for path in client.package_dir.parent.glob("*/fledge.lock")):
        with suppress(DiagnosticError):
            sources = Lock.read(folder).sources
            if sources and sources == plan.after.sources and folder.resolve() not in package_dirs:
                new, old = client.package_dir.as_posix(), folder.as_posix()
                report.note(
                    "package-left-behind",
                    f"{old} was generated from the same sources, and no client of pyproject.toml has it any more",
                    hint=f"if you renamed the client to `{client.name}`, keep its names: "
                    f"rm -r {new} && git mv {old} {new} && fledge generate; else delete {old}",
                )
                return
