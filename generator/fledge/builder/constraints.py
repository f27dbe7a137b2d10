"""Reads the keywords of a schema that limit its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from fledge.builder.constants import constant, is_listable
from fledge.builder.drafts import DraftType
from fledge.builder.identities import SchemaId
from fledge.builder.keyword_limits import LIMITS_OF_KEYWORDS
from fledge.ir import NO_CONSTRAINTS, STRING_FORMATS, Const, Constraints, JSONValue, Scalar, Union
from fledge.openapi.json_values import JSON, as_array, as_strings, is_alias, is_object
from fledge.openapi.schemas.derived import is_component
from fledge.openapi.schemas.plain import STANDING, PlainType
from fledge.openapi.schemas.schema import Schema
from fledge.openapi.schemas.schemas import Schemas

_BRANCHES = frozenset({"allOf", "anyOf", "oneOf"})
_VALUES = frozenset({"const", "enum"})
_BEYOND_VALUES = frozenset(LIMITS_OF_KEYWORDS)
_BEYOND_TYPES = _BEYOND_VALUES | {"required"}
_LIMITS = _BEYOND_VALUES | _VALUES
_LIMITS_OR_DEFAULT = _LIMITS | {"default"}
_BEYOND_FORMAT = _LIMITS_OR_DEFAULT - {"format"}
"""What else a plain schema may say of its values."""

_TEXTS_OR_NULL = frozenset({str, type(None)})
_UNLIMITED = (NO_CONSTRAINTS, None)

_Defaults: TypeAlias = tuple[JSONValue | None, JSONValue | None]
"""A default that is no component's, and any default."""


class ConstraintReader:
    """The constraints of schemas by their pointers, and of what they hold that has no model."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._aliases: dict[str, tuple[Constraints, JSONValue | None]] = {}
        self._known_defaults: dict[str, _Defaults] = {}

    def property(self, pointer: str) -> tuple[Constraints, JSONValue | None]:
        """Constraints and default of a property: its own, and its schema's where that is no component."""
        stated = self._schemas.keywords_at(pointer)
        if STANDING.isdisjoint(stated):  # nothing else says what it is
            default = read_default(stated)
            if default is None and _BEYOND_TYPES.isdisjoint(stated) and _unlisted_values(stated) is None:
                return _UNLIMITED  # as most: enums, and objects whose properties are all declared
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
        inline, whole = self._defaults(pointer)
        default = read_default(keywords) if inline is None else inline
        return self._read(end, keywords, (), whole if default is None else default), default

    def parameter(self, pointer: str) -> tuple[Constraints, JSONValue | None]:
        """Constraints and default of a parameter's schema, a component's too; a default beside a reference wins."""
        plain = self._schemas.plain[pointer]
        if plain is not None:
            return plain_constraints(self._schemas.keywords_at(pointer), plain)
        end = self._schemas.target(pointer)
        schema = self._schemas[end]
        _, default = self._defaults(pointer)
        default = read_default(schema.keywords) if default is None else default
        return self._read(end, schema.keywords, (), default, required=_undeclared(schema)), default

    def _defaults(self, pointer: str) -> _Defaults:
        """The default of a schema that is no component's, and any: its own, else that of what alone stands for it."""
        defaults: _Defaults = None, None
        passed: list[str] = []
        for each in self._schemas.meant(pointer):
            if each in self._known_defaults:  # chains of thousands end in the same schemas
                defaults = self._known_defaults[each]
                break
            passed.append(each)
        for each in reversed(passed):
            stated = map(self._schemas.keywords_at, (each, *self._schemas.annotations(each)))
            default = next((read_default(keywords) for keywords in stated if "default" in keywords), None)
            if default is not None:
                defaults = defaults[0] if is_component(each) else default, default
            self._known_defaults[each] = defaults
        return defaults

    def model(self, pointer: str) -> Constraints:
        """The constraints of a schema that has a model."""
        keywords = self._schemas[pointer].keywords
        is_unlimited = _LIMITS_OR_DEFAULT.isdisjoint(keywords) and not _undeclared(self._schemas[pointer])
        if is_unlimited and STANDING.isdisjoint(self._schemas.keywords_at(pointer)):
            return NO_CONSTRAINTS  # as most objects
        return self._whole(pointer, keywords, (pointer,))

    def enum(self, pointer: str) -> Constraints:
        """The constraints of a component that has an enum, without its default, which is compared where it is used."""
        return self._read(pointer, self._schemas[pointer].keywords, (pointer,))

    def body(self, pointer: str, of: DraftType) -> Constraints:
        """The constraints of a body of type `of`; none if that is a model, which has them itself."""
        if not self._schemas.has(pointer):
            return NO_CONSTRAINTS
        end = self._schemas.target(pointer)
        schema = self._schemas[end]
        variants = [each for each in (of.variants if isinstance(of, Union) else (of,)) if each is not Scalar.NONE]
        is_model = len(variants) == 1 and isinstance(variants[0], SchemaId)
        if is_model and schema.values is None:
            return NO_CONSTRAINTS
        if is_model and is_component(end):  # but for the default
            return read_constraints({}, default=self._defaults(pointer)[1])
        return self._whole(pointer, schema.keywords, ())

    def _whole(self, pointer: str, keywords: Mapping[str, JSON], path: tuple[str, ...]) -> Constraints:
        """The constraints of a whole value, with the default of what it is."""
        return self._read(self._schemas.target(pointer), keywords, path, self._defaults(pointer)[1])

    def _read(
        self,
        pointer: str,
        keywords: Mapping[str, JSON],
        path: tuple[str, ...],
        default: JSONValue | None = None,
        required: tuple[str, ...] | None = None,
    ) -> Constraints:
        """`path` holds the schemas that this one is inside of, since a schema may hold itself.

        `required` are the properties that the value must have, if not those that the schema does not declare.
        """
        schema = self._schemas[pointer]
        is_whole = pointer in path or not is_component(pointer)  # else the rest is its model's
        typed_format = _typed_format(schema.format) if schema.format and schema.types == ("string",) else None
        limits = _limits(keywords, typed_format, default)
        if required is None and is_whole:
            required = _undeclared(schema)
        if required:
            limits["required"] = required
        has_branches = not _BRANCHES.isdisjoint(self._schemas.keywords_at(pointer))
        if has_branches or schema.items or schema.additional_properties or schema.prefix:
            if is_whole:
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
        raw = self._schemas.keywords_at(schema.pointer)
        parts = [each for each in self._branches(schema.pointer, raw, "allOf", path) if not is_component(each[0])]
        limits = [self._branch(at, part, path) for at, part in parts]
        limits = [each for each in limits if each is not NO_CONSTRAINTS]
        if limits:  # what one of them requires is required of the whole
            yield "all_of", tuple(limits)
        branches = [
            (at, NO_CONSTRAINTS if is_component(at) else self._branch(at, branch, path, is_variant=True))
            for keyword in ("oneOf", "anyOf")
            for at, branch in self._branches(schema.pointer, raw, keyword, path)
        ]
        if any(each is not NO_CONSTRAINTS for _, each in branches):
            by_type: dict[str, list[Constraints]] = {}
            for at, each in branches:
                by_type.setdefault(self._type_at(at), []).append(each)
            yield "variants", _variants([*by_type.values()], is_any="oneOf" not in raw)

    def _type_at(self, pointer: str) -> str:
        """What is equal for branches that are a single variant: those of one scalar type, or that say the same."""
        plain = self._schemas.plain[pointer]
        if plain is not None:
            return f"{plain[0]} {_plain_typed_format(plain) or ''}"
        return pointer if is_component(pointer) else repr(self._schemas.raw(pointer))

    def _branches(
        self, pointer: str, raw: Mapping[str, JSON], keyword: str, path: tuple[str, ...]
    ) -> list[tuple[str, Mapping[str, JSON]]]:
        """The branches of a keyword but null, each with where it ends."""
        ends = [
            self._schemas.target(f"{pointer}/{keyword}/{index}") for index in range(len(as_array(raw.get(keyword))))
        ]
        branches = [(end, self._schemas.raw(end)) for end in ends if end not in path and not self._schemas.is_null(end)]
        return [(end, branch) for end, branch in branches if is_object(branch)]

    def _branch(
        self, pointer: str, raw: Mapping[str, JSON], path: tuple[str, ...], *, is_variant: bool = False
    ) -> Constraints:
        plain = self._schemas.plain[pointer]
        if plain is not None:
            return _plain_limits(raw, plain)
        if self._schemas[pointer].properties:
            return NO_CONSTRAINTS  # its model has them
        required = tuple(sorted(as_strings(raw.get("required")))) if is_variant else ()
        return self._read(pointer, raw, (*path, pointer), required=required)

    def _nested(self, pointer: str | None, path: tuple[str, ...]) -> Constraints | None:
        """The constraints of items or values; None if there are none, or if these have a model."""
        if pointer is None:
            return None
        plain = self._schemas.plain[pointer]
        if plain is not None:
            constraints = _plain_limits(self._schemas.keywords_at(pointer), plain)
        else:
            end = self._schemas.target(pointer)
            if end in path or is_component(end):
                return None
            schema = self._schemas[end]
            if schema.target or schema.properties:
                return None
            constraints = self._read(end, schema.keywords, (*path, end))
        return None if constraints is NO_CONSTRAINTS else constraints


def _variants(by_type: list[list[Constraints]], *, is_any: bool) -> tuple[Constraints, ...]:
    """The constraints of each variant of a union, which several branches of one type may be, in any order.

    `is_any`: a branch without any limit takes all values of its type.
    """
    if len(by_type) == 1:
        return tuple(by_type[0])
    variants: list[Constraints] = []
    for limits in by_type:
        if len(limits) == 1:
            variants += limits
        elif is_any and NO_CONSTRAINTS in limits or not any(each != NO_CONSTRAINTS for each in limits):
            variants.append(NO_CONSTRAINTS)
        else:
            variants.append(Constraints(variants=tuple(sorted(limits, key=repr))))
    return tuple(variants)


def _undeclared(of: Schema) -> tuple[str, ...]:
    """The properties that an object must have, and for which it has no required field."""
    if all(each in of.properties for each in of.required):
        return ()
    is_object = of.types is None or "object" in of.types
    return tuple(sorted({each for each in of.required if each not in of.properties})) if is_object else ()


def plain_constraints(keywords: Mapping[str, JSON], of: PlainType) -> tuple[Constraints, JSONValue | None]:
    """Constraints and default of a plain schema with these keywords and this type."""
    if _BEYOND_FORMAT.isdisjoint(keywords):  # as most: the format says all, if there is one
        return (_format_constraints(of), None) if of[1] else _UNLIMITED
    default = read_default(keywords)
    return read_constraints(keywords, typed_format=_plain_typed_format(of), default=default), default


def _plain_limits(keywords: Mapping[str, JSON], of: PlainType) -> Constraints:
    """The constraints of a plain schema without its default."""
    if _BEYOND_FORMAT.isdisjoint(keywords):
        return _format_constraints(of) if of[1] else NO_CONSTRAINTS
    return read_constraints(keywords, typed_format=_plain_typed_format(of))


@lru_cache(maxsize=256)
def _format_constraints(of: PlainType) -> Constraints:
    """The constraints of a plain schema that has nothing but a format."""
    form = of[1]
    return NO_CONSTRAINTS if form == _plain_typed_format(of) else Constraints(format=form)


def _plain_typed_format(of: PlainType) -> str | None:
    name, form, *_ = of
    return _typed_format(form) if name == "string" else None


def read_constraints(
    keywords: Mapping[str, JSON], *, typed_format: str | None = None, default: JSONValue | None = None
) -> Constraints:
    """The constraints of a schema with these keywords; a keyword whose value has the wrong type limits nothing.

    `typed_format` is a format that the schema's type already expresses; null as a `default` is none. `items` and
    `additional_properties` are left to the caller, who knows which schemas have models of their own.
    """
    limits = _limits(keywords, typed_format, default)
    return Constraints(**limits) if limits else NO_CONSTRAINTS


def _limits(keywords: Mapping[str, JSON], typed_format: str | None, default: JSONValue | None) -> dict[str, JSON]:
    """What keywords limit, by the fields of constraints."""
    limits: dict[str, JSON] = {} if default is None or default.plain is None else {"default": default}
    for keyword, value in keywords.items():
        reader = LIMITS_OF_KEYWORDS.get(keyword)
        if reader is not None and (limit := reader[1](value)) is not None:
            limits[reader[0]] = limit
    if not _PARTNERS.isdisjoint(limits):
        _drop_without_partner(limits)
    if typed_format is not None and limits.get("format") == typed_format:
        del limits["format"]
    if not _VALUES.isdisjoint(keywords) and (values := _unlisted_values(keywords)) is not None:
        limits["values"] = values
    return limits


_PARTNERS = frozenset({"contains", "min_contains", "max_contains", "if_schema", "then_schema", "else_schema"})
"""The fields of keywords that limit nothing without another one."""


def _drop_without_partner(limits: dict[str, JSON]) -> None:
    """Drop what limits nothing without a keyword beside it (JSON Schema 2020-12, Core 10.2.2, 10.3.1.3; Validation 6.4)."""
    is_any_number = limits.get("min_contains") == 0 and "max_contains" not in limits
    if "contains" not in limits or is_any_number:
        for name in ("contains", "min_contains", "max_contains"):
            limits.pop(name, None)
    if "if_schema" not in limits or "then_schema" not in limits and "else_schema" not in limits:
        for name in ("if_schema", "then_schema", "else_schema"):
            limits.pop(name, None)


def read_default(keywords: Mapping[str, JSON]) -> JSONValue | None:
    """The default that a schema states; None where it states none, and `JSONValue(None)` where that is null."""
    return JSONValue(keywords["default"]) if "default" in keywords else None


def _typed_format(form: str) -> str | None:
    """The format of a string if its type expresses it."""
    return form if form in STRING_FORMATS or form == "binary" else None


def _unlisted_values(keywords: Mapping[str, JSON]) -> JSONValue | None:
    """The values of `const` or `enum` beside null that neither a constant nor an enum of the IR lists."""
    listed = [keywords["const"]] if "const" in keywords else as_array(keywords.get("enum"))
    if _TEXTS_OR_NULL.issuperset(map(type, listed)):  # as nearly all are
        return None
    values = [each for each in listed if each is not None]
    if len(values) < 2 and all(isinstance(constant(each), Const) for each in values):
        return None
    has_parts = not all(isinstance(each, (str, int, float)) for each in values)
    if not has_parts and (is_listable(tuple(values)) or {"True", "False"} <= {*map(repr, values)}):
        return None
    return JSONValue(sorted(values, key=str))
