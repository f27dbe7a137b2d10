"""The runtime that several clients share: what they need together, against its folder and its lock."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from fledge import version
from fledge.config.client import ClientConfig, SharedRuntime
from fledge.diagnostics.errors import DiagnosticError
from fledge.writer import BuildInputs, FileChange, Lock, WritePlan, plan_changes, read_disk

_INPUTS = BuildInputs(digest="", inputs_digest="", counts={}, sources={})


def plan_runtime(client: ClientConfig, modules: Collection[str]) -> WritePlan | None:
    """Return what writing the shared runtime of a client would change, if that needs `modules`; None if it shares none.

    The runtime has what all its clients need, by their locks. Raise DiagnosticError.
    """
    shared = client.runtime
    if shared is None:
        return None
    from fledge.emitter.emit import runtime_package
    from fledge.emitter.runtime import is_module
    from fledge.workflows.branches import Branch, history, last_merge, open_merge, unite_names

    others = (name for _, lock in other_locks(client, shared) for name in lock.runtime)
    package = runtime_package(sorted({*modules, *filter(is_module, others)}))
    lock = Lock.read(shared.folder)

    def plan(branches: Sequence[Branch]) -> WritePlan:
        united = unite_names(lock, branches)
        disk = read_disk(package, united, shared.folder)
        sides = [each.side([*package.files, *united.files]) for each in branches]
        return plan_changes(disk, package, united, _INPUTS, sides)

    planned = plan(open_merge(shared.folder))
    if planned.conflicts:
        folder = shared.folder
        planned = plan((*open_merge(folder), *last_merge(folder), *history(folder)))
    return replace(planned, before=lock)


def other_locks(client: ClientConfig, shared: SharedRuntime) -> list[tuple[Path, Lock]]:
    """Return the packages that share a client's runtime, but for its own, with their locks."""
    package_dir = client.package_dir.resolve()
    return [(each, Lock.read(each)) for each in shared.package_dirs if each.resolve() != package_dir]


def check_versions(client: ClientConfig, plan: WritePlan, together: Collection[Path]) -> None:
    """Raise DiagnosticError if another version of Fledge made a package that shares the runtime which would change.

    That of the packages in `together` is generated as well.
    """
    assert client.runtime is not None
    if not plan.before.files or plan.before.generator == version.FLEDGE or not plan.files:
        return
    for package_dir, lock in other_locks(client, client.runtime):
        if lock.runtime and lock.generator != version.FLEDGE and package_dir not in together:
            raise DiagnosticError(
                "runtime-version",
                f"{package_dir.as_posix()} shares the runtime {client.runtime.folder.as_posix()}, and Fledge "
                f"{lock.generator} made both; this is Fledge {version.FLEDGE}",
                hint="generate all clients together: fledge generate",
            )


def path_from_package(client: ClientConfig, plan: WritePlan) -> str:
    """Return the path of a shared runtime from the package of a client."""
    return Path(os.path.relpath(plan.folder, client.package_dir.resolve())).as_posix()


def runtime_changes(client: ClientConfig, plan: WritePlan) -> tuple[FileChange, ...]:
    """Return the changes of the runtime by their paths from the client's package."""
    above = path_from_package(client, plan)
    return tuple(replace(change, path=f"{above}/{change.path}") for change in plan.files)
