"""`python -m tests.benchmarks.commands [NAME …]`: what Fledge's commands take of a large description, against the
fastest other generator.

All of it in one run: CPU, wall clock and peak memory of whole processes, by turns with openapi-typescript, which makes
TypeScript types of GitHub's description and no client. Ratios are medians of the turns, the rest is that of the turn
with the least CPU. With names (the first column), only these are measured.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.generators import DOCUMENTS, REAL, TYPESCRIPT_TYPES, installed, real
from tests.benchmarks.processes import OURS, Run, fledge, run
from tests.conftest import ROOT

ROUNDS = 3
OLDER = "github-ghes-3.19.json"
"""An edition of GitHub's API whose description is almost as large."""


@dataclass(frozen=True)
class Row:
    """A command, and what it may take at most, as a part of the yardstick's CPU."""

    name: str
    at_most: float
    measure: Callable[[Workshop], Run]


class Workshop:
    """A folder for runs, each of which begins with a copy of a generated package. Nothing is deleted until the end.

    For seconds after a deletion, ext4 takes several times as long to make a file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._packages: dict[str, Path] = {}

    def empty(self) -> Path:
        """Return a new folder."""
        return Path(tempfile.mkdtemp(dir=self.folder))

    def cold(self, source: Path) -> Run:
        """Generate into an empty folder."""
        return self._fledge(self.empty(), "generate", str(source), "-o", "out")

    def with_package(self, name: str) -> Path:
        """Return a folder that has a description, as `api.json`, and the package that was generated from it."""
        if name not in self._packages:
            work = self._packages[name] = self.empty()
            (work / "api.json").write_text(json.dumps(real(name), indent=1), encoding="utf-8")
            self._fledge(work, "generate", "api.json", "-o", "out")
        work = self.empty()
        shutil.copytree(self._packages[name], work, dirs_exist_ok=True)
        return work

    def run(self, name: str, *arguments: str, change: bool = False, commit: bool = False) -> Run:
        """Run a command with a package, perhaps after it is committed, and after one model got one more property."""
        work = self.with_package(name)
        if commit:
            for words in ("init", "add .", "-c user.name=a -c user.email=a@example.com commit -m a"):
                subprocess.run(["git", *words.split()], cwd=work, check=True, capture_output=True)
        if change:
            root = json.loads((work / "api.json").read_text(encoding="utf-8"))
            schemas = root["components"]["schemas"]
            changed = next(each for each in schemas.values() if each.get("type") == "object" and each.get("properties"))
            changed["properties"]["added_later"] = {"type": "string"}
            (work / "api.json").write_text(json.dumps(root, indent=1), encoding="utf-8")
        return self._fledge(work, *arguments)

    def _fledge(self, work: Path, *arguments: str) -> Run:
        done = run(fledge(*arguments), work, OURS)
        if done.code not in (0, 1):
            raise RuntimeError(work.with_name(f"{work.name}.said").read_text())
        return done


GENERATE = ("generate", "api.json", "-o", "out")


def cold(name: str) -> Callable[[Workshop], Run]:
    """A cold run on a document as the corpus has it."""
    return lambda workshop: workshop.cold(REAL / DOCUMENTS[name])


ROWS = (
    Row("generate GitHub", 0.73, cold("GitHub")),
    Row("generate GitHub, nothing changed", 0.1, lambda workshop: workshop.run("GitHub", *GENERATE)),
    Row("generate GitHub, one property more", 0.55, lambda workshop: workshop.run("GitHub", *GENERATE, change=True)),
    Row("check GitHub", 0.55, lambda workshop: workshop.run("GitHub", "check", "api.json", "-o", "out")),
    Row("validate GitHub", 0.55, lambda workshop: workshop.run("GitHub", "validate", "api.json")),
    Row(
        "diff two GitHubs",
        0.91,
        lambda workshop: workshop.run("GitHub", "diff", str(REAL / OLDER), str(REAL / DOCUMENTS["GitHub"])),
    ),
    Row("generate Stripe", 0.64, cold("Stripe")),
    Row("generate OpenAI", 0.45, cold("OpenAI")),
    Row("generate Figma", 0.16, cold("Figma")),
    Row("generate Bird, 31 pages", 0.11, lambda workshop: workshop.cold(ROOT / "specs" / "bird_conversations")),
)
PLAIN, SUMMARY = "generate Stripe, one property more", "the same, with a summary of changes"


def main(chosen: Collection[str] = ()) -> None:
    """Print a table, as Markdown."""
    with tempfile.TemporaryDirectory() as temporary:
        workshop = Workshop(Path(temporary))
        if reason := installed(TYPESCRIPT_TYPES, workshop.folder):
            print(f"{TYPESCRIPT_TYPES.name}: {reason.strip('| ')}", file=sys.stderr)
        own = workshop.folder / TYPESCRIPT_TYPES.folder
        types = TYPESCRIPT_TYPES.command.format(npm=own / "node_modules" / ".bin").split()
        runs: dict[str, list[Run]] = {}

        def measure(name: str, work: Callable[[], Run]) -> None:
            if not chosen or name in chosen or name == TYPESCRIPT_TYPES.name:
                runs.setdefault(name, []).append(work())

        for _ in range(ROUNDS):
            if not reason:
                measure(TYPESCRIPT_TYPES.name, lambda: run(types, workshop.with_package("GitHub")))
            for row in ROWS:
                measure(row.name, lambda: row.measure(workshop))
            measure(PLAIN, lambda: workshop.run("Stripe", *GENERATE, change=True))
            measure(SUMMARY, lambda: workshop.run("Stripe", *GENERATE, change=True, commit=True))
        print("| Command | CPU, s | Wall clock, s | Peak, MB | Against | Ratio | At most |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        limits = {row.name: (TYPESCRIPT_TYPES.name, row.at_most) for row in ROWS} | {SUMMARY: (PLAIN, 1.3)}
        for name, turns in runs.items():
            least = min(turns, key=lambda each: each.cpu)
            peak = max(each.peak for each in turns) / 1e6
            other, at_most = limits.get(name, ("", 0.0))
            ratio = [one.cpu / two.cpu for one, two in zip(turns, runs.get(other, ()))]
            against = f"{other} | {statistics.median(ratio):.2f} | {at_most}" if ratio else " | | "
            print(f"| {name} | {least.cpu:.1f} | {least.wall:.1f} | {peak:.0f} | {against} |")


if __name__ == "__main__":
    main(sys.argv[1:])
