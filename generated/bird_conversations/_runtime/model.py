# Part of the client's runtime, the same in every client. Do not edit.
"""What models are made of: fields by keyword, wire names, absent told from null."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, TypeGuard, Union, dataclass_transform
from typing import get_args, get_origin

import msgspec
from msgspec import UNSET as UNSET, field as field, structs

Unset: TypeAlias = msgspec.UnsetType  # the type of UNSET: a field that is absent
Convert: TypeAlias = Callable[[Any, Any], Any]  # JSON's plain values to a type

_fields: Callable[[Any], tuple[structs.FieldInfo, ...]] = cache(structs.fields)


class KeywordOnly(msgspec.StructMeta):
    """Makes the fields of every model keyword-only, which msgspec does not inherit."""

    def __new__(mcls, *args: Any, **config: Any) -> KeywordOnly:
        return super().__new__(mcls, *args, **{"kw_only": True, **config})


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Model(
    msgspec.Struct, metaclass=KeywordOnly, omit_defaults=True, repr_omit_defaults=True
):
    """A JSON object with declared fields; further properties are passed over."""


def shape_of(type_: Any) -> Any:
    """The structure that msgspec knows: the model, or what is behind an open one."""
    return getattr(type_, "__shape__", type_)


def is_model(type_: object) -> TypeGuard[type[Any]]:
    return isinstance(type_, type) and issubclass(shape_of(type_), Model)


def declared_fields(model: type[Any]) -> tuple[structs.FieldInfo, ...]:
    """Fields with their types, whose names must have been filled in (see codec)."""
    return _fields(shape_of(model))


def parts(type_: Any) -> tuple[Any, ...]:
    """The members of `A | B`, or the type itself."""
    return get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def encode_hook(value: Any) -> Any:
    if hasattr(value, "__encode__"):
        return value.__encode__()
    if issubclass(type(value), Mapping):
        return dict(value)
    if issubclass(type(value), Sequence) and not is_array(value):
        return list(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
