"""All schemas of the description, each normalized on demand.

Everything is addressed by its JSON pointer. A schema that an allOf makes, and that the description does not have, gets
a pointer below its owner's, so that its name and its source still come from where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.openapi.document import Spec
from fledge.openapi.json_values import as_array, as_object, as_string, as_strings
from fledge.openapi.pointer import escape, join, last_token
from fledge.openapi.schemas.branches import Branches
from fledge.openapi.schemas.depth import DEPTH, report_depth
from fledge.openapi.schemas.derived import Derivation, derived_pointer, is_component
from fledge.openapi.schemas.intersections import Intersections
from fledge.openapi.schemas.nodes import Nodes
from fledge.openapi.schemas.plain import HOLDING, STANDING, PlainTypes, plain_type
from fledge.openapi.schemas.schema import Schema, implied_types, is_structural, pure_reference
from fledge.openapi.schemas.subtypes import find_subtypes, subtypes_union

_CONDITIONS = frozenset({"dependentSchemas", "else", "if", "then"})
"""Keywords by which a schema may have a property under a condition only."""

_EXTRA = frozenset({"additionalProperties", "patternProperties", "unevaluatedProperties"})
"""Keywords about properties that are not declared one by one."""

_DEPENDING = STANDING | _CONDITIONS
"""Keywords by which other schemas decide what one says; the others only name what it holds."""

_PARTED = frozenset({dict, list})
"""The types of values that hold other ones."""

_STRUCTURED = frozenset({"properties", "items", "allOf", "oneOf", "anyOf", "additionalProperties"})


class Schemas:
    """All schemas of a document, each normalized once and on demand."""

    def __init__(self, spec: Spec, collector: DiagnosticCollector) -> None:
        self._spec = spec
        self._collector = collector
        self._nodes = Nodes({"": spec.root})
        self.plain = PlainTypes(self._nodes)
        """The types of inline schemas that are plain."""
        self._targets: dict[str, str] = {}
        self._normal: dict[str, Schema] = {}
        self._open: dict[str, None] = {}
        self._branches = Branches(self._nodes, self.target)
        self.widened: dict[str, None] = {}
        """Schemas that allow any value because of a fault that was reported."""
        self.subtypes = find_subtypes(spec.root, self.target)
        """The schemas that extend each component with a discriminator."""
        self._intersections = Intersections(self, collector)

    def raw(self, pointer: str) -> Any:
        """What stands at `pointer`, in the document or made by a merge. Raises KeyError where nothing does."""
        return self._nodes[pointer]

    def note(self, nodes: Mapping[str, Any]) -> None:
        """Take down what stands at pointers of the document, from who sees it anyway, so that nobody looks for it."""
        self._nodes.update(nodes)

    def keywords_at(self, pointer: str) -> Mapping[str, Any]:
        """The keywords that stand at `pointer` itself; none if the schema is true or false.

        Raises KeyError as `raw`.
        """
        node = self._nodes[pointer]
        return node if isinstance(node, dict) else {}

    def has(self, pointer: str) -> bool:
        """Whether something stands at `pointer`."""
        try:
            self._nodes[pointer]
        except KeyError:
            return False
        return True

    def derive(self, pointer: str, schema: Any) -> str:
        """Put a schema that the description does not have at a derived pointer, or below if another one is there; return it."""
        while self._nodes.setdefault(pointer, schema) != schema:
            pointer += pointer[pointer.rindex("/") :]
        return pointer

    def either(self, pointer: str, derivation: Derivation, schemas: Iterable[str]) -> str:
        """The pointer of what any of some schemas allows, which is derived from what is at `pointer`."""
        first, *others = {self.target(each): each for each in schemas}.values()
        if not others:
            return first
        branches = [{"$ref": f"#{each}"} for each in (first, *others)]
        return self.derive(derived_pointer(pointer, derivation), {"anyOf": branches})

    def derive_object(self, schema: Schema) -> str:
        """The pointer of the objects that a schema allows, apart from its other types."""
        parts: dict[str, Any] = {
            "type": "object",
            "properties": {key: {"$ref": f"#{pointer}"} for key, pointer in schema.properties.items()},
            "required": list(schema.required),
        }
        if schema.additional_properties:
            parts["additionalProperties"] = {"$ref": f"#{schema.additional_properties}"}
        return self.derive(derived_pointer(schema.pointer, Derivation.OBJECT), parts)

    def usage(self, pointer: str) -> str:
        """The pointer of what a reference to a schema means: any of its subtypes or itself, where there are some."""
        if pointer not in self.subtypes:
            return pointer
        at = derived_pointer(pointer, Derivation.SUBTYPES)
        if at not in self._nodes:
            self.derive(at, subtypes_union(pointer, self.subtypes, self.raw))
        return at

    def source_of(self, pointer: str) -> SourcePointer:
        """Where the node at `pointer` was read; a derived schema has the source of its owner."""
        return self._spec.source_of(pointer)

    def shape(self, pointer: str) -> Mapping[str, Any]:
        """The keywords of a schema behind its references; none if there is no schema."""
        return self.keywords_at(self.target(pointer)) if self.has(pointer) else {}

    def may_be_string(self, pointer: str) -> bool:
        """Whether a schema allows strings, or does not say what it allows."""
        shape = self.shape(pointer)
        types = shape.get("type")
        if types is None:
            return _STRUCTURED.isdisjoint(shape)
        return "string" in (types if isinstance(types, list) else [types])

    def only_value(self, pointer: str) -> object:
        """The value of a schema that allows exactly one; None if there is none."""
        schema = self.whole(pointer)
        is_single = schema.values is not None and len(schema.values) == 1 and not schema.nullable
        return schema.values[0] if schema.values and is_single else None

    def branches(self, pointer: str) -> tuple[str, ...]:
        """The branches of oneOf and anyOf that stand at `pointer` itself, null left out."""
        return self._branches.of(pointer, self.keywords_at(pointer))[0]

    def says(self, pointer: str, flag: str) -> bool:
        """Whether a property is marked with a flag such as readOnly, itself or through what it is made of."""
        return self._branches.say(pointer, flag)

    def is_null(self, pointer: str) -> bool:
        """Whether null is the only value of the schema at `pointer`."""
        return self._branches.is_null(pointer)

    def meant(self, pointer: str) -> Iterator[str]:
        """A schema, and those that stand for it alone: what it refers to, its only variant beside null, its only part."""
        passed: set[str] = set()
        while pointer not in passed:
            passed.add(pointer)
            yield pointer
            raw = self.keywords_at(pointer)
            if STANDING.isdisjoint(raw):
                break
            reference = pure_reference(raw)
            if reference is not None:
                pointer = reference
                continue
            others = [f"{pointer}/allOf/{index}" for index in range(len(as_array(raw.get("allOf"))))]
            others += self._branches.of(pointer, raw)[0]
            if len(others) == 1:
                pointer = others[0]

    def annotations(self, pointer: str) -> list[str]:
        """The parts of an allOf that say nothing of values, such as `{description: ...}` beside a reference."""
        parts = [f"{pointer}/allOf/{index}" for index in range(len(as_array(self.keywords_at(pointer).get("allOf"))))]
        return [each for each in parts if not any(map(is_structural, self.keywords_at(each)))]

    def target(self, pointer: str) -> str:
        """Where a chain of pure references that begins at `pointer` ends."""
        end = self._targets.get(pointer)
        if end is None:
            node = self._nodes[pointer]
            if isinstance(node, dict) and "$ref" in node:
                return self._follow(pointer)
            end = self._targets[pointer] = pointer
        return end

    def _follow(self, pointer: str) -> str:
        passed: dict[str, None] = {}
        end: str | None = None
        while end is None:
            reference = pure_reference(self._nodes[pointer]) if pointer not in passed else None
            passed[pointer] = None
            if reference is None:
                end = pointer
            else:
                pointer = reference
                end = self._targets.get(pointer)  # most are referred to again and again
        self._targets.update(dict.fromkeys(passed, end))
        return end

    def whole(self, pointer: str) -> Schema:
        """The schema that says what is at `pointer`: that of the component, where it only refers to one."""
        schema = self[self.target(pointer)]
        return self[schema.target] if schema.target else schema

    def __getitem__(self, pointer: str) -> Schema:
        schema = self._normal.get(pointer)
        if schema is None:
            raw = self._nodes[pointer]
            if not isinstance(raw, dict):
                schema = Schema(pointer=pointer)
            elif _DEPENDING.isdisjoint(raw):  # as most
                schema = self._local(pointer, raw)
            elif pointer in self._open:
                return Schema(pointer=pointer)  # a schema that holds itself through allOf adds nothing
            else:
                schema = self._made_of_others(pointer, raw)
            self._normal[pointer] = schema
        return schema

    def _made_of_others(self, pointer: str, raw: Mapping[str, Any]) -> Schema:
        self._open[pointer] = None
        is_deep = len(self._open) > DEPTH and report_depth(self._spec.source_of(pointer), self._collector)
        schema = Schema(pointer=pointer) if is_deep else self._normalize(pointer, raw)
        del self._open[pointer]
        return self._circular(schema) if schema.target == pointer else schema

    def _circular(self, schema: Schema) -> Schema:
        """A schema that only refers to itself, as in `A: {allOf: [A]}`: it excludes no value."""
        self.widened[schema.pointer] = None
        self._collector.warning(
            "schema-cycle",
            f"`{last_token(schema.pointer)}` is nothing but another name of itself, so any value is accepted",
            origin=self._spec.source_of(schema.pointer),
            hint="say what it holds",
        )
        return replace(schema, target=None)

    def _normalize(self, pointer: str, raw: Mapping[str, Any]) -> Schema:
        if "$ref" not in raw and "allOf" not in raw:
            return self._unwrapped(self._local(pointer, raw))
        keywords = {key: value for key, value in raw.items() if key not in ("$ref", "allOf")}
        parts: list[Schema] = []
        if isinstance(raw.get("$ref"), str):
            parts.append(self._part(raw["$ref"].removeprefix("#")))
        for index, member in enumerate(as_array(raw.get("allOf"))):
            at = f"{pointer}/allOf/{index}"
            self._nodes[at] = member
            parts.append(self._part(at))
        local = self._local(pointer, keywords)
        if not parts:
            return self._unwrapped(local)
        structural = [part for part in parts if not part.says_nothing and not self._is_implied(part, parts)]
        inherits = pointer in self.subtypes or any(pointer in subtypes for subtypes in self.subtypes.values())
        targets = {part.target for part in structural}
        if len(targets) == 1 and structural[0].target and not inherits:
            if local.says_nothing or self._limits_other_types(local, structural[0].target):
                is_nullable = all(part.nullable for part in structural)
                return replace(local, types=None, target=structural[0].target, nullable=is_nullable)
        merged = local
        for part in parts:
            whole = self[part.target] if part.target else part
            if part.nullable and not whole.nullable:
                whole = replace(whole, nullable=True)
            alone = {pointer, *(other.target for other in parts if other is not part)}
            if any(self.target(variant) in alone for variant in whole.variants):
                whole = replace(whole, variants=(), discriminator=None)  # the variant that it must be is here itself
            merged = self._intersections.intersect(pointer, merged, whole)
        return replace(merged, pointer=pointer, keywords={**keywords, **merged.keywords})

    def _limits_other_types(self, schema: Schema, target: str) -> bool:
        """Whether a schema only limits values of types that those of another one do not have, such as texts beside objects."""
        others = self[target].types
        if schema.states_types or not schema.types or others is None or not set(others).isdisjoint(schema.types):
            return False
        return "number" not in schema.types and replace(schema, types=None).says_nothing

    def _is_implied(self, part: Schema, parts: list[Schema]) -> bool:
        """Whether another member of an allOf is a part of this one: a schema that extends it, or one of its variants."""
        narrower = self._intersections.is_narrower
        return any(e.target and part.target and e is not part and narrower(e.target, part.target) for e in parts)

    def _unwrapped(self, schema: Schema) -> Schema:
        """The only variant of a schema that says nothing else, as in `anyOf: [X, {type: null}]`."""
        if len(schema.variants) != 1 or not schema.says_no_more_than_variants:
            return schema
        only = self._part(schema.variants[0])
        nullable = schema.nullable or only.nullable
        if only.target:
            return replace(schema, target=only.target, variants=(), nullable=nullable)
        annotations = {key: value for key, value in schema.keywords.items() if not is_structural(key)}
        return replace(only, pointer=schema.pointer, nullable=nullable, keywords={**only.keywords, **annotations})

    def _part(self, pointer: str) -> Schema:
        """One member of an intersection; a pure reference to a component keeps its target."""
        end = self.target(pointer)
        if is_component(end):
            whole = self[end]
            return Schema(pointer=pointer, target=whole.target or end, nullable=whole.nullable)
        return self[end]

    def _local(self, pointer: str, raw: Mapping[str, Any]) -> Schema:
        """What the keywords of a schema itself say, without its `$ref` and allOf."""
        named = raw.get("type")
        types: tuple[str, ...] | None = None
        nullable = False
        if isinstance(named, str) and named != "null":
            types = (named,)
        elif isinstance(named, (str, list)):
            names = dict.fromkeys(as_strings([named] if isinstance(named, str) else named))
            nullable = "null" in names
            types = tuple(item for item in names if item != "null") or (("null",) if nullable else None)
            if types == ("null",):
                nullable = False
        values: tuple[Any, ...] | None = None
        if "const" in raw:
            values = (raw["const"],)
        elif isinstance(listed := raw.get("enum"), list) and listed and _PARTED.isdisjoint(map(type, listed)):
            values = tuple(listed)
        if values is not None and None in values and len(values) > 1:
            values = tuple(value for value in values if value is not None)
            nullable = True
        if types is None:
            types = implied_types(raw)
        form = as_string(raw["format"]) if "format" in raw else ""
        if HOLDING.isdisjoint(raw):
            return Schema(pointer=pointer, types=types, nullable=nullable, values=values, format=form, keywords=raw)
        properties, conditional = self._properties(pointer, raw)
        items = raw.get("items")
        item = f"{pointer}/items" if isinstance(items, dict) else None
        if item:
            self._nodes[item] = items
        prefix = raw.get("prefixItems")
        variants, null_variant = self._branches.of(pointer, raw)
        if null_variant and not variants and types is None and values is None:
            types, null_variant = ("null",), False
        return Schema(
            pointer=pointer,
            types=types,
            nullable=nullable or null_variant,
            values=values,
            format=form,
            properties=properties,
            conditional=conditional,
            required=dict.fromkeys(as_strings(raw["required"])) if "required" in raw else {},
            additional_properties=self._extra(pointer, raw),
            items=item,
            prefix=tuple(f"{pointer}/prefixItems/{i}" for i in range(len(as_array(prefix)))) if prefix else (),
            closed_items=items is False,
            variants=variants,
            discriminator=raw["discriminator"] if isinstance(raw.get("discriminator"), dict) else None,
            keywords=raw,
        )

    def _properties(self, pointer: str, raw: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, None]]:
        """Declared properties, and which of them only hold under a condition: these are required of nobody."""
        declared = as_object(raw.get("properties"))
        properties: dict[str, str] = {}
        nodes, plain = self._nodes, self.plain
        for key, node in declared.items():  # there are tens of thousands
            at = f"{pointer}/properties/{escape(key) if '/' in key or '~' in key else key}"
            properties[key] = at
            nodes[at] = node
            plain[at] = plain_type(node)
        if _CONDITIONS.isdisjoint(raw):
            return properties, {}
        held: dict[str, list[str]] = {}
        holders = [f"{pointer}/{keyword}" for keyword in ("then", "else") if isinstance(raw.get(keyword), dict)]
        holders += [join(pointer, "dependentSchemas", key) for key in as_object(raw.get("dependentSchemas"))]
        for holder in holders:
            for key, property_at in self.whole(holder).properties.items():
                held.setdefault(key, []).append(property_at)
        for key in as_object(as_object(raw.get("if")).get("properties")):
            if key not in held:  # values that do not meet the condition are allowed, too
                at = join(pointer, "if", "properties", key)
                held[key] = [self.derive(derived_pointer(at, Derivation.OTHERWISE), {})]
        stated = dict(properties)
        for key, schemas in held.items():
            at = join(pointer, "properties", key)
            either = self.either(at, Derivation.EITHER, schemas)
            properties[key] = self._intersections.with_condition(at, stated[key], either) if key in stated else either
        return properties, dict.fromkeys(key for key in held if key not in stated)

    def _extra(self, pointer: str, raw: Mapping[str, Any]) -> str | None:
        """The schema of properties that are not declared one by one, beside declared ones or alone."""
        if _EXTRA.isdisjoint(raw):
            return None
        pointers = [join(pointer, "patternProperties", key) for key in as_object(raw.get("patternProperties"))]
        extra = ("additionalProperties", "unevaluatedProperties")
        pointers += [f"{pointer}/{each}" for each in extra if isinstance(raw.get(each), dict) and raw[each]][:1]
        return self.either(pointer, Derivation.VALUES, pointers) if pointers else None
