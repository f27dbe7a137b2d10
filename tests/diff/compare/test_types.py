"""Changes of what parameters, fields, bodies and responses have in common: presence, null, types, constraints, defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diff.case import SCHEMAS, case
from tests.diff.description import PETS, drop, put

CASES = {
    "became-required": case(
        put(f"{SCHEMAS} Pet required", ["name", "age"]),
        expect="became-required Pet.age: request both, response nothing",
    ),
    "became-optional": case(
        drop(f"{SCHEMAS} Pet required"),
        expect="became-optional Pet.name: request nothing, response both",
    ),
    "became-nullable": case(
        put(f"{SCHEMAS} Pet properties name type", ["string", "null"]),
        expect="became-nullable Pet.name: request nothing, response both",
    ),
    "became-nullable, optional": case(
        put(f"{SCHEMAS} Shelter properties motto type", ["string", "null"]),
        expect="became-nullable Shelter.motto: response nothing",
    ),
    "became-not-nullable": case(
        put(f"{SCHEMAS} Pet properties name type", "string"),
        before=(put(f"{SCHEMAS} Pet properties name type", ["string", "null"]),),
        expect="became-not-nullable Pet.name: request both, response nothing",
    ),
    "type-changed": case(
        put(f"{SCHEMAS} Pet properties age type", "string"),
        put(f"{SCHEMAS} Pet properties age maximum", 40),
        expect="type-changed Pet.age: request both, response both",
    ),
    "type-changed, wider where it is sent": case(
        put(f"{PETS} parameters 0 schema type", "number"),
        expect="type-changed client.pets.list(limit=): request nothing",
    ),
    "type-changed, of a parameter, which is text": case(
        put(f"{PETS} parameters 0 schema", {"type": "string", "default": "10"}),
        before=(put(f"{PETS} parameters 0 schema", {"type": "integer", "default": 10}),),
        expect="type-changed client.pets.list(limit=): request types",
    ),
    "type-changed, narrower where it is sent": case(
        put(f"{SCHEMAS} NewPet properties note format", "uuid"),
        expect="type-changed NewPet.note: request wire",
    ),
    "type-changed, narrower where it is received": case(
        put(f"{SCHEMAS} Shelter properties motto", {"$ref": "#/components/schemas/Kind"}),
        expect="type-changed Shelter.motto: response nothing",
    ),
    "type-changed, wider where it is received": case(
        put(f"{SCHEMAS} Shelter properties places type", "number"),
        expect="type-changed Shelter.places: response both",
    ),
    "type-changed, of a date": case(
        put(f"{SCHEMAS} Shelter properties motto format", "date"),
        expect="type-changed Shelter.motto: response types",
    ),
    "type-changed, from a constant to a constant": case(
        put(f"{SCHEMAS} Shelter properties motto", {"const": "b"}),
        before=(put(f"{SCHEMAS} Shelter properties motto", {"const": "a"}),),
        expect="type-changed Shelter.motto: response both",
    ),
    "constraint-tightened": case(
        put(f"{SCHEMAS} Pet properties age maximum", 30),
        expect="constraint-tightened Pet.age: request wire, response nothing",
    ),
    "constraint-loosened": case(
        put(f"{PETS} parameters 0 schema maximum", 200),
        expect="constraint-loosened client.pets.list(limit=): request nothing",
    ),
    "constraint-changed": case(
        put(f"{SCHEMAS} NewPet properties note not", {"const": "b"}),
        before=(put(f"{SCHEMAS} NewPet properties note not", {"const": "a"}),),
        expect="constraint-changed NewPet.note: request nothing",
    ),
    "default-changed": case(
        put(f"{PETS} parameters 0 schema default", 20),
        expect="default-changed client.pets.list(limit=): request nothing",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_exactly_the_expected_changes_are_reported(name: str, tmp_path: Path) -> None:
    """Each change has the rule and the effect in each direction that the case expects."""
    CASES[name].check(tmp_path)
