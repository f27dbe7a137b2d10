"""Where a project keeps its packages, so that a new client is built and imported with them."""

from __future__ import annotations

import re
from pathlib import Path

from fledge.openapi.json_values import JSON, as_object
from fledge.workflows.import_names import SOURCE_ROOTS

_SPECS = "specs"
_SPECS_BESIDE_PACKAGES = "api-specs"
_NO_PACKAGES = frozenset(
    (
        *("benchmarks", "build", "dist", "doc", "docs", "example", "examples", "generated", "migrations", "scripts"),
        *("specs", "test", "tests", "tools", "util", "utils"),
    )
)
"""Folders beside a project's package that are none of it, though they may have an `__init__.py`."""


def default_output(root: Path) -> Path:
    """The folder for a package, below `root`: the project's package, if it is plain which one that is; else
    `generated`.

    A package beside it would not be in the project's wheel.
    """
    data = _pyproject(root)
    for folder in SOURCE_ROOTS:
        if packages := _packages(root / folder):
            return _one_of(packages, data) or root / "generated"
    if not _is_built(root, data):
        return root / "generated"
    return _one_of([each for each in _packages(root) if each.name not in _NO_PACKAGES], data) or root / "generated"


def specs_folder(root: Path) -> Path:
    """The folder for descriptions from the web: `specs`, or one that setuptools does not take for a second package.

    Setuptools refuses to build a project with two folders at its root that could be packages, unless it is configured.
    """
    data = _pyproject(root)
    back_end = _table(data, "build-system").get("build-backend", "setuptools.build_meta")
    configured = [path for name in ("setup.py", "setup.cfg") if (path := root / name).is_file()]
    is_found = (
        _is_built(root, data)
        and str(back_end).startswith("setuptools")
        and not (root / "src").is_dir()
        and not _table(data, "tool", "setuptools").keys() & {"packages", "py-modules", "package-dir"}
        and not any(re.search(r"^\s*(?:packages|py_modules)\s*=", _read(path), re.MULTILINE) for path in configured)
    )
    return root / (_SPECS_BESIDE_PACKAGES if is_found and not (root / _SPECS).exists() else _SPECS)


def _is_built(root: Path, data: JSON) -> bool:
    """Whether the project is made into a wheel."""
    return "build-system" in as_object(data) or "poetry" in _table(data, "tool") or (root / "setup.py").is_file()


def _packages(folder: Path) -> list[Path]:
    """The packages in a folder, those of a namespace by themselves."""
    if not folder.is_dir():
        return []
    below = sorted(path for path in folder.iterdir() if path.is_dir() and path.name.isidentifier())
    packages = [path for path in below if (path / "__init__.py").is_file()]
    if packages or folder.name not in SOURCE_ROOTS:
        return packages
    return [each.parent for path in below for each in sorted(path.glob("*/__init__.py"))]


def _one_of(packages: list[Path], data: JSON) -> Path | None:
    """The only package, or the one that has the project's name."""
    if len(packages) == 1:
        return packages[0]
    stated = _table(data, "project").get("name") or _table(data, "tool", "poetry").get("name") or ""
    name = re.sub(r"[-.]+", "_", str(stated)).lower()
    return next((each for each in packages if each.name.lower() == name), None)


def _pyproject(root: Path) -> JSON:
    import tomllib

    try:
        return tomllib.loads(_read(root / "pyproject.toml"))
    except ValueError:
        return {}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return ""


def _table(data: JSON, *keys: str) -> dict[str, JSON]:
    """The table at a path of keys; an empty one if there is none."""
    for key in keys:
        data = as_object(data).get(key)
    return as_object(data)
