"""Types of the IR. They name models and never hold them, so that the whole IR is a tree."""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from fledge.quick_dataclass import quick_dataclass

JSONScalar: TypeAlias = str | int | float | bool | None

Reference = TypeVar("Reference")
"""What names a model inside of a type: a `ModelRef`, or the builder's own identities before models have names."""


class Scalar(StrEnum):
    """A type without parts; FILE is content that is uploaded, and text anywhere else."""

    ANY = "any"
    BASE64URL = "base64url"
    BOOL = "bool"
    BYTES = "bytes"
    DATE = "date"
    DATETIME = "datetime"
    DECIMAL = "decimal"
    DECIMAL_NUMBER = "decimal-number"
    DURATION = "duration"
    FILE = "file"
    FLOAT = "float"
    HTTP_DATE = "http-date"
    INT = "int"
    NONE = "none"
    STR = "str"
    TIME = "time"
    UUID = "uuid"

    __hash__ = str.__hash__  # that of `Enum` is a call of Python


@quick_dataclass(frozen=True, slots=True)
class ModelRef:
    """A model, by its Python name."""

    name: str


@quick_dataclass(frozen=True, slots=True)
class ListOf(Generic[Reference]):
    """An array whose items are all of one type."""

    item: TypeOf[Reference]


@quick_dataclass(frozen=True, slots=True)
class TupleOf(Generic[Reference]):
    """An array of fixed length, each item with a type of its own."""

    items: tuple[TypeOf[Reference], ...]


@quick_dataclass(frozen=True, slots=True)
class MapOf(Generic[Reference]):
    """An object whose keys are not known beforehand."""

    value: TypeOf[Reference]


@quick_dataclass(frozen=True, slots=True, eq=False)
class Const:
    """Exactly this value. `1` and `true` are two values, which Python takes for equal.

    `is_open`: the description has no other value, but answers may. Such a constant is in a union with the type of
    others.
    """

    value: JSONScalar
    is_open: bool = False

    def __repr__(self) -> str:
        return f"Const(value={self.value!r}{', is_open=True' if self.is_open else ''})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Const) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[type, JSONScalar, bool]:
        return type(self.value), self.value, self.is_open


@quick_dataclass(frozen=True, slots=True)
class Union(Generic[Reference]):
    """One of several types; nullable is a union with `Scalar.NONE`. Members are flat and distinct."""

    variants: tuple[TypeOf[Reference], ...]


TypeOf: TypeAlias = (
    Scalar | Reference | ListOf[Reference] | TupleOf[Reference] | MapOf[Reference] | Const | Union[Reference]
)
"""A type whose models are named by one kind of references."""

Type: TypeAlias = TypeOf[ModelRef]
