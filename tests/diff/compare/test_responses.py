"""Changes of responses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.diff.case import JSON_TEXT, PUT, STREAM, TEXT, case, streamed
from tests.diff.description import PETS, drop, move, put

CASES = {
    "response-added": case(
        put(f"{PETS} responses 500", {"description": "No."}),
        expect="response-added client.pets.list: response nothing",
    ),
    "return-type-changed": case(
        put(f"{PETS} responses 203", JSON_TEXT),
        expect=(
            "return-type-changed client.pets.list: response both",
            "response-added client.pets.list: response nothing",
        ),
    ),
    "return-type-changed, to no body": case(
        put(f"{PETS} responses 204", {"description": "None."}),
        drop(f"{PETS} responses 200"),
        expect=(
            "return-type-changed client.pets.list: response both",
            "enum-closed Kind: request types",
            "response-added client.pets.list: response nothing",
            "response-removed client.pets.list: response nothing",
        ),
    ),
    "response-header-became-required": case(
        put(f"{PETS} responses 200 headers X-Total required", True),
        expect="response-header-became-required client.pets.list: response nothing",
    ),
    "response-header-became-optional": case(
        drop(f"{PETS} responses 200 headers X-Total required"),
        before=(put(f"{PETS} responses 200 headers X-Total required", True),),
        expect="response-header-became-optional client.pets.list: response wire",
    ),
    "response-header-serialized": case(
        drop(f"{PETS} responses 200 headers X-Total schema"),
        put(f"{PETS} responses 200 headers X-Total content", {"application/json": {"schema": {"type": "integer"}}}),
        expect="response-header-serialized client.pets.list: response wire",
    ),
    "type-changed, of a header": case(
        put(f"{PETS} responses 200 headers X-Total schema type", "string"),
        expect="type-changed client.pets.list: response wire",
    ),
    "type-changed, of a header that lists its values now": case(
        put(f"{PETS} responses 200 headers X-Total schema enum", [1, 2]),
        expect="type-changed client.pets.list: response nothing",
    ),
    "type-changed, of a header that no longer lists its values": case(
        drop(f"{PETS} responses 200 headers X-Total schema enum"),
        before=(put(f"{PETS} responses 200 headers X-Total schema enum", [1, 2]),),
        expect="type-changed client.pets.list: response nothing",
    ),
    "response-removed": case(
        drop(f"{PUT} responses 202"),
        expect=(
            "response-removed client.pets.replace: response nothing",
            "return-type-changed client.pets.replace: response nothing",
        ),
    ),
    "response-body-added": case(
        put(f"{PUT} responses 202", JSON_TEXT),
        expect=(
            "return-type-changed client.pets.replace: response both",
            "response-body-added client.pets.replace: response nothing",
            "docs-changed client.pets.replace: client nothing",
        ),
    ),
    "response-body-removed": case(
        drop(f"{PUT} responses 202 content"),
        before=(put(f"{PUT} responses 202", JSON_TEXT),),
        expect=(
            "response-body-removed client.pets.replace: response both",
            "return-type-changed client.pets.replace: response both",
        ),
    ),
    "response-media-type-changed": case(
        move(
            f"{PETS} responses 404 content application/json",
            f"{PETS} responses 404 content application/problem+json",
        ),
        expect="response-media-type-changed client.pets.list: response wire",
    ),
    "stream-format-changed": case(
        move(f"{STREAM} application/jsonl", f"{STREAM} application/json-seq"),
        before=(put("paths /stream", {"get": streamed("application/jsonl", TEXT)}),),
        expect=(
            "response-media-type-changed client.pets.list_stream: response wire",
            "stream-format-changed client.pets.list_stream: response wire",
        ),
    ),
    "response-header-added": case(
        put(f"{PETS} responses 200 headers X-Rate", TEXT),
        expect="response-header-added client.pets.list: response nothing",
    ),
    "response-header-removed": case(
        drop(f"{PETS} responses 200 headers X-Total"),
        expect="response-header-removed client.pets.list: response wire",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_exactly_the_expected_changes_are_reported(name: str, tmp_path: Path) -> None:
    """Each change has the rule and the effect in each direction that the case expects."""
    CASES[name].check(tmp_path)
