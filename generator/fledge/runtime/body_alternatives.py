# Part of the client's runtime, the same in every client. Do not edit.
"""Bodies that come in several media types."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from msgspec import UNSET as _UNSET
from msgspec import Struct

from .bodies import Fields, JSONBody
from .shapes import BYTES, declared_fields, is_array, parts, shape_of
from .operation import Arguments, Encoded
from .uploads import RawBody, is_file, is_raw, matches


class BodyAlternatives(Struct, frozen=True):
    """One of several bodies: that of `content_type`, else the first that fits.

    It fits if it has all the arguments that are given. Bytes and files are sent as they
    are, or in a form with files, and so is text unless an earlier one is a JSON string.
    """

    alternatives: tuple[JSONBody | RawBody | Fields, ...]

    def encode(self, arguments: Arguments) -> Encoded | None:
        arguments = {**arguments}
        kind = arguments.pop("content_type", None)
        chosen = [
            c for c in self.alternatives if not kind or matches(kind, c.media_type)
        ]
        if not chosen:
            media_types = ", ".join(choice.media_type for choice in self.alternatives)
            raise ValueError(f"content_type must be one of {media_types}.")
        present = {
            k: v for k, v in arguments.items() if v is not None and v is not _UNSET
        }
        has_raw = any(isinstance(choice, RawBody) for choice in chosen)
        failure: TypeError | None = None
        values: Arguments = {}
        for choice in chosen:
            suits = _suits(choice, present.get("body"), has_raw)
            if kind or suits and _can_hold_files(choice, present):
                try:
                    values |= (passed := _arguments_of(choice, arguments, present))
                    is_chosen = kind and isinstance(choice, RawBody)
                    named = {"content_type": kind} if is_chosen else {}
                    encoded = choice.encode({**passed, **named})
                    if encoded is not None or passed == values:
                        return encoded
                except TypeError as error:
                    failure = failure or error
        raise failure or TypeError("These arguments make none of the bodies.")


def _suits(choice: JSONBody | RawBody | Fields, body: object, has_raw: bool) -> bool:
    """Whether a body is sent as it is by what does so, or is made of values by others."""
    if isinstance(choice, RawBody):
        return is_raw(body)
    is_text = isinstance(choice, JSONBody) and choice.text and isinstance(body, str)
    return is_text or not (has_raw and is_raw(body))


def _can_hold_files(choice: JSONBody | RawBody | Fields, present: Arguments) -> bool:
    """Whether a choice can hold files, if there are some; bytes that are text are none."""
    if isinstance(choice, RawBody) or choice.media_type.startswith("multipart/"):
        return True
    model = choice.model if isinstance(choice, Fields) else None
    rename: Mapping[str, str] = choice.rename if isinstance(choice, Fields) else {}
    fields = declared_fields(model) if model else ()
    texts = {field.name for field in fields if _is_text(field.type)}
    return not any(
        is_file(item) and not (isinstance(item, BYTES) and rename.get(k, k) in texts)
        for k, value in present.items()
        for item in (value if is_array(value) else [value])
    )


def _is_text(type_: Any) -> bool:
    """Whether bytes of a type are base64, and no file, which could be a path as well."""
    types = list(_leaves(type_))
    is_bytes = any(isinstance(each, type) and issubclass(each, bytes) for each in types)
    return is_bytes and not any(get_origin(each) is os.PathLike for each in types)


def _leaves(type_: Any) -> Iterator[Any]:
    """What a type is made of: members of unions, and items of lists."""
    for part in parts(type_):
        of = part.candidates(b"") if hasattr(part, "candidates") else get_args(part)
        yield part
        yield from (leaf for inner in of for leaf in _leaves(inner))


def _arguments_of(choice: Any, arguments: Arguments, present: Arguments) -> Arguments:
    """The arguments of a choice; TypeError if more are given, or none of those it needs.

    What may be null is null if it is None; anything else is absent.
    """
    names: tuple[str, ...] = ("body",)
    rename: Mapping[str, str] = {}
    nulls: Arguments = {}
    if isinstance(choice, Fields) and choice.model is not None:
        names, rename = shape_of(choice.model).__struct_fields__, choice.rename
        nulls = {
            k: v for k, v in arguments.items() if v is None and choice.is_value(k, v)
        }
    elif isinstance(choice, JSONBody) and choice.nullable and "body" in arguments:
        nulls = {"body": arguments["body"]}
    elif isinstance(choice, JSONBody) and choice.required and not present:
        raise TypeError(f"{choice.media_type} needs a body.")
    for unknown in [name for name in present if rename.get(name, name) not in names]:
        raise TypeError(f"{choice.media_type} has no {unknown!r}.")
    return {**nulls, **present}
