"""Reads the keywords of a schema that limit its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from fledge.builder.constants import is_listable
from fledge.builder.drafts import DraftType
from fledge.builder.identities import SchemaId
from fledge.ir import NO_CONSTRAINTS, STRING_FORMATS, Constraints, JSONValue, Number, Union
from fledge.openapi.json_values import JSON, as_array, as_strings, is_alias, is_array, is_object
from fledge.openapi.schemas.derived import is_component
from fledge.openapi.schemas.plain import STANDING, PlainType
from fledge.openapi.schemas.schema import Schema
from fledge.openapi.schemas.schemas import Schemas

_NUMBERS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "multipleOf": "multiple_of",
}
_COUNTS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_items",
    "maxItems": "max_items",
    "minContains": "min_contains",
    "maxContains": "max_contains",
    "minProperties": "min_properties",
    "maxProperties": "max_properties",
}
_TEXTS = {"pattern": "pattern", "format": "format"}
_SCHEMAS = {
    "contains": "contains",
    "contentSchema": "content_schema",
    "prefixItems": "prefix_items",
    "propertyNames": "property_names",
    "patternProperties": "pattern_properties",
    "dependentSchemas": "dependent_schemas",
    "not": "not_schema",
    "if": "if_schema",
    "then": "then_schema",
    "else": "else_schema",
}
_CLOSED = {
    "items": "closed_items",
    "unevaluatedItems": "closed_items",
    "additionalProperties": "closed_properties",
    "unevaluatedProperties": "closed_properties",
}
_BRANCHES = frozenset({"allOf", "anyOf", "oneOf"})
_VALUES = frozenset({"const", "enum"})
_LIMITS = frozenset({*_NUMBERS, *_COUNTS, *_TEXTS, *_SCHEMAS, *_CLOSED, *_VALUES, "uniqueItems", "dependentRequired"})
_BEYOND_VALUES = _LIMITS - _VALUES
_LIMITS_OR_DEFAULT = _LIMITS | {"default"}
_BEYOND_FORMAT = _LIMITS_OR_DEFAULT - {"format"}
"""What else a plain schema may say of its values."""


class ConstraintReader:
    """The constraints of schemas by their pointers, and of what they hold that has no model."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._defaults: dict[tuple[str, bool], JSONValue | None] = {}
        self._aliases: dict[str, tuple[Constraints, JSONValue | None]] = {}

    def property(self, pointer: str) -> tuple[Constraints, JSONValue | None]:
        """Constraints and default of a property: its own, and its schema's where that is no component."""
        stated = self._schemas.keywords_at(pointer)
        if STANDING.isdisjoint(stated):  # nothing else says what it is
            default = read_default(stated)
            if default is None and _BEYOND_VALUES.isdisjoint(stated) and _unlisted_values(stated) is None:
                return NO_CONSTRAINTS, None  # as most: enums, and objects whose properties are all declared
            return self._read(pointer, stated, (), default), default
        if not is_alias(stated):
            return self._standing(pointer, stated)
        shared = self._aliases.get(stated["$ref"])  # many properties are nothing but a reference to the same schema
        if shared is None:
            shared = self._aliases[stated["$ref"]] = self._standing(pointer, stated)
        return shared

    def _standing(self, pointer: str, stated: Mapping[str, JSON]) -> tuple[Constraints, JSONValue | None]:
        """Constraints and default of a property that may stand for another schema."""
        keywords = stated
        end = self._schemas.target(pointer)
        schema = self._schemas[end]
        if not is_component(end) and schema.target is None and schema.keywords is not stated:
            keywords = {**keywords, **schema.keywords}  # of all members of an allOf
            if "default" in stated:
                keywords = {**keywords, "default": stated["default"]}
        default = self._default(pointer, components=False)
        default = read_default(keywords) if default is None else default
        return self._whole(pointer, keywords, (), default), default

    def parameter(self, pointer: str) -> tuple[Constraints, JSONValue | None]:
        """Constraints and default of a parameter's schema, a component's too; a default beside a reference wins."""
        keywords = self._schemas[self._schemas.target(pointer)].keywords
        default = self._default(pointer, components=True)
        default = read_default(keywords) if default is None else default
        return self._whole(pointer, keywords, (), default), default

    def _default(self, pointer: str, *, components: bool) -> JSONValue | None:
        """The default of a schema: its own, else that of what alone stands for it, such as `X` in `anyOf: [X, null]`."""
        stated = self._schemas.keywords_at(pointer)
        if STANDING.isdisjoint(stated):
            return read_default(stated) if components or not is_component(pointer) else None
        default: JSONValue | None = None
        passed: list[tuple[str, bool]] = []  # each has the default of what it leads to
        for each in self._schemas.meant(pointer):
            if (each, components) in self._defaults:
                default = self._defaults[each, components]
                break
            passed.append((each, components))
            stated = self._schemas.keywords_at(each)
            if "default" in stated and (components or not is_component(each)):
                default = read_default(stated)
                break
        self._defaults.update(dict.fromkeys(passed, default))
        return default

    def model(self, pointer: str) -> Constraints:
        """The constraints of a schema that has a model."""
        keywords = self._schemas[pointer].keywords
        if _LIMITS_OR_DEFAULT.isdisjoint(keywords) and STANDING.isdisjoint(self._schemas.keywords_at(pointer)):
            return NO_CONSTRAINTS  # as most objects
        return self._whole(pointer, keywords, (pointer,))

    def body(self, pointer: str, of: DraftType) -> Constraints:
        """The constraints of a body of type `of`; none if that is a model, which has them itself."""
        variants = of.variants if isinstance(of, Union) else (of,)
        if any(isinstance(each, SchemaId) for each in variants) or not self._schemas.has(pointer):
            return NO_CONSTRAINTS
        return self._whole(pointer, self._schemas[self._schemas.target(pointer)].keywords, ())

    def _whole(
        self, pointer: str, keywords: Mapping[str, JSON], path: tuple[str, ...], default: JSONValue | None = None
    ) -> Constraints:
        """The constraints of a whole value: `default` is its own default, else its component has one."""
        if default is None:
            default = self._default(pointer, components=True)
        return self._read(self._schemas.target(pointer), keywords, path, default)

    def _read(
        self,
        pointer: str,
        keywords: Mapping[str, JSON],
        path: tuple[str, ...],
        default: JSONValue | None = None,
        required: tuple[str, ...] = (),
    ) -> Constraints:
        """`path` holds the schemas that this one is inside of, since a schema may hold itself."""
        schema = self._schemas[pointer]
        typed_format = _typed_format(schema.format) if schema.types == ("string",) else None
        limits = _limits(keywords, typed_format, default)
        if required:
            limits["required"] = required
        has_branches = not _BRANCHES.isdisjoint(self._schemas.keywords_at(pointer))
        if has_branches or schema.items or schema.additional_properties or schema.prefix:
            if pointer in path or not is_component(pointer):  # else the rest is its model's
                limits.update(self._limits_inside(schema, path, has_branches=has_branches))
        return Constraints(**limits) if limits else NO_CONSTRAINTS

    def _limits_inside(
        self, schema: Schema, path: tuple[str, ...], *, has_branches: bool
    ) -> Iterator[tuple[str, JSON]]:
        """What limits the parts of a value that have no models, by the fields of constraints."""
        items = self._nested(schema.items, path)
        if items:
            yield "items", items
        values = self._nested(schema.additional_properties, path)
        if values:
            yield "additional_properties", values
        prefix = [self._nested(each, path) for each in schema.prefix if schema.closed_items]
        if any(prefix):
            yield "tuple_items", tuple(each or NO_CONSTRAINTS for each in prefix)
        if not has_branches:
            return
        parts = [each for each in self._branches(schema.pointer, "allOf", path) if not is_component(each[0])]
        if parts:  # what one of them requires is required of the whole
            yield "all_of", tuple(self._branch(at, raw, path, ()) for at, raw in parts)
        branches = [each for keyword in ("oneOf", "anyOf") for each in self._branches(schema.pointer, keyword, path)]
        variants = tuple(
            NO_CONSTRAINTS if is_component(at) else self._branch(at, raw, path, as_strings(raw.get("required")))
            for at, raw in branches
        )
        if any(each is not NO_CONSTRAINTS for each in variants):
            yield "variants", variants

    def _branches(self, pointer: str, keyword: str, path: tuple[str, ...]) -> Iterator[tuple[str, Mapping[str, JSON]]]:
        """The branches of a keyword but null, each with where it ends."""
        for index in range(len(as_array(self._schemas.keywords_at(pointer).get(keyword)))):
            end = self._schemas.target(f"{pointer}/{keyword}/{index}")
            raw = self._schemas.raw(end)
            if is_object(raw) and end not in path and raw.get("type") != "null" and raw.get("enum") != [None]:
                yield end, raw

    def _branch(
        self, pointer: str, raw: Mapping[str, JSON], path: tuple[str, ...], required: Iterable[str]
    ) -> Constraints:
        if self._schemas[pointer].properties:
            return NO_CONSTRAINTS  # its model has them
        return self._read(pointer, raw, (*path, pointer), required=tuple(sorted(required)))

    def _nested(self, pointer: str | None, path: tuple[str, ...]) -> Constraints | None:
        """The constraints of items or values; None if there are none, or if these have a model."""
        end = self._schemas.target(pointer) if pointer else ""
        if not end or end in path or is_component(end):
            return None
        schema = self._schemas[end]
        if schema.target or schema.properties:
            return None
        constraints = self._read(end, schema.keywords, (*path, end))
        return None if constraints is NO_CONSTRAINTS else constraints


def plain_constraints(keywords: Mapping[str, JSON], of: PlainType) -> tuple[Constraints, JSONValue | None]:
    """Constraints and default of a plain schema with these keywords and this type."""
    name, form, *_ = of
    typed_format = _typed_format(form) if name == "string" else None
    if _BEYOND_FORMAT.isdisjoint(keywords):  # as most: the format says all, if there is one
        return NO_CONSTRAINTS if form in ("", typed_format) else _format_constraints(form), None
    default = read_default(keywords)
    return read_constraints(keywords, typed_format=typed_format, default=default), default


@lru_cache(maxsize=256)
def _format_constraints(form: str) -> Constraints:
    return Constraints(format=form)


def read_constraints(
    keywords: Mapping[str, JSON], *, typed_format: str | None = None, default: JSONValue | None = None
) -> Constraints:
    """The constraints of a schema with these keywords; a keyword whose value has the wrong type limits nothing.

    `typed_format` is a format that the schema's type already expresses; null as a `default` is none. `items` and `additional_properties` are left
    to the caller, who knows which schemas have models of their own.
    """
    limits = _limits(keywords, typed_format, default)
    return Constraints(**limits) if limits else NO_CONSTRAINTS


def _limits(keywords: Mapping[str, JSON], typed_format: str | None, default: JSONValue | None) -> dict[str, JSON]:
    """What keywords limit, by the fields of constraints."""
    is_absent = default is None or default.plain is None
    limits: dict[str, JSON] = {} if is_absent else {"default": default}
    if _LIMITS.isdisjoint(keywords):
        return limits
    if not _VALUES.isdisjoint(keywords) and (values := _unlisted_values(keywords)) is not None:
        limits["values"] = values
    for keyword, value in keywords.items():
        if keyword not in _LIMITS or keyword in _VALUES:
            continue
        if keyword in _NUMBERS:
            if (number := _number(value)) is not None:
                limits[_NUMBERS[keyword]] = number
        elif keyword in _COUNTS:
            if (count := _number(value)) is not None and count == int(count):
                limits[_COUNTS[keyword]] = int(count)
        elif keyword in _TEXTS:
            if isinstance(value, str) and not (keyword == "format" and value in ("", typed_format)):
                limits[_TEXTS[keyword]] = value
        elif keyword in _SCHEMAS:
            limits[_SCHEMAS[keyword]] = JSONValue(value)
        elif keyword in _CLOSED:
            if value is False:
                limits[_CLOSED[keyword]] = True
        elif keyword == "uniqueItems":
            if value is True:
                limits["unique_items"] = True
        elif is_object(value):
            limits["dependent_required"] = _dependent_required(value)
    return limits


def read_default(keywords: Mapping[str, JSON]) -> JSONValue | None:
    """The default that a schema states; None where it states none, and `JSONValue(None)` where that is null."""
    return JSONValue(keywords["default"]) if "default" in keywords else None


def _typed_format(form: str) -> str | None:
    """The format of a string if its type expresses it."""
    return form if form in STRING_FORMATS or form == "binary" else None


def _number(value: JSON) -> Number | None:
    """A number that compares exactly: the shortest text of a float is what the description writes."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value if isinstance(value, int) else Decimal(float.__repr__(value))


def _unlisted_values(keywords: Mapping[str, JSON]) -> JSONValue | None:
    """The values of `const` or `enum` beside null that neither a constant nor an enum of the IR lists."""
    listed = [keywords["const"]] if "const" in keywords else as_array(keywords.get("enum"))
    values = [each for each in listed if each is not None]
    if {*map(type, values)} == {str}:  # as nearly all are
        return None
    if len(values) < 2 and all(isinstance(each, (str, int)) for each in values):
        return None
    has_parts = not all(isinstance(each, (str, int, float)) for each in values)
    if not has_parts and (is_listable(tuple(values)) or {"True", "False"} <= {*map(repr, values)}):
        return None
    return JSONValue(sorted(values, key=str))


def _dependent_required(value: Mapping[str, JSON]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (name, tuple(sorted(as_strings(required)))) for name, required in sorted(value.items()) if is_array(required)
    )
