"""Which clients a command is about: those of the configuration, by name, or one of sources that are named."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from fledge.config.client import CLIENT_NAME, ClientConfig, client_from_arguments
from fledge.config.pyproject import find_config, read_config, workspace_configs
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.similar_names import suggest
from fledge.quick_dataclass import quick_dataclass

_UPSTREAM_HINT = 'add it beside `source`: upstream = "https://api.example.com/openapi.json"'


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Clients, and whether they are configured: a client of sources that are only read has no package."""

    clients: tuple[ClientConfig, ...]
    is_configured: bool = True


def configured_clients(names: Sequence[str], config: str | None, source_hint: str) -> tuple[ClientConfig, ...]:
    """Return the clients of pyproject.toml, or of the file `config`, with these names, or all. Raise DiagnosticError.

    `source_hint` says what to do with a name that is a source.
    """
    clients = read_clients(config)
    return _by_name(names, clients, source_hint) if names else clients


def read_clients(config: str | None) -> tuple[ClientConfig, ...]:
    """Return the clients of the nearest configuration, or of the file `config`. Raise DiagnosticError.

    At the root of a uv workspace, these are also the clients of its members.
    """
    here = Path.cwd()
    if config is not None:
        return read_config(here, config_file(config))
    members = workspace_configs(here)
    clients = read_config(here) if not members or find_config(here) else ()
    return (*clients, *(client for path in members for client in read_config(here, path)))


def config_file(config: str) -> Path:
    """Return the file that `--config` names. Raise DiagnosticError if there is none."""
    if not Path(config).is_file():
        raise DiagnosticError(
            "not-configured", f"there is no file {config}", hint="name a pyproject.toml or fledge.toml: --config FILE"
        )
    return Path(config)


def generated_clients(
    names: Sequence[str], output: str | None, package: str | None, config: str | None = None
) -> tuple[ClientConfig, ...]:
    """Return configured clients, or with `output` the one client of the sources `names`. Raise DiagnosticError."""
    if output is None and package is not None:
        raise DiagnosticError(
            "usage", "--package needs --output; a configured client has its name", hint="omit --package"
        )
    if output is None:
        return configured_clients(names, config, "a source needs the folder for its package: {} --output DIR")
    if not names:
        raise DiagnosticError(
            "usage", "--output needs a source: a file, folder or glob", hint="add one: SOURCE --output DIR"
        )
    return (client_from_arguments(names, output, _package_of(names[0]) if package is None else package),)


def _package_of(source: str) -> str:
    """Return the name of the package that a source gives it. Raise DiagnosticError for standard input."""
    from fledge.loader.sources.files import STDIN
    from fledge.loader.sources.urls import is_remote
    from fledge.workflows.client_names import name_of_source

    if source == STDIN:
        raise DiagnosticError("usage", "standard input gives the package no name", hint="add one: --package NAME")
    survey = None
    if is_remote(source):
        from fledge.workflows.fetch import survey_source

        survey = survey_source(source)
    return name_of_source(source, Path.cwd(), survey)


def shell_words(sources: Sequence[str]) -> str:
    """Return sources as a shell takes them; nothing if one is standard input, which was read."""
    from fledge.loader.sources.files import STDIN

    return "" if STDIN in sources else shlex.join(sources)


def clients_with_upstream(names: Sequence[str], config: str | None = None) -> tuple[ClientConfig, ...]:
    """Return the clients with these names, or all with an `upstream`. Raise DiagnosticError."""
    clients = configured_clients(names, config, "pull fetches the upstream of a client; to add one: fledge init {}")
    if names:
        return clients
    clients = tuple(client for client in clients if client.upstream)
    if not clients:
        raise DiagnosticError("upstream-missing", "no client has an `upstream`", hint=_UPSTREAM_HINT)
    return clients


def upstream_missing(client: ClientConfig) -> DiagnosticError:
    """The error about a client that cannot be pulled."""
    return DiagnosticError("upstream-missing", f"the client `{client.name}` has no `upstream`", hint=_UPSTREAM_HINT)


def clients_or_sources(names: Sequence[str], config: str | None = None) -> Selection:
    """Return the clients with these names, all without names, or one client of sources. Raise DiagnosticError."""
    if not names:
        return Selection(clients=read_clients(config))
    if not any(CLIENT_NAME.fullmatch(name) for name in names):
        return _of_sources(names)  # none can be a client's name, so no configuration is needed
    try:
        clients = read_clients(config)
    except DiagnosticError:
        if all(os.path.exists(name) for name in names):
            return _of_sources(names)
        raise
    configured = {client.name for client in clients}
    if configured.isdisjoint(names) and all(map(is_path, names)):
        return _of_sources(names)
    return Selection(
        clients=_by_name(names, clients, "clients and sources are two runs: name only {}, or only clients")
    )


def is_path(name: str) -> bool:
    """Whether an argument is a source rather than the name of a client."""
    return os.path.exists(name) or not CLIENT_NAME.fullmatch(name)


def unknown_client(name: str, clients: Mapping[str, ClientConfig], source_hint: str = "") -> DiagnosticError:
    """The error about a name that no client has; `source_hint` is for the name of a source, which is put into it."""
    hint = suggest(name, clients) or f"the clients are: {', '.join(clients)}"
    if is_path(name) and source_hint:
        owner = next(
            (each.name for each in clients.values() if os.path.abspath(name) in map(os.path.abspath, _paths(each))),
            None,
        )
        hint = f"it belongs to the client `{owner}`: name that; else " if owner else ""
        hint += source_hint.format(name)
    return DiagnosticError("unknown-client", f"there is no client `{name}` in the configuration", hint=hint)


def _paths(client: ClientConfig) -> tuple[str, ...]:
    """The sources of a client on this disk, and the folder of its package."""
    return *(source for source in client.sources if "://" not in source), str(client.package_dir)


def _by_name(names: Sequence[str], clients: tuple[ClientConfig, ...], source_hint: str) -> tuple[ClientConfig, ...]:
    by_name = {client.name: client for client in clients}
    for name in names:
        if sum(client.name == name for client in clients) > 1:
            raise DiagnosticError(
                "usage",
                f"several members of the workspace have a client `{name}`",
                hint="name one's file: --config FILE",
            )
        if name not in by_name:
            raise unknown_client(name, by_name, source_hint)
    return tuple(by_name[name] for name in dict.fromkeys(names))


def _of_sources(sources: Sequence[str]) -> Selection:
    """A client that is never written, so that any name is good enough."""
    try:
        client = client_from_arguments(sources, os.curdir)
    except DiagnosticError:
        client = client_from_arguments(sources, os.curdir, "client")
    return Selection(clients=(client,), is_configured=False)
