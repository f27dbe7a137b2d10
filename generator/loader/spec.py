"""The loader's result: one document in one dialect, in which every node knows where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Origin

JSON = Any
"""What `json.loads` returns. The tree is shared, and nobody changes it."""


def escape(token: str) -> str:
    """One reference token of a JSON pointer, escaped (RFC 6901 3)."""
    return token.replace("~", "~0").replace("/", "~1") if "~" in token or "/" in token else token


def unescape(token: str) -> str:
    """The key that a reference token stands for (RFC 6901 4)."""
    return token.replace("~1", "/").replace("~0", "~") if "~" in token else token


def locate(origins: Mapping[str, Origin], pointer: str) -> Origin:
    """Where the node at `pointer` was read: the nearest mapped pointer above it, and the same way down from there."""
    head = pointer
    while head not in origins:
        head = head.rpartition("/")[0]
    at = origins[head]
    return Origin(document=at.document, pointer=at.pointer + pointer[len(head) :], offset=at.offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One valid document with OpenAPI 3.1 semantics, whatever it was read from.

    Each `$ref` in `root` is local (`#/...`) and resolves. Each path item lists its parameters on its operations,
    each operation has its effective `servers` and `security`, `nullable` is gone.
    `origins` maps pointers of `root` to where that subtree was read; what is below a mapped pointer has the same
    relative place there. `digest` is the SHA-256 of the content, the same for shuffled pages. `files` are
    the files that were read, by absolute path, each with its digest; empty where that does not tell whether anything
    has changed: something came from the network, or was not to be found.
    """

    root: Mapping[str, JSON]
    origins: Mapping[str, Origin]
    digest: str
    files: Mapping[str, str] = field(default_factory=dict[str, str])

    def origin(self, pointer: str) -> Origin:
        """Where the node at `pointer` of `root` was read."""
        return locate(self.origins, pointer)

    def at(self, pointer: str) -> JSON:
        """The node at `pointer` (`""` is the root; a leading `#` is allowed). Raises KeyError where there is none."""
        node: JSON = self.root
        for token in pointer.removeprefix("#").split("/")[1:]:
            try:
                node = node[int(token)] if isinstance(node, list) else node[unescape(token) if "~" in token else token]
            except (IndexError, TypeError, ValueError):
                raise KeyError(pointer) from None
        return node

    def resolve(self, pointer: str) -> tuple[str, JSON]:
        """Follow the chain of references at `pointer`: the last pointer, and what stands there.

        Siblings of a `$ref` stay behind; who needs them looks before resolving.
        """
        node = self.at(pointer)
        seen = {pointer}
        while isinstance(node, Mapping) and isinstance(node.get("$ref"), str):
            pointer = node["$ref"].removeprefix("#")
            if pointer in seen:
                raise KeyError(pointer)
            seen.add(pointer)
            node = self.at(pointer)
        return pointer, node
