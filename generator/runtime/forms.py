# Part of the client's runtime, the same in every client. Do not edit.
"""Bodies that are forms, and the files in them."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeGuard

from msgspec import UNSET as _UNSET

from .model import is_array, is_model, is_object, shape_of
from .operation import Content, Fields
from .parameters import scalar
from .codec import plain

_Bytes: TypeAlias = bytes | IO[bytes]
File: TypeAlias = _Bytes | PathLike[str] | tuple[str, _Bytes] | tuple[str, _Bytes, str]
"""What can be uploaded. The tuples: a file's name, its content, and its media type."""


class MultipartBody(Fields, frozen=True):
    """A part for each field, or for each item of it; files are read before sending.

    `encoding`: the media types of some fields, by wire name.
    """

    media_type: str = "multipart/form-data"
    encoding: Mapping[str, str] = {}

    def written(self, value: Any) -> Content:
        import httpx2

        parts: list[tuple[str, Any]] = []
        for name, item in _properties(value).items():
            listed = is_array(item) or _is_tuple(item) and not _is_file(item)
            items: list[Any] = [*item] if listed else [item]
            parts += [(name, _part(one, self.encoding.get(name))) for one in items]
        form = httpx2.Request("POST", "http://form", files=parts)  # finds a boundary
        return form.read(), form.headers.get("content-type", self.media_type)


def _properties(form: object) -> dict[str, Any]:
    """What a form has, by wire names."""
    found = form if is_object(form) else {}
    if is_model(type(form)):
        shape = shape_of(type(form))
        names = zip(shape.__struct_fields__, shape.__struct_encode_fields__)
        found = {wire: getattr(form, name) for name, wire in names}
        found |= {} if shape is type(form) else getattr(form, "extra")
        if tag := shape.__struct_config__.tag_field:
            found[tag] = shape.__struct_config__.tag
    return {k: v for k, v in found.items() if v is not None and v is not _UNSET}


def _is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def _is_file(value: Any) -> bool:
    if _is_tuple(value):
        return len(value) > 1 and isinstance(value[0], str) and _is_file(value[1])
    return isinstance(value, (bytes, PathLike)) or hasattr(value, "read")


def _part(value: Any, media_type: str | None) -> Any:
    """A part as httpx2 takes it: a file's name or None, the content, its media type."""
    if not _is_file(value):
        value = plain(value)
        nested = "application/json" if is_object(value) or is_array(value) else None
        return None, scalar(value), media_type or nested
    if _is_tuple(value):
        return value
    name = Path(str(getattr(value, "name", "upload"))).name
    content = Path(value).read_bytes() if hasattr(value, "__fspath__") else value
    return name, content, media_type
