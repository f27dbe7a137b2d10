"""The part of a document that one operation needs: small enough to be read and compiled once for each operation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias
from urllib.parse import unquote

JSON: TypeAlias = Any

_DATA = frozenset({"example", "examples", "default", "enum", "const"})
"""Keywords that hold values of the API, in which nothing is a reference. As names of properties they hold schemas."""

NAMED = frozenset({"properties", "patternProperties", "$defs", "mapping", "content", "encoding", "headers"})
"""Keywords whose own keys are names."""


def tokens(pointer: str) -> list[str]:
    """The keys on the way to `#/a/b`."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.removeprefix("#").split("/")[1:]]


def at(root: JSON, pointer: str) -> JSON:
    """The node at a pointer, or at what it says when percent-encoding is undone; KeyError where there is none."""
    for spelled in (pointer, unquote(pointer)):
        node = root
        try:
            for token in tokens(spelled):
                node = node[int(token)] if isinstance(node, list) else node[token]
        except (IndexError, KeyError, TypeError, ValueError):
            continue
        return node
    raise KeyError(pointer)


def resolved(root: JSON, node: JSON) -> JSON:
    """What a chain of references leads to."""
    for _ in range(50):
        if not isinstance(node, Mapping) or not isinstance(node.get("$ref"), str):
            return node
        node = at(root, node["$ref"])
    raise KeyError("a circle of references")


def references(node: JSON, *, named: bool = False) -> Iterator[str]:
    """All local references in `node`; `named` says that its keys are names, not keywords."""
    if isinstance(node, Mapping):
        if not named and isinstance(reference := node.get("$ref"), str) and reference.startswith("#"):
            yield reference
        if not named and isinstance(told := node.get("discriminator"), Mapping):
            for target in (told.get("mapping") or {}).values():
                if isinstance(target, str) and target.startswith("#"):
                    yield target
        for key, value in node.items():
            if named or key not in _DATA:
                yield from references(value, named=not named and key in NAMED)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


class Reachable:
    """What parts of a document refer to; each part is read once, after `change`."""

    def __init__(self, root: JSON, change: Callable[[JSON], JSON] = lambda node: node) -> None:
        self.root = root
        self._change = change
        self._known: dict[str, tuple[JSON, list[str]] | None] = {}

    def tree(self, start: JSON) -> dict[str, JSON]:
        """A tree with all that `start` refers to, each at its pointer; lists become objects.

        References that lead nowhere are left out: whoever follows them says so.
        """
        placed: dict[str, JSON] = {}
        pending = list(references(start))
        while pending:
            reference = pending.pop()
            if reference not in placed and reference != "#" and (found := self._part(reference)):
                placed[reference] = found[0]
                pending.extend(found[1])
        placed |= {unquote(reference): node for reference, node in placed.items()}  # as readers of references do
        tree: dict[str, JSON] = {}
        for reference in sorted(placed, key=len, reverse=True):  # what holds others replaces them
            *way, last = tokens(reference)
            parent = tree
            for token in way:
                parent = parent.setdefault(token, {})
                if not isinstance(parent, dict):
                    break
            else:
                parent[last] = placed[reference]
        return tree

    def _part(self, reference: str) -> tuple[JSON, list[str]] | None:
        if reference not in self._known:
            try:
                node = self._change(at(self.root, reference))
                self._known[reference] = node, list(dict.fromkeys(references(node)))
            except KeyError:
                self._known[reference] = None
        return self._known[reference]
