"""`python -m tests.benchmarks.generators [--large]`: whole runs of Fledge and of other generators, on the same documents.

A table of CPU, wall clock and peak memory of all processes of a run. The others come from their package indexes, into
folders of their own; one that cannot be installed, or fails or takes more than ten minutes with a document, has the
reason in its cell. `--large` adds GitHub's description four times in one document, which shows the growth. Each run has
a folder of its own, and all go at the end: for five seconds after files were deleted, ext4 takes five times as long to
create others.
"""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.benchmarks.large import cpu, family, resident
from tests.benchmarks.peers import document
from tests.conftest import ROOT, SHARED

REAL = SHARED / "corpus" / "real"
DOCUMENTS = {"Figma": "figma.yaml", "OpenAI": "openai.yaml", "Stripe": "stripe.yaml", "GitHub": "github-rest.json"}
LONGEST = 600  # seconds


@dataclass(frozen=True)
class Generator:
    """A generator, what it is installed by, and its command; `{python}` and `{npm}` are folders of programs."""

    name: str
    makes: str
    command: str
    python: str = ""
    npm: Sequence[str] = ()


GENERATORS = (
    Generator("Fledge", "Python client", f"{sys.executable} -m fledge generate api.json -o out"),
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
    Generator(
        "openapi-typescript 7.13.0",
        "TypeScript types",
        "{npm}/openapi-typescript api.json -o api.ts",
        npm=["openapi-typescript@7.13.0", "typescript@5"],
    ),
    Generator("orval 7.13.2", "TypeScript client", "{npm}/orval -i api.json -o api.ts", npm=["orval@7.13.2"]),
    Generator(
        "hey-api 0.95.0",
        "TypeScript client",
        "{npm}/openapi-ts -i api.json -o out --no-log-file",
        npm=["@hey-api/openapi-ts@0.95.0", "typescript@5"],
    ),
)


def main() -> int:
    """Print a table for each document, as Markdown."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        reasons = {each.name: reason for each in GENERATORS if (reason := installed(each, folder))}
        print("| Document | MB | Generator | Makes | CPU, s | Wall clock, s | Peak, MB |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for name, root in documents("--large" in sys.argv):
            text = json.dumps(root)
            for generator in GENERATORS:
                row = reasons.get(generator.name) or measured(generator, text, folder)
                print(f"| {name} | {len(text) / 1e6:.1f} | {generator.name} | {generator.makes} | {row} |", flush=True)
    return 0


def documents(large: bool) -> Iterator[tuple[str, Any]]:
    """The documents by name, as JSON, from a small one to a large one."""
    yield "Bird", document()
    for name, file in DOCUMENTS.items():
        text = (REAL / file).read_text(encoding="utf-8")
        root = json.loads(text) if file.endswith(".json") else yaml.load(text, yaml.CSafeLoader)
        yield name, json.loads(json.dumps(root, default=str))
        if name == "GitHub" and large:
            yield "GitHub, four times", repeated(root, 4)


def repeated(root: Any, times: int) -> Any:
    """A document that has all paths and components so many times, each time under other names."""
    whole = {**root, "paths": {}, "components": {}}
    for number in range(times):
        text = json.dumps({"paths": root["paths"], "components": root["components"]})
        for kind in root["components"]:
            text = text.replace(f'"#/components/{kind}/', f'"#/components/{kind}/c{number}-')
        part = json.loads(text)
        whole["paths"] |= {f"/v{number}{path}": item for path, item in part["paths"].items()}
        for kind, members in part["components"].items():
            whole["components"].setdefault(kind, {}).update({f"c{number}-{key}": each for key, each in members.items()})
        for item in (item for path, item in whole["paths"].items() if path.startswith(f"/v{number}/")):
            for operation in item.values():
                if isinstance(operation, dict) and "operationId" in operation:
                    operation["operationId"] = f"v{number}/{operation['operationId']}"
    return copy.deepcopy(whole)


def installed(generator: Generator, folder: Path) -> str:
    """Install it into a folder of its own; why that failed, as the cells of a row."""
    own = folder / generator.name.split()[0]
    try:
        if generator.python:
            venv.create(own, with_pip=True)
            run([str(own / "bin" / "python"), "-m", "pip", "install", "--quiet", generator.python], folder)
        if generator.npm:
            own.mkdir()
            run(["npm", "install", "--silent", "--no-fund", "--no-audit", *generator.npm], own)
    except (OSError, subprocess.SubprocessError) as error:
        return f"not installed: {type(error).__name__} | |"
    return ""


def measured(generator: Generator, text: str, folder: Path) -> str:
    """CPU, wall clock and peak of one run, or why there is none."""
    own, work = folder / generator.name.split()[0], Path(tempfile.mkdtemp(dir=folder))
    (work / "api.json").write_text(text, encoding="utf-8")
    places = {"python": own / "bin", "npm": own / "node_modules" / ".bin"}
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "PYTHONDONTWRITEBYTECODE": ""}
    command = generator.command.format(**places).split()
    began, used, peak = time.monotonic(), cpu(), 0
    with (work / "said").open("w") as said:
        process = subprocess.Popen(command, cwd=work, stdout=said, stderr=said, env=environment)
        while process.poll() is None:
            peak = max(peak, sum(resident(pid) for pid in family(process.pid)))
            if time.monotonic() - began > LONGEST:
                process.kill()
            time.sleep(0.1)
    if process.returncode:
        late = time.monotonic() - began > LONGEST
        return f"more than {LONGEST} | |" if late else f"failed with exit code {process.returncode} | |"
    return f"{cpu() - used:.1f} | {time.monotonic() - began:.1f} | {peak / 1e6:.0f}"


def run(command: Sequence[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=600)


if __name__ == "__main__":
    sys.exit(main())
