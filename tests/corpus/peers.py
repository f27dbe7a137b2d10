"""The documents of other tools' tests: none crashes, each generates or ends in an error that says what is wrong.

`BROKEN` names those marked positive that cannot be generated, with the reason; one that is not needed any more fails.
"""

from __future__ import annotations

import csv
import hashlib
import json
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT
from tests.corpus.checkers import import_faults
from tests.corpus.subjects import Counted, Subject, count

BATCH = 40
TIMEOUT = 60
"""Seconds for one document."""

BROKEN: dict[str, str] = {}
"""Documents marked positive that hold no complete description, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """One document of another tool's tests."""

    name: str
    source: Path
    positive: bool
    unresolved: int

    @property
    def package(self) -> str:
        """The name of its package."""
        return "p_" + hashlib.sha256(self.name.encode()).hexdigest()[:12]


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What came of it."""

    peer: Peer
    figures: dict[str, Any]
    counted: Counted
    imports: list[str] = field(default_factory=list[str])

    @property
    def errors(self) -> list[str]:
        """The codes of the errors that were reported."""
        return sorted({code for severity, code, *_ in self.figures["said"] if severity == "error"})

    def cause(self) -> str:
        """The outcome in a few words, the same for the same cause."""
        figures = self.figures
        if figures["crash"]:
            lines = [line.strip() for line in figures["crash"].strip().splitlines()]
            frames = [line for line in lines if line.startswith("File ") and "/fledge/" in line]
            place = frames[-1].partition("/fledge/")[2].replace('", line ', ":") if frames else ""
            return f"CRASH {lines[-1][:80]} at {place}"
        if not figures["generated"]:
            return f"error {', '.join(self.errors)}" if self.errors else "NOTHING SAID"
        if figures["broken"]:
            return f"NO PYTHON {figures['broken'][0].partition(': ')[2][:60]}"
        if figures["outside"]:
            return "PATH OUTSIDE"
        if figures["strange"]:
            return f"STRANGE {figures['strange'][0].rpartition(': ')[2][:60]}"
        if self.imports:
            return f"NO IMPORT {self.imports[0].partition(': ')[2][:70]}"
        made = {key.removesuffix(" stream") for key in figures["operations"]}
        lost = sorted(self.counted.operations ^ made)
        if lost:
            return "OPERATIONS DIFFER"
        return "generated, with warnings" if any(said[0] == "warning" for said in figures["said"]) else "generated"

    def wrong(self) -> bool:
        """Whether it is not as it should be."""
        cause = self.cause()
        if cause.startswith("generated"):
            return self.peer.name in BROKEN
        if cause.startswith("error "):
            return self.peer.positive and complete(self.peer) and self.peer.name not in BROKEN
        return True


def peers(corpus: Path) -> list[Peer]:
    """All of them, in the order of the table."""
    with (corpus / "PEERS.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Peer(
            name=row["name"],
            source=corpus / row["file"],
            positive=row["intent"] == "positive",
            unresolved=int(row["unresolved"] or 0),
        )
        for row in rows
    ]


def sample(every: Sequence[Peer], number: int) -> list[Peer]:
    """`number` of them, chosen by the hash of their names: the same ones each time."""
    return sorted(every, key=lambda peer: peer.package)[:number]


def complete(peer: Peer) -> bool:
    """Whether a document is a whole description: OpenAPI with `info` and something in it, all references resolved."""
    text = peer.source.read_text(encoding="utf-8")
    try:
        json_given = peer.source.suffix == ".json"
        value = json.loads(text) if json_given else yaml.load(text, Loader=yaml.CBaseLoader)
    except (ValueError, yaml.YAMLError):
        return False
    if not isinstance(value, dict) or not isinstance(value.get("info"), dict):
        return False
    known = str(value.get("openapi", "")).startswith("3.") or value.get("swagger") == "2.0"
    content = any(isinstance(value.get(key), dict) for key in ("paths", "components", "webhooks"))
    return known and content and not peer.unresolved


def run(chosen: Sequence[Peer], folder: Path, *, jobs: int, batch: int = BATCH) -> list[Outcome]:
    """Generate and import all that are chosen, so many at once; progress goes to stderr."""
    batches = [chosen[at : at + batch] for at in range(0, len(chosen), batch)]
    outcomes: list[Outcome] = []
    with ThreadPoolExecutor(jobs) as pool:
        for done in pool.map(lambda each: _batch(each, folder), batches):
            outcomes += done
            bad = sum(outcome.wrong() for outcome in outcomes)
            print(f"[{len(outcomes)}/{len(chosen)}] peers, {bad} wrong", file=sys.stderr, flush=True)
    return outcomes


def _batch(chosen: Sequence[Peer], folder: Path) -> list[Outcome]:
    figures = _generated(chosen, folder)
    packages = [peer.package for peer in chosen if figures[peer.name]["generated"] and not figures[peer.name]["broken"]]
    faults: dict[str, list[str]] = defaultdict(list)
    found = import_faults(folder, *packages) if packages else []
    if any(not fault.startswith("p_") for fault in found):  # the interpreter died: one by one
        found = [f"{package}: {fault}" for package in packages for fault in import_faults(folder, package)]
    for fault in found:
        faults[fault.partition(".")[0].partition(":")[0]].append(fault)
    return [
        Outcome(peer=peer, figures=figures[peer.name], counted=_counted(peer), imports=faults[peer.package])
        for peer in chosen
    ]


def _counted(peer: Peer) -> Counted:
    try:
        return count(Subject(name=peer.name, group="peers", source=peer.source))
    except Exception:  # a document that is meant to be wrong
        return Counted()


def _generated(chosen: Sequence[Peer], folder: Path) -> dict[str, dict[str, Any]]:
    """Figures by name. What takes a whole process down, or hangs, is tried again alone and named."""
    lines = [json.dumps([str(peer.source), str(folder / peer.package)]) for peer in chosen]
    command = [sys.executable, "-m", "tests.corpus.worker", "--batch"]
    try:
        done = subprocess.run(
            command,
            input="\n".join(lines),
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=TIMEOUT + 2 * len(chosen),
        )
        fault = done.stderr[-2000:]
        answers = [json.loads(line) for line in done.stdout.splitlines()]
    except subprocess.TimeoutExpired:
        fault, answers = f"no end within {TIMEOUT} s", []
    if len(answers) == len(chosen):
        return {peer.name: answer for peer, answer in zip(chosen, answers)}
    if len(chosen) > 1:
        return {name: figures for peer in chosen for name, figures in _generated([peer], folder).items()}
    return {
        chosen[0].name: {
            "generated": False,
            "crash": fault or "the process ended",
            "said": [],
            "validated": [],
        }
    }


def table(outcomes: Iterable[Outcome]) -> str:
    """How many came to what, and an example of each."""
    causes: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        causes[outcome.cause()].append(outcome)
    lines = [f"{'number':>6} {'positive':>8} {'wrong':>6}  outcome (an example)"]
    for cause, those in sorted(causes.items(), key=lambda item: (-len(item[1]), item[0])):
        positive = sum(outcome.peer.positive for outcome in those)
        wrong = [outcome for outcome in those if outcome.wrong()]
        example = (wrong or those)[0].peer.name
        lines.append(f"{len(those):6} {positive:8} {len(wrong):6}  {cause} ({example})")
    return "\n".join(lines)


def main(corpus: Path, folder: Path, *, jobs: int, only: Sequence[str]) -> int:
    """Run them all, and print the table and what is wrong."""
    started = time.monotonic()
    chosen = [peer for peer in peers(corpus) if not only or any(part in peer.name for part in only)]
    outcomes = run(chosen, folder, jobs=jobs)
    print(table(outcomes))
    wrong = [outcome for outcome in outcomes if outcome.wrong()]
    for outcome in wrong:
        print(f"\n{outcome.peer.name} ({'positive' if outcome.peer.positive else 'negative?'})\n  {outcome.cause()}")
        if outcome.cause() == "OPERATIONS DIFFER":
            there, made = outcome.counted.operations, set(outcome.figures["operations"])
            print(f"  lost {sorted(there - made)[:5]}, made {sorted(made - there)[:5]}")
        for said in outcome.figures["said"]:
            if said[0] == "error":
                print(f"  {said[1]} {' '.join(said[3][:2])}")
    codes = Counter(code for outcome in outcomes for _, code, *_ in outcome.figures["said"])
    print("\ndocuments with each diagnostic: " + ", ".join(f"{code} {number}" for code, number in codes.most_common()))
    print(f"{len(outcomes)} documents, {len(wrong)} wrong, {time.monotonic() - started:.0f} s")
    return 1 if wrong else 0
