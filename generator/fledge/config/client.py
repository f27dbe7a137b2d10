"""One client as it is configured: the value that every command starts from."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from fledge.config.distribution import DistributionConfig
from fledge.config.filters import Filter
from fledge.config.pagination import PaginationConfig
from fledge.config.places import ConfigTable
from fledge.config.security import SecuritySchemeConfig
from fledge.config.webhooks import WebhookSignatureConfig
from fledge.diagnostics.errors import DiagnosticError
from fledge.identifiers import package_name_error
from fledge.quick_dataclass import quick_dataclass

CLIENT_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
ENV_PREFIX = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
PATHS = MappingProxyType({"paths": True})
"""Metadata of a field that holds paths: they are relative to the working directory."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamConfig:
    """Where a description is published: one document or page, or a documentation site of many.

    `headers` are sent to its host; `env:NAME` in a value stands for an environment variable. With `indent`, minified
    documents are stored indented.
    """

    url: str
    site: bool = False
    indent: bool = True
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class SharedRuntime:
    """The runtime of several clients: its folder, and how many folders it is above the package of this one.

    `package_dirs` are those of all clients that share it.
    """

    folder: Path
    level: int
    package_dirs: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientConfig:
    """One client to generate. `config/keys.py` says what each key means; paths are relative to the working directory.

    `package_dir` is the package's folder: `output` and `package` of the file joined. `apis` is the file's `api`.
    `table` is where the file has it, for messages; it is no part of the settings.
    """

    name: str
    sources: tuple[str, ...] = field(metadata=PATHS)
    package_dir: Path
    names: Mapping[str, str]
    env_prefix: str
    idempotency: str = ""
    hosts: tuple[str, ...] = ()
    roots: tuple[str, ...] = field(default=(), metadata=PATHS)
    apis: tuple[str, ...] = ()
    upstream: UpstreamConfig | None = None
    overlays: tuple[str, ...] = field(default=(), metadata=PATHS)
    include: Filter = Filter()
    exclude: Filter = Filter()
    security: Mapping[str, SecuritySchemeConfig] = field(default_factory=dict[str, SecuritySchemeConfig])
    webhooks: WebhookSignatureConfig | None = None
    testing: bool = False
    pagination: Mapping[str, PaginationConfig] = field(default_factory=dict[str, PaginationConfig])
    aiohttp: bool = False
    distribution: DistributionConfig | None = None
    runtime: SharedRuntime | None = None
    table: ConfigTable | None = field(default=None, compare=False, repr=False)


def package_dir_problem(client: ClientConfig, packages: dict[Path, ClientConfig]) -> str:
    """Return how the package of a client and one of `packages` are in each other's way, or nothing; add the package."""
    folder = client.package_dir.resolve()
    first = packages.setdefault(folder, client)
    if first is not client:
        return f"the clients `{first.name}` and `{client.name}` would both be written into {client.package_dir}"
    for path, other in packages.items():
        if path in folder.parents:
            return (
                f"the package of `{client.name}` would be inside of {other.package_dir}, the package of `{other.name}`"
            )
        if folder in path.parents:
            return (
                f"the package of `{other.name}` would be inside of {client.package_dir}, the package of `{client.name}`"
            )
    return ""


def default_env_prefix(name: str) -> str:
    """The prefix of variables for a client of this name, as providers have it: `CHROMA` for `chroma_api`."""
    return re.sub(r"(?<=.)_(API|CLIENT|SDK)$", "", name.replace("-", "_").upper())


def url_problem(address: str) -> str:
    """What is wrong with an address that is meant to be a URL; nothing if it has a host."""
    if re.search(r"\s", address):
        return "it has a space, which URLs spell %20"
    try:
        parts = urlsplit(address)
        _ = parts.port  # is checked when it is read
    except ValueError as error:
        return str(error)
    if "@" in parts.netloc:
        return "it has a user or a password, which belong into a header"
    return "" if parts.hostname else "it names no host"


def check_url(address: str) -> None:
    """Raise DiagnosticError if an address that a user names is not a URL."""
    problem, userinfo = url_problem(address), _userinfo(address)
    if problem and userinfo:
        hint = "send them: fledge init URL --header 'Authorization: Basic env:USER:env:PASSWORD'"
        shown = address.replace(f"{userinfo}@", "")
        raise DiagnosticError("usage", f"Fledge cannot fetch {shown}: {problem}", hint=hint)
    if problem:
        raise DiagnosticError("usage", f"{address} is not a URL: {problem}", hint="a URL begins with https://HOST/")


def _userinfo(address: str) -> str:
    """The user and password in a URL; nothing if it has none."""
    match = re.match(r"[A-Za-z]+://([^/?#]*)@", address)
    return match[1] if match else ""


def client_from_arguments(sources: str | Sequence[str], output: str, package: str | None = None) -> ClientConfig:
    """The client of `fledge generate SOURCE --output DIR`, which no file configures; `sources` may be one source.

    Naming a URL allows its host. Raise DiagnosticError if the package has no name that Python can import.
    """
    sources = [sources] if isinstance(sources, str) else sources
    name = package
    if name is None:
        stem = Path(os.path.abspath(sources[0])).name.split(".")[0]
        plain = "".join(each for each in unicodedata.normalize("NFKD", stem) if not unicodedata.combining(each))
        name = re.sub(r"[^0-9A-Za-z]+", "_", plain).strip("_").lower()
    if problem := package_name_error(name):
        raise DiagnosticError("package-name", problem, hint="choose a name with --package NAME")
    if output == "~" or output.startswith("~/"):
        raise DiagnosticError("usage", f"Fledge does not expand `~` in {output}", hint="write the whole path")
    urls = [source for source in sources if "://" in source and not source.lower().startswith("file:")]
    for url in urls:
        check_url(url)
    return ClientConfig(
        name=name,
        sources=tuple(sources),
        package_dir=Path(output) / name,
        names={},
        env_prefix=default_env_prefix(name),
        hosts=tuple(urlsplit(url).netloc.rpartition("@")[2] for url in urls),
    )
