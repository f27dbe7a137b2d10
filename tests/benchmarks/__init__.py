"""Ratios: each compares two pieces of work that run in turns, by the median of the pairs. No tests."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.conftest import ROOT

GENERATED = ROOT / "generated"


def compare(name: str, one: Callable[[], float], other: Callable[[], float], *, pairs: int) -> float:
    """Measure two things by turns and print the median of their ratios, with both medians in milliseconds."""
    one(), other()  # whatever is made on first use is made now
    firsts: list[float] = []
    seconds: list[float] = []
    for number in range(pairs):
        if number % 2:
            seconds.append(other())
            firsts.append(one())
        else:
            firsts.append(one())
            seconds.append(other())
    ratio = statistics.median(first / second for first, second in zip(firsts, seconds))
    low, high = statistics.median(firsts) * 1000, statistics.median(seconds) * 1000
    print(f"{name:<64} {ratio:6.2f}   ({low:.3f} ms against {high:.3f} ms, {pairs} pairs)", flush=True)
    return ratio


def timed(work: Callable[[], object], *, times: int = 1) -> Callable[[], float]:
    """CPU seconds of this process for one piece of work, from so many in a row.

    Each measurement begins with nothing to collect: a full collection, which is due after so many objects whoever made
    them, would fall on one of the two that are compared.
    """

    def measure() -> float:
        gc.collect()
        start = time.process_time()
        for _ in range(times):
            work()
        return (time.process_time() - start) / times

    return measure


def process(*arguments: str, cwd: Path = ROOT, path: Sequence[Path] = (ROOT,), cache: Path) -> Callable[[], float]:
    """CPU seconds of a whole process of Python, start included, with what it compiled before kept in `cache`."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(cache), "PYTHONPATH": os.pathsep.join(map(str, path))}

    def measure() -> float:
        started = subprocess.Popen(
            [sys.executable, *arguments], cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        if started.returncode:
            raise RuntimeError(f"{' '.join(arguments)} exits with {started.returncode}")
        return usage.ru_utime + usage.ru_stime

    return measure
