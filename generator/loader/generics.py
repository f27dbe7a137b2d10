"""Templates filled in: a schema that refers to one, and says what its `$dynamicRef` means, becomes a copy of it.

JSON Schema resolves `$dynamicRef` by the schemas that led to it (2020-12, 8.2.3.2). Where one of them names another by
`$ref` and holds the `$dynamicAnchor` that is asked for, itself or in its `$defs`, that is known from the text alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Origin
from generator.loader.draft import Draft, copy
from generator.loader.grammar import walk
from generator.loader.library import Fault, Library
from generator.loader.spec import JSON, escape, unescape

_MOST = 50_000
"""How many schemas the copies of one description may have: templates that use each other can ask for billions."""
_DEEPEST = 50
"""How many templates may stand within each other."""
_NAMES = frozenset({"$id", "$anchor", "$dynamicAnchor", "$schema"})
_SAYS_NOTHING = _NAMES | {"$comment", "$defs", "title", "description", "deprecated", "example", "examples", "not"}


def fill(draft: Draft, library: Library) -> None:
    """Fill in, in place, the templates that a description holds and uses."""
    if "$dynamicRef" not in draft.document.text:
        return
    templates = _Templates(draft, library)
    for kind, at, node in list(walk(draft.root)):
        if kind == "schema" and isinstance(node, dict):
            templates.fill(at, node)


class _Templates:
    """The schemas of one description, as they were before any was filled in."""

    def __init__(self, draft: Draft, library: Library) -> None:
        self._draft = draft
        self._library = library
        self._address = library.addresses[draft.name]
        self._root = copy(draft.root)
        self._left = _MOST
        self._asking: dict[tuple[str, frozenset[str]], bool] = {}

    def fill(self, at: str, node: dict[str, JSON]) -> None:
        """Replace what the schema at a pointer refers to, if it says what is meant there."""
        bound = _anchors(at, node)
        for _, below, each in list(walk(node, "schema", at)) if bound else ():
            name = _asked(each)
            if name and bound.get(name, at) != at and not below.startswith(f"{at}/$defs/"):
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
        if to is None or to == around or self._left <= 0 or not self._asks(to, bound):
            return
        made, origins = self._copy(to, bound, {to: around})
        for below, origin in _put(node, made, origins).items():
            self._draft.moved(f"{at}{below}", self._draft.origin(origin))

    def _copy(
        self, pointer: str, bound: Mapping[str, str], within: Mapping[str, str]
    ) -> tuple[dict[str, JSON], dict[str, str]]:
        """A template filled in, and where each of its parts was read; templates `within` which it stands come back."""
        made = copy(self._value(pointer))
        assert isinstance(made, dict)
        origins = {"": pointer}
        parts = list(walk(made, "schema"))
        self._left -= len(parts)
        for _, at, node in parts:
            if not isinstance(node, dict):
                continue
            name = _asked(node)
            if name in bound:
                del node["$dynamicRef"]
                node["$ref"] = f"#{bound[name]}"
                origins[at] = bound[name]
            elif (to := self._target(node.get("$ref"), f"{pointer}{at}")) is not None and self._asks(to, bound):
                if to in within:
                    node["$ref"] = f"#{within[to]}"
                    origins[at] = within[to]
                elif self._left > 0 and len(within) < _DEEPEST:
                    inner, places = self._copy(to, bound, {**within, to: to})
                    origins |= {f"{at}{below}": place for below, place in _put(node, inner, places).items()}
        definitions = made.get("$defs")
        if isinstance(definitions, dict):
            made["$defs"] = {
                key: each
                for key, each in definitions.items()
                if not (isinstance(each, dict) and each.get("$dynamicAnchor") in bound)
            }
        return {key: value for key, value in made.items() if key not in _NAMES}, origins

    def _bind(self, node: dict[str, JSON], at: str, to: str) -> None:
        del node["$dynamicRef"]
        node["$ref"] = f"#{to}"
        self._draft.moved(at, self._draft.origin(to))

    def _asks(self, pointer: str, bound: Mapping[str, str]) -> bool:
        """Whether a schema, or one that it refers to, has a `$dynamicRef` to one of the names."""
        key = (pointer, frozenset(bound))
        if key not in self._asking:
            self._asking[key] = self._asks_at_all(pointer, bound)
        return self._asking[key]

    def _asks_at_all(self, pointer: str, bound: Mapping[str, str]) -> bool:
        waiting, seen = [pointer], {pointer}
        while waiting:
            pointer = waiting.pop()
            for _, at, node in walk(self._value(pointer), "schema"):
                if _asked(node) in bound:
                    return True
                to = self._target(node.get("$ref"), f"{pointer}{at}") if isinstance(node, dict) else None
                if to is not None and to not in seen:
                    seen.add(to)
                    waiting.append(to)
        return False

    def _target(self, reference: JSON, at: str) -> str | None:
        """The pointer that a reference leads to, if that is in this description."""
        if not isinstance(reference, str):
            return None
        found = self._library.find(reference, Origin(document=self._draft.name, pointer=at))
        if isinstance(found, Fault) or found.address != self._address:
            return None
        try:
            return found.pointer if isinstance(self._value(found.pointer), dict) else None
        except (KeyError, IndexError, TypeError, ValueError):  # what was read from a page stands elsewhere by now
            return None

    def _value(self, pointer: str) -> JSON:
        node: JSON = self._root
        for token in pointer.split("/")[1:]:
            node = node[int(token)] if isinstance(node, list) else node[unescape(token)]
        return node


def _anchors(at: str, node: Mapping[str, JSON]) -> dict[str, str]:
    """The names that a schema's `$defs` give a meaning, and where; what says nothing is there for others to fill in."""
    definitions = node.get("$defs")
    return {
        each["$dynamicAnchor"]: f"{at}/$defs/{escape(key)}"
        for key, each in (definitions.items() if isinstance(definitions, dict) else ())
        if isinstance(each, dict) and isinstance(each.get("$dynamicAnchor"), str) and not _SAYS_NOTHING.issuperset(each)
    }


def _asked(node: JSON) -> str:
    """The name that a schema asks for."""
    reference = node.get("$dynamicRef") if isinstance(node, dict) else None
    return reference.partition("#")[2] if isinstance(reference, str) else ""


def _put(node: dict[str, JSON], made: dict[str, JSON], origins: Mapping[str, str]) -> dict[str, str]:
    """Put what was made where a reference stands; returns where its parts were read, as they stand in the node."""
    del node["$ref"]
    if _SAYS_NOTHING.issuperset(node):
        placed = {key: value for key, value in made.items() if key not in node}
        node.update(placed)
        tops = {f"/{escape(key)}": f"{origins['']}/{escape(key)}" for key in placed}
        return tops | {below: origin for below, origin in origins.items() if below.split("/")[1:2] != []}
    branches = node.setdefault("allOf", [])
    branches.append(made)
    return {f"/allOf/{len(branches) - 1}{below}": origin for below, origin in origins.items()}
