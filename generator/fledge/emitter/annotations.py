"""Types of the IR as annotations: of fields and results, and of arguments and dicts, which accept more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import assert_never

from fledge.emitter.python import expr
from fledge.emitter.python.expr import Constant, Expr, Subscript, Symbol, UnionExpr, text_of, union, variants
from fledge.emitter.python.symbols import MODELS
from fledge.emitter.runtime import runtime_symbol
from fledge.emitter.scalars import SCALARS
from fledge.ir import (
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
from fledge.ir.traversal import types_of, walk_types
from fledge.quick_dataclass import quick_dataclass


def type_expr(of: Type) -> Expr:
    """Return the annotation of a field or result of this type."""
    match of:
        case Scalar():
            return SCALARS[of].annotation
        case ModelRef(name):
            return _model_symbol(name)
        case ListOf(item):
            return Subscript(expr.LIST, (type_expr(item),))
        case MapOf(value):
            return Subscript(expr.DICT, (expr.STR, type_expr(value)))
        case TupleOf(items):
            return Subscript(expr.TUPLE, tuple(type_expr(item) for item in items))
        case Const(bool() as value):
            return runtime_symbol("AlwaysTrue" if value else "AlwaysFalse")
        case Const(value):
            return Subscript(expr.LITERAL, (Constant(value),))
        case Union(members):
            return union(*[type_expr(member) for member in members])
        case _:
            assert_never(of)


@lru_cache(10_000)  # most models are named more than once
def _model_symbol(name: str) -> Symbol:
    return Symbol(name, MODELS)


def annotation(of: Type) -> str:
    """Return the annotation of a type as text for people; no code looks into it."""
    return text_of(type_expr(of))


_TEXTS = (Scalar.BYTES, Scalar.DATE, Scalar.DATETIME, Scalar.DECIMAL, Scalar.DURATION, Scalar.TIME)
IN_JSON: Mapping[Scalar, Expr] = {**dict.fromkeys(_TEXTS, expr.STR), Scalar.DECIMAL_NUMBER: expr.FLOAT}
"""What scalars of other classes are in JSON; a dict may hold them as such, too."""


@quick_dataclass(frozen=True, slots=True)
class ArgumentAnnotations:
    """Annotations of arguments, which accept more than fields hold.

    They accept a string for a UUID, a dict for an object, any sequence for a list and any mapping for a map; so they do
    for the name of a type in which one of these is. With `files`, content that is uploaded is an `Uploadable` of the
    runtime. With `in_dict`, they are those of the values of such a dict, which may be as they are in JSON.
    """

    models: Mapping[str, Model]
    files: bool = False
    in_dict: bool = False

    def annotation(self, of: Type) -> str:
        """Return the annotation as text for people."""
        return text_of(self.expr(of))

    def expr(self, of: Type) -> Expr:
        """Return the annotation of an argument of this type."""
        return self._union(self._parts(of))

    def dict_name(self, name: str) -> str:
        """Return the name of the type of dicts that stand for a model; no model has it."""
        name = f"{name}Dict"
        while name in self.models:
            name += "_"
        return name

    def has_dict(self, name: str) -> bool:
        """Return whether dicts that stand for a model have a type: it is an object, or leads to one.

        Type checkers cannot check the keys of an object with additional properties: mypy has no PEP 728. Nor may a key
        be empty for pyright.
        """
        model = self.models[name]
        if isinstance(model, ObjectModel):
            return model.additional_properties is None and all(each.name.wire for each in model.fields)
        return self._holds_objects(name, set())

    def dict_expr(self, model: AliasModel | UnionModel) -> Expr:
        """Return what is accepted in place of the models that an alias or a union stands for."""
        members = model.variants if isinstance(model, UnionModel) else union_members(model.type)
        return self._union(part for each in members for part in self._parts(each) if part != type_expr(each))

    def _union(self, parts: Iterable[Expr]) -> Expr:
        """Return a union in which all sequences are one, and all mappings, if dicts stand for models in them.

        mypy infers the type of a list of dicts only for one sequence that takes them: of two, it takes none.
        """
        parts = list(parts)
        if len(parts) == 1:  # as most are
            return parts[0]
        for base in (expr.SEQUENCE, expr.MAPPING):
            same = [each for each in parts if isinstance(each, Subscript) and each.value == base]
            items = [part for each in same for part in variants(each.items[-1])]
            if len({*same}) > 1 and expr.OBJECT not in items and any(map(self._has_dicts, items)):
                merged = Subscript(base, (*same[0].items[:-1], self._union(items)))
                parts = [merged if each in same else each for each in parts]
        return union(*parts)

    def _has_dicts(self, of: Expr) -> bool:
        """Return whether a type of dicts is part of an annotation."""
        if isinstance(of, Symbol):
            return of.module == MODELS and of.name not in self.models
        parts = of.items if isinstance(of, Subscript) else variants(of) if isinstance(of, UnionExpr) else ()
        return any(map(self._has_dicts, parts))

    def _parts(self, of: Type, *, nested: bool = False) -> Iterator[Expr]:
        """Yield the variants of the annotation; `nested` says that it stands inside that of a model."""
        match of:
            case Scalar():
                yield from self._scalar_parts(of)
            case Const():
                yield type_expr(of)
            case ModelRef(name):
                yield _model_symbol(name)
                if self.has_dict(name):
                    yield Symbol(self.dict_name(name), MODELS)
                elif isinstance(self.models[name], ObjectModel):
                    yield Subscript(expr.MAPPING, (expr.STR, expr.OBJECT))
                elif not nested:
                    for member in self._members(name, set()):
                        if member is not Scalar.ANY:
                            yield from (each for each in self._parts(member, nested=True) if each != type_expr(member))
            case ListOf(item):
                yield Subscript(expr.SEQUENCE, (self._union(self._parts(item, nested=nested)),))
            case MapOf(value):
                yield Subscript(expr.MAPPING, (expr.STR, self._union(self._parts(value, nested=nested))))
            case TupleOf(items):
                yield Subscript(expr.TUPLE, tuple(self._union(self._parts(item, nested=nested)) for item in items))
            case Union(members):
                for member in members:
                    yield from self._parts(member, nested=nested)
            case _:
                assert_never(of)

    def _scalar_parts(self, of: Scalar) -> tuple[Expr, ...]:
        """Return the variants of the annotation of a type without parts."""
        match of:
            case Scalar.ANY:
                return (expr.OBJECT,)
            case Scalar.UUID:
                return (expr.UUID, expr.STR)
            case Scalar.FILE if self.files:
                return (runtime_symbol("Uploadable"),)
            case _ if self.in_dict and of in IN_JSON:
                return (type_expr(of), IN_JSON[of])
            case _:
                return (type_expr(of),)

    def _holds_objects(self, name: str, visited: set[str]) -> bool:
        """Return whether an object is among the types that a model stands for, or inside of them."""
        visited.add(name)
        model = self.models[name]
        if isinstance(model, ObjectModel):
            return True
        types = types_of(model) if isinstance(model, (AliasModel, UnionModel)) else ()
        inner = [each.name for of in types for each in walk_types(of) if isinstance(each, ModelRef)]
        return any(each not in visited and self._holds_objects(each, visited) for each in inner)

    def _members(self, name: str, visited: set[str]) -> Iterator[Type]:
        """Yield the types that a model stands for: an alias and a union stand for theirs, and so on; others for none."""
        visited.add(name)
        model = self.models[name]
        types: tuple[Type, ...] = ()
        match model:
            case AliasModel():
                types = union_members(model.type)
            case UnionModel():
                types = model.variants
            case ObjectModel() | EnumModel():
                pass
        for of in types:
            if not isinstance(of, ModelRef):
                yield of
            elif of.name not in visited:
                yield from self._members(of.name, visited)


def union_members(of: Type) -> tuple[Type, ...]:
    """Return the variants of a union; any other type is its only one."""
    return of.variants if isinstance(of, Union) else (of,)
