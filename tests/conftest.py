"""What tests share: where things are, and a client generated in memory from a small document."""

from __future__ import annotations

import compileall
import functools
import gc
import json
import os
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from ssl import SSLContext
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# How long Hypothesis takes to make an input says how busy a machine is, and nothing of Fledge.
settings.register_profile("fledge", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("fledge")

ROOT = Path(__file__).resolve().parents[1]
GENERATED = ROOT / "generated"
SHARED = ROOT.parent / "shared"

_WRITES_NO_BYTECODE = pytest.StashKey[bool]()


def has_other_black(lock: Path) -> bool:
    """Return whether another Black is installed than a lock names: CI tests other releases than the committed ones."""
    return bool(json.loads(lock.read_text(encoding="utf-8"))["black"] != version("black"))


def pytest_configure(config: pytest.Config) -> None:
    """Compile once what is imported again and again, in spite of PYTHONDONTWRITEBYTECODE.

    That is what tests start in hundreds of processes, and the tests, whose `assert` statements pytest rewrites: the
    next run finds them.
    """
    config.stash[_WRITES_NO_BYTECODE] = sys.dont_write_bytecode
    sys.dont_write_bytecode = False
    if not hasattr(config, "workerinput"):
        for folder in (ROOT / "generator", GENERATED):
            compileall.compile_dir(folder, quiet=2)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let collections of garbage pass over modules and collected tests: they are millions of objects, and they stay."""
    sys.dont_write_bytecode = session.config.stash[_WRITES_NO_BYTECODE]
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def certificates() -> Iterator[None]:
    """Read the certificates that clients trust once, not for each client: that takes longer than most calls."""
    import httpx2

    read = httpx2.create_ssl_context

    @functools.cache
    def read_once(file: str | None, folder: str | None) -> SSLContext:
        return read()

    def create_ssl_context(*arguments: Any, **options: Any) -> SSLContext:
        if arguments or options:
            return read(*arguments, **options)
        return read_once(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(httpx2, "create_ssl_context", create_ssl_context)
        yield


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
