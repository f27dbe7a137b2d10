"""Discriminators: which property tells the variants of a union apart, and by which values."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import join, last_token
from fledge.openapi.schemas.derived import is_component, is_subtype_branch
from fledge.openapi.schemas.schema import Schema
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.schemas.subtypes import mapped_pointer, other_discriminators
from fledge.quick_dataclass import quick_dataclass

UNNAMEABLE = re.compile(r'["\\\x00-\x1f]')
"""What no wire name of a field may hold: msgspec refuses it."""


@quick_dataclass(frozen=True, slots=True)
class Discriminator:
    """A property, and what its values stand for, as pointers.

    `mapping` has the variant of each value, `default` is that of all others. `tags` are the values that variants send.
    """

    property: str
    mapping: Mapping[str, str]
    default: str | None
    tags: Mapping[str, str]


class DiscriminatorReader:
    """The discriminators of schemas with oneOf or anyOf."""

    def __init__(self, spec: Spec, schemas: Schemas, collector: DiagnosticCollector) -> None:
        self._spec = spec
        self._schemas = schemas
        self._collector = collector

    def read(self, schema: Schema) -> Discriminator | None:
        """The discriminator of a union; the mapping has implicit names first, and the description's own values last.

        None, with a warning, if no variant has the value that the mapping says: another property must be meant.
        """
        key = schema.discriminator_property
        if key is None:
            return None
        stated = self._stated_mapping(schema)
        if self._is_of_another_property(schema, key, stated):
            return None
        mapping = {**self._implicit_mapping(schema, key, stated.values()), **stated}
        mapping = {value: pointer for value, pointer in mapping.items() if pointer != schema.pointer}
        named = schema.discriminator_default
        default = self._mapped(schema, named, "maps other values", "/defaultMapping") if named is not None else None
        single = {value: pointer for value, pointer in mapping.items() if pointer != default}
        return Discriminator(key, mapping, default, self._tags(key, {**single, **stated}, stated))

    def _tags(self, key: str, mapping: Mapping[str, str], stated: Mapping[str, str]) -> dict[str, str]:
        """The value that each variant sends, if there is exactly one; one of the description's own before its name."""
        values: dict[str, list[str]] = {}
        for value, pointer in mapping.items():
            if value in stated or pointer not in stated.values():
                values.setdefault(pointer, []).append(value)
        return {pointer: each[0] for pointer, each in values.items() if len(each) == 1 and self._may_send(pointer, key)}

    def _may_send(self, pointer: str, key: str) -> bool:
        """Whether a variant may have a property: it declares it, not as readOnly, or allows further ones.

        One that no field can stand for is among the further ones.
        """
        if UNNAMEABLE.search(key):
            return False
        schema = self._schemas.whole(pointer)
        if key in schema.properties:
            return not self._schemas.says(schema.properties[key], "readOnly")
        closing = ("additionalProperties", "unevaluatedProperties")
        return not any(schema.keywords.get(keyword) is False for keyword in closing)

    def _stated_mapping(self, schema: Schema) -> dict[str, str]:
        pointers = {
            value: self._mapped(schema, target, f"maps `{value}`", join("/mapping", value))
            for value, target in schema.discriminator_mapping.items()
        }
        return {value: pointer for value, pointer in pointers.items() if pointer is not None}

    def _mapped(self, schema: Schema, target: str, role: str, key: str) -> str | None:
        """The pointer of what a discriminator names at a key; None, with a warning, if that is not there."""
        pointer = mapped_pointer(target)
        if self._schemas.has(pointer):
            return self._schemas.target(pointer)
        self._collector.warning(
            "discriminator-mapping",
            f"the discriminator {role} to `{target}`, which is not there",
            origin=self._spec.source_of(f"{schema.pointer}/discriminator{key}"),
            hint="map it to a schema such as `#/components/schemas/Name`",
        )
        return None

    def _is_of_another_property(self, schema: Schema, key: str, stated: Mapping[str, str]) -> bool:
        """Whether variants list several values of a property, and none of them the one that a mapping states for it."""
        listed = {value: self._property_values(pointer, key) or () for value, pointer in stated.items()}
        judged = {value: map(_text, values) for value, values in listed.items() if len(values) > 1}
        if not judged or any(value in values for value, values in judged.items()):
            return False
        value = next(iter(judged))
        self._collector.warning(
            "discriminator-mapping",
            f"the discriminator maps `{value}` to `{last_token(stated[value])}`, whose `{key}` has other values, so "
            "Fledge tells the variants apart by their properties",
            origin=self._spec.source_of(f"{schema.pointer}/discriminator/mapping"),
            hint="name the property that has the values of the mapping",
        )
        return True

    def _implicit_mapping(self, schema: Schema, key: str, mapped: Collection[str]) -> dict[str, str]:
        """The variants by their constants, or else by their names, which hold beside a mapping (OpenAPI 3.1.1, 4.8.25)."""
        claims: dict[str, list[str]] = {}
        base, unclaimed = self._inheritance(schema)
        for end in self._ends(schema, key, (), mapped):
            if end not in unclaimed:
                for value in self._values_of(end, key, base, is_mapped=end in mapped):
                    claims.setdefault(value, []).append(end)
        # A value of several variants decides nothing: constants do.
        return {value: ends[0] for value, ends in claims.items() if len(ends) == 1}

    def _inheritance(self, schema: Schema) -> tuple[str, tuple[str, ...]]:
        """Where a union is that of subtypes: the schema that they extend, and those that no value alone stands for."""
        if not any(map(is_subtype_branch, schema.variants)):
            return "", ()
        base = self._schemas.target(schema.variants[0])
        divided = other_discriminators(base, self._schemas.subtypes, self._schemas.raw)
        return base, (base, *divided, *(each for one in divided for each in self._schemas.subtypes[one]))

    def _ends(self, schema: Schema, key: str, path: tuple[str, ...], mapped: Collection[str]) -> Iterator[str]:
        """The schemas that a union's variants lead to: unions, and their variants unless these are `mapped`.

        So are those that extend a variant, if the union is not the one of these.
        """
        is_inheritance = any(map(is_subtype_branch, schema.variants))
        for end in map(self._schemas.target, schema.variants):
            inner = self._schemas.whole(end)
            if not inner.variants or inner.properties or schema.properties or end in mapped:
                yield end
                if not is_inheritance:
                    yield from (each for each in self._schemas.subtypes.get(end, ()) if each not in mapped)
            elif inner.pointer not in path:
                ends = list(self._ends(inner, key, (*path, inner.pointer), mapped))
                if all(self._property_values(each, key) is None for each in ends):
                    yield end
                yield from ends

    def _values_of(self, pointer: str, key: str, base: str, *, is_mapped: bool) -> list[str]:
        """The values of a variant beside the mapping: its constants, else its component's key.

        What the property may be in the schema that it extends, `base`, does not tell it from others. Nor do several
        values of a schema that the mapping has.
        """
        values = self._property_values(pointer, key, base)
        if values:
            return [_text(value) for value in values] if not is_mapped or len(values) == 1 else []
        return [last_token(pointer)] if is_component(pointer) else []

    def _property_values(self, pointer: str, key: str, base: str = "") -> tuple[JSON, ...] | None:
        """The values that a schema has for a property; None if it has none, or those of the schema that it extends."""
        at = self._schemas.whole(pointer).properties.get(key)
        is_inherited = bool(base) and at == self._schemas[base].properties.get(key)
        return self._schemas.whole(at).values if at and not is_inherited else None


def _text(value: JSON) -> str:
    """A value as mappings have it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
