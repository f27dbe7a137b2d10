# Part of the client's runtime, the same in every client. Do not edit.
"""Bodies that come in several media types."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET as _UNSET
from msgspec import Struct

from .model import is_array, shape_of
from .operation import Arguments, Encoded, Fields, JSONBody
from .uploads import RawBody, is_file, is_raw, matches


class OneOf(Struct, frozen=True):
    """One of several bodies: that of `content_type`, else the first that fits.

    It fits if it has all the arguments that are given. Text, bytes and files are sent as
    they are, or in a form with files.
    """

    choices: tuple[JSONBody | RawBody | Fields, ...]

    def encode(self, arguments: Arguments) -> Encoded | None:
        kind = arguments.get("content_type")
        chosen = [c for c in self.choices if not kind or matches(kind, c.media_type)]
        if not chosen:
            known = ", ".join(choice.media_type for choice in self.choices)
            raise ValueError(f"content_type must be one of {known}.")
        given = {
            k: v for k, v in arguments.items() if v is not None and v is not _UNSET
        }
        given.pop("content_type", None)
        raws = [choice for choice in chosen if isinstance(choice, RawBody)]
        raw = bool(raws) and is_raw(given.get("body"))
        failure: TypeError | None = None
        for choice in chosen:
            if kind or (choice in raws) is raw and _fits(choice, given):
                try:
                    return choice.encode(_own(choice, arguments, given))
                except TypeError as error:
                    failure = failure or error
        raise failure or TypeError("These arguments make none of the bodies.")


def _fits(choice: JSONBody | RawBody | Fields, given: Arguments) -> bool:
    """Whether a choice can hold files, if there are some."""
    items = [i for v in given.values() for i in (v if is_array(v) else [v])]
    able = isinstance(choice, RawBody) or choice.media_type.startswith("multipart/")
    return able or not any(map(is_file, items))


def _own(choice: Any, arguments: Arguments, given: Arguments) -> Arguments:
    """The arguments of a choice; TypeError if more are given, or none of those it needs.

    What may be null and absent is null if it is None; anything else is absent.
    """
    model, rename = getattr(choice, "model", None), getattr(choice, "rename", {})
    if model is None:
        names, nullable = ("body",), getattr(choice, "nullable", False)
        defaults = {"body": _UNSET if nullable else None}
        if not given and getattr(choice, "required", False) and not nullable:
            raise TypeError(f"{choice.media_type} needs a body.")
    else:
        names = shape_of(model).__struct_fields__
        defaults = dict(zip(names[::-1], shape_of(model).__struct_defaults__[::-1]))
    for unknown in [name for name in given if rename.get(name, name) not in names]:
        raise TypeError(f"{choice.media_type} has no {unknown!r}.")
    nulls = {
        name: value
        for name, value in arguments.items()
        if value is None and defaults.get(rename.get(name, name)) is _UNSET
    }
    kind = arguments.get("content_type") if isinstance(choice, RawBody) else None
    return {**nulls, **given, **({"content_type": kind} if kind else {})}
