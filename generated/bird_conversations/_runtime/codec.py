# Part of the client's runtime, the same in every client. Do not edit.
"""From JSON to the types of the package and back.

Decoding is strict at first, which is fast. Servers do contradict their descriptions, so
what fails is decoded a second time, tolerantly: the same objects, made from what is
there.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from threading import RLock
from types import NoneType
from typing import Any, get_args, get_origin

import msgspec
from msgspec import structs

from .model import UNSET, Model, OpenModel, declared_fields, encode_hook
from .model import further, is_array, is_model, is_object, shape_of, type_of_extra
from .unions import OneOf, parts

_PACKAGE = __name__.rsplit(".", 2)[0]  # the one that holds the runtime
_MODELS = f"{_PACKAGE}.models"
_logger = logging.getLogger(_PACKAGE)
_lock = RLock()  # for the tables below and the modules whose names are filled in
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}
_encoder = msgspec.json.Encoder(enc_hook=encode_hook)
_filled: set[type] = set()
_warned: set[str] = set()
_KINDS: dict[type, str] = {
    NoneType: "null",
    bool: "a boolean",
    float: "a number",
    int: "a number",
    list: "an array",
    str: "a string",
}


class MismatchError(ValueError):
    """JSON that is not as the API's description says; the message has the path."""


def decode(data: bytes, type_: Any, *, strict: bool = False) -> Any:
    """An object of the type, from JSON.

    Where the JSON contradicts the type, an unknown value of an enum, a null or a value
    of a wrong type stay what they are, and a required field that is missing is `UNSET`.
    A warning is logged, once for each field.

    Args:
        data: The JSON text in UTF-8.
        type_: A model, a union or any annotation made of them.
        strict: Whether to raise instead of being tolerant.

    Raises:
        ValueError: It is not JSON.
        MismatchError: It is not of the type, and `strict` is set.
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


def _without_unset(value: Any) -> Any:
    if is_object(value):
        given = ((name, item) for name, item in value.items() if item is not UNSET)
        return {name: _without_unset(item) for name, item in given}
    if is_array(value):
        return [_without_unset(item) for item in value]
    if isinstance(value, Model):
        fields = structs.asdict(value)
        return structs.replace(value, **_without_unset(fields))
    return value


def _convert(value: Any, type_: Any) -> Any:
    return msgspec.convert(value, type_, dec_hook=_decode_hook)


def _decode_hook(type_: Any, value: Any) -> Any:
    if not hasattr(type_, "__decode__"):
        raise TypeError(f"{type_!r} has no JSON form")
    try:
        return type_.__decode__(value, _convert)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from None  # else msgspec drops the outer path


def _with_one_path(message: str) -> str:
    """Join the paths that hooks leave one after the other, the inner first."""
    problem, *paths = message.split(" - at `$")
    path = "".join(path.removesuffix("`") for path in reversed(paths))
    return f"{problem} - at `${path}`"


# Tolerant construction


def _build(type_: Any, value: Any, place: str) -> Any:
    try:
        return _convert(value, type_)
    except ValueError:
        pass  # something in it does not fit: build it from its parts
    for part in parts(type_):
        if isinstance(part, OneOf):
            candidates = part.candidates(value)
            if candidates and (is_object(value) or is_array(value)):
                return _build(candidates[0], value, place)
        elif is_object(value):
            if is_model(part):
                return _build_model(part, value)
            if get_origin(part) is dict:
                item_type = get_args(part)[1]
                return {k: _build(item_type, v, place) for k, v in value.items()}
        elif is_array(value):
            if get_origin(part) is list:
                return [_build(get_args(part)[0], item, place) for item in value]
            if get_origin(part) is tuple and len(get_args(part)) == len(value):
                return tuple(_build(t, v, place) for t, v in zip(get_args(part), value))
    _warn(place, f"is not as described ({_kind(value)} came); it is left as it is")
    return value


def _build_model(
    model: type[Model] | type[OpenModel], value: dict[str, Any]
) -> Model | OpenModel:
    fields: dict[str, Any] = {}
    for field in declared_fields(model):
        place = f"{model.__name__}.{field.name}"
        if field.encode_name in value:
            fields[field.name] = _build(field.type, value[field.encode_name], place)
        elif field.required:
            fields[field.name] = UNSET
            if value:  # nothing at all is what errors without a body are made from
                _warn(place, "is required but did not come; it is UNSET")
    if issubclass(model, OpenModel):
        fields["extra"] = _build(
            type_of_extra(model), further(model, value), f"{model.__name__}.extra"
        )
    return model(**fields)


def _warn(place: str, problem: str) -> None:
    """Log what is wrong, never the value: it may be a secret."""
    with _lock:
        known = place in _warned
        _warned.add(place)
    if not known:
        _logger.warning("%s %s", place, problem)


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "an object")


# Names


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
    """Give modules the names that annotations need and only checkers have imported.

    Models import one another under TYPE_CHECKING, so that cycles and the order of
    imports do not matter. All that a type leads to is visited, and what a module lacks
    is taken from the package's models.

    Returns:
        The models and unions that were visited for the first time.
    """
    seen: set[type] = set()
    pending = [type_]
    while pending:
        found = pending.pop()
        pending.extend(get_args(found))
        if is_model(found) or isinstance(found, OneOf):
            if found not in _filled and found not in seen:
                seen.add(found)
                for base in found.__mro__:
                    pending.extend(_named_in(base))
    return seen


def _named_in(class_: type) -> Iterator[Any]:
    """What the annotations of a class name, filled in where its module lacks it."""
    module = vars(sys.modules[class_.__module__])
    for annotation in getattr(class_, "__annotations__", {}).values():
        if isinstance(annotation, str):
            for name in compile(annotation, class_.__module__, "eval").co_names:
                if name not in module and name in _names_of_models():
                    module[name] = getattr(sys.modules[_MODELS], name)
                yield module.get(name)
        else:
            yield annotation


@cache
def _names_of_models() -> frozenset[str]:
    return frozenset(dir(import_module(_MODELS)) if find_spec(_MODELS) else ())
