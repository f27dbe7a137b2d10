"""The types of enums and constants."""

from __future__ import annotations

from collections.abc import Iterable

from fledge.builder.drafts import DraftType
from fledge.ir import Const, ListOf, MapOf, Scalar, Union
from fledge.ir.traversal import described_variants, scalar_of
from fledge.openapi.json_values import JSON, LiteralFloat

_BASES = {str: Scalar.STR, bool: Scalar.BOOL, int: Scalar.INT, float: Scalar.FLOAT, LiteralFloat: Scalar.FLOAT}
_LISTABLE = frozenset({str, int})
_INTEGERS = range(-(2**63), 2**63)
"""The integers that a type can list: msgspec and mypy refuse others."""


def open_constant(of: DraftType) -> Const | None:
    """The only known value of a type that has further ones of its kind, but not null."""
    match of:
        case Union((Const(value), Scalar() as base)) if base is enum_base((value,)):
            return Const(value)
        case _:
            return None


def open_constant_text(of: DraftType) -> str | None:
    """The only known text of a type that has further ones, and no null."""
    value = open_constant(of)
    return value.value if value and isinstance(value.value, str) else None


def members(types: Iterable[DraftType]) -> list[DraftType]:
    """The types without unions among them. A constant is not open where another type allows all values of its kind."""
    groups = [each.variants if isinstance(each, Union) else (each,) for each in types]
    variants = [variant for group in groups for variant in group]
    opened = [each for each in variants if isinstance(each, Const) and each.is_open]
    if not opened:  # as nearly always
        return variants
    allowed = [each for group in groups for each in described_variants(group)]
    openness = {Const(each.value): scalar_of(each.value) not in allowed for each in opened}

    def joined(variant: DraftType) -> DraftType:
        if not isinstance(variant, Const):
            return variant
        return Const(variant.value, openness.get(Const(variant.value), False))

    return list(map(joined, variants))


def is_listable(values: tuple[JSON, ...]) -> bool:
    """Whether values are worth an enum: some are strings or integers, and a type can list all integers."""
    is_worth_it = not _LISTABLE.isdisjoint(map(type, values))
    return is_worth_it and all(type(each) is not int or each in _INTEGERS for each in values)


def enum_base(values: tuple[JSON, ...]) -> DraftType:
    """What an unknown value of an enum may be."""
    bases = [_BASES[each] for each in dict.fromkeys(map(type, values))]
    if len(bases) == 1:  # as of nearly all
        return bases[0]
    types = tuple(dict.fromkeys(bases))
    if Scalar.FLOAT in types:
        types = tuple(each for each in types if each is not Scalar.INT)
    return types[0] if len(types) == 1 else Union(types)


def constant(value: JSON, *, is_open: bool = False) -> DraftType:
    """The type of exactly one value; floats, huge integers, arrays and objects have only the types of their kinds."""
    match value:
        case None:
            return Scalar.NONE
        case str() | int() if isinstance(value, str) or value in _INTEGERS:
            return Const(value, is_open)
        case int():
            return Scalar.INT
        case float():
            return Scalar.FLOAT
        case list():
            return ListOf(Scalar.ANY)
        case _:
            return MapOf(Scalar.ANY)
