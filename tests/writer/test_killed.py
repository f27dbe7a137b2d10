"""A run that is killed at any point leaves a package that can be imported."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from generator.writer import recover
from tests.writer.packages import tree

KILLS = int(os.environ.get("FLEDGE_KILLS", "40"))
"""More of them: `FLEDGE_KILLS=500 pytest tests/writer/test_killed.py`."""

FILES = 200

# Two versions of one package, whose files only work together; they share half of their files.
GENERATING = """
import itertools, sys
from pathlib import Path
from generator.writer import recover
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
