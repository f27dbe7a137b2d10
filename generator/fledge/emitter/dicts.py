"""Types of dicts that stand for models in arguments: type checkers check their keys, and run time has none of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from keyword import iskeyword

from fledge.emitter.annotations import ArgumentAnnotations
from fledge.emitter.python.expr import (
    NOT_REQUIRED,
    TYPE_ALIAS,
    TYPE_CHECKING,
    TYPED_DICT,
    Expr,
    Quoted,
    Subscript,
    Symbol,
)
from fledge.emitter.python.layout import layout_alias, layout_annotated, layout_class
from fledge.emitter.python.literals import literal
from fledge.emitter.python.symbols import MODELS, ModuleScope
from fledge.ir import AliasModel, Field, Model, ObjectModel, Resource, UnionModel
from fledge.ir.traversal import argument_types, reachable_models, referenced_models


class DictTypes:
    """The types of dicts of a client: those of the models that its arguments lead to."""

    def __init__(self, resources: Iterable[Resource], models: Mapping[str, Model]) -> None:
        self._inputs = ArgumentAnnotations(models, in_dict=True)
        types = argument_types(operation for resource in resources for operation in resource.operations)
        reached = reachable_models(referenced_models(*types), lambda name: self._referenced(models[name]))
        self._names = {name: self._inputs.dict_name(name) for name in reached if self._inputs.has_dict(name)}

    def homes(self) -> Mapping[str, str]:
        """Return the name of each type, and the module of the model that it stands for, with its path."""
        models = self._inputs.models
        return {each: f"{MODELS}.{models[name].module}" for name, each in self._names.items()}

    def lines(self, models: Iterable[Model], scope: ModuleScope) -> tuple[str, ...]:
        """Return the lines of the types that stand for the models of one module: classes first, then other names."""
        chosen = [model for model in models if model.name.python in self._names]
        if not chosen:  # as in most modules
            return ()
        here = {name for model in chosen for name in (model.name.python, self._names[model.name.python])}
        others = [each for each in chosen if isinstance(each, (AliasModel, UnionModel))]
        aliases = {each.name.python for each in others}
        blocks = [self._object(each, here, scope) for each in chosen if isinstance(each, ObjectModel)]
        blocks += [self._other(each, aliases, scope) for each in others]
        scope.use(TYPE_CHECKING)
        lines = [line for block in blocks for line in ("", *(f"    {each}" for each in block))]
        return tuple(lines if blocks[0][0].startswith("class ") else lines[1:])  # as Black wants it

    def _referenced(self, model: Model) -> tuple[str, ...]:
        """Return the models that the type of a model's dicts refers to."""
        if isinstance(model, ObjectModel):
            return referenced_models(*_keys(model)) if self._inputs.has_dict(model.name.python) else ()
        return referenced_models(model)

    def _object(self, model: ObjectModel, here: Set[str], scope: ModuleScope) -> tuple[str, ...]:
        name = self._names[model.name.python]
        keys = {each.name.wire: self._value(each) for each in _keys(model)}
        scope.use(TYPED_DICT)
        if all(map(_is_name, keys)) and not keys.keys() & here:
            inside = scope.inside(keys.keys())
            lines = (layout_annotated(8, key, inside.annotation(value)) for key, value in keys.items())
            body = (f"    {line}" for line in lines) if keys else ("    pass",)
            return (layout_class(name, ["TypedDict"], 4), *body)
        entries = (f"{literal(key)}: {scope.annotation(Quoted(value))}," for key, value in keys.items())
        opening = (f"{name} = TypedDict(", f'    "{name}",', "    {")
        return (*opening, *(f"        {entry}" for entry in entries), "    },", ")")

    def _value(self, each: Field) -> Expr:
        value = self._inputs.expr(each.type)
        return value if each.required and not each.is_filled_in else Subscript(NOT_REQUIRED, (value,))

    def _other(self, model: AliasModel | UnionModel, aliases: Set[str], scope: ModuleScope) -> tuple[str, ...]:
        name = self._names[model.name.python]
        value = self._inputs.dict_expr(model)
        is_early = not aliases.isdisjoint(referenced_models(model))
        scope.use(TYPE_ALIAS)
        line = layout_alias(4, name, scope.annotation(Quoted(value) if is_early else value))
        return (line,)


def _keys(model: ObjectModel) -> tuple[Field, ...]:
    """Return the properties that a dict may have: those that may be sent."""
    return tuple(each for each in model.fields if not each.read_only)


def _is_name(key: str) -> bool:
    """Return whether a key can stand in a class: Python gives names that begin with two underscores others."""
    return key.isidentifier() and not iskeyword(key) and not key.startswith("__")
