"""Nothing of the intermediate representation is passed over: each field has a rule, or a reason why it has none."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

import generator.model.api as api
from generator.diff.bounds import Bounds
from generator.diff.known import FIELDS, OTHER
from generator.diff.rules import BY_CODE
from generator.model.facts import facts

TYPES = {api.ModelRef, api.ListOf, api.TupleOf, api.MapOf, api.Const, api.Union}  # compared by generator/diff/fits.py
PARTS = [
    kind
    for kind in vars(api).values()
    if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == api.__name__ and kind not in TYPES
]


@pytest.mark.parametrize("kind", PARTS, ids=lambda kind: kind.__name__)
def test_each_field_has_a_rule_or_a_reason(kind: type) -> None:
    """A new field of the representation needs a row in generator/diff/known.py."""
    assert set(FIELDS[kind]) == {each.name for each in fields(kind)}


def test_each_row_names_rules_that_there_are() -> None:
    """A row is codes of rules, or says why the field is not compared."""
    for kind, rows in FIELDS.items():
        for name, row in rows.items():
            assert row.startswith(OTHER) or set(row.split()) <= set(BY_CODE), f"{kind.__name__}.{name}: {row}"


@pytest.mark.parametrize(
    ("old", "new", "wider", "narrower"),
    [
        ({"maximum": 5}, {"maximum": 6}, True, False),
        ({"minimum": 1, "maximum": 5}, {"maximum": 5}, True, False),
        ({"minimum": -1}, {"minimum": -2.5}, True, False),
        ({"minimum": 1e9}, {"minimum": 1e10}, False, True),
        ({"minLength": 1}, {"minLength": 3}, False, True),
        ({"minLength": 3}, {"minLength": 1}, True, False),
        ({"minLength": 2, "maxLength": 3}, {"maxItems": 3}, False, False),
        ({"maxItems": 3}, {}, True, False),
        ({}, {"minItems": 2, "maxItems": 3}, False, True),
        ({"pattern": "a"}, {"pattern": "b"}, False, False),
        ({"pattern": "a"}, {}, True, False),
        ({"minLength": 1}, {"minLength": 1, "maxLength": 9}, False, True),
        ({"maximum": 5, "pattern": "at most 3"}, {"maximum": 5}, True, False),
    ],
)
def test_bounds_are_read_back_from_their_words(
    old: dict[str, object], new: dict[str, object], wider: bool, narrower: bool
) -> None:
    """What facts say of a schema is enough to tell which of two allows more."""
    before, after = Bounds.of(facts(old)), Bounds.of(facts(new))
    assert (after.allows(before), before.allows(after)) == (wider, narrower)


def test_a_default_is_no_bound() -> None:
    """A default is told by itself, whatever it looks like."""
    assert Bounds.of(facts({"default": "at most 5", "maximum": 3})) == Bounds(
        limits=("at most 3",), default="at most 5"
    )
