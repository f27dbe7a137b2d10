"""Whether a package can have changed since it was written, without reading the description."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from fledge import version
from fledge.config.client import ClientConfig, SharedRuntime
from fledge.loader.sources.files import digests
from fledge.writer import Lock, matches_lock


def up_to_date_lock(client: ClientConfig, *, base: Path) -> Lock | None:
    """Return the lock if the sources, the configuration, Fledge and each file of the package match it, else None."""
    lock = Lock.read(client.package_dir)
    if (
        not lock.sources
        or set(lock.counts) != {"models", "operations"}
        or lock.inputs_digest != inputs_digest(client, lock.names)
    ):
        return None
    return lock if has_same_sources(client, lock, base=base) and matches_lock(lock, client.package_dir) else None


def has_same_sources(client: ClientConfig, lock: Lock, *, base: Path) -> bool:
    """Return whether the files that the lock has the digests of, and no others of the sources, have those digests."""
    locked_digests = {
        os.path.normpath(os.path.abspath(client.package_dir / path)): digest for path, digest in lock.sources.items()
    }
    configured = digests([*client.sources, *client.overlays], base=base)
    others = [path for path in locked_digests if path not in configured]
    return locked_digests == (configured | digests(others, base=base) if configured else {})


def inputs_digest(client: ClientConfig, names: Mapping[str, str]) -> str:
    """Return a digest of everything that a package depends on besides its sources.

    That is each field of the configuration, the `names` that the lock keeps, Fledge's code, and Black's version.
    """
    settings = {
        each.name: _setting(client, each.name, bool(each.metadata.get("paths")))
        for each in fields(client)
        if each.compare
    }
    tools = [version.code(), version.black()]
    return hashlib.sha256(json.dumps([settings, tools, dict(names)], sort_keys=True).encode()).hexdigest()


def source_digests(client: ClientConfig, files: Mapping[str, str]) -> dict[str, str]:
    """Return the digests of files by their paths from the package, which are the same on every machine.

    Return nothing if one is on another drive of Windows.
    """
    try:
        return {_from_package(client, file): digest for file, digest in sorted(files.items())}
    except ValueError:
        return {}


def _setting(client: ClientConfig, name: str, is_path: bool) -> object:
    """A field as JSON that is the same in every working directory."""
    value = getattr(client, name)
    if name == "package_dir":
        return client.package_dir.name
    if isinstance(value, SharedRuntime):  # who else shares it changes nothing in the package
        return [value.folder.name, value.level]
    if is_path:
        return [_from_package(client, path) for path in value]
    return _json(value)


def _json(value: object) -> object:
    if is_dataclass(value):
        return {each.name: _json(getattr(value, each.name)) for each in fields(value) if each.compare}
    if isinstance(value, Mapping):
        return {key: _json(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_json(item) for item in value]
    return value


def _from_package(client: ClientConfig, file: str) -> str:
    if "://" in file:
        return file
    return Path(os.path.relpath(file, os.path.abspath(client.package_dir))).as_posix()
