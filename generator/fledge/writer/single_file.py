"""Writing one file in one step, so that whoever reads it sees what was or what is to be."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write a file, with the folders above it; it keeps its mode. Raise OSError."""
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.fledge-{os.urandom(4).hex()}")
    try:
        beside.write_bytes(content)
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
