"""A run that is killed at any point leaves a package that can be imported."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fledge.writer import recover
from tests.writer.packages import tree

KILLS = int(os.environ.get("FLEDGE_KILLS", "40"))
"""More of them: `FLEDGE_KILLS=500 pytest tests/writer/test_killed.py`."""

FILES = 200

# Two versions of one package, whose files only work together; they share half of their files.
GENERATING = """
import itertools, sys
from pathlib import Path
from fledge.writer import recover
from tests.writer.packages import generate

def files(version, count):
    common = {f"common/c{i}.py": f"VALUE = {i}\\n" * 20 for i in range(count // 2)}
    own = {f"v{version}_{i}.py": f"VERSION = {version}\\n" * 20 for i in range(count // 4)}
    both = {f"both{i}.py": f"VERSION = {version}\\n" * 20 for i in range(count // 4)}
    names = [path[:-3].replace("/", ".") for path in (*common, *own, *both)]
    imports = "".join(f"from .{name} import *\\nassert globals().get('VERSION', {version}) == {version}\\n" for name in names)
    return {**common, **own, **both, "common/__init__.py": "", "__init__.py": imports}

folder = Path(sys.argv[1])
print("ready", flush=True)
for version in itertools.cycle((1, 2)):
    recover(folder)
    generate(files(version, int(sys.argv[2])), folder)
    print("done", flush=True)
"""

# Runs over a package, each killed before the next one of its steps, until one comes to its end.
STEP_BY_STEP = """
import os, signal, sys
from pathlib import Path
from fledge.writer import atomic_rename
from fledge.writer import recover
from tests.processes import kill_at
from tests.writer.packages import generate, tree

parent, way = Path(sys.argv[1]), sys.argv[2]
folder = parent / "client"
old = {"__init__.py": "", "stays.py": "0", "changes.py": "1", "inner/goes.py": "1"}
new = {"__init__.py": "", "stays.py": "0", "changes.py": "2", "other/comes.py": "2"}
if way == "renamed":
    atomic_rename.exchange = lambda *_: False
step = status = -1
while status:
    step += 1
    generate(old, folder)
    if not (child := os.fork()):
        kill_at(step + 1, ".client.fledge-")
        recover(folder)
        generate(new, folder)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), status
    if way == "renamed":  # for a moment there is no package, and the next run puts it back
        recover(folder)
    assert tree(folder) in (old, new), step
    recover(folder)
    generate(new, folder)
    assert tree(folder) == new, step
    assert os.listdir(parent) == ["client"], step
print(step)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed as POSIX does")
@pytest.mark.parametrize("way", ["exchanged", "renamed"])
def test_killed_before_each_step(tmp_path: Path, way: str) -> None:
    """Whatever it was about to do, the old or the new package is there, and the next run cleans up."""
    done = subprocess.run(
        [sys.executable, "-c", STEP_BY_STEP, str(tmp_path), way],
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 10


@pytest.mark.slow
def test_killed_at_any_point(tmp_path: Path) -> None:
    """However often and whenever it is killed, the old or the new package is there, whole."""
    folder = tmp_path / "client"
    environment = {**os.environ, "PYTHONPATH": os.getcwd(), "PYTHONDONTWRITEBYTECODE": "1"}
    dice = random.Random(1)
    for turn in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", GENERATING, str(folder), str(FILES)],
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )
        assert process.stdout is not None
        # The first time until a package is there, then at any time of the first or second version.
        process.stdout.readline()
        if turn == 0:
            process.stdout.readline()
        time.sleep(dice.uniform(0, 0.3))
        process.kill()
        process.communicate()
        imported = subprocess.run(
            [sys.executable, "-c", "import client"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert imported.returncode == 0, f"after kill {turn}: {imported.stderr}"
    recover(folder)
    assert os.listdir(tmp_path) == ["client"]
    assert len(tree(folder)) == FILES + 2
