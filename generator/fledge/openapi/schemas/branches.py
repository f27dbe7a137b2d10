"""The branches of oneOf and anyOf: which say something of a value's shape, and what all of them say: null, read-only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fledge.openapi.json_values import as_array
from fledge.openapi.schemas.depth import DEPTH
from fledge.openapi.schemas.nodes import Nodes
from fledge.openapi.schemas.plain import STANDING

_NULLS = ("null", ["null"])


class Branches:
    """The branches of unions by the unions' pointers, each read once. `target` follows references."""

    def __init__(self, nodes: Nodes, target: Callable[[str], str]) -> None:
        self._nodes = nodes
        self._target = target
        self._variants: dict[str, tuple[tuple[str, ...], bool]] = {}
        self._nulls: dict[str, bool] = {}
        self._flags: dict[tuple[str, str], bool] = {}

    def of(self, pointer: str, raw: Mapping[str, Any]) -> tuple[tuple[str, ...], bool]:
        """The branches of the schema at `pointer` beside null, and whether one of them is null."""
        if "oneOf" not in raw and "anyOf" not in raw:
            return (), False
        variants = self._variants.get(pointer)
        if variants is None:
            pointers = self._pointers(pointer, raw)
            others = tuple([each for each in pointers if not self.is_null(each)])
            variants = self._variants[pointer] = others, len(others) < len(pointers)
        return variants

    def _pointers(self, pointer: str, raw: Mapping[str, Any]) -> list[str]:
        return self._pointers_of(pointer, raw, "oneOf") + self._pointers_of(pointer, raw, "anyOf")

    def _pointers_of(self, pointer: str, raw: Mapping[str, Any], keyword: str) -> list[str]:
        pointers: list[str] = []
        if keyword in raw:
            for index, branch in enumerate(as_array(raw.get(keyword))):
                at = f"{pointer}/{keyword}/{index}"
                self._nodes[at] = branch
                pointers.append(at)
        return pointers

    def is_null(self, pointer: str, depth: int = 0) -> bool:
        """Whether null is the only value, as `type`, `enum`, `const`, a part of `allOf` or all branches of a union say."""
        end = self._target(pointer)
        is_null = self._nulls.get(end)
        if is_null is None:
            raw = self._nodes[end]
            if not isinstance(raw, dict) or depth > DEPTH:
                return False
            self._nulls[end] = False  # until its branches are known: one of them may be a union that holds it
            inner, parts = self._pointers(end, raw), self._pointers_of(end, raw, "allOf")
            is_null = raw.get("type") in _NULLS or raw.get("enum") == [None] or raw.get("const", "") is None
            is_null = is_null or bool(inner) and all(self.is_null(each, depth + 1) for each in inner)
            is_null = is_null or any(self.is_null(each, depth + 1) for each in parts)
            self._nulls[end] = is_null
        return is_null

    def say(self, pointer: str, flag: str, depth: int = 0) -> bool:
        """Whether a schema is marked with a flag such as readOnly: itself, by a part of it, or by all its branches.

        A single mark that applies to each value is enough (JSON Schema 2020-12, Validation 9.4).
        """
        end = self._target(pointer)
        stated, raw = self._nodes[pointer], self._nodes[end]
        if any(isinstance(each, dict) and each.get(flag) is True for each in (stated, raw)):
            return True
        if not isinstance(raw, dict) or STANDING.isdisjoint(raw) or depth > DEPTH:
            return False
        is_marked = self._flags.get((end, flag))
        if is_marked is None:
            self._flags[end, flag] = False  # until its parts are known: one of them may hold it
            branches, parts = self.of(end, raw)[0], self._pointers_of(end, raw, "allOf")
            if isinstance(reference := raw.get("$ref"), str):
                parts.append(reference.removeprefix("#"))
            is_marked = any(self.say(each, flag, depth + 1) for each in parts)
            is_marked = is_marked or bool(branches) and all(self.say(each, flag, depth + 1) for each in branches)
            self._flags[end, flag] = is_marked
        return is_marked
