"""Models: one for each schema that has a class or a name in the client."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from fledge.diagnostics.source import SourcePointer
from fledge.ir.constraints import NO_CONSTRAINTS, Constraints
from fledge.ir.docs import Docs
from fledge.ir.json_values import JSONValue
from fledge.ir.names import Name
from fledge.ir.types import Const, JSONScalar, Type
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One property of an object. `default` is what the description states, `JSONValue(None)` where that is null.

    `tag` is the value by which a discriminator knows the object, if the property's type has further ones. One that
    `is_filled_in` is required in our reading only: classes send it, and the description lets it be absent.
    """

    name: Name
    type: Type
    required: bool
    docs: Docs
    read_only: bool = False
    constraints: Constraints = NO_CONSTRAINTS
    default: JSONValue | None = None
    tag: str | None = None
    is_filled_in: bool = False

    @property
    def filled_in(self) -> JSONScalar:
        """The value that the class itself fills in and sends; None if that is the caller's."""
        if not self.required:
            return None
        return self.type.value if isinstance(self.type, Const) else self.tag


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ObjectModel:
    """An object with known properties. `extra` is the type of the others, where the document gives one.

    `tag` is the wire name of the field by whose constant unions tell the model from their other members.
    """

    name: Name
    module: str
    source: SourcePointer
    docs: Docs
    fields: tuple[Field, ...]
    additional_properties: Type | None = None
    tag_field: str | None = None
    constraints: Constraints = NO_CONSTRAINTS


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class EnumModel:
    """A set of known values; `base` is what an unknown value may be, unless `closed_enums` has the enum."""

    name: Name
    module: str
    source: SourcePointer
    docs: Docs
    values: tuple[JSONScalar, ...]
    base: Type
    constraints: Constraints = NO_CONSTRAINTS


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class AliasModel:
    """Another name for a type that is not a union of models."""

    name: Name
    module: str
    source: SourcePointer
    docs: Docs
    type: Type
    constraints: Constraints = NO_CONSTRAINTS


class UnionDispatch(StrEnum):
    """How it is known which member of a union a value is."""

    BY_TAG = "tag"
    """All members are objects with a `tag` of the same name and with values of their own."""
    BY_CONTENT = "content"
    """By the discriminator's mapping if there is one, else by the member that fits best."""
    NEVER = "never"
    """No call asks: the union is only sent. Who decodes one gets the member that fits best."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class UnionModel:
    """One of several types of which at least two are objects, and what tells them apart.

    `discriminator` is the wire name of the property that does; `mapping` its values to model names. `default` is the
    model of all other values.
    """

    name: Name
    module: str
    source: SourcePointer
    docs: Docs
    variants: tuple[Type, ...]
    discriminator: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    default: str | None = None
    dispatch: UnionDispatch = UnionDispatch.BY_CONTENT
    constraints: Constraints = NO_CONSTRAINTS


Model: TypeAlias = ObjectModel | EnumModel | AliasModel | UnionModel
