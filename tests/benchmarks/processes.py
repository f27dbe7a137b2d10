"""Whole processes: their CPU, wall clock and memory, with those of all that they start."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

OURS = {"PYTHONPATH": str(ROOT / "generator"), "PYTHONDONTWRITEBYTECODE": ""}
LONGEST = 600  # seconds
_LOOK = 0.05  # seconds between two looks at the memory, which take time from what is measured


@dataclass(frozen=True)
class Run:
    """What a process took: seconds of CPU and of wall clock, and bytes of memory at the highest."""

    cpu: float
    wall: float
    peak: int
    code: int


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] = {}) -> Run:
    """Run a command in a folder; its output goes to the file `said` beside the folder. It is killed after LONGEST."""
    began, peak = time.monotonic(), 0
    with folder.with_name(f"{folder.name}.said").open("w") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env={**os.environ, **environment})
        while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
            peak = max(peak, sum(map(_memory, _family(process.pid))))
            if time.monotonic() - began > LONGEST:
                process.kill()
            time.sleep(_LOOK)
    _, status, usage = ended
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - began, peak, process.returncode)


def fledge(*arguments: str) -> list[str]:
    """A command of this checkout, to be run with the environment OURS."""
    return [sys.executable, "-m", "fledge", *arguments]


def _family(pid: int) -> list[int]:
    """A process and all that it started."""
    processes = [pid]
    for parent in processes:
        try:
            for task in Path(f"/proc/{parent}/task").iterdir():
                processes += map(int, (task / "children").read_text().split())
        except OSError:  # it has ended
            continue
    return processes


def _memory(pid: int) -> int:
    """Bytes that a process holds now, its part of what it shares with others; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
