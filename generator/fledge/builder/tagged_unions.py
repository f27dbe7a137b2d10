"""Unions whose members each say by a constant what they are: such a union is a plain type, and decodes at full speed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from fledge.ir import AliasModel, Const, Model, ModelRef, ObjectModel, UnionDispatch, UnionModel
from fledge.ir.traversal import referenced_models


def tag_unions(models: Iterable[Model]) -> tuple[Model, ...]:
    """The models, with a tag on those that unions tell apart by it; such unions say so.

    A model can have one tag only, so unions that want different ones of a member stay as they are. So does one whose
    members are in modules that import further models: nothing may be imported in a circle.
    """
    models = tuple(models)
    every = {model.name.python: model for model in models}
    tag_fields = {
        model.name.python: tag for model in models if isinstance(model, UnionModel) and (tag := _tag(model, every))
    }
    tags: dict[str, dict[str, None]] = {}
    for union, tag in tag_fields.items():
        for member in referenced_models(every[union]):
            tags.setdefault(member, {})[tag] = None
    importing = {
        model.module: None
        for model in models
        if (isinstance(model, AliasModel) or model.name.python in tag_fields)
        and any(every[name].module != model.module for name in referenced_models(model))
    }

    def is_plain(union: UnionModel) -> bool:
        members = [every[name] for name in referenced_models(union)]
        return union.name.python in tag_fields and all(
            len(tags[each.name.python]) == 1 and (each.module == union.module or each.module not in importing)
            for each in members
        )

    plain = [model for model in models if isinstance(model, UnionModel) and is_plain(model)]
    used = {member: tag_fields[union.name.python] for union in plain for member in referenced_models(union)}
    tagged: dict[str, Model] = {union.name.python: replace(union, dispatch=UnionDispatch.BY_TAG) for union in plain}
    for name, tag in used.items():
        model = every[name]
        tagged[name] = replace(model, tag_field=tag) if isinstance(model, ObjectModel) else model
    return tuple(tagged.get(model.name.python, model) for model in models)


def _tag(union: UnionModel, every: Mapping[str, Model]) -> str | None:
    """The property that has another constant in each member, if there is one; the union's own discriminator, if any."""
    if union.default is not None:
        return None
    constants: list[dict[str, str]] = []
    for member in union.variants:
        model = every[member.name] if isinstance(member, ModelRef) else None
        if not isinstance(model, ObjectModel) or model.additional_properties:
            return None
        constants.append(
            {
                each.name.wire: each.type.value
                for each in model.fields
                if each.required and isinstance(each.type, Const) and isinstance(each.type.value, str)
            }
        )
    names = referenced_models(union)
    for tag in [union.discriminator] if union.mapping and union.discriminator else sorted(constants[0]):
        values = [each[tag] for each in constants if tag in each]
        if len(values) == len(names) == len(set(values)):
            if dict(union.mapping).items() <= dict(zip(values, names)).items():
                return tag
    return None
