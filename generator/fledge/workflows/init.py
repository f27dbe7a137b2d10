"""A first configuration: planned in memory, then written together with the generated package.

Only new text is added: an existing table, package or description is never touched, nor is a line of a file that is
added to.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from fledge.cache import cache_folder
from fledge.config.client import CLIENT_NAME, ENV_PREFIX, ClientConfig, default_env_prefix
from fledge.config.pyproject import FILE, find_config
from fledge.diagnostics.diagnostic import DiagnosticCollector, Diagnostics
from fledge.diagnostics.errors import DiagnosticError
from fledge.identifiers import package_name_error
from fledge.loader.sources.http import is_remote
from fledge.pull.fetcher import Fetcher
from fledge.pull.raw_files import raw_file
from fledge.pull.survey import Survey, survey
from fledge.workflows.client_names import name_of_source
from fledge.workflows.errors import collect_errors
from fledge.workflows.generate import GenerateResult, GenerateStatus, write_generated
from fledge.workflows.init_files import (
    append_table,
    client_table,
    header_pair,
    setting_line,
    shown_path,
    with_attributes,
)
from fledge.workflows.plan import plan_generation
from fledge.workflows.pull import PullResult, pull
from fledge.writer.single_file import replace_file

_ATTRIBUTES = ".gitattributes"
_SUFFIXES = (".json", ".yaml", ".yml", ".md")
_NEEDS_HEADER = ("may need `headers`", "is a login page")

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class InitOptions:
    """The new client, as far as the user has decided; None stands for an option that is missing."""

    source: str | None
    site: bool | None = None
    headers: tuple[str, ...] | None = None
    """Each `NAME: VALUE`."""

    name: str | None = None
    output: str | None = None
    env_prefix: str | None = None
    settings: tuple[str, ...] = ()
    """Further keys of the client, each `KEY=VALUE`; a value is TOML, or a string without quotes."""

    attributes: bool = False
    generate: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class InitPlan:
    """A new client, and the content of each file that `init` adds or adds to.

    `pulled` is where the description goes if it comes from the web.
    """

    client: ClientConfig
    files: dict[Path, bytes]
    pulled: Path | None

    def remove_pulled(self) -> None:
        """Remove the description that was pulled."""
        if self.pulled is not None and self.pulled.is_dir():
            shutil.rmtree(self.pulled)
        elif self.pulled is not None:
            self.pulled.unlink(missing_ok=True)

    def write(self) -> None:
        """Write the files."""
        for path, content in self.files.items():
            replace_file(path, content)


@dataclass(frozen=True, slots=True, kw_only=True)
class InitResult:
    """What `init` did: `client` is None if the diagnostics have an error, `generated` also if nothing was to be generated.

    `messages` say what stands at the URL of a source. `files` are those of the configuration that were written; `pulled`
    is the pull of a description from the web.
    """

    diagnostics: Diagnostics
    client: ClientConfig | None = None
    generated: GenerateResult | None = None
    pulled: PullResult | None = None
    messages: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()


Prompt = Callable[[str, str], str]
"""Takes a question and the default, and returns the reply."""


class Dialogue:
    """Asks for what no option says. Without a `prompt`, each question has its default, and a wrong one is an error."""

    def __init__(self, prompt: Prompt | None) -> None:
        self.prompt = prompt
        self.replies: dict[str, str] = {}

    def ask(self, question: str, default: str, check: Callable[[str], T], option: str | None = None) -> T:
        """The checked reply to a question, or the checked option; a wrong reply is asked for again."""
        if option is not None or self.prompt is None:
            return check(default if option is None else option)
        problem = ""
        while True:
            reply = self.replies.get(question)
            if reply is None or problem:
                reply = self.prompt(f"{problem}{question}", default)
            try:
                value = check(reply)
            except DiagnosticError as error:
                hint = f" ({error.diagnostic.hint})" if error.diagnostic.hint else ""
                problem = f"{error}{hint}\n"
                self.replies.pop(question, None)
            else:
                self.replies[question] = reply  # no question is asked twice
                return value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """Where the description is: a path, or what stands at a URL, with the headers that it needs."""

    path: str
    survey: Survey | None = None
    headers: tuple[str, ...] = ()


def init(
    options: InitOptions, *, prompt: Prompt | None = None, progress: Callable[[int, int], None] | None = None
) -> InitResult:
    """Configure a client, pull its description if it is on the web, and generate the package unless told not to.

    `prompt` is asked for missing options; without it, each has its default. `progress` is called with how many pages
    of a site were fetched. Bad input is in the result's diagnostics.
    """
    report = DiagnosticCollector()
    plan = pulled = planned = generated = None
    is_ready = False
    files: tuple[Path, ...] = ()
    messages: tuple[str, ...] = ()
    try:
        with collect_errors(report):
            dialogue = Dialogue(prompt)
            source = _find_source(options, dialogue)
            messages = _messages(source.survey)
            plan = plan_init(options, source, dialogue, here=Path.cwd())
            if plan.client.upstream is not None:
                pulled = pull(plan.client, progress=progress)
                if [each.code for each in pulled.diagnostics] == ["upstream-files"]:
                    plan = plan_init(options, source, dialogue, here=Path.cwd(), folder=True)
                    pulled = pull(plan.client, progress=progress)
                report.add_all(pulled.diagnostics)
            if options.generate and not report.failed:
                planned = plan_generation(plan.client, report, base=Path.cwd())
            is_ready = not report.failed
    finally:
        if plan is not None and not is_ready:
            plan.remove_pulled()
    if plan is not None and is_ready:
        with collect_errors(report):
            plan.write()
            files = tuple(plan.files)
    if plan is not None and planned is not None and not report.failed:
        with collect_errors(report):
            result = GenerateResult(
                client=plan.client,
                status=GenerateStatus.FAILED,
                operations=planned.operations,
                models=planned.models,
                is_new=True,
            )
            generated = write_generated(result, planned, report)
    if report.failed or plan is None:
        return InitResult(diagnostics=report.freeze(), files=files, messages=messages)
    return InitResult(
        diagnostics=report.freeze(),
        client=plan.client,
        generated=generated,
        pulled=pulled,
        files=files,
        messages=messages,
    )


def _find_source(options: InitOptions, dialogue: Dialogue) -> _Source:
    """The source of the options, or of the dialogue: a path that exists, or a URL with a description."""
    if options.source is None and dialogue.prompt is None:
        raise DiagnosticError(
            "usage", "init needs a source: a file, folder or glob, or a URL", hint="fledge init SOURCE"
        )
    look = partial(_look_at, options, dialogue)
    return dialogue.ask("the description: a file, folder or URL", "", look, options.source)


def _look_at(options: InitOptions, dialogue: Dialogue, source: str) -> _Source:
    if not is_remote(source):
        if options.site or options.headers:
            problem = "is not the address of a site" if options.site else "is not a URL, so Fledge cannot send a header"
            raise DiagnosticError("usage", f"{source} {problem}", hint="a URL begins with https://")
        if not os.path.exists(source) and not re.search(r"[*?\[]", source):
            raise DiagnosticError(
                "source-missing", f"there is no file or folder {source}", hint="paths are relative to this folder"
            )
        return _Source(path=source)
    if options.headers is not None or dialogue.prompt is None:
        return _survey(source, options.headers or (), options, dialogue)
    try:
        return _survey(source, (), options, dialogue)
    except DiagnosticError as error:
        if not any(phrase in str(error) for phrase in _NEEDS_HEADER):
            raise
    question = f"{source} needs a header (Authorization: Bearer env:TOKEN)"
    return dialogue.ask(question, "", lambda header: _survey(source, (header,), options, dialogue))


def _survey(url: str, headers: tuple[str, ...], options: InitOptions, dialogue: Dialogue) -> _Source:
    """What stands at a URL, asked with headers."""
    fetcher = Fetcher(raw_file(url), headers=dict(map(header_pair, headers)), cache=cache_folder("pull"))

    def choose(names: Sequence[str], default: int) -> int:
        listing = ", ".join(f"{number} {name}" for number, name in enumerate(names, start=1))
        return dialogue.ask(f"which document ({listing})", str(default + 1), partial(_number, len(names))) - 1

    result = survey(url, fetcher, is_site=options.site, choose=choose)
    if result.is_guess and dialogue.prompt is not None:
        dialogue.ask(f"{result.message}; use it, yes or no", "yes", _agree)
    return _Source(path=url, survey=result, headers=headers)


def _number(count: int, reply: str) -> int:
    if not reply.isdecimal() or not 0 < int(reply) <= count:
        raise DiagnosticError("usage", f"{reply!r} is not a number from 1 to {count}")
    return int(reply)


def _agree(reply: str) -> None:
    if reply.lower() in ("n", "no"):
        raise KeyboardInterrupt
    if reply.lower() not in ("y", "yes"):
        raise DiagnosticError("usage", f"{reply!r} is neither yes nor no")


def _messages(result: Survey | None) -> tuple[str, ...]:
    return (result.message,) if result is not None and result.message else ()


def plan_init(
    options: InitOptions, source: _Source, dialogue: Dialogue, *, here: Path, folder: bool = False
) -> InitPlan:
    """Plan what to add. Raise DiagnosticError if a file exists already, or if an option is wrong.

    With `folder`, the description on the web is several files.
    """
    path = find_config(here) or here / FILE
    root = path.parent
    before = path.read_bytes() if path.exists() else b""
    name = dialogue.ask(
        "the client's name",
        name_of_source(source.path, here, source.survey),
        partial(_checked_name, path, before),
        options.name,
    )
    remote = source.survey
    target = (
        _target(root, here, remote, "" if folder else _suffix(remote, source.path), name) if remote else source.path
    )
    output = dialogue.ask(
        "the folder that will contain the package's folder",
        "generated",
        partial(_checked_output, here, name.replace("-", "_")),
        options.output,
    )
    default = default_env_prefix(name)
    env_prefix = dialogue.ask("the prefix of environment variables", default, _checked_prefix, options.env_prefix)
    lines = client_table(
        path,
        name,
        source=_from(root, target, here),
        upstream=(remote.url, remote.is_site) if remote else None,
        headers=source.headers,
        output=_from(root, output, here),
        env_prefix=env_prefix if env_prefix != default else "",
        settings=tuple(map(setting_line, options.settings)),
    )
    after, client = append_table(path, before, lines, name, here)
    for existing in (client.package_dir, Path(target) if remote else None):
        if existing is not None and os.path.lexists(here / existing):
            raise DiagnosticError(
                "init-exists", f"{existing.as_posix()} exists already", hint="choose another --name or --output"
            )
    files = {path: after}
    if options.attributes:
        attributes = root / _ATTRIBUTES
        package = _from(root, client.package_dir.as_posix(), here)
        pulled = _from(root, target, here) if remote else ""
        files[attributes] = with_attributes(attributes.read_bytes() if attributes.exists() else b"", package, pulled)
    return InitPlan(client=client, files=files, pulled=here / target if remote else None)


def _suffix(remote: Survey | None, address: str) -> str:
    """The suffix of the file that a description from the web becomes; nothing for the pages of a site."""
    if remote is None or remote.is_site or not remote.text:
        return ""
    path = remote.url.partition("?")[0].lower()
    stated = next((suffix for suffix in _SUFFIXES if path.endswith(suffix)), "")
    return stated or (".json" if remote.text.lstrip()[:1] == "{" else ".md" if "```" in remote.text else ".yaml")


def _target(root: Path, here: Path, remote: Survey, suffix: str, name: str) -> str:
    return shown_path(root / "specs" / f"{name}{suffix}", here)


def _checked_name(path: Path, before: bytes, name: str) -> str:
    if not CLIENT_NAME.fullmatch(name):
        raise DiagnosticError(
            "config-value", f"a client cannot be called {name!r}", hint="use letters, digits, _ and -"
        )
    if problem := package_name_error(name.replace("-", "_")):
        raise DiagnosticError("package-name", problem, hint="choose another --name")
    if re.search(
        rf"^\[(?:tool\.fledge\.)?clients\.\"?{re.escape(name)}\"?\]", before.decode("utf-8", "replace"), re.MULTILINE
    ):
        raise DiagnosticError("init-exists", f"{path.name} has a client `{name}` already", hint="choose another --name")
    return name


def _checked_output(here: Path, package: str, output: str) -> str:
    if os.path.lexists(here / output / package):
        existing = Path(output, package).as_posix()
        raise DiagnosticError("init-exists", f"{existing} exists already", hint="choose another --name or --output")
    return output


def _checked_prefix(prefix: str) -> str:
    if not ENV_PREFIX.fullmatch(prefix):
        raise DiagnosticError(
            "config-value", f"{prefix!r} must be a prefix of letters, digits and _", hint="such as ACME"
        )
    return prefix


def _from(root: Path, path: str, here: Path) -> str:
    """A path of the working directory as one of the configuration's folder."""
    return Path(os.path.relpath(here / path, root)).as_posix()
