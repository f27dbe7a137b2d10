"""Which tools are at work: the versions that the lock remembers, found without importing the tools."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

FLEDGE = "0.1.0"


def code() -> str:
    """A digest of Fledge's own code and templates: the same package of the same version has the same on every machine."""
    package = Path(__file__).parent
    templates = package / "templates" if (package / "templates").is_dir() else package.parents[1] / "templates"
    digest = hashlib.sha256()
    for path in (*_files(package, ".py"), *_files(templates, ".jinja")):
        with open(path, "rb", buffering=0) as file:
            digest.update(file.read())
    return digest.hexdigest()


def _files(folder: Path, suffix: str) -> list[str]:
    """Return the files below a folder whose names end so, sorted.

    Each run does this: `Path` would take twice as long.
    """
    paths = [f"{root}/{name}" for root, _, names in os.walk(folder) for name in names if name.endswith(suffix)]
    return sorted(path.replace(os.sep, "/") for path in paths)


def black() -> str:
    """The version of Black, whose next stable style may format the same text in another way."""
    from importlib import import_module

    try:
        return str(import_module("_black_version").version)
    except ImportError:
        from importlib.metadata import version

        return version("black")
