# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""From JSON to the package's types and back: strict and fast first, then tolerant."""

from __future__ import annotations

import json
import logging
import os
import re
from contextlib import suppress
from copy import copy
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from threading import RLock
from typing import Annotated, Any, ClassVar, TypeVar, get_args, get_origin
from typing import get_type_hints, overload

import msgspec
from msgspec import UNSET, Raw, Struct, structs

from .shapes import Convert, as_builtin, declared_fields, encode_hook, is_array
from .shapes import is_model, is_object, parts, shape_of, widened

T = TypeVar("T")
_logger = logging.getLogger(__name__.rsplit(".", 2)[0])  # what holds the runtime
lock = RLock()  # for the tables below, and what is imported for them
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}
_encoder = msgspec.json.Encoder(enc_hook=encode_hook)
_numbers = msgspec.json.Encoder(enc_hook=encode_hook, decimal_format="number")
_to_builtins = partial(msgspec.to_builtins, enc_hook=encode_hook, str_keys=True)
_learned: set[type] = set()
_DOTNET_MAX = r"(9999-12-31T23:59:59\.9{6})9+(|Z|[+-]\d\d:\d\d)"  # more than 6 digits
_LONG = r"P(\d{1,8})W|P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?"
_warned: set[str] = set()
by_type: list[Any] = []  # classes that stand for plain values, which they `take`
first_reads: list[Any] = []  # need no decoder; NotImplementedError: make one
if hasattr(os, "register_at_fork"):  # another thread may hold it, which the child lacks
    os.register_at_fork(after_in_child=getattr(lock, "_at_fork_reinit"))


class MismatchError(ValueError):
    """JSON that is not as the API's description says; the message has the path."""


@overload
def decode(type_: type[T], data: bytes | str, *, strict: bool = False) -> T: ...
@overload
def decode(type_: Any, data: bytes | str, *, strict: bool = False) -> Any: ...
def decode(type_: Any, data: bytes | str, *, strict: bool = False) -> Any:
    """An object of the type, from JSON; ValueError if it is none.

    What contradicts the type stays as it is, a required field that is missing is None, and
    each is logged once. MismatchError is raised with `strict`, and if none of these came.
    """
    if (decoder := _decoders.get(type_)) is None:
        for first_read in first_reads:
            with suppress(NotImplementedError):  # not certain: msgspec says it
                return first_read(data, type_, is_json=True)
        decoder = _prepare(type_)
    try:
        try:
            return decoder.decode(data)
        except msgspec.DecodeError:  # another type, or JSON that msgspec does not take
            value = parse(data)
        with suppress(*[MismatchError] * strict):  # P1Y is no mismatch
            return construct(type_, value, strict)
        return convert(normal(value), type_)
    except RecursionError:
        raise ValueError("The JSON is nested too deeply") from None


def parse(data: bytes | str) -> Any:
    """Plain JSON values, by a parser that takes NaN, 1e400, "\\ud83d"; or ValueError."""
    try:
        with suppress(msgspec.DecodeError):
            return msgspec.json.decode(data)
        bare = data.removeprefix("\ufeff") if isinstance(data, str) else data
        return json.loads(bare)  # of bytes, it drops the mark itself
    except RecursionError:
        raise ValueError("The JSON is nested too deeply") from None


def construct(type_: Any, value: Any, strict: bool = False) -> Any:
    """An object of the type, from plain JSON values, as far as they allow it.

    MismatchError: there is an object, outside of models, without any required field.
    """
    for first_read in () if type_ in _decoders else first_reads:
        with suppress(NotImplementedError):  # not certain: read below
            return first_read(normal(value), type_)
    _prepare(type_)
    location = type_.__name__ if isinstance(type_, type) else str(type_)
    return _build(type_, normal(value), "" if strict else location)


def encode(value: object, type_: Any = Any) -> bytes:
    """JSON of models, plain values and any mixture of them; `UNSET` is left out."""
    try:
        data = _encoder.encode(value)
    except TypeError:  # msgspec leaves it out of models only
        value = normal(value)
        data = _encoder.encode(value)
    same = data == _numbers.encode(value)  # else there are decimals, which are strings
    return data if same and not by_type else _encoder.encode(described(value, type_))


def plain(value: object, keep: Any = (datetime, Decimal, Raw)) -> Any:
    """JSON's plain values for models, enums...; types to `keep` stay."""
    with suppress(TypeError):
        return _to_builtins(value, builtin_types=keep)
    return _to_builtins(normal(value), builtin_types=keep)


def described(value: Any, type_: Any = Any) -> Any:
    """The value as its type has it: with `by_type`, and numbers in place of decimals."""
    value, options = as_builtin(value), list[Any]()
    for part in parts(type_):
        options += part.candidates(value) if hasattr(part, "candidates") else [part]
    is_finite = isinstance(value, Decimal) and value.is_finite()
    if is_finite and Decimal not in options:
        if any(p in (int, float) or get_origin(p) is Annotated for p in options):
            return Raw(str(value).encode())
    for kind in by_type:
        if kind in options and type(value) in kind.take:
            return kind(value)
    if is_model(value.__class__):
        value = copy(value)
        for name, of in get_type_hints(value.__class__, include_extras=True).items():
            if get_origin(of) is not ClassVar:
                setattr(value, name, described(getattr(value, name), of))
    inside = {get_origin(part): get_args(part) for part in reversed(options)}
    if is_object(value):
        keys, other = _member_types(options, value), inside.get(dict, (Any,))[-1]
        return {k: described(v, keys.get(k, other)) for k, v in value.items()}
    if not is_array(value, (list, tuple)):
        return value
    each, types = inside.get(list, (Any,)) * len(value), inside.get(tuple, ())
    items = map(described, value, types if len(types) == len(value) else each)
    return [*items] if is_array(value) else tuple(items)


def _member_types(options: list[Any], value: dict[str, Any]) -> dict[str, Any]:
    """The types of the keys of an object that stands for a model."""
    for part in options:
        if is_model(part):
            config = shape_of(part).__struct_config__
            if config.tag_field is None or value.get(config.tag_field) == config.tag:
                hints = get_type_hints(part, include_extras=True)
                further = get_args(hints.get("additional_properties"))[-1:]
                types = {f.encode_name: f.type for f in declared_fields(part)}
                return dict.fromkeys(value if further else (), *further) | types
    return {}


def normal(value: Any) -> Any:
    """The value without UNSET, and with `5.0` as 5: an integer, but not to msgspec."""
    if is_object(value):
        return {k: normal(v) for k, v in value.items() if v is not UNSET}
    if is_array(value):
        return [normal(item) for item in value]
    if isinstance(value, Struct):
        return structs.replace(value, **normal(structs.asdict(value)))
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 2**63
    return int(value) if whole else value


def convert(value: Any, type_: Any) -> Any:
    """An object of the type, from plain JSON values; else MismatchError."""
    _prepare(type_)
    try:
        return _convert(value, type_)
    except msgspec.ValidationError as error:
        raise MismatchError(_with_one_path(str(error))) from None


def _convert(value: Any, type_: Any) -> Any:
    return msgspec.convert(value, widened(type_), dec_hook=_decode_hook)


def _decode_hook(type_: Any, value: Any) -> Any:
    try:
        return type_.__decode__(value, _convert)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from None  # else msgspec drops the outer path


def _with_one_path(message: str) -> str:
    """Join the paths that hooks leave one after the other, the inner first."""
    problem, *paths = message.split(" - at `$")
    path = "".join(path.removesuffix("`") for path in reversed(paths))
    return f"{problem} - at `${path}`"


def _build(type_: Any, value: Any, location: str, inside: bool = False) -> Any:
    """Construction by parts, tolerant; without a `location`, mismatches raise."""
    with suppress(ValueError):
        return _convert(value, type_)
    options: list[Any] = []
    for part in parts(type_):
        leaves = part.candidates(value) if hasattr(part, "candidates") else [part]
        options += leaves if isinstance(value, str) else leaves[:1]
    models = [part for part in options if is_model(part)]
    if datetime in options and (last := re.fullmatch(_DOTNET_MAX, str(value))):
        return _build(type_, last[1] + last[2], location)
    for part in options:
        kind, items = get_origin(part), get_args(part)
        if timedelta is part and (long := re.fullmatch(_LONG, str(value))):
            return timedelta(weeks=int(long[1])) if long[1] else value
        if part in (date, datetime, time):  # Python has no leap second, and no year 0
            near = re.sub(r":60(?!:)", ":59", re.sub("^0000-", "0004-", str(value)))
            with suppress(ValueError):
                return _convert(near, part) and value
        if is_object(value) and is_model(part):
            config = shape_of(part).__struct_config__
            is_one = len(models) == 1 and location
            if not is_one and value.get(config.tag_field) != config.tag:
                continue  # it is another member of the union, or none that is known
            if config.tag_field not in value and _is_other(shape_of(part), value):
                continue
            if shape_of(part) is part:
                return _build_model(part, value, location)
            build: Convert = lambda part, of: _build(of, part, location, inside)
            return part.__decode__(value, build)
        if is_object(value) and kind is dict:
            return {k: _build(items[1], v, location, inside) for k, v in value.items()}
        if is_array(value) and kind is list:
            return [_build(items[0], item, location, inside) for item in value]
        if is_array(value) and kind is tuple and len(items) == len(value):
            return tuple(_build(of, v, location, inside) for of, v in zip(items, value))
    if is_object(value) and len(models) == 1 and not inside:
        name = models[0].__name__
        raise MismatchError(f"an object came without any required property of {name}")
    _warn(location, f"is not as described: {type(value).__name__} came, and is left so")
    return value


def _is_other(model: type[Struct], value: dict[str, Any]) -> bool:
    """Whether no required field came: one is forgotten beside others, or is a list."""
    fields = declared_fields(model)
    required = [f for f in fields if f.required]
    if not required or any(f.encode_name in value for f in required):
        return False
    if not value:
        return any(get_origin(p) is not list for f in required for p in parts(f.type))
    return len(required) > 1 or not any(f.encode_name in value for f in fields)


def _build_model(model: type[Struct], value: dict[str, Any], location: str) -> Any:
    fields: dict[str, Any] = {}
    for field in declared_fields(model):
        location = location and f"{model.__name__}.{field.name}"
        if field.encode_name in value:
            item = value[field.encode_name]
            fields[field.name] = _build(field.type, item, location, inside=True)
        elif field.required:
            fields[field.name] = None
            _warn(location, "is required but did not come; it is None")
    return msgspec.StructMeta.__call__(model, **fields)  # constants may be wrong


def _warn(location: str, problem: str) -> None:
    """Log what is wrong, once, and never the value: it may be a secret."""
    if not location:
        raise MismatchError(problem)
    if location not in _warned:
        _warned.add(location)
        _logger.warning("%s %s", location, problem)


def _prepare(type_: Any) -> msgspec.json.Decoder[Any]:
    """Build the decoder of a type, which learns all that the type leads to."""
    with lock:
        if type_ not in _decoders:
            classes, make = _classes_in(type_), msgspec.json.Decoder
            for model in filter(is_model, classes):
                # else msgspec learns it at the first value, in two threads at once
                make(shape_of(model), dec_hook=_decode_hook)
            _decoders[type_] = make(widened(type_), dec_hook=_decode_hook)
            _learned.update(classes)
        return _decoders[type_]


def _classes_in(type_: Any) -> set[type]:
    """The models and unions that a type leads to, as far as they are new."""
    classes: set[type] = set()
    pending = [type_]
    while pending:
        current = pending.pop()
        pending.extend(get_args(current))
        custom = is_model(current) or hasattr(current, "__decode__")
        if custom and current not in _learned and current not in classes:
            classes.add(current)
            for base in current.__mro__:
                types = getattr(vars(base).get("__annotations__"), "types", list)
                pending.extend(types())
    return classes
