"""Compares the variants of unions: which are added and removed, and what else takes their values."""

from __future__ import annotations

from dataclasses import replace

from fledge.diff.changes import Direction
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import ChangeContext, phrases
from fledge.diff.reports.types import format_type
from fledge.ir import ModelRef, Union, UnionModel


def compare_variants(collector: ChangeCollector, context: ChangeContext, old: UnionModel, new: UnionModel) -> None:
    """Compare the variants of two unions.

    The values of a variant may be those of another one: of an object that requires less, or of any string.
    """
    removed = [one for one in old.variants if not any(collector.is_same_type(one, other) for other in new.variants)]
    added = [other for other in new.variants if not any(collector.is_same_type(one, other) for one in old.variants)]
    if len(removed) == len(added) == 1 and not any(isinstance(each, ModelRef) for each in (*removed, *added)):
        # The variant itself changed: a list whose items may be null now, for example.
        of_variant = replace(context, label=phrases("a variant of model {}", context.subject))
        collector.compare_types(of_variant, removed[0], added[0])
        return
    before, after = Union(old.variants), Union(new.variants)
    is_refused = bool(removed) and collector.may_refuse_values(before, after, (old.constraints, new.constraints))
    for variant in removed:
        types_break, wire_breaks = collector.type_effects(variant, after)[Direction.REQUEST]
        text, effects = format_type(variant), {Direction.REQUEST: (types_break, is_refused or wire_breaks)}
        collector.add("union-variant-removed", context, "lost the variant {}", text, before=text, compared=effects)
    for variant in added:
        text, effects = format_type(variant), dict(collector.type_effects(before, variant))
        types_break, wire_breaks = effects[Direction.RESPONSE]
        # The old client knows variants by the values of the discriminator, whatever else they have.
        effects[Direction.RESPONSE] = types_break, wire_breaks or old.discriminator is not None
        collector.add("union-variant-added", context, "gained the variant {}", text, after=text, compared=effects)
