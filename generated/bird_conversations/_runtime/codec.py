# Part of the client's runtime, the same in every client. Do not edit.
"""From JSON to the types of the package and back.

Decoding is strict at first, which is fast. Servers do contradict their descriptions, so
what fails is decoded a second time, tolerantly: the same objects, from what is there.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from threading import RLock
from types import ModuleType, NoneType
from typing import Any, Literal, get_args, get_origin

import msgspec
from msgspec import structs

from .model import UNSET, Convert, Model, Unset, declared_fields, encode_hook
from .model import is_array, is_model, is_object, parts, shape_of

_PACKAGE = __name__.rsplit(".", 2)[0]  # the one that holds the runtime
_MODELS = f"{_PACKAGE}.models"
_logger = logging.getLogger(_PACKAGE)
_lock = RLock()  # for the tables below and the modules whose names are filled in
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}
_encoder = msgspec.json.Encoder(enc_hook=encode_hook)
_to_builtins = partial(msgspec.to_builtins, enc_hook=encode_hook, str_keys=True)
_filled: set[type] = set()
_warned: set[str] = set()


class MismatchError(ValueError):
    """JSON that is not as the API's description says; the message has the path."""


def decode(data: bytes, type_: Any, *, strict: bool = False) -> Any:
    """An object of the type, from JSON; ValueError if it is none.

    Where the JSON contradicts the type, what is wrong stays what it is, a required field
    that is missing is `UNSET`, and a warning is logged, once for each field. With
    `strict`, MismatchError is raised.
    """
    decoder = _decoders.get(type_) or _prepare(type_)
    try:
        try:
            return decoder.decode(data)
        except msgspec.ValidationError as error:
            if strict:
                raise MismatchError(_with_one_path(str(error))) from None
            return construct(type_, msgspec.json.decode(data))
    except RecursionError:
        raise ValueError("The JSON is nested too deeply") from None


def construct(type_: Any, value: Any) -> Any:
    """An object of the type, from plain JSON values, as far as they allow it."""
    if type_ not in _decoders:
        _prepare(type_)
    place = type_.__name__ if isinstance(type_, type) else str(type_)
    return _build(type_, value, place)


def encode(value: object) -> bytes:
    """JSON of models, plain values and any mixture of them; `UNSET` is left out."""
    try:
        return _encoder.encode(value)
    except TypeError:  # msgspec leaves it out of models only
        return _encoder.encode(_without_unset(value))


def plain(value: object) -> Any:
    """JSON's plain values for models, enums...; date-times and decimals stay."""
    try:
        return _to_builtins(value, builtin_types=(datetime, Decimal))
    except TypeError:
        return _to_builtins(_without_unset(value), builtin_types=(datetime, Decimal))


def _without_unset(value: Any) -> Any:
    if is_object(value):
        return {k: _without_unset(v) for k, v in value.items() if v is not UNSET}
    if is_array(value):
        return [_without_unset(item) for item in value]
    if isinstance(value, Model):
        return structs.replace(value, **_without_unset(structs.asdict(value)))
    return value


def _convert(value: Any, type_: Any) -> Any:
    return msgspec.convert(value, type_, dec_hook=_decode_hook)


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


def _build(type_: Any, value: Any, place: str) -> Any:
    """Tolerant construction: what does not fit as a whole is built from its parts."""
    try:
        return _convert(value, type_)
    except ValueError:
        pass
    several = sum(map(is_model, parts(type_))) > 1
    for part in parts(type_):
        kind, items = get_origin(part), get_args(part)
        if is_object(value) and is_model(part):
            config = shape_of(part).__struct_config__
            if several and value.get(config.tag_field) != config.tag:
                continue  # it is another member of the union, or none that is known
            if shape_of(part) is part:
                return _build_model(part, value)
            build: Convert = lambda part, of: _build(of, part, place)
            return part.__decode__(value, build)
        if is_object(value) and kind is dict:
            return {k: _build(items[1], v, place) for k, v in value.items()}
        if is_array(value) and kind is list:
            return [_build(items[0], item, place) for item in value]
        if is_array(value) and kind is tuple and len(items) == len(value):
            return tuple(_build(of, v, place) for of, v in zip(items, value))
        if hasattr(part, "candidates") and (is_object(value) or is_array(value)):
            if candidates := part.candidates(value):
                return _build(candidates[0], value, place)
    _warn(place, f"is not as described: {type(value).__name__} came, and is left so")
    return value


def _build_model(model: type[Model], value: dict[str, Any]) -> Model:
    fields: dict[str, Any] = {}
    for name, wire, type_, required, kept in _facts(model):
        if wire in value:
            item = value[wire]
            place = f"{model.__name__}.{name}"
            fields[name] = item if type(item) in kept else _build(type_, item, place)
        elif required:
            fields[name] = UNSET
            if value:  # nothing at all is what errors without a body are made from
                place = f"{model.__name__}.{name}"
                _warn(place, "is required but did not come; it is UNSET")
    return model(**fields)


@cache
def _facts(model: type[Model]) -> list[tuple[str, str, Any, bool, set[Any]]]:
    """Of each field, its names, type, whether it must be there, and what fits as it is."""
    found: list[tuple[str, str, Any, bool, set[Any]]] = []
    for field in declared_fields(model):
        kinds: set[Any] = set(parts(field.type))
        kept: set[Any] = kinds.intersection((str, int, float, bool, NoneType))
        plain = all(get_origin(kind) is Literal for kind in kinds - kept - {Unset})
        kept = kept if plain else set()
        names = field.name, field.encode_name
        found.append((*names, field.type, field.required, kept))
    return found


def _warn(place: str, problem: str) -> None:
    """Log what is wrong, once, and never the value: it may be a secret."""
    with _lock:
        known = place in _warned
        _warned.add(place)
    if not known:
        _logger.warning("%s %s", place, problem)


def _prepare(type_: Any) -> msgspec.json.Decoder[Any]:
    """Build the decoder of a type, once all the names that it leads to are known."""
    with _lock:
        if type_ not in _decoders:
            found = _fill_names(type_)
            for model in filter(is_model, found):
                # msgspec learns a structure at its first use, which must not happen in
                # two threads at once. Behind a hook it would be at the first value.
                msgspec.json.Decoder(shape_of(model), dec_hook=_decode_hook)
            _decoders[type_] = msgspec.json.Decoder(type_, dec_hook=_decode_hook)
            _filled.update(found)
        return _decoders[type_]


def _fill_names(type_: Any) -> set[type]:
    """Give modules what their annotations name and only checkers have imported.

    All that a type leads to is visited; the models and unions that are new are returned.
    """
    seen: set[type] = set()
    pending = [type_]
    while pending:
        found = pending.pop()
        pending.extend(get_args(found))
        custom = is_model(found) or hasattr(found, "__decode__")
        if custom and found not in _filled and found not in seen:
            seen.add(found)
            pending.extend(name for base in found.__mro__ for name in _named_in(base))
    return seen


def _named_in(class_: type) -> Iterator[Any]:
    """What the annotations of a class name, filled in where its module lacks it."""
    module = vars(sys.modules[class_.__module__])
    for annotation in getattr(class_, "__annotations__", {}).values():
        if not isinstance(annotation, str):
            yield annotation
            continue
        for name in compile(annotation, class_.__module__, "eval").co_names:
            if name not in module and name in _names_of_models():
                value = getattr(sys.modules[_MODELS], name)
                if not isinstance(value, ModuleType):  # models/type.py is not `type`
                    module[name] = value
            yield module.get(name)


@cache
def _names_of_models() -> frozenset[str]:
    return frozenset(dir(import_module(_MODELS)) if find_spec(_MODELS) else ())
