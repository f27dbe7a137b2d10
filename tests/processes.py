"""Programs that run as processes of their own: begun and awaited, killed at a step, or denied what only root may do."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE = 24, 1  # Linux, prctl(2) and capabilities(7)


def start(folder: Path, *arguments: str, **options: object) -> subprocess.Popen[str]:
    """Start Python with these arguments in a folder, with this checkout's generator."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'generator'}{os.pathsep}{ROOT}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def end(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for it: its exit code, and what it said."""
    out, err = process.communicate()
    assert "Traceback" not in err and "error[internal]" not in err, err
    return process.returncode, out + err


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
