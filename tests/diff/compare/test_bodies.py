"""Changes of request bodies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diff.case import PUT, SCHEMAS, TEXT, case
from tests.diff.description import PETS, drop, move, put

NAMED = {"schema": {"type": "object", "properties": {"nickname": {"type": "string"}}}}
CASES = {
    "body-added": case(
        put(f"{PETS} requestBody", {"content": {"text/plain": TEXT}, "required": False}),
        expect="body-added client.pets.list: request nothing",
    ),
    "body-added-required": case(
        put(f"{PETS} requestBody", {"required": True, "content": {"text/plain": TEXT}}),
        expect="body-added-required client.pets.list: request both",
    ),
    "body-became-required": case(
        put(f"{PETS} requestBody required", True),
        before=(put(f"{PETS} requestBody", {"required": False, "content": {"application/json": NAMED}}),),
        expect="body-became-required client.pets.list: request wire",
    ),
    "body-removed": case(
        drop(f"{PUT} requestBody"),
        expect="body-removed client.pets.replace: request both",
    ),
    "body-kind-changed": case(
        put(f"{SCHEMAS} NewPet additionalProperties", TEXT["schema"]),
        expect=(
            "body-kind-changed client.pets.create: request types",
            "additional-properties-changed NewPet.additional_properties: request nothing",
        ),
    ),
    "body-media-type-changed": case(
        move(
            f"{PUT} requestBody content application/json",
            f"{PUT} requestBody content application/merge-patch+json",
        ),
        expect="body-media-type-changed client.pets.replace: request wire",
    ),
    "body-media-type-added": case(
        put(f"{PUT} requestBody content application/xml", {"schema": {"type": "string"}}),
        expect="body-media-type-added client.pets.replace: request nothing",
    ),
    "body-media-type-removed": case(
        drop(f"{PUT} requestBody content application/xml"),
        before=(put(f"{PUT} requestBody content application/xml", {"schema": {"type": "string"}}),),
        expect="body-media-type-removed client.pets.replace: request both",
    ),
    "body-media-type-preferred": case(
        drop(f"{PUT} requestBody content application/xml"),
        put(f"{PUT} requestBody content application/json", {"schema": {"$ref": "#/components/schemas/Pet"}}),
        put(f"{PUT} requestBody content application/xml", {"schema": {"type": "string"}}),
        before=(
            drop(f"{PUT} requestBody content application/json"),
            put(f"{PUT} requestBody content application/xml", {"schema": {"type": "string"}}),
        ),
        expect=(
            "body-kind-changed client.pets.replace: request types",
            "body-media-type-preferred client.pets.replace: request types",
            "body-media-type-added client.pets.replace: request nothing",
        ),
    ),
    "body-encoding-changed": case(
        put("paths /files post requestBody content multipart/form-data encoding file contentType", "image/gif"),
        expect="body-encoding-changed client.files.upload: request wire",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_exactly_the_expected_changes_are_reported(name: str, tmp_path: Path) -> None:
    """Each change has the rule and the effect in each direction that the case expects."""
    CASES[name].check(tmp_path)


def test_a_media_type_behind_the_first_changes_nothing(tmp_path: Path) -> None:
    """The client still sends the first one."""
    case(
        put(f"{PUT} requestBody content application/json", {"schema": {"$ref": "#/components/schemas/Pet"}}),
        before=(
            drop(f"{PUT} requestBody content application/json"),
            put(f"{PUT} requestBody content application/xml", {"schema": {"type": "string"}}),
        ),
        expect="body-media-type-added client.pets.replace: request nothing",
    ).check(tmp_path)


def test_a_body_of_fields_becomes_required(tmp_path: Path) -> None:
    """An optional body may be left out even if it has required fields."""
    case(
        put(f"{PUT} requestBody required", True),
        before=(put(f"{PUT} requestBody required", False),),
        expect="body-became-required client.pets.replace: request both",
    ).check(tmp_path)
