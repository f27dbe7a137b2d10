"""What tests share: where things are, and a client generated in memory from a small document."""

from __future__ import annotations

import compileall
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GENERATED = ROOT / "generated"
SHARED = ROOT.parent / "shared"


def has_other_black(lock: Path) -> bool:
    """Return whether another Black is installed than a lock names: CI tests other releases than the committed ones."""
    return bool(json.loads(lock.read_text(encoding="utf-8"))["black"] != version("black"))


def pytest_configure(config: pytest.Config) -> None:
    """Compile once what tests start in hundreds of processes: with PYTHONDONTWRITEBYTECODE, each would do it again."""
    if not hasattr(config, "workerinput"):
        for folder in (ROOT / "generator", GENERATED):
            compileall.compile_dir(folder, quiet=2)


@pytest.fixture(autouse=True, scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what Fledge caches out of the home of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of facts, seeds and corpus documents that is beside the project in development."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder `shared` beside the project, which is only there in development and CI")
    return SHARED
