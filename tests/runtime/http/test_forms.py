"""Bodies of forms: fields as in a query, and parts with files."""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes
from email.policy import HTTP
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from fledge.runtime.model import UNSET, Model, field
from fledge.runtime.multipart import FormPart, MultipartBody
from fledge.runtime.open_model import OpenModel
from fledge.runtime.operation import Operation
from fledge.runtime.parameters import Query
from fledge.runtime.urlencoded import FormBody

from .conftest import Api, Seen, Server


class Meta(Model, rename="camel"):
    made_at: dt.datetime


class Upload(Model, rename="camel"):
    kind: str = field(default_factory=lambda: "upload")
    file_name: str | None = None
    tags: list[str] | None = None
    meta_data: Meta | None = None
    file: Any = None
    files: Any = UNSET


class Open(OpenModel, rename="camel"):
    file_name: str
    additional_properties: dict[str, Any] = field(default_factory=lambda: {})


def operation(body: Any) -> Operation[Any]:
    return Operation("POST /forms", body=body, success={200: Any})


FORM = operation(FormBody(Upload, rename={"name_": "file_name"}))
MULTIPART = operation(MultipartBody(Upload))
META = Meta(made_at=dt.datetime(2024, 1, 2, tzinfo=dt.timezone.utc))


def parts(seen: Seen) -> list[tuple[str | None, str | None, str | None, bytes]]:
    """Name, file name, media type and content of each part, as the standard library reads."""
    head = f"Content-Type: {seen.headers['content-type']}\r\n\r\n".encode()
    message: Any = message_from_bytes(head + seen.body, policy=HTTP)
    assert message.get_content_type() == "multipart/form-data"
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part.get("content-type") and part.get_content_type(),
            part.get_payload(decode=True),
        )
        for part in message.iter_parts()
    ]


def test_forms(api: Api, server: Server) -> None:
    """Fields go by their wire names; arrays repeat the name, objects are JSON."""
    api.call(FORM, name_="a b&c", tags=["x", "ü"], meta_data={"a": 1, "b": [2]})
    assert server.last.headers["content-type"] == "application/x-www-form-urlencoded"
    assert server.last.body == (
        b"kind=upload&fileName=a%20b%26c&tags=x&tags=%C3%BC&metaData=%7B%22a%22%3A1%2C%22b%22%3A%5B2%5D%7D"
    )


def test_absent_fields_of_forms(api: Api, server: Server) -> None:
    """What was not passed is not sent; without a value the form is empty."""
    api.call(FORM, name_=None, files=UNSET)
    assert server.last.body == b"kind=upload"
    empty = operation(FormBody())
    api.call(empty, body={"a": None, "b": UNSET})
    assert server.last.body == b""
    assert "content-type" in server.last.headers
    api.call(empty, body=None)
    assert "content-type" not in server.last.headers


def test_styles_of_forms(api: Api, server: Server) -> None:
    """An encoding changes the style of a field, or makes JSON of it."""
    encoding = (
        Query("tags", explode=False),
        Query("metaData", style="deepObject"),
        Query("file", content="application/json"),
    )
    styled = operation(FormBody(Upload, encoding=encoding))
    api.call(styled, tags=["a", "b"], meta_data=META, file={"a": [1]})
    assert server.last.body == (
        b"kind=upload&tags=a,b&metaData%5BmadeAt%5D=2024-01-02T00%3A00%3A00Z" b"&file=%7B%22a%22%3A%5B1%5D%7D"
    )


def test_whole_forms(api: Api, server: Server) -> None:
    """Without a model the form is one argument: a mapping, or any model."""
    for body in ({"fileName": "a", "more": 1}, Open(file_name="a", additional_properties={"more": 1})):
        api.call(operation(FormBody()), body=body)
        assert dict(parse_qsl(server.last.body.decode())) == {"fileName": "a", "more": "1"}
        api.call(operation(MultipartBody()), body=body)
        assert parts(server.last) == [
            ("fileName", None, None, b"a"),
            ("more", None, None, b"1"),
        ]


def test_parts(api: Api, server: Server) -> None:
    """Scalars are text, objects JSON, and an array has a part for each item."""
    api.call(MULTIPART, file_name="ü", tags=["a", "b"], meta_data=META, files=[[1], {}])
    assert parts(server.last) == [
        ("kind", None, None, b"upload"),
        ("fileName", None, None, "ü".encode()),
        ("tags", None, None, b"a"),
        ("tags", None, None, b"b"),
        ("metaData", None, "application/json", b'{"madeAt":"2024-01-02T00:00:00Z"}'),
        ("files", None, "application/json", b"[1]"),
        ("files", None, "application/json", b"{}"),
    ]


def test_files(api: Api, server: Server, tmp_path: Path) -> None:
    """Files are bytes, streams, paths, or these with a name and a media type."""
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n")
    binary = "application/octet-stream"
    with path.open("rb") as stream:
        files: list[Any] = [
            b"\0",
            BytesIO(b"io"),
            path,
            stream,
            ("b.csv", b"1,2"),
            ("c.txt", BytesIO(b"c"), "text/x-own"),
        ]
        api.call(MULTIPART, file=b"one", files=files)
    assert parts(server.last)[1:] == [
        ("file", "upload", binary, b"one"),
        ("files", "upload", binary, b"\0"),
        ("files", "upload", binary, b"io"),
        ("files", "a.png", "image/png", b"\x89PNG\r\n"),
        ("files", "a.png", "image/png", b"\x89PNG\r\n"),
        ("files", "b.csv", "text/csv", b"1,2"),
        ("files", "c.txt", "text/x-own", b"c"),
    ]
    api.call(MULTIPART, file=("d", b"d"), files=("x", "y"))
    assert parts(server.last)[1:] == [
        ("file", "d", binary, b"d"),
        ("files", None, None, b"x"),
        ("files", None, None, b"y"),
    ]


def test_media_types_of_parts(api: Api, server: Server) -> None:
    """An encoding says what a field is made of."""
    typed = operation(
        MultipartBody(
            Upload, encoding=(FormPart("file", content="image/webp"), FormPart("metaData", content="text/json"))
        )
    )
    api.call(typed, file=b"x", meta_data={"a": 1})
    assert parts(server.last)[1:] == [
        ("metaData", None, "text/json", b'{"a":1}'),
        ("file", "upload", "image/webp", b"x"),
    ]


def test_parts_cannot_be_broken_out_of(api: Api, server: Server) -> None:
    """Neither names nor media types can add a header, and no content a part."""
    evil = 'a"\r\nX-Evil: 1\r\n\r\n'
    api.call(operation(MultipartBody()), body={evil: (evil, b"--\r\n--", "a/b")})
    [(_, _, media_type, content)] = parts(server.last)
    assert (media_type, content) == ("a/b", b"--\r\n--")
    assert b"X-Evil: 1\r\n" not in server.last.body
    with pytest.raises(ValueError):
        api.call(MULTIPART, file=("a", b"", "a/b\r\nX-Evil: 1"))


def test_boundaries_differ(api: Api, server: Server) -> None:
    """No content can know the boundary: each body has its own."""
    for _ in range(2):
        api.call(MULTIPART, file=b"x")
    first, second = (seen.headers["content-type"] for seen in server.seen)
    assert first != second


def test_retried_forms(api: Api, server: Server) -> None:
    """A stream is read once; a request that is sent again has the same body."""
    server.answer(429)
    api.call(MULTIPART, file=BytesIO(b"content"))
    first, second = server.seen
    assert first.body == second.body
    assert b"content" in first.body
