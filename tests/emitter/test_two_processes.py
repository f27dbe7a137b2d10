"""A large package is rendered by two processes, and is the same as one that is rendered by one."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import pytest

from fledge import second_process
from fledge.emitter import emit
from fledge.ir import Api
from tests.client import understand
from tests.conftest import ROOT

CASE = ROOT / "tests" / "cases" / "string_formats" / "openapi.yaml"


def api() -> Api:
    return understand(CASE)[0]


@pytest.mark.parametrize("runtime_level", [0, 1])
def test_a_large_package_is_rendered_by_two_processes(monkeypatch: pytest.MonkeyPatch, runtime_level: int) -> None:
    """Its files, what Black may change, and the modules of the runtime are those that one process finds."""
    alone = emit(api(), runtime_level=runtime_level)
    begun = begin_always(monkeypatch)
    assert emit(api(), runtime_level=runtime_level) == alone
    assert begun == ["_resource_files"]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_second_process_that_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its part is rendered here, then."""
    alone = emit(api())
    monkeypatch.setattr(second_process, "_obey", lambda: os.kill(os.getpid(), signal.SIGKILL))
    begun = begin_always(monkeypatch)
    assert emit(api()) == alone
    assert begun == ["_resource_files"]


def begin_always(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let packages of any size be large, on a machine with a second core; the result has what was begun there."""
    begun: list[str] = []

    def run_beside(function: Callable[[Any], Any], argument: Any) -> Callable[[], Any]:
        begun.append(function.__name__)
        return second_process.run_beside(function, argument)

    module = sys.modules[emit.__module__]
    monkeypatch.setattr(module, "_LARGE", 0)
    monkeypatch.setattr(module, "has_second_core", lambda: True)
    monkeypatch.setattr(module, "run_beside", run_beside)
    return begun
