"""docs/tutorial.md, followed from its first line to its last in an empty folder."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT
from tests.pages import play


def test_the_tutorial(tmp_path: Path) -> None:
    """Its files are created, its commands run one after the other, and print what the page shows."""
    assert play(ROOT / "docs" / "tutorial.md", tmp_path / "shop", tmp_path / "bin") > 10
