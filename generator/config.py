"""Which clients there are: the tables `[tool.fledge.clients.NAME]` of a pyproject.toml, or one named by hand."""

from __future__ import annotations

import keyword
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from generator.diagnostics import Document
from generator.fault import Fault, nearest
from generator.loader.filter import Filter
from generator.model.wanted import PagesWanted, Signature

FILE = "pyproject.toml"
CLIENT = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_KEYS = (
    "source",
    "output",
    "package",
    "env_prefix",
    "upstream",
    "api",
    "hosts",
    "overlays",
    "include",
    "exclude",
    "names",
    "pagination",
    "webhooks",
    "testing",
    "aiohttp",
)
_STANDARD = {  # https://www.standardwebhooks.com, in version 1.0.0
    "signature": "webhook-signature: v1,",
    "signed": "{id}.{timestamp}.{body}",
    "timestamp": "webhook-timestamp",
    "id": "webhook-id",
    "encoding": "base64",
    "secret": "base64",
}
_PLACE = r"[A-Za-z0-9-]+(: \S+)?"  # a header, and what stands before a value in it
_WEBHOOKS = {
    "signature": _PLACE,
    "signed": r"(?s).*",
    "timestamp": _PLACE,
    "id": _PLACE,
    "algorithm": "sha1|sha256|sha384|sha512",
    "encoding": "hex|base64",
    "secret": "text|base64",
    "env": "[A-Za-z_][A-Za-z0-9_]*",
}
"""The texts of a table `webhooks`, and what each may be."""
_PARTS = ("body", "sha256(body)", "timestamp", "id", "url")
# What a table of `pagination` may hold beside `items`, by the key that says which kind of pages it is.
_PAGES: dict[str, tuple[str, ...]] = {
    "token": ("parameter", "more"),
    "last": ("parameter", "more"),
    "page": ("pages", "more", "first"),
    "offset": ("total", "more", "first"),
    "next_url": (),
    "link": (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """Where a description is published: one document or page, or a documentation site of many.

    `headers` are sent to its host; `env:NAME` in a value stands for an environment variable.
    """

    url: str
    site: bool = False
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """One client to generate. Sources and target are relative to the working directory.

    `overlays` correct the description, `include` and `exclude` say what of it is wanted.
    `names` maps keys of the lock to the Python names that the user wants; `env_prefix` begins the names of
    the environment variables that the client reads its credentials from. From `hosts` references may be fetched.
    Of sources that describe several APIs, `apis` names those that are wanted. `upstream` is where they are published.
    `webhooks` is how the API signs what it sends by itself. With `testing`, the package helps its users to test; with
    `aiohttp`, it has a transport by that library.
    `pagination` says of operations how their lists go on.
    """

    name: str
    sources: tuple[str, ...]
    target: Path
    names: Mapping[str, str]
    env_prefix: str
    hosts: tuple[str, ...] = ()
    apis: tuple[str, ...] = ()
    upstream: Upstream | None = None
    overlays: tuple[str, ...] = ()
    include: Filter = Filter()
    exclude: Filter = Filter()
    webhooks: Signature | None = None
    testing: bool = False
    pagination: Mapping[str, PagesWanted] = field(default_factory=dict[str, PagesWanted])
    aiohttp: bool = False


def named_by_hand(sources: Sequence[str], output: str, package: str | None) -> Client:
    """The client of `fledge generate SOURCE --output DIR`, which no file configures."""
    name = package
    if name is None:
        stem = Path(os.path.abspath(sources[0])).name.split(".")[0]
        name = re.sub(r"[^0-9A-Za-z]+", "_", stem).strip("_").lower()
    if wrong := _not_a_package(name):
        raise Fault(
            "package-name",
            f"the package cannot be called `{name}`: {wrong}",
            hint="choose a name with --package NAME",
        )
    return Client(
        name=name,
        sources=tuple(sources),
        target=Path(output) / name,
        names={},
        env_prefix=name.upper(),
    )


def find(start: Path) -> Path | None:
    """The file that configures: the first in `start` and the folders above that has a table of ours."""
    found = _configuration(start)
    return found.path if found else None


def read(start: Path, path: Path | None = None, content: bytes | None = None) -> tuple[Client, ...]:
    """All configured clients in the order of the file; it is looked for in `start` and the folders above.

    With `path` and `content`, the clients of a file as it is going to be.
    """
    found = _configuration(start) if path is None else _Configuration(path, start, content)
    if found:
        return found.clients()
    raise Fault(
        "not-configured",
        f"no {FILE} here or above has a table [tool.fledge]",
        hint="add [tool.fledge.clients.NAME] with `source` and `output`: fledge init SOURCE; "
        "or name the source: fledge generate SOURCE --output DIR",
    )


def _configuration(start: Path) -> _Configuration | None:
    for folder in (start, *start.parents):
        path = folder / FILE
        if path.is_file():
            configuration = _Configuration(path, start)
            if configuration.table is not None:
                return configuration
    return None


def _not_a_package(name: str) -> str | None:
    if not name.isidentifier() or not name.isascii():
        return "it is not a Python identifier of ASCII letters, digits and _"
    if keyword.iskeyword(name):
        return "it is a keyword of Python"
    return None


class _Configuration:
    """One pyproject.toml: its values, and where in its text they stand."""

    def __init__(self, path: Path, start: Path, content: bytes | None = None) -> None:
        self.path = path
        self.root = path.parent
        self.start = start
        self.text = (path.read_bytes() if content is None else content).decode("utf-8", "replace")
        shown = Path(os.path.relpath(path, start)).as_posix()
        self.document = Document(name=shown, path=shown, text=self.text, syntax="toml")
        self.table = self._parse()

    def _parse(self) -> Any:
        import tomllib

        try:
            data = tomllib.loads(self.text.replace("\r\n", "\n"))
        except tomllib.TOMLDecodeError as error:
            match = re.search(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$", str(error))
            offset = len(self.text)
            if match and match[1]:
                lines = self.text.splitlines(keepends=True)
                offset = sum(len(line) for line in lines[: int(match[1]) - 1]) + int(match[2]) - 1
            message = str(error)[: match.start()] if match else str(error)
            raise self.fault(
                "config-syntax", f"this is not valid TOML: {message}", offset, "see https://toml.io"
            ) from None
        tool = data.get("tool", {})
        return tool.get("fledge") if isinstance(tool, dict) else None

    def clients(self) -> tuple[Client, ...]:
        self._expect_table(self.table, "tool.fledge", ("clients",))
        tables = self.table.get("clients", {})
        self._expect_table(tables, "tool.fledge.clients", None)
        if not tables:
            raise self.fault(
                "config-value",
                "[tool.fledge] configures no client",
                self._find("tool.fledge"),
                "add a table [tool.fledge.clients.NAME] with `source` and `output`",
            )
        clients = tuple(self._client(name, table) for name, table in tables.items())
        targets: dict[Path, str] = {}
        for client in clients:
            other = targets.setdefault(client.target.resolve(), client.name)
            if other != client.name:
                raise self.fault(
                    "config-value",
                    f"the clients `{other}` and `{client.name}` would both be written into {client.target}",
                    self._find(f"tool.fledge.clients.{client.name}"),
                    "give one of them another `output` or `package`",
                )
        upstreams: dict[str, Client] = {}
        for client in clients:
            if client.upstream is not None:
                first = upstreams.setdefault(client.sources[0], client)
                if first.upstream != client.upstream:
                    raise self.fault(
                        "config-value",
                        f"`{first.name}` and `{client.name}` have one `source`, and not the same `upstream`",
                        self._find(f"tool.fledge.clients.{client.name}", "upstream"),
                        "give one of them another `source`",
                    )
        return clients

    def _client(self, name: str, table: Any) -> Client:
        where = f"tool.fledge.clients.{name}"
        if not CLIENT.fullmatch(name):
            raise self.fault(
                "config-value",
                f"a client cannot be called {name!r}",
                self._find(where),
                "use letters, digits, _ and -",
            )
        self._expect_table(table, where, _KEYS)
        default = name.replace("-", "_")
        package = self._string(table, where, "package", default)
        if wrong := _not_a_package(package):
            raise self.fault(
                "package-name",
                f"the package cannot be called `{package}`: {wrong}",
                self._find(where, "package"),
                "choose another `package`",
            )
        api = table.get("api")
        env_prefix = self._string(table, where, "env_prefix", default.upper())
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", env_prefix):
            raise self.fault(
                "config-value",
                f"no environment variable can begin with {env_prefix!r}",
                self._find(where, "env_prefix"),
                "use letters, digits and _",
            )
        output = self._string(table, where, "output", None)
        return Client(
            name=name,
            sources=tuple(self._from_here(source) for source in self._sources(table, where)),
            target=Path(self._from_here(output)) / package,
            names=self._names(table, where),
            env_prefix=env_prefix,
            hosts=self._texts(table, where, "hosts", "example.com"),
            apis=(api,) if isinstance(api, str) and api else self._texts(table, where, "api", "Pets API"),
            upstream=self._upstream(table, where) if "upstream" in table else None,
            overlays=tuple(map(self._from_here, self._texts(table, where, "overlays", "overlays/fixes.yaml"))),
            include=self._filter(table, where, "include"),
            exclude=self._filter(table, where, "exclude"),
            pagination=self._pagination(table, where),
            webhooks=self._webhooks(table, where, env_prefix) if "webhooks" in table else None,
            testing=self._flag(table, where, "testing"),
            aiohttp=self._flag(table, where, "aiohttp"),
        )

    def _flag(self, table: dict[str, Any], where: str, key: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self._expected(where, key, "true or false", True)
        return value

    def _webhooks(self, client: dict[str, Any], where: str, env_prefix: str) -> Signature:
        table, where = client["webhooks"], f"{where}.webhooks"
        self._expect_table(table, where, ("scheme", "tolerance", *_WEBHOOKS))
        if table.get("scheme", "standard") != "standard":
            raise self._expected(where, "scheme", '"standard", or left out', True)
        given = {**(_STANDARD if "scheme" in table else {}), **table}
        texts = {key: self._string(given, where, key, None) for key in _WEBHOOKS if key in given}
        for key, text in texts.items():
            if not re.fullmatch(_WEBHOOKS[key], text):
                raise self._wrong_webhooks(where, key, f"`{key}` cannot be {text!r}")
        if "signature" not in texts:
            raise self._expected(where, "signature", "the header that holds the signature", False)
        signed = re.findall(r"\{([^}]+)\}", texts.get("signed", "{body}"))
        for part in signed:
            if part not in _PARTS:
                raise self._wrong_webhooks(where, "signed", f"`signed` cannot hold {{{part}}}")
        if not {"body", "sha256(body)"} & {*signed}:
            raise self._wrong_webhooks(where, "signed", "`signed` holds no body, so that any body would be accepted")
        for key in ("timestamp", "id"):
            if (key in texts) != (key in signed):
                message = f"`{key}` and {{{key}}} in `signed` need each other: what is not signed proves nothing"
                raise self._wrong_webhooks(where, key, message)
        tolerance = table.get("tolerance", 300)
        if type(tolerance) not in (int, float) or not 0 < tolerance < 1e9:
            raise self._expected(where, "tolerance", "a number of seconds", True)
        if "tolerance" in table and "timestamp" not in texts:
            raise self._wrong_webhooks(where, "tolerance", "`tolerance` needs a `timestamp`")
        return Signature(tolerance=tolerance, **{"env": f"{env_prefix}_WEBHOOK_SECRET", **texts})

    def _wrong_webhooks(self, where: str, key: str, message: str) -> Fault:
        return self.fault("config-value", message, self._find(where, key), "see docs/webhooks.md")

    def _pagination(self, table: dict[str, Any], where: str) -> dict[str, PagesWanted]:
        tables = table.get("pagination", {})
        where = f"{where}.pagination"
        self._expect_table(tables, where, None)
        return {key: self._pages(value, where, key) for key, value in tables.items()}

    def _pages(self, value: Any, where: str, key: str) -> PagesWanted:
        """What is said of one operation: false, or a table with exactly one of the keys that say how."""
        if value is False:
            return PagesWanted(none=True)
        if not isinstance(value, dict):
            raise self._expected(where, key, 'false, or a table such as { items = "data", page = "page" }', True)
        kinds = [kind for kind in _PAGES if kind in value]
        if len(kinds) != 1:
            raise self._expected(where, key, f"a table with exactly one of {', '.join(f'`{k}`' for k in _PAGES)}", True)
        known = (kinds[0], "items", *_PAGES[kinds[0]])
        for name, given in value.items():
            if name not in known:
                hint = nearest(name, known) or f"there are: {', '.join(known)}"
                message = f"there is no `{name}` in the pagination of `{key}` by `{kinds[0]}`"
                raise self.fault("config-key", message, self._find(where, key), hint)
            kind, what = {"link": (bool, "true"), "first": (int, "a whole number")}.get(name, (str, "a text"))
            if type(given) is not kind or given is False or (given == "" and name != "items"):
                raise self._expected(where, key, f"a table in which `{name}` is {what}", True)
        if "parameter" in known and "parameter" not in value:
            raise self._expected(where, key, "a table that names the `parameter`, too", True)
        return PagesWanted(**value)

    def _filter(self, table: dict[str, Any], where: str, key: str) -> Filter:
        value = table.get(key, {})
        inside = f"{where}.{key}"
        known = tuple(each.name for each in fields(Filter))
        self._expect_table(value, inside, known)
        return Filter(**{name: self._texts(value, inside, name, "pets*") for name in known})

    def _texts(self, table: dict[str, Any], where: str, key: str, example: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
            raise self.fault(
                "config-value",
                f"`{key}` must be a list of texts",
                self._find(where, key),
                f'write {key} = ["{example}"]',
            )
        return tuple(value)

    def _upstream(self, client: dict[str, Any], where: str) -> Upstream:
        table, headers = client["upstream"], {}
        if isinstance(table, dict):
            where, known = f"{where}.upstream", ("url", "site", "headers")
            self._expect_table(table, where, known)
            kinds = [kind for kind in ("url", "site") if kind in table]
            if len(kinds) != 1:
                raise self.fault(
                    "config-value",
                    f"[{where}] needs one of `url` and `site`",
                    self._find(where),
                    "`url` is one document or page, `site` is the documentation's address",
                )
            key, value, headers = kinds[0], table[kinds[0]], table.get("headers", {})
            if not isinstance(headers, dict) or not all(isinstance(text, str) for text in headers.values()):
                raise self._expected(where, "headers", 'a table such as { Authorization = "Bearer env:TOKEN" }', True)
        else:
            key, value = "upstream", table
        if not isinstance(value, str) or not re.fullmatch(r"https?://[^/\s@]+(/\S*)?", value):
            what = "the URL of what the API publishes, without a password (which `headers` can hold)"
            raise self._expected(where, key, what, True)
        source = client.get("source")
        if not isinstance(source, str) or "://" in source or re.search(r"[*?\[]", source):
            raise self._expected(
                where.removesuffix(".upstream"), "source", "one file or folder if there is an `upstream`", True
            )
        return Upstream(url=value, site=key == "site", headers=headers)

    def _sources(self, table: dict[str, Any], where: str) -> list[str]:
        value = table.get("source")
        sources: list[Any] = value if isinstance(value, list) else [value]
        if not sources or not all(isinstance(source, str) and source for source in sources):
            raise self._expected(where, "source", "a file, folder or glob, or a list of them", "source" in table)
        return sources

    def _names(self, table: dict[str, Any], where: str) -> dict[str, str]:
        names = table.get("names", {})
        if not isinstance(names, dict) or not all(isinstance(value, str) for value in names.values()):
            raise self._expected(where, "names", "a table of keys and Python names", True)
        for key, name in names.items():
            if any(not part.isidentifier() or keyword.iskeyword(part) for part in name.split(".")):
                place = self._find(f"{where}.names", key)
                raise self.fault("config-value", f"`{name}` cannot be a name in Python", place)
        return names

    def _string(self, table: dict[str, Any], where: str, key: str, default: str | None) -> str:
        value = table.get(key, default)
        if not isinstance(value, str) or not value:
            raise self._expected(where, key, "a text", key in table)
        return value

    def _expected(self, where: str, key: str, what: str, given: bool) -> Fault:
        if given:
            return self.fault("config-value", f"`{key}` is {what}", self._find(where, key))
        return self.fault("config-value", f"[{where}] lacks `{key}`: {what}", self._find(where))

    def _expect_table(self, value: Any, where: str, keys: Sequence[str] | None) -> None:
        if not isinstance(value, dict):
            parent, _, key = where.rpartition(".")
            raise self.fault("config-value", f"`{key}` is a table", self._find(parent, key))
        for key in value if keys is not None else ():
            if key not in (keys or ()):
                raise self.fault(
                    "config-key",
                    f"there is no `{key}` in [{where}]",
                    self._find(where, key),
                    nearest(key, keys or ()) or f"there are: {', '.join(keys or ())}",
                )

    def _from_here(self, path: str) -> str:
        """A path of the file, which is relative to it, as one that is relative to the working directory."""
        return path if "://" in path else os.path.relpath(os.path.join(self.root, path), self.start)

    def fault(self, code: str, message: str, offset: int, hint: str | None = None) -> Fault:
        return Fault(code, message, document=self.document, offset=offset, hint=hint)

    def _find(self, table: str, key: str | None = None) -> int:
        """Where a table, or a key in it, is written: a search good enough to point a user at the line."""
        here = ""
        inside = found = None
        offset = 0
        wanted = table if key is None else f"{table}.{key}"
        for line in self.text.splitlines(keepends=True):
            start = offset + len(line) - len(line.lstrip())
            offset += len(line)
            if header := re.match(r"\s*\[+([^\[\]]+)\]+\s*(?:#.*)?$", line):
                here = _plain(header[1])
                name = here
            elif assigned := re.match(r"""\s*((?:"[^"]*"|'[^']*'|[^=#\[\]{}"'])+?)\s*=""", line):
                name = f"{here}.{_plain(assigned[1])}"
            else:
                continue
            if name == wanted:
                return start
            if inside is None and name.startswith(f"{wanted}."):
                inside = start
            if found is None and f"{name}.".startswith(f"{table}."):
                found = start
        return found or 0 if inside is None else inside


def _plain(dotted: str) -> str:
    """A dotted key without its quotes and spaces."""
    return ".".join(part.strip().strip("\"'") for part in dotted.split("."))
