"""Every operation is called: its requests are judged by openapi-core, and answers made from the document are decoded.

`python -m tests.corpus.calls [NAME...]` does so for all documents, or those with a part of NAME, and prints a table.
Each operation is called with its required arguments and with all that there are, by the synchronous and the
asynchronous client; answered by each status that is documented, with the required properties and with all.
"""

from __future__ import annotations

import argparse
import base64
import json
import math
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias
from urllib.parse import parse_qsl, urlsplit

from fledge.builder.build import build
from fledge.builder.names.operations import name_operations
from fledge.builder.names.resolve import PinnedNames
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.emitter import emit
from fledge.loader.load import load
from tests.conftest import SHARED
from tests.corpus.cases import Case, Planner
from tests.corpus.judge import RecordedRequest, excerpt, judge, original, small
from tests.corpus.roundtrip import difference
from tests.corpus.subjects import Subject, subjects
from tests.corpus.worker import write

HERE = Path(__file__).parent
GROUPS = ("real", "swagger2")
Mode: TypeAlias = Literal["memory", "loopback"]

_FREE = "the variants of a oneOf do not exclude each other: a valid value matches several"
_CLOSED = "an allOf with additionalProperties: false, which forbids properties that it requires"
_BASE64 = "format byte, and a pattern of one or two characters, which is not base64"
_DANGLING = "refers to the schema custom_attributes, which does not exist"

EXCEPTIONS: dict[tuple[str, str], str] = {
    ("adyen-terminal-api-v1", "POST /cardreaderapdu"): _BASE64,
    ("deepgram", "GET /v1/models/{model_id}"): _FREE,
    ("deepgram", "GET /v1/projects/{project_id}/models/{model_id}"): _FREE,
    ("deepgram", "POST /v1/projects/{project_id}/keys"): _FREE,
    ("digitalocean", "POST /v2/droplets/actions"): _FREE,
    ("digitalocean", "PUT /<upload_url>"): "the path is a placeholder for a URL that another operation returns",
    ("github-ghes-3.19", "PUT /repos/{owner}/{repo}/contents/{path}"): _FREE,
    ("github-rest", "PUT /repos/{owner}/{repo}/contents/{path}"): _FREE,
    ("intercom-2.16", "POST /conversations"): "format uuid, and a length of 24 characters",
    ("intercom-2.8", "POST /conversations"): "format uuid, and a length of 24 characters",
    ("intercom-2.8", "PUT /conversations/{id}"): _DANGLING,
    ("intercom-2.8", "POST /phone_call_redirects"): _DANGLING,
    ("linode", "POST /{apiVersion}/linode/instances"): _CLOSED,
    ("linode", "POST /{apiVersion}/linode/instances/{linodeId}/rebuild"): _CLOSED,
    ("linode", "POST /{apiVersion}/managed/credentials"): _CLOSED,
    ("linode", "POST /{apiVersion}/networking/firewalls"): _CLOSED,
    ("linode", "POST /{apiVersion}/nodebalancers/{nodeBalancerId}/configs/{configId}/rebuild"): _CLOSED,
    ("linode", "POST /{apiVersion}/object-storage/buckets"): "requires `cluster`, which it does not allow",
    ("openai", "POST /fine_tuning/jobs"): "3.1 with exclusiveMinimum: true, which is 3.0's; openapi-core reads it as 1",
    ("opensearch", "GET /_msearch/template"): _FREE,
    ("opensearch", "POST /_msearch/template"): _FREE,
    ("opensearch", "GET /{index}/_msearch/template"): _FREE,
    ("opensearch", "POST /{index}/_msearch/template"): _FREE,
    ("opensearch", "POST /_plugins/_flow_framework/workflow/{workflow_id}/_provision"): _FREE,
    ("opensearch", "POST /_plugins/_ml/_execute/{algorithm_name}"): _FREE,
    ("opensearch", "PUT /_plugins/_search_relevance/judgments"): _FREE,
    ("oxide-propolis", "POST /instance/disk/{id}/snapshot/{snapshot_id}"): "type string, and an enum of null only",
    ("superset", "GET /api/v1/database/{pk}/select_star/{table_name}/"): "the path lacks its parameter schema_name",
    ("telegram-bot-api", "POST /editMessageMedia"): _FREE,
    ("telegram-bot-api", "POST /sendMediaGroup"): _FREE,
}
"""What cannot pass because a document contradicts itself: (document, operation) to the reason.

One that passes fails.
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a call of an operation. `kind`: uncalled, refused or undecoded."""

    kind: Literal["uncalled", "refused", "undecoded"]
    operation: str
    reason: str


@dataclass(slots=True)
class Called:
    """What came of one document."""

    subject: Subject
    operations: int = 0
    called: int = 0
    requests: int = 0
    answers: int = 0
    faults: list[Fault] = field(default_factory=list[Fault])
    seconds: float = 0.0

    def number(self, kind: str) -> int:
        """So many calls or answers have a fault of this kind."""
        return sum(fault.kind == kind for fault in self.faults)

    def unexpected(self) -> list[str]:
        """What failed without being listed, and what is listed without failing."""
        listed = {operation for document, operation in EXCEPTIONS if document == self.subject.name}
        found = [f"{f.kind}: {f.operation}: {f.reason}" for f in self.faults if f.operation not in listed]
        unneeded = sorted(listed - {fault.operation for fault in self.faults})
        return found + [f"{operation}: passes, and is listed as an exception" for operation in unneeded]


def call(subject: Subject, folder: Path, mode: Mode = "memory") -> Called:
    """Generate one document's client in `folder`, call all its operations, and judge what was sent and decoded."""
    started = time.monotonic()
    done = Called(subject)
    report = DiagnosticCollector()
    spec = load([str(subject.source)], report, base=subject.source.parent)
    assert spec is not None, f"{subject.name} is not generated"
    api = build(spec, report, overrides={}, locked_names={}, env_prefix="CLIENT")
    write(emit(api), folder / subject.package)
    pointers = {
        name.key: id.pointer for id, name in name_operations(spec, PinnedNames(overrides={}, locked={})).items()
    }
    root = original(subject.source) or json.loads(json.dumps(spec.root))
    plan = Planner(spec, api, pointers, nulls='"nullable"' not in json.dumps(root)).plan()
    done.operations = len(pointers)
    done.faults += [Fault("uncalled", operation, reason) for operation, reason in plan.impossible]
    server = api.servers[0].keeping(()).url if api.servers else ""
    absolute = re.fullmatch(r"https?://[^\s/?#@{}]+(/[^\s?#]*)?", server)
    options = {
        "base_url": None if absolute else f"https://api.example.com{server if server[:1] == '/' else ''}".rstrip("/"),
        "base_path": urlsplit(server).path.rstrip("/"),
        "cases": [{**asdict(case), "sent": None} for case in plan.cases],
    }
    command = [sys.executable, "-I", str(HERE / "calling.py"), str(folder), subject.package, mode]
    ran = subprocess.run(command, input=json.dumps(options), capture_output=True, text=True)
    if ran.returncode:
        raise RuntimeError(f"{subject.name}: {ran.stderr[-2000:]}")
    excerpts: dict[str, Any] = {}
    whole = small(root)
    for case, line in zip(plan.cases, ran.stdout.splitlines(), strict=True):
        found = json.loads(line)
        done.answers += len(case.answers)
        done.faults += [Fault("undecoded", case.operation, f"{s}: {problem}") for s, problem in found["problems"]]
        if found["fault"]:
            done.faults.append(Fault("uncalled", case.operation, f"{case.form}: {found['fault']}"))
        if not found["request"]:
            assert found["fault"], case.operation
            continue
        done.requests += 1
        if case.operation not in excerpts:
            method, _, template = case.operation.partition(" ")
            excerpts = {case.operation: excerpt(whole, template, method)}
        document = excerpts[case.operation]
        if mode == "loopback":
            document = _moved(document, options["base_path"])
        done.faults += [
            Fault("refused", case.operation, f"{case.form}: {reason}")
            for reason in _refused(document, case, _recorded(found["request"]))
        ]
    uncalled = {fault.operation for fault in done.faults if fault.kind == "uncalled"}
    done.called = len({case.operation for case in plan.cases} - uncalled)
    done.seconds = time.monotonic() - started
    return done


def _recorded(request: dict[str, Any]) -> RecordedRequest:
    return RecordedRequest(request["method"], request["url"], request["headers"], base64.b64decode(request["body"]))


def _moved(document: Any, base: str) -> Any:
    """The excerpt with loopback as the only server: a base URL that is passed replaces all others."""
    paths = {
        path: {
            key: {name: part for name, part in value.items() if name != "servers"} if isinstance(value, dict) else value
            for key, value in item.items()
            if key != "servers"
        }
        for path, item in document["paths"].items()
    }
    return {**document, "paths": paths, "servers": [{"url": base or "/"}]}


def _refused(document: Any, case: Case, recorded: RecordedRequest) -> Iterable[str]:
    """Why openapi-core refuses a request, or which value it reads otherwise than it was passed."""
    try:
        verdict = judge(document, recorded)
    except Exception as error:  # what openapi-core cannot read is a finding, too
        yield f"openapi-core fails: {type(error).__name__}: {error}"[:500]
        return
    yield from verdict.faults[:3]
    if verdict.faults:
        return
    for (location, name), value in case.sent.items():
        if location == "body" and re.search("[/+]json$", recorded.headers.get("content-type", "").partition(";")[0]):
            problem = difference(value, json.loads(recorded.body), "$", received=False)
        else:
            read = verdict.values.get((location, name))
            if read is None and isinstance(value, dict):  # exploded: each property is a parameter of its own
                query = dict(parse_qsl(urlsplit(recorded.url).query, keep_blank_values=True))
                read = {key: verdict.values.get((location, key), query.get(key)) for key in value}
            if location == "body" and isinstance(read, dict):  # a list without items is not sent, and read all the same
                read = {key: part for key, part in read.items() if key in value or part != []}
            problem = difference(_as_text(value), _as_text(read), "$", received=False)
        if problem:
            yield f"{location} {name} is read otherwise: {problem}"


def _as_text(value: Any) -> Any:
    """A value whose scalars are text, as they are outside of JSON, where a list of one is its item.

    Text that is a JSON object is that object, as a property of a form without a type of its own is.
    """
    if isinstance(value, str) and value[:1] == "{" and value[-1:] == "}":
        value = json.loads(value)
    if isinstance(value, dict):
        return {key: _as_text(part) for key, part in value.items()}
    if isinstance(value, list):
        return _as_text(value[0]) if len(value) == 1 else [_as_text(part) for part in value]
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    if isinstance(value, str) and re.fullmatch(r"-?\d+\.\d+", value):
        value = float(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, str) else json.dumps(value, default=str)


def main() -> int:
    """Call what the command line names, and print a table and the faults by cause; 1 where something is unexpected."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.calls", description=__doc__)
    parser.add_argument("names", nargs="*", help="documents, by a part of their names")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    parser.add_argument("--minutes", type=float, default=math.inf, help="begin no document after so many")
    parser.add_argument("--loopback", action="store_true", help="through a socket, instead of a transport in memory")
    parser.add_argument("--show", type=int, default=3, help="so many examples of each cause are printed")
    options = parser.parse_args()
    if not (SHARED / "corpus").is_dir():
        print(f"skipped: there is no {SHARED / 'corpus'}", file=sys.stderr)
        return 0
    chosen = [
        subject
        for subject in subjects(SHARED / "corpus")
        if subject.group in GROUPS and (not options.names or any(part in subject.name for part in options.names))
    ]
    started = time.monotonic()
    mode: Mode = "loopback" if options.loopback else "memory"
    every: list[Called] = []
    left: list[str] = []
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(options.jobs) as pool:
        futures = {pool.submit(_told, subject, Path(folder), mode): subject for subject in chosen}
        for future in as_completed(futures):
            if future.cancelled():
                left.append(futures[future].name)
                continue
            if time.monotonic() - started > 60 * options.minutes:
                for waiting in futures:
                    waiting.cancel()
            every.append(done := future.result())
            verdict = f"{len(done.unexpected())} unexpected" if done.unexpected() else "ok"
            print(
                f"[{len(every)}/{len(chosen)}] {done.subject.name}: {verdict} ({done.seconds:.0f} s)", file=sys.stderr
            )
            print(
                *[f"    {told[:500]}" for told in done.unexpected()[: options.show]],
                sep="\n",
                file=sys.stderr,
                flush=True,
            )
    print(table(sorted(every, key=lambda each: each.subject.name)))
    print(causes(every, options.show))
    if left:
        print(f"\nnot called for want of time: {', '.join(sorted(left))}")
    print(f"\n{len(every)} documents in {time.monotonic() - started:.0f} s of wall clock, {options.jobs} at once")
    return 1 if any(done.unexpected() for done in every) else 0


def _told(subject: Subject, folder: Path, mode: Mode) -> Called:
    """`call`, with what it raises as a fault, so that the others are tried."""
    try:
        return call(subject, folder, mode)
    except Exception:
        return Called(subject, faults=[Fault("uncalled", "all", traceback.format_exc()[-1500:])])


def table(every: list[Called]) -> str:
    """One row for each document, and one for all."""
    kinds = ("uncalled", "refused", "undecoded")
    lines = [
        f"{'document':32}{'operations':>11}{'called':>8}{'requests':>9}{'refused':>8}{'answers':>8}{'undecoded':>10}{'sec':>6}"
    ]
    for done in every:
        _, refused, undecoded = (done.number(kind) for kind in kinds)
        lines.append(
            f"{done.subject.name[:31]:32}{done.operations:11}{done.called:8}{done.requests:9}{refused:8}"
            f"{done.answers:8}{undecoded:10}{done.seconds:6.0f}"
        )
    sums = [sum(getattr(done, name) for done in every) for name in ("operations", "called", "requests", "answers")]
    faults = [sum(done.number(kind) for done in every) for kind in kinds]
    lines.append(f"{'all':32}{sums[0]:11}{sums[1]:8}{sums[2]:9}{faults[1]:8}{sums[3]:8}{faults[2]:10}")
    return "\n".join(lines)


def causes(every: list[Called], show: int) -> str:
    """The faults that are not listed, by cause."""
    counts: Counter[str] = Counter()
    examples: dict[str, list[str]] = {}
    for done in every:
        for told in done.unexpected():
            kind, _, reason = told.partition(": ")
            cause = (
                f"{kind}: "
                + re.sub(r"`[^`]*`|'[^']*'|\"[^\"]*\"|\$[^ ]*|\d+|\{[^}]*\}", "…", reason.partition(": ")[2])[:100]
            )
            counts[cause] += 1
            examples.setdefault(cause, []).append(f"{done.subject.name} {reason}"[:500])
    return "\n".join(
        f"\n{number:5} {cause}" + "".join(f"\n        {example}" for example in examples[cause][:show])
        for cause, number in counts.most_common()
    )


if __name__ == "__main__":
    sys.exit(main())
