"""JSON Schema, draft 2020-12: each valid value comes out of an answer and goes into a request as it is.

The facts beside this module are small. JSON Schema's own test suite is run where the variable JSON_SCHEMA_TEST_SUITE
names its folder `draft2020-12`, which the source distribution of `jsonschema` has as well.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest
import yaml

from fledge.openapi.schemas.schema import implied_types
from tests.client import imported, make_from, put
from tests.corpus.roundtrip import difference

FACTS = Path(__file__).parent / "json_schema_facts.yaml"
SUITE = os.environ.get("JSON_SCHEMA_TEST_SUITE")
UNTYPED = "a schema without a type, whose keywords are of one type, has that type"
UNDECLARED = "a property that no schema declares is dropped"
DYNAMIC = "a dynamic reference means its static target"
CONDITIONAL = "a property that only a condition declares has the type that it has there"
PATTERNS = "beside patternProperties, a property that nothing declares has one of their types"
IDENTIFIED = "references by `$id` to a schema without a type, whose keywords are of one type"
EXCEPTIONS = {
    ("dependentSchemas", '{"foo": "quux"}'): CONDITIONAL,
    ("patternProperties", '{"a_x_3": 3}'): PATTERNS,
    ("ref", '{"foo": 37}'): IDENTIFIED,
}
Group = Mapping[str, Any]


def document(groups: list[Group]) -> dict[str, Any]:
    """A description with each schema as a component, which an operation sends and receives."""
    schemas = {f"G{index}": _moved(group["schema"], f"G{index}") for index, group in enumerate(groups)}
    content = {name: {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}} for name in schemas}
    paths = {
        f"/{name}": {
            "post": {
                "operationId": f"send{name}",
                "tags": ["groups"],
                "requestBody": {"required": True, "content": each},
                "responses": {"200": {"description": "Done", "content": each}},
            }
        }
        for name, each in content.items()
    }
    info = {"title": "Schemas", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}


def _moved(schema: Any, name: str) -> Any:
    """A schema with the references to itself as they are for a component."""
    if isinstance(schema, list):
        return [_moved(each, name) for each in schema]
    if not isinstance(schema, dict):
        return schema
    moved = {k: v if k in ("const", "enum") else _moved(v, name) for k, v in schema.items() if k != "$schema"}
    if str(schema.get("$ref")).startswith("#"):
        moved["$ref"] = f"#/components/schemas/{name}{schema['$ref'][1:]}"
    return moved


def problems(package: ModuleType, name: str, value: Any, valid: bool) -> Iterator[str]:
    """What a value loses or changes on its way through the client, and what is raised for it, strictly or not."""
    resource = __import__(f"{package.__name__}.resources.groups", fromlist=["groups"])
    [of] = [each.success[200] for each in vars(resource).values() if getattr(each, "name", "") == f"POST /{name}"]
    for strict in (False, True):
        try:
            back = json.loads(package.encode(package.decode(of, json.dumps(value), strict=strict)))
        except ValueError as error:  # of the family: an answer that cannot be read is a ResponseDecodeError
            if valid:
                yield f"{error}"
            continue
        if valid and (place := difference(value, back, "$")):
            yield place


def check(folder: Path, file: str, groups: list[Group]) -> list[str]:
    """The values that do not survive, without those that have a reason."""
    put(make_from(document(groups), folder), folder / "schemas")
    failures: list[str] = []
    with imported(folder, "schemas") as package:
        for index, group in enumerate(groups):
            for test in group["tests"]:
                value = test["data"]
                for problem in problems(package, f"G{index}", value, test["valid"]):
                    if not reason(file, group["schema"], value, problem):
                        failures.append(f"{file}: {group['description']}: {json.dumps(value)}: {problem}")
    return failures


def reason(file: str, schema: Any, value: Any, problem: str) -> str:
    """Why a valid value need not survive; "" if there is no reason."""
    if lost := re.fullmatch(r"\$.*\.([^.]+) is lost", problem):
        return UNDECLARED if lost[1] not in set(_declared(schema)) else DYNAMIC if file == "dynamicRef" else ""
    if file == "dynamicRef":
        return DYNAMIC
    if not jsonschema.Draft202012Validator(_typed(schema)).is_valid(value):
        return UNTYPED
    return EXCEPTIONS.get((file, json.dumps(value)), "")


def _declared(schema: Any) -> Iterator[str]:
    """The names of all properties that a schema declares."""
    if isinstance(schema, dict) and isinstance(schema.get("properties"), dict):
        yield from schema["properties"]
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _declared(each)


def _typed(schema: Any) -> Any:
    """A schema with the types that its keywords imply."""
    if isinstance(schema, list):
        return [_typed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    typed = {key: each if key in ("const", "enum") else _typed(each) for key, each in schema.items()}
    types = implied_types(schema) or (("object",) if "dependentSchemas" in schema else None)
    return {"type": list(types), **typed} if types else typed


def test_facts_of_json_schema(tmp_path: Path) -> None:
    """Valid values survive, and of the invalid ones none raises what is no ValueError."""
    groups = [
        {
            "description": fact["name"],
            "schema": fact["schema"],
            "tests": [{"data": value, "valid": True} for value in fact["valid"]]
            + [{"data": value, "valid": False} for value in fact.get("invalid", ())],
        }
        for fact in yaml.safe_load(FACTS.read_text())
    ]
    for group in groups:
        validator = jsonschema.Draft202012Validator(group["schema"])
        assert all(validator.is_valid(test["data"]) == test["valid"] for test in group["tests"]), group["description"]
    assert check(tmp_path, "facts", groups) == []


@pytest.mark.slow
@pytest.mark.skipif(not SUITE, reason="the suite is no package of the index: JSON_SCHEMA_TEST_SUITE names its folder")
@pytest.mark.parametrize("file", sorted(Path(SUITE or ".").glob("*.json")), ids=lambda path: path.stem)
def test_the_suite_of_json_schema(tmp_path: Path, file: Path) -> None:
    """The same with each group of JSON Schema's own suite."""
    assert check(tmp_path, file.stem, json.loads(file.read_text(encoding="utf-8"))) == []
