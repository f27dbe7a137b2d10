"""Pulls that are killed, run out of disk, may not write, or run twice at once: specs are whole, old or new."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import processes
from tests.processes import end, held_to_permissions
from tests.pull.conftest import names
from tests.pull.documents import gitbook, index
from tests.pull.server import Site

resource = pytest.importorskip("resource", reason="processes are limited and killed as POSIX does")

KILLS = int(os.environ.get("FLEDGE_KILLS", "20"))
"""More of them: `FLEDGE_KILLS=500 pytest tests/pull/test_killed.py`."""

PAGES = 30


def publish(site: Site, version: str) -> None:
    """Put a version of all pages on the site; a page of its own tells it from others."""
    links = [*(f"/p{count}.md" for count in range(PAGES)), f"/only-{version}.md"]
    for link in links:
        site.put(link, gitbook(link.removesuffix(".md"), version=version))
    site.put("/llms.txt", index(*links))


def start(folder: Path, **options: object) -> subprocess.Popen[str]:
    """Start a pull."""
    return processes.start(folder, "-m", "fledge", "pull", **options)


def versions(folder: Path) -> set[str]:
    """The versions that the pages of a folder are of; each folder has all pages of its versions."""
    found = {re.findall(r'"version":"([^"]+)"', (folder / name).read_text())[0] for name in names(folder)}
    assert len(names(folder)) == PAGES + 1, names(folder)
    assert {f"only-{version}.md" for version in found} <= set(names(folder))
    return found


@pytest.fixture
def folder(site: Site, tmp_path: Path) -> Iterator[Path]:
    """A project into which version 1 was pulled."""
    (tmp_path / "pyproject.toml").write_text(
        f'[tool.fledge.clients.boats]\nsource = "specs/boats"\noutput = "generated"\nupstream = {{ site = "{site.url}" }}\n'
    )
    publish(site, "1")
    code, said = end(start(tmp_path))
    assert code == 0, said
    yield tmp_path


@pytest.mark.slow
def test_killed_at_any_moment(folder: Path, site: Site) -> None:
    """However often and whenever it is killed, the folder holds one version whole; the next run cleans up."""
    began = time.monotonic()
    publish(site, "2")
    end(start(folder))
    takes = time.monotonic() - began
    dice = random.Random(7)
    seen: set[str] = set()
    for turn in range(KILLS):
        publish(site, str(turn % 2 + 1))
        process = start(folder)
        time.sleep(dice.uniform(takes * 0.3, takes * 1.1))
        process.kill()
        process.communicate()
        found = versions(folder / "specs" / "boats")
        assert len(found) == 1, f"after kill {turn}: {found}"
        seen |= found
    publish(site, "3")
    code, said = end(start(folder))
    assert code == 0, said
    assert versions(folder / "specs" / "boats") == {"3"}
    assert os.listdir(folder / "specs") == ["boats"]
    assert seen <= {"1", "2"}


def test_a_full_disk_leaves_the_old_files(folder: Path, site: Site) -> None:
    """A write that the system refuses ends the pull with exit code 2, and nothing is changed."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))

    publish(site, "2")
    code, said = end(start(folder, preexec_fn=limit))
    assert code == 2 and "error[system]" in said and "File too large" in said
    assert versions(folder / "specs" / "boats") == {"1"}
    assert os.listdir(folder / "specs") == ["boats"]
    assert end(start(folder))[0] == 0
    assert versions(folder / "specs" / "boats") == {"2"}


def test_a_folder_that_may_not_be_written(folder: Path, site: Site) -> None:
    """Without the permission to write, it says so, and changes nothing."""
    publish(site, "2")
    (folder / "specs").chmod(0o555)
    try:
        code, said = end(start(folder, preexec_fn=held_to_permissions))
    finally:
        (folder / "specs").chmod(0o755)
    assert code == 2 and "Permission denied" in said
    assert versions(folder / "specs" / "boats") == {"1"}


@pytest.mark.slow
def test_two_pulls_at_once_end_well(folder: Path, site: Site) -> None:
    """Pulls that run at the same time both succeed, and leave one version whole."""
    for version in ("2", "3", "4"):
        publish(site, version)
        results = [end(process) for process in [start(folder) for _ in range(3)]]
        assert [code for code, _ in results] == [0, 0, 0], results
        assert versions(folder / "specs" / "boats") == {version}
        assert os.listdir(folder / "specs") == ["boats"]


def test_an_interrupted_pull_leaves_the_old_files(folder: Path, site: Site) -> None:
    """Ctrl-C ends it with exit code 130, and nothing is changed."""

    def interruptible() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever runs the tests may ignore it

    publish(site, "2")
    for count in range(PAGES):
        site.put(f"/p{count}.md", gitbook(f"/p{count}", version="2"), pause=0.3)
    site.asked.clear()
    process = start(folder, preexec_fn=interruptible)
    while not any(path.startswith("/p") for path, _, _ in site.asked):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    code, said = end(process)
    assert code == 130 and "interrupted" in said
    assert versions(folder / "specs" / "boats") == {"1"}
