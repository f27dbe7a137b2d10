# Part of the client's runtime, the same in every client. Do not edit.
"""What models are made of: fields by keyword, wire names, absent told from null."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypeGuard
from typing import dataclass_transform, get_type_hints

import msgspec
from msgspec import UNSET as UNSET, field as field, structs

Unset: TypeAlias = msgspec.UnsetType  # the type of UNSET: a field that is absent
Convert: TypeAlias = Callable[[Any, Any], Any]  # JSON's plain values to a type

_fields: Callable[[Any], tuple[structs.FieldInfo, ...]] = cache(structs.fields)
_hints: Callable[[Any], dict[str, Any]] = cache(get_type_hints)


class _KeywordOnly(msgspec.StructMeta):
    """Makes the fields of every model keyword-only, which msgspec does not inherit."""

    def __new__(mcls, *args: Any, **config: Any) -> _KeywordOnly:
        return super().__new__(mcls, *args, **{"kw_only": True, **config})


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Model(
    msgspec.Struct, metaclass=_KeywordOnly, omit_defaults=True, repr_omit_defaults=True
):
    """A JSON object with declared fields; further properties are passed over."""


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class OpenModel:
    """A JSON object with declared fields and, in `extra`, its further properties.

    msgspec has no such structure. So the declared fields are those of a model that
    stands behind the class, and the codec's hooks fold `extra` in and out.
    """

    extra: dict[str, Any]
    __shape__: ClassVar[type[Model]] = Model

    def __init_subclass__(cls, *, rename: Literal["camel"] | None = None) -> None:
        own = {k: v for k, v in cls.__annotations__.items() if k != "extra"}
        namespace = {k: v for k, v in vars(cls).items() if k in own}
        namespace |= {"__module__": cls.__module__, "__annotations__": own}
        make: Any = _KeywordOnly
        cls.__shape__ = make(cls.__name__, (cls.__shape__,), namespace, rename=rename)

    def __init__(self, *, extra: Any = None, **fields: Any) -> None:
        vars(self).update(structs.asdict(self.__shape__(**fields)))
        self.extra = {} if extra is None else extra

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({values})"

    @classmethod
    def __decode__(cls, value: Any, convert: Convert) -> Self:
        fields = structs.asdict(convert(value, cls.__shape__))
        return cls(**fields, extra=convert(*further(cls, value)))

    def __encode__(self) -> dict[str, Any]:
        fields = {name: value for name, value in vars(self).items() if name != "extra"}
        declared = self.__shape__(**fields)
        return {**self.extra, **msgspec.to_builtins(declared, enc_hook=encode_hook)}


def is_model(type_: object) -> TypeGuard[type[Model] | type[OpenModel]]:
    return isinstance(type_, type) and issubclass(type_, (Model, OpenModel))


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def shape_of(model: type[Model] | type[OpenModel]) -> type[Model]:
    """The model itself, or the one that stands behind an open model."""
    return model.__shape__ if issubclass(model, OpenModel) else model


def declared_fields(model: type[Any]) -> tuple[structs.FieldInfo, ...]:
    """Fields with their types, whose names must have been filled in (see codec)."""
    return _fields(shape_of(model))


def further(model: type[OpenModel], value: dict[str, Any]) -> tuple[Any, Any]:
    """The properties of an object that the model does not declare, and their type."""
    declared = model.__shape__.__struct_encode_fields__
    extra = {name: item for name, item in value.items() if name not in declared}
    return extra, _hints(model)["extra"]


def encode_hook(value: Any) -> Any:
    if isinstance(value, OpenModel):
        return value.__encode__()
    raise TypeError(f"{type(value).__name__} has no JSON form")
