"""Decimals of unions: a number of JSON stays one, and so does a string, where a member takes it as it is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from fledge.runtime.codec import decode, encode
from fledge.runtime.decimals import DecimalNumber
from fledge.runtime.unions import union

NAMES = {"Any": Any, "Decimal": Decimal, "DecimalNumber": DecimalNumber}  # which the members below use


@pytest.mark.parametrize(
    ("member", "json"),
    [
        ("DecimalNumber", '"1.0"'),
        ("list[DecimalNumber]", '["1"]'),
        ("dict[str, DecimalNumber]", '{"a":"1.0"}'),
        ("Decimal", "1.5"),
        ("list[Decimal]", "[1]"),
        ("dict[str, Decimal]", '{"a":1.5}'),
    ],
)
def test_another_member_takes_it_as_it_is(member: str, json: str) -> None:
    """What comes is what is sent again."""
    value = union(__name__, "Value", ("Any", member))
    for strict in (False, True):
        assert encode(decode(value, json, strict=strict), value).decode() == json


@pytest.mark.parametrize(
    ("member", "json", "expected"),
    [
        ("list[DecimalNumber]", "[1.50]", [Decimal("1.5")]),
        ("list[Decimal]", '["1.50"]', [Decimal("1.50")]),
        ("DecimalNumber", '"1.50"', Decimal("1.50")),
    ],
)
def test_a_decimal_is_one(member: str, json: str, expected: Any) -> None:
    """In its own spelling it is a decimal, and in the other one too if no member takes that."""
    value = union(__name__, "Value", ("list[dict[str, int]]", member))
    decoded: Any = decode(value, json)
    assert decoded == expected and type(decoded) is type(expected)
