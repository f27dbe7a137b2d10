"""Fledge as a library: what the commands do, as typed functions.

    import fledge

    for client in fledge.read_config(Path.cwd()):
        result = fledge.generate(client)
        for diagnostic in result.diagnostics:
            print(diagnostic.code, diagnostic.message)

Each function returns a frozen result. It prints nothing, and bad input is in `result.diagnostics`; only `read_config`
and `client_from_arguments` raise `DiagnosticError`. Everything is imported when it is first used, so that
`import fledge` costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fledge.config.client import ClientConfig as ClientConfig
    from fledge.config.client import client_from_arguments as client_from_arguments
    from fledge.config.pyproject import read_config as read_config
    from fledge.diagnostics.diagnostic import Diagnostic as Diagnostic
    from fledge.diagnostics.diagnostic import Diagnostics as Diagnostics
    from fledge.diagnostics.diagnostic import Severity as Severity
    from fledge.diagnostics.errors import DiagnosticError as DiagnosticError
    from fledge.version import FLEDGE as __version__
    from fledge.workflows.check import CheckResult as CheckResult
    from fledge.workflows.check import check as check
    from fledge.workflows.diff import DiffResult as DiffResult
    from fledge.workflows.diff import diff as diff
    from fledge.workflows.generate import GenerateResult as GenerateResult
    from fledge.workflows.generate import GenerateStatus as GenerateStatus
    from fledge.workflows.generate import generate as generate
    from fledge.workflows.init import InitOptions as InitOptions
    from fledge.workflows.init import InitResult as InitResult
    from fledge.workflows.init import init as init
    from fledge.workflows.load import LoadResult as LoadResult
    from fledge.workflows.load import load as load
    from fledge.workflows.pull import PullResult as PullResult
    from fledge.workflows.pull import pull as pull

_EXPORTS = {
    "CheckResult": "workflows.check",
    "ClientConfig": "config.client",
    "Diagnostic": "diagnostics.diagnostic",
    "DiagnosticError": "diagnostics.errors",
    "Diagnostics": "diagnostics.diagnostic",
    "DiffResult": "workflows.diff",
    "GenerateResult": "workflows.generate",
    "GenerateStatus": "workflows.generate",
    "InitOptions": "workflows.init",
    "InitResult": "workflows.init",
    "LoadResult": "workflows.load",
    "PullResult": "workflows.pull",
    "Severity": "diagnostics.diagnostic",
    "check": "workflows.check",
    "client_from_arguments": "config.client",
    "diff": "workflows.diff",
    "generate": "workflows.generate",
    "init": "workflows.init",
    "load": "workflows.load",
    "pull": "workflows.pull",
    "read_config": "config.pyproject",
}
"""The module of each public name."""

# Its names are imported when they are first used, which pyright does not see.
__all__ = ["__version__", *_EXPORTS]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("fledge.version").FLEDGE
    if name not in _EXPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"fledge.{_EXPORTS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Library(ModuleType):
    """This module: the packages `fledge.diff` and `fledge.pull` do not replace the functions of these names."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _EXPORTS or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Library
