"""The files that `init` adds to: the table of a client, and Git's attributes."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from fledge.config.client import ClientConfig
from fledge.config.pyproject import FILE, OWN_FILE, read_config
from fledge.diagnostics.errors import DiagnosticError, DiagnosticErrors
from fledge.openapi.json_values import JSON, as_object

_SECRET = re.compile(r"auth|cookie|key|secret|token", re.IGNORECASE)
"""Names of headers whose values are nobody else's business."""

_COLLAPSED = {"_runtime/**": "", "fledge.lock": " merge=fledge"}
"""What of a package nobody reviews line by line: the same in every client, and hashes; and how Git merges it."""

MERGE_DRIVER = "git config merge.fledge.driver 'fledge merge %O %A %B'"
"""The command that lets Git unite the names of both branches. Git never takes commands from a repository."""


def header_pair(text: str) -> tuple[str, str]:
    """A header's name and value. Raise DiagnosticError if it is none, or has a secret that others would read."""
    name, colon, value = (part.strip() for part in text.partition(":"))
    if not colon or not value or not re.fullmatch(r"[\w!#$%&'*+.^`|~-]+", name, re.ASCII) or not value.isprintable():
        raise DiagnosticError(
            "usage",
            f"{name!r} is no header" if name else "a header is needed",
            hint="it is `NAME: VALUE`, such as `Accept: text/yaml`",
        )
    if _SECRET.search(name) and not re.search(r"env:[A-Za-z_]", value):
        raise DiagnosticError(
            "usage",
            f"the value of {name} would stand in {FILE}, where others read it",
            hint=f"let it come from the environment: --header '{name}: env:NAME'",
        )
    return name, value


def setting_lines(settings: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of keys. Raise DiagnosticError if one is none, or cannot stand beside those before it."""
    lines: list[str] = []
    for setting in settings:
        lines.append(_setting_line(setting))
        try:
            tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError:
            raise DiagnosticError(
                "usage", f"--set {setting} sets what another --set sets, too", hint="set each key once"
            ) from None
    return tuple(lines)


def _setting_line(setting: str) -> str:
    """Return the line of a key from `KEY=VALUE`, such as `testing=true`, `webhooks.scheme=standard` or `names."tag
    a"=b`.

    A value that is not TOML is a string. Raise DiagnosticError if the key is none, or one of an option of its own.
    """
    match = _SETTING.fullmatch(setting.strip())
    name, value = (match[1].strip(), match[2].strip()) if match else ("", "")
    for line in (f"{name} = {value}", f"{name} = {_text(value)}"):
        try:
            [key] = tomllib.loads(line)
        except ValueError:
            continue
        if key in _OPTIONS:
            raise DiagnosticError("usage", f"--set cannot set `{key}`", hint=f"use {_OPTIONS[key]}")
        return line
    raise DiagnosticError(
        "usage",
        f"--set takes KEY=VALUE, and not {setting!r}",
        hint="such as --set testing=true, or webhooks.scheme=standard",
    )


def client_table(
    path: Path,
    name: str,
    *,
    source: str,
    upstream: tuple[str, bool] | None,
    headers: tuple[str, ...],
    output: str,
    env_prefix: str,
    settings: tuple[str, ...] = (),
) -> list[str]:
    """The lines of a client's table in a configuration; `upstream` is a URL, and whether it is a site's.

    `settings` are lines of further keys.
    """
    table = f"{_prefix(path)}clients.{name}"
    key = "site" if upstream and upstream[1] else "url"
    lines = [
        f"[{table}]",
        f"source = {_text(source)}",
        *([f"upstream = {_text(upstream[0])}"] if upstream and key == "url" and not headers else []),
        *([f"upstream = {{ site = {_text(upstream[0])} }}"] if upstream and key == "site" and not headers else []),
        f"output = {_text(output)}",
        *([f"env_prefix = {_text(env_prefix)}"] if env_prefix else []),
        *settings,
    ]
    if upstream and headers:
        pairs = ", ".join(f"{_key(name)} = {_text(value)}" for name, value in map(header_pair, headers))
        lines += ["", f"[{table}.upstream]", f"{key} = {_text(upstream[0])}", f"headers = {{ {pairs} }}"]
    return lines


_SETTING = re.compile(r"""((?:"[^"]*"|'[^']*'|[^"'=])+)=(.*)""")
_OPTIONS = {
    "source": "the argument SOURCE",
    "upstream": "a URL as SOURCE, with --site and --header",
    "output": "--output",
    "env_prefix": "--env-prefix",
}
"""Keys that options of `init` set."""


def _prefix(path: Path) -> str:
    return "" if path.name == OWN_FILE else "tool.fledge."


def _key(name: str) -> str:
    return name if re.fullmatch("[A-Za-z0-9_-]+", name) else _text(name)


def append_table(path: Path, before: bytes, lines: list[str], name: str, here: Path) -> tuple[bytes, ClientConfig]:
    """A configuration with a client's table at its end, and the new client as the configuration will have it.

    Raise DiagnosticError; what is wrong with the new table has no place, as the file does not have it yet.
    """
    after = _append(before, lines)
    if _clients(path, before) is None:
        read_config(here, path, before)  # says what is wrong, and where
    if name in (_clients(path, before) or {}):
        raise DiagnosticError(
            "init-exists", f"{shown_path(path, here)} has a client `{name}` already", hint="choose another --name"
        )
    if name not in (_clients(path, after) or {}):
        raise DiagnosticError(
            "init-exists",
            f"{shown_path(path, here)} is written so that no table can be added at its end",
            hint=f"add [{_prefix(path)}clients.{name}] by hand",
        )
    try:
        clients = read_config(here, path, after)
    except DiagnosticErrors as errors:
        raise errors.without_places(len(before.decode("utf-8-sig", "replace"))) from None
    [client] = [client for client in clients if client.name == name]
    return after, client


def _clients(path: Path, content: bytes) -> dict[str, JSON] | None:
    """The tables of the clients in a configuration; None if it is not valid TOML."""
    try:
        value: JSON = tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except ValueError:
        return None
    for key in ("clients",) if path.name == OWN_FILE else ("tool", "fledge", "clients"):
        value = as_object(value).get(key)
    return as_object(value)


def _append(before: bytes, lines: list[str]) -> bytes:
    """A file with lines at its end, with the ends of lines that it has."""
    end = "\r\n" if b"\r\n" in before else "\n"
    gap = "" if not before else end if before.endswith(b"\n") else end * 2
    return before + (gap + "".join(f"{line}{end}" for line in lines)).encode()


def with_attributes(before: bytes, package: str, pulled: str) -> bytes:
    """`.gitattributes` by which reviews fold up what nobody reads, and Git merges the lock with `fledge merge`.

    `pulled` is the file or folder of a description from the web, if it is one.
    """
    existing = before.decode("utf-8", "replace").splitlines()
    paths = {f"/{package}/{part}": more for part, more in _COLLAPSED.items()}
    if pulled:
        paths[f"/{pulled}" if "." in pulled.rpartition("/")[2] else f"/{pulled}/**"] = ""
    lines = [f"{_pattern(path)} linguist-generated gitlab-generated{more}" for path, more in paths.items()]
    lines = [line for line in lines if line not in existing]
    return _append(before, lines) if lines else before


def _pattern(path: str) -> str:
    """A path as gitattributes(5) has it: quoted where it has a space."""
    return f'"{path}"' if " " in path else path


def shown_path(path: Path, here: Path) -> str:
    """A path as it is spelled in the folder `here`."""
    return Path(os.path.relpath(path, here)).as_posix()


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
