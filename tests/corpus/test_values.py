"""Values survive: what a schema allows is decoded by its model, and encoded to the same JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.roundtrip import difference
from tests.corpus.subjects import subjects
from tests.corpus.values import survive

NAMES = (
    "adyen-checkout-v71",
    "asana",
    "box-v2025.0",
    "clerk",
    "figma",
    "kubernetes-v3-apps",
    "meilisearch",
    "oxide-nexus",
    "paypal-orders-v2",
    "resend",
    "telegram-bot-api",
    "swagger2-docker-engine",
    "torture-t",
)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_values_survive_decoding_and_encoding(name: str, shared: Path, tmp_path: Path) -> None:
    """Every model decodes valid instances strictly, and gives back what came, but for the listed exceptions."""
    subject = next(each for each in subjects(shared / "corpus") if each.name == name)
    tried = survive(subject, tmp_path)
    assert tried.unexpected() == []
    assert tried.values >= 2 * tried.models, "too few instances could be made"
    assert len(tried.without) <= max(1, tried.models // 25), tried.without


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (1, 1.0),
        ("2024-05-06T07:08:09Z", "2024-05-06T07:08:09+00:00"),
        ({"a": [None]}, {"a": [None]}),
        ({"a": None}, {}),  # what is only received has None for both
    ],
)
def test_spellings_of_one_value_are_equal(before: object, after: object) -> None:
    """Numbers are compared as numbers, moments as instants."""
    assert difference(before, after, "$") == ""


def test_null_is_not_absent_in_what_is_sent() -> None:
    """Only what is received may lose a null."""
    assert difference([{"a": None}], [{}], "$", received=False)
    assert not difference([{"a": None}], [{}], "$")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (1, True),
        (0, False),
        ("1", 1),
        ({"a": 1}, {}),
        ({}, {"a": None}),
        ([1], [1, 1]),
        ("a", "b"),
        (None, "null"),
    ],
)
def test_other_values_are_not_equal(before: object, after: object) -> None:
    """Whatever is lost, new or of another kind is a difference."""
    assert difference(before, after, "$")
