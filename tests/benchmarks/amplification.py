"""`python -m tests.benchmarks.amplification [--large]`: lines that change in a package per line that changes in a document.

Documents are compared as JSON with one value to a line and sorted keys, so that what only moved does not count; packages
are compared as they are, and both as `git diff` counts lines that come and go; a file that was renamed went and came. Fledge generates the new version over the old one, with its lock, as its
users do. Other generators, installed into an environment of their own, write each version into an empty folder; one
that cannot be installed or fails on a document is shown with the reason.
"""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.diagnostics import Report
from generator.loader import load
from tests.benchmarks.peers import PEERS, document
from tests.conftest import ROOT, SHARED

Document = dict[str, Any]
CORPUS = SHARED / "corpus"
PAIRS = {
    "Kalshi, from pages of two dates": ("pages/mintlify/kalshi-2025-12-02-gen1", "pages/mintlify/kalshi-2026-04"),
    "Kalshi, from pages to document": ("pages/mintlify/kalshi-2026-04", "pages/truth/kalshi-openapi-2026-04-20.yaml"),
    "Intercom, 2.8 to 2.16": ("real/intercom-2.8.yaml", "real/intercom-2.16.yaml"),
    "OpenAI, 1.2.0 to 2.3.0": ("real/openai-1.2.0.yaml", "real/openai.yaml"),
}
LARGE = {"GitHub, Enterprise 3.19 to github.com": ("real/github-ghes-3.19.json", "real/github-rest.json")}
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "C", "COLUMNS": "40"}
"""The environment of another machine."""

CACHES = {"__pycache__", ".ruff_cache"}
EXTRAS = {"datamodel-codegen": ["--disable-timestamp"]}
"""Without this, each run would change a line of each file."""


@dataclass(frozen=True)
class Case:
    """Two versions of a document, and what the second one is generated with."""

    name: str
    old: Document
    new: Document
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Generator:
    """How one is called, in a folder with `api.json`, and where it puts its package."""

    name: str
    command: list[str]
    package: str
    over: bool = False  # generates over what is there, which it takes into account


def main() -> None:
    """Print a row for each generator and pair of versions."""
    pairs = {**PAIRS, **(LARGE if "--large" in sys.argv else {})}
    print("| Change | Lines of the document | Generator | Lines of Python | Ratio | Of all files | With the lock |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        generators = [OURS, *installed(folder)]
        for case in [*made(), *real(pairs)]:
            texts = [folder / name for name in ("old.json", "new.json")]
            for path, version in zip(texts, (case.old, case.new)):
                path.write_text(lines(version, ordered=True), encoding="utf-8")
            there = changed(*texts)
            for generator in generators:
                print(f"| {case.name} | {there:,} | {generator.name} | {cells(generator, case, there)} |", flush=True)


def cells(generator: Generator, case: Case, there: int) -> str:
    """Lines of Python that change, the same for each line of the document, those of all files, and with the lock."""
    with tempfile.TemporaryDirectory() as temporary:
        old, new = Path(temporary) / "old", Path(temporary) / "new"
        try:
            package(generator, case.old, old, {})
            if generator.over:
                subprocess.run(["cp", "-a", old, new], check=True)
            package(generator, case.new, new, case.environment)
        except (OSError, subprocess.SubprocessError) as error:
            return f"fails: {reason(error)} | | |"
        folders = old / generator.package, new / generator.package
        python, lock, everything = changed(*folders, suffix=".py"), changed(*folders, suffix=".lock"), changed(*folders)
    ratio = f"{python / there:.2f}" if there else ""
    return f"{python:,} | {ratio} | {everything - lock:,} | {everything:,}"


def package(generator: Generator, version: Document, folder: Path, environment: Mapping[str, str]) -> None:
    """Generate what a version of a document says into a folder."""
    folder.mkdir(exist_ok=True)
    (folder / "api.json").write_text(lines(version), encoding="utf-8")
    (folder / "pyproject.toml").write_text('[tool.fledge.clients.api]\nsource = "api.json"\noutput = "."\n')
    path = os.pathsep.join([str(Path(generator.command[0]).parent), os.environ["PATH"]])  # peers call their formatters
    everywhere = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT) if generator.over else "", **environment}
    subprocess.run(
        generator.command, cwd=folder, env=everywhere, check=True, capture_output=True, text=True, timeout=900
    )
    if not any((folder / generator.package).rglob("*.py")):
        raise OSError("nothing is written")


OURS = Generator("Fledge", [sys.executable, "-m", "generator", "generate"], "api", over=True)


def installed(folder: Path) -> Iterator[Generator]:
    """The other generators, those that can be installed."""
    venv.create(folder / "venv", with_pip=True)
    binaries = folder / "venv" / "bin"
    for peer in PEERS:
        install = [str(binaries / "python"), "-m", "pip", "install", "--quiet", *peer.needs]
        try:
            subprocess.run(install, check=True, capture_output=True, text=True, timeout=600)
        except subprocess.SubprocessError as error:
            print(f"{peer.name} is left out: {reason(error)}", file=sys.stderr)
            continue
        program, *arguments = ["api.json" if word == "bird.json" else word for word in peer.command]
        output = {"openapi-python-client": "python_client", "datamodel-codegen": "datamodel"}.get(
            program, "openapi_client"
        )
        yield Generator(peer.name, [str(binaries / program), *arguments, *EXTRAS.get(program, ())], output)


def reason(error: Exception) -> str:
    """The last line of what a program said, short enough for a table."""
    said: str = (getattr(error, "stderr", "") or getattr(error, "stdout", "") or str(error)).strip()
    return said.splitlines()[-1].strip().replace("|", "/")[:120] if said else "says nothing"


def changed(old: Path, new: Path, *, suffix: str = "") -> int:
    """Lines that come and go between two files or folders, of files with a suffix; caches do not count."""
    command = ["git", "diff", "--no-index", "--no-renames", "--numstat", "-z", str(old), str(new)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    total = 0
    fields = iter(done.stdout.split("\0")[:-1])
    for counts, before, after in zip(fields, fields, fields):
        path = before if after == os.devnull else after
        if path.endswith(suffix) and not CACHES.intersection(Path(path).parts):
            came, went, _ = counts.split("\t")
            total += int(came) + int(went)
    return total


def lines(version: Document, *, ordered: bool = False) -> str:
    """A document as JSON with one value to a line, its keys as they are or sorted."""
    return json.dumps(version, indent=1, ensure_ascii=False, sort_keys=ordered) + "\n"


def real(pairs: Mapping[str, tuple[str, str]]) -> Iterator[Case]:
    """Pairs of versions that were published."""
    for name, paths in pairs.items():
        old, new = (read(CORPUS / path) for path in paths)
        yield Case(name, old, new, {})


def read(path: Path) -> Document:
    """The document of a file, or of a folder of pages."""
    spec = load([str(path)], Report(), base=CORPUS)
    assert spec is not None, path
    root: Document = json.loads(json.dumps(spec.root, default=str))
    return root


def made() -> Iterator[Case]:
    """Small changes of Bird's description, and such as mean nothing."""
    bird = document()
    yield Case("Every key re-ordered but those of `properties`", bird, reordered(bird), {})
    yield Case("`info.version`", bird, altered(bird, lambda root: root["info"].update(version="2.0.1")), {})
    yield Case("None; another hash seed, time zone, locale", bird, bird, ELSEWHERE)
    yield Case("An optional property", bird, altered(bird, add_property), {})
    yield Case("A query parameter", bird, altered(bird, add_parameter), {})
    yield Case("An operation", bird, altered(bird, add_operation), {})


def altered(root: Document, change: Callable[[Document], object]) -> Document:
    """A copy of a document, with a change."""
    made = copy.deepcopy(root)
    change(made)
    return made


def reordered(value: Any, *, kept: bool = False) -> Any:
    """The same document, the keys of its objects the other way round; the order of properties is that of fields."""
    if isinstance(value, list):
        return [reordered(item) for item in value]
    if not isinstance(value, dict):
        return value
    keys = list(value) if kept else reversed(value)
    return {key: reordered(value[key], kept=not kept and key == "properties") for key in keys}


def add_property(root: Document) -> None:
    """A property of a model that responses have."""
    root["components"]["schemas"]["Participant"]["properties"]["nickName"] = {
        "type": "string",
        "description": "What friends say.",
    }


def add_parameter(root: Document) -> None:
    """A parameter of an operation that has some."""
    schema = {"type": "string"}
    parameter = {"name": "ownerId", "in": "query", "description": "Whose they are.", "schema": schema}
    operation(root, "listConversations")["parameters"].append(parameter)


def add_operation(root: Document) -> None:
    """An operation beside one that it resembles."""
    again = copy.deepcopy(operation(root, "getConversationParticipant"))
    again |= {"operationId": "getConversationParticipantState", "summary": "Get a participant's state"}
    path = next(
        path for path, item in root["paths"].items() if operation(root, "getConversationParticipant") in item.values()
    )
    parameters = {"parameters": root["paths"][path]["parameters"]} if "parameters" in root["paths"][path] else {}
    root["paths"][f"{path}/state"] = {**parameters, "get": again}


def operation(root: Document, name: str) -> Document:
    """An operation by its `operationId`."""
    found: list[Document] = [
        one
        for item in root["paths"].values()
        for one in item.values()
        if isinstance(one, dict) and one.get("operationId") == name
    ]
    return found[0]


if __name__ == "__main__":
    main()
