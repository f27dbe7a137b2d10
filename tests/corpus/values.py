"""Values survive: instances made from schemas are decoded by models and results, and encoded to the same JSON.

The schemas are those of components, which models are tried with, and those of responses, which the types that the
operations return are tried with: unions, inherited schemas and those that an allOf makes are among them.

`python -m tests.corpus.values [NAME...]` tries all documents, or those with a part of NAME. Instances are made from
the schema by kind, few and small; only what an independent validator (jsonschema-rs, or jsonschema) accepts counts.
Objects hold only what is declared, as undeclared properties are not kept by design.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from re import _parser as patterns  # the one reader of patterns at hand
from typing import Any
from urllib.parse import quote

import jsonschema
import jsonschema_rs

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.emitter import emit
from fledge.ir import STRING_FORMATS, Api
from fledge.loader.load import load
from fledge.openapi.document import Spec
from fledge.openapi.media_types import is_json
from fledge.openapi.pointer import escape
from fledge.openapi.views.operations import all_operations
from tests.corpus.subjects import Subject, subjects
from tests.corpus.worker import write

HERE = Path(__file__).parent
DEPTH = 4
SIZE = 150
"""Values in one instance, about."""
VARIANTS = 4
_DOCUMENT = "urn:document"

EXCEPTIONS: dict[tuple[str, str], str] = {}
"""Models whose values do not survive: (document, model) to the reason. One that is not needed any more fails."""

_STRINGS = {
    **{name: each.sample for name, each in STRING_FORMATS.items()},
    "date-time": "2024-05-06T07:08:09Z",
    "date": "2024-05-06",
    "time": "07:08:09Z",
    "duration": "P1DT2H",
    "uuid": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "byte": "aGVsbG8=",
    "email": "a@example.com",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "hostname": "example.com",
    "decimal": "1.50",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
}
_CANDIDATES = (
    "text",
    "a",
    "A",
    "1",
    "12",
    "abc123",
    "https://example.com/a",
    "a@b.co",
    "0",
    "1.5",
    "AB",
    "USD",
    "2024-05-06",
)


class Impossible(Exception):
    """No instance of a schema was found."""


@dataclass(slots=True)
class Maker:
    """Makes instances of schemas of one document; `full` is how many of the optional properties are given."""

    spec: Spec
    random: Random
    full: float
    left: int = SIZE

    def make(self, schemas: list[Any], depth: int) -> Any:
        """A value of all `schemas` together."""
        self.left -= 1
        parts = list(self._flat(schemas, 0))
        if any(part is False for part in parts):
            raise Impossible
        parts = [part for part in parts if isinstance(part, Mapping)]
        for part in parts:
            if "const" in part:
                return part["const"]
        enums = [part["enum"] for part in parts if isinstance(part.get("enum"), list)]
        if enums:
            common = [value for value in enums[0] if all(value in other for other in enums[1:])]
            if not common:
                raise Impossible
            return self.random.choice(common)
        kind = self._kind(parts)
        match kind:
            case "object":
                return self._object(parts, depth)
            case "array":
                return self._array(parts, depth)
            case "string":
                return self._string(parts)
            case "integer" | "number":
                return self._number(parts, kind)
            case "boolean":
                return self.random.random() < 0.5
            case "null":
                return None
            case _:
                return self.random.choice(["text", 7, True, {"free": [1]}, 1.5])

    def _flat(self, schemas: list[Any], depth: int) -> Iterator[Any]:
        """The schemas without references, allOf and unions, of which one member is chosen."""
        if depth > 20:
            raise Impossible
        for schema in schemas:
            if not isinstance(schema, Mapping):
                yield schema
                continue
            rest = {key: value for key, value in schema.items() if key not in ("$ref", "allOf", "oneOf", "anyOf")}
            yield rest
            if isinstance(schema.get("$ref"), str):
                yield from self._flat([self.spec.at(schema["$ref"])], depth + 1)
            yield from self._flat(list(schema.get("allOf") or ()), depth + 1)
            for key in ("oneOf", "anyOf"):
                if branches := schema.get(key):
                    branch = self.random.choice(branches)
                    yield from self._flat([branch], depth + 1)
                    yield from self._tagged(schema.get("discriminator"), branch)

    def _tagged(self, discriminator: Any, branch: Any) -> Iterator[Any]:
        """What a discriminator demands of a branch: `x-tags` are the values where the branch itself names none."""
        if isinstance(discriminator, Mapping) and isinstance(branch, Mapping) and "$ref" in branch:
            mapping = discriminator.get("mapping") or {}
            tags = [
                tag for tag, target in mapping.items() if target in (branch["$ref"], branch["$ref"].rpartition("/")[2])
            ]
            tags = tags or [branch["$ref"].rpartition("/")[2]]
            yield {"properties": {discriminator.get("propertyName"): {"x-tags": tags}}}

    def _kind(self, parts: list[Any]) -> str:
        kinds: list[str] | None = None
        for part in parts:
            if (said := part.get("type")) is not None:
                own = [said] if isinstance(said, str) else list(said)
                if kinds is None:
                    kinds = own
                else:
                    kinds = [kind for kind in kinds if kind in own or kind == "integer" and "number" in own] or (
                        ["integer"] if "integer" in own and "number" in kinds else []
                    )
        if kinds is None:
            keywords = {key for part in parts for key in part}
            if keywords & {"properties", "required", "additionalProperties"}:
                return "object"
            return "array" if keywords & {"items", "prefixItems"} else ""
        if not kinds:
            raise Impossible
        others = [kind for kind in kinds if kind != "null"]
        if "null" in kinds and (not others or self.random.random() < 0.2 or self.left < 0):
            return "null"
        return self.random.choice(others)

    def _object(self, parts: list[Any], depth: int) -> dict[str, Any]:
        properties: dict[str, list[Any]] = defaultdict(list)
        required: dict[str, None] = {}
        for part in parts:
            for name, schema in (part.get("properties") or {}).items():
                properties[name].append(schema)
            required |= dict.fromkeys(part.get("required") or ())
        made: dict[str, Any] = {}
        least = max(part.get("minProperties", 0) for part in parts) - len(required)
        most = min(part.get("maxProperties", 999) for part in parts)
        optional = [name for name in properties if name not in required]
        chosen = self.random.sample(optional, min(max(least, 0), len(optional)))
        for name in {**required, **dict.fromkeys(chosen), **properties}:
            wanted = name in required or name in chosen
            if not wanted and (depth >= DEPTH or self.left < 0 or self.random.random() >= self.full):
                continue
            if not wanted and len(made) >= most:
                continue
            if depth > 3 * DEPTH:
                raise Impossible
            try:
                made[name] = self.make(properties.get(name, [{}]), depth + 1)
            except Impossible:
                if wanted:
                    raise
        extras = [part["additionalProperties"] for part in parts if "additionalProperties" in part]
        typed = [extra for extra in extras if isinstance(extra, Mapping) and extra]
        free = not properties and any(extra is True or extra == {} for extra in extras)
        if (typed or free) and False not in extras and depth < DEPTH and self.left > 0:
            for name in ("first key", "second"):
                if all(name not in (part.get("propertyNames") or {}).get("enum", [name]) for part in parts):
                    continue
                made.setdefault(name, self.make(typed or [{}], depth + 1))
        return made

    def _array(self, parts: list[Any], depth: int) -> list[Any]:
        prefix: list[Any] = next((part["prefixItems"] for part in parts if part.get("prefixItems")), [])
        items = [part["items"] for part in parts if "items" in part and part["items"] is not False]
        least = max((part.get("minItems", 0) for part in parts), default=0)
        most = min((part["maxItems"] for part in parts if "maxItems" in part), default=99)
        wanted = max(least, len(prefix) if prefix else 2 if depth < DEPTH and self.left > 0 else 0)
        if depth > 3 * DEPTH and wanted:
            raise Impossible
        made: list[Any] = []
        for at in range(min(wanted, most, 20)):
            made.append(self.make([prefix[at]] if at < len(prefix) else items or [{}], depth + 1))
        if any(part.get("uniqueItems") for part in parts):
            made = [value for at, value in enumerate(made) if value not in made[:at]]
        return made

    def _string(self, parts: list[Any]) -> str:
        tags: list[str] = next((part["x-tags"] for part in parts if "x-tags" in part), [])
        if tags:
            return self.random.choice(tags)
        pattern = next((part["pattern"] for part in parts if isinstance(part.get("pattern"), str)), None)
        least = max((part.get("minLength", 0) for part in parts), default=0)
        most = min((part["maxLength"] for part in parts if "maxLength" in part), default=10**6)
        form = next((part["format"] for part in parts if part.get("format") in _STRINGS), "")
        examples = [str(part["example"]) for part in parts if isinstance(part.get("example"), str)]
        wide = "x" * min(max(least, 1), 5000)
        made = [_of_pattern(patterns.parse(pattern))] if pattern else []
        for text in ([_STRINGS[form]] if form else [*_CANDIDATES, *examples, wide, "0" * max(least, 1), *made]):
            if least <= len(text) <= most and (pattern is None or _matches(pattern, text)):
                return text
        raise Impossible

    def _number(self, parts: list[Any], kind: str) -> int | float:
        low = max((_bound(part, "minimum", "exclusiveMinimum", 1) for part in parts), default=-9e9)
        high = min((_bound(part, "maximum", "exclusiveMaximum", -1) for part in parts), default=9e9)
        step = next((part["multipleOf"] for part in parts if part.get("multipleOf")), None)
        value: int | float = min(max(self.random.choice([0, 1, 3, 42]), low), high)
        if step:
            value = step * -(-value // step)
        if kind == "integer":
            return int(value)
        return value + 0.5 if not step and value + 0.5 <= high and self.random.random() < 0.5 else value


def _bound(part: Mapping[str, Any], name: str, exclusive: str, step: int) -> float:
    open_end = part.get(exclusive)
    if isinstance(open_end, (int, float)) and not isinstance(open_end, bool):
        return open_end + step
    found = part.get(name, -9e9 if step > 0 else 9e9)
    return found + (step if open_end is True else 0) if isinstance(found, (int, float)) else 0


def _matches(pattern: str, text: str) -> bool:
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return False


def _of_pattern(parsed: Any) -> str:
    """A short text of a pattern without conditions, as `re` reads it."""
    text = ""
    for kind, given in parsed:
        match str(kind):
            case "LITERAL":
                text += chr(given)
            case "RANGE":
                text += chr(given[0])
            case "CATEGORY":
                text += {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " "}.get(str(given), "a")
            case "ANY" | "NOT_LITERAL":
                text += "a"
            case "IN":
                text += "~" if str(given[0][0]) == "NEGATE" else _of_pattern(given[:1])
            case "MAX_REPEAT" | "MIN_REPEAT":
                text += _of_pattern(given[2]) * given[0]
            case "SUBPATTERN":
                text += _of_pattern(given[-1])
            case "BRANCH":
                text += _of_pattern(given[1][0])
            case _:
                pass  # anchors, and what looks around
    return text


@dataclass(slots=True)
class Tried:
    """What came of one document: of its models, by name, and of the results of its operations, such as `GET /a 200`."""

    subject: Subject
    models: int = 0
    results: int = 0
    without: list[str] = field(default_factory=list[str])
    values: int = 0
    faults: list[list[Any]] = field(default_factory=list[list[Any]])

    def unexpected(self) -> list[str]:
        """What failed without being listed, and what is listed without failing."""
        name = self.subject.name
        failed = {model: problem for model, problem, *_ in reversed(self.faults)}
        listed = {model for document, model in EXCEPTIONS if document == name}
        found = [f"{model}: {problem}" for model, problem in sorted(failed.items()) if model not in listed]
        return found + [f"{model}: survives, and is listed as an exception" for model in sorted(listed - failed.keys())]


def instances(spec: Spec, registry: jsonschema_rs.Registry, pointer: str) -> Iterator[Any]:
    """A few small instances of the schema at `pointer`, all different and valid; the `registry` holds the document."""
    validator: Any
    try:
        validator = jsonschema_rs.Draft202012Validator({"$ref": f"{_DOCUMENT}#{quote(pointer)}"}, registry=registry)
    except jsonschema_rs.ValidationError:  # it refuses patterns that count far
        validator = jsonschema.Draft202012Validator({**spec.root, "$ref": f"#{pointer}"})
    seen: list[Any] = []
    for variant in range(2 * VARIANTS):
        maker = Maker(spec, Random(f"{pointer} {variant}"), (0, 1, 0.5, 0.8)[variant % 4])
        try:
            value = maker.make([spec.at(pointer)], 0)
            if value in seen or len(seen) >= VARIANTS:
                continue
            if validator.is_valid(value):
                seen.append(value)
                yield value
        except (Impossible, RecursionError, re.error, OverflowError):
            continue


def survive(subject: Subject, folder: Path) -> Tried:
    """Make values for all components and responses of one document, and send them through its models and results."""
    tried = Tried(subject)
    report = DiagnosticCollector()
    spec = load([str(subject.source)], report, base=subject.source.parent)
    if spec is None:
        tried.faults.append(["-", "the document is not generated", None, None])
        return tried
    api = build(spec, report, overrides={}, locked_names={}, env_prefix="CLIENT")
    write(emit(api), folder / subject.package)
    by_origin = {(model.source.source, model.source.pointer): model.name.python for model in reversed(api.models)}
    cases: list[tuple[str, Any]] = []
    plain = json.loads(json.dumps(spec.root))  # numbers that know how they were written are none for the registry
    registry = jsonschema_rs.Registry([(_DOCUMENT, plain)], draft=jsonschema_rs.Draft202012)
    for key in (spec.root.get("components") or {}).get("schemas") or {}:
        pointer = f"/components/schemas/{escape(key)}"
        origin = spec.source_of(pointer)
        name = by_origin.get((origin.source, origin.pointer))
        if name is not None:
            tried.models += 1
            # null is none of an object's values: whoever refers to a nullable model allows it
            made = [value for value in instances(spec, registry, pointer) if value is not None]
            cases += [(name, value) for value in made]
            if not made:
                tried.without.append(name)
    for name, pointer in results(spec, api):
        tried.results += 1
        made = list(instances(spec, registry, pointer))
        cases += [(name, value) for value in made]
        if not made:
            tried.without.append(name)
    tried.values = len(cases)
    command = [sys.executable, "-I", str(HERE / "roundtrip.py"), str(folder), subject.package]
    done = subprocess.run(command, input=json.dumps(cases), capture_output=True, text=True)
    if done.returncode:
        tried.faults.append(["-", f"the interpreter ended with {done.returncode}: {done.stderr[-500:]}", None, None])
    else:
        tried.faults += json.loads(done.stdout)
    return tried


def results(spec: Spec, api: Api) -> Iterator[tuple[str, str]]:
    """The JSON results of operations, each schema once: the operation with a status, and where the schema is."""
    operations = {spec.source_of(view.pointer): view for view in all_operations(spec)}
    passed: set[str] = set()
    for operation in (each for resource in api.resources for each in resource.operations):
        view = operations.get(operation.source)
        for response in operation.responses if view else ():
            if (
                view is None
                or response.type is None
                or response.stream_format
                or not is_json(response.media_type or "")
            ):
                continue
            described = view.response(response.status).media_type(response.media_type or "")
            try:
                end, _ = spec.resolve(described.schema)
            except KeyError:
                continue
            if response.success and end not in passed:
                passed.add(end)
                yield f"{operation.http_method} {operation.path} {response.status}", described.schema


def main() -> int:
    """Try what the command line names, and print a table and the faults by cause."""
    from tests.corpus.__main__ import CORPUS

    wrong = 0
    causes: Counter[str] = Counter()
    examples: dict[str, str] = {}
    print(f"{'document':32}{'models':>8}{'results':>8}{'no value':>9}{'values':>8}{'failed':>8}")
    with tempfile.TemporaryDirectory() as temporary:
        for subject in sorted(subjects(CORPUS), key=lambda each: each.size):
            if len(sys.argv) > 1 and not any(part in subject.name for part in sys.argv[1:]):
                continue
            tried = survive(subject, Path(temporary))
            without, failed = len(tried.without), len(tried.faults)
            print(
                f"{subject.name[:31]:32}{tried.models:8}{tried.results:8}{without:9}{tried.values:8}{failed:8}",
                flush=True,
            )
            wrong += bool(tried.unexpected())
            for model, problem, value, back in tried.faults:
                cause = re.sub(r"`[^`]*`|'[^']*'|\$[^ ]*|\d+", "…", problem)[:90]
                causes[cause] += 1
                examples.setdefault(
                    cause,
                    f"{subject.name} {model}: {problem[:160]}\n      {json.dumps(value)[:300]}\n      {json.dumps(back)[:300]}",
                )
    for cause, number in causes.most_common():
        print(f"\n{number:5} {cause}\n      {examples[cause]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
