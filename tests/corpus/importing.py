"""Import every module of packages in one fresh interpreter: `python importing.py FOLDER PACKAGE...`.

Runs beside what it imports and needs nothing of this project. Where the runtime is there, the decoder of every
model and of every body of an operation is made as well: an annotation that no decoder can read is found here.
Prints a JSON list of `module: fault`.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any


def faults(folder: Path, package: str) -> list[str]:
    """What is wrong with the modules of one package."""
    found: list[str] = []
    modules: list[Any] = []
    for path in sorted((folder / package).rglob("*.py")):
        name = ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
        try:
            modules.append(importlib.import_module(name))
        except Exception as error:  # whatever it raises is the finding
            found.append(f"{name}: {type(error).__name__}: {error}")
    if not found:
        codec = importlib.import_module(f"{package}._runtime.codec")
        root = importlib.import_module(package)
        found += [f"{package}.{name}: {fault}" for name in dir(root) if (fault := _reached(root, name))]
        for module in modules:
            found += [f"{module.__name__}.{name}: {fault}" for name, fault in _undecodable(module, codec, package)]
    return found


def _reached(root: Any, name: str) -> str:
    try:
        getattr(root, name)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _undecodable(module: Any, codec: Any, package: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in list(vars(module).items()):
        types: list[Any] = []
        if module.__name__.startswith(f"{package}.models.") and getattr(value, "__module__", "") == module.__name__:
            types = [value]
        elif type(value).__name__ == "Operation":
            types = [of for of in (*value.success.values(), *value.errors.values()) if of not in (None, bytes, str)]
        for of in types:
            try:
                codec.construct(of, None)
            except Exception as error:
                found.append((name, f"{type(error).__name__}: {error}"))
    return found


def main() -> None:
    """Import what the command line names."""
    import logging

    logging.disable(logging.CRITICAL)
    folder = Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    sys.setrecursionlimit(5000)
    json.dump([fault for package in sys.argv[2:] for fault in faults(folder, package)], sys.stdout)


if __name__ == "__main__":
    main()
