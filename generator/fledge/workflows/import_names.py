"""How a package is imported from where it lies."""

from __future__ import annotations

import keyword
import os
from pathlib import Path

from fledge.config.client import ClientConfig
from fledge.config.pyproject import find_config
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.errors import DiagnosticError
from fledge.identifiers import module_clash
from fledge.writer.paths import LOCK

SOURCE_ROOTS = ("src", "lib", "python")
"""Folders that projects put on Python's path."""


def project_root(package_dir: Path, here: Path) -> Path:
    """Return the folder of the configuration above a package, or of the one above `here`, or else `here`.

    So a package of a workspace's member is the same, wherever the command runs.
    """
    path = find_config(package_dir.absolute().parent) or find_config(here)
    return path.parent if path else here


def import_name(package_dir: Path, root: Path) -> tuple[str, str]:
    """Return the dotted name of a package for Python that runs in `root`, and the folder that its path needs, or none."""
    parts = Path(os.path.relpath(root / package_dir, root)).parts
    start = 1 if len(parts) > 1 and parts[0] in SOURCE_ROOTS else 0
    while start < len(parts) - 1 and not all(map(_is_name, parts[start:])):
        start += 1
    return ".".join(parts[start:]), Path(*parts[:start]).as_posix() if start else ""


def check_import_name(client: ClientConfig, base: Path, report: DiagnosticCollector) -> None:
    """Report a package that another module of its name keeps from being imported, or that replaces that one.

    Raise DiagnosticError if the package is imported without a folder before it: then one of the two is lost for sure.
    Raise it, too, if the package would be inside of another one, whose `fledge check` would then fail.
    In a folder, it happens as soon as the folder is on Python's path, as it is for a script or a test in it.
    """
    package_dir = base / client.package_dir
    check_outside_of_packages(client.package_dir, base)
    root = project_root(package_dir, base)
    name, folder = package_dir.name, client.package_dir.parent.as_posix()
    dotted, _ = import_name(package_dir, root)
    folders = dotted.split(".")[:-1]
    advice = "choose another name: `package` in the configuration, or --package NAME"
    if problem := top_level_problem(package_dir, root):
        raise DiagnosticError("package-name", problem, hint=advice)
    clash = module_clash(name)
    if clash and not (package_dir.parent / "__init__.py").exists():
        report.warning(
            "package-shadows",
            f"{clash}, and the package hides it from programs whose path has the folder {folder}.",
            hint=advice,
        )
    if len(folders) == 1 and (clash := module_clash(folders[0])):
        report.warning(
            "package-shadows",
            f"Python cannot import `{dotted}`: {clash}.",
            hint="choose another folder: `output` in the configuration, or --output DIR",
        )


def top_level_problem(package_dir: Path, root: Path) -> str:
    """Return why a package cannot have its name where no folder stands before it; nothing if it can."""
    name = package_dir.name
    dotted, _ = import_name(package_dir, root)
    clash = "" if "." in dotted else module_clash(name) or _other_package(package_dir, root)
    return f"the package cannot be called `{name}`: {clash}" if clash else ""


def check_outside_of_packages(package_dir: Path, base: Path) -> None:
    """Raise DiagnosticError if a package would be inside of another one that Fledge wrote."""
    for folder in (base / package_dir).absolute().parents:
        if (folder / LOCK).is_file():
            shown = Path(os.path.relpath(folder, base)).as_posix()
            raise DiagnosticError(
                "path-conflict",
                f"{package_dir.as_posix()} would be inside of {shown}, which is a package that Fledge wrote",
                hint="name the folder that contains the packages: `output` in the configuration, or --output DIR",
            )


def _other_package(package_dir: Path, root: Path) -> str:
    """Return which other package of the project has the same name; nothing if none has."""
    for folder in ("", *SOURCE_ROOTS):
        other = root / folder / package_dir.name
        if other.resolve() != package_dir.resolve() and (other / "__init__.py").is_file():
            return f"{Path(folder, package_dir.name).as_posix()} is a package of the project"
    return ""


def _is_name(part: str) -> bool:
    return part.isidentifier() and not keyword.iskeyword(part)
