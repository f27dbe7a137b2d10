# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Public names that are imported when they are first asked for (PEP 562)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module


def lazy_exports(
    package: str, names: str
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package whose names live in its modules.

    `names` has the public ones of each module behind `module:`, and modules behind `:`.
    It is a text because Python loads one quicker than a table of thousands of names.
    """
    homes: dict[str, str] = {}
    home = ""
    for word in names.split():
        if word.endswith(":"):
            home = word[:-1]
        else:
            homes[word] = home

    def find(name: str) -> object:
        if name == "__all__":
            return sorted(homes)
        home = homes.get(name)
        if home is None:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[package])
        module = import_module(f".{home or name}", package)
        value: object = getattr(module, name) if home else module
        setattr(sys.modules[package], name, value)  # from now on Python finds it itself
        return value

    return find, lambda: sorted({*vars(sys.modules[package]), *homes})
