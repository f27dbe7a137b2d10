"""Changes of models: fields, enum values, union variants."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diff.case import SCHEMAS, SHOP, SHOPS, TENT, TEXT, case, content, operation
from tests.diff.description import drop, move, put, rename_schema

MOOD = {"$ref": "#/components/schemas/Mood"}
MOODS = (put(f"{SCHEMAS} Mood", {"enum": ["calm", "wild"]}), put(f"{SCHEMAS} NewPet properties mood", MOOD))

CASES = {
    "model-added": case(
        put(f"{SCHEMAS} Spare", {"type": "object", "properties": {"y": {"type": "integer"}}}),
        expect="model-added Spare: client nothing",
    ),
    "model-removed": case(drop(f"{SCHEMAS} Unused"), expect="model-removed Unused: client types"),
    "model-added-with-calls": case(
        put("paths /shops", SHOPS),
        put(f"{SCHEMAS} Shop", SHOP),
        expect=(
            "operation-added client.shops.get: client nothing",
            "model-added-with-calls Shop: client nothing",
        ),
    ),
    "model-removed-with-calls": case(
        drop("paths /shops"),
        drop(f"{SCHEMAS} Shop"),
        before=(put("paths /shops", SHOPS), put(f"{SCHEMAS} Shop", SHOP)),
        expect=(
            "operation-removed client.shops.get: client both",
            "model-removed-with-calls Shop: client types",
        ),
    ),
    "model-renamed": case(rename_schema("Shelter", "Sanctuary"), expect="model-renamed Shelter: client types"),
    "model-renamed, where nothing uses it": case(
        rename_schema("Address", "Location"),
        before=(drop(f"{SCHEMAS} Shelter properties address"),),
        expect="model-renamed Address: client types",
    ),
    "model-kind-changed": case(
        put(f"{SCHEMAS} Address", {"type": "string"}),
        expect="model-kind-changed Address: response both",
    ),
    "field-added": case(
        put(f"{SCHEMAS} Pet properties color", {"type": "string"}),
        expect="field-added Pet.color: request nothing, response nothing",
    ),
    "field-added-required": case(
        put(f"{SCHEMAS} Pet properties color", {"type": "string"}),
        put(f"{SCHEMAS} Pet required", ["name", "color"]),
        expect="field-added-required Pet.color: request both, response nothing",
    ),
    "field-added, required where it is received": case(
        put(f"{SCHEMAS} Shelter properties color", {"type": "string"}),
        put(f"{SCHEMAS} Shelter required", ["id", "places", "color"]),
        expect="field-added Shelter.color: response nothing",
    ),
    "field-added-constant": case(
        put(f"{SCHEMAS} NewPet properties version", {"const": 2}),
        put(f"{SCHEMAS} NewPet required", ["name", "version"]),
        expect="field-added-constant NewPet.version: request wire",
    ),
    "field-removed": case(
        drop(f"{SCHEMAS} Pet properties age"), expect="field-removed Pet.age: request both, response types"
    ),
    "field-removed, required where it is received": case(
        drop(f"{SCHEMAS} Shelter properties places"),
        put(f"{SCHEMAS} Shelter required", ["id"]),
        expect="field-removed Shelter.places: response both",
    ),
    "field-renamed": case(
        put(f"{SCHEMAS} Moved properties From", {"type": "integer"}),
        expect=(
            "field-renamed Moved.from_: response types",
            "field-added Moved.from__2181: response nothing",
        ),
    ),
    "field-wire-renamed": case(
        move(f"{SCHEMAS} Pet properties age", f"{SCHEMAS} Pet properties years"),
        before=(put(f"{SCHEMAS} Pet properties age description", "How old it is."),),
        expect="field-wire-renamed Pet.age: request both, response types",
    ),
    "field-removed, and another of another type": case(
        move(f"{SCHEMAS} Pet properties age", f"{SCHEMAS} Pet properties years"),
        put(f"{SCHEMAS} Pet properties years type", "boolean"),
        before=(put(f"{SCHEMAS} Pet properties age description", "How old it is."),),
        expect=(
            "field-removed Pet.age: request both, response types",
            "field-added Pet.years: request nothing, response nothing",
        ),
    ),
    "field-wire-renamed, called alike in Python": case(
        move(f"{SCHEMAS} Shelter properties inTown", f"{SCHEMAS} Shelter properties in_town"),
        put(f"{SCHEMAS} Shelter required", ["in_town"]),
        before=(
            put(f"{SCHEMAS} Shelter properties inTown", TEXT["schema"]),
            put(f"{SCHEMAS} Shelter required", ["inTown"]),
        ),
        expect="field-wire-renamed Shelter.in_town: response wire",
    ),
    "field-became-read-only": case(
        put(f"{SCHEMAS} NewPet properties note readOnly", True),
        expect="field-became-read-only NewPet.note: request both",
    ),
    "field-became-not-read-only": case(
        drop(f"{SCHEMAS} NewPet properties note readOnly"),
        before=(put(f"{SCHEMAS} NewPet properties note readOnly", True),),
        expect="field-became-not-read-only NewPet.note: request nothing",
    ),
    "field-absence-changed": case(
        put("paths /refuges", {"put": operation(operationId="put", requestBody=content("Shelter"))}),
        before=(put(f"{SCHEMAS} Shelter properties note", {"type": ["string", "null"]}),),
        expect=(
            "field-absence-changed Shelter.note: response types",
            "operation-added client.pets.put: client nothing",
        ),
    ),
    "additional-properties-changed": case(
        drop(f"{SCHEMAS} Shelter additionalProperties"),
        before=(put(f"{SCHEMAS} Shelter additionalProperties", TEXT["schema"]),),
        expect="additional-properties-changed Shelter.additional_properties: response types",
    ),
    "enum-value-added": case(
        put(f"{SCHEMAS} Kind enum", ["cat", "dog", "emu"]),
        expect="enum-value-added Kind: request nothing, response nothing",
    ),
    "enum-value-removed": case(
        put(f"{SCHEMAS} Kind enum", ["cat", "dog"]),
        before=(put(f"{SCHEMAS} Kind enum", ["cat", "dog", "emu"]),),
        expect="enum-value-removed Kind: request wire, response nothing",
    ),
    "enum-value-removed, of an enum that is only sent": case(
        put(f"{SCHEMAS} Mood enum", ["calm", "wild"]),
        before=(*MOODS, put(f"{SCHEMAS} Mood enum", ["calm", "wild", "shy"])),
        expect="enum-value-removed Mood: request both",
    ),
    "enum-closed": case(
        drop(f"{SCHEMAS} Shelter properties mood"),
        before=(*MOODS, put(f"{SCHEMAS} Shelter properties mood", MOOD)),
        expect=("enum-closed Mood: request types", "field-removed Shelter.mood: response types"),
    ),
    "enum-opened": case(
        put(f"{SCHEMAS} Shelter properties mood", MOOD),
        before=MOODS,
        expect=("enum-opened Mood: request nothing", "field-added Shelter.mood: response nothing"),
    ),
    "enum-base-changed": case(
        put(f"{SCHEMAS} Kind", {"enum": ["cat", "dog", 3]}),
        expect=(
            "enum-base-changed Kind: request nothing, response both",
            "enum-value-added Kind: request nothing, response nothing",
        ),
    ),
    "union-variant-added": case(
        put(f"{SCHEMAS} Home oneOf 2", {"$ref": "#/components/schemas/Tent"}),
        put(f"{SCHEMAS} Tent", TENT),
        expect=(
            "union-variant-added Home: request nothing, response both",
            "model-added Tent: client nothing",
        ),
    ),
    "union-variant-removed": case(
        drop(f"{SCHEMAS} Home oneOf 2"),
        before=(put(f"{SCHEMAS} Home oneOf 2", {"$ref": "#/components/schemas/Tent"}), put(f"{SCHEMAS} Tent", TENT)),
        expect="union-variant-removed Home: request both, response nothing",
    ),
    "discriminator-value-added": case(
        put(f"{SCHEMAS} Home discriminator mapping", {"ranch": "#/components/schemas/Farm"}),
        before=(put(f"{SCHEMAS} Home discriminator mapping", {}),),
        expect="discriminator-value-added Home: request nothing, response wire",  # beside the constant of the variant
    ),
    "discriminator-value-removed": case(
        put(f"{SCHEMAS} Home discriminator mapping", {"farm": "#/components/schemas/Farm"}),
        before=(
            put(
                f"{SCHEMAS} Home discriminator mapping",
                {"farm": "#/components/schemas/Farm", "ranch": "#/components/schemas/Farm"},
            ),
        ),
        expect="discriminator-value-removed Home: request wire, response nothing",
    ),
    "discriminator-value-changed": case(
        put(
            f"{SCHEMAS} Home discriminator mapping",
            {"flat": "#/components/schemas/Farm", "farm": "#/components/schemas/Flat"},
        ),
        expect=(
            "discriminator-value-changed Home: request wire, response wire",
            "discriminator-value-changed Home: request wire, response wire",
        ),
    ),
    "discriminator-changed, for all other values": case(
        put(f"{SCHEMAS} Home discriminator defaultMapping", "Farm"),
        expect="discriminator-changed Home: request nothing, response wire",
    ),
    "discriminator-changed, of variants without constants": case(
        drop(f"{SCHEMAS} Home discriminator"),
        before=(
            put(f"{SCHEMAS} Farm properties type", {"type": "string"}),
            put(f"{SCHEMAS} Flat properties type", {"type": "string"}),
        ),
        expect=(
            "became-required Farm.type: request types",
            "became-required Flat.type: request types",
            "discriminator-changed Home: request nothing, response wire",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_exactly_the_expected_changes_are_reported(name: str, tmp_path: Path) -> None:
    """Each change has the rule and the effect in each direction that the case expects."""
    CASES[name].check(tmp_path)
