# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Reads what comes first piece by piece, so that only models in it are imported.

msgspec learns all models that a type leads to before it decodes one: a customer of
Stripe leads to 700 of them, and most answers hold five. Later msgspec is worth it.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin
from uuid import UUID

import msgspec
from msgspec import NODEFAULT, UnsetType

from .annotations import Annotations
from .codec import lock, parse
from .shapes import is_array, is_model, is_object, shape_of, widened

_BYTES = 256 * 1024
_MODELS = 500  # in all values of a type; reading them takes some ten milliseconds
_SCALARS = str, int, float, bool, NoneType, bytes, date, datetime, time, timedelta, UUID
_FLAT: frozenset[Any] = frozenset({*_SCALARS, Any, UnsetType})
_left: dict[Any, int] = {}


def first_read(data: Any, type_: Any, is_json: bool = False) -> Any:
    """What msgspec makes of it, but where that is not certain: then NotImplementedError."""
    if _is_flat(type_) or is_json and len(data) > _BYTES:
        raise NotImplementedError  # msgspec is as quick
    with lock:  # it imports, as the codec does
        reader = _Reader(_left.get(type_, _MODELS))
        try:
            return reader.read(parse(data) if is_json else data, widened(type_))
        except (TypeError, ValueError, RecursionError):
            raise NotImplementedError from None  # msgspec says what is wrong
        finally:
            _left[type_] = reader.left


class _Reader:
    def __init__(self, left: int) -> None:
        self.left = left

    def read(self, value: Any, type_: Any) -> Any:
        if shape_of(type_) is type_ and is_model(type_):
            return self._model(value, type_)
        if hasattr(type_, "__decode__"):
            return type_.__decode__(value, self.read)
        if _is_flat(type_) or type_ is Decimal and not isinstance(value, float):
            return msgspec.convert(value, type_)
        kind, inner = get_origin(type_), get_args(type_)
        if kind in (Union, UnionType):
            return self._member(value, inner)
        if kind is list and is_array(value):
            return [self.read(item, inner[0]) for item in value]
        if kind is dict and inner[0] is str and is_object(value):
            return {key: self.read(item, inner[1]) for key, item in value.items()}
        raise NotImplementedError  # a kind that only msgspec knows, or a mismatch

    def _member(self, value: Any, members: tuple[Any, ...]) -> Any:
        """A value of the only member for its kind of JSON."""
        if value is None and NoneType in members:
            return None
        fitting = [each for each in members if _takes(each, value)]
        if len(fitting) > 1:
            if is_object(value):
                fitting = [each for each in fitting if _is_tagged(each, value)]
            elif not is_array(value) and all(map(_is_flat, fitting)):
                return msgspec.convert(value, Union[tuple(fitting)])
        if len(fitting) != 1:
            raise NotImplementedError  # several may fit, or none
        return self.read(value, fitting[0])

    def _model(self, value: Any, model: Any) -> Any:
        config = model.__struct_config__
        if not is_object(value) or config.tag_field and not _is_tagged(model, value):
            raise NotImplementedError  # a mismatch, which the codec reports
        self.left -= 1
        if self.left < 0 or config.forbid_unknown_fields:
            raise NotImplementedError  # by now, a decoder is worth it
        fields: dict[str, Any] = {}
        for field in _fields(model):
            if field.wire in value:
                item = value[field.wire]
                if type(item) not in field.scalars:
                    item = self.read(item, field.annotations.type_of(field.name))
                fields[field.name] = item
            elif field.required:
                raise NotImplementedError  # the codec logs what is missing
        return msgspec.StructMeta.__call__(model, **fields)


class _Field(NamedTuple):
    name: str
    wire: str
    required: bool
    annotations: Annotations
    scalars: frozenset[type]  # values of these types are as they should be


@cache
def _fields(model: Any) -> list[_Field]:
    names, defaults = model.__struct_fields__, model.__struct_defaults__
    optional = dict(zip(names[::-1], defaults[::-1]))
    mro: tuple[type, ...] = model.__mro__
    owners: dict[str, Annotations] = {}
    for base in reversed(mro):
        annotations: Any = vars(base).get("__annotations__")
        if isinstance(annotations, Annotations):
            owners |= annotations.owned()
    fields: list[_Field] = []
    for name, wire in zip(names, model.__struct_encode_fields__):
        if (owner := owners.get(name)) is None:
            raise NotImplementedError
        required = optional.get(name, NODEFAULT) is NODEFAULT
        fields.append(_Field(name, wire, required, owner, owner.scalars(name)))
    return fields


@cache
def _is_flat(type_: Any) -> bool:
    """Whether no model is in it, and plain JSON values say all that msgspec asks."""
    kind = get_origin(type_)
    if kind in (Union, UnionType, list, dict, tuple):
        return all(map(_is_flat, get_args(type_)))
    return type_ in _FLAT or kind is Literal


def _takes(type_: Any, value: Any) -> bool:
    """Whether a member of a union may be for a value of this kind."""
    kind = get_origin(type_) or type_
    if type_ is Any or hasattr(type_, "__decode__"):
        return True
    if is_object(value):
        return kind is dict or is_model(type_)
    if is_array(value):
        return kind in (list, tuple)
    return kind not in (dict, list, tuple, NoneType, UnsetType) and not is_model(type_)


def _is_tagged(model: Any, value: dict[str, Any]) -> bool:
    """Whether an object says that it is of the model."""
    if not is_model(model):
        return False
    config = shape_of(model).__struct_config__
    tag = value.get(config.tag_field)
    return tag is not None and tag == config.tag and type(tag) is type(config.tag)
