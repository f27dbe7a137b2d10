"""`python -m tests.corpus`: the proof on the whole corpus, as a table; exit code 1 where a figure is wrong."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue

from tests.conftest import SHARED
from tests.corpus import expected
from tests.corpus.proof import Proof, check_types, prove
from tests.corpus.subjects import Subject, subjects

CORPUS = SHARED / "corpus"
BLACK_LIMIT = 1_000_000
"""Black runs on documents of up to so many bytes: it takes a second per thousand lines."""

BATCH_LIMIT = 7_000_000
"""Bytes of documents whose packages the type checkers get at once: what they read of libraries, they read once a batch."""

COLUMNS = (
    ("document", 32),
    ("in doc", 7),
    ("made", 6),
    ("hooks", 6),
    ("models", 7),
    ("lines", 8),
    ("l/op", 5),
    ("files", 6),
    ("sec", 6),
    ("MB", 5),
    ("valid s", 8),
    ("black", 6),
    ("import", 7),
    ("mypy", 6),
    ("pyright", 8),
)


def main() -> int:
    """Run what the command line asks for; 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument(
        "--only", action="append", default=[], metavar="NAME", help="this document (a part of its name)"
    )
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    parser.add_argument("--fast", action="store_true", help="without the validator, mypy and pyright")
    parser.add_argument("--minutes", type=float, default=1e9, help="after so many, types are checked no more")
    parser.add_argument("--black", action="store_true", help="whether Black has nothing left to do (smaller documents)")
    parser.add_argument("--accept", action="store_true", help="rewrite the expected diagnostics")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="generate there, and leave it there")
    parser.add_argument("--errors", type=int, default=5, help="so many faults of each kind are printed")
    parser.add_argument("--peers", action="store_true", help="the documents of other tools' tests instead")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        print(f"skipped: there is no {CORPUS}", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory(prefix="fledge-corpus-") as temporary:
        folder: Path = (options.keep or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        if options.peers:
            from tests.corpus import peers

            return peers.main(CORPUS, folder, jobs=options.jobs, only=options.only)
        return _prove(options, folder)


def _prove(options: argparse.Namespace, folder: Path) -> int:
    chosen = [s for s in subjects(CORPUS) if not options.only or any(part in s.name for part in options.only)]
    started = time.monotonic()
    slots: SimpleQueue[int] = SimpleQueue()
    for slot in range(options.jobs):
        slots.put(slot)
    done: list[Proof] = []

    def prove_batch(batch: list[Subject]) -> list[Proof]:
        slot = slots.get()
        try:
            proofs = [
                prove(
                    subject,
                    folder,
                    validated=not options.fast,
                    blackened=options.black and subject.size <= BLACK_LIMIT,
                    keep=True,
                )
                for subject in batch
            ]
            if not options.fast and time.monotonic() - started <= 60 * options.minutes:
                check_types(proofs, folder, cache=folder / f".mypy{slot}")
            return proofs
        finally:
            for subject in batch if not options.keep else ():
                shutil.rmtree(folder / subject.package, ignore_errors=True)
            slots.put(slot)

    with ThreadPoolExecutor(options.jobs) as pool:
        for future in as_completed([pool.submit(prove_batch, batch) for batch in batches(chosen)]):
            for proof in future.result():
                done.append(proof)
                taken = " ".join(f"{name} {seconds:.1f}" for name, seconds in proof.seconds.items() if seconds)
                verdict = f"{len(proof.wrong())} WRONG" if proof.wrong() else "ok"
                print(
                    f"[{len(done)}/{len(chosen)}] {proof.subject.name}: {verdict} ({taken})",
                    file=sys.stderr,
                    flush=True,
                )
    done.sort(key=lambda proof: (proof.subject.group, proof.subject.name))
    failed = report(done, errors=options.errors, fast=options.fast, accepted=options.accept)
    unchecked = [proof.subject.name for proof in done if proof.mypy is None and proof.figures["generated"]]
    if unchecked and not options.fast:
        print(f"\nnot type-checked for want of time: {', '.join(unchecked)}")
    print(f"\n{len(done)} documents in {time.monotonic() - started:.0f} s of wall clock, {options.jobs} at once")
    return 1 if failed else 0


def batches(chosen: Iterable[Subject], limit: int = BATCH_LIMIT) -> list[list[Subject]]:
    """The subjects in their order, together up to `limit` bytes of documents; a larger one is alone."""
    found: list[list[Subject]] = []
    size = limit + 1
    for subject in chosen:
        if size + subject.size > limit:
            found.append([])
            size = 0
        found[-1].append(subject)
        size += subject.size
    return found


def report(proofs: Iterable[Proof], *, errors: int, fast: bool, accepted: bool) -> int:
    """Print the table and all that is wrong; returns in how many documents something is."""
    proofs = list(proofs)
    print("".join(f"{name:<{width}}" if not at else f"{name:>{width}}" for at, (name, width) in enumerate(COLUMNS)))
    for proof in proofs:
        print(_row(proof))
    totals: Counter[str] = Counter()
    for proof in proofs:
        totals.update(proof.seconds)
    print("\nseconds of all: " + ", ".join(f"{name} {seconds:.0f}" for name, seconds in totals.items()))
    codes: Counter[str] = Counter()
    for proof in proofs:
        for severity, code, number, _ in proof.said + proof.figures["validated"]:
            codes[f"{severity} {code}"] += number
    print("diagnostics:\n" + "\n".join(f"  {number:6} {code}" for code, number in sorted(codes.items())))
    failed = 0
    for proof in proofs:
        wrong = proof.wrong()
        validated = None if fast else proof.figures["validated"]
        if accepted and not proof.figures["crash"]:
            expected.accept(proof.subject.name, proof.said, validated)
        changed = expected.differences(proof.subject.name, proof.said, validated)
        failed += bool(wrong or changed)
        if wrong or changed:
            print(f"\n{proof.subject.name}")
            for line in wrong:
                print(f"  {line}")
            for name, faults in (("import", proof.imports), ("mypy", proof.mypy), ("pyright", proof.pyright)):
                for fault in (faults or [])[:errors]:
                    print(f"    {name}: {fault}")
            for line in changed[: 4 * errors]:
                print(f"  diagnostics {line}")
    return failed


def _row(proof: Proof) -> str:
    figures = proof.figures
    made = len(proof.operations)
    shown = (
        proof.subject.name[:31],
        len(proof.counted.operations),
        made if figures["generated"] else "-",
        proof.counted.webhooks or "",
        figures.get("models", "-"),
        figures.get("lines", "-"),
        round(figures["resource_lines"] / made) if made else "",
        figures.get("files", "-"),
        f"{figures['seconds']:.1f}",
        figures["megabytes"],
        f"{proof.seconds['validate']:.1f}" if proof.seconds.get("validate") else "",
        len(figures["unformatted"]) if "unformatted" in figures else "",
        len(proof.imports) if figures["generated"] else "-",
        "" if proof.mypy is None else len(proof.mypy),
        "" if proof.pyright is None else len(proof.pyright),
    )
    return "".join(
        f"{value:<{width}}" if not at else f"{value:>{width}}"
        for at, (value, (_, width)) in enumerate(zip(shown, COLUMNS))
    )


if __name__ == "__main__":
    sys.exit(main())
