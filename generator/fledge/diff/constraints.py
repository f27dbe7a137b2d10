"""Compares constraints: which keywords changed, and whether they allow fewer or more values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from math import ceil, floor

from fledge.diagnostics.plural import pluralize
from fledge.diff.constraint_forms import normalize_constraints, pattern_form, without_kept_limits
from fledge.diff.json_kinds import JSONKind
from fledge.emitter.constraints import default_text
from fledge.ir import NO_CONSTRAINTS, Constraints, JSONScalar, JSONValue, Number
from fledge.openapi.json_values import as_array, as_object


class Trend(StrEnum):
    """How the set of allowed values changed; CHANGED if Fledge cannot tell."""

    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstraintChange:
    """A keyword whose value changed; `before` or `after` is empty if that side does not have the keyword.

    `part` says which values it limits: empty for the value itself, else `items`, `values` or `variants`, from the
    outside in.
    """

    keyword: str
    before: str
    after: str
    trend: Trend
    part: tuple[str, ...] = ()

    @property
    def of_variants(self) -> ConstraintChange:
        """The change as one of the variants of a union; branches of one type are inside one of them."""
        return self if self.part[:1] == ("variants",) else replace(self, part=("variants", *self.part))

    @property
    def subject(self) -> str:
        """The keyword in a sentence: `its maximum`, `the maxLength of its items`."""
        if not self.part:
            return f"its {self.keyword}" if self.before and self.after else f"the {self.keyword}"
        first, *others = self.part
        return " of ".join([f"the {self.keyword}", *(f"the {each}" for each in reversed(others)), f"its {first}"])


_NARROWER_FORMATS = {("int32", "int64"), ("float", "double")}
_VALIDATED_FORMATS = frozenset(
    "email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference uri-template json-pointer "
    "relative-json-pointer regex".split()
)
"""The formats of strings that JSON Schema 2020-12, Validation 7.3 defines and that have no type of their own."""
_WIDER_FORMATS = {
    ("email", "idn-email"),
    ("hostname", "idn-hostname"),
    ("ipv4", "hostname"),
    ("uri", "iri"),
    ("uri", "uri-reference"),
    ("uri", "iri-reference"),
    ("uri-reference", "iri-reference"),
    ("iri", "iri-reference"),
}
"""The strings of the first format are strings of the second."""


def compare_constraints(
    old: Constraints,
    new: Constraints,
    old_kinds: frozenset[JSONKind],
    new_kinds: frozenset[JSONKind],
    *,
    is_same_union: bool = False,
    is_reordered: bool = False,
    old_values: Sequence[JSONScalar] = (),
    is_text: bool = False,
) -> tuple[ConstraintChange, ...]:
    """Return the keywords that changed for values that both sides allow; `old_kinds` are the kinds of the old type.

    `is_same_union`: both types are unions with as many variants, so that the constraints of these are compared, too.
    `is_reordered`: they have them in different orders, so that equal constraints belong to one variant.
    `old_values`: the values that the old type lists, so that a limit that all of them keep is none.
    `is_text`: all values are written as text, so that those of other kinds have to keep the limits of strings.
    """
    if (old, old_kinds) == (new, new_kinds):
        return ()
    kinds = old_kinds & new_kinds
    if {JSONKind.INTEGER, JSONKind.NUMBER} & old_kinds and {JSONKind.INTEGER, JSONKind.NUMBER} & new_kinds:
        kinds |= {JSONKind.NUMBER}
    if is_text and JSONKind.STRING in new_kinds:
        kinds |= {JSONKind.STRING}
    are_integers = JSONKind.NUMBER not in old_kinds, JSONKind.NUMBER not in new_kinds
    before, after = (
        normalize_constraints(each, is_integer=is_integer) for each, is_integer in zip((old, new), are_integers)
    )
    if old_values:
        numbers = [each for each in old_values if is_text and not isinstance(each, str)]
        written = [*old_values, *(str(JSONValue(each)) for each in numbers)]
        before, after = (without_kept_limits(each, written) for each in (before, after))
    if is_same_union:
        before, after = _with_variants(before, after), _with_variants(after, before)
    if is_reordered and len(before.variants) == len(after.variants):
        pairs = pair_variants(before.variants, after.variants, is_reordered=True)
        ones, others = (tuple(pair[side] for pair in pairs) for side in (0, 1))
        before, after = replace(before, variants=ones), replace(after, variants=others)
    return tuple(_changes(before, after, kinds, are_integers)) if (before, old_kinds) != (after, new_kinds) else ()


def _changes(
    old: Constraints, new: Constraints, kinds: frozenset[JSONKind], are_integers: tuple[bool, bool]
) -> Iterator[ConstraintChange]:
    before, after = ("" if each is None else default_text(each) for each in (old.default, new.default))
    if before != after and old.default != new.default:
        yield ConstraintChange(keyword="default", before=before, after=after, trend=Trend.CHANGED)
    yield from _values(old.values, new.values)
    if JSONKind.NUMBER in kinds:
        yield from _numbers(old, new, are_integers=are_integers)
    if JSONKind.STRING in kinds:
        yield from _limit("minLength", old.min_length, new.min_length)
        yield from _limit("maxLength", old.max_length, new.max_length)
        if pattern_form(old.pattern) != pattern_form(new.pattern):
            trend = Trend.LOOSENED if new.pattern is None else Trend.TIGHTENED
            yield ConstraintChange(keyword="pattern", before=old.pattern or "", after=new.pattern or "", trend=trend)
        yield from _schema("contentSchema", old.content_schema, new.content_schema)
    if kinds & {JSONKind.STRING, JSONKind.NUMBER}:
        yield from _formats(old.format, new.format)
    if JSONKind.ARRAY in kinds:
        yield from _arrays(old, new)
    if JSONKind.OBJECT in kinds:
        yield from _objects(old, new)
    yield from _variants(old, new, kinds, are_integers)
    yield from _parts(old, new, kinds, are_integers)
    if set(old.required) != set(new.required):
        names = [", ".join(each.required) for each in (old, new)]
        trend = Trend.LOOSENED if set(new.required) <= set(old.required) else Trend.TIGHTENED
        yield ConstraintChange(keyword="required", before=names[0], after=names[1], trend=trend)
    yield from _schema("not", old.not_schema, new.not_schema)
    yield from _schema("if, then, else", _conditional(old), _conditional(new))


def _values(old: JSONValue | None, new: JSONValue | None) -> Iterator[ConstraintChange]:
    """Compare the values that no type lists; without any, all are allowed."""
    if old == new:
        return
    before, after = ([] if each is None else _items(each) for each in (old, new))
    is_wider = new is None or old is not None and all(each in after for each in before)
    texts = [", ".join(map(str, each)) for each in (before, after)]
    trend = Trend.LOOSENED if is_wider else Trend.TIGHTENED
    yield ConstraintChange(keyword="enum", before=texts[0], after=texts[1], trend=trend)


def _items(of: JSONValue) -> list[JSONValue]:
    return [JSONValue(each) for each in as_array(of.plain)]


# --- values of one kind


def _numbers(old: Constraints, new: Constraints, *, are_integers: tuple[bool, bool]) -> Iterator[ConstraintChange]:
    sides = tuple(zip((old, new), are_integers))
    for is_lower in (True, False):
        before, after = (_bound(each, is_lower=is_lower, is_integer=is_integer) for each, is_integer in sides)
        if before == after:
            continue
        keywords = {bound.keyword for bound in (before, after) if bound}
        texts = [bound.text(with_keyword=len(keywords) > 1) if bound else "" for bound in (before, after)]
        keyword = keywords.pop() if len(keywords) == 1 else "minimum" if is_lower else "maximum"
        yield ConstraintChange(keyword=keyword, before=texts[0], after=texts[1], trend=_trend(before, after))
    step, other = (
        1 if of.multiple_of is None and is_integer and not are_integers[1 - side] else of.multiple_of
        for side, (of, is_integer) in enumerate(sides)
    )
    if (old.multiple_of, new.multiple_of) != (None, None) and step != other:
        wider = other is None or step is not None and Decimal(step) % Decimal(other) == 0
        yield ConstraintChange(
            keyword="multipleOf",
            before=_text(step),
            after=_text(other),
            trend=Trend.LOOSENED if wider else Trend.TIGHTENED,
        )


@dataclass(frozen=True, slots=True, order=True)
class _Bound:
    """A bound that is greater the tighter it is; `keyword` and `value` are those of the description."""

    tightness: Number
    is_exclusive: bool
    keyword: str = field(default="", compare=False)
    value: Number = field(default=0, compare=False)

    def text(self, *, with_keyword: bool) -> str:
        """The value, with its keyword if the two sides have different ones."""
        return f"{self.keyword} {self.value}" if with_keyword else str(self.value)


def _bound(of: Constraints, *, is_lower: bool, is_integer: bool) -> _Bound | None:
    """The tightest bound; those of integers are compared in their inclusive form."""
    bounds: list[_Bound] = []
    if is_lower:
        if of.minimum is not None:
            value = ceil(of.minimum) if is_integer else of.minimum
            bounds.append(_Bound(value, False, "minimum", of.minimum))
        if of.exclusive_minimum is not None:
            value = floor(of.exclusive_minimum) + 1 if is_integer else of.exclusive_minimum
            bounds.append(_Bound(value, not is_integer, "exclusiveMinimum", of.exclusive_minimum))
    else:
        if of.maximum is not None:
            value = floor(of.maximum) if is_integer else of.maximum
            bounds.append(_Bound(-value, False, "maximum", of.maximum))
        if of.exclusive_maximum is not None:
            value = ceil(of.exclusive_maximum) - 1 if is_integer else of.exclusive_maximum
            bounds.append(_Bound(-value, not is_integer, "exclusiveMaximum", of.exclusive_maximum))
    return max(bounds, default=None)


def _trend(before: _Bound | None, after: _Bound | None) -> Trend:
    if before is None:
        return Trend.TIGHTENED
    return Trend.LOOSENED if after is None or after < before else Trend.TIGHTENED


def _limit(keyword: str, old: int | None, new: int | None) -> Iterator[ConstraintChange]:
    """Compare a count; a lower limit tightens if it grows, an upper one if it shrinks."""
    if old == new:
        return
    sign = 1 if keyword.startswith("min") else -1
    before, after = (None if each is None else _Bound(sign * each, False) for each in (old, new))
    yield ConstraintChange(keyword=keyword, before=_text(old), after=_text(new), trend=_trend(before, after))


def _formats(old: str | None, new: str | None) -> Iterator[ConstraintChange]:
    if old == new:
        return
    if (old, new) in _NARROWER_FORMATS or new is None and old in _VALIDATED_FORMATS:
        trend = Trend.LOOSENED
    elif (new, old) in _NARROWER_FORMATS or old is None and new in _VALIDATED_FORMATS:
        trend = Trend.TIGHTENED
    elif old in _VALIDATED_FORMATS and new in _VALIDATED_FORMATS:
        trend = Trend.LOOSENED if (old, new) in _WIDER_FORMATS else Trend.TIGHTENED
    else:
        trend = Trend.CHANGED
    yield ConstraintChange(keyword="format", before=old or "", after=new or "", trend=trend)


def _arrays(old: Constraints, new: Constraints) -> Iterator[ConstraintChange]:
    yield from _limit("minItems", old.min_items, new.min_items)
    yield from _limit("maxItems", old.max_items, new.max_items)
    yield from _flag("uniqueItems", "true", old.unique_items, new.unique_items)
    yield from _flag("items", "false", old.closed_items, new.closed_items)
    if not (old.closed_items or new.closed_items):  # else it is the type
        yield from _schema("prefixItems", old.prefix_items, new.prefix_items)
    yield from _schema("contains", old.contains, new.contains)
    if old.contains is not None and old.contains == new.contains:
        yield from _limit("minContains", old.min_contains, new.min_contains)
        yield from _limit("maxContains", old.max_contains, new.max_contains)


def _objects(old: Constraints, new: Constraints) -> Iterator[ConstraintChange]:
    yield from _limit("minProperties", old.min_properties, new.min_properties)
    yield from _limit("maxProperties", old.max_properties, new.max_properties)
    yield from _schema("propertyNames", old.property_names, new.property_names)
    yield from _schemas("dependentSchemas", old.dependent_schemas, new.dependent_schemas)
    if old.closed_properties != new.closed_properties:
        # Clients send declared properties only, and ignore others; a removed property is a change of its own.
        before, after = ("false" if each.closed_properties else "" for each in (old, new))
        yield ConstraintChange(keyword="additionalProperties", before=before, after=after, trend=Trend.CHANGED)
    for each in _schemas("patternProperties", old.pattern_properties, new.pattern_properties):
        # In a closed object a pattern allows further names.
        yield replace(each, trend=Trend.CHANGED) if old.closed_properties or new.closed_properties else each
    before_names, after_names = dict(old.dependent_required), dict(new.dependent_required)
    for name in sorted({*before_names, *after_names}):
        required, also = before_names.get(name, ()), after_names.get(name, ())
        if required != also:
            yield ConstraintChange(
                keyword="dependentRequired",
                before=f"{name}: {', '.join(required)}" if required else "",
                after=f"{name}: {', '.join(also)}" if also else "",
                trend=Trend.LOOSENED if set(also) <= set(required) else Trend.TIGHTENED,
            )


# --- branches


def pair_variants(
    old: Sequence[Constraints], new: Sequence[Constraints], *, is_reordered: bool
) -> list[tuple[Constraints, Constraints]]:
    """Return the constraints of the variants of two unions side by side, without equal ones if the order differs."""
    ones, others = list(old), list(new)
    for each in old if is_reordered and len(old) == len(new) else ():
        if each in others:
            ones.remove(each)
            others.remove(each)
    return list(zip(ones, others))


def _with_variants(of: Constraints, other: Constraints) -> Constraints:
    """Return constraints with those of each variant, if only the other side has any."""
    return of if of.variants else replace(of, variants=(NO_CONSTRAINTS,) * len(other.variants))


def _variants(
    old: Constraints, new: Constraints, kinds: frozenset[JSONKind], are_integers: tuple[bool, bool]
) -> Iterator[ConstraintChange]:
    """Compare the branches of `anyOf` and `oneOf` pair by pair; without branches, all values are allowed."""
    ones, others = old.variants, new.variants
    counts = [pluralize(len(each), "variant") if each else "" for each in (ones, others)]
    if len(ones) == len(others):
        for before, after in zip(ones, others):
            yield from (each.of_variants for each in _changes(before, after, kinds, are_integers))
    elif not ones or not others:
        # Keywords that changed, too, may only have moved: a schema became the first of two branches, for example.
        others_changed = any(_changes(replace(old, variants=()), replace(new, variants=()), kinds, are_integers))
        is_certain = not others_changed and NO_CONSTRAINTS not in (*ones, *others)
        trend = (Trend.TIGHTENED if others else Trend.LOOSENED) if is_certain else Trend.CHANGED
        yield ConstraintChange(keyword="anyOf", before=counts[0], after=counts[1], trend=trend)
    else:
        yield ConstraintChange(keyword="anyOf", before=counts[0], after=counts[1], trend=Trend.CHANGED)


def _parts(
    old: Constraints, new: Constraints, kinds: frozenset[JSONKind], are_integers: tuple[bool, bool]
) -> Iterator[ConstraintChange]:
    """Compare what several parts of `allOf` have of one keyword, beside the first."""
    removed = [each for each in old.all_of if each not in new.all_of]
    added = [each for each in new.all_of if each not in old.all_of]
    if len(removed) == len(added):
        for before, after in zip(removed, added):
            yield from _changes(before, after, kinds, are_integers)
    else:
        counts = [pluralize(len(each), "part") if each else "" for each in (removed, added)]
        yield ConstraintChange(
            keyword="allOf", before=counts[0], after=counts[1], trend=Trend.TIGHTENED if added else Trend.LOOSENED
        )


# --- keywords of one kind


def _flag(keyword: str, value: str, old: bool, new: bool) -> Iterator[ConstraintChange]:
    if old != new:
        trend = Trend.TIGHTENED if new else Trend.LOOSENED
        yield ConstraintChange(keyword=keyword, before=value if old else "", after=value if new else "", trend=trend)


def _schema(keyword: str, old: JSONValue | None, new: JSONValue | None) -> Iterator[ConstraintChange]:
    """Compare schemas as a whole: one more tightens, one less loosens, another one may do both."""
    if old == new:
        return
    trend = Trend.TIGHTENED if old is None else Trend.LOOSENED if new is None else Trend.CHANGED
    before, after = ("" if each is None else str(each) for each in (old, new))
    yield ConstraintChange(keyword=keyword, before=before, after=after, trend=trend)


def _schemas(keyword: str, old: JSONValue | None, new: JSONValue | None) -> Iterator[ConstraintChange]:
    """Compare each schema of a map of schemas."""
    before, after = _members(old), _members(new)
    for name in sorted({*before, *after}):
        yield from _schema(f"{keyword}/{name}", before.get(name), after.get(name))


def _members(of: JSONValue | None) -> dict[str, JSONValue]:
    return {name: JSONValue(value) for name, value in as_object(of.plain if of else None).items()}


def _conditional(of: Constraints) -> JSONValue | None:
    """`if` with `then` and `else` as one schema; `if` alone limits nothing (JSON Schema 2020-12, Core 10.2.2)."""
    if of.if_schema is None or of.then_schema is None and of.else_schema is None:
        return None
    parts = {"if": of.if_schema, "then": of.then_schema, "else": of.else_schema}
    return JSONValue({name: part.plain for name, part in parts.items() if part is not None})


def _text(value: Number | None) -> str:
    return "" if value is None else str(value)
