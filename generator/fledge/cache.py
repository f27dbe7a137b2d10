"""Where this machine keeps what saves work: outside of every repository, so that no repository can write it."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder(name: str) -> Path | None:
    """Return the folder of one cache, which may not exist yet; None if the user has no home."""
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return Path(root or Path.home() / ".cache") / "fledge" / name
    except RuntimeError:
        return None
