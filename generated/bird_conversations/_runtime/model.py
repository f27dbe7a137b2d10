# Part of the client's runtime, the same in every client. Do not edit.
"""What models are made of: fields by keyword, wire names, absent told from null."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Literal,
    Self,
    TypeAlias,
    TypeGuard,
    cast,
    dataclass_transform,
    get_type_hints,
)

import msgspec
from msgspec import UNSET as UNSET
from msgspec import field as field
from msgspec import structs

Unset: TypeAlias = msgspec.UnsetType
"""The type of `UNSET`, which stands for a field that is absent."""

Convert: TypeAlias = Callable[[Any, Any], Any]
"""Makes an object of a type, the second argument, from plain JSON values."""

_fields: Callable[[Any], tuple[structs.FieldInfo, ...]] = cache(structs.fields)
_hints: Callable[[Any], dict[str, Any]] = cache(get_type_hints)


class _KeywordOnly(msgspec.StructMeta):
    """Makes the fields of every model keyword-only, which msgspec does not inherit."""

    def __new__(
        mcls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        /,
        **config: Any,
    ) -> _KeywordOnly:
        config.setdefault("kw_only", True)
        return super().__new__(mcls, name, bases, namespace, **config)


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Model(
    msgspec.Struct,
    metaclass=_KeywordOnly,
    omit_defaults=True,
    repr_omit_defaults=True,
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
        declared = {
            name: annotation
            for name, annotation in cls.__annotations__.items()
            if name != "extra"
        }
        defaults = {name: vars(cls)[name] for name in declared if name in vars(cls)}
        shape: Any = _KeywordOnly(
            cls.__name__,
            (cls.__shape__,),
            {"__module__": cls.__module__, "__annotations__": declared, **defaults},
            rename=rename,
        )
        cls.__shape__ = shape

    if not TYPE_CHECKING:  # checkers know the keywords from dataclass_transform

        def __init__(self, /, *, extra=None, **fields):
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
        make = cast(Callable[..., Self], cls)
        return make(**fields, extra=convert(further(cls, value), type_of_extra(cls)))

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


def shape_of(model: type[Model] | type[OpenModel]) -> type[Model]:
    """The model itself, or the one that stands behind an open model."""
    return model.__shape__ if issubclass(model, OpenModel) else model


def declared_fields(model: type[Any]) -> tuple[structs.FieldInfo, ...]:
    """Fields with their types, whose names must have been filled in (see codec)."""
    return _fields(shape_of(model))


def further(model: type[OpenModel], value: dict[str, Any]) -> dict[str, Any]:
    """The properties of an object that the model does not declare."""
    declared = model.__shape__.__struct_encode_fields__
    return {name: item for name, item in value.items() if name not in declared}


def type_of_extra(model: type[OpenModel]) -> Any:
    return _hints(model)["extra"]


def encode_hook(value: Any) -> Any:
    if isinstance(value, OpenModel):
        return value.__encode__()
    raise TypeError(f"{type(value).__name__} has no JSON form")
