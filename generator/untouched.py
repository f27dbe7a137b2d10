"""Whether anything can have changed since a client was last written, found out without reading the description."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from generator import version
from generator.config import Client
from generator.loader.source import digests
from generator.writer import Lock, is_as_written


def untouched(client: Client, *, base: Path) -> Lock | None:
    """The lock, if all is as it says: the sources, the settings, Fledge itself, and each file of the package."""
    lock = Lock.read(client.target)
    if (
        not lock.sources
        or set(lock.counts) != {"models", "operations"}
        or lock.made_with != made_with(client, lock.names)
    ):
        return None
    known = {os.path.normpath(os.path.abspath(client.target / path)): digest for path, digest in lock.sources.items()}
    named = digests([*client.sources, *client.overlays], base=base)
    others = [path for path in known if path not in named]
    found = named | digests(others, base=base) if named else {}
    return lock if found == known and is_as_written(lock, client.target) else None


def made_with(client: Client, names: Mapping[str, str]) -> str:
    """A digest of all that a package depends on besides its sources. `names` are those that the lock keeps."""
    settings = [
        client.name,
        client.target.name,
        dict(client.names),
        client.env_prefix,
        list(client.hosts),
        list(client.apis),
        [_from_package(client, overlay) for overlay in client.overlays],
        repr(client.include),
        repr(client.exclude),
        repr(sorted(client.pagination.items())),
        repr(client.webhooks),
        client.testing,
        client.aiohttp,
    ]
    tools = [version.code(), version.black()]
    return hashlib.sha256(json.dumps([settings, tools, dict(names)], sort_keys=True).encode()).hexdigest()


def sources(client: Client, files: Mapping[str, str]) -> dict[str, str]:
    """The digests of files by their paths from the package, which are the same on every machine.

    There are none where one is on another drive of Windows.
    """
    try:
        return {_from_package(client, file): digest for file, digest in sorted(files.items())}
    except ValueError:
        return {}


def _from_package(client: Client, file: str) -> str:
    return Path(os.path.relpath(file, os.path.abspath(client.target))).as_posix()
