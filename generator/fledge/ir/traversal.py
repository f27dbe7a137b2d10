"""The one walk over the IR: the types in a part of an API, the models that they name, and other names for these."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeAlias, TypeVar, assert_never

from fledge.ir.models import AliasModel, EnumModel, Field, Model, ObjectModel, UnionModel
from fledge.ir.operations import Operation, Parameter, RequestBody, Resource, Response
from fledge.ir.pagination import Pagination
from fledge.ir.types import Const, JSONScalar, ListOf, MapOf, ModelRef, Reference, Scalar, TupleOf, Type, TypeOf, Union
from fledge.ir.webhooks import Webhook

Other = TypeVar("Other")

Part: TypeAlias = Type | Model | Field | Parameter | RequestBody | Response | Pagination | Webhook | Operation
"""What types can be in."""


def types_of(part: Part) -> Iterator[Type]:
    """The types that a part of an API is made of; a type is made of itself."""
    match part:
        case Field() | Parameter() | AliasModel() | Webhook():
            yield part.type
        case ObjectModel():
            for field in part.fields:
                yield field.type
            if part.additional_properties is not None:
                yield part.additional_properties
        case Response():
            if part.type is not None:
                yield part.type
            for _, of in part.event_types:
                yield of
        case Scalar() | ModelRef() | ListOf() | TupleOf() | MapOf() | Const() | Union():
            yield part
        case EnumModel():
            yield part.base
        case UnionModel():
            yield from part.variants
        case RequestBody():
            yield part.type
            yield from (field.type for field in part.fields)
            for body in part.alternatives:
                yield from types_of(body)
        case Pagination():
            yield part.item
        case Operation():
            for inner in (*part.parameters, part.body, *part.responses, part.pagination):
                if inner is not None:
                    yield from types_of(inner)
        case _:
            assert_never(part)


def is_nullable(of: Type) -> bool:
    """Return whether null is one of a type's values."""
    return of is Scalar.ANY or of is Scalar.NONE or isinstance(of, Union) and Scalar.NONE in of.variants


def aliased_type(of: Type | None, models: Mapping[str, Model]) -> Type | None:
    """Return what a type is another name of, or the type itself."""
    passed: dict[str, None] = {}
    while isinstance(of, ModelRef) and of.name not in passed:
        passed[of.name] = None
        model = models[of.name]
        of = model.type if isinstance(model, AliasModel) else of
    return of


def walk_types(of: TypeOf[Reference]) -> Iterator[TypeOf[Reference]]:
    """The type and all types inside it, outer ones first."""
    pending = [of]
    while pending:
        part = pending.pop()
        yield part
        match part:
            case ListOf():
                pending.append(part.item)
            case MapOf():
                pending.append(part.value)
            case TupleOf():
                pending.extend(reversed(part.items))
            case Union():
                pending.extend(reversed(part.variants))
            case _:
                pass


def referenced_models(*parts: Part) -> tuple[str, ...]:
    """The names of the models that parts of an API refer to themselves, each once, in their order."""
    names: dict[str, None] = {}
    walk: Callable[[Type], Iterator[Type]] = walk_types  # which mypy cannot tell once `of` is no model itself
    for part in parts:
        for of in types_of(part):
            if isinstance(of, Scalar):  # as most are
                continue
            if isinstance(of, ModelRef):
                names[of.name] = None
                continue
            for inner in walk(of):
                if isinstance(inner, ModelRef):
                    names[inner.name] = None
    return tuple(names)


def reachable_models(start: Iterable[Other], references: Callable[[Other], Iterable[Other]]) -> dict[Other, None]:
    """The models of `start` and all that these lead to, by the models that each one refers to: names or identities."""
    reached = dict.fromkeys(start)
    pending = list(reached)
    while pending:
        fresh = [name for name in references(pending.pop()) if name not in reached]
        reached.update(dict.fromkeys(fresh))
        pending += fresh
    return reached


def sent_models(resources: Iterable[Resource], references: Mapping[str, Iterable[str]]) -> Mapping[str, None]:
    """The names of the models that are in requests: those of arguments, and all that these lead to.

    `references` has the models that each model refers to.
    """
    operations = (operation for resource in resources for operation in resource.operations)
    parts = (part for operation in operations for part in (*operation.parameters, operation.body) if part is not None)
    return reachable_models(referenced_models(*parts), references.__getitem__)


def argument_types(operations: Iterable[Operation]) -> Iterator[Type]:
    """The types of the arguments of operations: those of parameters, and of bodies or of their fields."""
    for operation in operations:
        yield from (each.type for each in operation.parameters)
        for body in (operation.body, *operation.body.alternatives) if operation.body else ():
            yield from (each.type for each in body.fields)
            if not body.flat:
                yield body.type


def received_models(
    resources: Iterable[Resource], webhooks: Iterable[Webhook], references: Mapping[str, Iterable[str]]
) -> Mapping[str, None]:
    """The names of the models that are in responses, errors among them, or in webhooks, and all that these lead to.

    `references` has the models that each model refers to.
    """
    operations = [operation for resource in resources for operation in resource.operations]
    parts: list[Part] = [
        part for operation in operations for part in (*operation.responses, operation.pagination) if part
    ]
    return reachable_models(referenced_models(*parts, *webhooks), references.__getitem__)


def closed_enums(models: Iterable[Model], *, sent: Collection[str], received: Collection[str]) -> frozenset[str]:
    """The names of the enums that have their values alone: those that are sent, and never received.

    Servers may answer with values that are newer than the client, so all others are open. A value that `Literal` cannot
    hold, such as a float, leaves an enum open, too, and so does a class that fills in a value that the enum lacks.
    """
    models = list(models)
    filled: dict[str, set[str]] = {}
    for model in models:
        for field in model.fields if isinstance(model, ObjectModel) else ():
            if field.tag is not None and isinstance(field.type, ModelRef):
                filled.setdefault(field.type.name, set()).add(field.tag)
    return frozenset(
        model.name.python
        for model in models
        if isinstance(model, EnumModel)
        and model.name.python in sent
        and model.name.python not in received
        and all(is_literal(value) for value in model.values)
        and filled.get(model.name.python, set()).issubset(model.values)
    )


def is_literal(value: JSONScalar) -> bool:
    """Whether `Literal` can hold a value of an enum: a string or an integer."""
    return isinstance(value, str) or type(value) is int


def scalar_of(value: JSONScalar) -> Scalar:
    """Return the type of all values of a constant's kind."""
    match value:
        case None:
            return Scalar.NONE
        case bool():
            return Scalar.BOOL
        case int():
            return Scalar.INT
        case float():
            return Scalar.FLOAT
        case str():
            return Scalar.STR


def described_variants(variants: tuple[TypeOf[Reference], ...]) -> tuple[TypeOf[Reference], ...]:
    """Return the variants of a union without those that only unknown values have, which open constants stand beside."""
    unknown = [scalar_of(each.value) for each in variants if isinstance(each, Const) and each.is_open]
    return tuple(each for each in variants if each not in unknown) if unknown else variants


def described_type(of: Type) -> Type:
    """Return the type of the values that the description has: open constants are their values alone."""
    match of:
        case ListOf(item):
            return ListOf(described_type(item))
        case MapOf(value):
            return MapOf(described_type(value))
        case TupleOf(items):
            return TupleOf(tuple(map(described_type, items)))
        case Union(variants):
            described = tuple(dict.fromkeys(map(described_type, described_variants(variants))))
            return described[0] if len(described) == 1 else Union(described)
        case _:
            return of


def with_files(of: Type, file: Type) -> Type:
    """Return the type with another one in place of content that is uploaded."""
    match of:
        case Scalar.FILE:
            return file
        case ListOf(item):
            return ListOf(with_files(item, file))
        case MapOf(value):
            return MapOf(with_files(value, file))
        case TupleOf(items):
            return TupleOf(tuple(with_files(each, file) for each in items))
        case Union(variants):
            return Union(tuple(dict.fromkeys(with_files(each, file) for each in variants)))
        case _:
            return of


def map_references(of: TypeOf[Reference], function: Callable[[Reference], TypeOf[Other]]) -> TypeOf[Other]:
    """The type with what `function` returns in place of each reference; variants that become equal are one."""
    match of:
        case Scalar() | Const():
            return of
        case ListOf():
            return ListOf(map_references(of.item, function))
        case MapOf():
            return MapOf(map_references(of.value, function))
        case TupleOf():
            return TupleOf(tuple([map_references(item, function) for item in of.items]))
        case Union():
            return Union(tuple(dict.fromkeys([map_references(variant, function) for variant in of.variants])))
        case _:
            return function(of)


def rename_models(of: Type, names: Mapping[str, str]) -> Type:
    """The type with each model called what `names` says. Raise KeyError for a model without a name there."""
    return map_references(of, lambda model: ModelRef(names[model.name]))
