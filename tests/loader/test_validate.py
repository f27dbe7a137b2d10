"""The validator's findings, at their places and in plain words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.loader.load import load
from generator.loader.spec import Spec
from generator.loader.validate import validate, validating

from .conftest import Load, api, operation


def findings(loaded: Load, document: Any) -> list[tuple[str, str]]:
    """Place and message of each finding."""
    run = loaded({"a.json": document})
    validate(run.spec, run.report)
    assert all(len(diagnostic.message) < 300 for diagnostic in run.report)
    return [(d.origin.pointer, d.message) for d in run.report if d.code == "invalid-document" and d.origin]


def test_valid_document(loaded: Load) -> None:
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
    assert ("/paths/~1a/get/responses/200", "`description` is required here, and missing.") in found
    assert ("/paths/~1a/get", "Not allowed here: 'extra'.") in found
    assert any(
        place == "/paths/~1a/put" and "'same'" in message and "not unique" in message for place, message in found
    )
    assert any(place == "/components/schemas/A/properties/m/minLength" for place, _ in found)


def test_default_of_a_wrong_type(loaded: Load) -> None:
    """A default that its schema refuses is found at the default, also behind a wrapped schema."""
    schema = {"properties": {"n": {"type": "integer", "default": "x"}}, "allOf": [{}], "nullable": True}
    found = findings(loaded, api(components={"schemas": {"A": schema}}))
    assert found == [("/components/schemas/A/properties/n/default", 'Here must be an integer, and there is "x".')]


def test_required_of_a_base(loaded: Load) -> None:
    """What a schema requires may be declared by any part of it; what none declares is found."""
    base = {"type": "object", "properties": {"id": {"type": "string"}}}
    parts = [{"$ref": "#/components/schemas/Base"}, {"oneOf": [{"properties": {"kind": {"type": "string"}}}]}]
    made = {"allOf": parts, "required": ["id", "kind", "own"], "properties": {"own": {"type": "string"}}}
    assert findings(loaded, api(components={"schemas": {"Made": made, "Base": base}})) == []
    made["required"] = ["id", "nothing"]
    found = findings(loaded, api(components={"schemas": {"Made": made, "Base": base}}))
    assert found == [("/components/schemas/Made", "Required, and not among the properties: 'nothing'.")]


def test_loading_does_not_import_the_validator() -> None:
    """Who does not validate does not pay for the validator's import."""
    code = "import sys, generator.loader; print([m for m in sys.modules if m.startswith(('openapi_', 'jsonschema'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def with_faults(schemas: int, folder: Path) -> Spec:
    """A description with so many schemas, each of which breaks a rule."""
    names = "".join(f"    S{number}: {{type: strin}}\n" for number in range(schemas))
    text = f"openapi: 3.1.0\ninfo: {{title: Case, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{names}"
    (folder / "openapi.yaml").write_text(text)
    spec = load(["openapi.yaml"], Report(), base=folder)
    assert spec is not None
    return spec


@pytest.mark.parametrize("schemas", [1, 300])
def test_a_large_document_is_validated_beside_the_build(tmp_path: Path, schemas: int) -> None:
    """By a process of its own, with the same findings at the same places."""
    spec = with_faults(schemas, tmp_path)
    alone, beside = Report(), Report()
    validate(spec, alone)
    built = False
    with validating(spec, beside):
        built = True
    assert built
    assert len(list(alone)) >= schemas
    assert [(each.message, each.origin) for each in beside] == [(each.message, each.origin) for each in alone]


def test_without_a_second_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none can be started, a large document is validated all the same."""
    spec = with_faults(300, tmp_path)

    def refuse(*arguments: object, **options: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    report = Report()
    with validating(spec, report):
        pass
    assert len(list(report)) >= 300
