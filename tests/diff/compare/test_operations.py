"""Changes of operations: names, paths, servers, pages, descriptions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diff.case import SCHEMAS, TEXT, case, operation
from tests.diff.description import PETS, drop, move, put

CASES = {
    "operation-added": case(
        put("paths /pets delete", operation(operationId="deletePets")),
        expect="operation-added client.pets.delete: client nothing",
    ),
    "operation-removed": case(
        drop("paths /files"),
        expect=(
            "operation-removed client.files.upload: client both",
            "model-removed-with-calls UploadRequest: client types",
        ),
    ),
    "operation-moved": case(
        move("paths /files", "paths /images"), expect="operation-moved client.files.upload: request wire"
    ),
    "operation-id-changed": case(
        put(f"{PETS} operationId", "getAllPets"),
        expect="operation-id-changed client.pets.list: client nothing",
    ),
    "operation-server-changed": case(
        put(f"{PETS} servers", [{"url": "https://other.example"}]),
        expect="operation-server-changed client.pets.list: request wire",
    ),
    "pagination-added": case(
        put(f"{SCHEMAS} Listing properties nextPageToken", {"type": "string"}),
        before=(drop(f"{SCHEMAS} Listing properties nextPageToken"),),
        expect=(
            "pagination-added client.pages.list: client types",
            "field-added Listing.next_page_token: response nothing",
        ),
    ),
    "pagination-removed": case(
        drop(f"{SCHEMAS} Listing properties nextPageToken"),
        expect=(
            "pagination-removed client.pages.list: client types",
            "field-removed Listing.next_page_token: response types",
        ),
    ),
    "pagination-items-changed": case(
        put(f"{SCHEMAS} Listing properties items items", {"type": "string"}),
        expect=(
            "pagination-items-changed client.pages.list: response both",
            "type-changed Listing.items: response both",
        ),
    ),
    "pagination-changed": case(
        move(f"{SCHEMAS} Listing properties nextPageToken", f"{SCHEMAS} Listing properties next_page_token"),
        expect=(
            "pagination-changed client.pages.list: response wire",
            "field-wire-renamed Listing.next_page_token: response nothing",
        ),
    ),
    "spelling-changed": case(
        put("servers 0 url", "https://Pets.Example:443/"),
        expect="spelling-changed client: client nothing",
    ),
    "idempotency-changed": case(
        put("paths /files post parameters", [{"name": "Idempotency-Key", "in": "header", **TEXT}]),
        expect=(
            "idempotency-changed client.files.upload: request nothing",
            "parameter-added client.files.upload(idempotency_key=): request nothing",
        ),
    ),
    "deprecated": case(put(f"{PETS} deprecated", True), expect="deprecated client.pets.list: client nothing"),
    "no-longer-deprecated": case(
        drop(f"{PETS} deprecated"),
        before=(put(f"{PETS} deprecated", True),),
        expect="no-longer-deprecated client.pets.list: client nothing",
    ),
    "docs-changed": case(
        put(f"{SCHEMAS} Pet properties name description", "What it is called."),
        expect="docs-changed Pet.name: client nothing",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_exactly_the_expected_changes_are_reported(name: str, tmp_path: Path) -> None:
    """Each change has the rule and the effect in each direction that the case expects."""
    CASES[name].check(tmp_path)
