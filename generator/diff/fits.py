"""Whether each value of one type is right where another is expected: on the wire, and to a type checker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.api import (
    AliasModel,
    Const,
    EnumModel,
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

# What is text on the wire, whatever it is in Python.
_TEXTS = {Scalar.UUID, Scalar.DATE, Scalar.DATETIME, Scalar.TIME, Scalar.DURATION, Scalar.BYTES, Scalar.FILE}
_NUMBERS = {Scalar.INT, Scalar.FLOAT, Scalar.DECIMAL, Scalar.BOOL}
# What a type checker takes for another type (PEP 484, "The numeric tower"; classes of the standard library).
_SUBCLASSES = {(Scalar.INT, Scalar.FLOAT), (Scalar.BOOL, Scalar.INT), (Scalar.DATETIME, Scalar.DATE)}


@dataclass(frozen=True, slots=True)
class Known:
    """A type, and the models that it names."""

    type: Type
    models: Mapping[str, Model]

    def of(self, part: Type) -> Known:
        """A part of the type."""
        return Known(part, self.models)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fits:
    """Asks in one direction. `same` are pairs of model names, old and new, that are one model: told by themselves.

    Of a request, the old type is given where the new one is expected; of a response, the other way round.
    """

    same: Mapping[str, str]
    sent: bool
    is_text: bool = False
    """Whether all is written as text, as parameters are: then a number is one, too."""

    def types(self, old: Known, new: Known) -> bool:
        """Whether a type checker has nothing against it."""
        return self._typed(old, new) if self.sent else self._typed(new, old)

    def wire(self, old: Known, new: Known) -> bool:
        """Whether each value is one that is expected."""
        return self._wired(old, new, frozenset()) if self.sent else self._wired(new, old, frozenset())

    def _one(self, given: str, wanted: str) -> bool:
        old, new = (given, wanted) if self.sent else (wanted, given)
        return self.same.get(old) == new

    # --- to a type checker

    def _typed(self, given: Known, wanted: Known) -> bool:
        wants = list(_annotated(wanted, sent=self.sent))
        return all(any(self._is_typed(one, other) for other in wants) for one in _annotated(given, sent=self.sent))

    def _is_typed(self, given: Known, wanted: Known) -> bool:
        # An argument that takes anything is annotated `object`, a value that may be anything is `Any`.
        if given.type is Scalar.ANY or wanted.type is Scalar.ANY:
            return (wanted if self.sent else given).type is Scalar.ANY
        match given.type, wanted.type:
            case ModelRef(one), ModelRef(other):
                return self._one(one, other)
            case Const(value), Scalar() as other:
                return _scalar(value) is other
            case ListOf(one_item), ListOf(other_item):
                return self._typed(given.of(one_item), wanted.of(other_item))
            case MapOf(one_value), MapOf(other_value):
                return self._typed(given.of(one_value), wanted.of(other_value))
            case TupleOf(ones), TupleOf(others):
                pairs = zip(ones, others)
                return len(ones) == len(others) and all(self._typed(given.of(a), wanted.of(b)) for a, b in pairs)
            case Scalar() as one, Scalar() as other:
                return one is other or (one, other) in _SUBCLASSES
            case one_type, other_type:
                return one_type == other_type

    # --- on the wire

    def _wired(self, given: Known, wanted: Known, seen: frozenset[tuple[str, str]]) -> bool:
        wants = list(_values(wanted, is_open=not self.sent))
        return all(any(self._is_wired(one, other, seen) for other in wants) for one in _values(given, is_open=False))

    def _is_wired(self, given: Known, wanted: Known, seen: frozenset[tuple[str, str]]) -> bool:
        if wanted.type is Scalar.ANY:
            return True
        match given.type, wanted.type:
            case ModelRef(one), ModelRef(other):
                if self._one(one, other) or (one, other) in seen:
                    return True
                return self._is_subset(given.models[one], given, wanted.models[other], wanted, seen | {(one, other)})
            case ModelRef(one), MapOf(value):
                parts = _object(given.models[one]).fields
                return all(self._wired(given.of(each.type), wanted.of(value), seen) for each in parts)
            case Const(value), Scalar() as other:
                return self._is_scalar(_scalar(value), other)
            case ListOf(one_item), ListOf(other_item):
                return self._wired(given.of(one_item), wanted.of(other_item), seen)
            case TupleOf(ones), ListOf(other_item):
                return all(self._wired(given.of(one), wanted.of(other_item), seen) for one in ones)
            case MapOf(one_value), MapOf(other_value):
                return self._wired(given.of(one_value), wanted.of(other_value), seen)
            case TupleOf(ones), TupleOf(others):
                pairs = zip(ones, others)
                return len(ones) == len(others) and all(self._wired(given.of(a), wanted.of(b), seen) for a, b in pairs)
            case Scalar() as one, Scalar() as other:
                return self._is_scalar(one, other)
            case one_type, other_type:
                return one_type == other_type

    def _is_scalar(self, one: Scalar, other: Scalar) -> bool:
        texts = _TEXTS | _NUMBERS if self.is_text else _TEXTS
        return one is other or (one in texts and other is Scalar.STR) or (one, other) == (Scalar.INT, Scalar.FLOAT)

    def _is_subset(
        self, one: Model, given: Known, other: Model, wanted: Known, seen: frozenset[tuple[str, str]]
    ) -> bool:
        """Whether all that `other` asks for is in `one`; what it does not know does no harm."""
        has = {each.name.wire: each for each in _object(one).fields}
        for each in _object(other).fields:
            mine = has.get(each.name.wire)
            if mine is None or not mine.required:
                if each.required:
                    return False
            if mine is not None and not self._wired(given.of(mine.type), wanted.of(each.type), seen):
                return False
        return True


def _annotated(of: Known, *, sent: bool) -> Iterator[Known]:
    """The members of an annotation: aliases are what they stand for, enums their base, an argument takes a UUID as text."""
    for one in _members(of, ()):
        model = of.models[one.name] if isinstance(one, ModelRef) else None
        if isinstance(model, EnumModel):
            yield from _annotated(of.of(model.base), sent=sent)
        else:
            yield of.of(one)
            if one is Scalar.UUID and sent:
                yield of.of(Scalar.STR)


def _values(of: Known, *, is_open: bool) -> Iterator[Known]:
    """The members of a type as values: those of an enum one by one, and anything else of their kind if it is open."""
    for one in _members(of, ()):
        model = of.models[one.name] if isinstance(one, ModelRef) else None
        if not isinstance(model, EnumModel):
            yield of.of(one)
        elif is_open:
            yield from _values(of.of(model.base), is_open=True)
        else:
            yield from (of.of(Scalar.NONE if value is None else Const(value)) for value in model.values)


def _members(of: Known, path: tuple[str, ...]) -> Iterator[Type]:
    """The type, or all that a union or another name of one stands for."""
    match of.type:
        case Union(members):
            for member in members:
                yield from _members(of.of(member), path)
        case ModelRef(name):
            model = of.models[name]
            if not isinstance(model, (AliasModel, UnionModel)):
                yield of.type
            elif name not in path:
                for member in (model.type,) if isinstance(model, AliasModel) else model.members:
                    yield from _members(of.of(member), (*path, name))
        case other:
            yield other


def _object(model: Model) -> ObjectModel:
    """What is left when enums, aliases and unions are taken apart."""
    assert isinstance(model, ObjectModel)
    return model


def _scalar(value: object) -> Scalar:
    match value:
        case None:
            return Scalar.NONE
        case bool():
            return Scalar.BOOL
        case int():
            return Scalar.INT
        case float():
            return Scalar.FLOAT
        case _:
            return Scalar.STR
