"""Bodies that are sent as they are, and those of several media types."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from email import message_from_bytes
from email.policy import HTTP
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import FileStorage
from werkzeug.formparser import parse_form_data
from werkzeug.test import EnvironBuilder

from fledge.runtime.base64url import Base64URL
from fledge.runtime.body_alternatives import BodyAlternatives
from fledge.runtime.client import AsyncBaseClient, BaseClient, Resource
from fledge.runtime.errors import APIConnectionError
from fledge.runtime.model import UNSET, Model, Unset
from fledge.runtime.multipart import FormPart, MultipartBody, PartsBody
from fledge.runtime.bodies import Fields, JSONBody
from fledge.runtime.operation import Operation
from fledge.runtime.parameters import Query
from fledge.runtime.testing import AsyncFakeTransport, FakeTransport
from fledge.runtime.uploads import RawBody, Upload
from fledge.runtime.urlencoded import FormBody

from .conftest import Api, Server


def put(body: Any) -> Operation[Any]:
    return Operation("PUT /things", body=body, success={200: Any})


BINARY = put(RawBody("application/octet-stream"))
BIG = 64 << 20


class Pipe(BytesIO):
    """A file that cannot be rewound, such as a pipe."""

    def seekable(self) -> bool:
        return False


def pieces() -> Iterator[Any]:
    yield b"one"
    yield b""
    yield bytearray(b"two")


async def async_pieces() -> AsyncIterator[Any]:
    for piece in pieces():
        yield piece


def test_raw_bodies(api: Api, server: Server, tmp_path: Path) -> None:
    """Bytes, paths, files from where they are, and what yields bytes; a length is sent where it is known."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"0123456789")
    with path.open("rb") as file:
        file.seek(4)
        sent: list[tuple[Any, bytes, str | None]] = [
            (b"", b"", "0"),
            (b"\0\xff", b"\0\xff", "2"),
            (bytearray(b"\0\xff"), b"\0\xff", "2"),
            (memoryview(b"\0\xff"), b"\0\xff", "2"),
            (path, b"0123456789", "10"),
            (file, b"456789", "6"),
            (BytesIO(b"io"), b"io", "2"),
            (Pipe(b"pipe"), b"pipe", None),
            (pieces(), b"onetwo", None),
            ([b"a", b"b"], b"ab", None),
        ]
        for body, content, length in sent:
            api.call(BINARY, body=body)
            assert server.last.body == content
            assert server.last.headers.get("content-length") == length
            assert server.last.headers["content-type"] == "application/octet-stream"
        assert not file.closed


def test_asynchronous_bodies(api: Api, server: Server) -> None:
    """What yields asynchronously is for an asynchronous client, and a synchronous one says so."""
    if api.asynchronous:
        api.call(BINARY, body=async_pieces())
        assert server.last.body == b"onetwo"
    else:
        with pytest.raises(TypeError, match="asynchronous"):
            api.call(BINARY, body=async_pieces())
    api.call(BINARY, body=b"next")
    assert b"next" in [seen.body for seen in server.seen]


@pytest.mark.parametrize("body", [StringIO("text"), "path.txt"])
def test_text_is_no_file(body: Any) -> None:
    """A file that is open for text, and a path that is a text, are refused before anything is sent."""
    with pytest.raises(TypeError, match="open for reading bytes"):
        Upload(body)


@pytest.mark.parametrize(
    ("stated", "given", "name", "sent"),
    [
        ("text/csv", None, "", "text/csv"),
        ("text/plain, text/markdown", None, "", "text/plain"),
        ("text/plain, text/markdown", "text/markdown", "", "text/markdown"),
        ("image/png, image/jpeg", None, "a.jpeg", "image/jpeg"),
        ("image/*", None, "a.png", "image/png"),
        ("image/*", "image/webp", "", "image/webp"),
        ("*/*", None, "", "application/octet-stream"),
        ("*/*", None, "a.pdf", "application/pdf"),
    ],
)
def test_media_types(
    api: Api, server: Server, tmp_path: Path, stated: str, given: str | None, name: str, sent: str
) -> None:
    """Of several media types, or of a range, it is what the caller says, else what a file's name says."""
    body: Any = b"x"
    if name:
        body = tmp_path / name
        body.write_bytes(b"x")
    api.call(put(RawBody(stated)), body=body, content_type=given)
    assert server.last.headers["content-type"] == sent


def test_media_types_that_cannot_be_known(api: Api, server: Server) -> None:
    """A range of which nothing says more is refused, and so is one that would add a header."""
    with pytest.raises(ValueError, match="image/"):
        api.call(put(RawBody("image/*")), body=b"x")
    with pytest.raises(ValueError, match="line break"):
        api.call(put(RawBody("*/*")), body=b"x", content_type="a/b\r\nX-Evil: 1")
    assert server.seen == []


def test_files_are_sent_again(api: Api, server: Server, tmp_path: Path) -> None:
    """A path or a file is sent again from where it began; what yields bytes is not sent again."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"0123456789")
    with path.open("rb") as file:
        file.seek(5)
        for body, content in ((path, b"0123456789"), (file, b"56789")):
            server.seen.clear()
            server.answer(503)
            api.call(BINARY, body=body)
            assert [seen.body for seen in server.seen] == [content, content]
    server.seen.clear()
    server.answer(503)
    with pytest.raises(Exception, match="503"):
        api.call(BINARY, body=pieces())
    assert len(server.seen) == 1


def test_progress(api: Api, server: Server) -> None:
    """A call can be told how much of a body was sent."""
    told: list[tuple[int, int | None]] = []
    options: Any = {"on_upload_progress": lambda sent, total: told.append((sent, total))}
    api.call(BINARY, body=BytesIO(b"x" * 600_000), options=options)
    assert told == [(262_144, 600_000), (524_288, 600_000), (600_000, 600_000)]
    told.clear()
    api.call(BINARY, body=pieces(), options=options)
    assert told == [(3, None), (6, None)]
    api.call(put(MultipartBody()), body={"a": b"1"}, options=options)
    assert told[-1][0] == told[-1][1] == len(server.last.body)


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_what_is_like_bytes_is_sent_as_bytes(api: Api, server: Server, kind: Any) -> None:
    """In a multipart body it is a file, and to the path of a request the whole body; in JSON it has its alphabet."""
    content = kind(b"\xff\xfe")
    for value in (content, ("a.bin", content), [content]):
        api.call(put(MultipartBody()), body={"file": value})
        assert server.last.body.count(b"filename=") == 1
        assert server.last.body.split(b"\r\n\r\n")[1].startswith(b"\xff\xfe\r\n--")
    api.run(api.client.request("POST", "/things", body=content))
    assert (server.last.body, server.last.headers["content-type"]) == (b"\xff\xfe", "application/octet-stream")
    api.call(put(JSONBody(of=Base64URL)), body=content)
    assert server.last.json == "__4="


# --- breaking off


def open_files() -> set[str]:
    links = (os.path.join("/proc/self/fd", name) for name in os.listdir("/proc/self/fd"))
    return {os.readlink(link) for link in links if os.path.islink(link)}


@pytest.fixture
def closing_server() -> Iterator[str]:
    """A server that hangs up as soon as it has read a little."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.recv(1000)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            connection.close()

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    listener.close()


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="needs /proc")
def test_files_are_closed_where_sending_breaks_off(api: Api, closing_server: str, tmp_path: Path) -> None:
    """What was opened here is closed; what the caller opened is left open."""
    path = tmp_path / "big.bin"
    with path.open("wb") as file:
        file.truncate(BIG)
    other = api.use(api.new(base_url=closing_server, max_retries=1))
    failure: BaseException | None = None
    for body in (path, {"file": path}):
        operation = put(MultipartBody()) if isinstance(body, dict) else BINARY
        try:
            other.call(operation, body=body)
        except APIConnectionError as error:
            failure = error  # its traceback is kept
        assert failure is not None and str(path) not in open_files()
    with path.open("rb") as file:
        with pytest.raises(APIConnectionError):
            other.call(BINARY, body=file)
        assert not file.closed and str(path) in open_files()
    other.close()


def test_failures_of_the_caller(api: Api, server: Server, tmp_path: Path) -> None:
    """What the caller's own iterator or file raises reaches the caller, and the client goes on working."""

    def broken() -> Iterator[bytes]:
        yield b"begun"
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        api.call(BINARY, body=broken())
    with pytest.raises(TypeError):
        api.call(BINARY, body=iter(["text"]))
    with pytest.raises(FileNotFoundError):
        api.call(BINARY, body=tmp_path / "missing")
    path = tmp_path / "shrinking"
    path.write_bytes(b"x" * 100)

    class Shrinking(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return b""

    with pytest.raises(OSError, match="shorter"):
        api.call(BINARY, body=Shrinking(b"x" * 100))
    api.call(BINARY, body=b"next")
    assert b"next" in [seen.body for seen in server.seen]


class Counter:
    """A server that counts the bytes of one request at a time, and keeps none."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.counts: list[int] = []
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            head = b""
            while b"\r\n\r\n" not in head:
                head += connection.recv(1)
            [line] = [each for each in head.lower().split(b"\r\n") if each.startswith(b"content-length")]
            length = int(line.split(b":")[1])
            buffer = bytearray(1 << 16)
            count = 0
            while count < length:
                count += connection.recv_into(buffer, min(len(buffer), length - count))
            self.counts.append(count)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
            connection.close()


@pytest.mark.parametrize("form", [False, True])
def test_big_files_need_little_memory(api: Api, tmp_path: Path, form: bool) -> None:
    """64 MiB go from disk to the wire in pieces."""
    path = tmp_path / "big.bin"
    with path.open("wb") as file:
        file.truncate(BIG)
    counter = Counter()
    other = api.use(api.new(base_url=counter.url))
    other.call(BINARY, body=b"warm")
    tracemalloc.start()
    other.call(put(MultipartBody()) if form else BINARY, body={"file": path} if form else path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    counter.listener.close()
    other.close()
    assert counter.counts[1] >= BIG
    assert peak < 4 << 20


# --- multipart, as another implementation reads it


def parsed(body: Any, content_type: str) -> tuple[dict[str, list[str]], dict[str, list[FileStorage]]]:
    content = b"".join(body)
    assert len(content) == body.length
    environ = EnvironBuilder(method="POST", input_stream=BytesIO(content), content_type=content_type).get_environ()
    environ["CONTENT_LENGTH"] = str(len(content))
    _, form, files = parse_form_data(environ)
    return {k: form.getlist(k) for k in form}, {k: files.getlist(k) for k in files}


NAMES = st.text(min_size=1, max_size=12).filter(lambda text: text.isprintable() and not set(text) & set('"\\'))


@settings(deadline=None)
@given(name=NAMES, text=st.text(max_size=20), content=st.binary(max_size=40))
def test_another_implementation_reads_the_same(name: str, text: str, content: bytes) -> None:
    """Whatever names, texts and files hold comes out as it went in."""
    values = {f"t-{name}": text, f"f-{name}": (f"{name}.bin", content, "a/b")}
    made: Any = MultipartBody().encode({"body": values})
    form, files = parsed(*made)
    assert form == {f"t-{name}": [text]}
    [file] = files[f"f-{name}"]
    assert (file.filename, file.content_type, file.read()) == (f"{name}.bin", "a/b", content)


def test_parts_have_styles_headers_and_media_types(tmp_path: Path) -> None:
    """An encoding says how a field is written; a file brings headers of its own."""
    image = tmp_path / "ä.jpeg"
    image.write_bytes(b"jpeg")
    encoding = (
        FormPart("deep", style="deepObject"),
        FormPart("whole", style="form", explode=False),
        FormPart("pipes", style="pipeDelimited", explode=False),
        FormPart("image", content="image/png, image/jpeg", headers={"X-Kind": "photo"}),
        FormPart("xml", content="application/xml"),
    )
    values = {
        "deep": {"a": {"b": "c&d"}},
        "whole": ["a b", "ü"],
        "pipes": [1, 2],
        "image": [image, ("b", b"png"), ("c.gif", b"gif", "image/gif", {"X-Own": "1"})],
        "xml": "<a/>",
        "flag": True,
    }
    made: Any = MultipartBody(encoding=encoding).encode({"body": values})
    form, files = parsed(*made)
    assert form == {"deep[a][b]": ["c&d"], "whole": ["a b,ü"], "pipes": ["1|2"], "xml": ["<a/>"], "flag": ["true"]}
    assert [(file.filename, file.content_type, file.headers.get("x-kind")) for file in files["image"]] == [
        ("ä.jpeg", "image/jpeg", "photo"),
        ("b", "image/png", "photo"),
        ("c.gif", "image/gif", "photo"),
    ]
    assert files["image"][2].headers["x-own"] == "1"
    with pytest.raises(ValueError):
        MultipartBody().encode({"body": {"a": ("a", b"", "a/b", {"X": "1\r\nY: 2"})}})


def test_files_have_no_style(tmp_path: Path) -> None:
    """Swashbuckle writes `style: form` for each field of a form, files too."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"path")
    encoding = tuple(FormPart(name, style="form") for name in ("one", "many", "pair", "texts", "base64"))
    encoding = (*encoding[:-1], FormPart("base64", style="form", base64=True))
    values = {"one": path, "many": [b"a", ("b", b"b", "a/b")], "pair": ("c", BytesIO(b"c")), "texts": ["x", "y"]}
    made: Any = MultipartBody(encoding=encoding).encode({"body": {**values, "base64": b"z"}})
    form, files = parsed(*made)
    assert form == {"texts": ["x", "y"], "base64": ["eg=="]}
    received = {name: [(each.filename, each.read()) for each in every] for name, every in files.items()}
    assert received == {
        "one": [("a.txt", b"path")],
        "many": [("upload", b"a"), ("b", b"b")],
        "pair": [("c", b"c")],
    }


@pytest.mark.parametrize(
    ("stated", "value", "expected"),
    [
        ("application/json, application/xml", {"a": 1}, ("application/json", b'{"a":1}')),
        ("application/xml, application/json", {"a": 1}, ("application/json", b'{"a":1}')),
        ("text/csv, application/x-www-form-urlencoded", {"a": 1}, ("application/x-www-form-urlencoded", b"a=1")),
        ("application/*", {"a": 1}, ("application/json", b'{"a":1}')),
        ("image/*, application/vnd.a+json", {"a": 1}, ("application/vnd.a+json", b'{"a":1}')),
        ("text/plain, text/csv", "a,b", ("text/plain", b"a,b")),
        ("application/json; v=2, text/plain", "a", ("application/json; v=2", b'"a"')),
        ("text/*", "a", (None, b"a")),
        ("*/*", 5, (None, b"5")),
        ("application/x-www-form-urlencoded", "a=1&b=2", ("application/x-www-form-urlencoded", b"a=1&b=2")),
    ],
)
def test_a_value_is_in_one_of_several_media_types(
    api: Api, server: Server, stated: str, value: object, expected: tuple[str | None, bytes]
) -> None:
    """No part says that it is in several media types or in a range: a value is in the first that it can be in."""
    api.call(put(MultipartBody(encoding=(FormPart("part", content=stated),))), body={"part": value})
    head, _, content = server.last.body.partition(b"\r\n\r\n")
    _, _, media_type = head.decode().partition("Content-Type: ")
    assert (media_type or None, content.partition(b"\r\n")[0]) == expected


class Rights(Model):
    read: bool
    write: bool = False


def test_a_model_with_a_field_like_a_method_of_files(api: Api, server: Server) -> None:
    """What has something called `read` is a file only if that can be called."""
    api.call(put(MultipartBody()), body={"rights": Rights(read=True)})
    assert b'{"read":true}' in server.last.body


@pytest.mark.parametrize("encoded", [True, False])
def test_parts_without_names(api: Api, server: Server, tmp_path: Path, encoded: bool) -> None:
    """They keep their order; the first ones have encodings of their own, and the others share one."""
    image = tmp_path / "ä.png"
    image.write_bytes(b"png\r\n")
    encoding = (
        FormPart("0", content="application/merge-patch+json"),
        FormPart("1", content="image/png", headers={"X-Kind": "photo"}),
        FormPart("", content="text/csv"),
    )
    body = PartsBody(media_type="multipart/related", encoding=encoding if encoded else ())
    operation: Operation[None] = Operation("POST /parts", body=body, success={200: None})
    given = ["a" if encoded else {"a": [1]}, image, b"\x00", "x,y", ("b.txt", b"b", "text/plain", {"X-Own": "1"}), "z"]
    api.call(operation, body=given)
    kind = server.last.headers["content-type"]
    message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + server.last.body, policy=HTTP)
    assert message.get_content_type() == "multipart/related"
    parts = [dict(part.items()) | {"": part.get_payload(decode=True)} for part in message.iter_parts()]
    names = [f'attachment; filename="{name}"' for name in ("ä.png", "b.txt")]
    csv = {"Content-Type": "text/csv"} if encoded else {}
    first: dict[str, Any] = {"Content-Type": "application/json", "": b'{"a":[1]}'}
    raw = {"Content-Type": "text/csv" if encoded else "application/octet-stream", "": b"\x00"}
    assert parts == [
        {"Content-Type": "application/merge-patch+json", "": b'"a"'} if encoded else first,
        {"Content-Disposition": names[0], "Content-Type": "image/png", "": b"png\r\n"}
        | ({"X-Kind": "photo"} if encoded else {}),
        raw,
        {**csv, "": b"x,y"},
        {"Content-Disposition": names[1], "Content-Type": "text/plain", "X-Own": "1", "": b"b"},
        {**csv, "": b"z"},
    ]
    for other in (b"bytes", "text", {"a": 1}):
        with pytest.raises(TypeError, match="a list, of parts"):
            api.call(operation, body=other)


# --- several media types


class Named(Model):
    name: str
    file: Any = None
    note: str | None | Unset = UNSET


class Linked(Model):
    url: str
    name: str | None = None


SAME = put(BodyAlternatives((Fields(Named), MultipartBody(Named), FormBody(Named))))
DIFFERENT = put(BodyAlternatives((Fields(Linked), MultipartBody(Named), RawBody("image/png, image/jpeg"))))
NOTES = put(BodyAlternatives((JSONBody(required=False), RawBody("text/markdown"))))
PATCHES = put(BodyAlternatives((JSONBody(media_type="application/json-patch+json"), Fields(Named, media_type="application/merge-patch+json"))))  # fmt: skip


@pytest.mark.parametrize(
    ("operation", "arguments", "content_type", "body"),
    [
        (SAME, {"name": "a"}, "application/json", b'{"name":"a"}'),
        (SAME, {"name": "a", "note": None}, "application/json", b'{"name":"a","note":null}'),
        (SAME, {"name": "a", "file": b"b"}, "multipart/form-data", None),
        (SAME, {"name": "a", "content_type": "multipart/form-data"}, "multipart/form-data", None),
        (SAME, {"name": "a", "content_type": "application/x-www-form-urlencoded"}, "application/x-www-form-urlencoded", b"name=a"),
        (DIFFERENT, {"url": "u", "name": None, "file": None}, "application/json", b'{"url":"u"}'),
        (DIFFERENT, {"name": "n", "url": None}, "multipart/form-data", None),
        (DIFFERENT, {"name": "n", "file": BytesIO(b"f")}, "multipart/form-data", None),
        (DIFFERENT, {"body": b"png"}, "image/png", b"png"),
        (DIFFERENT, {"body": b"jpeg", "content_type": "image/jpeg"}, "image/jpeg", b"jpeg"),
        (NOTES, {"body": [{"a": 1}]}, "application/json", b'[{"a":1}]'),
        (NOTES, {"body": "# a"}, "text/markdown", b"# a"),
        (NOTES, {"body": "a", "content_type": "application/json"}, "application/json", b'"a"'),
        (NOTES, {}, None, b""),
        (PATCHES, {"body": [{"op": "remove"}]}, "application/json-patch+json", b'[{"op":"remove"}]'),
        (PATCHES, {"name": "a", "body": None}, "application/merge-patch+json", b'{"name":"a"}'),
    ],
)  # fmt: skip
def test_one_of_several(
    api: Api, server: Server, operation: Any, arguments: dict[str, Any], content_type: str | None, body: bytes | None
) -> None:
    """The arguments tell which media type it is, unless `content_type` does."""
    api.call(operation, **arguments)
    sent = server.last.headers.get("content-type")
    assert (sent and sent.partition(";")[0]) == content_type
    if body is not None:
        assert server.last.body == body


def test_arguments_that_make_no_body(api: Api, server: Server) -> None:
    """What fits no media type, or names none, is an error that says so."""
    for arguments in ({}, {"file": b"x"}, {"url": "u", "body": b"x"}, {"url": "u", "file": b"x"}):
        with pytest.raises(TypeError):
            api.call(DIFFERENT, **arguments)
    with pytest.raises(ValueError, match="must be one of application/json, multipart"):
        api.call(DIFFERENT, url="u", content_type="text/plain")
    assert server.seen == []


def test_extra_fields_need_json(api: Api, server: Server) -> None:
    """`extra_body` is for JSON objects; a form is not mistaken for one."""
    api.call(
        put(JSONBody(media_type="application/x+json; charset=utf-8")), body={"a": 1}, options={"extra_body": {"b": 2}}
    )
    assert server.last.json == {"a": 1, "b": 2}
    for body in (FormBody(encoding=(Query("a"),)), MultipartBody(), RawBody("text/plain")):
        with pytest.raises(ValueError, match="JSON object"):
            api.call(
                put(body), body={"a": "1"} if not isinstance(body, RawBody) else "1", options={"extra_body": {"b": 2}}
            )


# --- without a server


class Uploads(Resource[BaseClient]):
    def put(self, *, body: Any, **options: Any) -> Any:
        return self._client.call(BINARY(options), body=body)


class AsyncUploads(Resource[AsyncBaseClient]):
    async def put(self, *, body: Any, **options: Any) -> Any:
        return await self._client.call(BINARY(options), body=body)


def test_the_fake_transport_reads_what_is_sent(tmp_path: Path) -> None:
    """A test of the user's own sees bytes, whatever they came from."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"content")
    fake = FakeTransport()
    client = Uploads(BaseClient(base_url="http://host", transport=fake))
    answers = fake.on(client.put)
    answers.returns({})
    client.put(body=path)
    client.put(body=pieces())
    assert [sent.body for sent in fake.calls] == [b"content", b"onetwo"]
    other = AsyncFakeTransport()
    asynchronous = AsyncUploads(AsyncBaseClient(base_url="http://host", transport=other))
    other.on(asynchronous.put).returns({})
    asyncio.run(asynchronous.put(body=async_pieces()))
    assert other.calls[0].body == b"onetwo"
