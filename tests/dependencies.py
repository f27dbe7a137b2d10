"""Keep constraints.txt, and make the environments in which `.ci/run` tests other releases.

    python -m tests.dependencies                  refresh constraints.txt, and print what changed
    python -m tests.dependencies newest FOLDER    make an environment of the newest releases, and print how it differs
    python -m tests.dependencies lowest FOLDER    make an environment of the lowest releases that pyproject.toml allows

Releases for tests, such as pytest's, are the newest ones in both environments.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.conftest import ROOT

CONSTRAINTS = ROOT / "constraints.txt"
REFERENCE = (3, 11)
"""The Python whose releases stand in constraints.txt: the oldest one that Fledge supports, which every release must."""

_HEADER = """\
# The releases that Fledge was tested with, by Python {}.{}. Refresh them by: .venv/bin/python -m tests.dependencies
"""


def lowest(pyproject: str) -> list[str]:
    """Return a requirement `name==version` for the lower bound of each dependency of Fledge and of its clients."""
    project = tomllib.loads(pyproject)["project"]
    found: list[str] = []
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["client"]]:
        match = re.match(r"([\w.-]+)>=([\w.]+)", requirement)
        if match is None:
            raise ValueError(f"{requirement}: it must begin with a name and its lower bound, as in `jinja2>=3.1`")
        found.append(f"{match[1]}=={match[2]}")
    return found


def releases(lines: Iterable[str]) -> dict[str, str]:
    """Return names and versions of constraints, or of what `pip freeze` prints; names as the index spells them."""
    found: dict[str, str] = {}
    for line in lines:
        line = line.partition("#")[0].strip()
        if line:
            name, pinned, version = line.partition("==")
            if not pinned:
                raise ValueError(f"{line}: it is not a release, `name==version`")
            found[re.sub(r"[-_.]+", "-", name).lower()] = version
    return found


def changes(old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    """Yield a line for each release that was added, removed or replaced."""
    for name in sorted(old.keys() | new.keys()):
        match old.get(name), new.get(name):
            case None, version:
                yield f"added    {name} {version}"
            case version, None:
                yield f"removed  {name} {version}"
            case before, after if before != after:
                yield f"changed  {name} {before} -> {after}"
            case _:
                pass


def written(found: dict[str, str]) -> str:
    """Return the text of constraints.txt."""
    lines = (f"{name}=={version}\n" for name, version in sorted(found.items()))
    return _HEADER.format(*REFERENCE) + "".join(lines)


def make(folder: Path, *requirements: str) -> dict[str, str]:
    """Make an environment with Fledge, its test tools and `requirements`; return the releases in it."""
    venv.create(folder, clear=True, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "-e", ".[test]", *requirements], cwd=ROOT, check=True)
    frozen = subprocess.run(
        [*pip, "freeze", "--exclude-editable"], cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return releases(frozen.stdout.splitlines())


def main() -> None:
    """Run one of the three commands."""
    parser = argparse.ArgumentParser(prog="python -m tests.dependencies", description="Keep constraints.txt.")
    parser.add_argument("command", nargs="?", choices=("refresh", "newest", "lowest"), default="refresh")
    parser.add_argument("folder", nargs="?", type=Path, help="where to make the environment")
    given = parser.parse_args()
    if given.command != "refresh" and given.folder is None:
        parser.error(f"{given.command} needs a folder")
    if given.command == "lowest":
        wanted = lowest((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        make(given.folder, *wanted)
        print(*wanted, sep="\n")
        return
    old = releases(CONSTRAINTS.read_text(encoding="utf-8").splitlines()) if CONSTRAINTS.exists() else {}
    if given.command == "newest":
        found = make(given.folder)
    else:
        if sys.version_info[:2] != REFERENCE:
            parser.error("refresh with Python {}.{}, the oldest one that Fledge supports".format(*REFERENCE))
        with tempfile.TemporaryDirectory() as folder:
            found = make(Path(folder))
        CONSTRAINTS.write_text(written(found), encoding="utf-8")
    for line in changes(old, found):
        print(line)


if __name__ == "__main__":
    main()
