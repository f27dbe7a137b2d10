"""The client's runtime: which of its modules defines each name, and which modules a package needs.

Both are read from the runtime's own sources. `ast` would cost every run 50 ms; the sources are laid out by Black, so
that definitions begin lines, and a test compares what is read here with `ast`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from fledge.emitter.python.expr import Symbol

_QUOTES = '"""'
_FOLDER = Path(__file__).resolve().parents[1] / "runtime"

# Python looks for a character in half the time that it takes for `^`; no definition stands in the first line.
_DEFINITION = re.compile(r"\n(?:(?:class|def|async def) )?([A-Za-z]\w*)(?: = |:[ \n]|\(|\[)")
_EXPORT = re.compile(r"\nfrom .*")
_ALIAS = re.compile(r"\b(\w+) as \1\b")
_IMPORT = re.compile(r"\n\s*from \.(\w+) import")


@cache
def runtime_symbol(name: str) -> Symbol:
    """Return a public name of the runtime, with the module that defines it.

    Raises:
        KeyError: No module of the runtime defines the name, or several do.
    """
    return Symbol(name, f"._runtime.{runtime_names()[name]}")


@cache
def runtime_names() -> Mapping[str, str]:
    """Return the module that defines each public name of the runtime; without names that several modules define."""
    modules: dict[str, list[str]] = {}
    for path in sorted(_FOLDER.glob("*.py")):
        for name in _definitions(path.stem):
            modules.setdefault(name, []).append(path.stem)
    return {name: defining[0] for name, defining in modules.items() if len(defining) == 1}


def runtime_files(modules: Iterable[str]) -> dict[str, str]:
    """Return the files of these modules of the runtime and of all modules that they import: names and texts."""
    pending = ["__init__", *modules]
    files: dict[str, str] = {}
    while pending:
        name = pending.pop()
        if f"{name}.py" not in files:
            files[f"{name}.py"] = _text(name)
            pending += _imported(name)
    return files


def is_module(name: str) -> bool:
    """Return whether the runtime has a module of this name; that of another version of Fledge may."""
    return (_FOLDER / f"{name}.py").is_file()


@cache
def _text(module: str) -> str:
    return (_FOLDER / f"{module}.py").read_text(encoding="utf-8")


def _definitions(module: str) -> list[str]:
    """Return the public names that a module defines, each once, or imports as `name as name`."""
    code = _text(module).split(_QUOTES, 2)[2]  # a docstring may show code
    exports = (name for line in _EXPORT.findall(code) for name in _ALIAS.findall(line))
    return list(dict.fromkeys((*_DEFINITION.findall(code), *exports)))


@cache
def _imported(module: str) -> tuple[str, ...]:
    return tuple(_IMPORT.findall(_text(module)))
