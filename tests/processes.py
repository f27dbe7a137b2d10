"""Processes that are killed at a step of theirs, or that may not do what only root may."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path

_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE = 24, 1  # Linux, prctl(2) and capabilities(7)


def kill_at(step: int, part: str) -> list[int]:
    """Have this process killed before the so many-th thing that it does to a path that holds `part`.

    What is returned holds how many steps are left; 0 never kills, and counts below it.
    """
    left = [step]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" or event.startswith(("os.", "shutil.")):
            if any(part in os.fsdecode(one) for one in arguments if isinstance(one, (str, bytes, Path))):
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    return left


def held_to_permissions() -> None:
    """For a process that is about to begin: what a folder does not permit is not permitted to root either, on Linux."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, 0, 0, 0)
