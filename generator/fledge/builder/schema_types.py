"""The types of schemas, in one direction: as they are sent, or as they are received."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, assert_never

from fledge.builder.constants import constant, enum_base, is_listable, members
from fledge.builder.directions import SchemaDirections
from fledge.builder.drafts import DraftType
from fledge.builder.identities import SchemaId
from fledge.builder.string_types import is_decimal_text, string_type
from fledge.builder.unions import UnionReader
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.similar_names import suggest
from fledge.ir import STRING_FORMATS, Const, ListOf, MapOf, Scalar, TupleOf, Union
from fledge.ir.traversal import map_references
from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON
from fledge.openapi.schemas.depth import DEPTH, report_depth
from fledge.openapi.schemas.derived import Derivation, document_tokens, is_component, is_subtype_branch
from fledge.openapi.schemas.plain import PlainType
from fledge.openapi.schemas.schema import Schema
from fledge.openapi.schemas.schemas import Schemas

_KINDS = {
    Scalar.BASE64URL: "custom",
    Scalar.HTTP_DATE: "custom",
    Scalar.BOOL: "boolean",
    Scalar.DECIMAL: "decimal",
    Scalar.DECIMAL_NUMBER: "decimal",
    Scalar.FLOAT: "number",
    Scalar.INT: "number",
    Scalar.NONE: "null",
    Scalar.FILE: "text",
    Scalar.STR: "text",  # joins with known texts; other strings do not join with anything
}

_BY_TYPE = (Scalar.BASE64URL, Scalar.HTTP_DATE)
"""What is written by its type: plain bytes and datetimes do not say how."""

_TYPES = ("string", "number", "integer", "boolean", "array", "object", "null")
"""The types of JSON Schema."""


class ModelRequests(Protocol):
    """Who is told which schemas need a model."""

    def request(self, types: SchemaTypes, schema: SchemaId) -> None:
        """Ask for the model of a schema."""


class SchemaTypes:
    """The types of schemas in one direction. Objects, enums and ambiguous unions become models, which it requests."""

    def __init__(
        self,
        spec: Spec,
        schemas: Schemas,
        directions: SchemaDirections,
        unions: UnionReader,
        collector: DiagnosticCollector,
        models: ModelRequests,
        *,
        sent: bool,
    ) -> None:
        self._spec = spec
        self._schemas = schemas
        self._directions = directions
        self._unions = unions
        self._collector = collector
        self._models = models
        self.sent = sent
        self._components: dict[str, DraftType] = {}
        self._circular: dict[str, bool] = {}
        self._nested = 0
        self._without_null: dict[str, None] = {}
        self._plain: dict[PlainType, DraftType] = {}

    def model(self, pointer: str) -> SchemaId:
        """The model of the schema at `pointer`: the input type if it is sent and needs one."""
        schema = SchemaId(pointer, self.sent and self._directions.is_split(pointer))
        self._models.request(self, schema)
        return schema

    def component(self, pointer: str) -> DraftType:
        """The type of a component schema: a reference to its model, or to the union of those that extend it."""
        of = self._components.get(pointer)
        if of is None:
            whole = self._schemas.whole(pointer)
            is_null = whole.values == (None,) or (whole.types == ("null",) and not whole.variants)
            model = Scalar.NONE if is_null else self.model(self._schemas.usage(pointer))
            of = self._components[pointer] = nullable(model, not is_null and self._is_nullable(pointer))
        return of

    def type_of(self, pointer: str) -> DraftType:
        """The type of the schema at `pointer`, null included."""
        plain = self._schemas.plain[pointer]
        if plain is not None:
            return self.plain(plain)
        end = self._schemas.target(pointer)
        if is_subtype_branch(pointer):
            return self.model(end)
        if is_component(end):
            return self.component(end)
        schema = self._schemas[end]
        if not schema.keywords and self._schemas.raw(end) is False:
            return Scalar.NONE
        if schema.target:
            return nullable(self.component(schema.target), schema.nullable)
        return nullable(self.core(schema), schema.nullable)

    def plain(self, of: PlainType) -> DraftType:
        """The type of plain schemas. There are a few kinds of them, and tens of thousands of each."""
        shared = self._plain.get(of)
        if shared is None:
            name, form, is_nullable, _ = of
            shared = nullable(self.typed(Schema(pointer="", types=(name,), format=form), name), is_nullable)
            self._plain[of] = shared
        return shared

    # --- one schema, null set apart

    def core(self, schema: Schema) -> DraftType:
        """The type of an inline schema without null; objects, enums and ambiguous unions become models."""
        if schema.values is not None:
            return self._enum(schema)
        if schema.variants:
            return self._union(schema)
        if schema.types is not None and len(schema.types) > 1:
            return self._join(schema, [self.typed(schema, name) for name in schema.types])
        if schema.types is None:
            return self._any(schema, "what it is")
        return self.typed(schema, schema.types[0])

    def typed(self, schema: Schema, name: str) -> DraftType:
        """The type of the values of a schema that are of one of JSON Schema's types."""
        match name:
            case "string":
                return self._string(schema)
            case "integer":
                return Scalar.INT
            case "number":
                return Scalar.DECIMAL_NUMBER if schema.format == "decimal" else Scalar.FLOAT
            case "boolean":
                return Scalar.BOOL
            case "null":
                return Scalar.NONE
            case "array":
                return self._array(schema)
            case "object":
                return self._object(schema)
            case _:
                self._collector.warning(
                    "unknown-type",
                    f"`{name}` is not a type of JSON Schema, so any value is accepted",
                    origin=self._spec.source_of(f"{schema.pointer}/type"),
                    hint=suggest(name, _TYPES) or f"use {', '.join(_TYPES[:-1])} or {_TYPES[-1]}",
                )
                return Scalar.ANY

    def _string(self, schema: Schema) -> DraftType:
        """The type of a string. Formats that no string can have at once leave it a string."""
        of = string_type(schema)
        if not schema.further_formats:
            return of
        formats = [each for each in (schema.format, *schema.further_formats) if each in STRING_FORMATS]
        types = dict.fromkeys(STRING_FORMATS[each].type for each in formats)
        if len(types) < 2:
            return STRING_FORMATS[formats[0]].type if formats and of is Scalar.STR else of
        self._collector.warning(
            "allof-conflict",
            f"allOf asks for the formats {' and '.join(f'`{each}`' for each in formats)} at once, "
            "so any string is accepted",
            origin=self._spec.source_of(schema.pointer),
            hint="let the members of allOf agree on `format`",
        )
        return Scalar.STR

    def _any(self, schema: Schema, unsaid: str) -> DraftType:
        """Any value, because the description does not say more."""
        if schema.pointer in self._schemas.widened:
            return Scalar.ANY
        self._collector.note(
            "schema-untyped",
            f"{schema_label(schema.pointer)} does not say {unsaid}, so that is typed `Any`",
            origin=self._spec.source_of(schema.pointer),
            hint="nothing needs to be done; a `type` would make the client's type narrower",
        )
        return Scalar.ANY

    def _array(self, schema: Schema) -> DraftType:
        if not schema.prefix:
            return ListOf(self.type_of(schema.items) if schema.items else self._any(schema, "what its items are"))
        items = [self.type_of(pointer) for pointer in schema.prefix]
        if schema.has_length(len(items)):
            return TupleOf(tuple(items))
        if not schema.closed_items and not schema.items:
            return ListOf(self._any(schema, "what its further items are"))
        pointers = [*schema.prefix, *([schema.items] if schema.items else [])]
        return ListOf(self.type_of(self._schemas.either(schema.pointer, Derivation.ITEMS, pointers)))

    def _object(self, schema: Schema) -> DraftType:
        if schema.properties and schema.types is not None and len(schema.types) > 1:
            return self.model(self._schemas.derive_object(schema))
        if schema.properties:
            return self.model(schema.pointer)
        return MapOf(
            self.type_of(schema.additional_properties)
            if schema.additional_properties
            else self._any(schema, "what its properties are")
        )

    def _enum(self, schema: Schema) -> DraftType:
        values = schema.values or ()
        if len(values) == 1:
            return self._open_constant(schema, values) or constant(values[0])
        return self.model(schema.pointer) if is_listable(values) else enum_base(values)

    def _open_constant(self, schema: Schema, values: tuple[JSON, ...]) -> DraftType | None:
        """The type of an enum of one value that answers have: it is as open as one of two. None if it is a constant.

        A number that is sent, too, is one: a class can only fill in a text and leave others to the caller.
        """
        direction = self._directions.of(schema.pointer)
        is_open = direction == "received" or direction == "both" and isinstance(values[0], str)
        if "const" in schema.keywords or not is_open or not is_listable(values):
            return None
        return Union((constant(values[0], is_open=True), enum_base(values)))

    # --- unions

    def _union(self, schema: Schema) -> DraftType:
        branches = self._unions.whole_variants(schema)
        if not branches:
            return self.without_branches(schema)
        return self._join(schema, self.branch_types(branches))

    def branch_types(self, pointers: Sequence[str]) -> list[DraftType]:
        """The types of the branches of a union.

        A number beside a string of digits is one decimal, as Pydantic has it.
        """
        self._nested += 1
        is_deep = self._nested > DEPTH and report_depth(self._spec.source_of(pointers[0]), self._collector)
        types = {pointer: Scalar.ANY if is_deep else self.type_of(pointer) for pointer in pointers}
        self._nested -= 1
        texts = [each for each in types if is_decimal_text(self._schemas.whole(each))]
        numbers = (Scalar.FLOAT, Scalar.DECIMAL_NUMBER)
        if not texts or not any(of in numbers for of in types.values()):
            return list(types.values())
        kept = [of for at, of in types.items() if of not in (Scalar.INT, *numbers) and at not in texts]
        return [Scalar.DECIMAL, *kept]

    def without_branches(self, schema: Schema) -> DraftType:
        """The type of a schema whose oneOf or anyOf adds no type to it."""
        if schema.types is not None and len(schema.types) > 1:
            return self._join(schema, [self.typed(schema, name) for name in schema.types])
        return self.typed(schema, schema.types[0]) if schema.types else self._object(schema)

    def _join(self, schema: Schema, types: list[DraftType]) -> DraftType:
        """A union of types; it becomes a model where JSON alone does not tell its variants apart."""
        variants = flat(types)
        if Scalar.ANY in variants:
            return Scalar.ANY
        if len(variants) == 1 or not self.is_ambiguous(variants):
            return variants[0] if len(variants) == 1 else Union(tuple(variants))
        return nullable(self.model(schema.pointer), Scalar.NONE in variants)

    def is_ambiguous(self, variants: Iterable[DraftType]) -> bool:
        """Whether JSON alone does not tell which of several types a value has."""
        kinds = [kind for variant in variants if variant is not Scalar.NONE for kind in self._kinds(variant)]
        if len(kinds) > 1 and "custom" in kinds:
            return True
        if "decimal" in kinds and not {"number", "string", "text"}.isdisjoint(kinds):
            return True
        return any(kinds.count(kind) > 1 for kind in kinds if kind not in ("text", "number")) or (
            "string" in kinds and "text" in kinds
        )

    def _kinds(self, variant: DraftType) -> tuple[str, ...]:
        """What JSON shows of a type; the client's runtime must decide what is `custom`."""
        match variant:
            case SchemaId(pointer):
                return self._kinds_of_schema(pointer)
            case ListOf() | TupleOf():
                return ("array",)
            case MapOf():
                return ("object",)
            case Const(value):
                return _kinds_of_values((value,))
            case Union():
                return ("custom",)
            case Scalar():
                return (_KINDS.get(variant, "string"),)
            case _:
                assert_never(variant)

    def _kinds_of_schema(self, pointer: str) -> tuple[str, ...]:
        schema = self._schemas[pointer]
        if schema.target:
            return self._kinds_of_schema(self._schemas.usage(schema.target))
        if schema.values is not None:
            return _kinds_of_values(schema.values)
        if schema.variants or schema.types is None or len(schema.types) != 1:
            return ("custom",)
        if schema.types == ("object",):
            is_custom = schema.additional_properties and (schema.properties or self._holds_itself(pointer))
            return ("custom",) if is_custom else ("object",)
        if schema.types == ("array",):
            return ("custom",) if self._holds_itself(pointer) else ("array",)
        of = self.typed(schema, schema.types[0])
        return (_KINDS.get(of, "string"),) if isinstance(of, Scalar) else ("custom",)

    def _holds_itself(self, start: str) -> bool:
        """Whether a list or a map leads back to itself other than by a class: then it is a union of one variant."""
        if start not in self._circular:
            pending, passed = [start], dict[str, None]()
            while pending:
                schema = self._schemas.whole(pending.pop())
                if not schema.properties:
                    inner = (*schema.variants, *schema.prefix, schema.items, schema.additional_properties)
                    ends = [self._schemas.whole(each).pointer for each in inner if each]
                    pending += [each for each in ends if each not in passed]
                    passed.update(dict.fromkeys(ends))
            self._circular[start] = start in passed
        return self._circular[start]

    def written(self, of: DraftType) -> DraftType:
        """The type of what no model holds, without names of those whose plain values do not say how they are written."""
        return map_references(of, lambda id: self.by_type(id) or id)

    def by_type(self, of: DraftType) -> Scalar | None:
        """Bytes in the alphabet for URLs, or a date of HTTP, by its own name or another one; None: it is neither."""
        if not isinstance(of, SchemaId):
            return of if of in _BY_TYPE and isinstance(of, Scalar) else None
        schema = self._schemas.whole(of.pointer)
        string = string_type(schema) if schema.types == ("string",) and schema.values is None else None
        return string if string in _BY_TYPE and isinstance(string, Scalar) else None

    def _is_nullable(self, pointer: str) -> bool:
        """Whether null is among the values of a component, or of one that it is another name of."""
        if pointer in self._without_null:
            return False
        pending, visited = [pointer], dict[str, None]()
        while pending:
            end = self._schemas.target(pending.pop())
            schema = self._schemas[end]
            if schema.nullable:
                return True
            if end not in visited and end not in self._without_null:
                visited[end] = None
                pending += (*schema.variants, *([schema.target] if schema.target else []))
        self._without_null.update(visited)
        return False


def _kinds_of_values(values: tuple[JSON, ...]) -> tuple[str, ...]:
    if all(isinstance(value, bool) for value in values):
        return ("custom",) if len(values) == 1 else ("boolean",)
    texts = [value for value in values if isinstance(value, str)]
    return (*(["text"] if texts else []), *(["number"] if len(texts) < len(values) else []))


def nullable(of: DraftType, is_nullable: bool) -> DraftType:
    """The type itself, or a union of it with null."""
    if not is_nullable or of is Scalar.ANY or of is Scalar.NONE:
        return of
    if isinstance(of, Union):
        return of if Scalar.NONE in of.variants else Union((*of.variants, Scalar.NONE))
    return Union((of, Scalar.NONE))


def flat(types: Iterable[DraftType]) -> list[DraftType]:
    """The types without unions among them, each once. An integer stays beside a number: a float may not hold it."""
    variants = dict.fromkeys(members(types))
    if Scalar.DECIMAL in variants:  # it is read from numbers, too
        variants.pop(Scalar.DECIMAL_NUMBER, None)
    if len([variant for variant in variants if _is_boolean(variant)]) > 1:
        return list(dict.fromkeys(Scalar.BOOL if _is_boolean(variant) else variant for variant in variants))
    return list(variants)


def _is_boolean(of: DraftType) -> bool:
    return of is Scalar.BOOL or isinstance(of, Const) and isinstance(of.value, bool)


def schema_label(pointer: str) -> str:
    """A schema in a message: the last key that somebody chose."""
    keywords = ("schema", "items", "properties", "allOf", "oneOf", "anyOf", "additionalProperties", "content")
    chosen = [token for token in document_tokens(pointer) if token and not token.isdigit() and token not in keywords]
    return f"`{chosen[-1]}`" if chosen else "the schema"
