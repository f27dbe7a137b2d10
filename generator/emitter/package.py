"""The emitter's result: a whole client package in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The files of a client: POSIX paths relative to the package's folder, in sorted order, to their texts.

    `files` holds text as the templates make it, `templated` the paths of what they make of Python (the runtime is copied
    as it is, and the rest is Markdown); `unsettled` names those of them in which Black may still change something. `names` are the names that were given, for the lock: key to Python name.
    """

    files: Mapping[str, str]
    templated: frozenset[str]
    unsettled: frozenset[str]
    names: Mapping[str, str]
