"""`python -m tests.benchmarks.generators [DOCUMENT …]`: whole runs of Fledge and of other generators, on the same
documents.

A table of CPU, wall clock and peak memory of all processes of a run, from Bird's description to GitHub's four times in
one document. The generators run by turns, and the run with the least CPU counts. The others come from their package
indexes, into folders of their own; one that cannot be installed, fails or takes more than ten minutes has the reason in
its row. With names of documents, only these are measured.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.benchmarks.peers import document
from tests.benchmarks.processes import LONGEST, OURS, Run, fledge, run
from tests.conftest import SHARED

REAL = SHARED / "corpus" / "real"
DOCUMENTS = {"Figma": "figma.yaml", "OpenAI": "openai.yaml", "Stripe": "stripe.yaml", "GitHub": "github-rest.json"}
TIMES = 4
ROUNDS = 3
LONG = 30.0  # seconds of CPU, after which a generator runs once only


@dataclass(frozen=True)
class Generator:
    """A generator, what it is installed by, and its command; `{python}` and `{npm}` are folders of programs."""

    name: str
    makes: str
    command: str
    python: str = ""
    npm: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder that it is installed into."""
        return self.name.split()[0]


TYPESCRIPT_TYPES = Generator(
    "openapi-typescript 7.13.0",
    "TypeScript types",
    "{npm}/openapi-typescript api.json -o api.ts",
    npm=("openapi-typescript@7.13.0", "typescript@5"),
)
"""The fastest of the others."""

GENERATORS = (
    Generator("Fledge", "Python client", " ".join(fledge("generate", "api.json", "-o", "out"))),
    Generator(
        "openapi-python-client 0.29.1",
        "Python client",
        "{python}/openapi-python-client generate --path api.json --meta none --output-path out",
        python="openapi-python-client==0.29.1",
    ),
    Generator(
        "datamodel-code-generator 0.86.0",
        "Python models",
        "{python}/datamodel-codegen --input api.json --input-file-type openapi --output models.py"
        " --output-model-type pydantic_v2.BaseModel",
        python="datamodel-code-generator==0.86.0",
    ),
    TYPESCRIPT_TYPES,
    Generator("orval 7.13.2", "TypeScript client", "{npm}/orval -i api.json -o api.ts", npm=("orval@7.13.2",)),
    Generator(
        "hey-api 0.95.0",
        "TypeScript client",
        "{npm}/openapi-ts -i api.json -o out --no-log-file",
        npm=("@hey-api/openapi-ts@0.95.0", "typescript@5"),
    ),
)


def main(chosen: Collection[str] = ()) -> None:
    """Print a table of all documents, as Markdown."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        reasons = {each: reason for each in GENERATORS if (reason := installed(each, folder))}
        print("| Document | MB | Generator | Makes | CPU, s | Wall clock, s | Peak, MB | CPU for a MB, s |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- |")
        for name, root in documents(chosen):
            text = json.dumps(root)
            runs: dict[Generator, list[Run]] = {each: [] for each in GENERATORS if each not in reasons}
            for _ in range(ROUNDS):
                for each, before in runs.items():
                    if not before or (before[0].code == 0 and before[0].cpu < LONG):
                        before.append(measured(each, text, folder))
            for each in GENERATORS:
                cells = reasons.get(each) or row(runs[each], len(text) / 1e6)
                print(f"| {name} | {len(text) / 1e6:.1f} | {each.name} | {each.makes} | {cells} |", flush=True)


def documents(chosen: Collection[str] = ()) -> Iterator[tuple[str, Any]]:
    """The documents by name, as JSON, from a small one to a large one."""
    github = f"GitHub, {TIMES} times"
    for name in ("Bird", *DOCUMENTS, github):
        if not chosen or name in chosen:
            yield name, document() if name == "Bird" else repeated(real("GitHub")) if name == github else real(name)


def real(name: str) -> Any:
    """A document of the corpus, with values that JSON has."""
    text = (REAL / DOCUMENTS[name]).read_text(encoding="utf-8")
    is_json = DOCUMENTS[name].endswith(".json")
    return json.loads(text if is_json else json.dumps(yaml.load(text, yaml.CSafeLoader), default=str))


def repeated(root: Any) -> Any:
    """A document with TIMES times its paths and components, each time under other names."""
    whole: Any = {}
    for number in range(TIMES):
        text = json.dumps(root)
        for kind in root["components"]:
            text = text.replace(f'"#/components/{kind}/', f'"#/components/{kind}/c{number}-')
        part = json.loads(text)
        for item in part["paths"].values():
            for operation in item.values():
                if isinstance(operation, dict) and "operationId" in operation:
                    operation["operationId"] = f"v{number}/{operation['operationId']}"
        part["paths"] = {f"/v{number}{path}": item for path, item in part["paths"].items()}
        for kind, members in part["components"].items():
            part["components"][kind] = {f"c{number}-{key}": member for key, member in members.items()}
        if number:
            whole["paths"] |= part["paths"]
            for kind, members in part["components"].items():
                whole["components"][kind] |= members
        else:
            whole = part
    return whole


def installed(generator: Generator, folder: Path) -> str:
    """Install it into a folder of its own; why that failed, as the cells of a row."""
    own = folder / generator.folder
    try:
        if generator.python:
            venv.create(own, with_pip=True)
            install([str(own / "bin" / "python"), "-m", "pip", "install", "--quiet", generator.python], folder)
        if generator.npm:
            own.mkdir()
            install(["npm", "install", "--silent", "--no-fund", "--no-audit", *generator.npm], own)
    except (OSError, subprocess.SubprocessError) as error:
        return f"not installed: {type(error).__name__} | | |"
    return ""


def install(command: Sequence[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=600)


def measured(generator: Generator, text: str, folder: Path) -> Run:
    """One run, in a new folder.

    Nothing is deleted between runs: for seconds after a deletion, ext4 takes several times as long to make a file.
    """
    work = Path(tempfile.mkdtemp(dir=folder))
    (work / "api.json").write_text(text, encoding="utf-8")
    own = folder / generator.folder
    command = generator.command.format(python=own / "bin", npm=own / "node_modules" / ".bin")
    return run(command.split(), work, OURS)


def row(runs: Sequence[Run], megabytes: float) -> str:
    """The cells of the run with the least CPU, or why there is none."""
    failed = next((each for each in runs if each.code), None)
    if failed:
        return f"{f'more than {LONGEST}' if failed.wall > LONGEST else 'fails'} | | |"
    least = min(runs, key=lambda each: each.cpu)
    peak = max(each.peak for each in runs) / 1e6
    return f"{least.cpu:.1f} | {least.wall:.1f} | {peak:.0f} | {least.cpu / megabytes:.2f}"


if __name__ == "__main__":
    main(sys.argv[1:])
