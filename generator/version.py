"""Which tools are at work: the versions that the lock remembers, found without importing the tools."""

from __future__ import annotations

FLEDGE = "0.1.0"


def black() -> str:
    """The version of Black, whose next stable style may format the same text in another way."""
    from importlib import import_module

    try:
        return str(import_module("_black_version").version)
    except ImportError:
        from importlib.metadata import version

        return version("black")
