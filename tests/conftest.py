"""What tests share: where things are, and a client generated in memory from a small document."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of facts, seeds and corpus documents that is beside the project in development."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder `shared` beside the project, which is only there in development and CI")
    return SHARED
