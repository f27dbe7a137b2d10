"""Intersections: the schema of what all members of an allOf allow (JSON Schema Core 2020-12, 10.2.1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.openapi.json_values import JSON, has_type, is_same_scalar
from fledge.openapi.pointer import join
from fledge.openapi.schemas.declared import declares_more
from fledge.openapi.schemas.derived import Derivation, derived_pointer
from fledge.openapi.schemas.limits import intersect_keywords
from fledge.openapi.schemas.plain import PlainTypes
from fledge.openapi.schemas.schema import Schema


class SchemaSource(Protocol):
    """The schemas of a description, by their pointers."""

    plain: PlainTypes
    widened: dict[str, None]

    def __getitem__(self, pointer: str) -> Schema:
        """A schema, normalized."""

    def raw(self, pointer: str) -> Any:
        """A schema as it is written."""

    def target(self, pointer: str) -> str:
        """Where a chain of references ends."""

    def whole(self, pointer: str) -> Schema:
        """The schema that says what is at `pointer`."""

    def derive(self, pointer: str, schema: Any) -> str:
        """Put a schema that the description does not have at a derived pointer."""

    def either(self, pointer: str, derivation: Derivation, schemas: Iterable[str]) -> str:
        """The pointer of what any of some schemas allows, which is derived from what is at `pointer`."""

    def source_of(self, pointer: str) -> SourcePointer:
        """Where a schema was read."""


class Intersections:
    """Makes schemas of what two of them allow."""

    def __init__(self, schemas: SchemaSource, collector: DiagnosticCollector) -> None:
        self._schemas = schemas
        self._collector = collector

    def intersect(self, owner: str, one: Schema, other: Schema) -> Schema:
        """The schema of what both allow. What cannot be intersected is widened, with a warning."""
        types, is_empty = _types(one, other)
        values = _values(one, other)
        is_nullable = all(part.nullable for part in (one, other) if part.is_typed)
        if is_empty or values == ():
            if one.allows_null and other.allows_null:
                return Schema(pointer=owner, types=("null",))
            sides = (_or(one.types or ()), _or(other.types or ())) if is_empty else (_described(one), _described(other))
            self._schemas.widened[owner] = None
            self._collector.warning(
                "allof-conflict",
                f"allOf asks for {sides[0]} and for {sides[1]} at once, so any value is accepted",
                origin=self._schemas.source_of(owner),
                hint=f"let the members of allOf agree on `{'type' if is_empty else 'enum'}`",
            )
            return Schema(pointer=owner, nullable=one.nullable or other.nullable)
        properties = {**one.properties}
        for key, at in other.properties.items():
            properties[key] = self._property(owner, key, one, other) if key in one.properties else at
        extra = self._optional(owner, "additionalProperties", one.additional_properties, other.additional_properties)
        formats = dict.fromkeys((one.format, *one.further_formats, other.format, *other.further_formats))
        formats.pop("", None)
        first, *further = formats or ("",)
        return Schema(
            pointer=owner,
            types=types,
            nullable=is_nullable,
            values=values,
            format=first,
            further_formats=tuple(further),
            properties=properties,
            conditional=dict.fromkeys(
                [
                    key
                    for key in (*one.conditional, *other.conditional)
                    if all(key in part.conditional or key not in part.properties for part in (one, other))
                ]
            ),
            required={**one.required, **other.required},
            additional_properties=extra,
            items=self._optional(owner, "items", one.items, other.items),
            prefix=tuple(self._prefix(owner, one, other)) if one.prefix or other.prefix else (),
            closed_items=one.closed_items or other.closed_items,
            variants=one.variants + other.variants,
            discriminator=one.discriminator or (other.discriminator if other.variants else None),
            keywords=intersect_keywords(one.keywords, other.keywords),
        )

    def _property(self, owner: str, key: str, one: Schema, other: Schema) -> str:
        """The pointer of a property that two schemas declare.

        What holds under a condition only is not asked for by both.
        """
        at, mine, theirs = join(owner, "properties", key), one.properties[key], other.properties[key]
        match key in one.conditional, key in other.conditional:
            case True, True:
                return self._schemas.either(at, Derivation.EITHER, (mine, theirs))
            case True, False:
                return self.with_condition(at, theirs, mine)
            case False, True:
                return self.with_condition(at, mine, theirs)
            case _:
                return self._both(at, mine, theirs)

    def with_condition(self, at: str, stated: str, condition: str) -> str:
        """The pointer of a property with what it has only under a condition: further properties, required of nobody."""
        whole = self._schemas.whole
        if not whole(stated).properties or not declares_more(whole, condition, stated):
            return stated
        both = {"allOf": [{"$ref": f"#{stated}"}], "then": {"$ref": f"#{condition}"}}
        return self._schemas.derive(derived_pointer(at, Derivation.BOTH), both)

    def _prefix(self, owner: str, one: Schema, other: Schema) -> Iterator[str]:
        """The first items of arrays, one by one; what only one of two says is what both allow."""
        for index in range(max(len(one.prefix), len(other.prefix))):
            mine, theirs = (each.prefix[index] if index < len(each.prefix) else each.items for each in (one, other))
            at = self._optional(owner, f"prefixItems/{index}", mine, theirs)
            if at is not None:
                yield at

    def _optional(self, owner: str, part: str, one: str | None, other: str | None) -> str | None:
        """The pointer of what two parts allow, of which either may be absent; `part` is where it would be in `owner`."""
        return self._both(f"{owner}/{part}", one, other) if one is not None and other is not None else one or other

    def _both(self, at: str, one: str, other: str) -> str:
        """The pointer of what two schemas allow: the narrower of them, or an allOf of both below `at`."""
        plain = self._schemas.plain
        if one == other:
            return one
        if plain[one] is None or plain[other] is None:  # else each says something, and neither names the other
            ends = self._schemas.target(one), self._schemas.target(other)
            if ends[0] == ends[1] or self._says_nothing(other) or self.is_narrower(*ends):
                return one
            if self._says_nothing(one) or self.is_narrower(*reversed(ends)):
                return other
        both = {"allOf": [{"$ref": f"#{one}"}, {"$ref": f"#{other}"}]}
        return self._schemas.derive(derived_pointer(at, Derivation.BOTH), both)

    def _says_nothing(self, pointer: str) -> bool:
        return self._schemas.plain[pointer] is None and self._schemas[pointer].says_nothing

    def is_narrower(self, one: str, other: str) -> bool:
        """Whether one schema names the other in its allOf, directly or through others, or is one of its variants."""
        if any(self._schemas.target(variant) == one for variant in self._schemas[other].variants):
            return True
        pending, passed = [one], dict[str, None]()
        while pending:
            at = pending.pop()
            raw = self._schemas.raw(at)
            members = raw.get("allOf") if isinstance(raw, dict) else None
            for index in range(len(members) if isinstance(members, list) else 0):
                end = self._schemas.target(f"{at}/allOf/{index}")
                if end == other:
                    return True
                if end not in passed:
                    passed[end] = None
                    pending.append(end)
        return False


def _types(one: Schema, other: Schema) -> tuple[tuple[str, ...] | None, bool]:
    """The types that both allow, and whether there are none.

    A limit of other types than those does not speak of any.
    """
    if one.types is None or other.types is None or one.types == other.types:
        return one.types if one.types is not None else other.types, False
    both = tuple(t for t in one.types if t in other.types or (t == "integer" and "number" in other.types))
    both += tuple(t for t in other.types if t == "integer" and "number" in one.types and t not in both)
    if one.states_types != other.states_types:
        limiting, stating = (one, other) if other.states_types else (other, one)
        if both or not (limiting.properties or limiting.items or limiting.prefix):
            return stating.types, False
    return both, not both


def _values(one: Schema, other: Schema) -> tuple[JSON, ...] | None:
    """The values that both list, of the types that they state; None if neither lists any."""
    if one.values is None and other.values is None:
        return None
    values = one.values if one.values is not None else other.values or ()
    for part in (one, other):
        if part.values is not None:
            values = tuple(v for v in values if any(is_same_scalar(v, each) for each in part.values))
        elif part.states_types and part.types is not None:
            values = tuple(v for v in values if has_type(v, part.types))
    return values


def _described(schema: Schema) -> str:
    """What a schema asks for: its values, or else its types."""
    if schema.values is None:
        return _or(schema.types or ())
    return "one of " + ", ".join(f"`{json.dumps(value, ensure_ascii=False)}`" for value in schema.values)


def _or(types: Iterable[str]) -> str:
    return " or ".join(f"`{name}`" for name in types)
