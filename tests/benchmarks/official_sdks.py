"""`python -m tests.benchmarks.official_sdks [API …]`: the same jobs in user code, with Fledge's clients and with
official SDKs.

The user code is in `tests/benchmarks/jobs`: list the names in all pages, create something, and print the reason of an
error. Both versions run against the same server on loopback, and must return the same. SDKs are installed into an
environment of their own, and one that cannot be installed or run is left out with the reason. Fledge's clients are
generated from the descriptions of the corpus.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from tests.conftest import SHARED
from tests.golden.server import Answer, Asked, serving

JOBS = Path(__file__).parent / "jobs"
REAL = SHARED / "corpus" / "real"
ROUNDS = 5


@dataclass(frozen=True)
class Sdk:
    """An official SDK: its distribution, import package, and description; what a server answers, and what jobs return.

    `resource` is an import of what the jobs call, and `module` is the same in Fledge's client.
    """

    name: str
    distribution: str
    package: str
    description: str
    resource: str
    module: str
    answers: Mapping[str, object]
    error: object
    results: tuple[object, ...]


ISSUE = {"title": "Found a bug", "id": 1, "number": 1, "node_id": "x", "state": "open", "labels": []}
SDKS = (
    Sdk(
        "OpenAI",
        "openai",
        "openai",
        "openai.yaml",
        "from openai.resources import files",
        "files",
        {
            "/files": {
                "object": "list",
                "data": [
                    {"id": each, "object": "file", "filename": each, "bytes": 1, "created_at": 1, "purpose": "batch"}
                    for each in ("a", "b")
                ],
                "first_id": "a",
                "last_id": "b",
                "has_more": False,
            },
            "/chat/completions": {
                "id": "c",
                "object": "chat.completion",
                "created": 1,
                "model": "gpt-4o",
                "choices": [
                    {
                        "index": 0,
                        "finish_reason": "stop",
                        "logprobs": None,
                        "message": {"role": "assistant", "content": "Hello", "refusal": None},
                    }
                ],
            },
        },
        {
            "error": {
                "message": "No such File object: none",
                "type": "invalid_request_error",
                "param": "id",
                "code": None,
            }
        },
        (["a", "b"], "Hello", "No such File object: none"),
    ),
    Sdk(
        "Stripe",
        "stripe",
        "stripe",
        "stripe.yaml",
        "from stripe import CustomerService",
        "customers",
        {
            "/v1/customers": {
                "object": "list",
                "url": "/v1/customers",
                "has_more": False,
                "id": "cus_1",
                "data": [
                    {"id": each, "object": "customer", "created": 1, "livemode": False} for each in ("cus_1", "cus_2")
                ],
            }
        },
        {"error": {"message": "No such customer: 'none'", "type": "invalid_request_error", "code": "resource_missing"}},
        (["cus_1", "cus_2"], "cus_1", "No such customer: 'none'"),
    ),
    Sdk(
        "GitHub",
        "PyGithub",
        "github",
        "github-rest.json",
        "from github import Issue",
        "issues",
        {"/repos/octo/hello/issues": [ISSUE]},
        {"message": "Not Found", "documentation_url": "https://docs.github.com", "status": "404"},
        (["Found a bug"], "Found a bug", "Not Found"),
    ),
    Sdk(
        "Kubernetes",
        "kubernetes",
        "kubernetes",
        "kubernetes-v3-core.json",
        "from kubernetes.client import CoreV1Api",
        "core_v1",
        {
            "/api/v1/namespaces/default/pods": {
                "apiVersion": "v1",
                "kind": "PodList",
                "metadata": {"name": "web"},
                "items": [{"metadata": {"name": "web"}}, {"metadata": {"name": "db"}}],
            }
        },
        {"kind": "Status", "apiVersion": "v1", "status": "Failure", "message": 'pods "none" not found', "code": 404},
        (["web", "db"], "web", 'pods "none" not found'),
    ),
    Sdk(
        "DigitalOcean",
        "pydo",
        "pydo",
        "digitalocean/DigitalOcean-public.v2.yaml",
        "from pydo.operations import DropletsOperations",
        "droplets",
        {
            "/v2/droplets": {
                "droplets": [{"id": 1, "name": "web"}, {"id": 2, "name": "db"}],
                "links": {},
                "meta": {"total": 2},
            },
            "/v2/account/keys": {"ssh_key": {"id": 1, "name": "laptop", "public_key": "ssh-rsa x"}},
        },
        {"id": "not_found", "message": "The resource you requested could not be found."},
        (["web", "db"], "laptop", "The resource you requested could not be found."),
    ),
    Sdk(
        "Asana",
        "asana",
        "asana",
        "asana.yaml",
        "from asana.api.tasks_api import TasksApi",
        "tasks",
        {"/tasks": {"data": [{"gid": "1", "name": "Write"}], "next_page": None}},
        {"errors": [{"message": "task: Not a recognized ID: none"}]},
        (["Write"], "Write", "task: Not a recognized ID: none"),
    ),
)
COMPLETE = """
import ast, sys
import jedi
path = sys.argv[1]
source = open(path, encoding="utf-8").read()
project = jedi.Project(path.rpartition("/")[0], added_sys_path=sys.argv[2:])
total = completed = 0
for node in ast.walk(ast.parse(source)):
    if isinstance(node, ast.Attribute):
        name, line, column = node.attr, node.end_lineno, node.end_col_offset - len(node.attr)
    elif isinstance(node, ast.keyword) and node.arg:
        name, line, column = f"{node.arg}=", node.lineno, node.col_offset
    else:
        is_key = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
        total += len(node.keys) if isinstance(node, ast.Dict) else is_key and isinstance(node.slice.value, str)
        continue
    total += 1
    script = jedi.Script(source, path=path, project=project)
    completed += name in {each.name for each in script.complete(line, column)}
print(f"{completed} of {total}")
"""
"""Counts the attributes, keyword arguments and keys of user code, and those that jedi offers where they stand."""

RUN = """
import contextlib, importlib, json, sys, time
with contextlib.suppress(ImportError):  # pydo refuses to send tokens without TLS, also on loopback
    from azure.core.pipeline.policies import _authentication
    _authentication._enforce_https = lambda request: None
jobs = importlib.import_module(sys.argv[1])
client = jobs.make(sys.argv[2])
start = time.process_time()
names = jobs.names(client)
spent = time.process_time() - start
print(json.dumps([spent, names, jobs.create(client), jobs.missing(client)]))
"""
"""Prints the CPU time of the first job, which makes the first calls, and what all of them return."""


def answer(sdk: Sdk, asked: Asked) -> Answer:
    """What the server says: one item where something is created, and 404 elsewhere."""
    path = asked.path.removeprefix("/api/v3").removeprefix("/v1") if sdk.name == "OpenAI" else asked.path
    body = sdk.answers.get(path)
    if body is None:
        return Answer(sdk.error, status=404)
    if asked.method == "POST" and isinstance(body, list):
        body = body[0]
    if asked.method == "POST" and sdk.name == "Asana":
        body = {"data": {"gid": "1", "name": "Write"}}
    return Answer(body, status=201 if asked.method == "POST" else 200)


def main() -> None:
    """Print a row for each SDK."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.official_sdks", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("api", nargs="*", metavar="API", help=", ".join(each.name for each in SDKS))
    chosen = parser.parse_args().api
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        venv.create(folder / "venv", with_pip=True)
        python = folder / "venv" / "bin" / "python"
        needs = [f"{name}=={version(name)}" for name in ("httpx2", "msgspec")] + ["jedi"]
        subprocess.run([python, "-m", "pip", "install", "-q", *needs], check=True)
        columns = ["API", "SDK", "Lines", "Errors of mypy --strict", "Completed names", "Files", "MB"]
        columns += ["Import of one resource, s", "without bytecode", "Client, s", "First calls, ms"]
        print(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}")
        for sdk in (each for each in SDKS if each.name in chosen or not chosen):
            try:
                print("\n".join(rows(sdk, folder, python)), flush=True)
            except (subprocess.CalledProcessError, AssertionError) as error:
                print(f"skipped {sdk.name}: {error}", file=sys.stderr)


def rows(sdk: Sdk, folder: Path, python: Path) -> list[str]:
    """The rows of one API."""
    subprocess.run([python, "-m", "pip", "install", "-q", sdk.distribution], check=True)
    package = f"{sdk.name.lower()}_client"
    command = [
        sys.executable,
        "-m",
        "fledge",
        "generate",
        str(REAL / sdk.description),
        "-o",
        str(folder),
        "--package",
        package,
    ]
    subprocess.run([*command, "-q"], check=True, capture_output=True)
    show = f"import importlib.metadata as m; print(m.version({sdk.distribution!r}), m.distribution({sdk.distribution!r}).locate_file({sdk.package!r}))"
    installed, path = output(python, "-c", show).split()
    official = measured(f"{sdk.name.lower()}_official", Path(path), sdk.resource, sdk, folder, python)
    resource = f"from {package}.resources import {sdk.module}"
    ours = measured(f"{sdk.name.lower()}_fledge", folder / package, resource, sdk, folder, python)
    return [f"| {sdk.name} | {sdk.distribution} {installed} | {official} |", f"| | Fledge | {ours} |"]


def measured(job: str, package: Path, resource: str, sdk: Sdk, folder: Path, python: Path) -> str:
    """The figures of one version of the jobs, which must return what they should."""
    path = os.pathsep.join((str(JOBS), str(folder)))
    with serving(lambda asked: answer(sdk, asked)) as server:
        url = f"{server.url}/v1" if sdk.name == "OpenAI" else server.url
        runs = [json.loads(output(python, "-c", RUN, job, url, PYTHONPATH=path)) for _ in range(ROUNDS)]
    for _, *results in runs:
        assert tuple(results) == sdk.results, f"{job} returns {results}"
    first = statistics.median(spent for spent, *_ in runs)
    lines = [line for line in (JOBS / f"{job}.py").read_text().splitlines() if line.strip()]
    files = [each for each in package.rglob("*.py*") if each.suffix in (".py", ".pyi")]
    size = sum(each.stat().st_size for each in files) / 1e6
    compiled = {"PYTHONPATH": path}
    plain = {**compiled, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": str(folder / "nothing")}
    starts = [
        seconds(resource, python, compiled),
        seconds(resource, python, plain),
        seconds(f"import {job}; {job}.make('http://a')", python, compiled),
    ]
    completed = output(python, "-c", COMPLETE, str(JOBS / f"{job}.py"), str(folder)).strip()
    return (
        f"{len(lines)} | {type_errors(job, folder, python)} | {completed} | {len(files):,} | {size:.1f} | "
        f"{' | '.join(f'{each:.2f}' for each in starts)} | {first * 1000:.0f}"
    )


def seconds(statement: str, python: Path, environment: Mapping[str, str]) -> float:
    """The CPU time of a statement in a new process: the median of some rounds."""
    code = f"import time; t = time.process_time(); {statement}; print(time.process_time() - t)"
    return statistics.median(float(output(python, "-X", "utf8", "-c", code, **environment)) for _ in range(ROUNDS))


def type_errors(job: str, folder: Path, python: Path) -> int:
    """How many errors mypy reports in the user code."""
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--python-executable",
        str(python),
        "--cache-dir",
        str(folder / "cache"),
    ]
    environment = {**os.environ, "MYPYPATH": str(folder)}
    done = subprocess.run(
        [*command, str(JOBS / f"{job}.py")], cwd=folder, env=environment, capture_output=True, text=True
    )
    return sum(f"{job}.py:" in line and ": error:" in line for line in done.stdout.splitlines())


def output(python: Path, *arguments: str, **environment: str) -> str:
    """What a program of the SDKs' environment prints."""
    done = subprocess.run(
        [python, *arguments], env={**os.environ, "no_proxy": "*", **environment}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-500:]
    return done.stdout


if __name__ == "__main__":
    main()
