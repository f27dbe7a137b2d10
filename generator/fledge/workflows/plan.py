"""The whole flow on one screen: loader -> builder -> emitter -> writer, a frozen value at each border."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from pathlib import Path

from fledge.config.client import ClientConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.plural import pluralize
from fledge.emitter import emit, faults_in, format_package
from fledge.emitter.package import Package
from fledge.ir import Api
from fledge.openapi.document import Spec
from fledge.quick_dataclass import quick_dataclass
from fledge.workflows.branches import Branch, history, last_merge, open_merge, unite_names
from fledge.workflows.fingerprint import inputs_digest, source_digests
from fledge.workflows.import_names import check_import_name, import_name, project_root
from fledge.workflows.load import load_api, operation_count
from fledge.workflows.shared_runtime import plan_runtime
from fledge.writer import BuildInputs, Lock, WritePlan, plan_changes, read_disk


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A name that changed: its key in the lock and in the configuration, the old and the new name."""

    key: str
    old: str
    new: str


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class GenerationPlan:
    """A client in memory, and what writing it would change on disk; `runtime` is that of one which others share."""

    api: Api
    spec: Spec
    plan: WritePlan
    runtime: WritePlan | None = None

    @property
    def renamings(self) -> tuple[Renaming, ...]:
        """The names of the lock that are other ones now."""
        old = self.plan.before.names
        return tuple(
            Renaming(key=key, old=old[key], new=new)
            for key, new in sorted(self.api.names.items())
            if old.get(key, new) != new
        )

    @property
    def operations(self) -> int:
        """How many operations the client has."""
        return operation_count(self.api)

    @property
    def models(self) -> int:
        """How many models the client has."""
        return len(self.api.models)


def plan_generation(
    client: ClientConfig,
    report: DiagnosticCollector,
    *,
    base: Path,
    strict: bool = False,
    rename: bool = False,
) -> GenerationPlan | None:
    """Generate a client in memory and compare it with the disk; return None if an error was reported.

    A description that was validated when the package was written is not validated again, unless `strict`: then its
    warnings matter. After a merge in Git, the names of both branches hold, and what Git made of generated files is
    nobody's edit. With `rename`, no name of the lock holds. Raise DiagnosticError.
    """
    check_import_name(client, base, report)
    lock = Lock.read(client.package_dir)
    branches = open_merge(client.package_dir)
    united = _names_to_keep(lock, branches, rename)
    build = _build(client, report, united, base, strict)
    if build is None:
        return None
    plan = _compare(client, build, united, branches)
    if plan.conflicts or plan.unmanaged:
        merged = (*branches, *last_merge(client.package_dir))
        united = _names_to_keep(lock, merged, rename)
        if united.names != build.lock.names:
            build = _build(client, report, united, base, strict) or build
        plan = _compare(client, build, united, (*merged, *history(client.package_dir)))
    runtime = plan_runtime(client, build.package.shared_runtime)
    return GenerationPlan(api=build.api, spec=build.spec, plan=replace(plan, before=lock), runtime=runtime)


def _names_to_keep(lock: Lock, branches: Sequence[Branch], rename: bool) -> Lock:
    """Return the lock with the names that hold: those of all branches, or none."""
    united = unite_names(lock, branches)
    return replace(united, names={}) if rename else united


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class _Build:
    """A package in memory, and the lock whose names it has."""

    api: Api
    spec: Spec
    package: Package
    inputs: BuildInputs
    lock: Lock


def _build(
    client: ClientConfig,
    report: DiagnosticCollector,
    lock: Lock,
    base: Path,
    strict: bool,
) -> _Build | None:
    loaded = load_api(
        client, report, base=base, lock=lock, valid_digest="" if strict else lock.digest, quick=not strict
    )
    if loaded is None:
        return None
    package_dir = base / client.package_dir
    name = package_dir.name if client.distribution else import_name(package_dir, project_root(package_dir, base))[0]
    package = emit(
        loaded.api,
        name,
        testing=client.testing,
        aiohttp=client.aiohttp,
        distribution=client.distribution,
        runtime_level=client.runtime.level if client.runtime else 0,
    )
    inputs = BuildInputs(
        digest=loaded.spec.digest,
        inputs_digest=inputs_digest(client, package.names),
        counts={"models": len(loaded.api.models), "operations": operation_count(loaded.api)},
        sources=source_digests(client, loaded.spec.files),
    )
    return _Build(api=loaded.api, spec=loaded.spec, package=package, inputs=inputs, lock=lock)


def _compare(client: ClientConfig, build: _Build, lock: Lock, branches: Sequence[Branch]) -> WritePlan:
    package = build.package
    disk = read_disk(package, lock, client.package_dir)
    before = disk.before
    changed = [path for path, text in package.files.items() if path not in before or before[path] != text.encode()]
    _check_syntax(package, set(changed))
    package = format_package(package, only=package.unformatted)
    sides = [each.side([*changed, *(path for path in lock.files if path not in package.files)]) for each in branches]
    return plan_changes(disk, package, lock, build.inputs, sides)


def _check_syntax(package: Package, paths: Set[str]) -> None:
    """Raise DiagnosticError if Python cannot compile a file that would be written: no such package is."""
    faults = faults_in(package, only=paths)
    if faults:
        first = faults[0]
        others = f", and {pluralize(len(faults) - 1, 'other file')}" if faults[1:] else ""
        raise DiagnosticError(
            "generated-syntax",
            f"Python cannot compile `{first.path}`, line {first.line}{others}: {first.message}",
            hint="this is a bug of Fledge: please report it with a description that shows it; no file was changed",
        )
