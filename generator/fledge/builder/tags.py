"""Tags: values by which the variants of unions are told apart. They are always sent, required or not.

Pydantic writes `kind: Literal["cat"] = "cat"` as a constant that is not required. A server, or a reader of the union,
cannot tell what an object without it is. Others leave the value to the mapping of the discriminator.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from fledge.builder.drafts import (
    AliasDraft,
    DraftType,
    EnumDraft,
    FieldDraft,
    ModelDraft,
    ObjectDraft,
    OperationDraft,
    UnionDraft,
    references,
    schemas_in,
    sent_types,
)
from fledge.builder.identities import SchemaId
from fledge.builder.constants import open_constant
from fledge.ir import Const, Docs, Scalar, Union
from fledge.ir.traversal import reachable_models
from fledge.openapi.pointer import join
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True)
class Tag:
    """The value of a property; it `is_open` if the property's type has further ones."""

    value: Const
    is_open: bool = False


Tags: TypeAlias = Mapping[SchemaId, Mapping[str, Tag]]
"""The tags of objects by the wire names of the fields that have them."""


def close_constants(
    drafts: Mapping[SchemaId, ModelDraft], webhooks: Iterable[DraftType] = ()
) -> dict[SchemaId, ModelDraft]:
    """The models in which properties that tell the members of a union apart, or `webhooks`, have no value but one.

    Elsewhere, an enum of one value is open: a server may come to know a second one.
    """
    closed = dict(drafts)
    unions = [(union.discriminator, objects) for union, objects in _unions(drafts)]
    for discriminator, objects in (*unions, (None, _objects(schemas_in(webhooks), drafts))):
        constants = {each.id: _constants(each, drafts) for each in objects}
        for wire in {wire: None for each in constants.values() for wire in each}:
            values = dict.fromkeys(each[wire] for each in constants.values() if wire in each)
            if wire == discriminator or len(values) > 1:
                for id in constants:
                    draft = closed[id]
                    if isinstance(draft, ObjectDraft) and wire in constants[id]:
                        value = constants[id][wire]
                        fields = (replace(e, type=value, tag=None) if e.wire == wire else e for e in draft.fields)
                        closed[id] = replace(draft, fields=tuple(fields))
    return closed


def declare_discriminators(drafts: Mapping[SchemaId, ModelDraft]) -> dict[SchemaId, ModelDraft]:
    """The models with the property of a discriminator on each variant that it stands for, declared or not."""
    declared = dict(drafts)
    for id, wire in _discriminator_values(drafts):
        draft = declared[id]
        if isinstance(draft, ObjectDraft) and all(field.wire != wire for field in draft.fields):
            field = FieldDraft(wire=wire, type=Scalar.STR, required=True, docs=Docs())
            pointers = {**draft.pointers, wire: join(id.pointer, "properties", wire)}
            declared[id] = replace(draft, fields=(*draft.fields, field), pointers=pointers)
    return declared


def find_tags(
    drafts: Mapping[SchemaId, ModelDraft],
    operations: Iterable[OperationDraft],
    representatives: Mapping[SchemaId, SchemaId],
) -> Tags:
    """The tags of each object that operations send, and that is a variant of a union.

    A tag is the only value that a discriminator has for a variant, a constant of the discriminator, or one of a
    property that has another constant in each variant. Schemas with one of `representatives` are one model: each has
    the tags of all.
    """
    start = schemas_in(of for operation in operations for of in sent_types(operation))
    sent = reachable_models(start, lambda id: references(drafts[id]))
    tags: dict[SchemaId, dict[str, Tag]] = {}
    mapped: dict[tuple[SchemaId, str], dict[str, None]] = {}
    for (id, wire), values in _discriminator_values(drafts).items():
        mapped.setdefault((representatives[id], wire), {}).update(values)
    sent_models = {representatives[id]: None for id in sent}
    for (id, wire), values in mapped.items():
        draft = drafts[id]
        if id in sent_models and len(values) == 1 and isinstance(draft, ObjectDraft):
            if any(field.wire == wire and _is_text(field.type, drafts) for field in draft.fields):
                tags.setdefault(id, {})[wire] = Tag(Const(next(iter(values))), is_open=True)
    for union, objects in _unions(drafts):
        constants = {each.id: _constants(each, drafts) for each in objects}
        for wire in {wire: None for each in constants.values() for wire in each}:
            each_value = [each[wire] for each in constants.values() if wire in each]
            if wire == union.discriminator or 1 < len(each_value) == len(objects) == len(dict.fromkeys(each_value)):
                for id, each in constants.items():
                    if wire in each and id in sent:
                        tags.setdefault(representatives[id], {})[wire] = Tag(each[wire])
    return {id: tags[one] for id, one in representatives.items() if one in tags}


def _discriminator_values(drafts: Mapping[SchemaId, ModelDraft]) -> dict[tuple[SchemaId, str], dict[str, None]]:
    """The different values that the unions of a variant have for it, by the variant and the discriminator."""
    values: dict[tuple[SchemaId, str], dict[str, None]] = {}
    unions = {id: _references(draft) for id, draft in drafts.items() if isinstance(draft, UnionDraft)}
    for union in drafts.values():
        if isinstance(union, UnionDraft) and union.discriminator is not None:
            for id, value in union.tags:
                for variant in reachable_models([id], lambda id: unions.get(id, ())):  # those of a union, too
                    values.setdefault((variant, union.discriminator), {})[value] = None
    return values


def _is_text(of: DraftType, drafts: Mapping[SchemaId, ModelDraft]) -> bool:
    """Whether a type has texts that are not known beforehand, or are some of several."""
    match of:
        case SchemaId():
            draft = drafts[of]
            return isinstance(draft, EnumDraft) and _is_text(draft.base, drafts)
        case Union(variants):
            return any(_is_text(variant, drafts) for variant in variants)
        case _:
            return of is Scalar.STR


def _unions(drafts: Mapping[SchemaId, ModelDraft]) -> Iterator[tuple[UnionDraft, list[ObjectDraft]]]:
    """The unions with the objects among their variants, those of unions among these included."""
    variants = {id: _references(draft) for id, draft in drafts.items() if isinstance(draft, UnionDraft)}
    for draft in drafts.values():
        if isinstance(draft, UnionDraft):
            yield draft, _objects(reachable_models(variants[draft.id], lambda id: variants.get(id, ())), drafts)


def _objects(ids: Iterable[SchemaId], drafts: Mapping[SchemaId, ModelDraft]) -> list[ObjectDraft]:
    return [each for each in map(drafts.get, ids) if isinstance(each, ObjectDraft)]


def _references(union: UnionDraft) -> list[SchemaId]:
    return [variant for variant in union.variants if isinstance(variant, SchemaId)]


def _constants(draft: ObjectDraft, drafts: Mapping[SchemaId, ModelDraft]) -> dict[str, Const]:
    return {
        field.wire: value
        for field in draft.fields
        if not isinstance(field.type, Scalar) and (value := _constant(field, drafts)) is not None
    }


def _constant(field: FieldDraft, drafts: Mapping[SchemaId, ModelDraft]) -> Const | None:
    """The only value of a field, its own or that of a component that it refers to."""
    of: DraftType = field.type
    passed: dict[SchemaId, None] = {}
    while isinstance(of, SchemaId) and of not in passed:
        passed[of] = None
        draft = drafts[of]
        if not isinstance(draft, AliasDraft):
            return None
        of = draft.type
    return of if isinstance(of, Const) else open_constant(of)
