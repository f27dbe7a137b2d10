"""References to what components cannot hold: path items, operations, containers and strings replace them in place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from fledge.diagnostics.source import SourcePointer
from fledge.loader.references.context import ReferenceContext, foreign
from fledge.loader.references.places import is_schema, kind_of
from fledge.loader.references.registry import NodeAddress, UnresolvedReference
from fledge.openapi.json_values import JSON, deep_copy, reference_of
from fledge.openapi.objects import ALL_FIELDS, NAME_FIELDS, REFERABLE, TEXT_FIELDS, Container
from fledge.openapi.pointer import join, upwards
from fledge.openapi.source_map import lookup

_CALLED = {"path": "a path item", "operation": "an operation", "media": "a media type"}

_MAX_INLINED = 100_000
"""How many references of one description may be replaced by their targets: a few files can ask for billions."""


@dataclass(slots=True)
class Fragment:
    """A tree that becomes part of the result: the description itself, or a node of another file that it refers to."""

    kind: str
    node: JSON
    source_map: dict[str, SourcePointer]
    inlined: dict[str, list[NodeAddress]] = field(default_factory=dict[str, list[NodeAddress]])
    """The nodes that were inlined at each pointer."""


class Inliner:
    """Inlines the references of one description. References of `kinds` become components and are left alone."""

    def __init__(self, context: ReferenceContext, kinds: Collection[str]) -> None:
        self._context = context
        self._registry = context.registry
        self._kinds = kinds
        self._count = 0

    def expand(self, fragment: Fragment, kind: str, pointer: str, node: dict[str, JSON]) -> None:
        """Replace the references of one object, and of its containers and strings, in place.

        A well-formed object has no references in place of containers or strings.
        """
        if kind == "media" and self._is_of_schema(fragment, pointer, node):
            self._wrap_schema(pointer, node, lookup(fragment.source_map, pointer))
            fragment.source_map[join(pointer, "schema")] = lookup(fragment.source_map, pointer)
        if kind not in self._kinds and reference_of(node) is not None:
            content = self._inline(fragment, kind, pointer, node)
            if isinstance(content, dict):
                self._context.before_change()
                node.clear()
                node.update(content)
        fields, strings = ALL_FIELDS[kind], TEXT_FIELDS.get(kind, ())
        for key in [key for key, value in node.items() if isinstance(value, dict) and "$ref" in value]:
            child, value = fields.get(key), node[key]
            container = child is not None and child.container is not Container.ONE
            if child and child.container is Container.LIST and self._is_item(fragment, join(pointer, key), value):
                continue
            if isinstance(value["$ref"], str) and (container or key in strings or key in NAME_FIELDS.get(kind, ())):
                content = self._inline(fragment, "", join(pointer, key), value)
                if content is not None:
                    self._context.before_change()
                    node[key] = content

    def _is_of_schema(self, fragment: Fragment, pointer: str, node: dict[str, JSON]) -> bool:
        """Whether a reference in place of a media type leads to a schema."""
        reference = reference_of(node)
        target = self._context.find(reference, lookup(fragment.source_map, pointer)) if reference else None
        return isinstance(target, NodeAddress) and is_schema(target, self._registry)

    def _wrap_schema(self, pointer: str, node: dict[str, JSON], origin: SourcePointer) -> None:
        """Make a media type that refers to a schema one that has this schema."""
        self._context.before_change()
        reference = node.pop("$ref")
        node["schema"] = {"$ref": reference}
        self._context.add_error(
            UnresolvedReference(
                code="wrong-type",
                message=f"The target of $ref {reference} is a schema, not a media type; Fledge reads it as its `schema`.",
                hint="Put the $ref into `schema`.",
            ),
            SourcePointer(source=origin.source, pointer=join(origin.pointer, "$ref")),
        )

    def _is_item(self, fragment: Fragment, pointer: str, node: dict[str, JSON]) -> bool:
        """Whether a reference in place of an array is the only item of it: what it leads to is no array."""
        reference = reference_of(node)
        target = self._context.find(reference, lookup(fragment.source_map, pointer)) if reference else None
        return isinstance(target, NodeAddress) and isinstance(self._registry.value(target), dict)

    def _inline(self, fragment: Fragment, kind: str, pointer: str, node: dict[str, JSON]) -> JSON:
        """The target of a node's reference with the node's own keys over it; None if there is none."""
        content: JSON = {key: value for key, value in node.items() if key != "$ref"}
        reference, origin = node["$ref"], lookup(fragment.source_map, pointer)
        has_siblings = bool(content)
        while True:
            target = self._context.find(reference, origin)
            if not isinstance(target, UnresolvedReference) and self._repeats(fragment, pointer, target):
                target = UnresolvedReference(
                    code="reference-cycle",
                    message=f"The target of $ref {reference} contains itself; Fledge does not repeat it.",
                    hint="No action needed if intended.",
                )
            if not isinstance(target, UnresolvedReference) and not self._can_be(kind, target):
                target = UnresolvedReference(
                    code="wrong-type",
                    message=f"The target of $ref {reference} is not {_CALLED[kind]}; Fledge ignores it.",
                    hint=f"Refer to {_CALLED[kind]}.",
                )
            if isinstance(target, UnresolvedReference):
                self._give_up(kind, node, target, reference, origin)
                return None
            value = self._registry.value(target)
            self._context.used[target.address] = None
            fragment.inlined.setdefault(pointer, []).append(target)
            if not isinstance(value, dict):
                if has_siblings:
                    return None
                fragment.source_map[pointer] = self._registry.origin(target)
                return deep_copy(value)
            self._add_keys(fragment, pointer, content, value, target)
            if reference_of(value) is None:
                return content
            reference, origin = value["$ref"], self._registry.origin(target)

    def _can_be(self, kind: str, target: NodeAddress) -> bool:
        """Whether a node can be an object of a kind: it is an object, and does not stand where there are other ones."""
        if kind not in _CALLED:
            return True
        return isinstance(self._registry.value(target), dict) and kind_of(target, self._registry) in (None, kind)

    def _give_up(
        self, kind: str, node: dict[str, JSON], error: UnresolvedReference, reference: str, origin: SourcePointer
    ) -> None:
        """Remember why a reference cannot be resolved; a local one is left to `report_unresolved`, which knows more."""
        if kind in REFERABLE and error.code not in ("reference-cycle", "wrong-type"):
            if self._context.is_entry(origin) and reference.startswith("#") and node["$ref"] == reference:
                return
            self._context.before_change()
            node["$ref"] = foreign(reference, origin)
        else:
            self._context.before_change()
            del node["$ref"]
        self._context.add_error(error, SourcePointer(source=origin.source, pointer=join(origin.pointer, "$ref")))

    def _add_keys(
        self, fragment: Fragment, pointer: str, content: JSON, value: dict[str, JSON], target: NodeAddress
    ) -> None:
        """Add the keys of a target that are not set yet; each remembers where it was read."""
        origin = lookup(fragment.source_map, pointer)
        for key in content:
            at = join(pointer, key)
            if at not in fragment.source_map:
                fragment.source_map[at] = SourcePointer(source=origin.source, pointer=join(origin.pointer, key))
        fragment.source_map[pointer] = self._registry.origin(target)
        for key, member in value.items():
            if key not in content and key != "$ref":
                content[key] = deep_copy(member)

    def _repeats(self, fragment: Fragment, pointer: str, target: NodeAddress) -> bool:
        """Whether a target was inlined above `pointer` already, or the description inlines too much."""
        self._count += 1
        if self._count > _MAX_INLINED:
            return True
        return any(
            target in fragment.inlined.get(above, ())
            or self._context.is_here(lookup(fragment.source_map, above), target)
            for above in upwards(pointer)
        )
