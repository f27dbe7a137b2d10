"""Inputs that hypothesis makes, the same in each run; `python -m tests.security --minutes N` makes others."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.security.fuzz import TARGETS

EXAMPLES = {"descriptions": 25, "texts": 100, "responses": 50, "pieces": 150, "headers": 200}


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_what_is_promised(name: str) -> None:
    """Each input ends in what its target promises, and in no other exception."""
    check, strategies = TARGETS[name]
    budget = settings(
        max_examples=EXAMPLES[name],
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    budget(given(*strategies)(check))()
