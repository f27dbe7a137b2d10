"""The whole proof for one description: generate, import, check the types; and what of it is wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.corpus.checkers import import_faults, mypy_errors, pyright_errors
from tests.corpus.subjects import Counted, Subject, count

TIMEOUT = 900


@dataclass(slots=True, kw_only=True)
class Proof:
    """What came of one description. `wrong` is empty where all is as it should be."""

    subject: Subject
    counted: Counted
    figures: dict[str, Any]
    imports: list[str] = field(default_factory=list[str])
    mypy: list[str] | None = None
    pyright: list[str] | None = None
    seconds: dict[str, float] = field(default_factory=dict[str, float])

    @property
    def operations(self) -> list[str]:
        """The operations of the package."""
        found: list[str] = self.figures.get("operations", [])
        return found

    @property
    def said(self) -> list[list[Any]]:
        """Severity, code, count and places of what was said of it."""
        found: list[list[Any]] = self.figures["said"]
        return found

    def wrong(self) -> list[str]:
        """Each figure that is not as it should be, in a sentence."""
        figures = self.figures
        if figures["crash"]:
            return ["crashed: " + figures["crash"].strip()]
        if not figures["generated"]:
            errors = [
                f"{code} x{number} {places}" for severity, code, number, places in self.said if severity == "error"
            ]
            return [f"not generated: {'; '.join(errors) or 'without an error'}"]
        found: list[str] = []
        there, made = self.counted.operations, self.operations
        whole = {key.removesuffix(" stream") for key in made}
        lost = sorted(there - whole)
        more = sorted(whole - there) + [key for key, number in Counter(made).items() if number > 1]
        found += [f"{len(lost)} operations are lost: {', '.join(lost[:5])}"] if lost else []
        found += [f"{len(more)} operations too many: {', '.join(more[:5])}"] if more else []
        if any(number != len(made) for number in (sum(figures["methods"][::2]), sum(figures["methods"][1::2]))):
            found.append(f"{len(made)} operations and {sum(figures['methods'])} methods, sync and async")
        events = figures["events"] + sum(
            number for _, code, number, _ in self.said if code == "webhook-body-unsupported"
        )
        if events < self.counted.webhooks:
            found.append(f"{self.counted.webhooks} webhooks with a body, and {events} functions that parse one")
        for name, faults in (
            ("paths lead outside", figures["outside"]),
            ("files do not compile", figures["broken"]),
            ("nodes are not of a template", figures["strange"]),
            ("files are changed by Black", figures.get("unformatted", [])),
            ("modules do not import", self.imports),
            ("errors of mypy", self.mypy or []),
            ("errors of pyright", self.pyright or []),
        ):
            found += [f"{len(faults)} {name}: {faults[0]}"] if faults else []
        return found


def prove(
    subject: Subject, folder: Path, *, validated: bool = False, blackened: bool = False, keep: bool = False
) -> Proof:
    """Generate and import one description in `folder`; with `keep`, the package stays there."""
    target = folder / subject.package
    shutil.rmtree(target, ignore_errors=True)
    figures = generate(subject.source, target, validated=validated, blackened=blackened)
    proof = Proof(subject=subject, counted=count(subject), figures=figures)
    proof.seconds = {"generate": figures["seconds"], "validate": figures.get("validating", 0.0)}
    if figures["generated"]:
        started = time.monotonic()
        proof.imports = import_faults(folder, subject.package)
        proof.seconds["import"] = time.monotonic() - started
    if not keep:
        shutil.rmtree(target, ignore_errors=True)
    return proof


def check_types(proofs: Sequence[Proof], folder: Path, *, cache: Path) -> None:
    """Check the types of generated packages, all in one process of each checker; `cache` is mypy's.

    A package's seconds are its share of the lines.
    """
    proofs = [proof for proof in proofs if proof.figures["generated"]]
    lines = sum(proof.figures["lines"] for proof in proofs)
    packages = [proof.subject.package for proof in proofs]
    for name, check in (("mypy", partial(mypy_errors, cache=cache)), ("pyright", pyright_errors)):
        started = time.monotonic()
        errors = by_package(check, folder, packages)
        seconds = time.monotonic() - started
        for proof in proofs:
            setattr(proof, name, errors[proof.subject.package])
            proof.seconds[name] = seconds * proof.figures["lines"] / lines


def by_package(check: Callable[..., list[str]], folder: Path, packages: Sequence[str]) -> dict[str, list[str]]:
    """The errors of each package.

    If the checker says something of none, such as why it ended, each is checked alone.
    """
    if len(packages) == 1:
        return {packages[0]: check(folder, packages[0])}
    errors: dict[str, list[str]] = {package: [] for package in packages}
    for error in check(folder, *packages) if packages else ():
        package = error.partition("/")[0]
        if package not in errors:
            return {each: check(folder, each) for each in packages}
        errors[package].append(error)
    return errors


def generate(source: Path, target: Path, *, validated: bool = False, blackened: bool = False) -> dict[str, Any]:
    """The figures of the worker, which runs in a process of its own."""
    command = [sys.executable, "-m", "tests.corpus.worker", str(source), str(target)]
    command += ["--validate"] * validated + ["--black"] * blackened
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=TIMEOUT)
        figures: dict[str, Any] = json.loads(done.stdout)
    except (ValueError, subprocess.TimeoutExpired) as error:
        crash = f"timeout: {error}" if isinstance(error, subprocess.TimeoutExpired) else done.stderr[-2000:]
        return {
            "generated": False,
            "crash": crash or str(error),
            "said": [],
            "validated": [],
            "seconds": 0.0,
            "megabytes": 0,
        }
    return figures
