"""docs/oasdiff.md: each family of checks has rules that report its pair, or a reason why there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fledge.diff.rules import BY_CODE
from tests.conftest import ROOT
from tests.diff.pairs.pair import compare
from tests.diff.pairs.test_pairs import PAIRS

BY_NAME = {pair.name: pair for pair in PAIRS}


def _rows() -> list[tuple[str, str, str]]:
    text = (ROOT / "docs" / "oasdiff.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?`) \| (.+?) \| (.*?) ?\|$", text, re.MULTILINE)
    assert len(rows) > 80
    return rows


def _checks(pattern: str) -> list[str]:
    """The checks that a pattern with braces stands for."""
    match = re.search(r"\{([^{}]*)\}", pattern)
    if match is None:
        return [pattern]
    heads, tails = pattern[: match.start()], pattern[match.end() :]
    return [check for choice in match[1].split(",") for check in _checks(f"{heads}{choice}{tails}")]


@pytest.mark.parametrize(("checks", "rules", "name"), _rows(), ids=lambda cell: cell[:60])
def test_a_family_of_checks_has_its_rules(checks: str, rules: str, name: str, tmp_path: Path) -> None:
    """The pair is reported by one of the rules, in one of the directions; or the row says why nothing is."""
    codes = set(re.findall(r"`([a-z-]+)`", rules)) if not rules.startswith("none: ") else set[str]()
    assert codes <= {*BY_CODE}
    assert name in BY_NAME or (not codes and not name), name
    if not codes:
        assert len(rules) > len("none: ") + 10
        return
    pair = BY_NAME[name]
    reported = {
        change.code
        for old, new in ((pair.old, pair.new), (pair.new, pair.old))
        for change in compare(tmp_path, old, new).changes
    }
    assert reported & codes, reported


def test_no_check_is_in_two_rows() -> None:
    """A check is found in one place."""
    checks = [
        check for cell, _, _ in _rows() for pattern in re.findall(r"`([^`]+)`", cell) for check in _checks(pattern)
    ]
    assert len(checks) == len(set(checks)) > 450
