"""The reader of the configuration: a pyproject.toml with `[tool.fledge]` or a fledge.toml in, the clients out."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from fledge.config.client import (
    CLIENT_NAME,
    PATHS,
    ClientConfig,
    SharedRuntime,
    UpstreamConfig,
    default_env_prefix,
    package_dir_problem,
    url_problem,
)
from fledge.config.distribution import DistributionConfig
from fledge.config.filters import Filter
from fledge.config.keys import CLIENT_KEYS, DIFF_KEYS, ROOT_KEYS
from fledge.config.pagination import PaginationConfig
from fledge.config.places import ConfigTable
from fledge.config.rules import pagination_problem, signature_problems
from fledge.config.security_reader import read_security
from fledge.config.table_reader import TableReader
from fledge.config.toml_positions import lines_of
from fledge.config.toml_text import toml_text
from fledge.config.values import Table
from fledge.config.webhooks import STANDARD_WEBHOOKS, WebhookSignatureConfig
from fledge.diagnostics.conflict_marks import first_conflict
from fledge.diagnostics.errors import DiagnosticError, DiagnosticErrors
from fledge.diagnostics.similar_names import similar, suggest
from fledge.diagnostics.source import SourceText
from fledge.identifiers import package_name_error, python_name_error

FILE = "pyproject.toml"
OWN_FILE = "fledge.toml"
"""A file for Fledge alone: its tables are those of `[tool.fledge]`, without that prefix."""
_READ_FIELDS = frozenset(("upstream", "include", "exclude", "webhooks", "pagination", "distribution", "security"))
"""Fields of a client that have the name of a key, and a value that is made of it."""


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration: a fledge.toml, or a pyproject.toml that has a table `[tool.fledge]`."""
    configuration = _find(start)
    return configuration.path if configuration else None


def read_config(start: Path, path: Path | None = None, content: bytes | None = None) -> tuple[ClientConfig, ...]:
    """Return all configured clients in the order of the file, which is in `start` or the nearest folder above.

    With `path`, it is this file; with `content`, as it is going to be. Raise DiagnosticError with everything that
    is wrong with the configuration, or if there is none.
    """
    configuration = _find(start) if path is None else _Configuration(path, start, content)
    if configuration and configuration.table is not None:
        return configuration.clients()
    if path is not None:
        raise DiagnosticError(
            "not-configured",
            f"{path.as_posix()} has no table [tool.fledge]",
            hint="run `fledge init SOURCE` to add one",
        )
    raise DiagnosticError(
        "not-configured",
        f"there is no {OWN_FILE}, and no {FILE} with a table [tool.fledge], here or above",
        hint="run `fledge init SOURCE` to add one; or name a source: fledge validate SOURCE, "
        "fledge generate SOURCE --output DIR",
    )


def workspace_configs(root: Path) -> tuple[Path, ...]:
    """Return the configurations of the members of a uv workspace whose root is this folder, sorted; none elsewhere."""
    import tomllib

    try:
        data = tomllib.loads((root / FILE).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):  # a file that cannot be read is reported where it is needed
        return ()
    value: Any = data
    for key in ("tool", "uv", "workspace"):
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, dict):
        return ()
    members, excluded = (_folders(root, value.get(key)) for key in ("members", "exclude"))
    files = (_find_in(folder, root) for folder in sorted(members - excluded - {root}))
    return tuple(each.path for each in files if each)


def _folders(root: Path, patterns: object) -> set[Path]:
    """The folders that glob patterns of a workspace name."""
    texts = [each for each in patterns if isinstance(each, str)] if isinstance(patterns, list) else []
    return {folder for text in texts if not text.startswith("/") for folder in root.glob(text) if folder.is_dir()}


def read_allowances(start: Path, path: Path | None = None) -> Mapping[str, str]:
    """Return the changes that `fledge diff` allows, with reasons; none if no configuration is found.

    Raise DiagnosticError if one names no rule of `diff`, or has no reason.
    """
    configuration = _find(start) if path is None else _Configuration(path, start)
    return configuration.allowances() if configuration else {}


def _find(start: Path) -> _Configuration | None:
    return next((each for folder in (start, *start.parents) if (each := _find_in(folder, start))), None)


def _find_in(folder: Path, start: Path) -> _Configuration | None:
    """The configuration of a folder. Raise DiagnosticError if it has two."""
    existing = [_Configuration(folder / name, start) for name in (OWN_FILE, FILE) if (folder / name).is_file()]
    configured = [each for each in existing if each.table is not None]
    if len(configured) > 1:
        raise DiagnosticError(
            "config-twice",
            f"{OWN_FILE} and [tool.fledge] in {FILE} both configure Fledge",
            document=configured[0].document,
            offset=0,
            hint=f"move the clients of one into the other: [tool.fledge.clients.NAME] is [clients.NAME] in {OWN_FILE}",
        )
    return configured[0] if configured else None


class _Configuration:
    """One file: its values, and what is wrong with them."""

    def __init__(self, path: Path, start: Path, content: bytes | None = None) -> None:
        self.path = path
        self.root = path.parent
        self.start = start
        shown = Path(os.path.relpath(path, start)).as_posix()
        self.document = toml_text(shown, path.read_bytes() if content is None else content)
        self.reader = TableReader(self.document)
        self.prefix = "tool.fledge."
        self.table = self._parse()

    def _parse(self) -> Any:
        """The value of `tool.fledge`, or None; of a file that is Fledge's own, all that it has."""
        import tomllib

        text = self.document.text
        try:
            data = tomllib.loads(text.replace("\r\n", "\n"))
        except tomllib.TOMLDecodeError as error:
            match = re.search(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$", str(error))
            offset = len(text)
            if match and match[1]:
                lines = lines_of(text)
                offset = sum(len(line) for line in lines[: int(match[1]) - 1]) + int(match[2]) - 1
            message = str(error)[: match.start()] if match else str(error)
            message, hint = f"this is not valid TOML: {message}", "see https://toml.io"
            if (conflict := first_conflict(text)) is not None:
                message, offset = "this file has an unresolved merge conflict, which begins here", conflict
                hint = "resolve it: choose the lines of a side, and remove the marks"
            raise DiagnosticError("config-syntax", message, document=self.document, offset=offset, hint=hint) from None
        tool = data.get("tool", {})
        table = tool.get("fledge") if isinstance(tool, dict) else None
        if table is None and (self.path.name == OWN_FILE or self.path.name != FILE and "clients" in data):
            self.prefix, table = "", data
        return table

    def clients(self) -> tuple[ClientConfig, ...]:
        if not isinstance(self.table, dict):
            self.reader.error("config-value", "`fledge` must be a table", "tool", "fledge")
            raise DiagnosticErrors(self.document, self.reader.problems)
        tables = self.table.get("clients")
        if isinstance(tables, dict):
            tables = {name: _with_scheme(table) for name, table in tables.items()}
            self.table = {**self.table, "clients": tables}
        values = self.reader.read_table(ROOT_KEYS, {"clients": {}, **self.table}, self.prefix[:-1])
        runtime = values.get("runtime")
        tables_read = values.get("clients", {})
        clients = [client for name, table in tables_read.items() if (client := self._client(name, table))]
        clients = self._sharing(clients, runtime) if runtime else clients
        if tables in (None, {}) and not any(similar(name, ["clients"]) for name in self.table):
            self.reader.error(
                "config-value",
                f"{self.document.path} configures no client",
                self.prefix[:-1],
                hint=f"add a table [{self.prefix}clients.NAME] with `source` and `output`",
            )
        self._check_together(clients)
        self._check_rules(values.get("diff", {}).get("allow", {}))
        if self.reader.problems:
            raise DiagnosticErrors(self.document, self.reader.problems)
        return tuple(clients)

    def allowances(self) -> Mapping[str, str]:
        table = self.table.get("diff") if isinstance(self.table, dict) else None
        if table is None:
            return {}
        values = self.reader.read_value(Table(keys=DIFF_KEYS), table, self.prefix[:-1], "diff") or {}
        allowances: dict[str, str] = values.get("allow", {})
        self._check_rules(allowances)
        if self.reader.problems:
            raise DiagnosticErrors(self.document, self.reader.problems)
        return allowances

    def _check_rules(self, allowances: Mapping[str, str]) -> None:
        """Report each code of a rule that there is none of."""
        if not allowances:
            return
        from fledge.diff.rules import BY_CODE  # takes longer than all else that is read here

        for key in allowances:
            code = key.partition(" ")[0]
            if code not in BY_CODE:
                hint = suggest(code, BY_CODE) or "docs/rules.md has the rules"
                self.reader.error("config-value", f"there is no rule `{code}`", f"{self.prefix}diff.allow", key, hint)

    def _client(self, name: str, values: Mapping[str, Any]) -> ClientConfig | None:
        """One client; None if a required key is missing or wrong, which is reported already."""
        table = f"{self.prefix}clients.{name}"
        if not CLIENT_NAME.fullmatch(name):
            self.reader.error(
                "config-value", f"a client cannot be called {name!r}", table, hint="use letters, digits, _ and -"
            )
        default = name.replace("-", "_")
        package = values.get("package", default)
        is_reported = package == default and not CLIENT_NAME.fullmatch(name)
        if not is_reported and (problem := package_name_error(package)):
            self.reader.error("package-name", problem, table, "package", "choose another `package`")
        for key, python_name in values.get("names", {}).items():
            if problem := python_name_error(python_name):
                self.reader.error("config-value", problem, f"{table}.names", key)
        env_prefix = values.get("env_prefix", default_env_prefix(name))
        upstream = self._upstream(values, table)
        pagination = self._pagination(values, table)
        webhooks = self._webhooks(values, table, env_prefix)
        security = read_security(values.get("security", {}), f"{table}.security", self.reader)
        if any(key.name not in values for key in CLIENT_KEYS if key.required):
            return None
        return ClientConfig(
            name=name,
            sources=tuple(map(self._from_start, values["source"])),
            package_dir=Path(self._from_start(values["output"])) / package,
            apis=values.get("api", ()),
            upstream=upstream,
            include=Filter(**values.get("include", {})),
            exclude=Filter(**values.get("exclude", {})),
            webhooks=webhooks,
            pagination=pagination,
            security=security,
            distribution=_distribution(values.get("distribution", False)),
            table=ConfigTable(document=self.document, name=table),
            **{"names": {}, "env_prefix": env_prefix, **self._plain_values(values)},
        )

    def _plain_values(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a client that are what their key says; paths become relative to the working directory."""
        return {
            field.name: (
                tuple(map(self._from_start, values[field.name])) if field.metadata == PATHS else values[field.name]
            )
            for field in fields(ClientConfig)
            if field.name in values and field.name not in _READ_FIELDS
        }

    def _upstream(self, values: Mapping[str, Any], table: str) -> UpstreamConfig | None:
        value = values.get("upstream")
        if value is None:
            return None
        source = values.get("source", ("",))
        if len(source) != 1 or "://" in source[0] or re.search(r"[*?\[]", source[0]):
            self.reader.error(
                "config-value", "`source` must be one file or folder if there is an `upstream`", table, "source"
            )
        addresses = [value] if isinstance(value, str) else [value[key] for key in ("url", "site") if key in value]
        for problem in filter(None, map(url_problem, addresses)):
            self.reader.error("config-value", f"`upstream` is not a URL: {problem}", table, "upstream")
        if isinstance(value, str):
            return UpstreamConfig(url=value)
        if f"{table}.upstream" in self.reader.faulty_tables:
            return None
        if len({"url", "site"} & {*value}) != 1:
            self.reader.error(
                "config-value",
                f"[{table}.upstream] must have one of `url` and `site`",
                f"{table}.upstream",
                hint="`url` is one document or page, `site` is a documentation site",
            )
            return None
        url = value.get("url") or value["site"]
        indent = value.get("indent", True)
        return UpstreamConfig(url=url, site="site" in value, headers=value.get("headers", {}), indent=indent)

    def _pagination(self, values: Mapping[str, Any], table: str) -> dict[str, PaginationConfig]:
        result = {}
        for key, value in values.get("pagination", {}).items():
            if value is False:
                result[key] = PaginationConfig(none=True)
            elif f"{table}.pagination.{key}" in self.reader.faulty_tables:
                continue
            elif problem := pagination_problem(value):
                code, message, hint = problem
                self.reader.error(code, f"the pagination of `{key}` {message}", f"{table}.pagination", key, hint)
            else:
                result[key] = PaginationConfig(**value)
        return result

    def _webhooks(self, values: Mapping[str, Any], table: str, env_prefix: str) -> WebhookSignatureConfig | None:
        table = f"{table}.webhooks"
        if "webhooks" not in values or table in self.reader.faulty_tables:
            return None
        value = {key: each for key, each in values["webhooks"].items() if key != "scheme"}
        for key, message in signature_problems(value):
            about = message if key else f"[{table}] {message}"
            self.reader.error("config-value", about, table, key or None, "see docs/webhooks.md")
        return WebhookSignatureConfig(**{"env": f"{env_prefix}_WEBHOOK_SECRET", **value})

    def _sharing(self, clients: list[ClientConfig], runtime: str) -> list[ClientConfig]:
        """Return the clients with the runtime that they share. Report those that cannot import it."""
        folders = shared_folders(runtime, [client.package_dir for client in clients])
        sharing: list[ClientConfig] = []
        for client, folder in zip(clients, folders):
            table = f"{self.prefix}clients.{client.name}"
            problem = ""
            if folder is None:
                problem = f"is not inside of the package `{runtime.rpartition('.')[0]}`, which holds the runtime"
            elif folder != folders[0] and folders[0] is not None:
                problem = f"is inside of another folder than {folders[0].parent.as_posix()}, which holds the runtime"
            elif client.distribution:
                problem = (
                    "is a distribution, which cannot share a runtime: `distribution` and `runtime` exclude each other"
                )
            elif client.package_dir.resolve() == folder.resolve():
                problem = "is where the runtime is written"
            if problem:
                hint = f"write it into a package that holds all clients, and name the runtime after that: {runtime}"
                self.reader.error("config-value", f"{client.package_dir.as_posix()} {problem}", table, "output", hint)
            elif folder is not None:
                above = os.path.abspath(folder.parent)
                level = len(Path(os.path.abspath(client.package_dir)).relative_to(above).parts)
                shared = SharedRuntime(
                    folder=folder, level=level, package_dirs=tuple(each.package_dir for each in clients)
                )
                sharing.append(replace(client, runtime=shared))
        return sharing

    def _check_together(self, clients: list[ClientConfig]) -> None:
        """Report clients that would write the same package or the same description."""
        packages: dict[Path, ClientConfig] = {}
        upstreams: dict[str, ClientConfig] = {}
        for client in clients:
            table = f"{self.prefix}clients.{client.name}"
            if problem := package_dir_problem(client, packages):
                hint = "give one of them another `output` or `package`"
                self.reader.error("config-value", problem, table, hint=hint)
            if client.upstream is None:
                continue
            first = upstreams.setdefault(client.sources[0], client)
            if first.upstream != client.upstream:
                self.reader.error(
                    "config-value",
                    f"`{first.name}` and `{client.name}` have the same `source` and another `upstream`",
                    table,
                    "upstream",
                    "give one of them another `source`",
                )

    def _from_start(self, path: str) -> str:
        """A path of the file, which is relative to it, as one that is relative to the working directory."""
        return path if "://" in path else os.path.relpath(os.path.join(self.root, path), self.start)


def shared_folders(runtime: str, package_dirs: Sequence[Path]) -> list[Path | None]:
    """Return the folder of a shared runtime as each package sees it; None if it is not inside of the runtime's package.

    `acme_clients._runtime` is the folder `_runtime` in the nearest folder `acme_clients` above the package.
    """
    *parents, name = runtime.split(".")
    folders: list[Path | None] = []
    for package_dir in package_dirs:
        above = Path(os.path.abspath(package_dir)).parents
        named = (parent for parent in above if parent.parts[-len(parents) :] == tuple(parents))
        parent = next(named, None)
        folders.append(Path(os.path.relpath(parent / name)) if parent else None)
    return folders


def _with_scheme(table: Any) -> Any:
    """A client's table, with the values that the `scheme` of its webhooks stands for."""
    webhooks = table.get("webhooks") if isinstance(table, dict) else None
    if isinstance(webhooks, dict) and "scheme" in webhooks:
        return {**table, "webhooks": {**STANDARD_WEBHOOKS, **webhooks}}
    return table


def _distribution(value: bool | Mapping[str, str]) -> DistributionConfig | None:
    """`true` means a distribution with the name of the package and the version of the description."""
    if isinstance(value, bool):
        return DistributionConfig() if value else None
    return DistributionConfig(**value)
