"""Each field of the IR has a rule, or a reason why it is not compared."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

import fledge.ir as api
from fledge.diff.compare.coverage import COMPARED_FIELDS, NOT_COMPARED
from fledge.diff.rules import BY_CODE

TYPES = {
    api.ModelRef,
    api.ListOf,
    api.TupleOf,
    api.MapOf,
    api.Const,
    api.Union,  # compared by fledge/diff/assignability.py
    api.Constraints,  # compared by fledge/diff/constraints.py
    api.JSONValue,
    api.StringFormat,  # a row of a table, and no part of an API
}
PARTS = [
    kind
    for kind in vars(api).values()
    if isinstance(kind, type)
    and is_dataclass(kind)
    and kind.__module__.startswith(f"{api.__name__}.")
    and kind not in TYPES
]


@pytest.mark.parametrize("kind", PARTS, ids=lambda kind: kind.__name__)
def test_each_field_has_a_rule_or_a_reason(kind: type) -> None:
    """A new field of the IR needs a row in fledge/diff/compare/coverage.py."""
    assert set(COMPARED_FIELDS[kind]) == {each.name for each in fields(kind)}


def test_each_row_names_existing_rules() -> None:
    """A row has the codes of rules, or the reason why the field is not compared."""
    for kind, rows in COMPARED_FIELDS.items():
        for name, row in rows.items():
            assert row.startswith(NOT_COMPARED) or set(row.split()) <= set(BY_CODE), f"{kind.__name__}.{name}: {row}"
