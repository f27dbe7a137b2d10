"""A first configuration: planned in memory, then written together with the generated package.

Only new text is added: an existing table, package or description is never touched, nor is a line of a file that is
added to.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fledge.config.client import CLIENT_NAME, ENV_PREFIX, ClientConfig, default_env_prefix
from fledge.config.pyproject import FILE, find_config
from fledge.diagnostics.diagnostic import DiagnosticCollector, Diagnostics
from fledge.diagnostics.errors import DiagnosticError
from fledge.identifiers import package_name_error
from fledge.pull.survey import Survey
from fledge.workflows.client_names import name_of_source
from fledge.workflows.errors import collect_errors
from fledge.workflows.generate import GenerateResult, GenerateStatus, write_generated
from fledge.workflows.import_names import check_outside_of_packages, top_level_problem
from fledge.workflows.init_files import (
    append_table,
    client_table,
    setting_lines,
    shown_path,
    with_attributes,
)
from fledge.workflows.init_source import (
    Dialogue,
    InitSource,
    Prompt,
    SourceRequest,
    find_source,
    survey_messages,
)
from fledge.workflows.plan import plan_generation
from fledge.workflows.project_layout import default_output, specs_folder
from fledge.workflows.pull import PullResult, pull
from fledge.writer.single_file import replace_file

_ATTRIBUTES = ".gitattributes"
_SUFFIXES = (".json", ".yaml", ".yml", ".md")


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

    `pulled` is where the description goes if it comes from the web; `pulled_folders` are the folders that are made for
    it.
    """

    client: ClientConfig
    files: dict[Path, bytes]
    pulled: Path | None
    pulled_folders: tuple[Path, ...] = ()

    def remove_pulled(self) -> None:
        """Remove the description that was pulled."""
        if self.pulled is not None and self.pulled.is_dir():
            shutil.rmtree(self.pulled)
        elif self.pulled is not None:
            self.pulled.unlink(missing_ok=True)
        for folder in self.pulled_folders:
            with suppress(OSError):  # it is gone, or something else is in it
                folder.rmdir()

    def write(self) -> None:
        """Write the files."""
        for path, content in self.files.items():
            replace_file(path, content)


@dataclass(frozen=True, slots=True, kw_only=True)
class InitResult:
    """What `init` did: `client` is None if the diagnostics have an error, `generated` also if nothing was to be
    generated.

    `messages` say what stands at the URL of a source. `files` are those of the configuration that were written;
    `pulled` is the pull of a description from the web.
    """

    diagnostics: Diagnostics
    client: ClientConfig | None = None
    generated: GenerateResult | None = None
    pulled: PullResult | None = None
    messages: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()


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
            source = find_source(
                SourceRequest(source=options.source, site=options.site, headers=options.headers), dialogue
            )
            messages = survey_messages(source.survey)
            plan = plan_init(options, source, dialogue, here=Path.cwd())
            if plan.client.upstream is not None:
                pulled = pull(plan.client, progress=progress)
                if any(each.code == "upstream-files" for each in pulled.diagnostics):
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


def plan_init(
    options: InitOptions, source: InitSource, dialogue: Dialogue, *, here: Path, folder: bool = False
) -> InitPlan:
    """Plan what to add. Raise DiagnosticError if a file exists already, or if an option is wrong.

    With `folder`, the description on the web is several files.
    """
    path = find_config(here) or _project_file(here)
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
        shown_path(default_output(root), here),
        partial(_checked_output, root, here, name.replace("-", "_")),
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
        settings=setting_lines(options.settings),
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
    pulled_to = here / target if remote else None
    new_folders = tuple(folder for folder in pulled_to.parents if not folder.exists()) if pulled_to else ()
    return InitPlan(client=client, files=files, pulled=pulled_to, pulled_folders=new_folders)


def _project_file(here: Path) -> Path:
    """The pyproject.toml of the project that `here` is in: of the nearest folder above in the same repository, or new."""
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        if (folder / ".git").exists():
            break
    return here / FILE


def _suffix(remote: Survey | None, address: str) -> str:
    """The suffix of the file that a description from the web becomes; nothing for the pages of a site."""
    if remote is None or remote.is_site or not remote.text:
        return ""
    path = remote.url.partition("?")[0].lower()
    stated = next((suffix for suffix in _SUFFIXES if path.endswith(suffix)), "")
    return stated or (".json" if remote.text.lstrip()[:1] == "{" else ".md" if "```" in remote.text else ".yaml")


def _target(root: Path, here: Path, remote: Survey, suffix: str, name: str) -> str:
    return shown_path(specs_folder(root) / f"{name}{suffix}", here)


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
        raise DiagnosticError("init-exists", f"{path.name} has a client `{name}` already", hint=_exists_hint(name))
    return name


def _exists_hint(name: str) -> str:
    return f"for a second client, choose another --name; to update this one: fledge generate {name}"


def _checked_output(root: Path, here: Path, package: str, output: str) -> str:
    if output == "~" or output.startswith("~/"):
        raise DiagnosticError("config-value", f"Fledge does not expand `~` in {output}", hint="write the whole path")
    if any(folder.is_file() for folder in (here / output, *(here / output).parents)):
        raise DiagnosticError("path-conflict", f"{output} is a file", hint="name a folder")
    check_outside_of_packages(Path(output, package), here)
    if os.path.lexists(here / output / package):
        existing = Path(output, package).as_posix()
        raise DiagnosticError("init-exists", f"{existing} exists already", hint="choose another --name or --output")
    if problem := top_level_problem(here / output / package, root):
        raise DiagnosticError("package-name", problem, hint="choose another folder, or another --name")
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
