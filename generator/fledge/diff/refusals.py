"""Looks for a value that one type allows and the limits of another one refuse: what proves that the wire breaks.

Limits of the variants of two unions cannot be compared keyword by keyword if the variants differ. Values can: those at
the edges of all limits are tried. What cannot be judged here proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil, floor
from typing import TypeAlias

from fledge.diff.constraint_forms import intersect, keeps, normalize_constraints, without_limits
from fledge.ir import (
    NO_CONSTRAINTS,
    STRING_FORMATS,
    AliasModel,
    Const,
    Constraints,
    EnumModel,
    JSONValue,
    ListOf,
    MapOf,
    Model,
    ModelRef,
    Scalar,
    TupleOf,
    Type,
    Union,
    UnionModel,
)
from fledge.ir.traversal import described_variants


@dataclass(frozen=True, slots=True)
class _Array:
    """Any array of this length."""

    length: int


_Value: TypeAlias = str | int | float | _Array

_FORMATS = {each.type: each for each in STRING_FORMATS.values() if each.pattern}
_NUMBERS = frozenset((Scalar.INT, Scalar.FLOAT, Scalar.DECIMAL, Scalar.DECIMAL_NUMBER))
_CHARACTERS = "aA1- "
JUDGED = frozenset(
    "anyOf minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems".split()
)
"""The keywords whose edges are tried."""
_LONGEST = 10_000
"""The length of the longest text that is made to try it."""


@dataclass(frozen=True, slots=True)
class LimitedType:
    """A type with its constraints, and the models that it names."""

    type: Type
    constraints: Constraints
    models: Mapping[str, Model]
    is_known: bool = True
    """Whether it is certain which limits are its own."""

    def branches(self) -> tuple[LimitedType, ...]:
        """The types that it is one of, each with its limits; what is never null is compared."""
        branches: list[LimitedType] = []
        for each in self._branches(()):
            if each not in branches:
                branches.append(each)
        return tuple(branches)

    def _branches(self, path: tuple[str, ...]) -> Iterator[LimitedType]:
        match self.type:
            case ModelRef(name) if name in path:
                return
            case ModelRef(name) if isinstance(model := self.models[name], (AliasModel, UnionModel)):
                inner = model.type if isinstance(model, AliasModel) else Union(model.variants)
                limits = intersect(self.constraints, model.constraints)
                yield from LimitedType(inner, limits, self.models, self.is_known)._branches((*path, name))
            case Union(variants):
                types = [each for each in described_variants(variants) if each is not Scalar.NONE]
                limits = normalize_constraints(self.constraints, is_integer=False)
                parts, whole = limits.variants, replace(limits, variants=())
                if len(parts) == len(types):
                    pairs = [(of, intersect(whole, part)) for of, part in zip(types, parts)]
                else:  # nothing is said of each, or several of them say something of one type
                    pairs = [(of, limits) for of in types]
                is_known = self.is_known and len(parts) in (0, len(types))
                for of, limit in pairs:
                    yield from LimitedType(of, limit, self.models, is_known)._branches(path)
            case _:
                limits = normalize_constraints(self.constraints, is_integer=self.type is Scalar.INT)
                whole = replace(limits, variants=())
                for part in limits.variants or (NO_CONSTRAINTS,):
                    yield replace(self, constraints=intersect(whole, part))

    @property
    def is_certain(self) -> bool:
        """Whether each of its limits can be judged."""
        rest = replace(
            without_limits(self.constraints),
            default=None,
            min_items=None,
            max_items=None,
            items=None,
            additional_properties=None,
            min_contains=None,
        )
        return self.is_known and rest == NO_CONSTRAINTS

    @property
    def has_samples(self) -> bool:
        """Whether there are samples of its strings, numbers and arrays, if it has any."""
        match self.type:
            case Scalar.BOOL | Scalar.NONE | Scalar.STR:
                return True
            case Scalar() as scalar:
                return scalar in _NUMBERS or scalar in _FORMATS
            case TupleOf():
                return False
            case _:
                return True

    def has(self, value: _Value) -> bool:
        """Whether a value is of the type, and keeps the limits that can be judged."""
        return self.takes(value) and _keeps(value, self.constraints)

    def takes(self, value: _Value) -> bool:
        """Whether a value is of the type, or may be."""
        match self.type:
            case Scalar.ANY:
                return True
            case Scalar.INT:
                return isinstance(value, int)
            case Scalar() as scalar if scalar in _NUMBERS:
                return isinstance(value, (int, float)) or scalar is Scalar.DECIMAL and isinstance(value, str)
            case Scalar.BOOL | Scalar.NONE:
                return False
            case Scalar() as scalar:
                form = _FORMATS.get(scalar)
                return isinstance(value, str) and (form is None or re.fullmatch(form.pattern, value) is not None)
            case ListOf():
                return isinstance(value, _Array)
            case TupleOf(items):
                return value == _Array(len(items))
            case _:
                return not isinstance(value, _Array) and JSONValue(value) in map(JSONValue, self.listed())

    @property
    def part(self) -> LimitedType:
        """What the items of a list or the values of a map are."""
        match self.type:
            case ListOf(item):
                return LimitedType(item, self.constraints.items or NO_CONSTRAINTS, self.models)
            case MapOf(value):
                return LimitedType(value, self.constraints.additional_properties or NO_CONSTRAINTS, self.models)
            case _:
                return LimitedType(Scalar.ANY, NO_CONSTRAINTS, self.models)

    def listed(self) -> tuple[str | int | float, ...]:
        """The strings and numbers that it lists, if it is a constant or an enum."""
        values: tuple[object, ...] = ()
        if isinstance(self.type, Const):
            values = (self.type.value,)
        elif isinstance(self.type, ModelRef) and isinstance(model := self.models[self.type.name], EnumModel):
            values = model.values
        return tuple(each for each in values if isinstance(each, (str, int, float)) and not isinstance(each, bool))

    def samples(self, limits: Sequence[Constraints]) -> Iterator[_Value]:
        """Values of the type at the edges of limits."""
        match self.type:
            case Scalar() as scalar if scalar in _NUMBERS:
                yield from _numbers(limits)
            case Scalar.STR:
                lengths = [each for of in limits for each in (of.min_length, of.max_length) if each is not None]
                for length in _around(lengths):
                    yield from (character * length for character in _CHARACTERS if length <= _LONGEST)
            case Scalar() as scalar if scalar in _FORMATS:
                yield _FORMATS[scalar].sample
            case ListOf():
                lengths = [each for of in limits for each in (of.min_items, of.max_items) if each is not None]
                yield from map(_Array, _around(lengths))
            case _:
                yield from self.listed()


@dataclass(frozen=True, slots=True)
class Refusals:
    """The values of an old type that a new one takes by its type, and refuses by its limits.

    `is_text`: all values are written as text, so that a string takes a number.
    """

    old: tuple[LimitedType, ...]
    new: tuple[LimitedType, ...]
    is_text: bool

    @property
    def exist(self) -> bool:
        """Whether a string, a number or a length proves that there are any."""
        # A value of two variants may be none of `oneOf`.
        return any(sum(each.has(value) for each in self.old) == 1 for value in self._values())

    @property
    def may_exist(self) -> bool:
        """Whether there may be any; if not, that is certain."""
        branches = (*self.old, *self.new)
        are_judged = all(each.is_certain and each.constraints.pattern is None for each in branches)
        return not (are_judged and all(each.has_samples for each in self.old)) or any(True for _ in self._values())

    def _values(self) -> Iterator[_Value]:
        """Values of a variant of the old type that the new one refuses."""
        limits = [each.constraints for each in (*self.old, *self.new)]
        for source in self.old:
            if source.is_certain:
                yield from (value for value in source.samples(limits) if source.has(value) and self._is_refused(value))

    def _is_refused(self, value: _Value) -> bool:
        forms = [(each, value) for each in self.new if each.takes(value)]
        if self.is_text and isinstance(value, (int, float)):
            text = str(JSONValue(value))
            forms += [(each, text) for each in self.new if each.type is Scalar.STR]
        return bool(forms) and not any(each.has(form) for each, form in forms)


def refusals(old: LimitedType, new: LimitedType, *, is_text: bool) -> Refusals:
    """Return what is refused of the whole values of two types."""
    return Refusals(old.branches(), new.branches(), is_text)


def are_values_refused(
    old: LimitedType, new: LimitedType, *, is_text: bool, path: tuple[tuple[Type, Type], ...] = ()
) -> bool:
    """Whether limits of variants refuse values, or items and map values inside of them.

    Limits that hold for a whole value are compared one by one. `path` has the types around these.
    """
    if (old.type, new.type) in path:
        return False
    path = (*path, (old.type, new.type))
    values = refusals(old, new, is_text=is_text)
    if (isinstance(new.type, (ModelRef, Union)) or new.constraints.variants) and values.exist:
        return True
    for kind in (ListOf, MapOf):
        ones, others = ([each for each in side if isinstance(each.type, kind)] for side in (values.old, values.new))
        if len(ones) == len(others) == 1 and are_values_refused(
            ones[0].part, others[0].part, is_text=is_text, path=path
        ):
            return True
    return False


def _keeps(value: _Value, of: Constraints) -> bool:
    if isinstance(value, _Array):
        return (of.min_items or 0) <= value.length and (of.max_items is None or value.length <= of.max_items)
    return keeps(value, of if _is_readable(of.pattern) else replace(of, pattern=None))


def _is_readable(pattern: str | None) -> bool:
    """Whether Python can read a pattern, which is one of ECMAScript."""
    try:
        return pattern is None or re.compile(pattern) is not None
    except re.error:
        return False


def _around(lengths: Sequence[int]) -> list[int]:
    edges = {0: None, 1: None} | {each + step: None for each in lengths for step in (-1, 0, 1)}
    return sorted(each for each in edges if each >= 0)


def _numbers(limits: Sequence[Constraints]) -> Iterator[int | float]:
    bounds = [
        each
        for of in limits
        for each in (of.minimum, of.maximum, of.exclusive_minimum, of.exclusive_maximum)
        if each is not None
    ]
    steps = [Decimal(of.multiple_of) for of in limits if of.multiple_of]
    for bound in map(Decimal, (0, *bounds)):
        yield from (floor(bound) - 1, floor(bound), ceil(bound), ceil(bound) + 1, float(bound) + 0.5)
        for step in steps:
            for count in range(floor(bound / step) - 1, ceil(bound / step) + 4):
                number = count * step
                yield int(number) if number == int(number) else float(number)
