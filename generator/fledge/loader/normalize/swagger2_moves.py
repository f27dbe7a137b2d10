"""Where the parts of a description of Swagger 2.0 stand after its conversion."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, takewhile

from fledge.loader.document_tree import DocumentTree
from fledge.openapi.pointer import is_within, rebase


class Moves:
    """The moves from one tree to another: they fill the new source map, and `targets`, the new pointers by the old ones."""

    def __init__(self, old: DocumentTree, new: DocumentTree) -> None:
        self.targets: dict[str, str] = {}
        self._old = old
        self._new = new
        self._pointers = sorted(old.source_map)

    def add(self, to: str, source: str) -> None:
        """Say that the node at `source` is now at `to`, the first of several."""
        self.record(to, source)
        self.targets.setdefault(source, to)

    def record(self, to: str, source: str) -> None:
        """Remember where the node at `to` was read, and what is below it: an overlay may have written a part."""
        self._new.moved(to, self._old.origin(source))
        first = bisect_left(self._pointers, f"{source}/")
        for below in takewhile(lambda each: each.startswith(f"{source}/"), islice(self._pointers, first, None)):
            self._new.moved(rebase(below, source, to), self._old.origin(below))

    def move_up(self, to: str, source: str) -> None:
        """Say that the node at `source` has moved up to `to`, where another one stood."""
        for each in [each for each in self._new.source_map if is_within(each, to)]:
            del self._new.source_map[each]
        self.add(to, source)
