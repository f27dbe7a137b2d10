"""A first configuration: what `fledge init` adds to a project, worked out in memory before anything is written.

Only new text is added: an existing table, package or description is never touched, nor is a line of a file that is
added to.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.config import CLIENT, FILE, Client, find, named_by_hand, read
from generator.fault import Fault
from generator.loader.remote import is_remote

_ATTRIBUTES = ".gitattributes"
_DOCUMENTS = (".json", ".yaml", ".yml", ".md")
_SECRET = re.compile(r"auth|cookie|key|secret|token", re.IGNORECASE)
"""Names of headers whose values are nobody else's business."""

_COLLAPSED = ("_runtime/**", "fledge.lock")
"""What of a package nobody reviews line by line: the same in every client, and hashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the user said by flags; None where they did not."""

    source: str
    site: bool | None
    headers: tuple[str, ...] | None
    """Each `NAME: VALUE`."""

    name: str | None
    output: str | None
    env_prefix: str | None
    attributes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A client to be, and the content of each file that is made for it or added to.

    `pulled` is where the description goes if it comes from the web.
    """

    client: Client
    files: dict[Path, bytes]
    pulled: Path | None

    def drop(self) -> None:
        """Take away what was pulled: it was of no use."""
        if self.pulled is not None and self.pulled.is_dir():
            shutil.rmtree(self.pulled)
        elif self.pulled is not None:
            self.pulled.unlink(missing_ok=True)

    def write(self) -> None:
        """Write the files."""
        for path, content in self.files.items():
            _write(path, content)


Ask = Callable[[str, str], str]
"""Asks a question, with the answer that holds if none is given."""


def setup(asked: Asked, ask: Ask, *, here: Path, folder: bool = False) -> Setup:
    """Work out what to add. Raises Fault where something is there already, or is wrong with what was asked for.

    With `folder`, what comes from the web is several files.
    """
    path = find(here) or here / FILE
    root = path.parent
    source, remote = asked.source, is_remote(asked.source)
    if not remote and (asked.site or asked.headers):
        what = "is no address of a site" if asked.site else "is no URL, so that no header is sent"
        raise Fault("usage", f"{source} {what}", hint="a URL begins with https://")
    if not remote and not os.path.exists(source) and not re.search(r"[*?\[]", source):
        raise Fault("source-missing", f"there is no file or folder {source}", hint="names are relative to this folder")
    upstream = _upstream(asked, ask) if remote else {}
    name = asked.name or ask("the client's name", _name_of_site(source) if remote else _name_of(source))
    if not CLIENT.fullmatch(name):
        raise Fault("config-value", f"a client cannot be called {name!r}", hint="use letters, digits, _ and -")
    output = asked.output or ask("the folder in which the package's folder is made", "generated")
    default = name.replace("-", "_").upper()
    env_prefix = asked.env_prefix or ask("what names of environment variables begin with", default)
    if remote:
        source = _shown(root / "specs" / (not folder and _file_name(source) or name), here)
    table = f"tool.fledge.clients.{name}"
    lines = [
        f"[{table}]",
        f"source = {_text(_from(root, source, here))}",
        *([f"upstream = {upstream['url']}"] if [*upstream] == ["url"] else []),
        *([f"upstream = {{ site = {upstream['site']} }}"] if [*upstream] == ["site"] else []),
        f"output = {_text(_from(root, output, here))}",
        *([f"env_prefix = {_text(env_prefix)}"] if env_prefix != default else []),
    ]
    if "headers" in upstream:
        lines += ["", f"[{table}.upstream]", *(f"{key} = {value}" for key, value in upstream.items())]
    before = path.read_bytes() if path.exists() else b""
    after = _added(before, lines)
    client = _client(path, before, after, name, here)
    for taken in (client.target, Path(source) if remote else None):
        if taken is not None and os.path.lexists(here / taken):
            raise Fault("init-exists", f"{taken.as_posix()} exists already", hint="choose another --name or --output")
    files = {path: after}
    if asked.attributes:
        attributes = root / _ATTRIBUTES
        package = _from(root, client.target.as_posix(), here)
        files[attributes] = _with_attributes(attributes.read_bytes() if attributes.exists() else b"", package)
    return Setup(client=client, files=files, pulled=here / source if remote else None)


def _upstream(asked: Asked, ask: Ask) -> dict[str, str]:
    """The keys of an upstream, each with its value as TOML has it."""
    site, headers = asked.site, asked.headers
    if site is None:
        known = urlsplit(asked.source).path.lower().endswith((*_DOCUMENTS, ".txt"))
        site = not known and ask("is it a documentation site, yes or no", "no").lower() in ("y", "yes")
    if headers is None:
        header = ask("a header that it needs (Authorization: Bearer env:TOKEN)", "")
        headers = (header,) if header else ()
    found = {"site" if site else "url": _text(asked.source)}
    if headers:
        found["headers"] = f"{{ {', '.join(map(_header, headers))} }}"
    return found


def _header(text: str) -> str:
    """A header as a key and a value of TOML."""
    name, colon, value = (part.strip() for part in text.partition(":"))
    if not colon or not value or not re.fullmatch(r"[\w!#$%&'*+.^`|~-]+", name, re.ASCII) or not value.isprintable():
        raise Fault(
            "usage", f"{name or 'this'!r} is no header", hint="it is `NAME: VALUE`, such as `Accept: text/yaml`"
        )
    if _SECRET.search(name) and not re.search(r"env:[A-Za-z_]", value):
        raise Fault(
            "usage",
            f"the value of {name} would stand in {FILE}, where others read it",
            hint=f"let it come from the environment: --header '{name}: env:NAME'",
        )
    return f"{name if re.fullmatch('[A-Za-z0-9_-]+', name) else _text(name)} = {_text(value)}"


def _client(path: Path, before: bytes, after: bytes, name: str, here: Path) -> Client:
    """The new client as the configuration will have it."""
    try:
        known = tomllib.loads(before.decode().replace("\r\n", "\n"))
    except ValueError:
        read(here, path, before)  # says what is wrong, and where
        raise
    try:
        data = tomllib.loads(after.decode().replace("\r\n", "\n"))
        del data["tool"]["fledge"]["clients"][name]
    except tomllib.TOMLDecodeError:
        if name in known.get("tool", {}).get("fledge", {}).get("clients", {}):
            raise Fault(
                "init-exists", f"{_shown(path, here)} has a client `{name}` already", hint="choose another --name"
            ) from None
        raise Fault(
            "init-exists",
            f"{_shown(path, here)} is written so that no table can be added at its end",
            hint=f"add [tool.fledge.clients.{name}] by hand",
        ) from None
    [client] = [client for client in read(here, path, after) if client.name == name]
    return client


def _added(before: bytes, lines: list[str]) -> bytes:
    """A file with lines at its end, with the ends of lines that it has."""
    end = "\r\n" if b"\r\n" in before else "\n"
    gap = "" if not before else end if before.endswith(b"\n") else end * 2
    return before + (gap + "".join(f"{line}{end}" for line in lines)).encode()


def _with_attributes(before: bytes, folder: str) -> bytes:
    """`.gitattributes` by which GitHub and GitLab fold up in review what nobody reads."""
    there = before.decode("utf-8", "replace").splitlines()
    lines = [f"{_pattern(f'/{folder}/{part}')} linguist-generated gitlab-generated" for part in _COLLAPSED]
    lines = [line for line in lines if line not in there]
    return _added(before, lines) if lines else before


def _pattern(path: str) -> str:
    """A path as gitattributes(5) has it: quoted where it has a space."""
    return f'"{path}"' if " " in path else path


def _file_name(url: str) -> str:
    """What a document is called that a URL names; nothing where it names none, and a folder takes what there is."""
    name = re.sub(r"[^\w.-]+", "_", urlsplit(url).path.rpartition("/")[2]).strip("._")
    return name if name.lower().endswith(_DOCUMENTS) else ""


def _name_of_site(url: str) -> str:
    """A name for a client, taken from a URL: the document's, else the host's without `www`, `docs` and the like."""
    name = _name_of(_file_name(url)) if _file_name(url) else "client"
    labels = [each for each in (urlsplit(url).hostname or "").split(".")[:-1] if each.isidentifier()]
    return name if name != "client" or not labels else labels[-1]


def _name_of(source: str) -> str:
    """A name for the client, taken from its source; one that says nothing is left to the folder above."""
    for each in (source, *([os.path.dirname(source)] if os.path.dirname(source) else [])):
        try:
            name = named_by_hand([each], os.curdir, None).name
        except Fault:
            continue
        if name not in ("openapi", "swagger", "api", "specs", "spec"):
            return name
    return "client"


def _from(root: Path, path: str, here: Path) -> str:
    """A path of the working directory as one of the configuration's folder."""
    return Path(os.path.relpath(here / path, root)).as_posix()


def _shown(path: Path, here: Path) -> str:
    return Path(os.path.relpath(path, here)).as_posix()


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _write(path: Path, content: bytes) -> None:
    """Write a file in one step: whoever reads it sees what was, or what is to be."""
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.fledge-{os.urandom(4).hex()}")
    try:
        beside.write_bytes(content)
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
