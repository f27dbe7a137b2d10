"""What is kept of diagnostics is compared line by line, both ways."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.corpus import expected

DIAGNOSTICS: list[list[Any]] = [["note", "schema-untyped", 3, ["a#/x"]], ["warning", "wrong-type", 1, ["a#/y"]]]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written to the real folder."""
    monkeypatch.setattr(expected, "FOLDER", tmp_path)


def test_accepted_diagnostics_are_expected() -> None:
    """After accepting there is no difference, and only warnings and errors keep their places."""
    expected.accept("x", DIAGNOSTICS, [])
    assert expected.differences("x", DIAGNOSTICS, []) == []
    assert "a#/x" not in (expected.FOLDER / "x.txt").read_text(encoding="utf-8")


def test_new_and_missing_diagnostics_are_differences() -> None:
    """A new diagnostic and a missing one are both differences."""
    expected.accept("x", DIAGNOSTICS, [])
    assert expected.differences("x", DIAGNOSTICS[1:], []) == ["-note schema-untyped 3"]
    assert expected.differences("x", [*DIAGNOSTICS, ["error", "reference-cycle", 1, []]], []) == [
        "+error reference-cycle 1"
    ]


def test_diagnostics_of_the_validator_are_kept_where_it_does_not_run() -> None:
    """A fast run neither compares nor forgets the validator's findings."""
    expected.accept("x", DIAGNOSTICS, [["warning", "document-invalid", 9, []]])
    expected.accept("x", DIAGNOSTICS, None)
    assert expected.differences("x", DIAGNOSTICS, None) == []
    assert expected.differences("x", DIAGNOSTICS, [["warning", "document-invalid", 9, []]]) == []


def test_no_diagnostics_need_no_file() -> None:
    """A document without diagnostics has no file, and none is missed."""
    assert expected.differences("y", [], []) == []
    assert expected.differences("y", DIAGNOSTICS, []) != []
