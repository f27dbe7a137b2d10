"""`python -m tests.benchmarks.stages [DOCUMENT]`: where the CPU time of a cold run goes, stage by stage.

A signal after each 4 ms of CPU looks which room of Fledge runs: the innermost one, and importing before all others.
The document is GitHub's description of the corpus, if none is named.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from fledge.cli import main as fledge
from tests.conftest import ROOT, SHARED

INTERVAL = 0.004
ROOMS = f"{ROOT / 'generator' / 'fledge'}{os.sep}"
STAGES = {
    "loader/sources": "reading and parsing",
    "loader/normalize": "one form of all versions",
    "loader/references": "references",
    "loader/quick_validation.py": "validation",
    "loader/top_schemas.py": "validation",
    "loader/validate.py": "validation",
    "loader": "the rest of loading",
    "openapi": "schemas and views of the document",
    "builder/names": "names",
    "builder": "types, models and operations",
    "ir": "walks over the IR",
    "emitter/python/formatter.py": "Black, and whether it must run",
    "emitter/python/syntax.py": "syntax check",
    "emitter": "views and templates",
    "writer": "writing",
}
"""What is done in each folder or module; the first that fits counts."""


def stage(frame: FrameType | None) -> str:
    """What a frame belongs to."""
    found = ""
    while frame is not None:
        path = frame.f_code.co_filename
        if "importlib._bootstrap" in path:
            return "imports"
        if not found and path.startswith(ROOMS):
            inside = path.removeprefix(ROOMS).replace(os.sep, "/")
            found = next((name for part, name in STAGES.items() if inside.startswith(part)), "")
        frame = frame.f_back
    return found or "the rest"


def main(document: str) -> int:
    """Print the seconds and the share of each stage, the largest first."""
    samples: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: samples.update([stage(frame)]))
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "w") as nothing:
        signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
        start = time.process_time()
        with contextlib.redirect_stdout(nothing), contextlib.redirect_stderr(nothing):
            code = fledge(["generate", document, "--output", folder])
        seconds = time.process_time() - start
        signal.setitimer(signal.ITIMER_PROF, 0)
    print(f"{Path(document).name}: {seconds:.1f} s of CPU")
    for name, count in samples.most_common():
        print(f"{name:<36}{seconds * count / samples.total():6.2f} s {count / samples.total():7.1%}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else str(SHARED / "corpus" / "real" / "github-rest.json")))
