"""Values judge `diff`: random schemas are mutated, and what is sent or answered decides what breaks.

`ORACLE=FROM:COUNT pytest -m slow tests/diff/oracle` tries other ones.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from tests.diff.oracle.judge import faults, trial


def _check(seeds: range, folder: Path) -> None:
    problems: list[str] = []
    for seed in seeds:
        random = Random(seed)
        problems += [f"seed {seed}: {each}" for each in faults(trial(random), folder, random)]
    assert not problems, "\n\n".join(problems)


@pytest.mark.parametrize("start", range(0, 120, 30))
def test_values_agree_with_the_verdict(start: int, tmp_path: Path) -> None:
    """No value that the old side sends is refused unless `diff` says so, and equal schemas break nothing."""
    _check(range(start, start + 30), tmp_path)


@pytest.mark.slow
def test_values_agree_with_many_verdicts(tmp_path: Path) -> None:
    """Further schemas, or those of the environment."""
    start, count = map(int, os.environ.get("ORACLE", "1000:1500").split(":"))
    _check(range(start, start + count), tmp_path)
