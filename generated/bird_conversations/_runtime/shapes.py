# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""What the runtime knows of types: which are models, and what they are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, TypeGuard, Union, get_args, get_origin

from msgspec import Struct, structs

Convert: TypeAlias = Callable[[Any, Any], Any]  # JSON's plain values to a type

BYTES: Any = (bytes, bytearray, memoryview)  # type checkers may take all for bytes
_fields: Callable[[Any], tuple[structs.FieldInfo, ...]] = cache(structs.fields)


def shape_of(type_: Any) -> Any:
    """The structure that msgspec knows: the model, or what is behind an open one."""
    return getattr(type_, "__shape__", type_)


def is_model(type_: object) -> TypeGuard[type[Any]]:
    return isinstance(type_, type) and issubclass(shape_of(type_), Struct)


def declared_fields(model: type[Any]) -> tuple[structs.FieldInfo, ...]:
    """Fields with their types."""
    return _fields(shape_of(model))


def parts(type_: Any) -> tuple[Any, ...]:
    """The members of `A | B`, or the type itself."""
    return get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)


def widened(type_: Any) -> Any:
    """The type with `int | float` for each float, which has no room for 2**53 + 1."""
    if type_ is float:
        return int | float
    kind, inner = get_origin(type_), get_args(type_)
    wide = tuple(map(widened, inner))
    if wide == inner:
        return type_
    return Union[wide] if kind in (Union, UnionType) else kind[wide]


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def is_array(value: object, kinds: Any = list) -> TypeGuard[list[Any]]:
    return isinstance(value, kinds)


def encode_hook(value: Any) -> Any:
    if hasattr(value, "__encode__"):
        return value.__encode__()
    if (builtin := as_builtin(value)) is value:
        raise TypeError(f"{type(value).__name__} has no JSON form")
    return builtin


def as_builtin(value: Any) -> Any:
    """A mapping as a dict, and a sequence as a list if JSON does not know it as it is."""
    if issubclass(type(value), Mapping):
        return dict(value)
    is_known = is_array(value, (list, tuple, str, *BYTES))
    return value if is_known or not issubclass(type(value), Sequence) else list(value)
