"""The quick validation never accepts what openapi-spec-validator refuses, and accepts what is plainly valid."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from fledge.diagnostics.source import SourcePointer
from fledge.loader.quick_validation import is_certainly_valid
from fledge.loader.standard_schemas import DIALECT, dialect_schemas, document_schema
from fledge.loader.validate import _without_false_findings, validate_in_background, violations
from fledge.openapi.document import Spec
from tests.conftest import SHARED

MUTANTS = 1000

BASE: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Case", "version": "1"},
    "tags": [{"name": "pets"}, {"name": "shops"}],
    "paths": {
        "/pets/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "get": {
                "operationId": "getPet",
                "parameters": [
                    {"$ref": "#/components/parameters/Limit"},
                    {"name": "sort", "in": "query", "schema": {"enum": ["a", "b"], "type": "string", "default": "a"}},
                ],
                "responses": {"200": {"$ref": "#/components/responses/Pet"}},
            },
            "delete": {"operationId": "deletePet", "responses": {"204": {"description": "Gone"}}},
        },
        "/shops": {
            "get": {
                "operationId": "listShops",
                "responses": {
                    "200": {
                        "description": "Shops",
                        "content": {
                            "application/json": {
                                "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Shop"}}
                            }
                        },
                    }
                },
            }
        },
    },
    "components": {
        "parameters": {
            "Limit": {
                "name": "limit",
                "in": "query",
                "schema": {"type": "integer", "format": "int32", "default": 10, "minimum": 1},
            }
        },
        "responses": {
            "Pet": {
                "description": "A pet",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
            }
        },
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["kind"],
                "properties": {
                    "kind": {"type": "string", "pattern": "^[a-z]+$", "default": "cat"},
                    "born": {"type": ["string", "null"], "format": "date", "default": None},
                    "tags": {"type": "array", "items": {"type": "string"}, "default": []},
                    "weight": {"type": "number", "format": "double", "default": 1.5},
                    "owner": {"anyOf": [{"$ref": "#/components/schemas/Shop"}, {"type": "null"}]},
                },
            },
            "Cat": {
                "allOf": [
                    {"$ref": "#/components/schemas/Pet"},
                    {"type": "object", "properties": {"lives": {"type": "integer", "minimum": 1}}},
                ],
                "required": ["kind", "lives"],
            },
            "Shop": {
                "type": "object",
                "properties": {
                    "name": {"type": "string", "minLength": 1},
                    "pets": {"type": "array", "items": {"oneOf": [{"$ref": "#/components/schemas/Pet"}]}},
                    "parent": {"$ref": "#/components/schemas/Shop"},
                    "site": {"type": "string", "format": "uri", "default": ""},
                },
                "additionalProperties": {"not": {"type": "integer"}},
            },
        },
    },
}
"""A document with everything that the validator looks at, for mutants."""


def test_the_schemas_are_those_of_the_validator() -> None:
    """They are read from its files, without importing it: a release with other files must not go unnoticed."""
    from openapi_schema_validator._specifications import REGISTRY
    from openapi_spec_validator import OpenAPIV31SpecValidator

    rules: Any = OpenAPIV31SpecValidator.schema_validator
    assert document_schema() == rules.schema
    schemas = dialect_schemas()
    assert DIALECT in schemas
    assert all(REGISTRY.contents(id) == schema for id, schema in schemas.items())


def test_a_small_valid_document_is_judged_without_the_validator(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its import takes longer than a small client; whoever wants its word gets it all the same."""
    spec = Spec(root=BASE, source_map={"": SourcePointer(source="openapi.json", pointer="")})
    monkeypatch.setitem(sys.modules, "openapi_spec_validator", None)  # an import raises ImportError
    with validate_in_background(spec, DiagnosticCollector(), quick=True):
        pass
    with pytest.raises(ImportError), validate_in_background(spec, DiagnosticCollector()):
        pass


def test_a_valid_document_is_certainly_valid() -> None:
    """So that the validator need not be asked about it."""
    assert is_certainly_valid(BASE)
    assert violations(BASE) == []


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: root["tags"].append({"name": "pets"}), id="tag twice"),
        pytest.param(lambda root: root["paths"]["/shops"]["get"].update(operationId="getPet"), id="operationId twice"),
        pytest.param(lambda root: root["paths"].update({"/x/{y}": {"get": {"responses": {}}}}), id="path variable"),
        pytest.param(lambda root: root["paths"]["/pets/{id}"].pop("parameters"), id="no path parameter"),
        pytest.param(
            lambda root: root["components"]["schemas"]["Cat"]["required"].append("wings"), id="required, not declared"
        ),
        pytest.param(
            lambda root: root["components"]["schemas"]["Pet"]["properties"]["weight"].update(default="heavy"),
            id="default of another type",
        ),
        pytest.param(
            lambda root: root["components"]["parameters"]["Limit"]["schema"].update(default=0), id="default too small"
        ),
        pytest.param(
            lambda root: root["components"]["parameters"]["Limit"]["schema"].update(default=2**31), id="int32 too large"
        ),
        pytest.param(
            lambda root: root["components"]["schemas"]["Pet"]["properties"]["kind"].update(type="strin"), id="type"
        ),
        pytest.param(
            lambda root: root["components"]["responses"]["Pet"]["content"]["application/json"].update(
                schema={"$ref": "#/components/schemas/Nobody"}
            ),
            id="reference to nothing",
        ),
        pytest.param(lambda root: root["info"].pop("title"), id="no title"),
    ],
)
def test_a_fault_is_left_to_the_validator(change: Change) -> None:
    """The validator finds something in each of these, so that it must be asked."""
    root = deepcopy(BASE)
    change(root)
    assert violations(root)
    assert not is_certainly_valid(root)


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Each container of a document with a key or index of it."""
    if isinstance(node, (dict, list)):
        for key in node if isinstance(node, dict) else range(len(node)):
            yield node, key
            yield from places(node[key])


VALUES = (
    "",
    "strin",
    -1,
    1.5,
    True,
    None,
    [],
    {},
    [1, 1],
    {"$ref": "#/components/schemas/No"},
    "#/paths",
    "2020-13-01",
)
KEYS = ("allOf", "default", "required", "minimum", "in", "name", "type", "$schema", "enum", "not", "items", "nullable")


def mutant(root: dict[str, Any], seed: int) -> dict[str, Any]:
    """A document with one key removed, replaced, renamed, added or copied from elsewhere."""
    chance = random.Random(seed)
    root = deepcopy(root)
    every = list(places(root))
    node, key = chance.choice(every)
    match chance.randrange(5):
        case 0:
            del node[key]
        case 1:
            node[key] = chance.choice(VALUES)
        case 2 if isinstance(node, dict):
            node[chance.choice(KEYS)] = node.pop(key)
        case 3 if isinstance(node, dict):
            node[chance.choice(KEYS)] = chance.choice(VALUES)
        case _:
            other, name = chance.choice(every)
            node[key] = deepcopy(other[name])
    return root


@pytest.mark.slow
def test_no_mutant_is_accepted_that_the_validator_refuses() -> None:
    """A thousand documents with one fault each, made by rule."""
    refused = accepted = 0
    for seed in range(MUTANTS):
        root = mutant(BASE, seed)
        if is_certainly_valid(root):
            accepted += 1
            assert violations(root) == [], seed
        else:
            refused += 1
    assert accepted > MUTANTS / 10 and refused > MUTANTS / 4


def corpus() -> list[Path]:
    """The documents of the corpus: real ones, and those of other tools' tests."""
    files = [path for folder in ("real", "peers") for path in sorted((SHARED / "corpus" / folder).rglob("*"))]
    return [path for path in files if path.suffix in (".json", ".yaml", ".yml")]


@pytest.mark.slow
def test_no_document_of_the_corpus_is_accepted_that_the_validator_refuses() -> None:
    """Whatever stands in real documents and in those of other tools' tests."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip(f"there is no {SHARED / 'corpus'}")
    accepted = 0
    for path in corpus():
        try:
            spec = load([path.name], DiagnosticCollector(), base=path.parent)
        except Exception as error:
            assert type(error).__name__ == "DiagnosticError", path
            continue
        if spec is not None and is_certainly_valid(_without_false_findings(spec.root)):
            accepted += 1
            assert violations(spec.root) == [], path
    assert accepted > 100
