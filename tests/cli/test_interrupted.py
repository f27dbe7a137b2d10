"""`fledge generate` that is killed, runs out of disk, may not write, or runs twice at once: the package is whole."""

from __future__ import annotations

import copy
import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests import processes
from tests.cli.conftest import CONFIGURATION, DESCRIPTION
from tests.processes import end, held_to_permissions

resource = pytest.importorskip("resource", reason="processes are limited and killed as POSIX does")

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("FLEDGE_KILLS", "4"))
"""More of them: `FLEDGE_KILLS=500 pytest tests/cli/test_interrupted.py`."""

Files = dict[str, bytes]


def describe(folder: Path, version: str, *, models: int = 0) -> None:
    """Put a version of the description in place: one more model, and another field; and so many models besides."""
    document = copy.deepcopy(DESCRIPTION)
    fields = document["components"]["schemas"]["Pet"]["properties"]
    fields[f"only{version}"] = {"$ref": f"#/components/schemas/Part{version}"}
    part = {"type": "object", "properties": {f"size{version}": {"type": "integer"}}}
    document["components"]["schemas"] |= {f"Part{version}": part, **{f"Other{count}": part for count in range(models)}}
    if models:  # the validator is asked about each document that names a dialect, in a process of its own
        document["jsonSchemaDialect"] = "https://spec.openapis.org/oas/3.1/dialect/base"
    (folder / "specs").mkdir(exist_ok=True)
    (folder / "specs" / "pets.json").write_text(json.dumps(document))


STEP_BY_STEP = """
import sys
from fledge.cli import main
from tests.processes import kill_at
left = kill_at(int(sys.argv[1]), ".pets.fledge-")
code = main(["generate"])
print(-left[0], "steps")
sys.exit(code)
"""


def start(folder: Path, *arguments: str, **options: object) -> subprocess.Popen[str]:
    """Start `fledge generate`, or another program of Python."""
    return processes.start(folder, *(arguments or ("-m", "fledge", "generate")), **options)


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


def test_killed_while_it_writes(tmp_path: Path, versions: list[Files]) -> None:
    """Killed between any two steps of writing, it leaves the old package or the new one, and the next run works."""
    describe(tmp_path, "2")
    code, said = end(start(tmp_path, "-c", STEP_BY_STEP, "0"))
    steps = int(said.split()[-2])
    assert code == 0 and steps > 25, said
    dice = random.Random(6)
    for turn in range(KILLS):
        describe(tmp_path, str(turn % 2 + 1))
        step = dice.randint(1, steps)
        code, said = end(start(tmp_path, "-c", STEP_BY_STEP, str(step)))
        assert code == -signal.SIGKILL, said
        assert package(tmp_path) in versions, f"after step {step}"
        code, said = end(start(tmp_path))
        assert code == 0, said
        assert package(tmp_path) == versions[turn % 2], f"after step {step}"
        assert os.listdir(tmp_path / "generated") == ["pets"]


def test_interrupted(tmp_path: Path, versions: list[Files]) -> None:
    """Ctrl-C ends it with exit code 130 and one line, also while a large description is validated beside it."""

    def interruptible() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever runs the tests may ignore it

    describe(tmp_path, "2", models=300)
    process = start(tmp_path, preexec_fn=interruptible, start_new_session=True)
    wait_for_another(process)
    os.killpg(process.pid, signal.SIGINT)
    assert end(process) == (130, "fledge: interrupted\n")
    assert package(tmp_path) == versions[0]
    assert os.listdir(tmp_path / "generated") == ["pets"]


def test_nothing_outlives_it(tmp_path: Path, versions: list[Files]) -> None:
    """If it is killed while a large description is validated beside it, that ends as well."""
    describe(tmp_path, "2", models=300)
    process = start(tmp_path)
    wait_for_another(process)
    process.kill()
    process.communicate(timeout=120)  # until all have ended who could write into its output
    assert package(tmp_path) == versions[0]


def wait_for_another(process: subprocess.Popen[str]) -> None:
    """Wait until a process has started the one that validates."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        pytest.skip("needs Linux to see the processes that another one started")
    while not children.read_text().split():
        assert process.poll() is None, end(process)
        time.sleep(0.01)


@pytest.mark.parametrize("size", [0, 10, 700, 9000])
def test_a_full_disk(tmp_path: Path, versions: list[Files], size: int) -> None:
    """A write that the system refuses, the first or a later one, ends it with exit code 2, and nothing is changed."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    describe(tmp_path, "2", models=size // 100)
    code, said = end(start(tmp_path, preexec_fn=limit))
    assert code == 2 and "File too large" in said, said
    assert package(tmp_path) == versions[0]
    assert os.listdir(tmp_path / "generated") == ["pets"]
    describe(tmp_path, "2")
    assert end(start(tmp_path))[0] == 0
    assert package(tmp_path) == versions[1]


@pytest.mark.parametrize("inside", ["", "pets"])
def test_a_folder_that_may_not_be_written(tmp_path: Path, versions: list[Files], inside: str) -> None:
    """Without the permission to write, it says so, and changes nothing."""
    describe(tmp_path, "2")
    place = tmp_path / "generated" / inside
    place.chmod(0o555)
    try:
        code, said = end(start(tmp_path, preexec_fn=held_to_permissions))
    finally:
        place.chmod(0o755)
    assert code == 2 and "Permission denied" in said, said
    assert package(tmp_path) == versions[0]
    assert os.listdir(tmp_path / "generated") == ["pets"]
    assert end(start(tmp_path))[0] == 0
    assert package(tmp_path) == versions[1]


def test_three_at_once(tmp_path: Path, versions: list[Files]) -> None:
    """Runs at the same time leave one whole package; one that comes too late says so."""
    describe(tmp_path, "2")
    results = [end(process) for process in [start(tmp_path) for _ in range(3)]]
    assert 0 in [code for code, _ in results], results
    assert all(code == 0 or (code == 2 and "error[concurrent-change]" in said) for code, said in results), results
    assert package(tmp_path) == versions[1]
    assert end(start(tmp_path))[0] == 0
    assert package(tmp_path) == versions[1]
    assert os.listdir(tmp_path / "generated") == ["pets"]
