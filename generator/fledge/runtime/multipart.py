# Part of the client's runtime, the same in every client. Do not edit.
"""Bodies of multipart/form-data (RFC 7578) and its relatives, and the files in them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import IO, Any, TypeAlias
from urllib.parse import unquote

from msgspec import UNSET as _UNSET
from msgspec import structs

from .bodies import Fields
from .codec import described, plain
from .messages import is_json
from .shapes import BYTES, is_array, is_model, is_object, shape_of
from .operation import Encoded
from .parameters import Query, content_text, header_value, scalar
from .request import checked
from .uploads import Upload, choices, file_name, is_file, is_tuple, media_type

_Content: TypeAlias = bytes | IO[bytes] | os.PathLike[str]
Uploadable: TypeAlias = (
    _Content
    | tuple[str, _Content]
    | tuple[str, _Content, str]
    | tuple[str, _Content, str, Mapping[str, str]]
)
"""What can be uploaded. The tuples: name, content, media type, and further headers.

Open files are read from where they are, and are left open.
"""


class FormPart(Query, frozen=True):
    """How a field is written: in a style, or else each item in the media type `content`.

    A file has no style: it is what it contains.
    A media type may be a range, or several: the name of a file says which it is, and
    what has none is in the first of them that it can be written in.
    With `base64`, bytes are text and no file.
    """

    style: str = ""
    headers: Mapping[str, str] = {}
    base64: bool = False

    def label(self, name: str) -> str:
        return name

    def escape(self, value: str) -> str:
        return value

    def parts(self, value: Any) -> Iterator[tuple[str, Any]]:
        """Headers and contents."""
        value = plain(value) if self.base64 else value
        listed = is_array(value) or is_tuple(value) and not is_file(value)
        items = value if listed else [value]
        if self.style and not any(map(is_file, items)):
            joint = unquote(self.styles[self.style][2])
            for name, text in self.pairs(value, joint):
                yield self.head(name or self.name), text
            return
        for item in items:
            if is_file(item):
                name, content, kind, headers = _file(item, self.content)
                yield self.head(self.name, kind, headers, name), content
            elif item is not None:
                item = plain(item)
                nested = is_object(item) or is_array(item) or is_tuple(item)
                kind = _value_type(self.content or "", nested)
                text = content_text(kind, item) if kind else scalar(item)
                yield self.head(self.name, kind), text

    def head(
        self,
        name: str,
        kind: str = "",
        headers: Mapping[str, str] = {},
        file: str | None = None,
    ) -> str:
        """The headers of a part; names are quoted as in WHATWG's form-data."""
        disposition = f'form-data; name="{_quoted(name)}"' if name else "attachment"
        if file is not None:
            disposition += f'; filename="{_quoted(file or "upload")}"'
        lines = [f"Content-Disposition: {disposition}"] if name or file else []
        named = {**({"Content-Type": kind} if kind else {}), **self.headers, **headers}
        checked(named)
        lines += [f"{k}: {header_value(k, v)}" for k, v in named.items()]
        return "".join(f"{line}\r\n" for line in lines)


class MultipartBody(Fields, frozen=True):
    """A part for each field, or for each item of it; files are read as they are sent.

    Without parts there is no body. `encoding`: what differs for some fields; "" is that
    of all without one of their own.
    """

    media_type: str = "multipart/form-data"
    encoding: tuple[FormPart, ...] = ()

    def written(self, value: Any) -> Encoded | None:
        boundary = os.urandom(16).hex()
        contents: list[Any] = []
        text = ""
        for head, content in self.parts(value):
            text += f"--{boundary}\r\n{head}\r\n"
            if isinstance(content, str):
                text += content
            else:
                contents += [text.encode(), content]
                text = ""
            text += "\r\n"
        if not text and not contents:  # RFC 2046 5.1.1: there is at least one part
            return None
        body = Upload(*contents, f"{text}--{boundary}--\r\n".encode())
        return body, f"{self.media_type}; boundary={boundary}"

    def parts(self, value: Any) -> Iterator[tuple[str, Any]]:
        """Headers and contents."""
        encodings = {each.name: each for each in self.encoding}
        others = encodings.get("", FormPart(""))
        for name, item in _properties(described(value, self.of)).items():
            part = encodings.get(name) or structs.replace(others, name=name)
            yield from part.parts(item)


class PartsBody(MultipartBody, frozen=True):
    """A part without a name for each item of a list: the argument `body`.

    `encoding` goes by index, and "" is that of all the others (OpenAPI 3.2, 4.15.4).
    """

    def parts(self, value: Any) -> Iterator[tuple[str, Any]]:
        if is_object(value) or isinstance(value, (str, *BYTES)):
            raise TypeError("The body must be a list, of parts.")
        encodings = {each.name: each for each in self.encoding}
        others = encodings.get("", FormPart(""))
        for index, item in enumerate(described(value, self.of)):
            part = structs.replace(encodings.get(str(index), others), name="")
            yield from part.parts([item])


def _properties(form: object) -> dict[str, Any]:
    """What a form has, by wire names."""
    properties = form if is_object(form) else {}
    if is_model(type(form)):
        shape = shape_of(type(form))
        names = zip(shape.__struct_fields__, shape.__struct_encode_fields__)
        properties = {wire: getattr(form, name) for name, wire in names}
        properties |= (
            {} if shape is type(form) else getattr(form, "additional_properties")
        )
        if tag := shape.__struct_config__.tag_field:
            properties[tag] = shape.__struct_config__.tag
    return {k: v for k, v in properties.items() if v is not None and v is not _UNSET}


def _file(value: Any, stated: str | None) -> tuple[str, Any, str, Mapping[str, str]]:
    """A file's name, content, media type and headers."""
    name, content, *more = value if is_tuple(value) else (file_name(value), value)
    kind = more[0] if more else media_type(content, stated or "", name)
    return name, content, kind, more[1] if len(more) > 1 else {}


def _value_type(stated: str, nested: bool) -> str:
    """Which of the `stated` media types a value that is no file is written in.

    An array or object is JSON or a form, if that is one of them. No value is in a range.
    """
    types = [each for each in choices(stated) if "*" not in each]
    if nested:
        types.sort(key=lambda each: not (is_json(each) or "urlencoded" in each.lower()))
    return [*types, "application/json" if nested else ""][0]


def _quoted(name: str) -> str:
    """A name in a header (HTML 4.10.21.8): it ends neither the name nor the line."""
    return name.translate({0x22: "%22", 0x0D: "%0D", 0x0A: "%0A"})
