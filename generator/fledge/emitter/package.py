"""The emitter's result: a whole client package in memory."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The files of a client: POSIX paths relative to the package's folder, in sorted order, to their texts.

    `templated` are the paths of Python that templates render; the runtime is copied, and the other files are Markdown.
    `unformatted` are those of them that Black may still change. `names` are for the lock: key to Python name.
    `shared_runtime` are the modules that it needs of a runtime outside of it.
    """

    files: Mapping[str, str]
    templated: frozenset[str]
    unformatted: frozenset[str]
    names: Mapping[str, str]
    shared_runtime: tuple[str, ...] = ()
