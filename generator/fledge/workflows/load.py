"""From sources to the IR: what every workflow that reads a description begins with."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from fledge.builder.build import build
from fledge.builder.names.conflicts import NameConflictError
from fledge.config.client import ClientConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector, Diagnostics
from fledge.ir import Api
from fledge.loader.load import load as load_spec
from fledge.loader.sources.files import SourceFile
from fledge.loader.sources.urls import allowed, is_remote
from fledge.loader.validate import validate_in_background
from fledge.openapi.document import Spec
from fledge.quick_dataclass import quick_dataclass
from fledge.workflows.errors import collect_errors
from fledge.writer import Lock
from fledge.writer.pulled_sources import pulled_files


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class LoadedApi:
    """A description and the IR that was built from it."""

    spec: Spec
    api: Api


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadResult:
    """What `load` read: `spec` and `api` are None if the diagnostics have an error."""

    client: ClientConfig
    diagnostics: Diagnostics
    spec: Spec | None = None
    api: Api | None = None

    @property
    def operations(self) -> int | None:
        """How many operations the client has."""
        return None if self.api is None else operation_count(self.api)

    @property
    def models(self) -> int | None:
        """How many models the client has."""
        return None if self.api is None else len(self.api.models)


def load(client: ClientConfig, *, validate: bool = True, use_lock: bool = True) -> LoadResult:
    """Read a client's description and build its IR. Paths are relative to the working directory.

    With `use_lock`, the names that the package's lock keeps are used. Without `validate`, only errors that make
    generating impossible are reported.
    """
    report = DiagnosticCollector()
    loaded = None
    with collect_errors(report):
        lock = Lock.read(client.package_dir) if use_lock else Lock()
        loaded = load_api(client, report, base=Path.cwd(), lock=lock, validator=validate)
    return LoadResult(
        client=client,
        diagnostics=report.freeze(),
        spec=loaded.spec if loaded else None,
        api=loaded.api if loaded else None,
    )


def load_api(
    client: ClientConfig,
    report: DiagnosticCollector,
    *,
    base: Path,
    lock: Lock,
    validator: bool = True,
    valid_digest: str = "",
    quick: bool = False,
    strict: bool = True,
) -> LoadedApi | None:
    """Load a description and build its IR; return None if an error was reported. Raise DiagnosticError.

    The content whose digest is `valid_digest` is not validated again. With `quick`, the validator is not asked about a
    large description that certainly is valid. Unless `strict`, the description may be older
    than the overlays and filters that are for it.
    """
    fetched: Sequence[SourceFile] = ()
    remote = [source for source in client.sources if is_remote(source) and allowed(source, client.hosts)]
    if remote:
        from fledge.workflows.fetch import fetch_sources

        fetched = fetch_sources(remote, client.hosts, report)
    spec = load_spec(
        [source for source in client.sources if source not in remote],
        report,
        base=base,
        hosts=client.hosts,
        apis=client.apis,
        overlays=client.overlays,
        roots=(*client.roots, *(() if client.upstream else (".",))),
        is_pulled=client.upstream is not None,
        published=published_urls(client, base),
        fetched=fetched,
        include=client.include,
        exclude=client.exclude,
        security=client.security,
        table=client.table,
        strict=strict,
    )
    if spec is None:
        return None
    skip = not validator or (valid_digest != "" and spec.digest == valid_digest)
    with nullcontext() if skip else validate_in_background(spec, report, quick=quick):
        api = build_api(spec, client, report, locked_names=lock.names)
    return None if report.failed else LoadedApi(spec=spec, api=api)


def published_urls(client: ClientConfig, base: Path) -> Mapping[str, str]:
    """The URLs of the files that were pulled into a client's source, by absolute path."""
    if client.upstream is None:
        return {}
    from fledge.pull.raw_files import raw_file

    source = os.path.abspath(base / client.sources[0])
    if os.path.isdir(source):
        files = pulled_files(Path(source))
        return {os.path.normpath(os.path.join(source, path)): url for path, url in files.items()}
    return {} if client.upstream.site else {source: raw_file(client.upstream.url)}


def build_api(spec: Spec, client: ClientConfig, report: DiagnosticCollector, *, locked_names: Mapping[str, str]) -> Api:
    """Build the IR of a description as a client is configured; `locked_names` are those that its lock keeps.

    Raise DiagnosticError for a name of the configuration that cannot hold.
    """
    try:
        return build(
            spec,
            report,
            overrides=client.names,
            locked_names=locked_names,
            env_prefix=client.env_prefix,
            signature=client.webhooks,
            pagination=client.pagination,
            idempotency=client.idempotency,
            table=client.table,
        )
    except NameConflictError as error:
        raise (error.at(client.table, client.names) if client.table else error) from None


def operation_count(api: Api) -> int:
    """How many operations a client has."""
    return sum(len(resource.operations) for resource in api.resources)
