"""The validator's findings, at their places and in plain words."""

from __future__ import annotations

import gc
import inspect
import os
import re
import signal
import subprocess
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator.validation.validators import SpecValidator

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from fledge.loader.finding_sentences import explain
from fledge.loader.quick_validation import is_certainly_valid
from fledge.loader.validate import validate, validate_in_background, violations
from fledge.loader.validator_keywords import LOOKED_AT
from fledge.openapi.document import Spec
from fledge.openapi.pointer import join

from .conftest import Load, api, operation


def findings(loaded: Load, document: Any) -> list[tuple[str, str]]:
    """Place and message of each finding."""
    run = loaded({"a.json": document})
    validate(run.spec, run.report)
    assert all(len(diagnostic.message) < 300 for diagnostic in run.report)
    return [(d.source.pointer, d.message) for d in run.report if d.code == "document-invalid" and d.source]


def test_a_valid_document_has_no_violations(loaded: Load) -> None:
    """A good document has no findings, even where the repair was needed to make it good."""
    assert findings(loaded, api(paths={"/{x}": {"get": operation()}})) == []


def test_findings_have_places(loaded: Load) -> None:
    """Each finding points at the part of the source that is wrong, through references too."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}
    document = api(
        paths={
            "/a": {
                "get": operation(responses={"200": {"content": content}}, extra=1, operationId="same"),
                "put": operation(operationId="same"),
            }
        },
        components={
            "schemas": {"A": {"properties": {"n": {"type": "integer", "default": "x"}, "m": {"minLength": "long"}}}}
        },
    )
    found = findings(loaded, document)
    assert ("/paths/~1a/get/responses/200", "A response must have `description`.") in found
    assert ("/paths/~1a/get/extra", "An operation cannot have the key `extra`.") in found
    assert any(
        place == "/paths/~1a/put" and "'same'" in message and "not unique" in message for place, message in found
    )
    assert any(place == "/components/schemas/A/properties/m/minLength" for place, _ in found)


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ("each of", "matches more than one of the 2 schemas"),
        (["is valid under each of"], "must be a string, but is an array"),
    ],
)
def test_forms_are_counted_by_the_structure_of_an_error(value: object, fits: str) -> None:
    """How many forms fit does not depend on the words of jsonschema, which hold the value."""
    validators: Any = import_module("jsonschema.validators")
    (error,) = validators.Draft202012Validator(
        {"oneOf": [{"type": "string"}, {"minLength": 1, "type": "string"}]}
    ).iter_errors(value)
    assert fits in explain(error).message


def test_each_fault_of_a_schema_is_a_finding(loaded: Load) -> None:
    """The validator itself says one of a component, and nothing of those behind a default that it fails at."""
    wrong = {"type": "string", "minLength": "long", "default": "x"}
    schemas = {
        "A": {"type": "object", "minProperties": "two", "properties": {"a": wrong, "b": {"maxLength": 1.5}}},
        "B": {"properties": {"a": {"$ref": "#/components/schemas/A"}, "b": wrong}},
        "C": {"items": {"multipleOf": -1, "not": {"minItems": -2}}},
        "D": {"properties": {"d": {"type": "integer", "default": "x"}}},
    }
    below = "/components/schemas"
    assert {place for place, _ in findings(loaded, api(components={"schemas": schemas}))} == {
        f"{below}/A/minProperties",
        f"{below}/A/properties/a/minLength",
        f"{below}/A/properties/b/maxLength",
        f"{below}/B/properties/b/minLength",
        f"{below}/C/items/multipleOf",
        f"{below}/C/items/not/minItems",
        f"{below}/D/properties/d/default",
    }


_WRONG = {"type": "string", "maxLength": -1}
_CONTENT = {"text/plain": {"schema": _WRONG}}
_HEADERS = {"X-A": {"schema": _WRONG}}
_PARAMETER = {"name": "q", "in": "query"}
_RESPONSE = {"description": "", "content": _CONTENT}
_PATH = {"get": {"responses": {"200": _RESPONSE}}}


@pytest.mark.parametrize(
    ("place", "value", "schema"),
    [
        ("/paths/~1a/get/parameters", [{**_PARAMETER, "content": _CONTENT}], "/0/content/text~1plain/schema"),
        ("/paths/~1a/get/requestBody", {"content": _CONTENT}, "/content/text~1plain/schema"),
        (
            "/paths/~1a/get/requestBody",
            {"content": {"multipart/form-data": {"encoding": {"f": {"headers": _HEADERS}}}}},
            "/content/multipart~1form-data/encoding/f/headers/X-A/schema",
        ),
        ("/paths/~1a/get/responses", {"200": {"description": "", "headers": _HEADERS}}, "/200/headers/X-A/schema"),
        (
            "/paths/~1a/get/callbacks",
            {"done": {"{$url}": _PATH}},
            "/done/{$url}/get/responses/200/content/text~1plain/schema",
        ),
        ("/webhooks", {"sent": _PATH}, "/sent/get/responses/200/content/text~1plain/schema"),
        ("/components/headers", {"A": {"content": _CONTENT}}, "/A/content/text~1plain/schema"),
        ("/components/parameters", {"A": {**_PARAMETER, "schema": _WRONG}}, "/A/schema"),
        ("/components/requestBodies", {"A": {"content": _CONTENT}}, "/A/content/text~1plain/schema"),
        ("/components/responses", {"A": _RESPONSE}, "/A/content/text~1plain/schema"),
        ("/components/pathItems", {"A": _PATH}, "/A/get/responses/200/content/text~1plain/schema"),
    ],
)
def test_schemas_are_judged_wherever_they_stand(loaded: Load, place: str, value: Any, schema: str) -> None:
    """The validator itself passes over those of bodies, headers, webhooks, and of components but `schemas`."""
    document = api(paths={"/a": {"get": operation()}}, components={})
    node: Any = document
    *steps, last = (step.replace("~1", "/") for step in place.split("/")[1:])
    for step in steps:
        node = node[step]
    node[last] = value
    assert findings(loaded, document) == [(f"{place}{schema}/maxLength", "`maxLength` must be at least 0, but is -1.")]
    assert not is_certainly_valid(loaded({"a.json": document}).spec.root)


def test_a_fault_behind_references_is_one_finding(loaded: Load) -> None:
    """A schema is judged once, whoever refers to it, and of one that is wrong no default is judged."""
    wrong = {"type": "object", "properties": {"a": {"type": "integer", "maximum": "9", "default": "x"}}}
    reference = {"schema": {"$ref": "#/components/schemas/A"}}
    body = {"content": {"text/plain": reference, "application/json": reference}}
    document = api(
        paths={"/a": {"post": operation(requestBody=body), "put": operation(requestBody=body)}},
        components={"schemas": {"A": wrong}, "headers": {"H": reference}},
    )
    found = [place for place, _ in findings(loaded, document)]
    assert found == ["/components/schemas/A/properties/a/maximum"]


def test_where_the_validator_fails_is_a_finding(loaded: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it cannot judge is said, at its place, and the rest is judged."""
    keywords: Any = import_module("openapi_spec_validator.validation.keywords")
    judge = keywords.OperationValidator.__call__

    def fail(self: object, url: str, name: str, *arguments: object) -> Any:
        if name == "put":
            raise TypeError("unexpected")
        yield from judge(self, url, name, *arguments)

    monkeypatch.setattr(keywords.OperationValidator, "__call__", fail)
    paths = {"/a": {"put": operation(), "get": operation()}}
    [(place, message)] = findings(loaded, api(paths=paths))
    assert (place, message) == ("/paths/~1a/put", "The validator failed here (TypeError).")
    paths["/a"]["get"]["operationId"] = paths["/a"]["put"]["operationId"] = "same"
    paths["/b"] = {"get": operation(operationId="same")}
    assert any("'same'" in message for _, message in findings(loaded, api(paths=paths)))


def test_no_document_is_kept(loaded: Load) -> None:
    """A program that validates all day, such as `generate --watch`, keeps none of the documents that it validated."""
    assert findings(loaded, api(paths={"/a": {"get": operation(extra=1)}})) != []
    gc.collect()
    assert [each for each in gc.get_objects() if isinstance(each, SpecValidator)] == []


def test_default_of_a_wrong_type(loaded: Load) -> None:
    """A default that its schema refuses is found at the default, also behind a wrapped schema."""
    schema = {"properties": {"n": {"type": "integer", "default": "x"}}, "allOf": [{}], "nullable": True}
    found = findings(loaded, api(components={"schemas": {"A": schema}}))
    assert found == [("/components/schemas/A/properties/n/default", '`default` must be an integer, but is "x".')]


def test_required_of_a_base(loaded: Load) -> None:
    """What a schema requires may be declared by any part of it; what none declares is found."""
    base = {"type": "object", "properties": {"id": {"type": "string"}}}
    parts = [{"$ref": "#/components/schemas/Base"}, {"oneOf": [{"properties": {"kind": {"type": "string"}}}]}]
    made = {"allOf": parts, "required": ["id", "kind", "own"], "properties": {"own": {"type": "string"}}}
    assert findings(loaded, api(components={"schemas": {"Made": made, "Base": base}})) == []
    made["required"] = ["id", "nothing"]
    found = findings(loaded, api(components={"schemas": {"Made": made, "Base": base}}))
    assert found == [("/components/schemas/Made", "These required properties are not declared: 'nothing'.")]


def test_keywords_that_the_validator_looks_at() -> None:
    """A schema without them is passed over: a release of the validator that looks at others is noticed here."""
    from openapi_spec_validator.validation.keywords import SchemaValidator

    asked = {*re.findall(r'"(\w+)" in schema', inspect.getsource(SchemaValidator.__call__))}
    assert "properties" in asked
    assert asked - {"required", "nullable"} <= LOOKED_AT  # these two count beside allOf and default only


def test_loading_does_not_import_the_validator() -> None:
    """Who does not validate does not pay for the validator's import."""
    code = "import sys, fledge.loader; print([m for m in sys.modules if m.startswith(('openapi_', 'jsonschema'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def with_faults(schemas: int, folder: Path) -> Spec:
    """A description with so many schemas, each of which breaks a rule."""
    names = "".join(f"    S{number}: {{type: strin}}\n" for number in range(schemas))
    text = f"openapi: 3.1.0\ninfo: {{title: Case, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{names}"
    (folder / "openapi.yaml").write_text(text)
    spec = load(["openapi.yaml"], DiagnosticCollector(), base=folder)
    assert spec is not None
    return spec


@pytest.mark.parametrize("schemas", [1, 300])
def test_a_large_document_is_validated_beside_the_build(tmp_path: Path, schemas: int) -> None:
    """By a process of its own, with the same findings at the same places."""
    spec = with_faults(schemas, tmp_path)
    alone, beside = DiagnosticCollector(), DiagnosticCollector()
    validate(spec, alone)
    built = False
    with validate_in_background(spec, beside):
        built = True
    assert built
    assert len(list(alone)) >= schemas
    assert [(each.message, each.source) for each in beside] == [(each.message, each.source) for each in alone]


def test_a_second_process_that_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost: the findings are those of this process, then."""
    spec = with_faults(300, tmp_path)
    monkeypatch.setattr("fledge.second_process._obey", lambda: os.kill(os.getpid(), signal.SIGKILL))
    report = DiagnosticCollector()
    with validate_in_background(spec, report):
        pass
    assert len(list(report)) >= 300


def test_a_program_with_threads_starts_a_new_process(tmp_path: Path) -> None:
    """A copy of a process with threads could wait for ever for what they hold."""
    spec = with_faults(300, tmp_path)
    report, is_over = DiagnosticCollector(), threading.Event()
    thread = threading.Thread(target=is_over.wait)
    thread.start()
    try:
        with validate_in_background(spec, report):
            pass
    finally:
        is_over.set()
        thread.join()
    assert len(list(report)) >= 300


def test_without_a_second_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none can be started, a large document is validated all the same."""
    spec = with_faults(300, tmp_path)

    def refuse(*arguments: object, **options: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    report = DiagnosticCollector()
    with validate_in_background(spec, report):
        pass
    assert len(list(report)) >= 300


_EXTENDED = {
    "callbacks": {
        "done": {"x-note": "a", "{$request.body#/url}": {"post": operation()}},
        "x-count": 1,
        "x-flags": {"beta": True},
    },
    "responses": {
        "x-note": ["a"],
        "200": {"description": "Done", "links": {"next": {"operationId": "a", "server": {"url": "https://x.test"}}}},
    },
}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_extensions_and_servers_of_links_are_no_violations(loaded: Load, version: str) -> None:
    """OpenAPI allows an extension of any type beside paths, responses and callbacks, and `server` in links."""
    paths = {"x-stage": "beta", "/a": {"post": operation(operationId="a", **_EXTENDED)}, "x-list": [1]}
    run = loaded({"a.json": api(openapi=version, paths=paths)})
    spec = run.spec
    assert (run.codes, violations(spec.root)) == ([], [])
    assert spec.root["paths"]["x-stage"] == "beta"  # the description itself is not changed


def test_violations_beside_extensions_are_still_reported(loaded: Load) -> None:
    """What is wrong in a document with extensions is reported at its own pointer."""
    paths = {"x-stage": "beta", "/a": {"post": operation(operationId="a", tags=[1], **_EXTENDED, unknown=1)}}
    spec = loaded({"a.json": api(openapi="3.1.0", paths=paths)}).spec
    assert [pointer for pointer, _ in violations(spec.root)] == ["/paths/~1a/post/unknown"]


NEWER = {
    "itemSchema": {
        "200": {"description": "Items.", "content": {"application/jsonl": {"itemSchema": {"type": "string"}}}}
    },
    "summary": {"200": {"summary": "Items.", "description": "Items."}},
}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize("keyword", NEWER)
def test_keywords_of_a_newer_version_are_notes(loaded: Load, keyword: str, version: str) -> None:
    """What OpenAPI 3.2 adds is no finding in an earlier document, and each keyword is one note."""
    document = api(
        paths={"/a": {"get": operation(responses=NEWER[keyword]), "put": operation(responses=NEWER[keyword])}}
    )
    run = loaded({"a.json": {**document, "openapi": version}})
    validate(run.spec, run.report)
    notes = [each for each in run.report if each.code == "keyword-newer"]
    assert [each.message.partition(" is")[0] for each in notes] == [f"`{keyword}`"] and "2 places" in notes[0].message
    assert [each.code for each in run.report if each.code == "document-invalid"] == []


def test_other_newer_keywords(loaded: Load) -> None:
    """Operations, parameters, servers, tags, examples and discriminators have newer keywords, too."""
    pet = {"type": "object", "properties": {"kind": {"type": "string"}}}
    pet["discriminator"] = {"propertyName": "kind", "defaultMapping": "Pet"}
    document = api(
        paths={"/a": {"query": operation(parameters=[QUERY]), "additionalOperations": {"COPY": operation()}}},
        servers=[{"url": "https://example.com", "name": "live"}],
        tags=[{"name": "a", "kind": "nav", "summary": "A"}],
        components={"schemas": {"Pet": pet}},
    )
    run = loaded({"a.json": document})
    validate(run.spec, run.report)
    assert [each.message for each in run.report if each.code == "document-invalid"] == []
    named = {each.message.partition(" is")[0] for each in run.report if each.code == "keyword-newer"}
    assert {"`query`", "`additionalOperations`", "`name`", "`kind`", "`defaultMapping`"} <= named


QUERY = {"name": "q", "in": "querystring", "content": {"application/json": {"schema": {"type": "object"}}}}


def test_ids_of_operations_are_unique_in_each_document(loaded: Load) -> None:
    """Merged documents may have the same ids, on the same path too; one document may not have one twice."""

    def documents(*repeated: str) -> list[str]:
        def written(host: str, *paths: str) -> Any:
            one = {**operation(), "operationId": "getP"}
            return {
                **api(paths={path: {"get": one} for path in paths}),
                "servers": [{"url": f"https://{host}.example/{host}"}],
            }

        run = loaded(
            {"a.json": written("a", "/p"), "b.json": written("b", "/p", *repeated), "c.json": written("c", "/z")}
        )
        validate(run.spec, run.report)
        return [d.source.source for d in run.report if d.code == "document-invalid" and d.source]

    assert documents() == []
    assert [Path(each).name for each in documents("/q")] == ["b.json"]


@pytest.mark.parametrize("path", ["/pets/{id", "/pets/id}", "/pets/{{id}}", "/pets/{id}/{"])
def test_a_brace_that_belongs_to_no_variable(loaded: Load, path: str) -> None:
    """It is one finding, at the path, whatever the validator makes of it."""
    spec = loaded({"a.json": api(paths={path: {"get": operation(), "post": operation()}})}).spec
    assert violations(spec.root) == [
        (join("/paths", path), "The path has a brace that belongs to no variable; Fledge sends it as it is.")
    ]


def test_a_reference_that_is_no_string_is_one_finding(loaded: Load) -> None:
    """What the object lacks without it only follows."""
    odd = {"$ref": 1}
    get = operation(responses={"200": {"description": "", "headers": {"X-A": odd}}, "404": odd}, requestBody=odd)
    run = loaded({"a.json": api(paths={"/a": {"post": {**get, "parameters": [odd]}}})})
    validate(run.spec, run.report)
    findings = run.report.freeze().items
    assert {each.code for each in findings} == {"wrong-type"} and len(findings) == 4
    assert all("`$ref`" in each.message for each in findings)


A = {"$ref": "#/components/schemas/A"}


@pytest.mark.parametrize(
    ("schemas", "pointers"),
    [
        ({"A": {"allOf": [A], "default": "x"}}, ["A"]),
        ({"A": {"oneOf": [A, {"type": "string"}], "default": "x"}}, ["A"]),
        ({"A": {"not": A, "default": "x"}}, ["A"]),
        ({"A": {"if": A, "default": "x"}}, ["A"]),
        ({"A": {"dependentSchemas": {"a": A}, "default": {"a": 1}}}, ["A"]),
        ({"A": {"anyOf": [{"$ref": "#/components/schemas/B"}]}, "B": {"allOf": [A], "default": 1}}, ["A", "B"]),
        ({"A": {"allOf": [A]}, "B": {"allOf": [A], "default": 1}}, ["A"]),
    ],
)
def test_a_schema_that_applies_itself_to_the_same_value(loaded: Load, schemas: Any, pointers: list[str]) -> None:
    """No validator comes to an end with its default. It is reported where it is, and hides no other finding."""
    others = {**schemas, "Z": {"type": "string", "default": 3}}
    run = loaded({"a.json": {**api(components={"schemas": others}), "openapi": "3.1.0"}})
    validate(run.spec, run.report)
    found = [(each.source.pointer, each.message) for each in run.report if each.source]
    assert [pointer for pointer, _ in found] == [
        *(f"/components/schemas/{each}" for each in pointers),
        "/components/schemas/Z/default",
    ]
    assert all("itself" in message for _, message in found[:-1])


def test_a_schema_that_holds_itself_has_a_default(loaded: Load) -> None:
    """A part of a value is another value."""
    holder = {"type": "object", "properties": {"a": A}, "additionalProperties": A, "default": {"a": {"b": {}}}}
    run = loaded({"a.json": {**api(components={"schemas": {"A": holder}}), "openapi": "3.1.0"}})
    validate(run.spec, run.report)
    assert list(run.report) == []
