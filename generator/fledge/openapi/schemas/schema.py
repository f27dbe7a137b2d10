"""One schema, normalized: references followed, allOf intersected, null set apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_ANNOTATIONS = frozenset(
    {
        "title",
        "summary",
        "description",
        "default",
        "deprecated",
        "example",
        "examples",
        "readOnly",
        "writeOnly",
        "externalDocs",
        "xml",
        "$comment",
        "$schema",
        "$id",
        "$anchor",
        "$defs",
        "definitions",
    }
)
_IMPLIED_TYPES = {
    **dict.fromkeys(("properties", "required", "additionalProperties", "patternProperties"), "object"),
    **dict.fromkeys(("minProperties", "maxProperties"), "object"),
    **dict.fromkeys(("items", "prefixItems", "minItems", "maxItems", "uniqueItems"), "array"),
    **dict.fromkeys(("minLength", "maxLength", "pattern"), "string"),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), "number"),
}
"""The type of whose values a keyword speaks."""

_NUMBER_FORMATS = {
    **{f"{sign}int{bits}": "integer" for sign in ("", "u") for bits in (8, 16, 32, 64)},
    **dict.fromkeys(("float", "double"), "number"),
}


def is_structural(keyword: str) -> bool:
    """Whether a keyword says something of values, and not only of the schema."""
    return keyword not in _ANNOTATIONS and not keyword.startswith("x-")


_NOTHING: Mapping[str, Any] = {}


def _nothing() -> Mapping[str, Any]:
    """One empty mapping for all leaves: to make four for each takes longer than all other fields."""
    return _NOTHING


@dataclass(slots=True, kw_only=True)  # not frozen, which takes thrice the time to make: there are tens of thousands
class Schema:
    """A schema without `$ref`, `allOf` and null; what it is made of is named by pointers. Nobody changes it.

    `types` are JSON types, None where the schema leaves them open. `target` is the component that it merely refers to.
    `variants` are the branches of oneOf or anyOf, null left out. `extra` is the schema of undeclared properties.
    `conditional` are the properties that nothing but conditions declare, such as `then`.
    `further_formats` are those that members of an allOf have beside `format`.
    """

    pointer: str
    target: str | None = None
    types: tuple[str, ...] | None = None
    nullable: bool = False
    values: tuple[Any, ...] | None = None
    format: str = ""
    further_formats: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=_nothing)
    conditional: Mapping[str, None] = field(default_factory=_nothing)
    required: Mapping[str, None] = field(default_factory=_nothing)
    additional_properties: str | None = None
    items: str | None = None
    prefix: tuple[str, ...] = ()
    closed_items: bool = False
    variants: tuple[str, ...] = ()
    discriminator: Mapping[str, Any] | None = None
    keywords: Mapping[str, Any] = field(default_factory=_nothing)

    @property
    def content_encoding(self) -> object:
        """How bytes are written as a string."""
        return self.keywords.get("contentEncoding")

    @property
    def content_media_type(self) -> str | None:
        """The media type of what a string holds; None if the schema does not say."""
        return str(self.keywords["contentMediaType"]) if "contentMediaType" in self.keywords else None

    @property
    def discriminator_property(self) -> str | None:
        """The property by which the variants are told apart."""
        name = (self.discriminator or {}).get("propertyName")
        return name if isinstance(name, str) else None

    @property
    def discriminator_mapping(self) -> Mapping[str, str]:
        """Schemas, or keys of components, by the values of the discriminator."""
        mapping = (self.discriminator or {}).get("mapping")
        return mapping if isinstance(mapping, dict) else {}

    @property
    def discriminator_default(self) -> str | None:
        """The schema, or key of a component, of values that the mapping does not have (OpenAPI 3.2.0, 4.25)."""
        default = (self.discriminator or {}).get("defaultMapping")
        return default if isinstance(default, str) else None

    def has_length(self, count: int) -> bool:
        """Whether arrays have exactly `count` items."""
        return self.keywords.get("minItems") == count and (self.closed_items or self.keywords.get("maxItems") == count)

    @property
    def is_typed(self) -> bool:
        """Whether null is excluded unless the schema says otherwise."""
        return bool(self.target or self.types or self.values or self.variants)

    @property
    def allows_null(self) -> bool:
        """Whether null is among the values that it says it has."""
        return self.nullable or self.types == ("null",)

    @property
    def states_types(self) -> bool:
        """Whether it has a `type`; else `types` are those that its other keywords are about."""
        return "type" in self.keywords

    @property
    def is_limited(self) -> bool:
        """Whether a keyword limits values beyond their type."""
        return any(is_structural(keyword) and keyword != "type" for keyword in self.keywords)

    @property
    def says_nothing(self) -> bool:
        """Whether it allows any value, or says no more than that it is an object."""
        return not self.variants and self.says_no_more_than_variants

    @property
    def says_no_more_than_variants(self) -> bool:
        """Whether it says nothing, its variants aside."""
        return not (
            self.target
            or self.values is not None
            or self.properties
            or self.required
            or self.additional_properties
            or self.items
            or self.prefix
            or self.format
            or (self.types is not None and self.types != ("object",))
        )


def implied_types(raw: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The type of a schema that does not say it but speaks of the parts of exactly one.

    A pattern beside the format of a number is of a number or its digits: .NET 10 describes all numbers so in 3.0, where
    a schema has one type.
    """
    kinds = {_IMPLIED_TYPES[key] for key in raw if key in _IMPLIED_TYPES}
    if "string" in kinds and kinds <= {"string", "number"}:
        number = _NUMBER_FORMATS.get(raw["format"]) if isinstance(raw.get("format"), str) else None
        if number:
            return (number, "string")
    return (kinds.pop(),) if len(kinds) == 1 else None


def pure_reference(raw: Any) -> str | None:
    """Where a schema that is nothing but a reference leads."""
    if not isinstance(raw, dict) or not isinstance(raw.get("$ref"), str):
        return None
    if len(raw) > 1 and any(is_structural(key) for key in raw if key != "$ref"):
        return None
    reference: str = raw["$ref"]
    return reference.removeprefix("#")
