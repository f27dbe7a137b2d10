"""Each pair has the verdict that a caller of the generated client meets, and the generated packages agree with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fledge.diff import compare_apis
from tests.diff.pairs.addresses import address_pairs
from tests.diff.pairs.answers import answer_pairs
from tests.diff.pairs.calls import call_pairs
from tests.diff.pairs.defaults import default_pairs
from tests.diff.pairs.documents import document_pairs
from tests.diff.pairs.openness import openness_pairs
from tests.diff.pairs.pair import Pair, build_both, has_same_code, verdict
from tests.diff.pairs.parameters import parameter_pairs
from tests.diff.pairs.places import place_pairs
from tests.diff.pairs.refusals import refusal_pairs
from tests.diff.pairs.schemas import schema_pairs
from tests.diff.pairs.spellings import spelling_pairs

PAIRS = [
    *schema_pairs(),
    *parameter_pairs(),
    *call_pairs(),
    *document_pairs(),
    *place_pairs(),
    *default_pairs(),
    *spelling_pairs(),
    *address_pairs(),
    *answer_pairs(),
    *refusal_pairs(),
    *openness_pairs(),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_verdict_is_what_a_caller_meets(pair: Pair, tmp_path: Path) -> None:
    """Forward and backward; what the packages show is reported, and what breaks types is in the packages."""
    for old, new, expected in ((pair.old, pair.new, pair.forward), (pair.new, pair.old, pair.backward)):
        before, after = build_both(tmp_path, old, new)
        diff = compare_apis(before, after)
        messages = [f"{change.code}: {change.message}" for change in diff.changes]
        assert verdict(diff) == expected, messages
        assert not [each.message for each in diff.changes if each.before == each.after != ""]
        if not has_same_code(before, after):
            assert expected != "=", "the packages differ, and no change is reported"
        else:
            assert "T" not in expected, ("the packages are equal, and types break", messages)


def test_names_of_pairs_are_unique() -> None:
    """A pair is found by its name."""
    names = [pair.name for pair in PAIRS]
    assert len(set(names)) == len(names) >= 300
