"""Drafts of models: each schema that a type refers to becomes an object, an enum, a union or another name of a type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from fledge.builder.constraints import ConstraintReader, plain_constraints
from fledge.builder.directions import SchemaDirections
from fledge.builder.discriminators import UNNAMEABLE, DiscriminatorReader
from fledge.builder.docs import read_docs
from fledge.builder.drafts import AliasDraft, DraftType, EnumDraft, FieldDraft, ModelDraft, ObjectDraft, UnionDraft
from fledge.builder.identities import SchemaId
from fledge.builder.constants import enum_base, is_listable, open_constant_text
from fledge.builder.schema_types import SchemaTypes, flat, schema_label
from fledge.builder.unions import UnionReader
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.ir import NO_CONSTRAINTS, Docs, Scalar, Union, UnionDispatch
from fledge.openapi.document import Spec
from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import join
from fledge.openapi.schemas.derived import is_component, is_subtype_branch
from fledge.openapi.schemas.plain import STANDING, PlainType
from fledge.openapi.schemas.schema import Schema
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.provided_names import provided_field


class ModelDrafts:
    """The models that types refer to so far. `received` and `sent` are the types in each direction."""

    def __init__(
        self, spec: Spec, schemas: Schemas, directions: SchemaDirections, collector: DiagnosticCollector
    ) -> None:
        self._drafts: dict[SchemaId, ModelDraft] = {}
        self._requests: list[tuple[SchemaTypes, SchemaId]] = []
        self.constraints = ConstraintReader(schemas)
        unions = UnionReader(schemas)
        self.received = SchemaTypes(spec, schemas, directions, unions, collector, self, sent=False)
        self.sent = SchemaTypes(spec, schemas, directions, unions, collector, self, sent=True)
        self._builder = _ModelBuilder(spec, schemas, directions, unions, self.constraints, collector)

    def request(self, types: SchemaTypes, schema: SchemaId) -> None:
        """Ask for the model of a schema; it is built when all models are."""
        if schema not in self._drafts:
            self._requests.append((types, schema))

    def all(self) -> Mapping[SchemaId, ModelDraft]:
        """All models that were requested, and those that they refer to."""
        while self._requests:
            types, schema = self._requests.pop()
            if schema not in self._drafts:
                self._drafts[schema] = self._builder.model(types, schema)
        return self._drafts

    def __getitem__(self, schema: SchemaId) -> ModelDraft:
        return self.all()[schema]


class _Direction(NamedTuple):
    """How an object travels: the types of its direction, whether it is an input type, and what its schema is used for."""

    types: SchemaTypes
    is_input: bool
    is_only_sent: bool
    is_sent: bool


class _ModelBuilder:
    """Builds the models of schemas, with the types of the direction in which they were requested."""

    def __init__(
        self,
        spec: Spec,
        schemas: Schemas,
        directions: SchemaDirections,
        unions: UnionReader,
        constraints: ConstraintReader,
        collector: DiagnosticCollector,
    ) -> None:
        self._spec = spec
        self._schemas = schemas
        self._directions = directions
        self._unions = unions
        self._discriminators = DiscriminatorReader(spec, schemas, collector)
        self._constraints = constraints
        self._collector = collector
        self._nameable_names: set[str] = set()
        self._alias_fields: dict[tuple[str, str, bool, _Direction], FieldDraft] = {}
        self._bare_fields: dict[tuple[str, PlainType, bool], FieldDraft] = {}

    def model(self, types: SchemaTypes, id: SchemaId) -> ModelDraft:
        """The model of a schema."""
        schema = self._schemas[id.pointer]
        if schema.target:
            return self._alias(id, types.component(schema.target))
        if schema.values is not None and len(schema.values) > 1 and is_listable(schema.values):
            return self._enum(id, schema.values)
        if schema.variants:
            return self._union_or_object(types, id, schema)
        if schema.properties and (schema.types is None or schema.types == ("object",)):
            return self._object(types, id, schema)
        if schema.types is not None and len(schema.types) > 1:
            return self._union_or_alias(types, id, schema, flat([types.typed(schema, each) for each in schema.types]))
        return self._alias(id, types.core(schema))

    def _docs(self, id: SchemaId) -> Docs:
        return read_docs(self._schemas.raw(id.pointer))

    def _alias(self, id: SchemaId, of: DraftType) -> AliasDraft:
        return AliasDraft(
            id=id,
            docs=self._docs(id),
            type=of,
            constraints=self._constraints.model(id.pointer),
        )

    def _enum(self, id: SchemaId, stated: tuple[JSON, ...]) -> EnumDraft:
        if all(isinstance(value, str) for value in stated):
            listed = tuple(dict.fromkeys(stated))
        else:  # True is equal to 1, and another value
            listed = tuple({(type(value), value): value for value in stated}.values())
        return EnumDraft(
            id=id,
            docs=self._docs(id),
            values=listed,
            base=enum_base(listed),
            constraints=self._constraints.enum(id.pointer) if is_component(id.pointer) else NO_CONSTRAINTS,
        )

    # --- unions

    def _union_or_object(self, types: SchemaTypes, id: SchemaId, schema: Schema) -> ModelDraft:
        branches = self._unions.variants(schema)
        if not branches and schema.properties and (schema.types is None or schema.types == ("object",)):
            return self._object(types, id, schema)
        if not branches:
            return self._alias(id, types.without_branches(schema))
        whole = self._unions.whole_variants(schema)
        variants = flat(types.branch_types(whole))
        merged = {self._schemas.target(one): self._schemas.target(other) for one, other in zip(branches, whole)}
        return self._union_or_alias(types, id, schema, variants, merged)

    def _union_or_alias(
        self,
        types: SchemaTypes,
        id: SchemaId,
        schema: Schema,
        variants: list[DraftType],
        merged: Mapping[str, str] = {},
    ) -> ModelDraft:
        """A union, or an alias if JSON tells its variants apart; `merged` are whole variants by their own schemas."""
        variants = [variant for variant in variants if variant is not Scalar.NONE] or [Scalar.NONE]
        if Scalar.ANY in variants:
            return self._alias(id, Scalar.ANY)
        if not types.is_ambiguous(variants):
            return self._alias(id, variants[0] if len(variants) == 1 else Union(tuple(variants)))

        def model(pointer: str) -> SchemaId:
            """The model of a variant: of those that extend it, too, unless the union is the one of these."""
            is_subtype = any(map(is_subtype_branch, schema.variants))
            return types.model(merged.get(pointer, pointer if is_subtype else self._schemas.usage(pointer)))

        discriminator = self._discriminators.read(schema)
        mapping = discriminator.mapping if discriminator else {}
        tags = discriminator.tags if discriminator else {}
        only_sent = id.is_input or self._directions.is_only_sent(id.pointer)
        writes_itself = any(map(types.by_type, variants))  # plain bytes do not say how
        return UnionDraft(
            id=id,
            docs=self._docs(id),
            variants=self._expanded(types, id, variants, is_decided=discriminator is not None),
            discriminator=discriminator.property if discriminator else None,
            mapping=tuple((value, model(pointer)) for value, pointer in mapping.items()),
            default=model(discriminator.default) if discriminator and discriminator.default else None,
            tags=tuple((types.model(merged.get(pointer, pointer)), value) for pointer, value in tags.items()),
            dispatch=UnionDispatch.NEVER if only_sent and not writes_itself else UnionDispatch.BY_CONTENT,
            constraints=self._constraints.model(id.pointer),
        )

    def _expanded(
        self, types: SchemaTypes, union: SchemaId, variants: Iterable[DraftType], *, is_decided: bool
    ) -> tuple[DraftType, ...]:
        """Variants of a union with unions among them replaced by their variants.

        If no discriminator of its own decides, one stays whose discriminator has values that its variants do not state.
        """
        expanded: dict[DraftType, None] = {}
        unions = {union.pointer: None}
        pending = list(variants)[::-1]
        while pending:
            variant = pending.pop()
            schema = self._schemas[variant.pointer] if isinstance(variant, SchemaId) else None
            if schema and self._schemas.whole(schema.pointer).pointer in unions:
                continue  # the union around it, perhaps by another name
            is_kept = schema is None or not schema.variants or schema.properties
            if schema is None or is_kept or not is_decided and self._maps_values(schema):
                expanded[variant] = None
            else:
                unions[schema.pointer] = None
                inner = flat([types.type_of(pointer) for pointer in self._unions.variants(schema)])
                pending += [each for each in reversed(inner) if each is not Scalar.NONE]
        return tuple(expanded)

    def _maps_values(self, schema: Schema) -> bool:
        """Whether a union has a discriminator, and a variant that does not state its value as a constant."""
        key = schema.discriminator_property
        properties = [self._schemas.whole(each).properties for each in schema.variants]
        pointers = [each.get(key or "") for each in properties]
        return key is not None and any(at is None or not self._schemas.whole(at).values for at in pointers)

    # --- objects

    def _object(self, types: SchemaTypes, id: SchemaId, schema: Schema) -> ObjectDraft:
        properties = self._nameable(schema)
        fields, pointers = self._fields(types, id, schema, properties)
        docs = self._docs(id)
        requirement = self._unions.requirement(schema)
        if requirement:
            docs = replace(docs, description=f"{docs.description}\n\n{requirement}".strip())
        extra = types.type_of(schema.additional_properties) if schema.additional_properties else None
        return ObjectDraft(
            id=id,
            docs=docs,
            fields=fields,
            pointers=pointers,
            additional_properties=Scalar.ANY if len(properties) < len(schema.properties) else extra,
            constraints=self._constraints.model(id.pointer),
        )

    def _nameable(self, schema: Schema) -> Mapping[str, str]:
        """The properties of an object that fields can stand for; the others are reported."""
        if self._nameable_names.issuperset(schema.properties):  # many objects have the same ones
            return schema.properties
        if not UNNAMEABLE.search("".join(schema.properties)):  # it is about single characters
            self._nameable_names.update(schema.properties)
            return schema.properties
        unnameable = {wire: pointer for wire, pointer in schema.properties.items() if UNNAMEABLE.search(wire)}
        for wire, pointer in unnameable.items():
            self._collector.warning(
                "property-name",
                f"a property is called {wire!r}, which no field can stand for; it is kept in `additional_properties`",
                origin=self._spec.source_of(pointer),
                hint="nothing needs to be done: read and set it by `additional_properties`",
            )
        return {wire: pointer for wire, pointer in schema.properties.items() if wire not in unnameable}

    def _fields(
        self, types: SchemaTypes, id: SchemaId, schema: Schema, properties: Mapping[str, str]
    ) -> tuple[tuple[FieldDraft, ...], Mapping[str, str]]:
        """The fields of an object, and where each is declared."""
        fields: list[FieldDraft] = []
        is_only_sent = types.sent or self._directions.is_only_sent(schema.pointer)
        direction = _Direction(types, id.is_input, is_only_sent, self._directions.of(schema.pointer) != "received")
        bare, aliases = self._bare_fields, self._alias_fields
        for wire, pointer in properties.items():
            plain = self._schemas.plain[pointer]
            required = wire in schema.required
            if plain is not None and plain[-1]:
                field = bare.get((wire, plain, required)) or self._bare_field(direction, wire, pointer, plain, required)
                fields.append(field)
                continue
            stated = self._schemas.keywords_at(pointer)
            if len(stated) == 1 and "$ref" in stated:
                alias = (wire, stated["$ref"], required, direction)
                shared = aliases.get(alias) or self._field(direction, wire, pointer, stated, plain, required)
                if shared:
                    aliases[alias] = shared
                    fields.append(shared)
            elif single := self._field(direction, wire, pointer, stated, plain, required):
                fields.append(single)
        names = dict.fromkeys((*schema.required, *self._unions.required_by_branches(schema)))
        undeclared = [wire for wire in names if wire not in schema.properties]
        fields += [self._undeclared(schema, wire) for wire in undeclared]
        if len(fields) == len(schema.properties) and not undeclared:
            return tuple(fields), schema.properties  # as nearly always
        at = join(schema.pointer, "properties")
        pointers = {each.wire: properties.get(each.wire) or join(at, each.wire) for each in fields}
        return tuple(fields), pointers

    def _bare_field(
        self, direction: _Direction, wire: str, pointer: str, plain: PlainType, required: bool
    ) -> FieldDraft:
        """The field of a property that says no more than its type: most are such, and many objects have the same ones."""
        constraints, _ = plain_constraints(self._schemas.keywords_at(pointer), plain)
        of = direction.types.plain(plain)
        field = FieldDraft(wire=wire, type=of, required=required, docs=Docs(), constraints=constraints)
        self._bare_fields[wire, plain, required] = field
        return field

    def _field(
        self,
        direction: _Direction,
        wire: str,
        pointer: str,
        stated: Mapping[str, JSON],
        plain: PlainType | None,
        required: bool,
    ) -> FieldDraft | None:
        """The field of a property; None if nobody may send it."""
        is_alone = plain is not None or STANDING.isdisjoint(stated)  # nothing else says what it is
        read_only = stated.get("readOnly") is True if is_alone else self._schemas.says(pointer, "readOnly")
        if read_only and direction.is_input:
            return None
        if required and direction.is_only_sent:
            required = not read_only
        elif required:
            required = not (stated.get("writeOnly") is True if is_alone else self._schemas.says(pointer, "writeOnly"))
        tag = None
        if plain is not None:
            constraints, default = plain_constraints(stated, plain)
            of = direction.types.plain(plain)
        else:
            constraints, default = self._constraints.property(pointer)
            of = direction.types.type_of(pointer)
            if (
                direction.is_sent
                and required
                and isinstance(of, Union)
                and len(self._schemas[pointer].values or ()) == 1
            ):
                tag = open_constant_text(of)
        return FieldDraft(
            wire=wire,
            type=of,
            required=required,
            tag=tag,
            read_only=read_only,
            docs=read_docs(stated) if is_alone else self._property_docs(pointer, of),
            constraints=constraints,
            default=default,
            provided=provided_field(stated),
        )

    def _property_docs(self, pointer: str, of: DraftType) -> Docs:
        """The docs of a property: its own, else those of what alone stands for it, such as `X` in `anyOf: [X, null]`.

        What has a model is described there. A part of `allOf` may hold nothing but docs, as OpenAPI 3.0 knows no others
        beside a reference.
        """
        meant = [*self._schemas.meant(pointer)]
        variants = of.variants if isinstance(of, Union) else (of,)
        if len(meant) > 1 and any(isinstance(each, SchemaId) for each in variants):
            meant = [each for each in meant if not is_component(each)] or [pointer]
        meant += self._schemas.annotations(pointer)
        first, *others = [read_docs(self._schemas.raw(each)) for each in meant]
        if not others:
            return first
        description = first.description or next((each.description for each in others if each.description), "")
        deprecated = first.deprecated or any(each.deprecated for each in others)
        return replace(first, description=description, deprecated=deprecated)

    def _undeclared(self, schema: Schema, wire: str) -> FieldDraft:
        """The field of a property that is required, and described nowhere."""
        self._collector.note(
            "required-undeclared",
            f"{schema_label(schema.pointer)} requires `{wire}` and does not declare it, so that is typed `Any`",
            origin=self._spec.source_of(schema.pointer),
            hint="declare the property, or correct its name in `required`",
        )
        return FieldDraft(wire=wire, type=Scalar.ANY, required=False, docs=Docs())
