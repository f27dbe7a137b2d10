"""The loader's result: one normalized, read-only document whose nodes can be traced to the text they came from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import field

from fledge.diagnostics.source import SourcePointer
from fledge.openapi.json_values import JSON, reference_of
from fledge.openapi.pointer import evaluate
from fledge.openapi.schemas.derived import document_pointer
from fledge.openapi.source_map import lookup
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One valid document with OpenAPI 3.1 semantics, whatever it was read from.

    Each `$ref` in `root` is local (`#/...`) and resolves. Operations have their effective `parameters`, `servers` and
    `security`; `nullable` is gone. `source_map` maps pointers of `root` to where the subtree was read; a node below a
    mapped one has the same relative pointer there. `files` are the files that were read, by absolute path, each with
    its digest; it is empty if the digests cannot prove that nothing changed: a part came from the network, or a file
    was missing. `is_merged` says that it is made of several documents: each has its own ids of operations.
    """

    root: Mapping[str, JSON]
    source_map: Mapping[str, SourcePointer]
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    is_merged: bool = False
    _digests: list[str] = field(default_factory=list[str], init=False, repr=False, compare=False)
    _ends: dict[str, tuple[str, JSON]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, the same for pages in any order: documents are in the order of their names."""
        if not self._digests:  # it takes as long as parsing, and not every command asks for it
            digest = hashlib.sha256()
            for piece in _json_pieces(self.root, depth=3):  # a whole description may take 50 MB
                digest.update(piece.encode())
            self._digests.append(digest.hexdigest())
        return self._digests[0]

    def source_of(self, pointer: str) -> SourcePointer:
        """Where the node at `pointer` of `root` was read, or that from which a schema is derived."""
        return lookup(self.source_map, document_pointer(pointer))

    def at(self, pointer: str) -> JSON:
        """The node at `pointer` (`""` is the root; a leading `#` is allowed). Raise KeyError if there is none."""
        return evaluate(self.root, pointer.removeprefix("#"))

    def resolve(self, pointer: str) -> tuple[str, JSON]:
        """Follow the chain of references at `pointer`; return the last pointer and its node.

        Keywords beside a `$ref` are ignored: a caller that needs them looks first. Raise KeyError for a circle.
        """
        node = self.at(pointer)
        reference = reference_of(node)
        return (pointer, node) if reference is None else self.end(reference)

    def end(self, reference: str) -> tuple[str, JSON]:
        """`resolve` of a `$ref`."""
        end = self._ends.get(reference)
        if end is None:  # most targets have many references
            end = self._ends[reference] = self._end(reference)
        return end

    def _end(self, reference: str) -> tuple[str, JSON]:
        visited: dict[str, None] = {}
        while True:
            pointer = reference.removeprefix("#")
            if pointer in visited:
                raise KeyError(pointer)
            visited[pointer] = None
            node = self.at(pointer)
            following = reference_of(node)
            if following is None:
                return pointer, node
            reference = following


_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode  # a document is a tree


def _json_pieces(node: JSON, *, depth: int) -> Iterator[str]:
    """Yield the JSON of a node in pieces: each part that is so deep is one."""
    if not depth or not isinstance(node, Mapping) or not node:
        yield _encode(node)
        return
    before = "{"
    for key, value in node.items():
        yield f"{before}{_encode(str(key))}:"
        yield from _json_pieces(value, depth=depth - 1)
        before = ","
    yield "}"
