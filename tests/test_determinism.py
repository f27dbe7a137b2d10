"""The same description gives the same bytes: whatever the order of pages, the hash seed, the run."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.emitter import emit
from fledge.loader.load import load
from tests.conftest import ROOT

PAGES = sorted((ROOT / "specs" / "bird_conversations").rglob("*.md"))
PRINT = """
import hashlib, sys
from pathlib import Path
from tests.client import make
package = make(Path("specs/bird_conversations"))
print(hashlib.sha256(repr(package.files).encode()).hexdigest())
"""


def files_of(pages: list[Path]) -> dict[str, str]:
    report = DiagnosticCollector()
    spec = load([str(page) for page in pages], report, base=ROOT)
    assert spec is not None
    return dict(emit(build(spec, report, overrides={}, locked_names={}, env_prefix="BIRD")).files)


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    return files_of(PAGES)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_shuffled_pages_give_the_same_bytes(expected: dict[str, str], seed: int) -> None:
    """The order in which pages are given means nothing."""
    pages = list(PAGES)
    random.Random(seed).shuffle(pages)
    assert files_of(pages) == expected


def files_in(folder: Path) -> dict[str, str]:
    report = DiagnosticCollector()
    spec = load(["."], report, base=folder)
    assert spec is not None
    return dict(emit(build(spec, report, overrides={}, locked_names={}, env_prefix="BIRD")).files)


def test_names_of_pages_mean_nothing(expected: dict[str, str], tmp_path: Path) -> None:
    """Pages that are called otherwise give the same bytes."""
    for number, page in enumerate(reversed(PAGES)):
        (tmp_path / f"{number}.md").write_bytes(page.read_bytes())
    assert files_in(tmp_path) == expected


def test_names_of_pages_decide_no_tie(tmp_path: Path) -> None:
    """What all operations of a client share is the same if as many pages say one thing as another."""
    schemes = {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}
    pages = [
        {
            "openapi": "3.1.0",
            "info": {"title": "Boats", "version": "1"},
            "servers": [{"url": f"https://{name}.example"}],
            "security": security,
            "paths": {f"/{name}": {"get": {"responses": {"204": {"description": ""}}}}},
            "components": {"securitySchemes": schemes},
        }
        for name, security in (("boats", [{"key": []}]), ("crew", [{}]))
    ]
    made: list[dict[str, str]] = []
    for names in (("a.json", "b.json"), ("b.json", "a.json")):
        for name, page in zip(names, pages):
            (tmp_path / name).write_text(json.dumps(page))
        made.append(files_in(tmp_path))
    assert made[0] == made[1]


def test_another_hash_seed_gives_the_same_bytes() -> None:
    """Two processes with different hash seeds make the same package."""
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


def test_locked_names_change_nothing(expected: dict[str, str]) -> None:
    """A second run that remembers the first one's names makes the same package."""
    report = DiagnosticCollector()
    spec = load([str(page) for page in PAGES], report, base=ROOT)
    assert spec is not None
    first = build(spec, report, overrides={}, locked_names={}, env_prefix="BIRD")
    assert dict(emit(build(spec, report, overrides={}, locked_names=first.names, env_prefix="BIRD")).files) == expected
