"""Which tools are at work: the versions that the lock remembers, found without importing the tools."""

from __future__ import annotations

import hashlib
from pathlib import Path

FLEDGE = "0.1.0"


def code() -> str:
    """A digest of Fledge's own code and templates: the same package of the same version has the same on every machine."""
    package = Path(__file__).parent
    templates = package / "templates" if (package / "templates").is_dir() else package.parents[1] / "templates"
    digest = hashlib.sha256()
    for path in (*sorted(package.rglob("*.py")), *sorted(templates.rglob("*.jinja"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def black() -> str:
    """The version of Black, whose next stable style may format the same text in another way."""
    from importlib import import_module

    try:
        return str(import_module("_black_version").version)
    except ImportError:
        from importlib.metadata import version

        return version("black")
