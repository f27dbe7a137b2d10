"""The normalized document."""

from __future__ import annotations

import hashlib
import json

import pytest

from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON


@pytest.mark.parametrize(
    "root",
    [
        {},
        {"openapi": "3.1.0", "paths": {}, "tags": []},
        {"a": {"b": {"c": {"d": {"e": [1, 2.5, None, True, {}]}}, "f": {}}}, "g": {"h": ["i", {"j": "k"}]}},
        {"two\nlines": {'"quoted"': {"\u00e4": "\u2028"}}},
    ],
)
def test_the_digest_is_that_of_compact_json(root: dict[str, JSON]) -> None:
    """It is in locks, so that it stays the same although no text of the whole document is made."""
    text = json.dumps(root, separators=(",", ":"))
    assert Spec(root=root, source_map={}).digest == hashlib.sha256(text.encode()).hexdigest()
