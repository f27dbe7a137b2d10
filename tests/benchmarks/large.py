"""`python -m tests.benchmarks.large`: whole runs on descriptions of the corpus, from a small one to the largest.

Wall clock and memory of `fledge generate` as a user runs it: cold and validated, then with nothing changed. After
that, `fledge diff` of the two largest descriptions, which are two editions of one API. All that is generated goes at the
end: for five seconds after files were deleted, ext4 takes five times as long to create others.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import ROOT, SHARED

NAMES = ("figma.yaml", "box.json", "openai.yaml", "stripe.yaml", "github-rest.json")
EDITIONS = ("github-ghes-3.19.json", "github-rest.json")
ROW = "{:<18}{:>8}{:>8}{:>9}{:>9}{:>9}{:>11}{:>10}"


def main() -> int:
    """Print a row for each description; `x Figma` is the time for a megabyte against that of the first row."""
    folder = SHARED / "corpus" / "real"
    if not folder.is_dir():
        print(f"skipped: there is no {folder}", file=sys.stderr)
        return 0
    print(ROW.format("description", "MB", "ops", "lines/op", "cold s", "again s", "peak MB", "x Figma"))
    first = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        for name in NAMES:
            size = (folder / name).stat().st_size / 1e6
            work = tempfile.mkdtemp(dir=temporary)
            shutil.copy(folder / name, work)
            cold, peak, said = run(work, "generate", name, "--output", "out")
            again, _, _ = run(work, "generate", name, "--output", "out")
            operations = int(said.split()[1])
            resources = Path(work).glob("out/*/resources/*.py")
            lines = sum(path.read_text(encoding="utf-8").count("\n") for path in resources)
            first = first or cold / size
            row = (f"{size:.1f}", operations, f"{lines / operations:.1f}", f"{cold:.1f}", f"{again:.1f}", f"{peak:.0f}")
            print(ROW.format(name, *row, f"{cold / size / first:.2f}"), flush=True)
        before = cpu()
        wall, peak, said = run(temporary, "diff", *(str(folder / name) for name in EDITIONS))
    print(f"diff {' '.join(EDITIONS)}: CPU {cpu() - before:.1f} s, wall {wall:.1f} s, peak {peak:.0f} MB")
    print(said.rpartition("\n")[2])
    return 0


def cpu() -> float:
    """Seconds of CPU of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(folder: str, *arguments: str) -> tuple[float, float, str]:
    """Seconds of wall clock, megabytes of all its processes at their highest, and what it printed."""
    command = [sys.executable, "-m", "fledge", *arguments]
    started = time.monotonic()
    with (Path(folder) / "said").open("w") as said:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=said,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        )
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(resident(pid) for pid in family(process.pid)))
            time.sleep(0.1)  # looking takes time from what is measured
    return time.monotonic() - started, peak / 1e6, (Path(folder) / "said").read_text().strip()


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    processes = [pid]
    for parent in processes:
        try:
            for task in Path(f"/proc/{parent}/task").iterdir():
                processes += map(int, (task / "children").read_text().split())
        except OSError:  # it has ended
            continue
    return processes


def resident(pid: int) -> int:
    """Bytes of memory that a process holds now, and its part of what several hold; 0 when it has ended.

    A copy of a process holds the same memory until one of the two changes it.
    """
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().split("\n")
    except OSError:
        return 0
    return sum(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))


if __name__ == "__main__":
    sys.exit(main())
