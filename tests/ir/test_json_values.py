"""Two JSON values are equal as JSON Schema says."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.ir import JSONValue


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (1, 1.0, True),
        (True, 1, False),
        (False, 0, False),
        ([True], [1], False),
        ({"a": 1, "b": [2]}, {"b": [2.0], "a": 1}, True),
        ({"a": 1}, {"a": True}, False),
        ([1, 2], [2, 1], False),
        ([], {}, False),
        (None, False, False),
        ("1", 1, False),
        ("é", "é", True),
    ],
)
def test_equality(one: Any, other: Any, equal: bool) -> None:
    """1 equals 1.0, true does not equal 1, the order of keys means nothing (JSON Schema 2020-12, 4.2.2)."""
    assert (JSONValue(one) == JSONValue(other)) is equal
    if equal:
        assert hash(JSONValue(one)) == hash(JSONValue(other))


def test_text_keeps_the_order_of_keys() -> None:
    """As text, a value is what the description writes."""
    assert str(JSONValue({"b": 1, "a": ["é", None]})) == '{"b": 1, "a": ["é", null]}'
