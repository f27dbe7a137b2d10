"""The JSON values that a type allows: their kinds, since each keyword of a schema limits one, and those it lists."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from fledge.ir import (
    AliasModel,
    Const,
    Constraints,
    EnumModel,
    JSONScalar,
    ListOf,
    MapOf,
    Model,
    ModelRef,
    ObjectModel,
    Scalar,
    TupleOf,
    Type,
    Union,
    UnionModel,
)
from fledge.ir.traversal import described_variants
from fledge.openapi.json_values import as_array


class JSONKind(StrEnum):
    """The kinds of JSON values that keywords limit (JSON Schema 2020-12, Validation 6)."""

    INTEGER = "integer"
    NUMBER = "number"
    STRING = "string"
    ARRAY = "array"
    OBJECT = "object"


def json_kinds(of: Type, models: Mapping[str, Model], path: tuple[str, ...] = ()) -> frozenset[JSONKind]:
    """Return the kinds of JSON values that a type allows."""
    match of:
        case Scalar.ANY:
            return frozenset(JSONKind)
        case Scalar.INT:
            return frozenset((JSONKind.INTEGER,))
        case Scalar.FLOAT | Scalar.DECIMAL | Scalar.DECIMAL_NUMBER:
            return frozenset((JSONKind.NUMBER,))
        case Scalar.BOOL | Scalar.NONE:
            return frozenset()
        case Scalar():
            return frozenset((JSONKind.STRING,))
        case Const(bool() | None):
            return frozenset()
        case Const(value):
            is_integer = isinstance(value, int)
            return frozenset(
                (JSONKind.STRING if isinstance(value, str) else JSONKind.INTEGER if is_integer else JSONKind.NUMBER,)
            )
        case ListOf() | TupleOf():
            return frozenset((JSONKind.ARRAY,))
        case MapOf():
            return frozenset((JSONKind.OBJECT,))
        case Union(variants):
            return frozenset(kind for each in variants for kind in json_kinds(each, models, path))
        case ModelRef(name):
            return frozenset() if name in path else _model_kinds(models[name], models, (*path, name))


def _model_kinds(model: Model, models: Mapping[str, Model], path: tuple[str, ...]) -> frozenset[JSONKind]:
    match model:
        case ObjectModel():
            return frozenset((JSONKind.OBJECT,))
        case EnumModel():
            return json_kinds(model.base, models, path)
        case AliasModel():
            return json_kinds(model.type, models, path)
        case UnionModel():
            return json_kinds(Union(model.variants), models, path)


def item_type(of: Type, *, is_map: bool) -> Type:
    """Return the type of the items of an array, or of the values of a map; any type if there are several."""
    variants = of.variants if isinstance(of, Union) else (of,)
    types = [
        each.value if isinstance(each, MapOf) else each.item
        for each in variants
        if isinstance(each, MapOf if is_map else ListOf)
    ]
    return types[0] if len(types) == 1 else Scalar.ANY


def tuple_types(of: Type, count: int) -> tuple[Type, ...]:
    """Return the types of the first `count` items of a tuple or list; none if there is neither, or several."""
    variants = of.variants if isinstance(of, Union) else (of,)
    tuples = [
        each.items if isinstance(each, TupleOf) else (each.item,) * count
        for each in variants
        if isinstance(each, (TupleOf, ListOf))
    ]
    return tuples[0] if len(tuples) == 1 else ()


def without_aliases(of: Type, models: Mapping[str, Model]) -> Type:
    """Return the type that an alias stands for, through further ones; an alias of itself stays."""
    path: list[Type] = []
    while isinstance(of, ModelRef) and isinstance(model := models[of.name], AliasModel) and of not in path:
        path.append(of)
        of = model.type
    return of


def list_values(of: Type, constraints: Constraints, *, is_text: bool = False) -> Type:
    """Return the type of the values that constraints list, where no type can: `1.5 | 2.5` of numbers.

    Multiples of an integer are integers in JSON, but for `is_text`: 1.0 is another text than 1.
    """
    match of:
        case ListOf(item) if constraints.items:
            return ListOf(list_values(item, constraints.items, is_text=is_text))
        case MapOf(value) if constraints.additional_properties:
            return MapOf(list_values(value, constraints.additional_properties, is_text=is_text))
        case Union(variants) if Scalar.NONE in variants and len(variants) == 2:
            return Union(tuple(list_values(each, constraints, is_text=is_text) for each in variants))
        case Scalar.INT | Scalar.FLOAT if constraints.values:
            values = as_array(constraints.values.plain)
            return Union(tuple(Const(each) for each in values if isinstance(each, (int, float))))
        case Scalar.FLOAT if constraints.multiple_of and constraints.multiple_of % 1 == 0 and not is_text:
            return Scalar.INT
        case _:
            return of


def listed_values(of: Type, models: Mapping[str, Model]) -> tuple[JSONScalar, ...]:
    """Return the values of an enum or a constant, beside null; none if a type lists no values."""
    match without_aliases(of, models):
        case Const(value):
            return (value,)
        case ModelRef(name) if isinstance(model := models[name], EnumModel):
            return tuple(each for each in model.values if each is not None)
        case Union(variants):
            described = described_variants(variants)
            lists = [listed_values(each, models) for each in described if each is not Scalar.NONE]
            return tuple(value for each in lists for value in each) if all(lists) else ()
        case _:
            return ()


def lists_values(of: Type, models: Mapping[str, Model]) -> bool:
    """Whether a type is an enum or a constant, beside null."""
    match without_aliases(of, models):
        case Const():
            return True
        case ModelRef(name):
            return isinstance(models[name], EnumModel)
        case Union(variants):
            return all(each is Scalar.NONE or lists_values(each, models) for each in described_variants(variants))
        case _:
            return False
