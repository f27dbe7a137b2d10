# Part of the client's runtime, the same in every client. Do not edit.
"""Public names that are imported when they are first asked for (PEP 562)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def exports(
    package: str, names: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package whose names live in its modules.

    Args:
        package: The package's `__name__`.
        names: For each public name, the module that defines it; for a module, itself.
    """

    def find(name: str) -> object:
        home = names.get(name)
        if home is None:
            raise AttributeError(_complaint(package, name, names))
        module = import_module(f"{package}.{home}")
        value: object = module if home == name else getattr(module, name)
        setattr(sys.modules[package], name, value)  # from now on Python finds it itself
        return value

    def listing() -> list[str]:
        return sorted({*vars(sys.modules[package]), *names})

    return find, listing


def _complaint(package: str, name: str, names: Mapping[str, str]) -> str:
    complaint = f"module {package!r} has no attribute {name!r}"
    if name.startswith("_"):  # asked for by tools, which need no advice
        return complaint
    from difflib import get_close_matches

    matches = " or ".join(repr(match) for match in get_close_matches(name, names))
    return f"{complaint}. Did you mean {matches}?" if matches else complaint
