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

    `names` has the module of each public name; that of a module is itself.
    """

    def find(name: str) -> object:
        home = names.get(name)
        if home is None:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[package])
        module = import_module(f"{package}.{home}")
        value: object = module if home == name else getattr(module, name)
        setattr(sys.modules[package], name, value)  # from now on Python finds it itself
        return value

    return find, lambda: sorted({*vars(sys.modules[package]), *names})
