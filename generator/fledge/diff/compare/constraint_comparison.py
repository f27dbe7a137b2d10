"""Compares the constraints of two types: of their values, of items and map values, and of the variants of unions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fledge.diff.constraint_forms import intersect, without_kept_limits
from fledge.diff.constraints import ConstraintChange, Trend, compare_constraints, pair_variants
from fledge.diff.json_kinds import (
    item_type,
    json_kinds,
    listed_values,
    lists_values,
    tuple_types,
    without_aliases,
)
from fledge.diff.refusals import JUDGED, LimitedType, are_values_refused, refusals
from fledge.ir import (
    NO_CONSTRAINTS,
    AliasModel,
    Constraints,
    MapOf,
    Model,
    ModelRef,
    ObjectModel,
    Scalar,
    Type,
    Union,
    UnionModel,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintComparison:
    """The models of both sides, and what they have in common; `is_text`: all values are written as text."""

    old: Mapping[str, Model]
    new: Mapping[str, Model]
    is_same_type: Callable[[Type, Type], bool]
    is_text: bool = False

    def changes(self, old: Constraints, new: Constraints, old_type: Type, new_type: Type) -> Iterator[ConstraintChange]:
        """Return what changed in the constraints of two types, and in those of their parts."""
        if not self.is_same_type(old_type, new_type):
            old, new = _with_aliases(old, old_type, self.old), _with_aliases(new, new_type, self.new)
        kinds = json_kinds(old_type, self.old), json_kinds(new_type, self.new)
        variants = _variants(old_type, self.old), _variants(new_type, self.new)
        if lists_values(old_type, self.old) != lists_values(new_type, self.new):
            old, new = replace(old, values=None), replace(new, values=None)  # the types changed, which have them
        count = len(variants[0])
        is_same_union = count == len(variants[1]) > 1
        # The branches of one type are in no order either, alone or among those of other types.
        are_alike = count == len(old.variants or variants[0]) == len(new.variants or variants[1])
        is_reordered = not (is_same_union and are_alike) or not all(map(self.is_same_type, *variants))
        if is_same_union and is_reordered:
            old, new = _with_aliases_in(old, variants[0], self.old), _with_aliases_in(new, variants[1], self.new)
        if is_same_union:
            old, new = _without_kept_limits_in(old, variants[0], self.old), _without_kept_limits_in(
                new, variants[1], self.new
            )
        compared = compare_constraints(
            old,
            new,
            *kinds,
            is_same_union=is_same_union,
            is_reordered=is_reordered,
            old_values=listed_values(old_type, self.old),
            is_text=self.is_text,
        )
        yield from self._judged(compared, old, new, old_type, new_type)
        yield from self._part_changes(old, new, old_type, new_type)
        if is_same_union:
            sides = [each.variants or (NO_CONSTRAINTS,) * count for each in (old, new)]
            for one, other in pair_variants(*sides, is_reordered=is_reordered):
                changes = self._part_changes(one, other, Scalar.ANY, Scalar.ANY)
                yield from (each.of_variants for each in changes)

    def _part_changes(
        self, old: Constraints, new: Constraints, old_type: Type, new_type: Type
    ) -> Iterator[ConstraintChange]:
        """Compare the constraints of items and of map values."""
        old_type, new_type = without_aliases(old_type, self.old), without_aliases(new_type, self.new)
        for part, is_map in (("items", False), ("values", True)):
            before, after = (each.additional_properties if is_map else each.items for each in (old, new))
            inner = item_type(old_type, is_map=is_map), item_type(new_type, is_map=is_map)
            if before != after or not self.is_same_type(*inner):
                changes = self.changes(before or NO_CONSTRAINTS, after or NO_CONSTRAINTS, *inner)
                yield from (replace(each, part=(part, *each.part)) for each in changes)
        count = max(len(old.tuple_items), len(new.tuple_items))
        old_item, new_item = tuple_types(old_type, count), tuple_types(new_type, count)
        if (old.tuple_items, old_item) != (new.tuple_items, new_item) and len(old_item) == len(new_item):
            sides = [each.tuple_items or (NO_CONSTRAINTS,) * len(old_item) for each in (old, new)]
            for one, other, before_type, after_type in zip(*sides, old_item, new_item):
                changes = self.changes(one, other, before_type, after_type)
                yield from (replace(each, part=("items", *each.part)) for each in changes)

    def _sides(
        self, old: Constraints, new: Constraints, old_type: Type, new_type: Type
    ) -> tuple[LimitedType, LimitedType]:
        return LimitedType(old_type, old, self.old), LimitedType(new_type, new, self.new)

    def _judged(
        self, changes: Iterable[ConstraintChange], old: Constraints, new: Constraints, old_type: Type, new_type: Type
    ) -> Iterator[ConstraintChange]:
        """Return changes; of variants, values decide: others may allow what one lost."""
        if not (old.variants or new.variants):
            yield from changes
            return
        values = refusals(*self._sides(old, new, old_type, new_type), is_text=self.is_text)
        for each in changes:
            is_own = each.part in ((), ("variants",)) and each.keyword in JUDGED
            if each.trend is Trend.TIGHTENED and is_own and not values.may_exist:
                each = replace(each, trend=Trend.CHANGED)
            elif each.trend is Trend.CHANGED and each.keyword == "anyOf" and values.exist:
                each = replace(each, trend=Trend.TIGHTENED)
            yield each

    def may_refuse_values(self, old: Constraints, new: Constraints, old_type: Type, new_type: Type) -> bool:
        """Whether the new type may refuse values of the old one by its limits."""
        return refusals(*self._sides(old, new, old_type, new_type), is_text=self.is_text).may_exist

    def refuses_values(self, old: Constraints, new: Constraints, old_type: Type, new_type: Type) -> bool:
        """Whether a variant of the new type takes a value of the old one by its type, but none does by its limits."""
        sides = self._sides(old, new, old_type, new_type)
        return are_values_refused(*sides, is_text=self.is_text)


def _with_aliases(of: Constraints, type: Type, models: Mapping[str, Model]) -> Constraints:
    """Return constraints with those of the aliases that a type is: the other side may write them inline."""
    names: list[str] = []
    while isinstance(inner := without_null(type), ModelRef) and inner.name not in names:
        names.append(inner.name)
        model = models[inner.name]
        if isinstance(model, AliasModel):
            of, type = intersect(of, model.constraints), model.type
    return of


def _with_aliases_in(of: Constraints, variants: Sequence[Type], models: Mapping[str, Model]) -> Constraints:
    """Return constraints with those of each variant that is an alias."""
    if of.variants and len(of.variants) != len(variants):
        return of
    parts = of.variants or (NO_CONSTRAINTS,) * len(variants)
    limits = tuple(_with_aliases(*pair, models) for pair in zip(parts, variants))
    return of if limits == parts else replace(of, variants=limits)


def _without_kept_limits_in(of: Constraints, variants: Sequence[Type], models: Mapping[str, Model]) -> Constraints:
    """Return constraints without limits of a variant that lists values which all keep them."""
    if len(of.variants) != len(variants):
        return of
    values = [listed_values(each, models) for each in variants]
    limits = tuple(without_kept_limits(limit, each) if each else limit for limit, each in zip(of.variants, values))
    return of if limits == of.variants else replace(of, variants=limits)


def model_constraints(of: Model, other: Model) -> Constraints:
    """Return the constraints of a model.

    What `other` requires without declaring it may be a required field here: that is the same requirement.
    """
    if not isinstance(of, ObjectModel) or not isinstance(other, ObjectModel) or not other.constraints.required:
        return of.constraints
    names = [each.name.wire for each in of.fields if each.required and each.name.wire in other.constraints.required]
    return replace(of.constraints, required=tuple(sorted({*of.constraints.required, *names})))


def constrained_type(of: Model) -> Type:
    """Return what the constraints of a model are about, so that the models in it count."""
    match of:
        case AliasModel():
            return of.type
        case UnionModel():
            return Union(of.variants)
        case ObjectModel() if of.additional_properties is not None:
            return MapOf(of.additional_properties)
        case _:
            return ModelRef(of.name.python)


def _variants(of: Type, models: Mapping[str, Model]) -> tuple[Type, ...]:
    """The variants of a union beside null; another type is its only one."""
    match without_null(without_aliases(of, models)):
        case Union(variants):
            return variants
        case ModelRef(name) if isinstance(model := models[name], UnionModel):
            return tuple(each for each in model.variants if each is not Scalar.NONE)
        case other:
            return (other,)


def without_null(of: Type) -> Type:
    """Return the type without null."""
    others = tuple(each for each in of.variants if each is not Scalar.NONE) if isinstance(of, Union) else (of,)
    return others[0] if len(others) == 1 else Union(others)
