"""Where each node of a changed document was read: output pointer -> source pointer, for whole subtrees at once."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.diagnostics.source import SourcePointer
from fledge.openapi.pointer import nearest, rebase


def lookup(source_map: Mapping[str, SourcePointer], pointer: str) -> SourcePointer:
    """Where the node at `pointer` was read: the nearest mapped pointer above it, and the same way down from there.

    Raise KeyError if not even the document's root is mapped.
    """
    # Of most descriptions, nothing moved: the root is the only one.
    mapped = "" if len(source_map) == 1 and "" in source_map else nearest(pointer, source_map)
    if mapped is None:
        raise KeyError(pointer)
    source = source_map[mapped]
    if mapped == pointer:
        return source
    return SourcePointer(source=source.source, pointer=rebase(pointer, mapped, source.pointer), offset=source.offset)
