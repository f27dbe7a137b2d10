"""The emitter's result: a whole client package in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The files of a client: POSIX paths relative to the package's folder, in sorted order, to their texts.

    `files` holds text as the templates make it; `formatted` names those that are Python and still want Black's last
    word (the runtime is copied as it is). `names` are the names that were given, for the lock: key to Python name.
    """

    files: Mapping[str, str]
    formatted: frozenset[str]
    names: Mapping[str, str]
