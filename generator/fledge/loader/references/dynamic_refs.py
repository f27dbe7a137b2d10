"""Templates filled in: a schema that refers to one, and says what its `$dynamicRef` means, becomes a copy of it.

JSON Schema resolves `$dynamicRef` by the schemas that led to it (2020-12, 8.2.3.2). Where one of them names another by
`$ref` and holds the `$dynamicAnchor` that is asked for, itself or in its `$defs`, that is known from the text alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from fledge.diagnostics.source import SourcePointer
from fledge.loader.document_tree import DocumentTree
from fledge.loader.references.registry import Registry, UnresolvedReference
from fledge.openapi.json_values import JSON, deep_copy
from fledge.openapi.objects import walk
from fledge.openapi.pointer import evaluate, is_below, join

_MOST = 50_000
"""How many schemas the copies of one description may have: templates that use each other can ask for billions."""
_DEEPEST = 50
"""How many templates may stand within each other."""
_NAMES = frozenset({"$id", "$anchor", "$dynamicAnchor", "$schema"})
_SAYS_NOTHING = _NAMES | {"$comment", "$defs", "title", "description", "deprecated", "example", "examples", "not"}


def resolve_dynamic_refs(tree: DocumentTree, registry: Registry) -> None:
    """Fill in, in place, the templates that a description holds and uses."""
    if "$dynamicRef" not in tree.source.text:
        return
    templates = _Templates(tree, registry)
    for kind, at, node in list(walk(tree.root)):
        if kind == "schema" and isinstance(node, dict):
            templates.fill(at, node)


class _Templates:
    """The schemas of one description, as they were before any was filled in."""

    def __init__(self, tree: DocumentTree, registry: Registry) -> None:
        self._tree = tree
        self._registry = registry
        self._address = registry.addresses[tree.name]
        self._root = deep_copy(tree.root)
        self._left = _MOST
        self._uses_by_names: dict[tuple[str, frozenset[str]], bool] = {}

    def fill(self, at: str, node: dict[str, JSON]) -> None:
        """Replace what the schema at a pointer refers to, if it says what is meant there."""
        bound = _anchors(at, node)
        for _, below, each in list(walk(node, "schema", at)) if bound else ():
            name = _anchor_of(each)
            if name and bound.get(name, at) != at and not is_below(below, f"{at}/$defs"):
                assert isinstance(each, dict)
                self._bind(each, below, bound[name])
        if isinstance(node.get("$dynamicAnchor"), str):
            bound.setdefault(node["$dynamicAnchor"], at)
        branches = node.get("allOf")
        for number, branch in enumerate(branches if isinstance(branches, list) and bound else ()):
            if isinstance(branch, dict):
                self._use(f"{at}/allOf/{number}", branch, bound, at)
        if bound:
            self._use(at, node, bound, at)

    def _use(self, at: str, node: dict[str, JSON], bound: Mapping[str, str], around: str) -> None:
        """Put a copy of the template in place of the reference to it."""
        to = self._target(node.get("$ref"), at)
        if to is None or to == around or self._left <= 0 or not self._uses(to, bound):
            return
        template, origins = self._copy(to, bound, {to: around})
        for below, origin in _put(node, template, origins).items():
            self._tree.moved(f"{at}{below}", self._tree.origin(origin))

    def _copy(
        self, pointer: str, bound: Mapping[str, str], within: Mapping[str, str]
    ) -> tuple[dict[str, JSON], dict[str, str]]:
        """A template filled in, and where each of its parts was read; templates `within` which it stands come back."""
        copy = deep_copy(self._value(pointer))
        assert isinstance(copy, dict)
        origins = {"": pointer}
        parts = list(walk(copy, "schema"))
        self._left -= len(parts)
        for _, at, node in parts:
            if not isinstance(node, dict):
                continue
            name = _anchor_of(node)
            if name in bound:
                del node["$dynamicRef"]
                node["$ref"] = f"#{bound[name]}"
                origins[at] = bound[name]
            elif (to := self._target(node.get("$ref"), f"{pointer}{at}")) is not None and self._uses(to, bound):
                if to in within:
                    node["$ref"] = f"#{within[to]}"
                    origins[at] = within[to]
                elif self._left > 0 and len(within) < _DEEPEST:
                    inner, inner_sources = self._copy(to, bound, {**within, to: to})
                    origins |= {f"{at}{below}": source for below, source in _put(node, inner, inner_sources).items()}
        definitions = copy.get("$defs")
        if isinstance(definitions, dict):
            copy["$defs"] = {
                key: each
                for key, each in definitions.items()
                if not (isinstance(each, dict) and each.get("$dynamicAnchor") in list(bound))  # it may be anything
            }
        return {key: value for key, value in copy.items() if key not in _NAMES}, origins

    def _bind(self, node: dict[str, JSON], at: str, to: str) -> None:
        del node["$dynamicRef"]
        node["$ref"] = f"#{to}"
        self._tree.moved(at, self._tree.origin(to))

    def _uses(self, pointer: str, bound: Mapping[str, str]) -> bool:
        """Whether a schema, or one that it refers to, has a `$dynamicRef` to one of the names."""
        key = (pointer, frozenset(bound))
        if key not in self._uses_by_names:
            self._uses_by_names[key] = self._finds_use(pointer, bound)
        return self._uses_by_names[key]

    def _finds_use(self, pointer: str, bound: Mapping[str, str]) -> bool:
        waiting, visited = [pointer], {pointer}
        while waiting:
            pointer = waiting.pop()
            for _, at, node in walk(self._value(pointer), "schema"):
                if _anchor_of(node) in bound:
                    return True
                to = self._target(node.get("$ref"), f"{pointer}{at}") if isinstance(node, dict) else None
                if to is not None and to not in visited:
                    visited.add(to)
                    waiting.append(to)
        return False

    def _target(self, reference: JSON, at: str) -> str | None:
        """The pointer that a reference leads to, if that is in this description."""
        if not isinstance(reference, str):
            return None
        node = self._registry.find(reference, SourcePointer(source=self._tree.name, pointer=at))
        if isinstance(node, UnresolvedReference) or node.address != self._address:
            return None
        try:
            return node.pointer if isinstance(self._value(node.pointer), dict) else None
        except KeyError:  # what was read from a page stands elsewhere by now
            return None

    def _value(self, pointer: str) -> JSON:
        return evaluate(self._root, pointer)


def _anchors(at: str, node: Mapping[str, JSON]) -> dict[str, str]:
    """The names that a schema's `$defs` give a meaning, and where; what says nothing is there for others to fill in."""
    definitions = node.get("$defs")
    return {
        each["$dynamicAnchor"]: join(at, "$defs", key)
        for key, each in (definitions.items() if isinstance(definitions, dict) else ())
        if isinstance(each, dict) and isinstance(each.get("$dynamicAnchor"), str) and not _SAYS_NOTHING.issuperset(each)
    }


def _anchor_of(node: JSON) -> str:
    """The name that a schema asks for."""
    reference = node.get("$dynamicRef") if isinstance(node, dict) else None
    return reference.partition("#")[2] if isinstance(reference, str) else ""


def _put(node: dict[str, JSON], template: dict[str, JSON], origins: Mapping[str, str]) -> dict[str, str]:
    """Put what was made where a reference stands; returns where its parts were read, as they stand in the node."""
    del node["$ref"]
    if _SAYS_NOTHING.issuperset(node):
        added = {key: value for key, value in template.items() if key not in node}
        node.update(added)
        tops = {join("", key): join(origins[""], key) for key in added}
        return tops | {below: origin for below, origin in origins.items() if below}
    branches = node.setdefault("allOf", [])
    branches.append(template)
    return {f"/allOf/{len(branches) - 1}{below}": origin for below, origin in origins.items()}
