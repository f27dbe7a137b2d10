# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""What models are made of: fields by keyword, wire names, absent told from null."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeAlias, TypeVar, dataclass_transform

import msgspec
from msgspec import UNSET as UNSET, field as field, structs

from .annotations import Annotations
from .codec import by_type, construct, convert, decode, described, encode, first_reads
from .codec import plain
from .first_reads import first_read

first_reads.append(first_read)  # only a client with models carries it

T = TypeVar("T")
_BOOLEANS = ("AlwaysTrue", "AlwaysFalse")  # literals to type checkers
_NO_CONSTANTS = (None, UNSET, msgspec.NODEFAULT)
Unset: TypeAlias = msgspec.UnsetType  # the type of UNSET: a field that is absent


class JSONMethods:
    """From JSON to a model and back; names are those of the API."""

    __slots__ = ()

    @classmethod
    def from_json(cls, data: bytes | str) -> Self:
        """The model that JSON holds, read as a response is; else ValueError."""
        return cls._checked(decode(cls, data))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The same of JSON's plain values."""
        is_object = hasattr(data, "keys")  # as `dict` tells it
        return cls._checked(construct(cls, dict(data) if is_object else data))

    def to_json(self) -> bytes:
        """JSON as it is sent."""
        return encode(self)

    def to_dict(self) -> dict[str, Any]:
        """The same as JSON's plain values."""
        values: dict[str, Any] = plain_json(self, type(self))
        return values

    @classmethod
    def _checked(cls, value: Any) -> Self:
        if not isinstance(value, cls):
            raise ValueError(f"The JSON is no {cls.__name__}.")
        return value

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """How pydantic validates and serializes a model."""
        return pydantic_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        return {"type": "object", "title": cls.__name__}


def plain_json(value: Any, type_: Any) -> Any:
    """JSON's plain values; a number whose digits no float holds is a text of them."""
    typed = described(value, type_) if by_type else value
    with suppress(TypeError):  # numbers in place of decimals are no plain values
        values = plain(typed, keep=())
        if values == plain(typed, keep=(Decimal,)):
            return values
    return _plain_numbers.decode(encode(value, type_))  # decimals may be numbers


def _exact(digits: str) -> float | str:
    number = float(digits)
    return number if Decimal(repr(number)) == Decimal(digits) else digits


_plain_numbers = msgspec.json.Decoder(float_hook=_exact)


def pydantic_schema(type_: Any) -> dict[str, Any]:
    """A schema of pydantic's core: a model, or strictly valid JSON of one."""

    def validate(value: Any) -> Any:
        return convert(value, type_)

    def serialize(value: Any) -> Any:
        return plain_json(value, type_)

    return {
        "type": "function-plain",
        "function": {"type": "no-info", "function": validate},
        "serialization": {"type": "function-plain", "function": serialize},
    }


class ModelMeta(msgspec.StructMeta):
    """The class of models: fields are keyword-only, which msgspec does not inherit.

    A `Literal` with a value is a constant. It is always sent, and may be passed, too.
    """

    __constants__: Mapping[str, object]

    def __new__(mcls, *args: Any, **config: Any) -> ModelMeta:
        name, bases, namespace = args
        annotations = dict(namespace.get("__annotations__", {}))
        inherited = (getattr(base, "__constants__", {}) for base in bases)
        constants = {k: v for each in inherited for k, v in each.items()}
        for key, annotation in [*annotations.items()]:
            value = namespace.get(key)
            constant = getattr(value, "default", value)
            is_literal = str(annotation).startswith(("Literal[", *_BOOLEANS))
            if not is_literal or constant in _NO_CONSTANTS:
                continue
            constants[key] = constant
            wire = getattr(value, "name", None)
            if config.get("tag_field") == (wire or key):  # msgspec sends it
                namespace[key] = constant
                del annotations[key]
            else:  # a default would be left out
                make = partial(_same, constant)
                namespace[key] = field(name=wire, default_factory=make)
        lazy = Annotations(annotations, namespace["__module__"])
        namespace |= {"__annotations__": lazy, "__constants__": constants}
        config = {"kw_only": True, **config}
        return super().__new__(mcls, name, bases, namespace, **config)

    if not TYPE_CHECKING:  # else pyright would check no argument of a class

        def __call__(cls, *args: Any, **fields: Any) -> Any:
            if constants := cls.__constants__:
                for name in constants.keys() & fields.keys():
                    value, only = fields[name], constants[name]  # 1 is not True
                    is_bool = isinstance(value, bool)
                    if value != only or is_bool != isinstance(only, bool):
                        text = f"{cls.__name__}.{name} is always {only!r}."
                        raise TypeError(text)
                    if name not in cls.__struct_fields__:
                        del fields[name]
            return super().__call__(*args, **fields)

    def __instancecheck__(cls, instance: object) -> bool:
        joined = getattr(type(instance), "__joined__", ())
        return super().__instancecheck__(instance) or cls in joined


def _same(value: T) -> T:
    return value


def restored(model: Any, fields: Mapping[str, Any]) -> Any:
    """A model with any values, also those that contradict its constants."""
    return msgspec.StructMeta.__call__(model, **fields)


@dataclass_transform(kw_only_default=True, field_specifiers=(field,))
class Model(
    JSONMethods,
    msgspec.Struct,
    metaclass=ModelMeta,
    omit_defaults=True,
    repr_omit_defaults=True,
):
    """A JSON object with declared fields; further properties are passed over."""

    def __reduce__(self) -> tuple[Any, ...]:
        return restored, (type(self), structs.asdict(self))
