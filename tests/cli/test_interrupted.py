"""`fledge generate` that is killed, runs out of disk, or runs twice at once: the package is whole, old or new."""

from __future__ import annotations

import copy
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import CONFIGURATION, DESCRIPTION, ROOT

resource = pytest.importorskip("resource", reason="processes are limited and killed as POSIX does")

KILLS = int(os.environ.get("FLEDGE_KILLS", "4"))
"""More of them: `FLEDGE_KILLS=500 pytest tests/cli/test_interrupted.py`."""

Files = dict[str, bytes]


def describe(folder: Path, version: str) -> None:
    """Put a version of the description in place: one more model, and another field."""
    document = copy.deepcopy(DESCRIPTION)
    fields = document["components"]["schemas"]["Pet"]["properties"]
    fields[f"only{version}"] = {"$ref": f"#/components/schemas/Part{version}"}
    part = {"type": "object", "properties": {f"size{version}": {"type": "integer"}}}
    document["components"]["schemas"][f"Part{version}"] = part
    (folder / "specs").mkdir(exist_ok=True)
    (folder / "specs" / "pets.json").write_text(json.dumps(document))


def start(folder: Path, **options: object) -> subprocess.Popen[str]:
    """Start `fledge generate` as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "generate"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
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


def package(folder: Path) -> Files:
    """The files of the package."""
    root = folder / "generated" / "pets"
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.fixture
def versions(tmp_path: Path) -> list[Files]:
    """The packages of two versions; the first one's is in place."""
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION)
    found = []
    for version in ("1", "2", "1", "2", "1"):  # the lock remembers names of both from the third on
        describe(tmp_path, version)
        code, said = end(start(tmp_path))
        assert code == 0, said
        found.append(package(tmp_path))
    assert found[2] == found[4] and found[1] == found[3] and found[1] != found[2]
    return [found[4], found[3]]


def test_killed_at_any_moment(tmp_path: Path, versions: list[Files]) -> None:
    """However often and whenever it is killed, the package is the old or the new one; the next run cleans up."""
    describe(tmp_path, "2")
    began = time.monotonic()
    end(start(tmp_path))
    takes = time.monotonic() - began
    dice = random.Random(5)
    for turn in range(KILLS):
        describe(tmp_path, str(turn % 2 + 1))
        process = start(tmp_path)
        time.sleep(dice.uniform(takes * 0.3, takes * 1.1))
        process.kill()
        process.communicate()
        assert package(tmp_path) in versions, f"after kill {turn}"
    describe(tmp_path, "2")
    code, said = end(start(tmp_path))
    assert code == 0, said
    assert package(tmp_path) == versions[1]
    assert os.listdir(tmp_path / "generated") == ["pets"]


def test_a_full_disk(tmp_path: Path, versions: list[Files]) -> None:
    """A write that the system refuses ends it with exit code 2, and nothing is changed."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))

    describe(tmp_path, "2")
    code, said = end(start(tmp_path, preexec_fn=limit))
    assert code == 2 and "File too large" in said, said
    assert package(tmp_path) == versions[0]
    assert os.listdir(tmp_path / "generated") == ["pets"]
    assert end(start(tmp_path))[0] == 0
    assert package(tmp_path) == versions[1]


def test_three_at_once(tmp_path: Path, versions: list[Files]) -> None:
    """Runs at the same time leave one whole package; one that comes too late says so."""
    describe(tmp_path, "2")
    results = [end(process) for process in [start(tmp_path) for _ in range(3)]]
    assert 0 in [code for code, _ in results], results
    assert package(tmp_path) == versions[1]
    assert end(start(tmp_path))[0] == 0
    assert package(tmp_path) == versions[1]
    assert os.listdir(tmp_path / "generated") == ["pets"]
