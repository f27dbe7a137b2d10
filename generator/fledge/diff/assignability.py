"""Decides whether a value of one type may stand where another type is expected: for a type checker, and on the wire."""

from __future__ import annotations

import operator
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from fledge.diff.compare.constraint_comparison import ConstraintComparison, model_constraints, without_null
from fledge.diff.constraints import Trend
from fledge.ir import (
    NO_CONSTRAINTS,
    STRING_FORMATS,
    AliasModel,
    Const,
    EnumModel,
    Field,
    JSONValue,
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
from fledge.ir.traversal import described_variants, scalar_of

# Strings on the wire, whatever they are in Python.
_STRINGS = {Scalar.FILE, *(each.type for each in STRING_FORMATS.values() if each.type is not Scalar.DECIMAL)}
_NUMBERS = {Scalar.INT, Scalar.FLOAT, Scalar.DECIMAL, Scalar.DECIMAL_NUMBER, Scalar.BOOL}
_NUMBERS_IN_JSON = {Scalar.INT, Scalar.FLOAT, Scalar.DECIMAL_NUMBER}
# Pairs of which a type checker accepts the first for the second (PEP 484, "The numeric tower"; standard library).
_SUBTYPES = {
    (Scalar.INT, Scalar.FLOAT),
    (Scalar.BOOL, Scalar.INT),
    (Scalar.BOOL, Scalar.FLOAT),
    (Scalar.DATETIME, Scalar.DATE),
    (Scalar.BASE64URL, Scalar.BYTES),
    (Scalar.BYTES, Scalar.BASE64URL),
    (Scalar.HTTP_DATE, Scalar.DATETIME),
    (Scalar.DATETIME, Scalar.HTTP_DATE),
    (Scalar.HTTP_DATE, Scalar.DATE),
}


@dataclass(frozen=True, slots=True)
class ScopedType:
    """A type, and the models that it names.

    `closed` are the names of those enums that the client closes.
    """

    type: Type
    models: Mapping[str, Model]
    closed: Collection[str]

    def of(self, part: Type) -> ScopedType:
        """Return a part of the type."""
        return ScopedType(part, self.models, self.closed)


_Pair = tuple[str, str]


@dataclass(slots=True)
class _Pairs:
    """The pairs of models, source and target, that one question leads to.

    A model may hold itself, so a pair is assumed to match until it is `refuted`, and looked into once. What was decided
    by an assumption that is refuted afterwards is out of date.
    """

    refuted: dict[_Pair, None]
    looked_into: dict[_Pair, None] = field(default_factory=dict[_Pair, None])
    assumed: dict[_Pair, None] = field(default_factory=dict[_Pair, None])
    is_outdated: bool = False

    def refute(self, pair: _Pair) -> None:
        """The source of a pair has not all that the target requires, whatever is assumed of others."""
        self.refuted[pair] = None
        self.is_outdated |= pair in self.assumed


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignability:
    """Compares types in one direction. `models` maps the names of old models to those of the new ones they match.

    The source is the type of the values that exist, the target the type that is expected. In a request the old type is
    the source and the new one the target; in a response it is the other way round. Matched models are taken for equal,
    since their own changes are reported where they are.
    """

    models: Mapping[str, str]
    sent: bool
    is_text: bool = False
    """Whether all values are written as text, as parameters are: then a number is a string as well."""
    is_argument: bool = True
    """Whether callers pass the values as arguments, which take a string for a UUID; fields of classes do not."""

    def is_type_assignable(self, old: ScopedType, new: ScopedType) -> bool:
        """Whether a type checker accepts the source where the target is expected."""
        return self._accepts(old, new) if self.sent else self._accepts(new, old)

    def is_wire_compatible(self, old: ScopedType, new: ScopedType) -> bool:
        """Whether each value of the source is a value of the target."""
        source, target = (old, new) if self.sent else (new, old)
        refuted: dict[_Pair, None] = {}
        while True:
            pairs = _Pairs(refuted)
            is_allowed = self._allows(source, target, pairs)
            if not (is_allowed and pairs.is_outdated):  # each new look has more that is refuted
                return is_allowed

    def _is_matched(self, source: str, target: str) -> bool:
        old, new = (source, target) if self.sent else (target, source)
        return self.models.get(old) == new

    # --- type checkers

    def _accepts(self, source: ScopedType, target: ScopedType) -> bool:
        takes_text = self.sent and self.is_argument
        targets = list(_annotated_types(target, takes_text=takes_text))
        return all(
            any(self._accepts_member(one, other) for other in targets)
            for one in _annotated_types(source, takes_text=takes_text)
        )

    def _accepts_member(self, source: ScopedType, target: ScopedType) -> bool:
        # An argument that takes anything is annotated `object`, a value that may be anything is `Any`.
        if source.type is Scalar.ANY or target.type is Scalar.ANY:
            return (target if self.sent else source).type is Scalar.ANY
        match source.type, target.type:
            case ModelRef(one), ModelRef(other):
                return self._is_matched(one, other)
            case MapOf(), ModelRef(other):  # any dict may be passed for an object with further properties
                model = target.models[other]
                is_open = isinstance(model, ObjectModel) and model.additional_properties is not None
                return is_open and self.sent and self.is_argument
            case Const(value), Scalar() as other:
                return scalar_of(value) is other or (scalar_of(value), other) in _SUBTYPES
            case ListOf(one_item), ListOf(other_item):
                return self._accepts_items(source.of(one_item), target.of(other_item))
            case MapOf(one_value), MapOf(other_value):
                return self._accepts_items(source.of(one_value), target.of(other_value))
            case TupleOf(ones), TupleOf(others):
                pairs = zip(ones, others)
                return len(ones) == len(others) and all(self._accepts(source.of(a), target.of(b)) for a, b in pairs)
            case Scalar() as one, Scalar() as other:
                return one is other or (one, other) in _SUBTYPES
            case one_type, other_type:
                return one_type == other_type

    def _accepts_items(self, source: ScopedType, target: ScopedType) -> bool:
        """Whether a list or dict of the source may be passed: to a class only one of the same items, as it may change."""
        is_invariant = self.sent and not self.is_argument and target.type is not Scalar.ANY
        return self._accepts(source, target) and (not is_invariant or self._accepts(target, source))

    # --- the wire

    def _allows(self, source: ScopedType, target: ScopedType, pairs: _Pairs) -> bool:
        targets = list(_wire_types(target, is_open=not self.sent))
        return all(
            any(self._allows_member(one, other, pairs) for other in targets)
            for one in _wire_types(source, is_open=False)
        )

    def _allows_member(self, source: ScopedType, target: ScopedType, pairs: _Pairs) -> bool:
        if target.type is Scalar.ANY:
            return True
        match source.type, target.type:
            case ModelRef(one), ModelRef(other):
                return self._is_matched(one, other) or self._allows_model(one, source, other, target, pairs)
            case ModelRef(one), MapOf(value):
                model = _object(source.models[one])
                further = () if model.additional_properties is None else (model.additional_properties,)
                types = (*(each.type for each in self._fields(model)), *further)
                return all(self._allows(source.of(each), target.of(value), pairs) for each in types)
            case Const(value), Scalar() as other:
                return self._allows_scalar(scalar_of(value), other)
            case Const(value), Const(other_value):
                return JSONValue(value) == JSONValue(other_value)
            case ListOf(one_item), ListOf(other_item):
                return self._allows(source.of(one_item), target.of(other_item), pairs)
            case TupleOf(ones), ListOf(other_item):
                return all(self._allows(source.of(one), target.of(other_item), pairs) for one in ones)
            case MapOf(one_value), MapOf(other_value):
                return self._allows(source.of(one_value), target.of(other_value), pairs)
            case TupleOf(ones), TupleOf(others):
                return len(ones) == len(others) and all(
                    self._allows(source.of(a), target.of(b), pairs) for a, b in zip(ones, others)
                )
            case Scalar() as one, Scalar() as other:
                return self._allows_scalar(one, other)
            case one_type, other_type:
                return one_type == other_type

    def _allows_scalar(self, source: Scalar, target: Scalar) -> bool:
        strings = _STRINGS | _NUMBERS if self.is_text else _STRINGS | {Scalar.DECIMAL}
        return (
            source is target
            or (source in strings and target is Scalar.STR)
            or (source in _NUMBERS_IN_JSON and target in (Scalar.FLOAT, Scalar.DECIMAL_NUMBER))
        )

    def _allows_model(self, one: str, source: ScopedType, other: str, target: ScopedType, pairs: _Pairs) -> bool:
        """Whether the model `one` has all that `other` requires, as far as that can be told now."""
        pair = one, other
        if pair in pairs.refuted:
            return False
        if pair in pairs.looked_into:
            pairs.assumed[pair] = None
            return True
        pairs.looked_into[pair] = None
        is_allowed = self._allows_object(source, source.models[one], target, target.models[other], pairs)
        if not is_allowed:
            pairs.refute(pair)
        return is_allowed

    def _allows_object(self, source: ScopedType, one: Model, target: ScopedType, other: Model, pairs: _Pairs) -> bool:
        """Whether `one` has all that `other` requires, and nothing that `other` has another type or no place for.

        Clients ignore properties that they do not declare. A server does, too, and then a request has another effect.
        """
        before, after = _object(one), _object(other)
        fields = {each.name.wire: each for each in self._fields(before)}
        for each in self._fields(after):
            field = fields.pop(each.name.wire, None)
            if field is None or not field.required:
                if each.required:
                    return False
            if field is not None and not self._allows_field(source, field, target, each, pairs):
                return False
        further = [each.type for each in fields.values()]
        further += [] if before.additional_properties is None else [before.additional_properties]
        value = after.additional_properties
        if value is None:
            is_allowed = not (self.sent and further)
        else:
            is_allowed = all(self._allows(source.of(each), target.of(value), pairs) for each in further)
        types = ModelRef(before.name.python), ModelRef(after.name.python)
        return is_allowed and not self._is_tighter(source.of(types[0]), before, target.of(types[1]), after)

    def _fields(self, of: ObjectModel) -> Iterable[Field]:
        """The fields that are on the wire: callers do not send those that are read-only."""
        return (each for each in of.fields if not (self.sent and each.read_only))

    def _allows_field(self, source: ScopedType, one: Field, target: ScopedType, other: Field, pairs: _Pairs) -> bool:
        # The client reads null of an optional field as one that is absent.
        of = one.type if self.sent or other.required else without_null(one.type)
        if not self._allows(source.of(of), target.of(other.type), pairs):
            return False
        return not self._is_tighter(source.of(one.type), one, target.of(other.type), other)

    def _is_tighter(
        self, source: ScopedType, one: Field | ObjectModel, target: ScopedType, other: Field | ObjectModel
    ) -> bool:
        """Whether a server refuses values of the source for what limits the target; clients take any."""
        if not self.sent or one.constraints is other.constraints is NO_CONSTRAINTS and source.type == target.type:
            return False
        comparison = ConstraintComparison(
            old=source.models, new=target.models, is_same_type=operator.eq, is_text=self.is_text
        )
        limits = one.constraints, other.constraints
        if isinstance(one, ObjectModel) and isinstance(other, ObjectModel):
            limits = model_constraints(one, other), model_constraints(other, one)
        changes = comparison.changes(*limits, source.type, target.type)
        return any(each.trend is Trend.TIGHTENED for each in changes)


def _annotated_types(of: ScopedType, *, takes_text: bool) -> Iterator[ScopedType]:
    """The members of an annotation: aliases resolved, and a UUID that may be passed as a string, too.

    Open enums are their base, closed ones their values.
    """
    for each in _members(of, {}, is_open=True):
        model = of.models[each.name] if isinstance(each, ModelRef) else None
        if isinstance(model, EnumModel) and model.name.python in of.closed:
            yield from _constants(of, model)
        elif isinstance(model, EnumModel):
            yield from _annotated_types(of.of(model.base), takes_text=takes_text)
        else:
            yield of.of(each)
            if each is Scalar.UUID and takes_text:
                yield of.of(Scalar.STR)


def _wire_types(of: ScopedType, *, is_open: bool) -> Iterator[ScopedType]:
    """The members of a type on the wire: each value of a closed enum, the base of an open one."""
    for each in _members(of, {}, is_open=is_open):
        model = of.models[each.name] if isinstance(each, ModelRef) else None
        if not isinstance(model, EnumModel):
            yield of.of(each)
        elif is_open:
            yield from _wire_types(of.of(model.base), is_open=True)
        else:
            yield from _constants(of, model)


def _constants(of: ScopedType, model: EnumModel) -> Iterator[ScopedType]:
    """Each value of an enum as a type of its own."""
    yield from (of.of(Scalar.NONE if value is None else Const(value)) for value in model.values)


def _members(of: ScopedType, passed: dict[str, None], *, is_open: bool) -> Iterator[Type]:
    """The members of a type, with aliases and unions resolved, each of these once; `is_open`: for unknown values, too."""
    match of.type:
        case Union(variants):
            for variant in variants if is_open else described_variants(variants):
                yield from _members(of.of(variant), passed, is_open=is_open)
        case ModelRef(name):
            model = of.models[name]
            if not isinstance(model, (AliasModel, UnionModel)):
                yield of.type
            elif name not in passed:
                passed[name] = None
                inner = model.type if isinstance(model, AliasModel) else Union(model.variants)
                yield from _members(of.of(inner), passed, is_open=is_open)
        case other:
            yield other


def _object(model: Model) -> ObjectModel:
    """The model as an object: enums, aliases and unions are resolved before."""
    assert isinstance(model, ObjectModel)
    return model
