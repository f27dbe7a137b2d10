"""Changes of parameters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diff.case import PUT, TEXT, case
from tests.diff.description import PETS, drop, move, put

PATH = {"in": "path", "required": True, **TEXT}
FORM = "application/x-www-form-urlencoded"
TAGS = {"type": "object", "properties": {"tags": {"type": "array", "items": {"type": "string"}}}}

CASES = {
    "parameter-added": case(
        put(f"{PETS} parameters 3", {"name": "page", "in": "query", **TEXT}),
        expect="parameter-added client.pets.list(page=): request nothing",
    ),
    "parameter-added-required": case(
        put(f"{PETS} parameters 3", {"name": "page", "in": "query", "required": True, **TEXT}),
        expect="parameter-added-required client.pets.list(page=): request both",
    ),
    "parameter-removed": case(
        drop(f"{PETS} parameters 1"), expect="parameter-removed client.pets.list(tags=): request both"
    ),
    "path-parameters-reordered": case(
        move("paths /owners/{ownerId}/pets/{petId}", "paths /owners/{petId}/pets/{ownerId}"),
        before=(
            move("paths /pets/{petId}", "paths /owners/{ownerId}/pets/{petId}"),
            put("paths /owners/{ownerId}/pets/{petId} put parameters 1", {"name": "ownerId", **PATH}),
        ),
        expect=(
            "path-parameters-reordered client.pets.replace: request wire",
            "path-parameter-renamed client.pets.replace(owner_id=): request nothing",
            "path-parameter-renamed client.pets.replace(pet_id=): request nothing",
        ),
    ),
    "path-parameter-renamed": case(
        put(f"{PUT} parameters 0 name", "id"),
        move("paths /pets/{petId}", "paths /pets/{id}"),
        expect="path-parameter-renamed client.pets.replace(pet_id=): request nothing",
    ),
    "parameter-wire-renamed": case(
        put(f"{PETS} parameters 1 name", "labels"),
        before=(put(f"{PETS} parameters 1 description", "What it is marked with."),),
        expect="parameter-wire-renamed client.pets.list(tags=): request both",
    ),
    "parameter-wire-renamed, called alike in Python": case(
        put("paths /pages get parameters 0 name", "page_token"),
        expect=(
            "pagination-changed client.pages.list: response wire",
            "parameter-wire-renamed client.pages.list(page_token=): request wire",
        ),
    ),
    "parameter-removed, and another of which nothing is said": case(
        put(f"{PETS} parameters 1 name", "labels"),
        expect=(
            "parameter-removed client.pets.list(tags=): request both",
            "parameter-added client.pets.list(labels=): request nothing",
        ),
    ),
    "parameter-moved": case(
        put(f"{PETS} parameters 0 in", "header"), expect="parameter-moved client.pets.list(limit=): request wire"
    ),
    "parameter-serialized": case(
        put(f"{PETS} parameters 1 explode", False),
        expect="parameter-serialized client.pets.list(tags=): request wire",
    ),
    "parameter-serialized, the encoding of a query that is a form": case(
        put(f"{PETS} parameters 0 content {FORM} encoding", {"tags": {"style": "pipeDelimited", "explode": False}}),
        before=(
            put("openapi", "3.2.0"),
            put(f"{PETS} parameters", [{"name": "filter", "in": "querystring", "content": {FORM: {"schema": TAGS}}}]),
        ),
        expect="parameter-serialized client.pets.list(filter=): request wire",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_exactly_the_expected_changes_are_reported(name: str, tmp_path: Path) -> None:
    """Each change has the rule and the effect in each direction that the case expects."""
    CASES[name].check(tmp_path)
