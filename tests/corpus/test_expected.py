"""What is kept of diagnostics is compared line by line, both ways."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.corpus import expected

SAID: list[list[Any]] = [["note", "untyped", 3, ["a#/x"]], ["warning", "wrong-type", 1, ["a#/y"]]]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written to the real folder."""
    monkeypatch.setattr(expected, "FOLDER", tmp_path)


def test_what_is_accepted_is_expected() -> None:
    """After accepting there is no difference, and only warnings and errors keep their places."""
    expected.accept("x", SAID, [])
    assert expected.differences("x", SAID, []) == []
    assert "a#/x" not in (expected.FOLDER / "x.txt").read_text(encoding="utf-8")


def test_new_and_gone_diagnostics_are_differences() -> None:
    """One that is missing and one that no longer comes are both told."""
    expected.accept("x", SAID, [])
    assert expected.differences("x", SAID[1:], []) == ["-note untyped 3"]
    assert expected.differences("x", [*SAID, ["error", "reference-cycle", 1, []]], []) == ["+error reference-cycle 1"]


def test_what_the_validator_said_is_kept_where_it_does_not_run() -> None:
    """A fast run neither compares nor forgets the validator's findings."""
    expected.accept("x", SAID, [["warning", "invalid-document", 9, []]])
    expected.accept("x", SAID, None)
    assert expected.differences("x", SAID, None) == []
    assert expected.differences("x", SAID, [["warning", "invalid-document", 9, []]]) == []


def test_nothing_said_needs_no_file() -> None:
    """A document without diagnostics has no file, and none is missed."""
    assert expected.differences("y", [], []) == []
    assert expected.differences("y", SAID, []) != []
