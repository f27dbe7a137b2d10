"""Servers of others as processes, and the clients that Fledge makes of the descriptions that they publish."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import imported, put, understand
from tests.conftest import ROOT

_LONGEST_START = 300.0  # on a busy machine; each starts within seconds on an idle one


@contextmanager
def served(
    arguments: Sequence[str], at: str, folder: Path, *, needs: Sequence[str], environment: Mapping[str, str] = {}
) -> Iterator[tuple[str, bytes]]:
    """The URL of a server, and what it publishes `at` a path. Python runs it with `arguments`; `PORT` is replaced.

    Skip the test if one of the modules that it `needs` is missing.
    """
    missing = [name for name in needs if find_spec(name) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed: pip install -e '.[test,servers]'")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with open(folder / "server.log", "wb") as log:
        process = subprocess.Popen(
            [sys.executable, *(each.replace("PORT", port) for each in arguments)],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=log,
            stderr=log,
        )
    try:
        url = f"http://127.0.0.1:{port}"
        yield url, _fetched(f"{url}{at}", process, folder / "server.log")
    finally:
        process.terminate()
        process.wait()


def _fetched(url: str, process: subprocess.Popen[bytes], log: Path) -> bytes:
    """What stands at a URL, as soon as the server answers."""
    end = time.monotonic() + _LONGEST_START
    while True:
        try:
            with urllib.request.urlopen(url) as response:
                content: bytes = response.read()
                return content
        except OSError:
            if process.poll() is not None or time.monotonic() > end:
                pytest.fail(f"the server did not start:\n{log.read_text(errors='replace')[-4000:]}")
            time.sleep(0.1)


@contextmanager
def client_of(description: bytes, folder: Path, name: str, **options: Any) -> Iterator[ModuleType]:
    """The package `name` that Fledge makes of a description, imported."""
    source = folder / "description.yaml"
    source.write_bytes(description)
    api, _ = understand(source, **options)
    put(emit(api), folder / name)
    with imported(folder, name) as package:
        yield package
