"""The paths by which openapi-spec-validator reads a document, with each of them resolved once and from its parent.

The validator asks for the same few thousand paths again and again, and its own cache of them is small: finding them
anew takes more than half of its time. It also asks `typing` whether each dict has what a dict has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from jsonschema_path import SchemaPath
from jsonschema_path.accessors import SchemaAccessor

from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import child, split


def root_path(root: Mapping[str, JSON]) -> SchemaPath:
    """Return the path of a whole document.

    Without handlers, the validator reads no file and asks no host, whatever a reference says: the loader has read what
    it may.
    """
    return SchemaPath(_Accessor.from_schema(dict(root), handlers={}))


class _Resolved(NamedTuple):
    """A node behind its references, and the resolver of references in it: what `referencing` calls the same."""

    contents: Any
    resolver: Any


class _Accessor(SchemaAccessor):
    """What stands at each path, behind its references."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._resolved: dict[tuple[Any, ...], _Resolved] = {}
        self._plain: dict[str, Any] = {}  # what plain pointers lead to, if that is certain
        self._latest: tuple[Any, _Resolved] = (None, _Resolved(None, None))
        self._ends: dict[int, _Resolved] = {}  # of chains of references, by the nodes that they pass

    def get_resolved(self, parts: Any) -> Any:
        """Return the node at a path, and the resolver of references in it. Raise KeyError if there is none."""
        if parts is self._latest[0]:  # it asks a dozen questions about each path, and a long path is hashed each time
            return self._latest[1]
        resolved = self._resolved.get(parts)
        if resolved is None:
            resolved = self._resolved[parts] = self._resolve(parts)
        self._latest = (parts, resolved)
        return resolved

    def __getitem__(self, parts: Any) -> Any:
        return self.get_resolved(parts).contents

    def read(self, parts: Any) -> Any:
        """Return the node at a path, as it is."""
        return self.get_resolved(parts).contents

    def contains(self, parts: Any, key: Any) -> bool:
        """Return whether the node at a path has a key or an index."""
        try:
            node = self.get_resolved(parts).contents
        except (KeyError, IndexError, TypeError):
            return False
        if isinstance(node, dict):
            return key in node
        return isinstance(node, list) and isinstance(key, int) and 0 <= key < len(node)

    def _resolve(self, parts: tuple[Any, ...]) -> _Resolved:
        node: Any = self.node
        resolver: Any = self._path_resolver.resolver
        if parts:
            above = self.get_resolved(parts[:-1])
            resolver = above.resolver
            if not isinstance(above.contents, (dict, list)):
                raise KeyError(parts[-1])
            try:
                node = above.contents[parts[-1]]
            except (LookupError, TypeError) as error:
                raise KeyError(parts[-1]) from error
        return self._end(_Resolved(node, resolver))

    def _end(self, resolved: _Resolved) -> _Resolved:
        """What is behind the references of a node. Raise RecursionError where they lead back to it."""
        if not (isinstance(resolved.contents, dict) and "$ref" in resolved.contents):
            return resolved
        passed: dict[int, None] = {}
        while isinstance(node := resolved.contents, dict) and isinstance(node.get("$ref"), str):
            if id(node) in passed:
                raise RecursionError
            if id(node) in self._ends:
                resolved = self._ends[id(node)]
                break
            passed[id(node)] = None
            resolved = self._target(node["$ref"], resolved.resolver)
        self._ends.update(dict.fromkeys(passed, resolved))
        return resolved

    def _target(self, reference: str, resolver: Any) -> _Resolved:
        """Where a reference leads: `referencing` says so, unless it is a plain pointer into the document, as most are."""
        if resolver is self._path_resolver.resolver and reference.startswith("#/") and "%" not in reference:
            if reference not in self._plain:
                self._plain[reference] = self._find(split(reference[1:]))
            if (node := self._plain[reference]) is not None:
                return _Resolved(node, resolver)
        target = resolver.lookup(reference)
        return _Resolved(target.contents, target.resolver)

    def _find(self, tokens: Sequence[str]) -> Any:
        """The node that tokens lead to; None if there is none, or if a schema on the way may have a base of its own."""
        node: Any = self.node
        for token in tokens:
            try:
                node = child(node, token)
            except KeyError:
                return None
            if isinstance(node, dict) and "$id" in node:
                return None
        return node
