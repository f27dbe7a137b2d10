"""Compares how a client finds the variant of a union: by the values of a property."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.diff.changes import Direction
from fledge.diff.compare.collector import ChangeCollector
from fledge.diff.compare.context import ChangeContext
from fledge.ir import Const, EnumModel, Model, ModelRef, ObjectModel, Type, UnionModel


def compare_discriminators(
    collector: ChangeCollector, context: ChangeContext, old: UnionModel, new: UnionModel
) -> None:
    """Compare the property and its values; a union whose variants have constants needs no discriminator for that."""
    before = _values(old, old.discriminator, collector.old.models)
    after = _values(new, new.discriminator, collector.new.models)
    before_name, after_name = old.discriminator, new.discriminator
    if before_name is None and after_name is not None:
        before = _values(old, after_name, collector.old.models)
        before_name = after_name if before else None
    elif after_name is None and before_name is not None:
        after = _values(new, before_name, collector.new.models)
        after_name = before_name if after else None
    if before_name != after_name:
        # Without a discriminator the client compares the content; the old client does so, whatever the new server sends.
        renamed = before_name is not None and after_name is not None
        texts = before_name or "none", after_name or "none"
        collector.add(
            "discriminator-changed",
            context,
            "changed its discriminator from {} to {}",
            *texts,
            before=texts[0],
            after=texts[1],
            compared={Direction.REQUEST: (False, renamed), Direction.RESPONSE: (False, before_name is not None)},
        )
        return
    matched = collector.matches.models
    if (matched.get(old.default, old.default) if old.default else None) != new.default:
        texts = old.default or "none", new.default or "none"
        collector.add(
            "discriminator-changed",
            context,
            "changed the variant of all other values from {} to {}",
            *texts,
            before=texts[0],
            after=texts[1],
            # Only a union with such a variant has values that no variant lists.
            compared={
                Direction.REQUEST: (False, old.default is not None),
                Direction.RESPONSE: (False, new.default is not None),
            },
        )
    names = {value: collector.matches.models.get(name, name) for value, name in before.items()}
    for value, name in names.items():
        if value not in after:
            if any(each == ModelRef(name) for each in new.variants):  # else the variant is removed itself
                sentence = "no longer has the discriminator value {} for {}"
                collector.add("discriminator-value-removed", context, sentence, value, name, before=f"{value}: {name}")
        elif after[value] != name:
            sentence = "changed the discriminator value {} from {} to {}"
            texts = f"{value}: {name}", f"{value}: {after[value]}"
            collector.add(
                "discriminator-value-changed",
                context,
                sentence,
                value,
                name,
                after[value],
                before=texts[0],
                after=texts[1],
            )
    variants = {
        collector.matches.models.get(each.name, each.name) for each in old.variants if isinstance(each, ModelRef)
    }
    for value, name in after.items():
        if value not in names and name in variants:  # else the variant is new itself
            sentence = "has the new discriminator value {} for {}"
            collector.add("discriminator-value-added", context, sentence, value, name, after=f"{value}: {name}")


def _values(union: UnionModel, name: str | None, models: Mapping[str, Model]) -> dict[str, str]:
    """Each value of the property, with the variant that it stands for: of the mapping, else of the constants."""
    if name is None:
        return {}
    mapping = dict(union.mapping) if union.discriminator == name else {}
    values = dict(mapping)
    for variant in union.variants:
        model = models[variant.name] if isinstance(variant, ModelRef) else None
        if not isinstance(model, ObjectModel) or model.name.python in mapping.values():
            continue
        for field in model.fields:
            if field.name.wire == name:
                values.update((value, model.name.python) for value in _constants(field.type, models))
    return values


def _constants(of: Type, models: Mapping[str, Model]) -> list[str]:
    match of:
        case Const(str() as value):
            return [value]
        case ModelRef(name):
            model = models[name]
            return [each for each in model.values if isinstance(each, str)] if isinstance(model, EnumModel) else []
        case _:
            return []
