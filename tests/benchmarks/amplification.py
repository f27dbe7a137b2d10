"""`python -m tests.benchmarks.amplification [--large]`: lines that change in a package per line that changes in a
document.

Documents are compared as JSON with one value to a line and sorted keys, so that what only moved does not count;
packages are compared as they are, and both as `git diff` counts lines that come and go; a file that was renamed went
and came. Fledge generates the new version over the old one, with its lock, as its users do, and once more without.
Other generators, each installed into an environment of its own, write each version into an empty folder, with the
settings and the formatter that they have by default. One that cannot be installed, fails on a document, takes too long
or writes what is not Python has that as its result. Progress goes to standard error, the tables to standard output.
"""

from __future__ import annotations

import ast
import copy
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import venv
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from tests.benchmarks.peers import PEERS, document
from tests.conftest import ROOT, SHARED

Document = dict[str, Any]
CORPUS = SHARED / "corpus"
PAIRS = {
    "Petstore, 1.0.11 to 1.0.27": (
        "peers/libopenapi/test_specs/petstorev3.json",
        "peers/swagger-petstore/src/main/resources/openapi.yaml",
    ),
    "Telegram, 5.5 to 6.0": ("peers/ogen/_testdata/examples/telegram_bot_api.json", "real/telegram-bot-api.json"),
    "Kalshi, from pages of two dates": ("pages/mintlify/kalshi-2025-12-02-gen1", "pages/mintlify/kalshi-2026-04"),
    "Kalshi, from pages to document": ("pages/mintlify/kalshi-2026-04", "pages/truth/kalshi-openapi-2026-04-20.yaml"),
    "Intercom, 2.8 to 2.16": ("real/intercom-2.8.yaml", "real/intercom-2.16.yaml"),
    "OpenAI, 1.2.0 to 2.3.0": ("real/openai-1.2.0.yaml", "real/openai.yaml"),
}
LARGE = {"GitHub, Enterprise 3.19 to github.com": ("real/github-ghes-3.19.json", "real/github-rest.json")}
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "C", "COLUMNS": "40"}
"""The environment of another machine."""

CACHES = {"__pycache__", ".ruff_cache"}
LIMIT = 600
"""Seconds that one run of a generator may take."""


@dataclass(frozen=True)
class Case:
    """Two versions of a document, and what the second one is generated with."""

    name: str
    old: Document
    new: Document
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Generator:
    """How one is installed and called, in a folder with `api.json`, and where it puts its package."""

    name: str
    command: Sequence[str]
    package: str
    needs: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    over: bool = False  # generates over what is there, which it takes into account
    problem: str = ""  # why it cannot be called


@dataclass(frozen=True)
class Result:
    """Lines that come and go: of Python, of the lock, and of all files; or what went wrong."""

    python: int = 0
    lock: int = 0
    everything: int = 0
    problem: str = ""


OURS = Generator(
    "Fledge",
    [sys.executable, "-m", "fledge", "generate"],
    "api",
    environment={"PYTHONPATH": str(ROOT / "generator")},
    over=True,
)
WITHOUT = replace(OURS, name="the same without its lock", over=False)
OUTPUTS = {"openapi-python-client": "python_client", "datamodel-codegen": "datamodel"}
OTHERS = [
    *(Generator(peer.name, peer.command, OUTPUTS.get(peer.command[0], "openapi_client"), peer.needs) for peer in PEERS),
    Generator(
        "pyopenapi-gen 0.8.3",
        # What it does afterwards is to check types, which would make most of its runs fail.
        "pyopenapi-gen gen api.json --project-root . --output-package client --no-postprocess".split(),
        "client",
        needs=["pyopenapi-gen==0.8.3", "click<8.2", "black"],  # a later click ends its command line with a traceback
    ),
    Generator(
        "clientele 2.3.1",
        "clientele start-api --file api.json --output client".split(),
        "client",
        needs=["clientele[cli]==2.3.1"],
    ),
]
EXTRAS = {
    "datamodel-codegen": [
        "--disable-timestamp",  # without this, each run would change a line of each file
        "--client-server-base-url=https://example.com",  # and this, it refuses a document with a relative server
        "--client-default-base-url=https://example.com",
    ]
}


def main() -> int:
    """Print what changes for each pair of versions, first of all generators, then of Fledge; 0 also without a corpus."""
    if not CORPUS.is_dir():
        print(f"skipped: there is no {CORPUS}", file=sys.stderr)
        return 0
    warnings.simplefilter("ignore", SyntaxWarning)  # of what is generated
    found: dict[str, tuple[int, list[Result]]] = {}
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(os.cpu_count()) as pool:
        folder = Path(temporary)
        others = pool.map(lambda other: installed(other, folder / other.name), OTHERS)
        generators = [OURS, WITHOUT, *others]
        try:
            for case in [*made(), *real({**PAIRS, **(LARGE if "--large" in sys.argv else {})})]:
                texts = [folder / name for name in ("old.json", "new.json")]
                for path, text in zip(texts, (case.old, case.new)):
                    path.write_text(lines(text, ordered=True), encoding="utf-8")
                document_lines = sum(changed(*texts).values())
                tell(f"{case.name}: {document_lines:,} lines of the document")
                results = pool.map(
                    lambda generator: measured(generator, case, folder / "packages" / generator.name), generators
                )
                found[case.name] = document_lines, list(results)
        finally:  # also what an interrupted run has found
            print_all([generator.name for generator in generators], found)
            print_ours(found)
    return 0


def print_all(names: list[str], found: Mapping[str, tuple[int, list[Result]]]) -> None:
    """A table of the lines of Python that change with each generator, and the reasons where it is none."""
    print(f"| Change | Document | {' | '.join(names)} |")
    print("| --- " * (len(names) + 2) + "|")
    for case, (document_lines, results) in found.items():
        cells = ["fails" if result.problem else f"{result.python:,}" for result in results]
        print(f"| {case} | {document_lines:,} | {' | '.join(cells)} |")
    print()
    for case, (_, results) in found.items():
        for name, result in zip(names, results):
            if result.problem:
                print(f"- {case}, {name}: {result.problem}")
    print()


def print_ours(found: Mapping[str, tuple[int, list[Result]]]) -> None:
    """A table of what Fledge changes, Python for each line of the document, and with that which is not Python."""
    print("| Change | Document | Python | For each line | With docs | With the lock |")
    print("| --- " * 6 + "|")
    for case, (document_lines, [ours, *_]) in found.items():
        ratio = f"{ours.python / document_lines:.2f}" if document_lines else ""
        print(
            f"| {case} | {document_lines:,} | {ours.python:,} | {ratio} | {ours.everything - ours.lock:,} | {ours.everything:,} |"
        )


def measured(generator: Generator, case: Case, folder: Path) -> Result:
    """What changes in a package between the two versions; what was made once is kept in the folder."""
    began = time.monotonic()
    result = Result(problem=generator.problem)
    if not generator.problem:
        try:
            result = compared(generator, case, folder)
        except (OSError, subprocess.SubprocessError) as error:
            result = Result(problem=reason(error))
    output = (
        f"fails: {result.problem}" if result.problem else f"{result.python:,} of {result.everything:,} lines are Python"
    )
    tell(f"{case.name}: {generator.name}: {output}; {time.monotonic() - began:.0f} s")
    return result


def compared(generator: Generator, case: Case, folder: Path) -> Result:
    """Generate both versions and count."""
    old = folder / hashlib.sha256(lines(case.old).encode()).hexdigest()
    with tempfile.TemporaryDirectory() as temporary:
        if not old.exists():
            first = Path(temporary) / "old"
            package(generator, case.old, first, {})
            shutil.copytree(first, old, symlinks=True)
        new = Path(temporary) / "new"
        if generator.over:
            shutil.copytree(old, new, symlinks=True)
        package(generator, case.new, new, case.environment)
        counts = changed(old / generator.package, new / generator.package)
    by_suffix = {
        suffix: sum(count for path, count in counts.items() if path.endswith(suffix)) for suffix in (".py", ".lock", "")
    }
    return Result(by_suffix[".py"], by_suffix[".lock"], by_suffix[""])


def package(generator: Generator, version: Document, folder: Path, environment: Mapping[str, str]) -> None:
    """Generate what a version of a document says into a folder."""
    folder.mkdir(exist_ok=True)
    (folder / "api.json").write_text(lines(version), encoding="utf-8")
    (folder / "pyproject.toml").write_text('[tool.fledge.clients.api]\nsource = "api.json"\noutput = "."\n')
    run(generator.command, folder, {**generator.environment, **environment})
    modules = sorted((folder / generator.package).rglob("*.py"))
    if not modules:
        raise OSError("nothing is written")
    for module in modules:
        try:
            ast.parse(module.read_bytes())
        except (SyntaxError, ValueError) as error:
            raise OSError(f"{module.relative_to(folder)} is not Python: {error}") from error


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    """Call a program, which is ended with all that it started if it takes too long."""
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ["PATH"]])  # it may call a formatter
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": "", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    try:
        out, err = process.communicate(timeout=LIMIT)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, out, err)


def installed(generator: Generator, folder: Path) -> Generator:
    """A generator with its program in an environment of its own, or with the reason why it is not there."""
    tell(f"{generator.name}: is installed")
    program, *arguments = generator.command
    try:
        venv.create(folder, with_pip=True)
        run([str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *generator.needs], folder, {})
    except (OSError, subprocess.SubprocessError) as error:
        tell(f"{generator.name}: cannot be installed: {reason(error)}")
        return replace(generator, problem=f"cannot be installed: {reason(error)}")
    return replace(generator, command=[str(folder / "bin" / program), *arguments, *EXTRAS.get(program, ())])


def reason(error: Exception) -> str:
    """What a program said last that looks like an error, or last of all, short enough for a line."""
    if isinstance(error, subprocess.TimeoutExpired):
        return f"takes more than {LIMIT} s"
    output = "\n".join(filter(None, (getattr(error, "stdout", ""), getattr(error, "stderr", "")))) or str(error)
    every = [line.strip(" │╭╮╰╯─❱") for line in re.sub(r"\x1b\[[\d;]*m", "", output).splitlines()]
    spoken = [line for line in every if line and not re.match(r"at \S+\(|\.\.\. \d+ ", line)] or ["says nothing"]
    errors = [
        line for line in spoken if re.match(r"(Caused by: |Exception in .*?)?([\w.]+(Error|Exception)\b|error\b)", line)
    ]
    return (errors or spoken)[-1].replace("|", "/")[:160]


def tell(text: str) -> None:
    """Say how far it is."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def changed(old: Path, new: Path) -> dict[str, int]:
    """Lines that come and go between two files or folders, by file; caches and what is not text do not count."""
    command = ["git", "diff", "--no-index", "--no-renames", "--numstat", "-z", str(old), str(new)]
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}  # no settings of whoever runs it
    done = subprocess.run(command, cwd=new.parent, env={**os.environ, **own}, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    found = {}
    fields = iter(done.stdout.split("\0")[:-1])
    for counts, before, after in zip(fields, fields, fields):
        path = before if after == os.devnull else after
        came, went, _ = counts.split("\t")
        if came != "-" and not CACHES.intersection(Path(path).parts):
            found[path] = int(came) + int(went)
    return found


def lines(version: Document, *, ordered: bool = False) -> str:
    """A document as JSON with one value to a line, its keys as they are or sorted."""
    return json.dumps(version, indent=1, ensure_ascii=False, sort_keys=ordered) + "\n"


def real(pairs: Mapping[str, tuple[str, str]]) -> Iterator[Case]:
    """Pairs of versions that were published."""
    for name, paths in pairs.items():
        old, new = (read(CORPUS / path) for path in paths)
        yield Case(name, old, new)


def read(path: Path) -> Document:
    """The document of a file, or of a folder of pages."""
    spec = load([str(path)], DiagnosticCollector(), base=CORPUS)
    assert spec is not None, path
    root: Document = json.loads(json.dumps(spec.root, default=str))
    return root


def made() -> Iterator[Case]:
    """Small changes of Bird's description, and such as mean nothing."""
    bird = document()
    yield Case("Every key re-ordered but those of `properties`", bird, reordered(bird))
    yield Case("`info.version`", bird, altered(bird, lambda root: root["info"].update(version="2.0.1")))
    yield Case("None; another hash seed, time zone, locale", bird, bird, ELSEWHERE)
    yield Case("An optional property", bird, altered(bird, add_property))
    yield Case("A query parameter", bird, altered(bird, add_parameter))
    yield Case("An operation", bird, altered(bird, add_operation))


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
    sys.exit(main())
